import { describe, expect, it } from 'vitest';
import type { Json } from '../src/index.ts';
import { describe as description } from '../src/schema/description.ts';
import { readLeaf } from '../src/schema/readLeaf.ts';

const duration = description({ quantity: 'duration', label: '', help: '' });
const share = description({ quantity: 'share', label: '', help: '' });
const count = description({ quantity: 'count', label: '', help: '' });
const wage = description({ quantity: 'cost', label: '', help: '', bases: ['paidHour'] });
const factor = description({ quantity: 'multiplier', label: '', help: '' });

const read = (input: Json, of = duration) => {
  const result = readLeaf(input, of);
  return result.ok ? result.value.distribution : result.findings.map(({ code, below }) => [code, ...(below ?? [])].join(' '));
};

describe('a number that is not certain', () => {
  it.each<[Json, typeof duration, unknown]>([
    ['5 min', duration, { family: 'certain', value: 300 }],
    [{ low: '4 min', likely: '5 min', high: '7 min' }, duration, { family: 'range', low: 240, likely: 300, high: 420 }],
    [{ low: '5 min', likely: '5 min', high: '300 s' }, duration, { family: 'certain', value: 300 }],
    [{ value: '5 min', source: 'measured', note: 'May' }, duration, { family: 'certain', value: 300 }],
    [{ value: { low: '4 min', likely: '5 min', high: '7 min' } }, duration, { family: 'range', low: 240, likely: 300, high: 420 }],
    [{ normal: { mean: '5 min', sd: '30 s' } }, duration, { family: 'normal', mean: 300, sd: 30 }],
    [{ lognormal: { mean: '5 min', sd: '30 s' }, source: 'estimated' }, duration, { family: 'lognormal', mean: 300, sd: 30 }],
    [{ beta: { mean: '62%', sd: '5 points' } }, share, { family: 'beta', mean: 0.62, sd: 0.05, lower: 0, upper: 1 }],
    [
      { triangular: { low: '4 min', likely: '4 min', high: '7 min' } },
      duration,
      { family: 'triangular', low: 240, likely: 240, high: 420 },
    ],
    [{ pert: { low: '4 min', likely: '5 min', high: '7 min' } }, duration, { family: 'pert', low: 240, likely: 300, high: 420 }],
    [{ uniform: { low: '10%', high: '20%' } }, share, { family: 'uniform', low: 0.1, high: 0.2 }],
    [{ observed: ['310 s', '5m40s'] }, duration, { family: 'observed', values: [310, 340] }],
  ])('%j', (input, of, expected) => {
    expect(read(input, of)).toEqual(expected);
  });

  it('reads ± around a likely value', () => {
    expect(read('120k ±8%', count)).toEqual({ family: 'range', low: 110_400, likely: 120_000, high: 129_600 });
    expect(read('5 min ± 30 s')).toEqual({ family: 'range', low: 270, likely: 300, high: 330 });
    expect(read('5 min +/- 10%')).toEqual({ family: 'range', low: 270, likely: 300, high: 330 });
    expect(read('17 per h ±1', wage)).toEqual({ family: 'range', low: 16, likely: 17, high: 18 });
    expect(read('x2 ±10%', factor)).toEqual({ family: 'range', low: 1.8, likely: 2, high: 2.2 });
    const shrinkage = read('33% ±2.6 points', share) as { low: number; high: number };
    expect(shrinkage.low).toBeCloseTo(0.304, 12);
    expect(shrinkage.high).toBeCloseTo(0.356, 12);
  });

  it('reads quantiles of a metalog in any order', () => {
    expect(read({ metalog: { '90%': '8 min', '10%': '4 min', '50%': '5 min' } })).toEqual({
      family: 'metalog',
      quantiles: [
        { p: 0.1, value: 240 },
        { p: 0.5, value: 300 },
        { p: 0.9, value: 480 },
      ],
    });
  });

  it.each<[string, Json, typeof duration, readonly string[]]>([
    ['an order', { low: '5 min', likely: '4 min', high: '7 min' }, duration, ['order']],
    ['two equal quantiles', { low: '4 min', likely: '4 min', high: '7 min' }, duration, ['order']],
    ['a missing end', { low: '4 min', likely: '5 min' }, duration, ['missing high']],
    ['two wrong ends at once', { low: '4 kg', likely: '5 min', high: 7 }, duration, ['unit low', 'unit high']],
    ['an unknown key', { low: '4 min', likely: '5 min', high: '7 min', sourse: 'measured' }, duration, ['unknownKey sourse']],
    ['an unknown source', { value: '5 min', source: 'guessed' }, duration, ['reference source']],
    ['two spellings at once', { value: '5 min', low: '4 min' }, duration, ['type']],
    ['a negative duration', '-5 min', duration, ['range']],
    ['a share above 1', 1.4, share, ['range']],
    ['a share whose ± leaves 0 to 1', '99% ±3 points', share, ['range']],
    ['a share with an ambiguous ±', '12% ±8%', share, ['unit']],
    [
      'two bases in one range',
      { low: '17 per h', likely: '18 per h', high: '19 per month' },
      description({ ...wage, bases: ['paidHour', 'period'] }),
      ['unit high'],
    ],
    ['an impossible beta', { beta: { mean: '50%', sd: '60 points' } }, share, ['infeasible beta']],
    ['a negative deviation', { normal: { mean: '5 min', sd: '-3 s' } }, duration, ['range normal sd']],
    ['two quantiles of a metalog', { metalog: { '10%': '4 min', '50%': '5 min' } }, duration, ['order metalog']],
    ['nothing observed', { observed: [] }, duration, ['type observed']],
    ['an unknown parameter', { normal: { mean: '5 min', sd: '3 s', skew: 1 } }, duration, ['unknownKey normal skew']],
  ])('refuses %s', (_, input, of, expected) => {
    expect(read(input, of)).toEqual(expected);
  });
});
