import { log1p } from '@percall/numeric';
import { expect, it } from 'vitest';
import { createDurationLaw, type DurationSpec } from '../../../src/random/durations/durationLaw.ts';

/** Growth of the heap in a fill of 50,000 values: the median of nine, since a collection may fall into one. */
function growth(fill: (values: Float64Array) => void): number {
  const start = Float64Array.from({ length: 50_000 }, (_, i) => (i + 0.5) / 50_000);
  const values = start.slice();
  const grown: number[] = [];
  for (let k = 0; k < 60; k++) {
    values.set(start);
    const before = process.memoryUsage().heapUsed;
    fill(values);
    if (k >= 51) grown.push(process.memoryUsage().heapUsed - before);
  }
  return grown.sort((a, b) => a - b)[4]!;
}

/** A file of its own: what V8 inlines depends on all that ran before, and extreme laws would bring in the edges of exp and log. */
it('filling allocates nothing once it is compiled: less than a byte a value, where a boxed double takes sixteen', () => {
  const specs: readonly DurationSpec[] = [
    { family: 'exponential' },
    { family: 'lognormal', cv: 0.9 },
    { family: 'gamma', cv: 0.7 },
    { family: 'erlang', phases: 4 },
    { family: 'weibull', cv: 1.3 },
    { family: 'hyperexponential', cv: 1.5 },
    { family: 'empirical', values: [200, 310, 345, 600] },
  ];
  for (const spec of specs) {
    const law = createDurationLaw(spec);
    const scores = growth((values) => law.fromScores(values, 0, values.length));
    expect(scores, JSON.stringify(spec)).toBeLessThan(50_000);
    // Scores of uniforms come from a function that is too long to be inlined: a box for each, which dies young.
    if (spec.family === 'lognormal' || spec.family === 'gamma' || spec.family === 'erlang') continue;
    const uniforms = growth((values) => law.fromUniforms(values, 0, values.length));
    expect(uniforms, JSON.stringify(spec)).toBeLessThan(50_000);
  }
  // Twin: numbers that leave the array.
  const kept: { value: number }[] = [];
  expect(growth((values) => values.forEach((value) => kept.push({ value: log1p(value) })))).toBeGreaterThan(50_000);
});
