import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addContact, createLog, flags, outcomes, type ContactLog } from '../../../src/floor/calls/contactLog.ts';
import type { Customers } from '../../../src/floor/calls/customers.ts';
import type { FloorPlan, QueuePlan, SkillPlan } from '../../../src/floor/calls/floorPlan.ts';
import { threefry4x32 } from '../../../src/random/threefry.ts';
import { uniformOf } from '../../../src/random/uniform.ts';
import { runOn, type Run } from './support.ts';

/** A small centre: anything that a plan and its customers can say. Times are on a grid of quarter seconds: much falls together, and no sum is rounded. */
interface Centre {
  readonly plan: FloorPlan;
  readonly contacts: readonly Contact[];
  readonly customers: Manners;
}

interface Contact {
  readonly time: number;
  readonly queue: number;
  readonly work: number;
  readonly patience: number;
  readonly ivr: number;
  readonly endsInIvr: boolean;
  readonly unresponsive: boolean;
  readonly transferTo: number | null;
}

interface Manners {
  readonly key: number;
  readonly resolved: number;
  readonly redials: number;
  readonly comesBack: number;
  readonly accepts: number;
  readonly answers: number;
  readonly delay: number;
}

/** What a centre may have. */
interface Allowed {
  readonly chats?: boolean;
  readonly closing?: boolean;
  readonly changes?: boolean;
  readonly callbacks?: 'none' | 'one attempt' | 'any';
  readonly transfers?: boolean;
  readonly returns?: boolean;
  readonly trunks?: boolean;
  readonly ranks?: boolean;
  readonly overflow?: boolean;
  readonly reserve?: boolean;
  readonly deferred?: boolean;
  readonly oneQueue?: boolean;
  readonly impatient?: boolean;
}

const everything: Allowed = {
  chats: true,
  closing: true,
  changes: true,
  callbacks: 'any',
  transfers: true,
  returns: true,
  trunks: true,
  ranks: true,
  overflow: true,
  reserve: true,
  deferred: true,
  impatient: true,
};

