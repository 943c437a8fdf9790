import type { Results } from '@percall/core';
import type { ScenarioDocument } from '@percall/scenario';
import { assumptionCells, assumptionColumns, sourcesSaid } from './assumptionCells.ts';
import { changeCells, changeColumns } from './changeCells.ts';
import { costBridge, type CostBridge } from './costBridge.ts';
import { doingNothing, type DoingNothing } from './doingNothing.ts';
import { assumptionsOf, inputChanges, type Assumption } from './inputs.ts';
import { onlyKpis } from './onlyKpis.ts';
import { problemSentence } from './problem.ts';
import type { ReportInput } from './reportInput.ts';
import { headline, type Headline } from './sentence.ts';
import type { Setting } from './setting.ts';
import { settingItems } from './settingItems.ts';
import { resultsSections, type Row } from './table.ts';
import { savingRows } from './versusRows.ts';
import type { Words } from './words/words.ts';

/** A list that may be cut to the room there is; `rest` says what was left out of it, and where that stands. */
export interface CutList {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What is said where `shown` of the rows are. null: all that there is stands there. */
  readonly rest: (shown: number) => string | null;
}

/** A study on one page for those who pay: all in words, in the order in which it is read. */
export interface OnePage {
  readonly name: string;
  /** The document's own note. */
  readonly note: string | null;
  /** The scenario that it is about, and how many others the study has beside the baseline. */
  readonly scenario: string;
  readonly others: string | null;
  readonly spoken: Headline;
  /** Of the tables. */
  readonly columns: readonly string[];
  /** Cost, savings, and every floor. */
  readonly figures: readonly Row[];
  /** null: no contacts. */
  readonly bridge: CostBridge | null;
  readonly doingNothing: DoingNothing;
  readonly changes: CutList;
  /** How many numbers have which source. */
  readonly sources: string;
  readonly assumptions: CutList;
  readonly warnings: CutList;
  readonly setting: readonly (readonly [name: string, value: string])[];
}

/** Characters of a note that a page has room for; a longer one goes on in the file. */
const longestNote = 600;

/**
 * The report of a study on one page: of the baseline and the scenario at `place` (0: of the baseline alone). It names what it has no room for.
 */
export function onePage(input: ReportInput, place: number, words: Words): OnePage {
  const { document, setting, warnings } = input;
  const { report } = words;
  const { scenarios } = input.results;
  const [baseline, scenario] = [scenarios[0]!, scenarios[place]!];
  const results: Results = { scenarios: place === 0 ? [baseline] : [baseline, scenario] };
  const others = scenarios.length - results.scenarios.length;
  const { name } = scenario;
  const changes = place === 0 ? [] : inputChanges(document).filter(({ variant }) => variant === name);
  const all = assumptionsOf(document).filter(({ variant }) => variant === null || (place > 0 && variant === name));
  const uncertain = byVariant(all.filter(({ value }) => value.low !== null));
  const certain = all.filter(({ variant, value }) => variant === null && value.low === null).length;
  return {
    name: setting.name,
    note: noteOf(document, words),
    scenario: place === 0 ? report.baseline : name,
    others: others === 0 ? null : report.onePage.otherVariants(others),
    spoken: headline(scenario, baseline, setting, words),
    columns: [words.table.measure, report.baseline, ...(place === 0 ? [] : [name])],
    figures: figuresOf(results, setting, words),
    bridge: costBridge(baseline, scenario, setting),
    doingNothing: doingNothing(input, words),
    changes: {
      columns: changeColumns(words).slice(1),
      rows: changes.map((change) => changeCells(change, words).slice(1)),
      rest: (shown) => (shown === changes.length ? null : report.onePage.moreChanges(changes.length - shown)),
    },
    sources: sourcesSaid(all, words),
    assumptions: {
      ...withoutEmpty(
        assumptionColumns(words),
        uncertain.map((assumption) => assumptionCells(assumption, words)),
      ),
      rest: (shown) => (shown === uncertain.length && certain === 0 ? null : report.onePage.moreInputs(uncertain.length - shown, certain)),
    },
    warnings: {
      columns: [report.warnings],
      rows: warnings.map((warning) => [problemSentence({ ...warning, severity: 'error' }, words)]),
      rest: (shown) => (shown === warnings.length ? null : report.onePage.moreWarnings(warnings.length - shown)),
    },
    setting: settingItems(input, words),
  };
}

/** A column in which nothing stands takes room from the others. */
function withoutEmpty(columns: readonly string[], rows: readonly (readonly string[])[]): Pick<CutList, 'columns' | 'rows'> {
  const filled = columns.map((_, column) => rows.some((row) => row[column] !== ''));
  const kept = <Item>(items: readonly Item[]): readonly Item[] => items.filter((_, column) => filled[column]);
  return { columns: kept(columns), rows: rows.map(kept) };
}

/** What the variant changes comes first: it is what is decided on. */
const byVariant = (all: readonly Assumption[]): readonly Assumption[] => [
  ...all.filter(({ variant }) => variant !== null),
  ...all.filter(({ variant }) => variant === null),
];

/** The headline cost, the bill, what is spent once and saved, and the KPIs that a floor is set on. Differences and their chances are in the sentence. */
function figuresOf(results: Results, setting: Setting, words: Words): readonly Row[] {
  const floored = results.scenarios.flatMap(({ floors }) => floors.map(({ kpi }) => kpi));
  const wanted = new Set([`cpc.${setting.headline}`, 'totalCost', 'fte', 'npv', 'payback', 'paidBack', ...floored]);
  const { cost, quality, people } = resultsSections(onlyKpis(results, wanted), setting, words);
  return [...cost.rows, ...savingRows(results, setting, words), ...quality.rows, ...people.rows];
}

function noteOf(document: ScenarioDocument, words: Words): string | null {
  const note = document['note'];
  if (typeof note !== 'string') return null;
  if (note.length <= longestNote) return note;
  const end = note.lastIndexOf(' ', longestNote);
  return words.report.onePage.noteGoesOn(note.slice(0, end > 0 ? end : longestNote).trimEnd());
}
