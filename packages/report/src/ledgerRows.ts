import type { CostCategory, Estimate, ScenarioResults } from '@percall/core';
import { labelled, meanCells } from './cells.ts';
import type { Setting } from './setting.ts';
import type { Row } from './table.ts';
import type { Words } from './words/words.ts';

/** The lines that cost anything in any scenario, and their sum: expected amounts, which add up as medians do not. */
export function ledgerRows(scenarios: readonly ScenarioResults[], setting: Setting, words: Words): Row[] {
  const lines = new Map<string, string>();
  for (const { ledger } of scenarios)
    for (const { line, category, perPeriod } of ledger)
      if (perPeriod.value !== 0) lines.set(line, ledgerLabel(line, category, ledger, words));
  const row = (label: string, perPeriod: (scenario: ScenarioResults) => Estimate | null): Row => ({
    label: labelled(label, 'currency', setting, words),
    cells: meanCells(scenarios.map(perPeriod), 'currency', words.table.none, setting, words),
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
