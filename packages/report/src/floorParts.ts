import type { Results } from '@percall/core';
import { finestPlace, formatKpi, formatNumber, formatPercent, halfWidth, placeOf } from './numbers.ts';
import type { Setting } from './setting.ts';
import type { FirstWords } from './words/firstWords.ts';
import type { FloorParts } from './words/words.ts';

/** Which floor an answer comes from, and what the exact one moved in the headline of the scenario at `place` (default: the baseline) where both ran. */
export function floorParts({ scenarios }: Results, setting: Setting, words: FirstWords, place = 0): FloorParts {
  const { used, exactReplications, correction } = scenarios[place]!.floor;
  const off = scenarios.flatMap(({ days }) => Object.values(days.deviation ?? {}).map((each) => each ?? 0));
  const headline = `cpc.${setting.headline}`;
  const moved = correction?.[headline] ?? null;
  const unit = scenarios[0]!.kpis[headline]!.unit;
  const finest = finestPlace(unit, setting.currency) - 1;
  return {
    used,
    daysOff: off.length === 0 ? null : formatPercent(100 * Math.max(0, ...off.filter((each) => each <= 1)), 0, words.locale),
    beyondSpread: off.some((each) => each > 1),
    exactReplications: formatNumber(exactReplications, 0, words.locale),
    correction:
      moved === null
        ? null
        : {
            value: formatKpi(moved.value, unit, Math.max(finest, placeOf(moved, unit, setting.currency) - 1), words.locale, 'exceptZero'),
            error: formatKpi(halfWidth(moved), unit, Math.max(finest, placeOf(moved, unit, setting.currency) - 1), words.locale),
          },
  };
}