const quarters = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: 4 * max }).map((count) => count / 4);
const maybe = <T>(allowed: boolean | undefined, usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  allowed ? fc.oneof(fc.constant(usual), other) : fc.constant(usual);

function centres(allowed: Allowed): fc.Arbitrary<Centre> {
  const shape = fc.record({
    queues: fc.integer({ min: 1, max: allowed.oneQueue ? 1 : 3 }),
    groups: fc.integer({ min: 1, max: allowed.oneQueue ? 1 : 3 }),
    periods: fc.integer({ min: 1, max: allowed.changes ? 4 : 1 }),
    concurrency: maybe(allowed.chats, 1, fc.integer({ min: 2, max: 3 })),
  });
  return shape.chain(({ queues, groups, periods, concurrency }) => {
    const callback =
      allowed.callbacks === undefined || allowed.callbacks === 'none'
        ? fc.constant(null)
        : fc.option(
            fc.record({
              offerFromSeconds: quarters(20),
              handleSeconds: fc.constant(10),
              offerFromWaiting: fc.integer({ min: 0, max: 3 }),
              queue: fc.integer({ min: 0, max: queues - 1 }),
              attempts: allowed.callbacks === 'any' ? fc.integer({ min: 1, max: 3 }) : fc.constant(1),
              retryAfterSeconds: quarters(40),
              dialSeconds: quarters(5),
            }),
          );
    const queue: fc.Arbitrary<QueuePlan> = fc
      .record({
        name: fc.constant('queue'),
        isChat: fc.boolean(),
        deferred: maybe(allowed.deferred, false, fc.constant(true)),
        closeGraceSeconds: fc.oneof(fc.constant(0), quarters(60), fc.constant(Infinity)),
        holdsTrunk: fc.boolean(),
        afterContactShare: fc.constantFrom(0, 0.25, 0.5, 1),
        weight: fc.integer({ min: 1, max: 3 }),
        callback,
      })
      .map(({ isChat, ...rest }) => {
        const wide = isChat ? concurrency : 1;
        // Halves: work drains without rounding.
        const slowdown = Float64Array.from({ length: wide + 1 }, (_, load) => (load <= 1 ? 1 : 2));
        return { ...rest, concurrency: wide, slowdown };
      });
    const skill: fc.Arbitrary<Omit<SkillPlan, 'queue' | 'group'>> = fc.record({
      handleTimeFactor: fc.constantFrom(1, 1, 0.5, 2),
      groupRank: allowed.ranks ? fc.integer({ min: 0, max: 2 }) : fc.constant(0),
      queueRank: allowed.ranks ? fc.integer({ min: 0, max: 2 }) : fc.constant(0),
      overflowAfterSeconds: maybe(allowed.overflow, 0, quarters(30)),
      reserve: maybe(allowed.reserve, 0, fc.integer({ min: 0, max: 2 })),
    });
    const skills = fc.array(fc.option(skill, { freq: 5 }), { minLength: queues * groups, maxLength: queues * groups }).map((cells) =>
      cells.flatMap((cell, at): SkillPlan[] => {
        const always = allowed.oneQueue ? { handleTimeFactor: 1, groupRank: 0, queueRank: 0, overflowAfterSeconds: 0, reserve: 0 } : null;
        const one = cell ?? always;
        return one === null ? [] : [{ ...one, queue: at % queues, group: Math.floor(at / queues) }];
      }),
    );
    const period = fc.record({
      length: fc.integer({ min: 10, max: 80 }),
      gap: maybe(allowed.closing, 0, fc.integer({ min: 1, max: 30 })),
      agents: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: groups, maxLength: groups }),
    });
    const contact: fc.Arbitrary<Contact> = fc.record({
      time: quarters(allowed.closing ? 120 : 60),
      queue: fc.integer({ min: 0, max: queues - 1 }),
      work: quarters(25),
      patience: allowed.impatient ? fc.oneof(fc.constant(Infinity), quarters(30)) : fc.constant(Infinity),
      ivr: maybe(allowed.trunks, 0, quarters(10)),
      endsInIvr: maybe(allowed.trunks, false, fc.boolean()),
      unresponsive: fc.boolean(),
      transferTo: allowed.transfers ? fc.option(fc.integer({ min: 0, max: queues - 1 })) : fc.constant(null),
    });
    const share = fc.constantFrom(0, 0.5, 1);
    const customers: fc.Arbitrary<Manners> = fc.record({
      key: fc.integer(),
      resolved: allowed.returns ? share : fc.constant(1),
      redials: allowed.returns ? share : fc.constant(0),
      comesBack: allowed.returns ? share : fc.constant(0),
      accepts: share,
      answers: share,
      delay: quarters(30),
    });
    return fc
      .record({
        queues: fc.array(queue, { minLength: queues, maxLength: queues }),
        skills,
        periods: fc.array(period, { minLength: periods, maxLength: periods }),
        trunks: maybe(allowed.trunks, Infinity, fc.integer({ min: 0, max: 6 })),
        selection: fc.constantFrom<FloorPlan['selection']>('longest-waiting', allowed.ranks ? 'weighted-wait' : 'longest-waiting'),
        agentSelection: fc.constantFrom<FloorPlan['agentSelection']>('longest-idle', 'random'),
        contacts: fc.array(contact, { minLength: 10, maxLength: 30 }),
        customers,
      })
      .map((made): Centre => {
        const start: number[] = [];
        const end: number[] = [];
        let now = 0;
        made.periods.forEach(({ length, gap }, at) => {
          start.push(now);
          // Without closing the last period lasts.
          now += !allowed.closing && at === made.periods.length - 1 ? 1e6 : length;
          end.push(now);
          now += gap;
        });
        return {
          plan: {
            queues: made.queues,
            groups: Array.from({ length: groups }, (_, group) => `group ${group}`),
            skills: made.skills,
            periodStart: Float64Array.from(start),
            periodEnd: Float64Array.from(end),
            agents: Float64Array.from(made.periods.flatMap(({ agents }) => agents)),
            trunks: made.trunks,
            selection: made.selection,
            agentSelection: made.agentSelection,
            end: Infinity,
          },
          contacts: [...made.contacts].sort((a, b) => a.time - b.time),
          customers: made.customers,
        };
      });
  });
}

