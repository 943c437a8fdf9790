import type { CostCategory, Estimate, FloorSummary, KpiSummary, KpiUnit, Results, ScenarioResults, VersusBaseline } from '@percall/core';
import { kpiName, splitKpiId } from './kpiName.ts';
import {
  errorMatters,
  finestPlace,
  formatKpi,
  formatNumber,
  halfWidth,
  ofHundred,
  placeOf,
  placeWithin,
  shownFactor,
  type Place,
} from './numbers.ts';
import type { Setting } from './setting.ts';
import { qualityState, verdictOf } from './verdict.ts';
import type { QualityState, Words } from './words/words.ts';

export interface Cell {
  readonly text: string;
  /** How it stands, for those who can show colour; the text alone says as much. */
  readonly state?: QualityState;
  readonly struck?: boolean;
}

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
  readonly footnote: string;
}

type Group = 'cost' | 'quality' | 'people' | 'contacts';

/** The section of a KPI. Costs are money, people are hours and FTE, quality is what a floor can be set on; the rest is counted contacts. */
function groupOf(id: string, { unit }: KpiSummary): Group {
  if (unit === 'currency' || unit === 'currencyPerContact') return 'cost';
  const { kpi } = splitKpiId(id);
  if (unit === 'hours' || unit === 'fte' || peopleKpis.has(kpi)) return 'people';
  return unit === 'fraction' || unit === 'seconds' ? 'quality' : 'contacts';
}

const peopleKpis = new Set(['occupancy', 'idleShare', 'shrinkageShare', 'handleTime']);

/** The other rules of service level: in CSV and JSON only, so that a table has one figure of that name. */
const leftOut = new Set(['serviceLevelOfOffered', 'serviceLevelOfAnswered', 'serviceLevelWithoutShort', 'serviceLevelWithShort']);

/** The four denominators lead, in the order in which contacts are lost; then the total. */
const costOrder = ['cpc.need', 'cpc.offered', 'cpc.handled', 'cpc.resolved'];

/** Baseline against variants: cost, quality with its floors, people, contacts, ledger lines, and the paired differences. */
export function resultsTable(results: Results, setting: Setting, words: Words): Table {
  const { scenarios } = results;
  const baseline = scenarios[0];
  if (baseline === undefined) throw new Error('results without a baseline');
  const ids = tableIds(scenarios, (scenario) => scenario.kpis);
  const inGroup = (group: Group): string[] => ids.filter((id) => groupOf(id, baseline.kpis[id]!) === group);
  const kpiRow = (id: string): Row => medianRow(id, scenarios, setting, words);
  const withFloors = (id: string): Row[] => [kpiRow(id), ...floorRows(id, scenarios, setting, words)];
  const costs = inGroup('cost').sort((a, b) => rank(a) - rank(b));
  const headlineId = `cpc.${setting.headline}`;
  const sections: Section[] = [
    {
      title: words.table.cost,
      rows: costs.flatMap((id) => (id === headlineId ? [kpiRow(id), budgetRow(id, scenarios, setting, words)] : [kpiRow(id)])),
    },
    { title: words.table.quality, rows: [...inGroup('quality').flatMap(withFloors), ...everyFloorRow(scenarios, setting, words)] },
    { title: words.table.people, rows: inGroup('people').flatMap(withFloors) },
    { title: words.table.contacts, rows: inGroup('contacts').map(kpiRow) },
    { title: words.table.ledger(words.period[setting.period]), rows: ledgerRows(scenarios, setting, words) },
    { title: words.table.versusBaseline, rows: versusRows(results, setting, words) },
  ];
  return {
    columns: [words.table.measure, ...scenarios.map(({ name }) => name)],
    sections: sections.filter(({ rows }) => rows.length > 0),
    footnote: words.table.footnote({
      replications: formatNumber(setting.replications, 0, words.locale),
      seed: setting.seed,
      floor: 'erlang',
    }),
  };
}

/** KPIs worth a row: of all contact types together, and with contacts in at least one scenario. */
function tableIds(scenarios: readonly ScenarioResults[], kpisOf: (scenario: ScenarioResults) => VersusBaseline['kpis']): string[] {
  const ids = new Set(scenarios.flatMap((scenario) => Object.keys(kpisOf(scenario))));
  return [...ids].filter((id) => {
    const { kpi, contactType } = splitKpiId(id);
    return contactType === null && !leftOut.has(kpi) && scenarios.some((scenario) => (kpisOf(scenario)[id]?.quantiles ?? null) !== null);
  });
}

