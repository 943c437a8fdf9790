import { en, settingOf } from '@percall/report';
import { ar } from '@percall/report/arabic';
import { runStudy } from '@percall/runner';
import { describe, expect, it } from 'vitest';
import { decidingSections } from '../src/panels/comparison.ts';
import { inputDifferences } from '../src/panels/inputDifferences.ts';
import { mostPinned, Pins } from '../src/state/pins.svelte.ts';
import { variantNames } from '../src/state/work.ts';
import { preset } from './documents.ts';

const bank = preset('bank-ivr-verification');
const names = variantNames(bank);

describe('what differs between variants', () => {
  it('is said input by input, with whom it is about, and what each has there', () => {
    const rows = inputDifferences(bank, names, en, 'en');
    const offered = rows.find(({ path }) => path === 'levers.ivr.verification.offeredTo')!;
    expect(offered.label).toBe('IVR · Caller verification · Offered to');
    expect(offered.cells.map(({ text }) => text)).toEqual(['0%', '68%', '68%', '68%', '68%']);
    expect(offered.cells.map(({ isChanged }) => isChanged)).toEqual([false, true, true, true, true]);
    const success = rows.find(({ path }) => path === 'levers.ivr.verification.success')!;
    expect(success.cells.map(({ text, isChanged }) => [text, isChanged])).toEqual([
      ['62% ±5 points', false],
      ['62% ±5 points', false],
      ['90%', true],
      ['62% ±5 points', false],
      ['62% ±5 points', false],
    ]);
    expect(rows.find(({ path }) => path === 'oneOff')!.cells.map(({ text }) => text)).toEqual(['-', '60000', '60000', '60000', '60000']);
    // A group that is changed whole is told number by number, in nobody's brackets.
    expect(rows.some(({ cells }) => cells.some(({ text }) => text.includes('{')))).toBe(false);
    expect(rows.map(({ path }) => path)).toContain('staffing.people.hireLag');
  });

  it('is of the variants that are asked for alone, and in Arabic', () => {
    const rows = inputDifferences(bank, names.slice(0, 1), ar, 'ar');
    expect(rows.map(({ path }) => path)).not.toContain('levers.ivr.verification.success');
    expect(rows.every(({ cells }) => cells.length === 2)).toBe(true);
    expect(rows.find(({ path }) => path === 'levers.ivr.platform')!.cells[1]!.text).toMatch(/شهريًا/);
  });

  it('shows every change of every preset somewhere', () => {
    for (const name of ['retailer-callbacks', 'telecom-peak', 'gulf-ecommerce', 'health-open-enrolment', 'it-help-desk']) {
      const document = preset(name);
      for (const variant of variantNames(document)) {
        const rows = inputDifferences(document, [variant], en, 'en');
        const { variants } = document as unknown as { variants: readonly { name: string; changes?: object }[] };
        const changes = Object.keys(variants.find((each) => each.name === variant)!.changes ?? {});
        for (const change of changes)
          expect([
            name,
            variant,
            change,
            rows.some(({ path }) => path === change || path.startsWith(`${change}.`) || path.startsWith(`${change}[`)),
          ]).toEqual([name, variant, change, true]);
      }
    }
  });
});

it('figures that decide are of the pinned variants, in the order of the columns, as a run says them', async () => {
  const { study, results, replications } = await runStudy(bank, { replications: 64, floor: 'erlang', shares: false });
  const pinned = [names[1]!, names[3]!];
  const sections = decidingSections(results, pinned, settingOf({ study, replications }), en);
  for (const { rows } of sections) for (const { cells } of rows) expect(cells).toHaveLength(3);
  const chance = sections[0]!.rows.find(({ label }) => label === en.table.chanceCheaper)!;
  const [, first, second] = chance.cells.map(({ text }) => parseInt(text));
  const wanted = pinned.map((name) => results.scenarios.find((each) => each.name === name)!.versusBaseline!.probability.cheaper!.value);
  expect(Math.abs(first! - 100 * wanted[0]!)).toBeLessThan(2);
  expect(Math.abs(second! - 100 * wanted[1]!)).toBeLessThan(2);
  // Few rows: what else there is stands among the figures.
  expect(sections.flatMap(({ rows }) => rows).length).toBeLessThan(30);
});

describe('pins', () => {
  const store = (kept: string | null = null) => {
    let value = kept;
    return { getItem: () => value, setItem: (_: string, text: string) => void (value = text), removeItem: () => void (value = null) };
  };
  const many = ['a', 'b', 'c', 'd', 'e'];

  it('are the first four until somebody pins, never more, and never none', () => {
    const kept = store();
    const pins = new Pins(kept);
    expect(pins.among(many)).toEqual(many.slice(0, mostPinned));
    pins.toggle('e', many);
    expect(pins.among(many)).toEqual(['a', 'b', 'c', 'd']);
    pins.toggle('a', many);
    pins.toggle('e', many);
    expect(pins.among(many)).toEqual(['b', 'c', 'd', 'e']);
    expect(new Pins(kept).among(many)).toEqual(['b', 'c', 'd', 'e']);
    expect(pins.among(['x'])).toEqual(['x']);
    pins.toggle('x', ['x']);
    expect(pins.among(['x'])).toEqual(['x']);
  });

  it('that cannot be read are none', () => {
    for (const text of ['{', '7', '[1, null]']) expect(new Pins(store(text)).among(many)).toEqual(['a', 'b', 'c', 'd']);
  });
});
