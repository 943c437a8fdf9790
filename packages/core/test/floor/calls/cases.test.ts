import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allCases, elsewhere, taken } from './cases.ts';

it('every one of 106 published cases is taken by one test of the exact floor, or is no question to a floor', () => {
  const accounted = [...Object.values(taken).flat(), ...Object.keys(elsewhere)];
  expect(allCases).toHaveLength(106);
  expect(new Set(allCases.map(({ id }) => id)).size).toBe(106);
  expect([...accounted].sort()).toEqual(allCases.map(({ id }) => id).sort());
});

it.each(Object.keys(taken) as (keyof typeof taken)[])('%s takes the cases that it is said to', (name) => {
  const text = readFileSync(new URL(`./${name}.test.ts`, import.meta.url), 'utf8');
  for (const id of taken[name]) expect(text.includes(`'${id}'`) || text.includes(`    ${id}: `) || text.includes(`'${id}:`), id).toBe(true);
});
