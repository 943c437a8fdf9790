import { createReplicator } from '@percall/core';
import { parseScenario, presetText } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { compile } from '../src/index.ts';
import { ReplicationService } from '../src/replicationService.ts';
import { replicationsAtOnce } from '../src/chunks.ts';

const parsed = parseScenario(presetText('bank-ivr-verification')!);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const { study } = compile(parsed.document);

describe('a worker’s service', () => {
  it('gives the totals of an order, done in pieces, as of one go', async () => {
    const service = new ReplicationService();
    await service.init(1, study);
    expect(replicationsAtOnce(study, [1])).toBe(1);
    const totals = await service.run({ run: 1, study: 1, from: 8, to: 11, models: [1] });
    expect(totals).toEqual(createReplicator(study)(8, 11, [1]).totals);
  });

  it('leaves off an order in the middle, begins the next at once, and one after the other', async () => {
    const service = new ReplicationService();
    await service.init(1, study);
    const long = service.run({ run: 1, study: 1, from: 0, to: 100_000 });
    const second = service.run({ run: 2, study: 1, from: 0, to: 2 });
    const third = service.run({ run: 2, study: 1, from: 2, to: 4 });
    setTimeout(() => service.cancel(1), 30);
    const order: string[] = [];
    await Promise.all([
      long.then((totals) => order.push(`long ${totals === null}`)),
      second.then((totals) => order.push(`second ${totals !== null}`)),
      third.then((totals) => order.push(`third ${totals !== null}`)),
    ]);
    expect(order).toEqual(['long true', 'second true', 'third true']);
  });

  it('refuses an order of a study that it does not hold', async () => {
    const service = new ReplicationService();
    await expect(service.run({ run: 1, study: 7, from: 0, to: 8 })).rejects.toThrow('study 7 is not prepared here');
  });
});
