import { describe, expect, it } from 'vitest';
import { createLog, outcomes, type ContactLog } from '../../../src/floor/calls/contactLog.ts';
import { contentCustomers } from '../../../src/floor/calls/customers.ts';
import type { FloorPlan } from '../../../src/floor/calls/floorPlan.ts';
import { add, always, exponential, planOf, queueOf, ratioOf, runOn, simulate, skillOf, slowdownOf, tally, type Run } from './support.ts';

const count = ({ log }: Run, outcome: number): number =>
  log.outcome.subarray(0, log.count).reduce((sum, each) => sum + (each === outcome ? 1 : 0), 0);
const total = (column: Float64Array): number => column.reduce((sum, each) => sum + each, 0);

/** A stream of 1,000 contacts, one every ten seconds, of 30 seconds each. */
function steadyLog(patience = Infinity, work = 30): ContactLog {
  const log = createLog(1000);
  for (let contact = 0; contact < 1000; contact++) add(log, 10 * contact, work, patience);
  return log;
}

describe('nobody', () => {
  it('comes: a floor without contacts, or without periods, is idle', () => {
    const run = runOn(planOf({ staffing: always([5], 3, 3600) }), createLog(0));
    expect(total(run.time.busy)).toBe(0);
    const never = runOn(planOf({ staffing: { start: [], end: [], agents: [] } }), steadyLog());
    expect(count(never, outcomes.none)).toBe(1000);
    expect(never.time.busy).toHaveLength(0);
  });

  it('is there: all give up when their patience ends, and the patient wait for ever', () => {
    const impatient = runOn(planOf({ staffing: always([0], 1, 1e5) }), steadyLog(60));
    expect(count(impatient, outcomes.abandoned)).toBe(1000);
    expect(new Set(impatient.log.end.subarray(0, 1000).map((end, contact) => end - impatient.log.time[contact]!))).toEqual(new Set([60]));
    expect(count(runOn(planOf({ staffing: always([0], 1, 1e5) }), steadyLog()), outcomes.waiting)).toBe(1000);
  });

  it('can: contacts of a queue that no group serves give up or are closed out', () => {
    const queues = [queueOf({ closeGraceSeconds: 0 }), queueOf()];
    const plan = planOf({ queues, skills: [skillOf(1, 0)], staffing: { start: [0], end: [20_000], agents: [[3]] } });
    expect(count(runOn(plan, steadyLog(60)), outcomes.abandoned)).toBe(1000);
    const patient = runOn(plan, steadyLog());
    expect(count(patient, outcomes.closedOut)).toBe(1000);
    expect(new Set(patient.log.end.subarray(0, 1000))).toEqual(new Set([20_000]));
    const noSkills = planOf({ skills: [], staffing: always([3], 1, 1e5) });
    expect(count(runOn(noSkills, steadyLog(1)), outcomes.abandoned)).toBe(1000);
  });

  it('is there for half of the day', () => {
    const halves = (agents: number[][]): FloorPlan => planOf({ staffing: { start: [0, 5000], end: [5000, 20_000], agents } });
    // 500 wait for the second half; 3 agents do 30 contacts in the time that 30 come, 4 catch up.
    const late = runOn(halves([[0], [4]]), steadyLog());
    expect(count(late, outcomes.handled)).toBe(1000);
    expect([...late.time.busy]).toEqual([0, 30_000]);
    expect(late.log.start[0]).toBe(5000);
    const early = runOn(halves([[3], [0]]), steadyLog(60));
    expect(count(early, outcomes.handled)).toBe(500);
    expect(count(early, outcomes.abandoned)).toBe(500);
    // Taken at 4970, 4980 and 4990: 0, 10 and 20 seconds are left at 5000.
    expect(early.time.overtime[1]).toBe(30);
  });
});

describe('nothing', () => {
  it('to wait with: patience 0 is served at once or not at all', () => {
    const run = runOn(planOf({ staffing: always([2], 1, 1e5) }), steadyLog(0));
    // Two of three find an agent.
    expect(count(run, outcomes.handled)).toBe(667);
    expect(count(run, outcomes.abandoned)).toBe(333);
    for (let contact = 0; contact < 1000; contact++)
      expect((run.log.outcome[contact] === outcomes.handled ? run.log.start : run.log.end)[contact]).toBe(run.log.time[contact]);
  });

  it('to do: work of 0 takes no time, even of many at once', () => {
    const log = createLog(1000);
    for (let contact = 0; contact < 1000; contact++) add(log, 50, 0, contact % 2 ? 0 : Infinity);
    const run = runOn(planOf({ staffing: always([1], 1, 100) }), log);
    expect(count(run, outcomes.handled)).toBe(1000);
    expect(total(run.time.busy)).toBe(0);
    expect(new Set(log.end.subarray(0, 1000))).toEqual(new Set([50]));
    const chats = planOf({
      queues: [queueOf({ concurrency: 3, slowdown: slowdownOf(1, 2, 3), holdsTrunk: false })],
      staffing: always([1], 1, 100),
    });
    expect(count(runOn(chats, steadyLog(Infinity, 0)), outcomes.handled)).toBe(1000);
  });

  it('between: who is lost at once and tries again at once gives up at last', () => {
    const customers = (log: ContactLog) => ({
      ...contentCustomers,
      redials: (_: number, next: number, now: Float64Array) => {
        log.time[next] = now[0]!;
        log.patience[next] = 0;
        return true;
      },
    });
    for (const trunks of [0, Infinity]) {
      const log = createLog(1);
      add(log, 10, 5, 0);
      const run = runOn(planOf({ trunks, staffing: always([0], 1, 100) }), log, customers(log));
      expect(log.count).toBe(256);
      expect(count(run, trunks === 0 ? outcomes.blocked : outcomes.abandoned)).toBe(256);
    }
  });
});