const rank = (id: string): number => (costOrder.indexOf(id) + costOrder.length + 1) % (costOrder.length + 1);

const labelled = (name: string, unit: KpiUnit, setting: Setting, words: Words): string => {
  const symbol = words.unit(unit, setting.currency, words.period[setting.period]);
  return symbol === '' ? name : words.table.withUnit(name, symbol);
};

/** `6.82 ±0.03`: the error only where it moves the digits shown. */
function withError(estimate: Estimate, unit: KpiUnit, place: Place, words: Words, sign?: 'exceptZero'): string {
  const value = formatKpi(estimate.value, unit, place, words.locale, sign);
  const error = halfWidth(estimate) * shownFactor(unit);
  return errorMatters(error, place) ? words.table.plusMinus(value, formatNumber(error, place, words.locale)) : value;
}

/** Median with its 90% range. */
function medianCell(kpi: KpiSummary | undefined, setting: Setting, words: Words, sign?: 'exceptZero'): Cell {
  const quantiles = kpi?.quantiles;
  if (kpi === undefined) return { text: words.table.none };
  if (quantiles === undefined || quantiles === null) return { text: words.table.noContacts };
  const place = placeOf(quantiles.p50, kpi.unit, setting.currency);
  const end = (value: number): string => formatKpi(value, kpi.unit, place, words.locale, sign);
  const value = withError(quantiles.p50, kpi.unit, place, words, sign);
  const certain = quantiles.p5.value === quantiles.p95.value;
  return { text: certain ? value : words.table.range(value, end(quantiles.p5.value), end(quantiles.p95.value)) };
}

function medianRow(id: string, scenarios: readonly ScenarioResults[], setting: Setting, words: Words): Row {
  const unit = scenarios[0]!.kpis[id]!.unit;
  return {
    label: labelled(kpiName(id, words), unit, setting, words),
    cells: scenarios.map(({ kpis }) => medianCell(kpis[id], setting, words)),
  };
}

/** The ratio of expected totals, beside the median of the headline. */
function budgetRow(id: string, scenarios: readonly ScenarioResults[], setting: Setting, words: Words): Row {
  return {
    label: labelled(words.table.budgetAverage, 'currencyPerContact', setting, words),
    cells: scenarios.map(({ kpis }) => {
      const mean = kpis[id]?.mean ?? null;
      if (mean === null) return { text: words.table.noContacts };
      return { text: withError(mean, 'currencyPerContact', placeOf(mean, 'currencyPerContact', setting.currency), words) };
    }),
  };
}

/** A chance in percent, with its error and its state in words. */
function chanceCell(chance: Estimate, wanted: number, words: Words): Cell {
  const state = qualityState(chance.value, wanted);
  const place = placeWithin(halfWidth(chance) * 100, 0);
  const error = halfWidth(chance) * 100;
  const value = `${ofHundred(chance.value)}%`;
  const text = errorMatters(error, place) ? words.table.plusMinus(value, formatNumber(error, place, words.locale)) : value;
  return { text: `${text} ${words.qualityState[state]}`, state };
}

/** The floors on one KPI, each as the chance that it is met. */
function floorRows(id: string, scenarios: readonly ScenarioResults[], setting: Setting, words: Words): Row[] {
  const key = ({ side, value }: FloorSummary): string => `${side} ${value}`;
  const floors = new Map(
    scenarios.flatMap((scenario) => scenario.floors.filter(({ kpi }) => kpi === id).map((floor) => [key(floor), floor])),
  );
  const unit = scenarios[0]!.kpis[id]?.unit ?? 'fraction';
  return [...floors].map(([which, { side, value }]): Row => {
    const text = formatKpi(value, unit, floorPlace(value, unit, setting.currency), words.locale);
    return {
      label: words.table.floor(side, text),
      cells: scenarios.map((scenario) => {
        const own = scenario.floors.find((floor) => floor.kpi === id && key(floor) === which);
        return own === undefined ? { text: words.table.none } : chanceCell(own.holds, setting.chance, words);
      }),
    };
  });
}

function everyFloorRow(scenarios: readonly ScenarioResults[], setting: Setting, words: Words): Row[] {
  if (scenarios.every(({ floors }) => floors.length < 2)) return [];
  const cells = scenarios.map(({ holds }) => (holds === null ? { text: words.table.none } : chanceCell(holds, setting.chance, words)));
  return [{ label: words.table.everyFloor, cells }];
}

