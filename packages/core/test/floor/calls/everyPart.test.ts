import type { Json } from '@percall/scenario';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flags, nowhere, origins, outcomes } from '../../../src/floor/calls/contactLog.ts';
import { countFields, countOffset, type CountField, type Model, type Study } from '../../../src/index.ts';
import { documentWith } from '../../support/document.ts';
import { allCounted, byCalendar, centre, modelsOf, type Agents, type Ran } from './centres.ts';

const seed = 20_261_125;

/** Two contact types by all channels, two groups, and every part of a document that the exact floor runs. */
const type = (volume: number, share: Readonly<Record<string, string>>): Json => ({
  volume,
  channels: share,
  variation: { dayToDay: '10%', shared: '50%', withinDay: '5%' },
  handleTime: {
    phone: { mean: '300 s', afterContactWork: '40 s' },
    chat: { mean: '400 s', afterContactWork: '10 s' },
    email: { mean: '500 s' },
    social: { mean: '200 s' },
  },
  patience: { phone: { mean: '90 s', balk: '2%' }, chat: { mean: '60 s', balk: '1%' } },
  firstContactResolution: '70%',
  repeat: { share: '60%', after: '1 day', handleTime: 'x1.1' },
  redial: { share: '50%', after: '10 min' },
  difficulty: { selfService: 0.6, containment: 0.5 },
});
const levers = {
  ivr: {
    time: '30 s',
    hangUps: '3%',
    verification: { offeredTo: '50%', success: '60%', saves: '30 s', failureAdds: '10 s' },
    containment: { billing: '15%' },
    unresponsiveCallers: { share: '10%', screened: '60%', falseDrops: '4%', agentSeconds: '18 s' },
  },
  callback: { offerWhenWaitExceeds: '40 s', accepts: '50%', reached: '70%', attempts: 2, retryAfter: '10 min' },
  routing: { misroute: '8%', transferAdds: '45 s', overflowAfter: { back: '30 s' } },
  selfService: { billing: { tries: '20%', succeeds: '50%', failureAdds: '25 s', returnsWithin72h: '10%' } },
} as const;
const everything = (topLevel: Readonly<Record<string, Json>> = {}, volume = 1500): Study =>
  modelsOf(
    documentWith(
      {},
      {
        calendar: { interval: '30 min', open: { 'mon-fri': '08:00-14:00' }, dayShape: 'twin-peak', closeGrace: '10 min' },
        contactTypes: {
          billing: type(volume, { phone: '50%', chat: '25%', email: '20%', social: '5%' }),
          technical: type(volume / 2, { phone: '70%', email: '30%' }),
        },
        agents: {
          front: { skills: ['billing'], wage: '20 per h' },
          back: { skills: { technical: 1, billing: { level: 2, handleTime: '+10%' } }, wage: '20 per h' },
        },
        channels: {
          chat: { concurrency: { cap: 3, stretch: '25%', measuredAt: 2 } },
          email: { respondWithin: '4 h' },
          social: { respondWithin: '2 h' },
        },
        levers,
        seed: 'every part',
        ...topLevel,
      },
    ),
  );

// Conservation

/** offered = handled + unresponsive + abandoned + blocked + closed out + lost + open, and what else must add up, in every cell. */
function conserves({ model, outcome: { shape, counts }, seconds }: Ran): void {
  const cells = shape.intervals * shape.contactTypes * shape.channels;
  for (let cell = 0; cell < cells; cell++) {
    const of = (field: CountField): number => counts[countOffset(shape, field) + cell]!;
    const sum = (...fields: readonly CountField[]): number => fields.reduce((all, field) => all + of(field), 0);
    const must = (holds: boolean, what: string): void => {
      if (!holds) throw new Error(`Cell ${cell}: ${what}: ${JSON.stringify(countFields.map((field) => [field, of(field)]))}`);
    };
    must(
      of('offered') === sum('handled', 'unresponsive', 'abandoned', 'blocked', 'closedOut', 'callbackLost', 'openAtEnd'),
      'every offered contact ends one way',
    );
    must(of('callbackAccepted') >= sum('callbackReached', 'callbackLost'), 'who is reached or lost has taken a callback');
    must(of('callbackOffered') >= of('callbackAccepted') && of('callbackReached') >= of('callbackKept'), 'who takes one was offered one');
    must(of('callbackAttempts') >= of('callbackReached'), 'who is reached was called');
    must(
      of('handled') >= Math.max(of('handledFirst'), of('callbackReached'), of('deferredWithinTarget')),
      'who is any of these is handled',
    );
    must(of('handled') + of('unresponsive') >= of('answeredWithinThreshold'), 'who is answered in time is answered');
    const channel = model.channels[cell % shape.channels]!;
    const ofPhone = [
      'ivrEntered',
      'contained',
      'ivrHungUp',
      'screened',
      'ivrSeconds',
      'blocked',
      'transferred',
      'callbackOffered',
      'unresponsive',
    ] as const;
    if (channel !== 'phone') must(sum(...ofPhone) === 0, 'nothing of this is in other channels');
    if (channel === 'email' || channel === 'social')
      must(sum('abandoned', 'closedOut', 'redials') === 0, 'who waits for an answer does not give up');
    else must(of('deferredWithinTarget') === 0, 'who waits on the line has no due time');
  }
  model.groups.forEach((_, group) => {
    const [paid, handling, idle, overtime] = (['paid', 'handling', 'idle', 'overtime'] as const).map((field) => seconds(field, group));
    paid!.forEach((value, interval) => expect(handling![interval]! + idle![interval]! + overtime![interval]!).toBeCloseTo(value, 6));
  });
}