describe('too much', () => {
  it('ten times the load for a period: what is not lost is done by and by', () => {
    const plan = planOf({ staffing: always([10], 10, 3600) });
    const run = simulate(plan, [{ rate: (period) => (period === 3 ? 0.3 : 0.03), work: exponential(270) }], 'ten times');
    expect(count(run, outcomes.handled)).toBe(run.log.count);
    // 81 erlangs on 10 agents for an hour leave some 71 agent hours: 15 hours beside the usual load, and so to the end of the ten hours and beyond.
    expect(run.time.busy[4]! / 36_000).toBeCloseTo(1, 9);
    expect(run.time.busy[9]! / 36_000).toBeCloseTo(1, 9);
    const { waitAll, offered } = tally(run, { batches: 10 });
    expect(waitAll[3]! / offered[3]!).toBeGreaterThan(3600);
    const impatient = simulate(
      plan,
      [{ rate: (period) => (period === 3 ? 0.3 : 0.03), work: exponential(270), patience: exponential(120) }],
      'ten times, impatient',
    );
    const counts = tally(impatient, { batches: 10 });
    // Fluid: 71 of 81 are lost.
    expect(counts.abandoned[3]! / counts.offered[3]!).toBeGreaterThan(0.83);
    expect(counts.abandoned[7]! / counts.offered[7]!).toBeLessThan(0.3);
  });

  it('a hundred thousand agents, and as many contacts', () => {
    const run = simulate(planOf({ staffing: always([100_000], 2, 1000) }), [{ rate: 50, work: exponential(1500) }], 'many');
    expect(run.log.count).toBeGreaterThan(95_000);
    expect(count(run, outcomes.handled)).toBe(run.log.count);
    expect(ratioOf(tally(run, { batches: 2 }).waitAll, 1).value).toBe(0);
    // Each contact has an agent of its own.
    const agents = new Set(run.log.agent.subarray(0, run.log.count));
    expect(agents.size).toBe(run.log.count);
    expect(total(run.time.busy)).toBeCloseTo(total(run.log.work.subarray(0, run.log.count)), 1);
  });

  it('a hundred thousand agents who come and go with every period', () => {
    const steps = 20;
    const staffing = {
      start: Array.from({ length: steps }, (_, at) => 100 * at),
      end: Array.from({ length: steps }, (_, at) => 100 * (at + 1)),
      agents: Array.from({ length: steps }, (_, at) => [at % 2 ? 0 : 100_000]),
    };
    const log = createLog(2000);
    for (let contact = 0; contact < 2000; contact++) add(log, contact, 250);
    const run = runOn(planOf({ staffing }), log);
    expect(count(run, outcomes.handled)).toBe(2000);
    expect(total(run.time.busy) + total(run.time.overtime)).toBe(500_000);
  });

  it('thousands at one moment are served by number, as are those who give up together', () => {
    const log = createLog(5000);
    for (let contact = 0; contact < 5000; contact++) add(log, 10, 10, contact >= 3000 ? 990 : Infinity);
    const run = runOn(planOf({ staffing: always([30], 1, 1e6) }), log);
    for (let contact = 0; contact < 3000; contact++) expect(log.start[contact]).toBe(10 + 10 * Math.floor(contact / 30));
    // The last of the first 3,000 begins at 1000, when the patience of all others ends: who is through comes first, so none is served.
    expect(count(run, outcomes.abandoned)).toBe(2000);
  });
});

describe('plans that are none are refused', () => {
  const good = planOf({ staffing: always([1], 1, 100) });
  const refused: readonly (readonly [string, Partial<FloorPlan>])[] = [
    ['agents for every period and group', { agents: Float64Array.of(1) }],
    ['periods that last', { periodStart: Float64Array.of(100, 100) }],
    ['without overlap', { periodStart: Float64Array.of(0, 50) }],
    ['whole agents', { agents: Float64Array.of(1, 1.5) }],
    ['whole agents', { agents: Float64Array.of(1, -1) }],
    ['skills of its own queues and groups', { skills: [skillOf(1, 0)] }],
    ['one skill for a queue and a group', { skills: [skillOf(0, 0), skillOf(0, 0)] }],
    ['positive handle-time factors', { skills: [skillOf(0, 0, { handleTimeFactor: 0 })] }],
    ['a slowdown for every concurrency', { queues: [queueOf({ concurrency: 2 })] }],
    ['the first of them 1', { queues: [queueOf({ slowdown: Float64Array.of(1, 2) })] }],
  ];
  it.each(refused)('%s', (what, changes) => expect(() => runOn({ ...good, ...changes }, createLog(0))).toThrow(what));
  it('and so are contacts that follow before what they follow from', () => {
    const log = createLog(1);
    add(log, 10, 5, 0);
    const early = { ...contentCustomers, redials: (_: number, next: number) => ((log.time[next] = 9), true) };
    expect(() => runOn(planOf({ staffing: always([0], 1, 100) }), log, early)).toThrow('comes after');
    // The floor is fit for the next run.
    expect(count(runOn(good, steadyLog(0)), outcomes.handled)).toBeGreaterThan(0);
  });
});
