import { floorParts } from './floorParts.ts';
import type { KpiSummary, Results, ScenarioResults } from '@percall/core';
import { chanceCell, chanceText, labelled, medianCells, unitOf, type Cell } from './cells.ts';
import { kpiName } from './kpiName.ts';
import { chanceOf, isChance, type ChanceName } from './metrics.ts';
import { formatNumber } from './numbers.ts';
import type { Setting } from './setting.ts';
import type { Row, Table } from './table.ts';
import { tidyEstimates } from './tidy.ts';
import type { Words } from './words/words.ts';

/** One cell of a grid: what was put where, and what came of it. */
export interface SweptCell {
  /** By the order of the grid's paths: as typed, and as a number in SI where it is one. */
  readonly values: readonly { readonly typed: string; readonly value: number | string }[];
  /** With the metrics that are looked at (`onlyMetrics`). */
  readonly results: Results;
}

/** A grid that has been run. */
export interface Sweep {
  /** Each a column of the rows, under its own name. */
  readonly paths: readonly string[];
  readonly cells: readonly SweptCell[];
}

/** Statistics of a KPI in the rows: the budget average, the median and the 90% range. */
const statistics = ['mean', 'p5', 'p50', 'p95'];

const isTold = (statistic: string): boolean =>
  statistics.includes(statistic.replace(/^difference\./, '')) || statistic === 'probability' || statistic.startsWith('holds.');

export type SweepRow = Readonly<Record<string, string | number | null>>;

export const sweepColumns = ({ paths }: Sweep): readonly string[] => [
  'cell',
  ...paths,
  'scenario',
  'period',
  'channel',
  'contactType',
  'metric',
  'statistic',
  'value',
  'lower',
  'upper',
  'unit',
];

/** One row for each cell, scenario, metric and statistic, cell by cell; cells are numbered from 1. `lower` and `upper` are the 95% Monte Carlo interval. */
export function* sweepRows({ paths, cells }: Sweep, setting: Setting): Generator<SweepRow, void, undefined> {
  for (const [index, { values, results }] of cells.entries()) {
    const put = Object.fromEntries(paths.map((path, axis) => [path, values[axis]!.value]));
    for (const { estimate, unit, statistic, scenario, period, channel, contactType, metric } of tidyEstimates(results, setting)) {
      if (!isTold(statistic)) continue;
      const [value, lower, upper] = [estimate?.value ?? null, estimate?.lower ?? null, estimate?.upper ?? null];
      yield { cell: index + 1, ...put, scenario, period, channel, contactType, metric, statistic, value, lower, upper, unit };
    }
  }
}

/** A section for each scenario, a row for each cell, a column for each metric: medians with their 90% ranges, and chances. */
export function sweepTable({ paths, cells }: Sweep, metrics: readonly string[], setting: Setting, words: Words): Table {
  const scenarios = cells[0]!.results.scenarios.map(({ name }) => name);
  return {
    columns: [...paths, ...metrics.map((metric) => metricName(metric, cells, setting, words))],
    sections: scenarios.map((title, place) => {
      const own = cells.map(({ results }) => results.scenarios[place]!);
      const columns = metrics.map((metric) =>
        isChance(metric)
          ? own.map((scenario) => chance(scenario, metric, setting, words))
          : medianCells(kpisOf(own, metric), setting, words),
      );
      return {
        title,
        rows: cells.map(({ values }, index): Row => ({
          label: values[0]!.typed,
          cells: [...values.slice(1).map(({ typed }) => ({ text: typed })), ...columns.map((column) => column[index]!)],
        })),
      };
    }),
    footnote: words.table.footnote({
      replications: formatNumber(setting.replications, 0, words.locale),
      seed: setting.seed,
      floor: floorParts(cells[0]!.results, setting, words),
    }),
  };
}

const kpisOf = (scenarios: readonly ScenarioResults[], id: string): readonly (KpiSummary | undefined)[] =>
  scenarios.map(({ kpis }) => kpis[id]);

function metricName(metric: string, cells: readonly SweptCell[], setting: Setting, words: Words): string {
  switch (metric) {
    case 'holds':
      return words.table.everyFloor.trim();
    case 'cheaper':
      return words.table.chanceCheaper;
    case 'noWorse':
      return words.table.chanceNoWorse;
    case 'cheaperAndNoWorse':
      return words.table.chanceCheaperAndNoWorse;
    default: {
      const kpis = cells.flatMap(({ results }) => kpisOf(results.scenarios, metric));
      return labelled(kpiName(metric, words), unitOf(kpis), setting, words);
    }
  }
}

function chance(scenario: ScenarioResults, name: ChanceName, setting: Setting, words: Words): Cell {
  const estimate = chanceOf(scenario, name);
  if (estimate === null) return { text: words.table.none };
  return name === 'holds' ? chanceCell(estimate, setting.chance, words) : { text: chanceText(estimate, setting.chance, words) };
}
