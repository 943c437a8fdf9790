import type { KpiSummary, Results } from '@percall/core';
import { chanceText, labelled, medianCells, type Cell } from './cells.ts';
import { kpiName, splitKpiId } from './kpiName.ts';
import type { Setting } from './setting.ts';
import { staffedBy } from './staffedBy.ts';
import type { Row } from './table.ts';
import { tableIds } from './tableIds.ts';
import { verdictOf } from './verdict.ts';
import type { Words } from './words/words.ts';

/** Differences and chances; the baseline's own cells stay empty. */
export function versusRows(results: Results, setting: Setting, words: Words): Row[] {
  const [baseline, ...variants] = results.scenarios;
  if (baseline === undefined || variants.length === 0) return [];
  const blank: Cell = { text: '' };
  const shown = tableIds(variants, ({ versusBaseline }) => versusBaseline?.kpis ?? {});
  const headlineId = `cpc.${setting.headline}`;
  const rows: Row[] = [headlineId, ...shown.filter((id) => id !== headlineId && comparedInTable(id, baseline.kpis[id]!))]
    .filter((id) => shown.includes(id))
    .map((id) => {
      const cells = medianCells(
        variants.map(({ versusBaseline }) => versusBaseline?.kpis[id]),
        setting,
        words,
        'exceptZero',
      );
      const judged = cells.map((cell, index) =>
        id === headlineId && verdictOf(variants[index]!, baseline, setting).struck
          ? { text: words.table.notASaving(cell.text), struck: true }
          : cell,
      );
      return {
        label: labelled(words.table.change(kpiName(id, words)), baseline.kpis[id]!.unit, setting, words),
        cells: [blank, ...judged],
      };
    });
  rows.push(...savingRows(results, setting, words));
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
            return { text: chance === null ? words.table.none : chanceText(chance, setting.chance, words) };
          }),
        ],
      });
  rows.push({
    label: words.table.response,
    cells: [blank, ...variants.map((variant) => ({ text: words.table.responseName[staffedBy(variant, setting)] }))],
  });
  return rows;
}

/** What variants save of the baseline's bill, by kind. */
export function savingRows({ scenarios: [, ...variants] }: Results, setting: Setting, words: Words): Row[] {
  return shownSavings.flatMap((kind): Row[] => {
    const savings = variants.map(({ versusBaseline }) => versusBaseline?.savings[kind]);
    if (savings.every((saving) => saving === undefined)) return [];
    return [
      {
        label: labelled(words.saving[kind], 'currency', setting, words),
        cells: [{ text: '' }, ...medianCells(savings, setting, words, 'exceptZero')],
      },
    ];
  });
}

/** Cash first, then what is no cash. Pay and contracts alone are in CSV and JSON. */
const shownSavings = ['cashable', 'usage', 'freedCapacity'] as const;

/** Of the differences, the table shows those of money, of what customers wait for, and FTE; CSV and JSON have all. */
function comparedInTable(id: string, { unit }: KpiSummary): boolean {
  const { kpi } = splitKpiId(id);
  return unit === 'fte' || comparedKpis.has(kpi) || ((unit === 'currency' || unit === 'currencyPerContact') && kpi !== 'idleCost');
}

const comparedKpis = new Set(['serviceLevel', 'abandonment', 'responded', 'callbackPromise']);