/** Of the whole time that the floor runs: who comes by phone enters the IVR, and ends there or asks for an agent; no second of an agent is lost. */
function addsUp(ran: ReturnType<typeof byCalendar>, withChats: boolean): void {
  const { model, log, sum, agentSeconds } = ran;
  const contacts = Array.from({ length: log.count }, (_, contact) => contact).filter((contact) => log.period[contact]! >= 0);
  const has = (contact: number, flag: number): boolean => (log.flags[contact]! & flag) !== 0;
  const byPhone = (contact: number): boolean => model.channels[model.queues[log.asked[contact]!]!.channel] === 'phone';
  const first = contacts.filter((contact) => byPhone(contact) && log.origin[contact] === origins.need && !has(contact, flags.unresponsive));
  if (model.trunks === Infinity) {
    expect(sum('ivrEntered')).toBe(sum('needs', undefined, 'phone') - sum('selfServiceSolved', undefined, 'phone'));
    expect(sum('ivrEntered')).toBeGreaterThanOrEqual(sum('contained') + sum('ivrHungUp') + first.length);
  } else expect(first.length).toBe(sum('needs', undefined, 'phone') - sum('selfServiceSolved', undefined, 'phone'));
  if (!withChats) expect(sum('handleSeconds') / Math.max(1, agentSeconds)).toBeCloseTo(agentSeconds > 0 ? 1 : 0, 9);
}

