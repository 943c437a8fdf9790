import { createReplicator } from '@percall/core';
import { expect, it } from 'vitest';
import { compile } from '../src/index.ts';
import { createInLineCrew } from '../src/inLineCrew.ts';
import { bankDocument } from './support/documents.ts';

it('stops after the replication in which it is aborted', async () => {
  const { study } = compile(bankDocument());
  const controller = new AbortController();
  const begun: number[] = [];
  const crew = createInLineCrew((prepared) => {
    const replicate = createReplicator(prepared);
    return (...order) => {
      begun.push(order[0]);
      if (begun.length === 3) controller.abort(new Error('enough'));
      return replicate(...order);
    };
  });
  await expect(crew.replicate({ study, from: 0, to: 64, signal: controller.signal })).rejects.toThrow('enough');
  expect(begun).toEqual([0, 1, 2]);
});
