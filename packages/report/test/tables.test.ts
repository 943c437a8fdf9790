import { readFileSync } from 'node:fs';
import type { CostCategory } from '@percall/core';
import { describe, expect, it } from 'vitest';
import { medianCells } from '../src/cells.ts';
import { markdownTable } from '../src/markdown.ts';
import { resultsTable } from '../src/table.ts';
import { plainText, terminalTable } from '../src/terminal.ts';
import { csv, ndjson } from '../src/rows.ts';
import { tidyColumns, tidyRows } from '../src/tidy.ts';
import { ar } from '../src/words/ar.ts';
import { en } from '../src/words/en.ts';
import type { Words } from '../src/words/words.ts';
import { baseline, estimate, kpi, results, setting, verified } from './madeUpResults.ts';

/** Printed once by this code from the results made up by hand, read by people, and kept: they prove nothing but stability. */
const pinned = (name: string): string => readFileSync(new URL(`pinned/${name}`, import.meta.url), 'utf8');

describe('the table', () => {
  const table = resultsTable(results, setting, en);

  it('in a terminal', () => {
    expect(terminalTable(table, { colour: false })).toBe(pinned('table.txt'));
  });

  it('in Markdown', () => {
    expect(markdownTable(table)).toBe(pinned('table.md.txt'));
  });

  it('heads the column of the baseline in the language of the table, whatever results call it', () => {
    const scenarios = [{ ...baseline, name: 'baseline' }, verified];
    expect(resultsTable({ scenarios }, setting, en).columns[1]).toBe('Baseline');
    expect(resultsTable({ scenarios }, setting, ar).columns[1]).toBe('خط الأساس');
  });

  it('says without colour what it says with it', () => {
    expect(terminalTable(table, { colour: true }).replace(/\p{Cc}\[\d+m/gu, '')).toBe(terminalTable(table, { colour: false }));
  });

  it('says how far strata of days are off in parts of a spread, and of what hardly has one that it hardly differs', () => {
    const footnote = (deviation: Readonly<Record<string, number | null>>): string =>
      resultsTable({ scenarios: [{ ...baseline, days: { run: 'strata', replications: 32, deviation } }] }, setting, en).footnote!;
    expect(footnote({ fte: 0.02, paidHours: null })).toContain('which is off by 2% of a KPI’s spread at most.');
    expect(footnote({ fte: 0.02, totalCost: 2405.38 })).toContain(
      'which is off by 2% of a KPI’s spread at most, but for what hardly differs from future to future.',
    );
  });

  it('shows no range of what is one number in all futures but for rounding', () => {
    // Of 15 full-time agents 11.25 stay in every future: 3.75 fewer, and a digit in the fifteenth place on either side of what is printed.
    const noise = 4e-15;
    const cells = medianCells([kpi('fte', -3.75, [-3.75 - noise, -3.75 + noise])], setting, en, 'exceptZero');
    expect(cells).toEqual([{ text: expect.stringMatching(/^-3\.[78]$/) as string }]);
    // Twin: a hundredth of an agent is a range.
    expect(medianCells([kpi('fte', -3.75, [-3.76, -3.74])], setting, en, 'exceptZero')[0]!.text).toContain('to');
  });

  it('shows no commands to the terminal and no marks to Markdown that came in a name', () => {
    const named = { scenarios: [baseline, { ...verified, name: '\u001b[31mred | `x`\n\u202e' }] };
    const hostile = resultsTable(named, setting, en);
    const shown = terminalTable(hostile, { colour: false });
    for (const command of ['\u001b', '\u202e']) expect(shown).not.toContain(command);
    expect(markdownTable(hostile)).toContain('\\|  \\`x\\`'.replace('  ', ' '));
    expect(plainText('a\u0007b\r\nc')).toBe('a b  c');
  });
});

describe('what a variant alone has', () => {
  const moving = {
    ...verified,
    response: 'transition' as const,
    kpis: {
      ...verified.kpis,
      npv: kpi('amount', 81_234, [-12_000, 160_000], 1500),
      payback: kpi('months', 14.26, [9, 36], 0.2),
      paidBack: { ...kpi('fraction', 1, [0, 1]), mean: estimate(0.83, 0.01) },
    },
  };
  const rows = resultsTable({ scenarios: [baseline, moving] }, setting, en).sections.flatMap((section) => section.rows);
  const row = (label: string) => rows.find((each) => each.label.startsWith(label))!;

  it('stands among the costs, beside nothing of the baseline’s, in a unit that is no period’s', () => {
    expect(row('Net present value').label).toBe('Net present value of the investment, USD');
    expect(row('Net present value').cells.map(({ text }) => text)).toEqual(['-', '81,000 ±2,000 (-12,000 to 160,000)']);
    expect(row('Pay-back').cells[1]!.text).toContain('14.3 ±0.2 (9.0 to 36.0)');
    expect(row('Roster').cells[1]!.text).toBe('in transition');
  });

  it('a pay-back or none is a share of the futures, not a median of all or nothing', () => {
    expect(row('Paid back').cells.map(({ text }) => text)).toEqual(['-', '83% ±1']);
  });
});

describe('the ledger', () => {
  const line = (name: string, category: CostCategory) => ({ line: name, category, perPeriod: estimate(100) });
  const ledger = [
    line('wages.voice', 'wages'),
    line('overtime.voice', 'wages'),
    line('telephony', 'telephony'),
    line('callback.attempts', 'telephony'),
    line('ivr.minutes', 'ivr'),
    line('ivr.platform', 'ivr'),
    line('technology[0]', 'technology'),
    line('technology[1]', 'technology'),
  ];
  const moving = [line('training.voice', 'hiring'), line('hiring', 'hiring'), line('severance', 'hiring'), line('penalties', 'penalties')];
  const variant = { ...verified, ledger: [...ledger, ...moving] };
  const labels = (words: Words): readonly string[] =>
    resultsTable(
      { scenarios: [{ ...baseline, ledger: [...ledger, line('rootCause.bills', 'oneOff'), line('oneOff', 'oneOff')] }, variant] },
      setting,
      words,
    )
      .sections.find(({ title }) => title === words.table.ledger(words.period[setting.period]))!
      .rows.map(({ label }) => label.replaceAll(/[\u2066-\u2069]/g, '').replace(/[,،] [^,،]*$/, ''));

  it('says in words what a line is, and has those of a category together, whoever has them', () => {
    expect(labels(en)).toEqual([
      'Wages: voice',
      'Wages: overtime, voice',
      'Telephony',
      'Telephony: callback attempts',
      'IVR: minutes',
      'IVR: platform',
      'Technology: 1',
      'Technology: 2',
      'Hiring and training: training, voice',
      'Hiring and training',
      'Hiring and training: severance',
      'Penalties',
      'One-off: root causes, bills',
      'One-off',
      'Total, average',
    ]);
  });

  it('has none of the engine’s own names in Arabic', () => {
    for (const label of labels(ar))
      expect(label.replaceAll('voice', '').replaceAll('bills', '').replaceAll('IVR', '')).not.toMatch(/[a-z]/i);
  });
});

describe('tidy rows', () => {
  const rows = tidyRows({ scenarios: [baseline, verified] }, setting);

  it('have one number each, in the columns of every other tidy file', () => {
    expect(csv(tidyColumns, rows)).toBe(pinned('tidy.csv'));
    expect(csv(tidyColumns, rows).split('\n')[0]).toBe(tidyColumns.join(','));
  });

  it('are the same as one JSON object a line', () => {
    const lines = ndjson(rows).trimEnd().split('\n');
    expect(lines).toHaveLength(rows.length);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(rows);
  });

  it('end the ledger with its expected total, which is the mean of the total cost', () => {
    for (const { name, kpis } of [baseline, verified]) {
      const ledger = rows.filter(({ scenario, metric }) => scenario === name && metric.startsWith('ledger.'));
      const { value, lower, upper } = kpis['totalCost']!.mean!;
      expect(ledger.slice(-3).map(({ metric, statistic, value: said }) => [metric, statistic, said])).toEqual([
        ['ledger.total', 'mean', value],
        ['ledger.total', 'mean.lower', lower],
        ['ledger.total', 'mean.upper', upper],
      ]);
    }
  });

  it('keep a number to the bit', () => {
    const third = { ...rows[0]!, value: 1 / 3 };
    expect(Number(csv(tidyColumns, [third]).split('\n')[1]!.split(',')[6])).toBe(1 / 3);
  });

  it('quote what RFC 4180 wants quoted', () => {
    expect(csv(tidyColumns, [{ ...rows[0]!, scenario: 'a "b", c' }])).toContain('\n"a ""b"", c",');
  });

  it('give "no contacts" an empty value', () => {
    expect(csv(tidyColumns, rows)).toContain('\nBaseline,month,phone,,containment,mean,,fraction\n');
  });
});