/** A floor is a round number: 80%, not 80.0%. */
const floorPlace = (value: number, unit: KpiUnit, currency: string): Place =>
  Number.isInteger(Math.round(value * shownFactor(unit) * 1e6) / 1e6) ? 0 : finestPlace(unit, currency);

/** The lines that cost anything in any scenario, and their sum: expected amounts, which add up as medians do not. */
function ledgerRows(scenarios: readonly ScenarioResults[], setting: Setting, words: Words): Row[] {
  const lines = new Map<string, string>();
  for (const { ledger } of scenarios)
    for (const { line, category, perPeriod } of ledger)
      if (perPeriod.value !== 0) lines.set(line, ledgerLabel(line, category, ledger, words));
  const cell = (estimate: Estimate | null): Cell => {
    if (estimate === null) return { text: words.table.none };
    return { text: withError(estimate, 'currency', placeOf(estimate, 'currency', setting.currency), words) };
  };
  const row = (label: string, perPeriod: (scenario: ScenarioResults) => Estimate | null): Row => ({
    label: labelled(label, 'currency', setting, words),
    cells: scenarios.map((scenario) => cell(perPeriod(scenario))),
  });
  const rows = [...lines].map(([line, label]) =>
    row(label, ({ ledger }) => ledger.find((entry) => entry.line === line)?.perPeriod ?? null),
  );
  return rows.length === 0 ? [] : [...rows, row(words.table.total, ({ kpis }) => kpis['totalCost']?.mean ?? null)];
}

/** A category of one line is shown by its words, a line among several by words and its own name. */
function ledgerLabel(line: string, category: CostCategory, ledger: ScenarioResults['ledger'], words: Words): string {
  const name = words.category[category];
  const own = line.startsWith(`${category}.`) ? line.slice(category.length + 1) : line;
  const alone = ledger.filter((entry) => entry.category === category && entry.perPeriod.value !== 0).length < 2;
  return alone || own === category ? name : words.table.ledgerLine(name, own);
}

/** Differences and chances; the baseline's own cells stay empty. */
function versusRows({ scenarios }: Results, setting: Setting, words: Words): Row[] {
  const [baseline, ...variants] = scenarios;
  if (baseline === undefined || variants.length === 0) return [];
  const blank: Cell = { text: '' };
  const shown = tableIds(variants, ({ versusBaseline }) => versusBaseline?.kpis ?? {});
  const headlineId = `cpc.${setting.headline}`;
  const rows: Row[] = [headlineId, ...shown.filter((id) => id !== headlineId && comparedInTable(id, baseline.kpis[id]!))]
    .filter((id) => shown.includes(id))
    .map((id) => ({
      label: labelled(words.table.change(kpiName(id, words)), baseline.kpis[id]!.unit, setting, words),
      cells: [
        blank,
        ...variants.map((variant): Cell => {
          const cell = medianCell(variant.versusBaseline?.kpis[id], setting, words, 'exceptZero');
          return id === headlineId && verdictOf(variant, baseline, setting).struck
            ? { text: words.table.notASaving(cell.text), struck: true }
            : cell;
        }),
      ],
    }));
  const chances = [
    ['cheaper', words.table.chanceCheaper],
    ['noWorse', words.table.chanceNoWorse],
    ['cheaperAndNoWorse', words.table.chanceCheaperAndNoWorse],
  ] as const;
  for (const [id, label] of chances)
    if (variants.some(({ versusBaseline }) => versusBaseline?.probability[id] != null))
      rows.push({
        label,
        cells: [
          blank,
          ...variants.map(({ versusBaseline }): Cell => {
            const chance = versusBaseline?.probability[id] ?? null;
            return { text: chance === null ? words.table.none : chanceText(chance, words) };
          }),
        ],
      });
  rows.push({
    label: words.table.response,
    cells: [blank, ...variants.map(({ response }) => ({ text: words.table.responseName[response] }))],
  });
  return rows;
}

/** Of the differences, the table shows those of money, service level, abandonment and FTE; CSV and JSON have all. */
const comparedInTable = (id: string, { unit }: KpiSummary): boolean =>
  unit === 'currency' || unit === 'currencyPerContact' || unit === 'fte' || id === 'serviceLevel.phone' || id === 'abandonment.phone';

function chanceText(chance: Estimate, words: Words): string {
  const error = halfWidth(chance) * 100;
  const place = placeWithin(error, 0);
  const value = `${ofHundred(chance.value)}%`;
  return errorMatters(error, place) ? words.table.plusMinus(value, formatNumber(error, place, words.locale)) : value;
}
