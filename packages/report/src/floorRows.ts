import type { FloorSummary, KpiUnit, ScenarioResults } from '@percall/core';
import { chanceCell, unitOf } from './cells.ts';
import { finestPlace, formatKpi, shownFactor, type Place } from './numbers.ts';
import type { Setting } from './setting.ts';
import type { Row } from './table.ts';
import type { Words } from './words/words.ts';

/** The floors on one KPI, each as the chance that it is met. */
export function floorRows(id: string, scenarios: readonly ScenarioResults[], setting: Setting, words: Words): Row[] {
  const key = ({ side, value }: FloorSummary): string => `${side} ${value}`;
  const floors = new Map(
    scenarios.flatMap((scenario) => scenario.floors.filter(({ kpi }) => kpi === id).map((floor) => [key(floor), floor])),
  );
  const unit = unitOf(scenarios.map(({ kpis }) => kpis[id]));
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

/** All floors together, where there are several. */
export function everyFloorRow(scenarios: readonly ScenarioResults[], setting: Setting, words: Words): Row[] {
  if (scenarios.every(({ floors }) => floors.length < 2)) return [];
  const cells = scenarios.map(({ holds }) => (holds === null ? { text: words.table.none } : chanceCell(holds, setting.chance, words)));
  return [{ label: words.table.everyFloor, cells }];
}

/** A floor is a round number: 80%, not 80.0%. */
export const floorPlace = (value: number, unit: KpiUnit, currency: string): Place =>
  Number.isInteger(Math.round(value * shownFactor(unit) * 1e6) / 1e6) ? 0 : finestPlace(unit, currency);
