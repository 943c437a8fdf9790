import type { ScenarioDocument } from '@percall/scenario';
import { en, linkHeadline, settingOf, type Words } from '@percall/report';
import type { Answer, Phase } from '../state/answers.svelte.ts';
import { version } from '../version.ts';

/** What a study came to, as its link says it: in one language whatever the page speaks, so that two builds can compare it. */
export const headlineOf = (answer: Answer): string => linkHeadline(answer.results, settingOf(answer), en);

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
export function linkVerdict(link: LinkSaid, answer: Answer | null, phase: Phase, words: Words): string | null {
  if (link.headline === null || phase.kind !== 'settled' || !answer?.whole || answer.document !== link.document) return null;
  const now = headlineOf(answer);
  return now === link.headline
    ? words.commandLine.reproduces(now)
    : words.commandLine.madeWith(link.engineVersion, link.headline, version, now);
}
