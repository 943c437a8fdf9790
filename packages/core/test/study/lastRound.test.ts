import { expect, it } from 'vitest';
import { createLastRound } from '../../src/study/lastRound.ts';

it('remembers the last kept round, and nothing before it', () => {
  const made: string[] = [];
  const memory = createLastRound<string>();
  const round = (keys: readonly string[], kept: boolean): readonly string[] => {
    made.length = 0;
    memory.begin();
    for (const key of keys)
      memory.answer(key, () => {
        made.push(key);
        return key;
      });
    if (kept) memory.keep();
    return [...made];
  };
  expect(round(['a', 'b', 'a'], true)).toEqual(['a', 'b']);
  expect(round(['a', 'c'], true)).toEqual(['c']);
  expect(round(['a', 'b'], false)).toEqual(['b']);
  // A round that was not kept changed nothing: b is not known, c still is.
  expect(round(['b', 'c'], true)).toEqual(['b']);
  expect(round(['a'], true)).toEqual(['a']);
});
