import { describe, expect, it } from 'vitest';
import { compile } from '../src/index.ts';
import { threadCrew } from '../src/node.ts';
import { usefulWorkers } from '../src/usefulWorkers.ts';
import { bankDocument, smallDocument } from './support/documents.ts';

describe('how many workers a study is worth', () => {
  it('none where it would be done before they are up, all cores where it takes seconds', () => {
    const small = compile(smallDocument()).study;
    const bank = compile(bankDocument()).study;
    expect(usefulWorkers(small, 64, 8)).toBe(0);
    expect(usefulWorkers(bank, 64, 8)).toBe(0);
    expect(usefulWorkers(bank, 256, 8)).toBe(3);
    expect(usefulWorkers(bank, 4096, 8)).toBe(8);
    expect(usefulWorkers(bank, 4096, 1)).toBe(0);
  });

  it('0 are none, and what is no number of workers is refused', () => {
    expect(threadCrew(0).workers).toBe(0);
    for (const wrong of [-1, 1.5, NaN, Infinity]) expect(() => threadCrew(wrong)).toThrow(RangeError);
  });
});
