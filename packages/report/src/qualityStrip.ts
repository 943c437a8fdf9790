import { splitExtreme, type KpiSummary, type Results } from '@percall/core';
import { floorPlace } from './floorRows.ts';
import { formatKpi, placeOf } from './numbers.ts';
import { kpiName } from './kpiName.ts';
import type { Setting } from './setting.ts';
import { futuresOf, qualityState } from './verdict.ts';
import type { FirstWords } from './words/firstWords.ts';
import type { QualityState } from './words/words.ts';

/** One KPI of the strip that is always in sight: in words, so that whoever draws it only draws. */
export interface QualityItem {
  readonly id: string;
  readonly name: string;
  /** Median over the futures, with its unit. */
  readonly value: string;
  /** The baseline's, where another scenario is shown. */
  readonly baseline: string | null;
  /** The floor that is least likely to be met; null where none is set. */
  readonly floor: {
    readonly text: string;
    readonly state: QualityState;
    /** How likely it is met, as a fraction: what counts of 100 may hide a difference of. */
    readonly chance: number;
    /** Futures of 100 in which it is met, here and in the baseline. */
    readonly met: number;
    readonly metInBaseline: number | null;
  } | null;
}

/**
 * The KPIs of `ids` that a study has, in that order, of the scenario at `place` (0: the baseline), each followed by the worst weeks and intervals of it
 * that a floor is set on; then every other KPI that has a floor. A KPI with several floors shows the one that is met least often.
 */
export function qualityItems(
  ids: readonly string[],
  { scenarios }: Results,
  place: number,
  setting: Setting,
  words: FirstWords,
): readonly QualityItem[] {
  const baseline = scenarios[0]!;
  const scenario = scenarios[place]!;
  const floored = [...new Set(scenario.floors.map(({ kpi }) => kpi))];
  const extremes = (id: string): string[] => floored.filter((other) => other !== id && splitExtreme(other).base === id);
  const shown = ids.flatMap((id) => [id, ...extremes(id)]);
  return [...shown, ...floored.filter((id) => !shown.includes(id))].flatMap((id): QualityItem[] => {
    const kpi = scenario.kpis[id];
    if (kpi === undefined) return [];
    const [floor] = scenario.floors.filter((each) => each.kpi === id).sort((a, b) => a.holds.value - b.holds.value);
    const theirs = floor && baseline.floors.find(({ kpi: other, side }) => other === id && side === floor.side);
    return [
      {
        id,
        name: kpiName(id, words),
        value: medianText(kpi, setting, words),
        baseline: place === 0 || baseline.kpis[id] === undefined ? null : medianText(baseline.kpis[id], setting, words),
        floor: floor
          ? {
              text: words.page.qualityFloor(
                floor.side,
                withUnit(floor.value, kpi, floorPlace(floor.value, kpi.unit, setting.currency), setting, words),
              ),
              state: qualityState(floor.holds.value, setting.chance),
              chance: floor.holds.value,
              met: futuresOf(floor.holds.value, setting.chance),
              metInBaseline: place === 0 || theirs === undefined ? null : futuresOf(theirs.holds.value, setting.chance),
            }
          : null,
      },
    ];
  });
}

/** The one whose floor is met least often, which is the one that the sentence names; the first where no floor is set. undefined: there is none. */
export const leastSure = (items: readonly QualityItem[]): QualityItem | undefined =>
  items.reduce<QualityItem | undefined>(
    (worst, item) => (worst === undefined || (item.floor?.chance ?? Infinity) < (worst.floor?.chance ?? Infinity) ? item : worst),
    undefined,
  );

function medianText(kpi: KpiSummary, setting: Setting, words: FirstWords): string {
  if (kpi.quantiles === null) return words.table.noContacts;
  const { p50 } = kpi.quantiles;
  return withUnit(p50.value, kpi, placeOf(p50, kpi.unit, setting.currency), setting, words);
}

function withUnit(value: number, { unit }: KpiSummary, place: number, { currency, period }: Setting, words: FirstWords): string {
  const symbol = words.unit(unit, currency, words.period[period]);
  const number = formatKpi(value, unit, place, words.locale);
  return symbol === '' ? number : words.page.amount(number, symbol);
}
