import { describe, expect, it } from 'vitest';
import { createLog, flags, origins, outcomes, type ContactLog } from '../../../src/floor/calls/contactLog.ts';
import { contentCustomers } from '../../../src/floor/calls/customers.ts';
import type { FloorPlan } from '../../../src/floor/calls/floorPlan.ts';
import {
  add,
  always,
  callbackOf,
  endless,
  exponential,
  planOf,
  queueOf,
  runOn,
  simulate,
  skillOf,
  slowdownOf,
  streamOf,
  uniform,
  type Draw,
  type Run,
} from './support.ts';

/** Times on a grid: everything falls together with something. */
const onGrid =
  (draw: Draw): Draw =>
  (stream) =>
    Math.ceil(draw(stream));

/** Contacts at times that a test writes. */
function pathOf(plan: FloorPlan, seed: string, count: number, gap: Draw, work: Draw, patience: Draw = endless): Run {
  const log = createLog(count);
  const [gaps, works, patiences] = [streamOf(seed, 1), streamOf(seed, 2), streamOf(seed, 3)];
  for (let time = 0; log.count < count; time += gap(gaps)) add(log, time, work(works), patience(patiences));
  return runOn(plan, log);
}

/** Like expect, at a thousandth of its price. */
function same(got: number | undefined, wanted: number | undefined, contact: number): void {
  if (!Object.is(got, wanted)) throw new Error(`Contact ${contact}: ${got} for ${wanted}.`);
}

/**
 * First come, first served, with patience and lines: whoever would be served later than his patience lasts leaves, and leaves no trace (Kiefer and
 * Wolfowitz; with one agent Lindley). All by the sums that the floor takes itself, so to the last bit: start is when an agent is through with
 * another, that is start + work of that one.
 */
function expectRecursion(
  { log }: Run,
  agents: number,
  lines = Infinity,
): { readonly delayed: number; readonly lost: number; readonly blocked: number } {
  const free = new Float64Array(agents);
  const inside: number[] = [];
  const seen = { delayed: 0, lost: 0, blocked: 0 };
  for (let contact = 0; contact < log.count; contact++) {
    const time = log.time[contact]!;
    if (lines < Infinity) {
      // Who leaves as another comes has left.
      for (let at = inside.length - 1; at >= 0; at--) if (inside[at]! <= time) inside.splice(at, 1);
      if (inside.length >= lines) {
        same(log.outcome[contact], outcomes.blocked, contact);
        seen.blocked++;
        continue;
      }
    }
    let next = 0;
    for (let agent = 1; agent < agents; agent++) if (free[agent]! < free[next]!) next = agent;
    const start = Math.max(time, free[next]!);
    const leaves = time + log.patience[contact]!;
    if (leaves < start) {
      same(log.outcome[contact], outcomes.abandoned, contact);
      same(log.end[contact], leaves, contact);
      inside.push(leaves);
      seen.lost++;
      continue;
    }
    free[next] = start + log.work[contact]!;
    inside.push(free[next]!);
    same(log.outcome[contact], outcomes.handled, contact);
    same(log.start[contact], start, contact);
    same(log.end[contact], free[next], contact);
    if (start > time) seen.delayed++;
  }
  return seen;
}