describe('on random centres with all there is (seed 20261125)', () => {
  const share = fc.constantFrom('0%', '5%', '30%', '80%', '100%');
  const seconds = fc.constantFrom('0 s', '15 s', '60 s', '10 min');
  const group = fc.record({ level: fc.integer({ min: 1, max: 3 }), handleTime: fc.constantFrom('-20%', '0%', '+40%') });
  const mix = fc
    .array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 })
    .filter((weights) => weights.some((weight) => weight > 0))
    .map((weights) => {
      const all = weights.reduce((sum, weight) => sum + weight);
      return { phone: weights[0]! / all, chat: weights[1]! / all, email: weights[2]! / all, social: weights[3]! / all };
    });
  const centres = fc.record({
    volumes: fc.tuple(fc.integer({ min: 50, max: 600 }), fc.integer({ min: 50, max: 600 })),
    mixes: fc.tuple(mix, mix),
    skills: fc.tuple(group, group, group),
    ivr: fc.record({
      time: seconds,
      hangUps: share,
      screened: share,
      unresponsive: fc.constantFrom('0%', '10%', '70%'),
      falseDrops: share,
    }),
    callback: fc.record({
      offerWhen: fc.constantFrom('wait', 'queueLength'),
      offerWhenWaitExceeds: seconds,
      offerWhenQueueExceeds: fc.integer({ min: 0, max: 3 }),
      accepts: share,
      keepsPlace: fc.boolean(),
      reserveIdle: fc.integer({ min: 0, max: 2 }),
      attempts: fc.integer({ min: 1, max: 3 }),
      retryAfter: seconds,
      reached: share,
      dialSeconds: seconds,
    }),
    misroute: share,
    overflow: seconds,
    tries: share,
    trunks: fc.option(fc.integer({ min: 1, max: 12 })),
    cap: fc.integer({ min: 1, max: 4 }),
    clock: fc.boolean(),
    grace: seconds,
    agents: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 7, maxLength: 7 }),
  });
  type Random = typeof centres extends fc.Arbitrary<infer Value> ? Value : never;

  const studyOf = (random: Random): Study => {
    const { volumes, mixes, skills, ivr, callback, misroute, overflow, tries, trunks, cap, clock, grace } = random;
    const [billing, technical] = mixes.map((each, at) => ({ ...(type(volumes[at]!, each as never) as object), channels: each }));
    return everything({
      calendar: { interval: '30 min', open: { mon: '08:00-12:00', 'tue-wed': '09:00-11:00', fri: '22:00-24:00' }, closeGrace: grace },
      contactTypes: { billing: billing as Json, technical: technical as Json },
      agents: {
        front: { skills: { billing: skills[0] }, wage: '20 per h' },
        back: { skills: { technical: skills[1], billing: skills[2] }, wage: '20 per h' },
      },
      channels: {
        chat: { concurrency: { cap, stretch: '50%', measuredAt: 1 } },
        email: { respondWithin: '2 h', clock },
        ...(trunks === null ? {} : { phone: { trunks } }),
      },
      levers: {
        ...levers,
        ivr: {
          ...levers.ivr,
          time: ivr.time,
          hangUps: ivr.hangUps,
          unresponsiveCallers: { share: ivr.unresponsive, screened: ivr.screened, falseDrops: ivr.falseDrops, agentSeconds: '18 s' },
        },
        callback,
        routing: { misroute, transferAdds: '45 s', overflowAfter: { back: overflow } },
        selfService: { billing: { ...levers.selfService.billing, tries } },
      },
    });
  };
  const agentsOf =
    ({ agents }: Random): Agents =>
    (interval, at) =>
      agents[(3 * interval + at) % agents.length]!;

  it('contacts and paid seconds are conserved in every cell, and no second of an agent is lost', () => {
    const seen = new Set<CountField>();
    fc.assert(
      fc.property(centres, (random) => {
        const study = studyOf(random);
        const ran = centre(study, agentsOf(random))(0);
        conserves(ran);
        for (const field of countFields) if (ran.sum(field) > 0) seen.add(field);
        addsUp(
          byCalendar(study, agentsOf(random), allCounted),
          random.mixes.some(({ chat }) => chat > 0),
        );
      }),
      { numRuns: 60, seed },
    );
    expect(countFields.filter((field) => !seen.has(field))).toEqual([]);
  });

  it('twins: a contact that is counted twice, and a second that is not, are told', () => {
    const ran = centre(everything(), () => 3)(0);
    conserves(ran);
    ran.outcome.counts[countOffset(ran.outcome.shape, 'handled')]!++;
    expect(() => conserves(ran)).toThrow('every offered contact ends one way');
    const all = byCalendar(everything(), () => 3, allCounted);
    const noChats = { ...all, agentSeconds: all.sum('handleSeconds') };
    addsUp(noChats, false);
    expect(() => addsUp({ ...noChats, agentSeconds: 0.999999 * noChats.agentSeconds }, false)).toThrow();
  });
});

// The front door

/** How many standard errors a count is from n p. */
const away = (counted: number, n: number, p: number): number => (counted - n * p) / Math.sqrt(n * p * (1 - p));
const within = 4;

