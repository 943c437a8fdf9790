import type { ScenarioDocument } from '@percall/scenario';
import { assumptionCells, assumptionColumns, sourcesSaid } from './assumptionCells.ts';
import { changeCells, changeColumns } from './changeCells.ts';
import { doingNothing } from './doingNothing.ts';
import { assumptionsOf, inputChanges } from './inputs.ts';
import { markdownTable, markdownText, textTable } from './markdown.ts';
import { problemSentence } from './problem.ts';
import type { ReportInput } from './reportInput.ts';
import { headlineMarkdown } from './sentence.ts';
import { sentences } from './sentences.ts';
import { settingItems } from './settingItems.ts';
import { resultsSections, tableOf, type Section } from './table.ts';
import { isolated } from './words/isolated.ts';
import type { Words } from './words/words.ts';

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
    doingNothingText(input, words),
    `## ${words.report.setting}\n`,
    settingItems(input, words).map(itemText).join(''),
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

const itemText = ([name, value]: readonly [string, string]): string => `- ${markdownText(name)}: ${markdownText(value)}\n`;

function doingNothingText(input: ReportInput, words: Words): string {
  const { said, total } = doingNothing(input, words);
  return `${headlineMarkdown(said)}\n${total === null ? '' : `\n${itemText(total)}`}`;
}

function changesTable(document: ScenarioDocument, words: Words): string {
  const changes = inputChanges(document);
  if (changes.length === 0) return `${words.report.noVariants}\n`;
  return textTable(
    changeColumns(words),
    changes.map((change) => changeCells(change, words).map(markdownText)),
  );
}

function assumptionsText(document: ScenarioDocument, words: Words): string {
  const { report } = words;
  const all = assumptionsOf(document);
  const uncertain = all.filter(({ value }) => value.low !== null);
  const sources = sourcesSaid(all, words);
  if (uncertain.length === 0) return `${sources}\n\n${report.noneUncertain}\n`;
  const rows = uncertain.map((assumption) => assumptionCells(assumption, words).map(markdownText));
  return `${sources}\n\n${report.uncertain}\n\n${textTable(assumptionColumns(words), rows)}`;
}
