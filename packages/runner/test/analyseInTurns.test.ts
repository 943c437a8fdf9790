import { analyse, replicate, summarise, summariseAnalysis } from '@percall/core';
import { expect, it } from 'vitest';
import { compile, runStudy } from '../src/index.ts';
import { analyseInTurns } from '../src/analyseInTurns.ts';
import { digestOfResults } from './support/bytes.ts';
import { smallDocument } from './support/documents.ts';

const { study } = compile(smallDocument());
const shard = replicate(study, 0, 64);

it.each([
  ['all KPIs', {}],
  ['some', { kpis: (id: string) => id === 'fte' }],
])('%s, scenario by scenario, come to the same bytes, with a rest between two', async (_, options) => {
  let rests = 0;
  const analysis = await analyseInTurns(study, [shard], options, () => Promise.resolve(void rests++));
  expect(rests).toBe(study.models.length - 1);
  expect(digestOfResults(summariseAnalysis(analysis))).toBe(digestOfResults(summarise(study, [shard], options)));
  expect(analysis.scenarios.map(({ model }) => model)).toEqual(analyse(study, [shard], options).scenarios.map(({ model }) => model));
});

it('ends at the rest in which it is told to', async () => {
  let rests = 0;
  const rest = () => (++rests === 2 ? Promise.reject(new Error('enough')) : Promise.resolve());
  await expect(analyseInTurns(study, [shard], {}, rest)).rejects.toThrow('enough');
  expect(rests).toBe(2);
});

it('a run that is aborted while it is summarised rejects, with the reason', async () => {
  const controller = new AbortController();
  // Two turns after its last replication it is between two scenarios.
  const onProgress = (done: number, of: number): void => {
    if (done === of) setImmediate(() => setImmediate(() => controller.abort(new Error('enough'))));
  };
  await expect(runStudy(smallDocument(), { replications: 512, signal: controller.signal, onProgress })).rejects.toThrow('enough');
});
