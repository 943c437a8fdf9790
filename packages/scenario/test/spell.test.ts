import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spellValue, type Quantity } from '../src/index.ts';
import { readAmount } from '../src/units/amount.ts';

it.each<[Quantity, number, string]>([
  ['duration', 340, '5m40s'],
  ['duration', 45, '45 s'],
  ['duration', 180, '3 min'],
  ['duration', 28_800, '8 h'],
  ['duration', 86_400, '1 day'],
  ['duration', 3_628_800, '6 weeks'],
  ['share', 0.07, '7%'],
  ['points', 0.03, '3 points'],
  ['multiplier', 1.1, '+10%'],
  ['multiplier', 0.92, '-8%'],
  ['multiplier', 1, '+0%'],
  ['multiplier', 2.2, 'x2.2'],
  ['count', 120_000, '120000'],
  // A fraction that no one takes for thousands.
  ['count', 14.859, '14.8590'],
])('%s %d is spelled %s', (quantity, value, expected) => {
  expect(spellValue(quantity, value)).toBe(expected);
});

it('spells costs with their basis', () => {
  expect(spellValue('cost', 17.6, { on: 'paidHour' })).toBe('17.6 per h');
  expect(spellValue('cost', 110, { on: 'seat', per: 'month' })).toBe('110 per seat per month');
});

const quantities: Quantity[] = ['duration', 'share', 'points', 'multiplier', 'count', 'number', 'money', 'cost'];

it('reads back what it spells, to twelve digits (seed 31)', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...quantities),
      fc.oneof(fc.double({ min: 0.001, max: 1e7, noNaN: true }), fc.integer({ min: 1, max: 1e7 })),
      (quantity, value) => {
        const read = readAmount(spellValue(quantity, value, quantity === 'cost' ? { on: 'contact' } : null), { quantity });
        expect(read).toMatchObject({ ok: true });
        // A percentage of change is rounded to ten decimals: 1e-12 of the factor.
        if (read.ok) expect(Math.abs(read.value.value - value)).toBeLessThanOrEqual(1e-11 * Math.max(1, value));
      },
    ),
    { seed: 31, numRuns: 1000 },
  );
});
