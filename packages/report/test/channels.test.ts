import { describe, expect, it } from 'vitest';
import type { KpiSummary, ScenarioResults } from '@percall/core';
import { qualityItems } from '../src/qualityStrip.ts';
import { headline, headlineText } from '../src/sentence.ts';
import { resultsTable } from '../src/table.ts';
import { tidyRows } from '../src/tidy.ts';
import { ar } from '../src/words/ar.ts';
import { en } from '../src/words/en.ts';
import { baseline as phoneOnly, cut, estimate, kpi, setting, verified } from './madeUpResults.ts';

/** A chat channel, a floor judged by week, and callbacks that only the variant has. */
const added: Readonly<Record<string, KpiSummary>> = {
  'serviceLevel.phone.worstWeek': kpi('fraction', 0.79, [0.7, 0.86], 0.0002),
  'serviceLevel.chat': kpi('fraction', 0.9, [0.86, 0.93], 0.002),
  'cpc.handled.chat': kpi('currencyPerContact', 4.2, [3.9, 4.5], 0.01),
  'totalCost.chat': kpi('currency', 90_000, [80_000, 99_000], 300),
  idleCost: kpi('currency', 120_000, [100_000, 140_000], 400),
  'concurrency.chat': kpi('number', 2.1, [1.8, 2.4], 0.01),
};
const byWeek = (holds: number) =>
  ({ kpi: 'serviceLevel.phone.worstWeek', side: 'atLeast', value: 0.8, holds: estimate(holds, 0.004) }) as const;
const chat = { kpi: 'serviceLevel.chat', side: 'atLeast', value: 0.8, holds: estimate(0.99, 0.001) } as const;
const baseline: ScenarioResults = { ...phoneOnly, kpis: { ...phoneOnly.kpis, ...added }, floors: [byWeek(0.95), chat] };
const callbacks: ScenarioResults = {
  ...verified,
  kpis: { ...verified.kpis, ...added, 'callbackPromise.phone': kpi('fraction', 0.93, [0.88, 0.97], 0.0002) },
  floors: [byWeek(0.96), chat],
};
const worse: ScenarioResults = { ...cut, kpis: { ...cut.kpis, ...added }, floors: [byWeek(0.41), chat] };
const results = { scenarios: [baseline, callbacks, worse] };

describe('a floor that is judged by week', () => {
  it('is named so in the sentence', () => {
    expect(headlineText(headline(worse, baseline, setting, en))).toMatch(
      /^Not a saving: service level on phone, worst week breaks, met in 41 of 100 futures where 90 are wanted\./,
    );
    expect(headlineText(headline(worse, baseline, setting, ar)).replace(/[\u2066-\u2069\u200e]/gu, '')).toMatch(
      /^ليس توفيرًا: حدّ مستوى الخدمة عبر الهاتف، أسوأ أسبوع غير مستوفى/,
    );
  });

  it('stands in the table under its own KPI', () => {
    const quality = resultsTable(results, setting, en).sections.find(({ title }) => title === 'Quality')!.rows;
    const at = quality.findIndex(({ label }) => label === 'Service level on phone, worst week');
    expect(quality[at]!.cells[0]!.text).toBe('79.0% (70.0% to 86.0%)');
    expect(quality[at + 1]!.label).toBe('  chance of at least 80%');
    expect(quality[at + 1]!.cells.map(({ text }) => text)).toEqual(['95% holds', '96% holds', '41% breaks']);
  });

  it('follows its KPI in the strip, and floors on other channels come after', () => {
    const items = qualityItems(['serviceLevel.phone', 'asa.phone'], results, 1, setting, en);
    expect(items.map(({ id, floor }) => `${id} ${floor?.met ?? '-'}`)).toEqual([
      'serviceLevel.phone -',
      'serviceLevel.phone.worstWeek 96',
      'asa.phone -',
      'serviceLevel.chat 99',
    ]);
  });

  it('keeps its name in data', () => {
    const metrics = new Set(tidyRows(results, setting).map(({ metric, channel }) => `${metric} ${channel}`));
    for (const metric of [
      'serviceLevel.worstWeek phone',
      'serviceLevel chat',
      'cpc.handled chat',
      'savings.freedCapacity ',
      'reference.industryAverage ',
    ])
      expect([...metrics]).toContain(metric);
  });
});

describe('the table', () => {
  const table = resultsTable(results, setting, en);
  const labels = (title: string) => table.sections.find((section) => section.title === title)!.rows.map(({ label }) => label);

  it('shows a KPI that a variant alone has', () => {
    const row = table.sections.flatMap(({ rows }) => rows).find(({ label }) => label === 'Callback promise kept on phone')!;
    expect(row.cells.map(({ text }) => text)).toEqual(['-', '93.0% (88.0% to 97.0%)', '-']);
  });

  it('shows what is allocated under what it is part of, and idle time last', () => {
    expect(labels('Cost').filter((label) => /chat|idle/.test(label))).toEqual([
      'Cost per handled contact on chat, USD',
      'Total cost on chat, USD per month',
      'Unallocated idle time, USD per month',
    ]);
    expect(labels('People')).toContain('Concurrency on chat');
  });

  it('shows the industry average in US dollars only, and under no headline but the one it is counted per', () => {
    expect(labels('Cost')).toContain('  industry average, for reference, USD');
    const inDinars = resultsTable(results, { ...setting, currency: 'JOD' }, en).sections.flatMap(({ rows }) => rows);
    expect(inDinars.some(({ label }) => label.includes('average, for reference'))).toBe(false);
    const perNeed = resultsTable(results, { ...setting, headline: 'need' }, en).sections.flatMap(({ rows }) => rows);
    expect(perNeed.some(({ label }) => label.includes('average, for reference'))).toBe(false);
    expect(tidyRows(results, { ...setting, currency: 'JOD' }).some(({ metric }) => metric.startsWith('reference'))).toBe(false);
  });
});
