import { labelled, medianCells, unitOf } from './cells.ts';
import { floorParts } from './floorParts.ts';
import type { Results } from '@percall/core';
import { interpret, type Problem, type ScenarioDocument } from '@percall/scenario';
import { assumptionsOf, inputChanges, spelledRange, type Assumption } from './inputs.ts';
import { kpiName } from './kpiName.ts';
import { markdownTable, markdownText, textTable } from './markdown.ts';
import { formatNumber, formatPercent } from './numbers.ts';
import { problemSentence } from './problem.ts';
import { headline, headlineMarkdown } from './sentence.ts';
import { sentences } from './sentences.ts';
import type { Setting } from './setting.ts';
import { resultsSections, tableOf, type Section } from './table.ts';
import { isolated } from './words/isolated.ts';
import type { Words } from './words/words.ts';

/** A study that has been run, and the document that it was. */
export interface ReportInput {
  readonly document: ScenarioDocument;
  readonly results: Results;
  readonly setting: Setting;
  readonly warnings: readonly Problem[];
  readonly engineVersion: string;
  /** Of the models, as `percall run` states it (`inputsHash` of the engine). */
  readonly inputsHash: string;
}

/**
 * The report of a study as Markdown: its note, the sentence, the cost of doing nothing, how it was made, cost and quality of the baseline and its variants, the ledger, what the variants
 * change, and what all rests on. No clock in it: the same study gives the same bytes.
 */
export function reportMarkdown(input: ReportInput, words: Words): string {
  const { document, results, setting, warnings } = input;
  const { cost, quality, ledger, versusBaseline } = resultsSections(results, setting, words);
  const table = (sections: readonly Section[]): string => markdownTable({ ...tableOf(sections, results, setting, words), footnote: null });
  const { footnote } = tableOf([], results, setting, words);
  return [
    `# ${markdownText(setting.name)}\n`,
    ...(typeof document['note'] === 'string' ? [`${noteText(document['note'], words)}\n`] : []),
    sentences(results, setting, words, { say: headlineMarkdown, name: markdownText }),
    `## ${words.report.doingNothing}\n`,
    doingNothing(input, words),
    `## ${words.report.setting}\n`,
    settingList(input, words),
    table([cost, versusBaseline, quality, ledger]),
    `${markdownText(footnote!)}\n`,
    `## ${words.report.changes}\n`,
    changesTable(document, words),
    `## ${words.report.assumptions}\n`,
    assumptionsText(document, words),
    `## ${words.report.warnings}\n`,
    warnings.length === 0
      ? `${words.report.noWarnings}\n`
      : warnings.map((warning) => `- ${markdownText(problemSentence({ ...warning, severity: 'error' }, words))}\n`).join(''),
  ].join('\n');
}

/** What the document says of itself; in a report of the other direction it keeps its own, with its full stop where that belongs. */
const noteText = (note: string, { direction }: Words): string => (direction === 'rtl' ? isolated(markdownText(note)) : markdownText(note));

/** What stays where everything stays as it is: the baseline's own sentence, and what it costs in a period. */
function doingNothing({ results, setting }: ReportInput, words: Words): string {
  const baseline = results.scenarios[0]!;
  const total = baseline.kpis['totalCost'];
  const said = `${headlineMarkdown(headline(baseline, baseline, setting, words))}\n`;
  if (total === undefined) return said;
  const label = labelled(kpiName('totalCost', words), unitOf([total]), setting, words);
  const [cell] = medianCells([total], setting, words);
  return `${said}\n- ${markdownText(label)}: ${markdownText(cell!.text)}\n`;
}

function settingList({ document, results, setting, engineVersion, inputsHash }: ReportInput, words: Words): string {
  const { report } = words;
  const { horizon } = interpret(document).scenarios[0]!.scenario;
  const items = [
    [report.floor, report.floorName(floorParts(results, setting, words))],
    [report.futures, formatNumber(setting.replications, 0, words.locale)],
    [report.seed, setting.seed],
    [report.horizon, report.weeksFrom(horizon.weeks, horizon.start)],
    [report.stated, report.statedIn(setting.currency, words.period[setting.period])],
    [report.chance, formatPercent(setting.chance * 100, 0, words.locale)],
    [report.madeWith, engineVersion],
    [report.inputsHash, inputsHash],
  ] as const;
  return items.map(([name, value]) => `- ${name}: ${markdownText(value)}\n`).join('');
}

function changesTable(document: ScenarioDocument, words: Words): string {
  const { report } = words;
  const changes = inputChanges(document);
  if (changes.length === 0) return `${report.noVariants}\n`;
  return textTable(
    [report.scenario, report.path, report.baseline, report.variant],
    changes.map(({ variant, at, baseline, variantText }) => [
      markdownText(variant),
      'own' in at ? report[at.own] : markdownText(at.path),
      baseline === null ? words.table.none : markdownText(baseline.usual ? report.usual(baseline.text) : baseline.text),
      variantText === null ? report.nothing : markdownText(variantText),
    ]),
  );
}

function assumptionsText(document: ScenarioDocument, words: Words): string {
  const { report } = words;
  const all = assumptionsOf(document);
  const counts = new Map<string, number>();
  for (const { variant, value } of all) {
    if (variant !== null) continue;
    const source = value.source ?? 'unstated';
    counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  const told = Object.entries(words.page.sourceName).flatMap(([source, name]) => {
    const count = counts.get(source);
    return count === undefined ? [] : [report.sourceCount(count, name)];
  });
  const uncertain = all.filter(({ value }) => value.low !== null);
  if (uncertain.length === 0) return `${report.sources(told)}\n\n${report.noneUncertain}\n`;
  const columns = [report.scenario, report.input, report.path, report.low, report.median, report.high, report.source, report.note];
  const rows = uncertain.map((assumption) => {
    const { variant, control, value } = assumption;
    return [
      variant === null ? report.baseline : markdownText(variant),
      markdownText(words.field(control.pattern).label),
      markdownText(control.path),
      ...spelledRange(assumption).map(markdownText),
      words.page.sourceName[sourceOf(assumption)],
      value.note === null ? '' : markdownText(value.note),
    ];
  });
  return `${report.sources(told)}\n\n${report.uncertain}\n\n${textTable(columns, rows)}`;
}

const sourceOf = ({ value }: Assumption): keyof Words['page']['sourceName'] => value.source ?? 'unstated';