const words = new Int32Array(4);
function logOf({ contacts }: Centre): ContactLog {
  const log = createLog(Math.max(1, contacts.length));
  for (const { time, queue, work, patience, ivr, endsInIvr, unresponsive, transferTo } of contacts) {
    const contact = addContact(log, queue);
    log.time[contact] = time;
    log.work[contact] = work;
    log.patience[contact] = patience;
    log.ivrSeconds[contact] = ivr;
    log.flags[contact] = (endsInIvr ? flags.endsInIvr : 0) | (unresponsive ? flags.unresponsive : 0);
    if (transferTo !== null) {
      log.transferTo[contact] = transferTo;
      log.transferWork[contact] = work / 2;
    }
  }
  return log;
}

/** Decisions keyed by customer, attempt and what is asked. Who has tried four times gives up. */
function customersOf({ key, resolved, redials, comesBack, accepts, answers, delay }: Manners, log: ContactLog): Customers {
  const draw = (contact: number, purpose: number): number => {
    threefry4x32(words, Int32Array.of(key, 1, 2, 3), log.customer[contact]!, log.attempt[contact]!, purpose, 0);
    return uniformOf(words[0]!);
  };
  const again = (contact: number, next: number, now: Float64Array, share: number, purpose: number): boolean => {
    if (log.attempt[contact]! >= 4 || draw(contact, purpose) >= share) return false;
    log.time[next] = now[0]! + delay;
    log.patience[next] = log.patience[contact]!;
    return true;
  };
  return {
    isResolved: (contact) => draw(contact, 1) < resolved,
    redials: (contact, next, now) => again(contact, next, now, redials, 2),
    comesBack: (contact, next, now) => again(contact, next, now, comesBack, 3),
    drawAgent: (contact, chance) => {
      chance[0] = draw(contact, 0);
    },
    acceptsCallback: (contact) => draw(contact, 4) < accepts,
    answers: (contact, dialled) => draw(contact, 4 + dialled) < answers,
  };
}

function runOf(centre: Centre): Run {
  const log = logOf(centre);
  return runOn(centre.plan, log, customersOf(centre.customers, log));
}

const is = (log: ContactLog, contact: number, flag: number): boolean => (log.flags[contact]! & flag) !== 0;
const columnsOf = (log: ContactLog): unknown[] =>
  Object.entries(log).map(([name, column]) => (typeof column === 'number' ? [name] : (column as Float64Array).slice(0, log.count)));

/** Where an agent had something in hand: the last stay of each contact. Attempts of callbacks but the last, and work before a transfer, are not in the log. */
interface Stay {
  readonly contact: number;
  readonly agent: number;
  readonly group: number;
  readonly from: number;
  readonly to: number;
  readonly wide: number;
}
function staysOf({ plan, log }: Run): Stay[] {
  const stays: Stay[] = [];
  for (let contact = 0; contact < log.count; contact++) {
    const outcome = log.outcome[contact]!;
    if (is(log, contact, flags.transferred) || (outcome !== outcomes.handled && outcome !== outcomes.callbackLost)) continue;
    const dial = plan.queues[log.asked[contact]!]!.callback?.dialSeconds ?? 0;
    const wide = plan.queues[log.queue[contact]!]!.concurrency;
    // Of a chat that rang in vain, the beginning is not known.
    if (outcome === outcomes.callbackLost && wide > 1) continue;
    const from = outcome === outcomes.handled ? log.start[contact]! : log.end[contact]! - dial;
    stays.push({ contact, agent: log.agent[contact]!, group: log.group[contact]!, from, to: log.end[contact]!, wide });
  }
  return stays;
}

/** Times between events, in order. */
function moments(times: readonly number[]): number[] {
  const sorted = [...new Set(times.filter((time) => time < Infinity))].sort((a, b) => a - b);
  return sorted.slice(1).map((time, at) => (time + sorted[at]!) / 2);
}
const onDutyAt = ({ plan }: Run, group: number, time: number): number => {
  const period = plan.periodStart.findIndex((start, at) => start <= time && time < plan.periodEnd[at]!);
  return period < 0 ? 0 : plan.agents[period * plan.groups.length + group]!;
};
const unionOf = (spans: readonly { readonly from: number; readonly to: number }[]): number => {
  let seconds = 0;
  let until = -Infinity;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    seconds += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return seconds;
};

type Property = (run: Run) => void;

