import { describe, expect, it } from 'vitest';
import type { Json, Quantity } from '../src/index.ts';
import { readAmount, type AmountRule } from '../src/units/amount.ts';

const read = (quantity: Quantity, input: Json, rule: Partial<AmountRule> = {}): number | string => {
  const result = readAmount(input, { quantity, ...rule });
  return result.ok ? result.value.value : result.findings[0]!.code;
};

// Values worked out by hand from the definitions: minute = 60 s, month = 365.25 / 12 days, a point = 0.01.
const durations: [Json, number | string][] = [
  ['5m40s', 340],
  ['345 s', 345],
  ['345s', 345],
  ['3 min', 180],
  ['1 day', 86_400],
  ['6 weeks', 3_628_800],
  ['1h30', 5400],
  ['1h 30m', 5400],
  ['2m05', 125],
  ['0:05:40', 340],
  ['12:00:00', 43_200],
  ['1.5 min', 90],
  ['1,200 s', 1200],
  ['1 month', (365.25 / 12) * 86_400],
  ['٥ min', 300],
  ['۱۲٫۵ s', 12.5],
  ['2 h and 5 min', 7500],
  [0, 0],
  ['0', 0],
  [345, 'unit'],
  ['345', 'unit'],
  ['5:40', 'unit'],
  ['40s 5m', 'unit'],
  ['5 kg', 'unit'],
  ['5 apples', 'unit'],
  ['', 'unit'],
  ['min', 'unit'],
  [true, 'type'],
  [null, 'type'],
];

const shares: [Json, number | string][] = [
  ['12%', 0.12],
  ['12 %', 0.12],
  [0.12, 0.12],
  ['0.12', 0.12],
  ['١٢٪', 0.12],
  ['۶۸٪', 0.68],
  ['62.5%', 0.625],
  ['5 min', 'unit'],
  ['5 points', 'unit'],
  ['%', 'unit'],
];

const points: [Json, number | string][] = [
  ['3 points', 0.03],
  ['-0.5 points', -0.005],
  ['+2 pp', 0.02],
  ['1 point', 0.01],
  [0, 0],
  ['3%', 'unit'],
  [3, 'unit'],
];

const factors: [Json, number | string][] = [
  ['x2.2', 2.2],
  ['×1.1', 1.1],
  ['x 1.1', 1.1],
  ['+25%', 1.25],
  ['-10%', 0.9],
  ['\u221210%', 0.9],
  ['0%', 1],
  [1.1, 1.1],
  ['1.1', 1.1],
  ['10%', 'unit'],
  [0, 'unit'],
  ['x-2', 'unit'],
  ['5 s', 'unit'],
];

const counts: [Json, number | string][] = [
  ['110k', 110_000],
  ['1.2M', 1_200_000],
  ['120,000', 120_000],
  ['120 000', 120_000],
  ['120\u202f000', 120_000],
  ['١٢٠٬٠٠٠', 120_000],
  ['1_000_000', 1_000_000],
  [120_000, 120_000],
  ['1,5', 'unit'],
  ['12,00', 'unit'],
  ['120 s', 'unit'],
  ['1.2m', 'unit'],
];

describe.each([
  ['duration', durations],
  ['share', shares],
  ['points', points],
  ['multiplier', factors],
  ['count', counts],
] as const)('%s', (quantity, table) => {
  it.each(table)('%j is read as %s', (input, expected) => {
    const value = read(quantity, input);
    if (typeof expected === 'number') expect(value).toBeCloseTo(expected, 12);
    else expect(value).toBe(expected);
  });
});

it('reads a count with its own words only', () => {
  expect(read('count', '15 agents', { words: ['agents'] })).toBe(15);
  expect(read('count', '15 apples', { words: ['agents'] })).toBe('unit');
});

it('reads a share with its own period only', () => {
  expect(read('share', '35% per year', { per: 'year' })).toBe(0.35);
  expect(read('share', '35% per week', { per: 'year' })).toBe('unit');
});

describe('cost', () => {
  const cost = (input: Json, rule: Partial<AmountRule> = {}) => {
    const result = readAmount(input, { quantity: 'cost', ...rule });
    return result.ok ? result.value : result.findings[0]!.code;
  };

  it.each([
    ['17 per h', 17, { on: 'paidHour' }],
    ['17/h', 17, { on: 'paidHour' }],
    ['12000 per month', 12_000, { on: 'period', per: 'month' }],
    ['12k monthly', 12_000, { on: 'period', per: 'month' }],
    ['110 per seat per month', 110, { on: 'seat', per: 'month' }],
    ['900 per FTE per year', 900, { on: 'fte', per: 'year' }],
    ['0.012 per minute', 0.012, { on: 'minute' }],
    ['0.05 per contact', 0.05, { on: 'contact' }],
    ['4200 per hire', 4200, { on: 'hire' }],
    ['0.10 per session', 0.1, { on: 'session' }],
    ['0.02 per attempt', 0.02, { on: 'attempt' }],
    ['60000 once', 60_000, { on: 'once' }],
    ['USD 17.60 per h', 17.6, { on: 'paidHour' }],
    ['17.60 USD per h', 17.6, { on: 'paidHour' }],
    ['٢٩ per h', 29, { on: 'paidHour' }],
  ])('%s', (input, value, basis) => {
    expect(cost(input)).toMatchObject({ value, basis });
  });

  it('is refused without a basis, with an unknown one or with one that does not fit', () => {
    expect(cost('17')).toBe('unit');
    expect(cost(17)).toBe('unit');
    expect(cost('17 per lightyear')).toBe('unit');
    expect(cost('USD 17 USD per h')).toBe('unit');
    expect(cost('17 per month', { bases: ['paidHour'] })).toBe('unit');
  });

  it('takes the basis of its field where there is one', () => {
    expect(cost(0.03, { impliedBasis: { on: 'minute' } })).toMatchObject({ value: 0.03, basis: { on: 'minute' } });
  });
});