describe('recursions, to the last bit', () => {
  const onePeriod = (agents: number, trunks = Infinity): FloorPlan => planOf({ staffing: always([agents], 1, 1e9), trunks });

  it('one agent: Lindley', () => {
    const run = pathOf(onePeriod(1), 'lindley', 20_000, exponential(10), exponential(9));
    expect(expectRecursion(run, 1).delayed).toBeGreaterThan(15_000);
  });
  it('several agents: Kiefer and Wolfowitz', () => {
    for (const agents of [2, 3, 7, 40]) {
      const run = pathOf(onePeriod(agents), `kiefer ${agents}`, 10_000, exponential(10 / agents), exponential(9));
      expect(expectRecursion(run, agents).delayed).toBeGreaterThan(3000);
    }
  });
  it('with patience: who would wait longer leaves', () => {
    for (const agents of [1, 3, 12]) {
      const run = pathOf(onePeriod(agents), `patience ${agents}`, 20_000, exponential(10 / agents), exponential(11), exponential(20));
      const { delayed, lost } = expectRecursion(run, agents);
      expect(Math.min(delayed, lost)).toBeGreaterThan(2000);
    }
  });
  it('on a grid, where everything falls together: who is through, then who gives up, then who comes', () => {
    for (const agents of [1, 2, 5]) {
      const [gap, work, patience] = [onGrid(exponential(4 / agents)), onGrid(exponential(4)), onGrid(exponential(3))];
      const run = pathOf(onePeriod(agents), `grid ${agents}`, 10_000, (stream) => gap(stream) - 1, work, patience);
      const { delayed, lost } = expectRecursion(run, agents);
      expect(Math.min(delayed, lost)).toBeGreaterThan(500);
    }
  });
  it('with few lines', () => {
    for (const lines of [3, 4, 6]) {
      const run = pathOf(
        onePeriod(3, lines),
        `lines ${lines}`,
        10_000,
        onGrid(exponential(2)),
        onGrid(exponential(8)),
        onGrid(exponential(15)),
      );
      expect(expectRecursion(run, 3, lines).blocked).toBeGreaterThan(300);
    }
  });

  it('twins: one patience that falls short of its wait by a trillionth, one agent more, one line more', () => {
    const plan = onePeriod(1);
    const run = pathOf(plan, 'twin', 50, exponential(5), exponential(9));
    expectRecursion(run, 1);
    const delayed = run.log.start.subarray(0, 50).findIndex((start, contact) => start > run.log.time[contact]!);
    const short = (run.log.start[delayed]! - run.log.time[delayed]!) * (1 - 1e-12);
    const log = createLog(50);
    for (let contact = 0; contact < 50; contact++)
      add(log, run.log.time[contact]!, run.log.work[contact]!, contact === delayed ? short : Infinity);
    expect(runOn(plan, log).log.outcome[delayed]).toBe(outcomes.abandoned);
    expect(() => expectRecursion(pathOf(onePeriod(3), 'twin', 1000, exponential(5), exponential(9)), 2)).toThrow();
    expect(() => expectRecursion(pathOf(onePeriod(2, 4), 'twin', 1000, exponential(4), exponential(9)), 2, 3)).toThrow();
  });

  /** Where k chats in hand take k times as long each, an agent shares itself out evenly. Each end is off by a rounding of the clock, 7e-12 s, for every
   * change it has seen, some tens: 1e-9 s at most. */
  it('one agent with many chats is processor sharing', () => {
    const most = 100;
    const shares = Float64Array.from({ length: most + 1 }, (_, load) => load);
    const plan = planOf({ queues: [queueOf({ concurrency: most, slowdown: shares, holdsTrunk: false })], staffing: always([1], 1, 1e9) });
    const { log } = pathOf(plan, 'sharing', 5000, exponential(10), exponential(9));
    const left = new Map<number, number>();
    let furthest = 0;
    let now = 0;
    const advance = (to: number): void => {
      while (left.size > 0) {
        const [contact, work] = [...left].reduce((a, b) => (b[1] < a[1] ? b : a));
        const ends = now + work * left.size;
        const until = Math.min(ends, to);
        const done = (until - now) / left.size;
        for (const [each, rest] of left) left.set(each, rest - done);
        now = until;
        if (ends > to) return;
        left.delete(contact);
        furthest = Math.max(furthest, Math.abs(log.end[contact]! - ends));
      }
    };
    let crowd = 0;
    for (let contact = 0; contact < log.count; contact++) {
      advance(log.time[contact]!);
      now = log.time[contact]!;
      left.set(contact, log.work[contact]!);
      crowd = Math.max(crowd, left.size);
    }
    advance(Infinity);
    expect(furthest).toBeLessThan(1e-9);
    expect(crowd).toBeGreaterThan(20);
    expect(crowd).toBeLessThan(most);
  });
});

