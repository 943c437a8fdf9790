import { describe, expect, it } from 'vitest';
import { chunkSize, replicationsAtOnce } from '../src/chunks.ts';
import { compile } from '../src/index.ts';
import { bankDocument, smallDocument } from './support/documents.ts';

describe('how much a worker is given, and runs between two looks', () => {
  it('a row of eight where futures are small, fewer where they are large, one on the exact floor', () => {
    const [small, bank] = [compile(smallDocument()).study, compile(bankDocument()).study];
    expect([chunkSize(small), replicationsAtOnce(small)]).toEqual([8, 6]);
    // 5,200 intervals of a pool in five scenarios: 8 ms.
    expect([chunkSize(bank), replicationsAtOnce(bank)]).toEqual([3, 1]);
    expect([chunkSize(bank, [1]), replicationsAtOnce(bank, [1])]).toEqual([8, 1]);
    expect(chunkSize(compile(smallDocument(), { floor: 'calls' }).study)).toBe(1);
  });
});
