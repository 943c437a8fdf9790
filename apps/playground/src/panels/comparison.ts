import type { Results } from '@percall/core';
import { onlyKpis, resultsSections, type Section, type Setting, type Words } from '@percall/report';
import { stripKpis } from './shownKpis.ts';

/** The figures that decide, of the baseline and the variants of these names: differences, cost, quality with its floors, people. */
export function decidingSections(results: Results, names: readonly string[], setting: Setting, words: Words): readonly Section[] {
  const [baseline, ...variants] = results.scenarios;
  const columns = [baseline!, ...names.flatMap((name) => variants.find((variant) => variant.name === name) ?? [])];
  const decides = new Set([`cpc.${setting.headline}`, 'totalCost', 'fte', ...stripKpis, ...baseline!.floors.map(({ kpi }) => kpi)]);
  const { cost, quality, people, versusBaseline } = resultsSections(onlyKpis({ scenarios: columns }, decides), setting, words);
  return [versusBaseline, cost, quality, people].filter(({ rows }) => rows.length > 0);
}