/** A sabotage: another plan than the one that the property is told of, or a change of what the floor said. */
interface Sabotage {
  readonly plan?: (plan: FloorPlan) => FloorPlan;
  readonly log?: (log: ContactLog) => void;
}

const seed = 20_261_125;
const propertyOf = (allowed: Allowed, property: Property, sabotage: Sabotage = {}) =>
  fc.property(centres(allowed), (centre) => {
    const run = runOf({ ...centre, plan: sabotage.plan?.(centre.plan) ?? centre.plan });
    sabotage.log?.(run.log);
    property({ ...run, plan: centre.plan });
  });
const check = (runs: number, allowed: Allowed, property: Property): void =>
  fc.assert(propertyOf(allowed, property), { numRuns: runs, seed });
/** A property that does not hold. */
class Broken extends Error {}

/** Like expect, at a hundredth of its price. */
function must(holds: boolean, what: string): void {
  if (!holds) throw new Broken(what);
}

/** That the property, and nothing else, sees it within a few hundred centres. */
function expectToTell<T>(property: fc.IProperty<T>): void {
  const { failed, errorInstance } = fc.check(property, { numRuns: 300, seed, endOnFailure: true });
  expect(failed && errorInstance instanceof Broken, String(errorInstance)).toBe(true);
}
const tells = (allowed: Allowed, property: Property, sabotage: Sabotage): void => expectToTell(propertyOf(allowed, property, sabotage));

const withSkills = (change: (skill: SkillPlan) => Partial<SkillPlan>): Sabotage => ({
  plan: (plan) => ({ ...plan, skills: plan.skills.map((skill) => ({ ...skill, ...change(skill) })) }),
});
const withChats = (more: number): Sabotage => ({
  plan: (plan) => ({
    ...plan,
    queues: plan.queues.map((queue) => {
      const concurrency = queue.concurrency > 1 ? queue.concurrency + more : 1;
      return { ...queue, concurrency, slowdown: Float64Array.from({ length: concurrency + 1 }, (_, load) => (load <= 1 ? 1 : 2)) };
    }),
  }),
});

