import { checkDocument, parseScenario, presetText, setAt, type Json } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { compileStudy } from '../../../src/study/compileStudy.ts';
import { createReplicator } from '../../../src/study/replicate.ts';
import type { Replicator } from '../../../src/study/replicateOn.ts';
import type { Study } from '../../../src/study/study.ts';
import { createAgentTime, createLog, runCalls, untilPaused } from '../../../src/index.ts';
import { contentCustomers } from '../../../src/floor/calls/customers.ts';

/** A preset for one week on the exact floor: some tens of milliseconds a scenario. */
function study(preset: string, changes: Readonly<Record<string, Json>>): Study {
  const parsed = parseScenario(presetText(preset)!);
  if (!parsed.ok) throw new Error();
  let document: Json = parsed.document;
  for (const [path, value] of Object.entries(changes)) {
    const set = setAt(document, path.split('.'), value);
    if (!set.ok) throw new Error(JSON.stringify(set.problems));
    document = set.document;
  }
  const checked = checkDocument(document);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const compiled = compileStudy(checked.document, { floor: 'calls' });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.study;
}

/** Callbacks, chats, skills, variants that lock the roster: all that lives on between two events. */
const retailer = study('retailer-callbacks', { 'horizon.weeks': 1 });
const bank = study('bank-ivr-verification', { 'horizon.weeks': 1 });

const bitsOf = (totals: readonly Float64Array[]): string => totals.map((sums) => Buffer.from(sums.buffer).toString('base64')).join();

/** One model of one replication, left at every place where it can be; how often, and what it came to. */
function inPieces(replicate: Replicator, replication: number, model: number, between: (pauses: number) => unknown = () => {}) {
  let pauses = 0;
  let totals: readonly Float64Array[] = [];
  while (
    !untilPaused(
      () => true,
      () => void ({ totals } = replicate(replication, replication + 1, [model])),
    )
  ) {
    between(++pauses);
    if (pauses > 5000) throw new Error('it does not get on');
  }
  return { pauses, bits: bitsOf(totals) };
}

const known = new Map<string, string>();

/** The same, undisturbed. */
function whole(of: Study, replication: number, model: number): string {
  const key = JSON.stringify([of.name, of.seed, replication, model]);
  const bits = known.get(key) ?? bitsOf(createReplicator(of)(replication, replication + 1, [model]).totals);
  known.set(key, bits);
  return bits;
}

describe.each([
  ['retailer-callbacks', retailer],
  ['bank-ivr-verification', bank],
])('the exact floor, paused wherever it can be: %s', (_, of) => {
  const last = of.models.length - 1;

  it('comes to the same bits, and gets on each time', () => {
    const replicate = createReplicator(of);
    for (const model of [0, last]) {
      const { pauses, bits } = inPieces(replicate, 3, model);
      expect(bits).toBe(whole(of, 3, model));
      // As often as an undisturbed run is asked, so nothing is run twice.
      let looks = 0;
      const never = () => {
        looks += 1;
        return false;
      };
      expect(untilPaused(never, () => void createReplicator(of)(3, 4, [model]))).toBe(true);
      expect(pauses).toBe(looks);
      // Days of customers, and thousands of events.
      expect(pauses).toBeGreaterThan(25);
    }
  });

  it('begins anew where its floor was used in between, to the same bits', () => {
    const replicate = createReplicator(of);
    const other = createReplicator({ ...of, seed: 'other' });
    const log = createLog(1);
    const plan = {
      queues: [],
      groups: [],
      skills: [],
      periodStart: new Float64Array(0),
      periodEnd: new Float64Array(0),
      agents: new Float64Array(0),
      trunks: Infinity,
      selection: 'longest-waiting',
      agentSelection: 'longest-idle',
      end: Infinity,
    } as const;
    // While customers are drawn, and while calls run.
    const disturbances: readonly (readonly [at: number, disturb: () => void])[] = [
      [5, () => other(3, 4, [0])],
      [24, () => replicate(5, 6, [0])],
      [24, () => replicate(3, 4, [last])],
      [24, () => runCalls(plan, log, contentCustomers, createAgentTime(plan))],
    ];
    for (const [at, disturb] of disturbances) {
      const { bits } = inPieces(replicate, 3, 0, (pauses) => pauses === at && disturb());
      expect(bits).toBe(whole(of, 3, 0));
    }
  });

  it('that is left for good leaves nothing behind', () => {
    const replicate = createReplicator(of);
    for (const at of [5, 24]) {
      let looks = 0;
      expect(
        untilPaused(
          () => ++looks === at,
          () => void replicate(3, 4, [0]),
        ),
      ).toBe(false);
      expect(bitsOf(replicate(4, 5, [0]).totals)).toBe(whole(of, 4, 0));
    }
  });
});

it('nobody is asked outside of it, and faults go through', () => {
  const asked = () => {
    throw new Error('asked');
  };
  expect(() => untilPaused(asked, () => void createReplicator(bank)(0, 1, [0]))).toThrow('asked');
  expect(createReplicator(bank)(0, 1, [0]).totals[0]!.length).toBeGreaterThan(0);
  expect(() =>
    untilPaused(
      () => true,
      () => void createReplicator(bank)(0, 1, [99]),
    ),
  ).toThrow(RangeError);
});

it('twin: other customers are other bits', () => {
  expect(inPieces(createReplicator({ ...bank, seed: 'other' }), 3, 0).bits).not.toBe(whole(bank, 3, 0));
});
