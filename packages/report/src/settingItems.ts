import { interpret } from '@percall/scenario';
import { floorParts } from './floorParts.ts';
import { formatNumber, formatPercent } from './numbers.ts';
import type { ReportInput } from './reportInput.ts';
import type { Words } from './words/words.ts';

/** How a study was made, each as a name and what stands there: all that another needs to make the same. */
export function settingItems(
  { document, results, setting, engineVersion, inputsHash }: ReportInput,
  words: Words,
): readonly (readonly [name: string, value: string])[] {
  const { report } = words;
  const { horizon } = interpret(document).scenarios[0]!.scenario;
  return [
    [report.floor, report.floorName(floorParts(results, setting, words))],
    [report.futures, formatNumber(setting.replications, 0, words.locale)],
    [report.seed, setting.seed],
    [report.horizon, report.weeksFrom(horizon.weeks, horizon.start)],
    [report.stated, report.statedIn(setting.currency, words.period[setting.period])],
    [report.chance, formatPercent(setting.chance * 100, 0, words.locale)],
    [report.madeWith, engineVersion],
    [report.inputsHash, inputsHash],
  ];
}