/** What became of the first contacts, in one glance. */
function fates({ log }: Run): readonly string[] {
  const names = Object.entries(outcomes);
  return Array.from(log.outcome.subarray(0, log.count), (outcome, contact) => {
    const name = names.find(([, value]) => value === outcome)![0];
    const start = log.start[contact]!;
    return `${name}${start >= 0 ? ` ${start}` : ''}${log.end[contact]! >= 0 ? `-${log.end[contact]}` : ''}`;
  });
}

const written = (...contacts: readonly (readonly [time: number, work: number, patience?: number, queue?: number])[]): ContactLog => {
  const log = createLog(64);
  for (const contact of contacts) add(log, ...contact);
  return log;
};

describe('worked by hand', () => {
  it('a shift ends: idle agents leave at once, busy ones after the contact in hand, paid as overtime', () => {
    const plan = planOf({ staffing: { start: [0, 100, 200], end: [100, 200, 300], agents: [[3], [1], [2]] } });
    const run = runOn(plan, written([90, 30], [95, 50], [110, 10], [150, 10], [190, 100]));
    // The idle one leaves at 100, the first to be through at 120. The third contact waits for the other, and the fifth for nobody.
    expect(fates(run)).toEqual(['handled 90-120', 'handled 95-145', 'handled 145-155', 'handled 155-165', 'handled 190-290']);
    expect([...run.time.busy]).toEqual([15, 75, 90]);
    expect([...run.time.overtime]).toEqual([0, 20, 0]);
  });

  it('an agent who is to leave stays if the next period wants him', () => {
    const chat = queueOf({ concurrency: 2, slowdown: slowdownOf(1, 1), holdsTrunk: false });
    const plan = planOf({ queues: [chat], staffing: { start: [0, 100, 200], end: [100, 200, 300], agents: [[1], [0], [1]] } });
    const run = runOn(plan, written([90, 150], [150, 10]));
    expect(fates(run)).toEqual(['handled 90-240', 'handled 200-210']);
  });

  it('at close the waiting are served for the grace time, deferred ones on the next day', () => {
    const queues = [queueOf({ closeGraceSeconds: 60 }), queueOf({ deferred: true, holdsTrunk: false })];
    const plan = planOf({
      queues,
      skills: [skillOf(0, 0), skillOf(1, 0, { queueRank: 1 })],
      staffing: { start: [0, 1000], end: [100, 1100], agents: [[1], [1]] },
    });
    const run = runOn(plan, written([80, 50], [90, 20], [95, 40], [96, 5], [97, 10, Infinity, 1], [100, 5], [5000, 5]));
    expect(fates(run)).toEqual([
      'handled 80-130',
      'handled 130-150',
      // In hand as the grace time is over.
      'handled 150-190',
      'closedOut-160',
      'handled 1000-1010',
      // It comes as the door closes, and again as it opens; behind what waits.
      'handled 1010-1015',
      'none',
    ]);
    expect([...run.time.busy]).toEqual([20, 15]);
    expect([...run.time.overtime]).toEqual([90, 0]);
  });

  it('the grace time of an earlier closing closes nobody out at the next one', () => {
    const plan = planOf({
      queues: [queueOf({ closeGraceSeconds: 100 })],
      staffing: { start: [0, 50], end: [10, 105], agents: [[1], [1]] },
    });
    expect(fates(runOn(plan, written([52, 90], [104, 10])))).toEqual(['handled 52-142', 'handled 142-152']);
  });

  it('agents are counted up to the end of the plan', () => {
    const plan = planOf({ staffing: { start: [0], end: [1000], agents: [[1]] }, end: 100 });
    const run = runOn(plan, written([40, 100], [50, 1]));
    expect(fates(run)).toEqual(['served 40', 'waiting']);
    expect([...run.time.busy]).toEqual([60]);
  });

  it('a group further away takes who has waited so long, and keeps agents back for its own', () => {
    const plan = (reserve: number): FloorPlan =>
      planOf({
        groups: 2,
        queues: [queueOf(), queueOf()],
        skills: [skillOf(0, 0), skillOf(0, 1, { overflowAfterSeconds: 30, groupRank: 1, handleTimeFactor: 2, reserve }), skillOf(1, 1)],
        staffing: { start: [0], end: [1000], agents: [[1, 1]] },
      });
    const contacts = () => written([0, 100], [10, 10], [20, 10], [70, 5, Infinity, 1]);
    // The second goes to the other group at 40; it is there, twice as long, until 60; the third waits through its 30 s by then.
    expect(fates(runOn(plan(0), contacts()))).toEqual(['handled 0-100', 'handled 40-60', 'handled 60-80', 'handled 80-85']);
    // One of one kept back: nobody.
    expect(fates(runOn(plan(1), contacts()))).toEqual(['handled 0-100', 'handled 100-110', 'handled 110-120', 'handled 70-75']);
  });

  it('a group further away does not take who has not waited so long', () => {
    const plan = planOf({
      groups: 2,
      queues: [queueOf(), queueOf()],
      skills: [skillOf(0, 0), skillOf(0, 1, { overflowAfterSeconds: 30 }), skillOf(1, 1)],
      staffing: { start: [0], end: [1000], agents: [[1, 1]] },
    });
    // Its agent is through at 25; the contact of the other queue has waited for 15 s then, and comes to it after 30.
    const run = runOn(plan, written([0, 100], [0, 25, Infinity, 1], [10, 10], [20, 10]));
    expect(fates(run)).toEqual(['handled 0-100', 'handled 0-25', 'handled 40-50', 'handled 50-60']);
  });

  it('groups come in one after the other, each at its time', () => {
    const plan = planOf({
      groups: 3,
      skills: [skillOf(0, 0), skillOf(0, 1, { overflowAfterSeconds: 30 }), skillOf(0, 2, { overflowAfterSeconds: 45 })],
      staffing: { start: [0], end: [1000], agents: [[1, 0, 1]] },
    });
    expect(fates(runOn(plan, written([0, 100], [10, 10])))).toEqual(['handled 0-100', 'handled 55-65']);
  });

  it('who comes out of the IVR after closing is served within the grace time, where an agent is still there', () => {
    const plan = planOf({ queues: [queueOf({ closeGraceSeconds: 60 })], staffing: { start: [0], end: [100], agents: [[1]] } });
    const log = written([10, 200], [80, 10], [90, 10]);
    log.ivrSeconds[1] = 40;
    log.ivrSeconds[2] = 80;
    // Of two who come out at 120 and 170 the first waits to the end of the grace time, and for the second it is too late.
    expect(fates(runOn(plan, log))).toEqual(['handled 10-210', 'closedOut-160', 'closedOut-170']);
    const short = written([10, 120], [80, 10], [85, 10]);
    short.ivrSeconds[1] = 40;
    short.ivrSeconds[2] = 60;
    // The agent is through at 130 and 140, and then nobody is left.
    expect(fates(runOn(plan, short))).toEqual(['handled 10-130', 'handled 130-140', 'closedOut-145']);
  });

  it('of the free agents of one rank, the one idle longest', () => {
    const plan = planOf({ groups: 2, skills: [skillOf(0, 0), skillOf(0, 1)], staffing: { start: [0], end: [1000], agents: [[2, 1]] } });
    const run = runOn(plan, written([0, 10], [1, 20], [2, 5], [50, 1], [51, 1], [52, 1], [53, 1]));
    // Free again at 10, 21 and 7, then at 51, 52, 53.
    expect([...run.log.agent.subarray(0, 7)]).toEqual([0, 1, 2, 2, 0, 1, 2]);
    expect([...run.log.group.subarray(0, 7)]).toEqual([0, 0, 1, 1, 0, 0, 1]);
  });

  it('who came together is served by number, whatever the queue', () => {
    const plan = planOf({
      queues: [queueOf(), queueOf()],
      skills: [skillOf(0, 0), skillOf(1, 0)],
      staffing: { start: [0], end: [1000], agents: [[1]] },
    });
    const run = runOn(plan, written([0, 10], [5, 10, Infinity, 1], [5, 10], [5, 10, Infinity, 1]));
    expect(fates(run)).toEqual(['handled 0-10', 'handled 10-20', 'handled 20-30', 'handled 30-40']);
  });

  it('a line is free again after an end in the IVR, and after closing out', () => {
    const plan = planOf({
      queues: [queueOf({ closeGraceSeconds: 0 })],
      staffing: { start: [0, 200], end: [100, 300], agents: [[0], [1]] },
      trunks: 1,
    });
    const log = written([0, 10], [9, 10], [10, 10], [210, 10]);
    log.ivrSeconds[0] = 10;
    log.flags[0] = flags.endsInIvr;
    expect(fates(runOn(plan, log))).toEqual(['leftInIvr-10', 'blocked-9', 'closedOut-100', 'handled 210-220']);
  });

  it('a callback is offered from an expected wait on: those waiting, on the line or to be called, and oneself; never to who would not wait', () => {
    const callback = callbackOf({ offerFromSeconds: 150, handleSeconds: 100 });
    const plan = planOf({ queues: [queueOf({ callback })], staffing: { start: [0], end: [10_000], agents: [[2]] } });
    const log = written([0, 500], [0, 500], [1, 10], [2, 10], [3, 10], [4, 10, 0], [5, 10, 1], [7, 10]);
    const customers = { ...contentCustomers, acceptsCallback: (contact: number) => contact !== 4 };
    const run = runOn(plan, log, customers);
    // 50, 100, then 150 for the fifth, who does not want to be called; 200 for the sixth, who has no patience; 200 for the seventh and the eighth.
    expect(Array.from(run.log.flags.subarray(0, 8), (each) => each & (flags.callbackOffered | flags.callback))).toEqual(
      [0, 0, 0, 0, 1, 0, 2, 2].map((step) => (step > 0 ? flags.callbackOffered : 0) | (step > 1 ? flags.callback : 0)),
    );
    // By queue length only those on the line count, and who has been called waits no more: the third is the first with one before him, each time.
    const byLength = planOf({
      queues: [queueOf({ callback: callbackOf({ offerFromWaiting: 1 }) })],
      staffing: { start: [0], end: [10_000], agents: [[1]] },
    });
    const twice = runOn(byLength, written([0, 100], [10, 10], [20, 10], [200, 100], [210, 10], [220, 10]), {
      ...contentCustomers,
      acceptsCallback: () => true,
    });
    expect(Array.from(twice.log.flags.subarray(0, 6), (each) => (each & flags.callback) !== 0)).toEqual([
      false,
      false,
      true,
      false,
      false,
      true,
    ]);
  });

  it('a number that was not answered is dialled again when the centre opens', () => {
    const callback = callbackOf({ attempts: 2, retryAfterSeconds: 60, dialSeconds: 10 });
    const plan = planOf({ queues: [queueOf({ callback })], staffing: { start: [0, 200], end: [100, 300], agents: [[1], [1]] } });
    const customers = { ...contentCustomers, acceptsCallback: () => true, answers: (_: number, dialled: number) => dialled === 2 };
    expect(fates(runOn(plan, written([0, 80], [10, 20]), customers))).toEqual(['handled 0-80', 'handled 200-230']);
    // Nobody is called on a day that does not come.
    const oneDay = planOf({ queues: [queueOf({ callback })], staffing: { start: [0], end: [100], agents: [[1]] } });
    expect(fates(runOn(oneDay, written([0, 80], [10, 20]), customers))).toEqual(['handled 0-80', 'untilRetry']);
  });

  it('who is not content comes back; an unresponsive caller does not', () => {
    const log = written([0, 10], [100, 10]);
    log.flags[1] = flags.unresponsive;
    const customers = {
      ...contentCustomers,
      isResolved: (contact: number) => contact === 2,
      comesBack: (_: number, next: number, now: Float64Array) => {
        log.time[next] = now[0]! + 500;
        log.work[next] = 5;
        return true;
      },
    };
    const run = runOn(planOf({ staffing: { start: [0], end: [1000], agents: [[1]] } }), log, customers);
    expect(fates(run)).toEqual(['handled 0-10', 'handled 100-110', 'handled 510-515']);
    expect([run.log.after[2], run.log.customer[2], run.log.origin[2], run.log.attempt[2]]).toEqual([0, 0, origins.repeat, 1]);
    expect(Array.from(run.log.flags.subarray(0, 3), (each) => (each & flags.resolved) !== 0)).toEqual([false, false, true]);
  });

  it('agents go by rank, by longest wait, or by weighted wait', () => {
    const plan = (selection: FloorPlan['selection'], rank: number): FloorPlan =>
      planOf({
        queues: [queueOf(), queueOf({ weight: 3 })],
        skills: [skillOf(0, 0), skillOf(1, 0, { queueRank: rank })],
        staffing: { start: [0], end: [1000], agents: [[1]] },
        selection,
      });
    const contacts = () => written([0, 100], [10, 10, Infinity, 0], [60, 10, Infinity, 1]);
    const order = (selection: FloorPlan['selection'], rank: number) => fates(runOn(plan(selection, rank), contacts())).slice(1);
    expect(order('longest-waiting', 0)).toEqual(['handled 100-110', 'handled 110-120']);
    // 40 s at weight 3 before 90 s at weight 1.
    expect(order('weighted-wait', 0)).toEqual(['handled 110-120', 'handled 100-110']);
    expect(order('longest-waiting', -1)).toEqual(['handled 110-120', 'handled 100-110']);
    expect(order('weighted-wait', 1)).toEqual(['handled 100-110', 'handled 110-120']);
  });

  it('a transferred contact is two pieces of work; after its second the line is held but for the work after the contact', () => {
    const plan = planOf({
      groups: 2,
      queues: [queueOf(), queueOf({ afterContactShare: 0.2 })],
      skills: [skillOf(0, 0), skillOf(1, 1)],
      staffing: { start: [0], end: [1000], agents: [[1, 1]] },
      trunks: 1,
    });
    const log = written([0, 100], [149, 5], [150, 5]);
    log.transferTo[0] = 1;
    log.transferWork[0] = 50;
    const run = runOn(plan, log);
    // Its own queue's work after the contact is 0.
    expect(fates(run)).toEqual(['handled 0-150', 'blocked-149', 'handled 150-155']);
    expect([...run.time.busy]).toEqual([55, 100]);
    expect(run.log.flags[0]! & flags.transferred).not.toBe(0);
    const after = written([0, 100, Infinity, 1], [79, 5, Infinity, 1], [80, 5, Infinity, 1]);
    expect(fates(runOn(plan, after))).toEqual(['handled 0-100', 'blocked-79', 'handled 100-105']);
  });

  it('a callback keeps its place; a number that is not answered goes to the end after a while, and is given up', () => {
    const callback = callbackOf({ offerFromWaiting: 1, attempts: 2, retryAfterSeconds: 30, dialSeconds: 10 });
    const plan = planOf({ queues: [queueOf({ callback })], staffing: { start: [0], end: [1000], agents: [[1]] }, trunks: 2 });
    const contacts = () => written([0, 100], [10, 10], [20, 10, 15], [30, 10]);
    const customers = (answered: number) => ({
      ...contentCustomers,
      acceptsCallback: (contact: number) => contact === 2,
      answers: (_: number, dialled: number) => dialled === answered,
    });
    // Two lines: the third is blocked unless who is called back has let his go. The fourth comes when one waits: offered, not wanted.
    const trunks3 = { ...plan, trunks: 3 };
    expect(fates(runOn(trunks3, contacts(), customers(1)))).toEqual([
      'handled 0-100',
      'handled 100-110',
      'handled 110-130',
      'handled 130-140',
    ]);
    expect(fates(runOn(plan, contacts(), customers(1)))[2]).toBe('blocked-20');
    const second = runOn(trunks3, contacts(), customers(2));
    expect(fates(second)).toEqual(['handled 0-100', 'handled 100-110', 'handled 150-170', 'handled 120-130']);
    expect([...second.log.dialled.subarray(0, 4)]).toEqual([0, 0, 2, 0]);
    const never = runOn(trunks3, contacts(), customers(9));
    expect(fates(never)).toEqual(['handled 0-100', 'handled 100-110', 'callbackLost-160', 'handled 120-130']);
    expect([...never.time.busy]).toEqual([140]);
  });

  it('chats slow each other down, and an agent with a chat takes no call', () => {
    const plan = planOf({
      queues: [queueOf({ concurrency: 2, slowdown: slowdownOf(1, 1.5), holdsTrunk: false }), queueOf()],
      skills: [skillOf(0, 0), skillOf(1, 0)],
      staffing: { start: [0], end: [1000], agents: [[1]] },
    });
    const run = runOn(plan, written([0, 60], [30, 60], [40, 10, Infinity, 1], [50, 30]));
    // 30 left at 30, 45 at two thirds of the speed: until 75. The other has 30 left then, and the third chat comes to it: 45, until 120.
    expect(fates(run)).toEqual(['handled 0-75', 'handled 30-120', 'handled 120-130', 'handled 75-120']);
    expect([...run.time.busy]).toEqual([130]);
  });

  it('agents with chats from before the centre closed take more when it opens again, as many as are on duty', () => {
    const queues = [queueOf({ concurrency: 2, slowdown: slowdownOf(1, 1), holdsTrunk: false })];
    const plan = (agents: number): FloorPlan =>
      planOf({ queues, staffing: { start: [0, 110], end: [100, 1000], agents: [[2], [agents]] } });
    // Two long chats and two short ones: each agent has one of both, and one of each as the day begins.
    const contacts = () => written([0, 105], [0, 105], [1, 499], [1, 499], [120, 10], [120, 10]);
    expect(fates(runOn(plan(2), contacts())).slice(4)).toEqual(['handled 120-130', 'handled 120-130']);
    expect(fates(runOn(plan(1), contacts())).slice(4)).toEqual(['handled 120-130', 'handled 130-140']);
  });

  it('chats of queues with different concurrency share an agent: each is slowed as far as its own queue goes', () => {
    const queues = [
      queueOf({ concurrency: 3, slowdown: slowdownOf(1, 2, 4), holdsTrunk: false }),
      queueOf({ concurrency: 2, slowdown: slowdownOf(1, 2), holdsTrunk: false }),
    ];
    const plan = planOf({ queues, skills: [skillOf(0, 0), skillOf(1, 0)], staffing: { start: [0], end: [1000], agents: [[1]] } });
    // From 20 on three in hand: the first two at half speed, the third at a quarter. 90, 90 and 100 left: the first two end at 200, the third
    // has 55 left then, alone.
    const run = runOn(plan, written([0, 100, Infinity, 1], [0, 100, Infinity, 1], [20, 100, Infinity, 0]));
    expect(fates(run)).toEqual(['handled 0-200', 'handled 0-200', 'handled 20-255']);
  });

  it('a customer who was called back and is passed on is on the line: no number is dialled again, and patience counts', () => {
    const callback = callbackOf({ offerFromWaiting: 0, dialSeconds: 20 });
    const plan = planOf({
      groups: 2,
      queues: [queueOf({ callback }), queueOf()],
      skills: [skillOf(0, 0), skillOf(1, 1)],
      staffing: { start: [0], end: [1000], agents: [[1, 1]] },
    });
    const customers = { ...contentCustomers, acceptsCallback: () => true, answers: (_: number, dialled: number) => dialled === 1 };
    const contacts = (patience: number): ContactLog => {
      const log = written([0, 100], [0, 400, Infinity, 1], [10, 300, patience]);
      log.transferTo[2] = 1;
      log.transferWork[2] = 50;
      return log;
    };
    const run = runOn(plan, contacts(1e6), customers);
    expect(fates(run)).toEqual(['handled 0-100', 'handled 0-400', 'handled 100-700']);
    expect(run.log.dialled[2]).toBe(1);
    expect([...run.time.busy]).toEqual([170, 700]);
    expect(fates(runOn(plan, contacts(30), customers))[2]).toBe('abandoned 100-200');
  });

  it('after closing an agent takes as many chats as it can at once', () => {
    const plan = planOf({
      queues: [queueOf(), queueOf({ concurrency: 3, slowdown: slowdownOf(1, 1, 1), holdsTrunk: false })],
      skills: [skillOf(0, 0), skillOf(1, 0)],
      staffing: { start: [0], end: [100], agents: [[1]] },
    });
    const run = runOn(plan, written([50, 100], [60, 100, Infinity, 1], [61, 100, Infinity, 1], [62, 100, Infinity, 1]));
    expect(fates(run)).toEqual(['handled 50-150', 'handled 150-250', 'handled 150-250', 'handled 150-250']);
    expect([...run.time.overtime]).toEqual([150]);
  });

  it('after closing nobody is kept in reserve', () => {
    const plan = planOf({ skills: [skillOf(0, 0, { reserve: 1 })], staffing: { start: [0], end: [100], agents: [[2]] } });
    const run = runOn(plan, written([50, 20], [60, 30], [90, 10]));
    // The second finds one agent, who is kept; so until the other is through. The third waits until the doors close.
    expect(fates(run)).toEqual(['handled 50-70', 'handled 70-100', 'handled 100-110']);
  });

  it('a chat has its line until it is over', () => {
    const plan = planOf({
      queues: [queueOf({ concurrency: 2, slowdown: slowdownOf(1, 2) })],
      staffing: { start: [0], end: [1000], agents: [[1]] },
      trunks: 2,
    });
    const run = runOn(plan, written([0, 100], [0, 100], [150, 10], [200, 10]));
    expect(fates(run)).toEqual(['handled 0-200', 'handled 0-200', 'blocked-150', 'handled 200-210']);
  });

  it('deferred work that arrives at night keeps its time, and is counted in the morning', () => {
    const plan = planOf({
      queues: [queueOf({ deferred: true, holdsTrunk: false })],
      staffing: { start: [0, 1000], end: [100, 1100], agents: [[1], [1]] },
    });
    const run = runOn(plan, written([500, 10], [600, 10], [2000, 10]));
    expect(fates(run)).toEqual(['handled 1000-1010', 'handled 1010-1020', 'waiting']);
    expect([...run.log.time.subarray(0, 3)]).toEqual([500, 600, 2000]);
    expect([...run.log.joined.subarray(0, 2)]).toEqual([500, 600]);
    expect([...run.log.period.subarray(0, 3)]).toEqual([1, 1, 1]);
  });

  it('every run has room for its own agents, whatever ran before', () => {
    const chats = (concurrency: number, agents: number): FloorPlan =>
      planOf({
        queues: [queueOf({ concurrency, slowdown: new Float64Array(concurrency + 1).fill(1), holdsTrunk: false })],
        staffing: { start: [0], end: [1000], agents: [[agents]] },
      });
    const most = 2000;
    runOn(chats(100, most / 40), written([1, 5]));
    const log = createLog(most);
    for (let contact = 0; contact < most; contact++) add(log, 1, 5);
    expect(new Set(fates(runOn(chats(2, most), log)))).toEqual(new Set(['handled 1-6']));
  });
});

it('the log says the same whichever way it was filled', () => {
  const run = simulate(planOf({ staffing: always([2], 2, 1000) }), [{ rate: 0.01, work: exponential(100) }], 'same');
  const again = createLog(4);
  for (let contact = 0; contact < run.log.count; contact++) add(again, run.log.time[contact]!, run.log.work[contact]!);
  const ends = run.log.end.slice(0, run.log.count);
  expect(runOn(run.plan, again).log.end.slice(0, again.count)).toEqual(ends);
  expect(uniform(streamOf('same', 0))).toBe(uniform(streamOf('same', 0)));
});
