import { floorParts } from './floorParts.ts';
import type { KpiSummary, Results, ScenarioResults } from '@percall/core';
import { labelled, meanCells, medianCells, unitOf, type Cell } from './cells.ts';
import { everyFloorRow, floorRows } from './floorRows.ts';
import { kpiName, splitKpiId } from './kpiName.ts';
import { ledgerRows } from './ledgerRows.ts';
import { industryAverage, industryAverageOf } from './industryAverage.ts';
import { finestPlace, formatNumber } from './numbers.ts';
import type { Setting } from './setting.ts';
import { tableIds } from './tableIds.ts';
import { versusRows } from './versusRows.ts';
import type { Words } from './words/words.ts';

export interface Row {
  readonly label: string;
  /** One per scenario. */
  readonly cells: readonly Cell[];
}

export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** Scenarios side by side, baseline first. */
export interface Table {
  readonly columns: readonly string[];
  readonly sections: readonly Section[];
  /** null: none. */
  readonly footnote: string | null;
}

type Group = 'cost' | 'quality' | 'people' | 'contacts';

/** The section of a KPI. Costs are money and what it brings, people are hours and FTE, quality is what a floor can be set on; the rest is counted contacts. */
function groupOf(id: string, { unit }: KpiSummary): Group {
  const { kpi } = splitKpiId(id);
  if (unit === 'currency' || unit === 'currencyPerContact' || investmentKpis.has(kpi)) return 'cost';
  if (unit === 'hours' || unit === 'fte' || peopleKpis.has(kpi)) return 'people';
  return unit === 'fraction' || unit === 'seconds' ? 'quality' : 'contacts';
}

/** Of variants alone: what is spent once, and what it brings. */
const investmentKpis = new Set(['npv', 'payback', 'paidBack']);

const peopleKpis = new Set(['occupancy', 'concurrency', 'idleShare', 'shrinkageShare', 'handleTime']);

/** The four denominators lead, in the order in which contacts are lost; then the total. */
const costOrder = ['cpc.need', 'cpc.offered', 'cpc.handled', 'cpc.resolved'];

/** The sections of a results table, in its order; one without rows has nothing to show. */
export type ResultsSections = Readonly<Record<Group | 'ledger' | 'versusBaseline', Section>>;

/** Baseline against variants: cost, quality with its floors, people, contacts, ledger lines, and the paired differences. */
export function resultsTable(results: Results, setting: Setting, words: Words): Table {
  return tableOf(Object.values(resultsSections(results, setting, words)), results, setting, words);
}

/** Some of the sections as a table. */
export const tableOf = (sections: readonly Section[], results: Results, setting: Setting, words: Words): Table => ({
  columns: [words.table.measure, words.report.baseline, ...results.scenarios.slice(1).map(({ name }) => name)],
  sections: sections.filter(({ rows }) => rows.length > 0),
  footnote: words.table.footnote({
    replications: formatNumber(setting.replications, 0, words.locale),
    seed: setting.seed,
    floor: floorParts(results, setting, words),
  }),
});

export function resultsSections(results: Results, setting: Setting, words: Words): ResultsSections {
  const { scenarios } = results;
  const baseline = scenarios[0];
  if (baseline === undefined) throw new Error('results without a baseline');
  const ids = tableIds(scenarios, (scenario) => scenario.kpis);
  const inGroup = (group: Group): string[] =>
    ids.filter((id) => groupOf(id, scenarios.find(({ kpis }) => kpis[id] !== undefined)!.kpis[id]!) === group);
  const kpiRow = (id: string): Row => (id === 'paidBack' ? chanceRow : medianRow)(id, scenarios, setting, words);
  const withFloors = (id: string): Row[] => [kpiRow(id), ...floorRows(id, scenarios, setting, words)];
  const costs = inGroup('cost').sort((a, b) => rank(a) - rank(b));
  const headlineId = `cpc.${setting.headline}`;
  return {
    cost: {
      title: words.table.cost,
      rows: costs.flatMap((id) =>
        id === headlineId
          ? [kpiRow(id), budgetRow(id, scenarios, setting, words), ...referenceRows(scenarios, setting, words)]
          : [kpiRow(id)],
      ),
    },
    quality: { title: words.table.quality, rows: [...inGroup('quality').flatMap(withFloors), ...everyFloorRow(scenarios, setting, words)] },
    people: { title: words.table.people, rows: inGroup('people').flatMap(withFloors) },
    contacts: { title: words.table.contacts, rows: inGroup('contacts').map(kpiRow) },
    ledger: { title: words.table.ledger(words.period[setting.period]), rows: ledgerRows(scenarios, setting, words) },
    versusBaseline: { title: words.table.versusBaseline, rows: versusRows(results, setting, words) },
  };
}

const rank = (id: string): number => (costOrder.indexOf(id) + costOrder.length + 1) % (costOrder.length + 1);

function medianRow(id: string, scenarios: readonly ScenarioResults[], setting: Setting, words: Words): Row {
  const kpis = scenarios.map((scenario) => scenario.kpis[id]);
  return {
    label: labelled(kpiName(id, words), unitOf(kpis), setting, words),
    cells: medianCells(kpis, setting, words),
  };
}

/** Of what happens in a future or does not, the share of futures: its median would be all or nothing. */
function chanceRow(id: string, scenarios: readonly ScenarioResults[], setting: Setting, words: Words): Row {
  const means = scenarios.map(({ kpis }) => kpis[id]?.mean ?? null);
  return { label: kpiName(id, words), cells: meanCells(means, 'fraction', words.table.none, setting, words) };
}

/** The ratio of expected totals, beside the median of the headline. */
function budgetRow(id: string, scenarios: readonly ScenarioResults[], setting: Setting, words: Words): Row {
  const means = scenarios.map(({ kpis }) => kpis[id]?.mean ?? null);
  return {
    label: labelled(words.table.budgetAverage, 'currencyPerContact', setting, words),
    cells: meanCells(means, 'currencyPerContact', words.table.noContacts, setting, words),
  };
}

/** What the trade quotes, under a headline of what it is counted per: the same beside every scenario, and a result of none. */
function referenceRows(scenarios: readonly ScenarioResults[], setting: Setting, words: Words): Row[] {
  const average = industryAverage(setting.currency);
  if (average === null || setting.headline !== industryAverageOf) return [];
  const text = formatNumber(average, finestPlace('currencyPerContact', setting.currency), words.locale);
  return [
    {
      label: labelled(words.table.industryAverage, 'currencyPerContact', setting, words),
      cells: scenarios.map(() => ({ text })),
    },
  ];
}
