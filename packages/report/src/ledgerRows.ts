import { costCategories, type CostCategory, type Estimate, type ScenarioResults } from '@percall/core';
import { labelled, meanCells } from './cells.ts';
import type { Setting } from './setting.ts';
import type { Row } from './table.ts';
import type { Words } from './words/words.ts';

/** The lines that cost anything in any scenario, by category, and their sum: expected amounts, which add up as medians do not. */
export function ledgerRows(scenarios: readonly ScenarioResults[], setting: Setting, words: Words): Row[] {
  const lines = new Map<string, { readonly category: CostCategory; readonly label: string }>();
  for (const { ledger } of scenarios)
    for (const { line, category, perPeriod } of ledger)
      if (perPeriod.value !== 0) lines.set(line, { category, label: ledgerLabel(line, category, ledger, words) });
  const row = (label: string, perPeriod: (scenario: ScenarioResults) => Estimate | null): Row => ({
    label: labelled(label, 'currency', setting, words),
    cells: meanCells(scenarios.map(perPeriod), 'currency', words.table.none, setting, words),
  });
  // Lines that only a variant has stand with those of their kind.
  const inOrder = [...lines].sort(([, a], [, b]) => costCategories.indexOf(a.category) - costCategories.indexOf(b.category));
  const rows = inOrder.map(([line, { label }]) =>
    row(label, ({ ledger }) => ledger.find((entry) => entry.line === line)?.perPeriod ?? null),
  );
  return rows.length === 0 ? [] : [...rows, row(words.table.total, ({ kpis }) => kpis['totalCost']?.mean ?? null)];
}

/** A category of one line is shown by its words, a line among several by words and what it is. */
function ledgerLabel(line: string, category: CostCategory, ledger: ScenarioResults['ledger'], words: Words): string {
  const name = words.category[category];
  const alone = ledger.filter((entry) => entry.category === category && entry.perPeriod.value !== 0).length < 2;
  return alone || line === category ? name : words.table.ledgerLine(name, partOfLedger(line, category, words));
}

/** What a line is beside others of its category: as its document names groups and contact types, what follows from levers in words, and the others by number. */
function partOfLedger(line: string, category: CostCategory, { table: { ledgerPart, named } }: Words): string {
  const dot = line.indexOf('.');
  const [first, rest] = dot < 0 ? [line, ''] : [line.slice(0, dot), line.slice(dot + 1)];
  switch (first) {
    case 'overtime':
    case 'training':
    case 'rootCause':
      return ledgerPart[first](rest);
    case 'callback':
      return ledgerPart.attempts;
    case 'severance':
      return ledgerPart.severance;
    case 'ivr':
    case 'selfService':
      return ledgerPart[rest as 'minutes' | 'platform' | 'sessions'];
    case 'softwareLicences':
      return ledgerPart.lever;
    case category:
      return named(rest);
    default:
      return String(Number(/\[(\d+)\]$/.exec(line)?.[1] ?? 0) + 1);
  }
}