describe('every contact', () => {
  const open: readonly number[] = [outcomes.none, outcomes.inIvr, outcomes.waiting, outcomes.served, outcomes.untilRetry];
  const seen = new Set<number>();
  const endsOneWay: Property = ({ plan, log, time }) => {
    const lastClose = plan.periodEnd.at(-1)!;
    let [offered, over, underWay, never] = [0, 0, 0, 0];
    for (let contact = 0; contact < log.count; contact++) {
      const outcome = log.outcome[contact]!;
      seen.add(outcome);
      const [start, end, joined, queuedAt] = [log.start[contact]!, log.end[contact]!, log.joined[contact]!, log.queuedAt[contact]!];
      // Once reached, and passed on, the customer of a callback is on the line like any other.
      const isCallback = is(log, contact, flags.callback) && !(start >= 0);
      const isOver = !open.includes(outcome);
      if (outcome === outcomes.none) never++;
      else if (isOver) over++;
      else underWay++;
      if (log.period[contact]! >= 0) offered++;
      must(isOver === end >= 0, 'an end where it is over');
      must(!(end < log.time[contact]!), 'an end after the beginning');
      must(!(joined >= 0) || joined === log.time[contact]! + log.ivrSeconds[contact]!, 'a way through the IVR');
      switch (outcome) {
        case outcomes.none:
          must(log.time[contact]! >= lastClose, 'a door that does not open again');
          break;
        case outcomes.handled:
          must(start >= joined && end >= start, 'a conversation after the wait');
          must(
            plan.skills.some(({ queue, group }) => queue === log.queue[contact] && group === log.group[contact]),
            'an agent with the skill',
          );
          break;
        case outcomes.abandoned:
          must(end === queuedAt + log.patience[contact]! && !isCallback, 'patience to its end');
          break;
        case outcomes.blocked:
          must(!(joined >= 0) && plan.trunks < Infinity && end === log.time[contact]!, 'a door that is full');
          break;
        case outcomes.leftInIvr:
          must(!(joined >= 0) && is(log, contact, flags.endsInIvr), 'an end in the IVR');
          break;
        case outcomes.closedOut:
          must(!isCallback && !plan.queues[log.queue[contact]!]!.deferred, 'a customer on the line');
          break;
        case outcomes.callbackLost:
          must(!(start >= 0) && log.dialled[contact] === plan.queues[log.asked[contact]!]!.callback!.attempts, 'attempts in vain');
          break;
        default:
          // Nothing is left to happen: who waits, or would be called again, has nobody to come.
          must(outcome === outcomes.waiting || outcome === outcomes.untilRetry, 'nothing left to happen');
          must(outcome !== outcomes.waiting || isCallback || log.patience[contact] === Infinity, 'patience not outlasted');
      }
    }
    must(offered === over + underWay && log.count === offered + never, 'every contact counted once');
    for (const seconds of [...time.busy, ...time.overtime]) must(seconds >= 0 && seconds < Infinity, 'seconds that are some');
  };

  it('ends in exactly one way, and the log says how', () => {
    check(3000, everything, endsOneWay);
    // The centres are rich enough that all of it happens.
    for (const name of ['none', 'waiting', 'handled', 'abandoned', 'blocked', 'closedOut', 'callbackLost', 'leftInIvr'] as const)
      expect(seen.has(outcomes[name]), name).toBe(true);
  });
  it('twins: impatience that comes late, skills that nobody was told of', () => {
    tells(everything, endsOneWay, { log: (log) => log.patience.forEach((each, contact) => (log.patience[contact] = each + 1)) });
    tells(everything, endsOneWay, {
      plan: (plan) => ({ ...plan, skills: plan.skills.map((skill) => ({ ...skill, queue: plan.queues.length - 1 - skill.queue })) }),
    });
  });

  /** A line is held from the first second until the customer leaves it: to be called back, or for good. What falls together may have gone either way. */
  const blockedWhenFull: Property = ({ plan, log }) => {
    const all = Array.from({ length: log.count }, (_, contact) => contact).filter((contact) => log.period[contact]! >= 0);
    const onLine = all.filter((contact) => plan.queues[log.asked[contact]!]!.holdsTrunk);
    const heldUntil = (contact: number): number => {
      const end = log.end[contact]!;
      if (is(log, contact, flags.callback)) return log.joined[contact]!;
      if (log.outcome[contact] !== outcomes.handled) return end >= 0 ? end : Infinity;
      if (plan.queues[log.queue[contact]!]!.concurrency > 1) return end;
      // Of a contact on which nobody speaks there is nothing to be done after.
      const { afterContactShare } = plan.queues[log.asked[contact]!]!;
      const after = is(log, contact, flags.unresponsive) ? 0 : afterContactShare;
      const { handleTimeFactor } = plan.skills.find(({ queue, group }) => queue === log.queue[contact] && group === log.group[contact])!;
      return end - after * log.work[contact]! * handleTimeFactor;
    };
    const holding = onLine
      .filter((contact) => log.outcome[contact] !== outcomes.blocked)
      .map((contact) => ({ contact, from: log.time[contact]!, to: heldUntil(contact) }));
    for (const contact of onLine) {
      const time = log.time[contact]!;
      const others = holding.filter((other) => other.contact !== contact);
      if (log.outcome[contact] === outcomes.blocked)
        must(others.filter(({ from, to }) => from <= time && time <= to).length >= plan.trunks, 'a line was free');
      else must(others.filter(({ from, to }) => from < time && time < to).length < plan.trunks, 'no line was free');
    }
  };
  const lines: Allowed = everything;
  it('is blocked when no line is free, and only then', () => check(2000, lines, blockedWhenFull));
  it('twins: a line more, and lines that are held for the work after the contact', () => {
    tells(lines, blockedWhenFull, { plan: (plan) => ({ ...plan, trunks: plan.trunks + 1 }) });
    tells(lines, blockedWhenFull, {
      plan: (plan) => ({ ...plan, queues: plan.queues.map((queue) => ({ ...queue, afterContactShare: 0 })) }),
    });
  });

  const sameAgain = (customers: (centre: Centre, log: ContactLog) => Customers) =>
    fc.property(centres(everything), centres(everything), (one, other) => {
      const run = (centre: Centre): Run => {
        const log = logOf(centre);
        return runOn(centre.plan, log, customers(centre, log));
      };
      const first = run(one);
      run(other);
      const again = run(one);
      must(isDeepStrictEqual(columnsOf(again.log), columnsOf(first.log)) && isDeepStrictEqual(again.time, first.time), 'the same');
    });
  it('is the same, to the bit, when it all happens again, and when something else came between', () => {
    fc.assert(
      sameAgain(({ customers }, log) => customersOf(customers, log)),
      { numRuns: 600, seed },
    );
  });
  it('twin: customers who decide by when they are asked', () => {
    let asked = 0;
    const fickle = ({ customers }: Centre, log: ContactLog): Customers => ({
      ...customersOf(customers, log),
      isResolved: () => asked++ % 2 === 0,
    });
    expectToTell(sameAgain(fickle));
  });
});

