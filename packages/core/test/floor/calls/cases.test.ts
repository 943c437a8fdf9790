import { expect, it } from 'vitest';
import { allCases, elsewhere, taken } from './cases.ts';

it('every one of 106 published cases is taken by one test of the exact floor, or is no question to a floor', () => {
  const accounted = [...Object.values(taken).flat(), ...Object.keys(elsewhere)];
  expect(allCases).toHaveLength(106);
  expect(new Set(allCases.map(({ id }) => id)).size).toBe(106);
  expect([...accounted].sort()).toEqual(allCases.map(({ id }) => id).sort());
});
