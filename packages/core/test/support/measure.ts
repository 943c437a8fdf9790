import { totalsLayout, type Model } from '../../src/index.ts';
import { kpisOf } from '../../src/kpis/kpisOf.ts';
import { ledgerLines } from '../../src/ledger/ledgerLines.ts';
import { priceTotals } from '../../src/ledger/priceTotals.ts';
import { centralLeaves } from './tinyModel.ts';

/** Ledger and KPIs of one replication at central prices: amounts by line, ratios by KPI id (NaN: no contacts). */
export function measure(model: Model, totals: Float64Array) {
  const lines = ledgerLines(model);
  const ledger = new Float64Array(lines.length);
  const totalCost = priceTotals(model, centralLeaves(model), totals, 0, ledger);
  const input = { model, layout: totalsLayout(model), totals, offset: 0, totalCost };
  const kpis = Object.fromEntries(kpisOf(model).map(({ id, numerator, denominator }) => [id, numerator(input) / denominator(input)]));
  return { amounts: Object.fromEntries(lines.map(({ line }, index) => [line, ledger[index]!])), totalCost, kpis };
}