describe('what the front door lets through (seed "every part")', () => {
  const many: Agents = () => 60;
  const study = everything({}, 30_000);
  const ran = centre(study, many)(0);
  const { model, sum } = ran;
  // The log is the next world's too: what is asked of it is asked now.
  const facts = (({ log }: Ran) => {
    const count = (isOf: (contact: number) => boolean): number => {
      let contacts = 0;
      for (let contact = 0; contact < log.count; contact++) if (isOf(contact)) contacts++;
      return contacts;
    };
    const has = (contact: number, flag: number): boolean => (log.flags[contact]! & flag) !== 0;
    const isPhone = (contact: number): boolean => model.channels[model.queues[log.asked[contact]!]!.channel] === 'phone';
    const isMisrouted = (contact: number): boolean => log.transferTo[contact] !== nowhere;
    const typeOf = (queue: number): number => model.queues[queue]!.contactType;
    return {
      beside: count((contact) => has(contact, flags.unresponsive) && isOfHorizon(ran, contact)),
      calls: count((contact) => isPhone(contact) && !has(contact, flags.unresponsive)),
      misrouted: count(isMisrouted),
      again: count((contact) => isPhone(contact) && log.attempt[contact]! > 0),
      misroutedAgain: count((contact) => isMisrouted(contact) && log.attempt[contact]! > 0),
      atHome: count(
        (contact) =>
          isMisrouted(contact) && !has(contact, flags.transferred) && typeOf(log.queue[contact]!) === typeOf(log.asked[contact]!),
      ),
    };
  })(ran);

  it('channels by their shares of the needs', () => {
    const needs = sum('needs', 0);
    for (const [channel, share] of [
      ['phone', 0.5],
      ['chat', 0.25],
      ['email', 0.2],
      ['social', 0.05],
    ] as const)
      expect(Math.abs(away(sum('needs', 0, channel), needs, share)), channel).toBeLessThan(within);
    expect(sum('needs', 1, 'chat') + sum('needs', 1, 'social')).toBe(0);
    expect(Math.abs(away(sum('needs', 0, 'phone'), needs, 0.48)), 'twin').toBeGreaterThan(within);
  });

  it('a channel of more needs per reported contact has a larger share of them', () => {
    const weighted = everything({}, 30_000);
    const edit = ({ inversion, ...rest }: Model): Model => ({
      ...rest,
      inversion: { ...inversion, channelWeight: inversion.channelWeight.map((weight, at) => (at === 1 ? 3 * weight : weight)) },
    });
    const { sum: count } = centre({ ...weighted, models: weighted.models.map(edit) }, many)(0);
    expect(Math.abs(away(count('needs', 0, 'chat'), count('needs', 0), 0.75 / 1.5))).toBeLessThan(within);
    expect(Math.abs(away(sum('needs', 0, 'chat'), sum('needs', 0), 0.75 / 1.5)), 'twin').toBeGreaterThan(within);
  });

  it('an unresponsive call for nine callers, of which 60% end in the IVR; 4% of callers are dropped by mistake', () => {
    const entered = sum('ivrEntered');
    expect(Math.abs(away(sum('screened'), entered, 0.04 + 0.6 / 9))).toBeLessThan(within);
    expect(Math.abs(away(sum('screened'), entered, 0.04 + 0.6 / 8)), 'twin').toBeGreaterThan(within);
    expect(Math.abs(away(facts.beside, entered, 0.4 / 9))).toBeLessThan(within);
    expect(Math.abs(away(facts.beside, entered, 0.4 / 7)), 'twin').toBeGreaterThan(within);
  });

  it('8% of calls are misrouted at every attempt, to the other contact type', () => {
    expect(Math.abs(away(facts.misrouted, facts.calls, 0.08))).toBeLessThan(within);
    expect(Math.abs(away(facts.misrouted, facts.calls, 0.07)), 'twin').toBeGreaterThan(within);
    expect(facts.again).toBeGreaterThan(5000);
    expect(Math.abs(away(facts.misroutedAgain, facts.again, 0.08))).toBeLessThan(within);
    expect(facts.atHome).toBe(0);
  });

  it('half of those dropped by mistake try again', () => {
    const alone = everything(
      {
        levers: { ivr: { unresponsiveCallers: { share: '0%', falseDrops: '10%' } } },
        contactTypes: { billing: type(30_000, { phone: '100%' }), technical: type(300, { phone: '100%' }) },
      },
      30_000,
    );
    const { sum: count, log: own } = centre(alone, () => 400)(0);
    const dropped = count('screened');
    const redials = Array.from({ length: own.count }, (_, contact) => contact).filter(
      (contact) => own.after[contact]! < 0 && own.origin[contact] === origins.redial,
    );
    expect(Math.abs(away(dropped, count('ivrEntered'), 0.1))).toBeLessThan(within);
    // The log has three like weeks.
    expect(Math.abs(away(redials.length / 3, dropped, 0.5))).toBeLessThan(within);
    expect(Math.abs(away(redials.length / 3, dropped, 0.4)), 'twin').toBeGreaterThan(within);
    for (const contact of redials) expect(own.attempt[contact]).toBe(1);
  });

  it('as many lines as one can want count what no limit counts, call by call', () => {
    const at = (phone: Json): Ran['outcome'] =>
      centre(everything({ channels: { phone }, levers: { ...levers, ivr: { ...levers.ivr, time: '0 s' } } }), () => 8)(1).outcome;
    const [open, limited] = [at({}), at({ trunks: 100_000 })];
    const unlike = countFields.filter((field) => {
      const from = countOffset(open.shape, field);
      const cells = open.shape.intervals * open.shape.contactTypes * open.shape.channels;
      return open.counts.subarray(from, from + cells).some((value, cell) => Math.abs(value - limited.counts[from + cell]!) > 1e-6);
    });
    expect(unlike).toEqual([]);
    expect(at({ trunks: 4 }).counts, 'twin').not.toEqual(open.counts);
  });
});

