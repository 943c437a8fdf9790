import { allocateCosts, allocationParts, totalsLayout, type Model } from '../../src/index.ts';
import { kpisOf } from '../../src/kpis/kpisOf.ts';
import { ledgerLines } from '../../src/ledger/ledgerLines.ts';
import { priceTotals } from '../../src/ledger/priceTotals.ts';
import { satisfiedContacts } from '../../src/ledger/satisfied.ts';
import { centralLeaves } from './tinyModel.ts';

/** Ledger and KPIs of one replication at central prices: amounts by line, ratios by KPI id (NaN: no contacts). */
export function measure(model: Model, totals: Float64Array) {
  const lines = ledgerLines(model);
  const ledger = new Float64Array(lines.length);
  const leaves = centralLeaves(model);
  const totalCost = priceTotals(model, leaves, totals, 0, ledger);
  const layout = totalsLayout(model);
  const parts = new Float64Array(allocationParts(layout));
  const units = allocateCosts(model, leaves, totals, 0, ledger, parts);
  const input = {
    model,
    layout,
    totals,
    offset: 0,
    totalCost,
    row: 0,
    allocation: Array.from(parts, (part) => Float64Array.of(part / units)),
    satisfied: Float64Array.of(satisfiedContacts(model, leaves, layout, totals, 0)),
  };
  const kpis = Object.fromEntries(kpisOf(model).map(({ id, numerator, denominator }) => [id, numerator(input) / denominator(input)]));
  return { parts, units, amounts: Object.fromEntries(lines.map(({ line }, index) => [line, ledger[index]!])), totalCost, kpis };
}