describe('agents', () => {
  const chats: Allowed = { chats: true, changes: true, closing: true, returns: true, ranks: true, impatient: true };
  const notTooMuch: Property = (run) => {
    const stays = staysOf(run).filter(({ from, to }) => from < to);
    for (const one of stays) {
      const inHand = stays.filter(({ agent, from, to }) => agent === one.agent && from <= one.from && one.from < to);
      must(inHand.length <= one.wide, `agent ${one.agent} has ${inHand.length} in hand`);
      must(inHand.length === 1 || inHand.every(({ wide }) => wide > 1), `agent ${one.agent} has a call and something else`);
    }
  };
  it('never have more in hand than they may', () => check(2000, everything, notTooMuch));
  it('twins: one chat too many, and conversations that began earlier', () => {
    tells(chats, notTooMuch, withChats(1));
    tells(everything, notTooMuch, { log: (log) => log.start.forEach((start, contact) => (log.start[contact] = start - 5)) });
  });

  const asLongAsInHand: Property = (run) => {
    const stays = staysOf(run);
    const groups = run.plan.groups.length;
    for (let group = 0; group < groups; group++) {
      const agents = new Set(stays.filter((stay) => stay.group === group).map(({ agent }) => agent));
      const inHand = [...agents].reduce((sum, agent) => sum + unionOf(stays.filter((stay) => stay.agent === agent)), 0);
      let counted = 0;
      run.plan.periodStart.forEach((start, period) => {
        const at = period * groups + group;
        counted += run.time.busy[at]! + run.time.overtime[at]!;
        must(run.time.busy[at]! <= run.plan.agents[at]! * (run.plan.periodEnd[period]! - start), 'no more than are on duty');
      });
      must(Math.abs(counted - inHand) < 1e-9, `${counted} s counted for ${inHand} s in hand`);
    }
  };
  const countable: Allowed = { ...everything, transfers: false, callbacks: 'one attempt', chats: false };
  const countableChats: Allowed = { ...everything, transfers: false, callbacks: 'none' };
  it('are busy, with overtime, for as long as something is in their hands', () => {
    check(2000, countable, asLongAsInHand);
    check(1500, countableChats, asLongAsInHand);
  });
  it('twins: a conversation that lasts a quarter of a second more, fewer agents on duty', () => {
    tells(countable, asLongAsInHand, { log: (log) => log.end.forEach((end, contact) => (log.end[contact] = end + 0.25)) });
    tells(countable, asLongAsInHand, { plan: (plan) => ({ ...plan, agents: plan.agents.map((count) => count + 1) }) });
  });

  const spansOf = (log: ContactLog): { contact: number; from: number; to: number }[] =>
    Array.from({ length: log.count }, (_, contact) => contact)
      .filter((contact) => log.joined[contact]! >= 0)
      .map((contact) => {
        const outcome = log.outcome[contact]!;
        const [start, end] = [log.start[contact]!, log.end[contact]!];
        return {
          contact,
          from: log.joined[contact]!,
          to: outcome === outcomes.waiting ? Infinity : outcome === outcomes.handled ? start : end,
        };
      });

  let waited = 0;
  /** Where a plan keeps nobody back and nothing overflows. */
  const neverIdle: Property = (run) => {
    const { plan, log } = run;
    const stays = staysOf(run);
    const spans = spansOf(log);
    for (const moment of moments([...[...stays, ...spans].flatMap(({ from, to }) => [from, to]), ...plan.periodStart])) {
      const inHand = stays.filter(({ from, to }) => from < moment && moment < to);
      for (const { contact } of spans.filter(({ from, to }) => from < moment && moment < to)) {
        waited++;
        for (const { group } of plan.skills.filter(({ queue }) => queue === log.queue[contact])) {
          const loads = new Map<number, Stay[]>();
          for (const stay of inHand) if (stay.group === group) loads.set(stay.agent, [...(loads.get(stay.agent) ?? []), stay]);
          must(loads.size >= onDutyAt(run, group, moment), `at ${moment} contact ${contact} waits for an idle agent of group ${group}`);
          // More than are on duty: some of them are leaving.
          if (loads.size > onDutyAt(run, group, moment)) continue;
          const wide = plan.queues[log.queue[contact]!]!.concurrency;
          for (const chats of loads.values())
            must(chats.length >= wide || chats.some((stay) => stay.wide === 1), `at ${moment} contact ${contact} waits beside room`);
        }
      }
    }
  };
  const calls: Allowed = { changes: true, closing: true, deferred: true, returns: true, trunks: true, ranks: true, impatient: true };
  it('are never idle while somebody waits whom they may serve', () => {
    check(1500, calls, neverIdle);
    check(1500, chats, neverIdle);
    expect(waited).toBeGreaterThan(10_000);
  });
  it('twins: one kept back, one chat less, ten seconds before others may', () => {
    tells(
      calls,
      neverIdle,
      withSkills(() => ({ reserve: 1 })),
    );
    tells(chats, neverIdle, withChats(-1));
    tells(
      calls,
      neverIdle,
      withSkills(({ group }) => ({ overflowAfterSeconds: 10 * group })),
    );
  });

  const inTurn: Property = (run) => {
    const { plan, log } = run;
    const spans = spansOf(log);
    for (const one of spans) {
      if (log.outcome[one.contact] !== outcomes.handled) continue;
      for (const other of spans) {
        const takes = plan.skills.some(({ group, queue }) => group === log.group[one.contact] && queue === log.queue[other.contact]);
        const isJumped = takes && other.from < one.from && other.from < one.to && one.to < other.to;
        must(!isJumped, `contact ${one.contact} goes before ${other.contact}, who waits longer`);
      }
    }
  };
  const ofOneRank: Allowed = { changes: true, returns: true, trunks: true, impatient: true };
  it('take who waits longest, within a rank', () => check(2000, ofOneRank, inTurn));
  it('twins: ranks, and weights', () => {
    tells(
      ofOneRank,
      inTurn,
      withSkills(({ queue }) => ({ queueRank: -queue })),
    );
    tells(ofOneRank, inTurn, { plan: (plan) => ({ ...plan, selection: 'weighted-wait' }) });
  });
});