/** Whether a contact came in the horizon, between a week of warm-up and one of run-off. */
function isOfHorizon({ model, log }: Ran, contact: number): boolean {
  const { intervals } = model.calendar;
  return log.period[contact]! >= intervals && log.period[contact]! < 2 * intervals;
}

// Common random numbers, and leaves by world

describe('the same customers under every lever', () => {
  const study = everything({
    variants: [
      { name: 'Callback', changes: { 'levers.callback.accepts': '90%' } },
      { name: 'Routing', changes: { 'levers.routing.misroute': '20%' } },
      { name: 'Lines', changes: { 'channels.phone.trunks': 12 } },
      { name: 'Screened', changes: { 'levers.ivr.unresponsiveCallers': { share: '20%', screened: '90%', falseDrops: '8%' } } },
      { name: 'Chats', changes: { 'channels.chat.concurrency.cap': 2 } },
      { name: 'To chat', changes: { 'contactTypes.billing.channels': { phone: '40%', chat: '35%', email: '20%', social: '5%' } } },
      { name: 'Other customers', changes: {} },
    ],
  });
  /** Who comes by themselves, and what they bring: [work, patience, channel]. */
  const customers = (model: number, of: Study = study): ReadonlyMap<number, readonly [number, number, number]> => {
    const { log, model: own } = centre(of, () => 5)(2, model);
    const found = new Map<number, readonly [number, number, number]>();
    for (let contact = 0; contact < log.count; contact++)
      if (log.after[contact]! < 0 && log.origin[contact] === origins.need && (log.flags[contact]! & flags.unresponsive) === 0)
        found.set(log.customer[contact]!, [log.work[contact]!, log.patience[contact]!, own.queues[log.asked[contact]!]!.channel]);
    return found;
  };
  const baseline = customers(0);

  it.each([
    ['Callback', 1, 1],
    ['Routing', 2, 1],
    ['Lines', 3, 1],
    ['Screened', 4, 0.95],
    ['Chats', 5, 1],
    ['To chat', 6, 0.9],
  ])('%s', (_, model, same) => {
    const own = customers(model);
    let known = 0;
    for (const [customer, was] of baseline) {
      const is = own.get(customer);
      if (is?.[2] !== was[2]) continue;
      expect(is).toEqual(was);
      known++;
    }
    expect(known).toBeGreaterThanOrEqual(same * baseline.size);
  });

  it('twin: another seed has others', () => {
    const others = customers(0, { ...study, seed: 'another' });
    expect([...baseline.keys()].filter((customer) => others.has(customer)).length).toBeLessThan(3);
  });

  it('answer callbacks, and are misrouted, by draws of their own', () => {
    const flagged = (model: number, flag: number): ReadonlySet<string> => {
      const { log } = centre(study, () => 5)(2, model);
      const found = new Set<string>();
      for (let contact = 0; contact < log.count; contact++)
        if ((log.flags[contact]! & flag) !== 0) found.add(`${log.customer[contact]!} ${log.attempt[contact]!}`);
      return found;
    };
    const misrouted = (model: number): ReadonlySet<string> => {
      const { log } = centre(study, () => 5)(2, model);
      const found = new Set<string>();
      for (let contact = 0; contact < log.count; contact++)
        if (log.transferTo[contact] !== nowhere && log.after[contact]! < 0) found.add(`${log.customer[contact]!}`);
      return found;
    };
    const [few, many] = [misrouted(0), misrouted(2)];
    expect(many.size).toBeGreaterThan(2 * few.size);
    for (const who of few) expect(many.has(who)).toBe(true);
    // Whoever takes a callback at 50%, and is offered one, takes it at 90%.
    const [accepted, more] = [flagged(0, flags.callback), flagged(1, flags.callback)];
    const offered = flagged(1, flags.callbackOffered);
    expect(accepted.size).toBeGreaterThan(20);
    for (const who of accepted) if (offered.has(who)) expect(more.has(who)).toBe(true);
  });
});

