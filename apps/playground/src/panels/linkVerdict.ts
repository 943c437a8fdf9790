import { firstEn, kpiName, linkHeadline, type FirstWords } from '@percall/report';
import type { ScenarioDocument } from '@percall/scenario';
import type { Answer, Phase } from '../state/answers.svelte.ts';
import { version } from '../version.ts';

/** What a study came to, as its link says it: in one language whatever the page speaks, so that two builds can compare it. */
export const headlineOf = (answer: Answer): string => linkHeadline(answer.results, answer.setting, firstEn);

/** The KPI that a link's headline is of. */
export const headlineKpi = (answer: Answer, words: FirstWords): string => kpiName(`cpc.${answer.setting.headline}`, words);

/** Scenarios in the order of a headline's figures. */
export const scenarioNames = ({ results }: Answer): readonly string[] => results.scenarios.map(({ name }) => name);

/** A headline with the scenario that each figure is of; as it is, where another build wrote it in another way. */
export function namedFigures(headline: string, scenarios: readonly string[], { page, sentence }: FirstWords): string {
  const [, listed = '', currency = ''] = /^(.+) ([A-Z]{3})$/.exec(headline) ?? [];
  const figures = listed.split(', ');
  if (figures.length !== scenarios.length) return headline;
  // The currency stands with the last figure: around all of them it would turn a list in Arabic the other way round.
  const amounts = figures.map((figure, index) => (index === figures.length - 1 ? page.amount(figure, currency) : figure));
  return scenarios.map((name, index) => page.figureOf(index === 0 ? page.baseline : name, amounts[index]!)).join(sentence.comma);
}

/** What a link said of itself. */
export interface LinkSaid {
  readonly document: ScenarioDocument;
  readonly engineVersion: string;
  readonly headline: string | null;
}

/**
 * Whether this build comes to what the link showed: said once all of the link's futures are in, because fewer would give other digits.
 * null: not yet, or the link showed nothing.
 */
export function linkVerdict(link: LinkSaid, answer: Answer | null, phase: Phase, words: FirstWords): string | null {
  if (link.headline === null || phase.kind !== 'settled' || !answer?.whole || answer.document !== link.document) return null;
  const now = headlineOf(answer);
  const [figures, then] = [now, link.headline].map((headline) => namedFigures(headline, scenarioNames(answer), words)) as [string, string];
  const verdict =
    now === link.headline ? words.commandLine.reproduces(figures) : words.commandLine.madeWith(link.engineVersion, then, version, figures);
  return words.page.linkVerdict(headlineKpi(answer, words), verdict);
}