describe('one queue, first come, first served, without end of patience', () => {
  /** Nobody whose figure is known in the first run has a lower one in the second. */
  const noLower = (first: Run, second: Run, name: 'start' | 'end'): void => {
    for (let contact = 0; contact < first.log.count; contact++) {
      const [before, after] = [first.log[name][contact]!, second.log[name][contact]!];
      must(!(after < before), `contact ${contact}: ${name} ${after} after ${before}`);
    }
  };
  const moreAgents = (more: number) =>
    fc.property(centres({ oneQueue: true, changes: true }), fc.nat(), (centre, which) => {
      const at = which % centre.plan.agents.length;
      const agents = centre.plan.agents.map((count, period) => (period === at ? Math.max(0, count + more) : count));
      const run = runOf({ ...centre, plan: { ...centre.plan, agents } });
      noLower(run, runOf(centre), 'start');
    });
  it('one more agent delays nobody', () => {
    fc.assert(moreAgents(1), { numRuns: 1000, seed });
    expectToTell(moreAgents(-1));
  });

  const longerWork = (longer: number) =>
    fc.property(centres({ oneQueue: true }), fc.nat(), (centre, which) => {
      if (centre.contacts.length === 0) return;
      const at = which % centre.contacts.length;
      const contacts = centre.contacts.map((contact, one) =>
        one === at ? { ...contact, work: Math.max(0, contact.work + longer) } : contact,
      );
      const [before, after] = [runOf(centre), runOf({ ...centre, contacts })];
      noLower(before, after, 'start');
      noLower(before, after, 'end');
    });
  it('longer work makes nobody earlier', () => {
    fc.assert(longerWork(2.5), { numRuns: 1000, seed });
    expectToTell(longerWork(-2.5));
  });
});