describe('what a plan says follows the leaves of each world', () => {
  it('factors, transfers, dialling and unresponsive calls take what the world says', () => {
    const range = (low: string, likely: string, high: string): Json => ({ low, likely, high });
    const study = modelsOf(
      documentWith(
        { 'contactTypes.service.volume': 800, 'contactTypes.service.firstContactResolution.value': '100%' },
        {
          agents: { team: { skills: { service: { handleTime: { low: '-20%', likely: '0%', high: '+30%' } } }, wage: '20 per h' } },
          levers: {
            ivr: { unresponsiveCallers: { share: '10%', agentSeconds: range('10 s', '18 s', '40 s') } },
            callback: {
              offerWhenWaitExceeds: '0 s',
              accepts: '100%',
              reached: '50%',
              attempts: 3,
              dialSeconds: range('10 s', '20 s', '60 s'),
            },
            routing: { misroute: '100%', transferAdds: range('20 s', '60 s', '150 s') },
          },
          seed: 'every part',
        },
      ),
    );
    const run = centre(study, () => 2);
    const factors = new Set<number>();
    for (let replication = 0; replication < 5; replication++) {
      const ran = run(replication);
      const { model, world, log, sum } = ran;
      const leaf = (path: string): number => world.leaves[model.leaves.findIndex((each) => each.path === path)]!;
      const factor = leaf('agents.team.skills.service.handleTime');
      factors.add(factor);
      let [work, unresponsive] = [0, 0];
      for (let contact = 0; contact < log.count; contact++) {
        if (!isOfHorizon(ran, contact) || log.outcome[contact] !== outcomes.handled) continue;
        work += log.work[contact]!;
        if ((log.flags[contact]! & flags.unresponsive) !== 0) unresponsive += log.work[contact]!;
      }
      const transfers = sum('transferred') * leaf('levers.routing.transferAdds');
      const dialling = sum('callbackAttempts') * leaf('levers.callback.dialSeconds');
      expect(sum('transferred')).toBeGreaterThan(300);
      expect(sum('callbackAttempts')).toBeGreaterThan(20);
      expect(unresponsive).toBeCloseTo(sum('unresponsive') * leaf('levers.ivr.unresponsiveCallers.agentSeconds'), 6);
      // The log has the seconds of a transfer to 24 bits.
      expect(sum('workSeconds') / (work + transfers)).toBeCloseTo(1, 7);
      expect(sum('handleSeconds') / (work * factor + transfers + dialling)).toBeCloseTo(1, 7);
    }
    expect(factors.size).toBe(5);
  });
});

describe('levers that start later', () => {
  const changes = {
    'levers.ivr.containment.billing': '40%',
    'levers.ivr.hangUps': '10%',
    'levers.ivr.unresponsiveCallers': { share: '20%', screened: '90%', falseDrops: '10%' },
    'levers.selfService.billing.tries': '50%',
    'levers.routing.misroute': '30%',
    'levers.callback.accepts': '90%',
  } as const;
  const study = everything({
    horizon: { start: '2026-01-05', weeks: 4 },
    variants: [
      { name: 'In two weeks', starts: '2026-01-19', changes },
      { name: 'At once', changes },
    ],
  });
  const [baseline, later, atOnce] = [0, 1, 2].map((model) => centre(study, () => 4)(0, model));
  const half = study.models[0]!.calendar.intervals / 2;
  /** Counts of the first two weeks, or the last two. */
  const unlike = (one: Ran, other: Ran, from: number, fields: readonly CountField[] = countFields): readonly CountField[] =>
    fields.filter((field) => {
      const [a, b] = [one, other].map((ran) => ran.each(field).subarray(from, from + half));
      return a!.some((value, interval) => value !== b![interval]);
    });
  const atTheDoor = ['needs', 'selfServiceTried', 'selfServiceSolved', 'ivrEntered', 'contained', 'ivrHungUp', 'screened'] as const;

  it('leave the baseline as it is before, whatever is counted, and are in full after', () => {
    expect(unlike(later!, baseline!, 0)).toEqual([]);
    expect(unlike(later!, atOnce!, half, atTheDoor)).toEqual([]);
  });

  it('twin: levers that work at once do not', () => {
    const moved = atTheDoor.filter((field) => field !== 'needs');
    expect(unlike(atOnce!, baseline!, 0, moved)).toEqual(moved);
    expect(unlike(later!, baseline!, half, ['transferred', 'callbackAccepted'])).toEqual(['transferred', 'callbackAccepted']);
  });
});
