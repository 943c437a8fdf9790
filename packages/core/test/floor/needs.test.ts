import type { Json } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { origins } from '../../src/floor/calls/contactLog.ts';
import {
  agentFields,
  agentOffset,
  compileStudy,
  countField,
  createReplicator,
  replicate,
  totalsKeys,
  type AgentField,
  type Outcome,
} from '../../src/index.ts';
import { documentWith, studyOf as instantStudyOf } from '../support/document.ts';
import { everyVariant, everythingWith } from '../support/everything.ts';
import { byInterval, exactWorlds, type Arrival } from './exactWorlds.ts';

function studyOf(...[document]: Parameters<typeof compileStudy>) {
  const compiled = compileStudy(document, { floor: 'calls' });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems, null, 1));
  return compiled.study;
}

/** The plain line with variants of its volume: the baseline's, less, more, and three times as much. */
const volumes = (volume: number, topLevel: Readonly<Record<string, Json>> = {}) =>
  studyOf(
    documentWith(
      { 'contactTypes.service.volume': volume },
      {
        variants: [0.4, 1.3, 3].map((times) => ({ name: `x${times}`, changes: { 'contactTypes.service.volume': volume * times } })),
        ...topLevel,
      },
    ),
  );

const key = ({ time, customer }: Arrival): string => `${time}|${customer}`;

describe('the same customers', () => {
  const study = volumes(3000);
  const worlds = exactWorlds(study);

  it('live in every variant: more volume adds some and removes none, and each does and takes the same', () => {
    for (const replication of [0, 5, 11]) {
      const [baseline, less, more, thrice] = [0, 1, 2, 3].map(
        (model) => new Map(worlds.arrivals(replication, model).map((arrival) => [key(arrival), arrival])),
      );
      for (const [few, many] of [
        [less!, baseline!],
        [baseline!, more!],
        [more!, thrice!],
      ] as const) {
        expect(many.size).toBeGreaterThan(few.size * 1.2);
        for (const [who, arrival] of few) {
          const same = many.get(who)!;
          expect(same).toBeDefined();
          expect([same.patience, same.origin]).toEqual([arrival.patience, arrival.origin]);
          // Reports are inverted once for the baseline, and so the work of a need is the same in all.
          expect(same.work).toBe(arrival.work);
        }
      }
    }
  });

  it('twin: another seed has others', () => {
    const others = exactWorlds({ ...study, seed: 'another' });
    const known = new Set(worlds.arrivals(0).map(key));
    expect(others.arrivals(0).filter((arrival) => known.has(key(arrival)))).toEqual([]);
  });

  it('come in time order, and no other week has them', () => {
    const arrivals = worlds.arrivals(3);
    arrivals.slice(1).forEach(({ time }, before) => expect(time).toBeGreaterThanOrEqual(arrivals[before]!.time));
    const week = 7 * 86_400;
    const inWeek = [0, 1, 2].map(
      (number) => new Set(arrivals.filter(({ time }) => Math.floor(time / week) === number).map(({ customer }) => customer)),
    );
    for (const set of inWeek) expect(set.size).toBeGreaterThan(2000);
    // 32 bits: of 3,000 x 3,000 pairs 0.002 agree by chance.
    expect([...inWeek[0]!].filter((who) => inWeek[1]!.has(who) || inWeek[2]!.has(who)).length).toBeLessThan(2);
  });
});

describe('a lever changes what happens to customers, and to nobody else', () => {
  const study = studyOf(everythingWith());
  const whole = replicate(study, 0, 8);
  const named = (name: string): number => study.models.findIndex((model) => model.name === name);

  it('a variant that only prices differently has the baseline’s totals, bit for bit', () => {
    expect(whole.totals[named('Dearer')]).toEqual(whole.totals[0]);
    expect(whole.totals[named('Verified')]).not.toEqual(whole.totals[0]);
  });

  it('a variant more, or in another place, moves no bit of the others', () => {
    const more = studyOf(
      everythingWith(
        {},
        {
          variants: [
            { name: 'Larger', changes: { 'contactTypes.help.volume': '6k', 'calendar.interval': '15 min' } },
            ...[...everyVariant].reverse(),
          ] as Json,
        },
      ),
    );
    const { totals } = replicate(more, 0, 8);
    study.models.forEach(({ name }, index) => {
      expect(totals[more.models.findIndex((model) => model.name === name)], name).toEqual(whole.totals[index]);
    });
  });

  it('nor do shards, their order, or what ran before', () => {
    const replicator = createReplicator(study);
    const late = replicator(5, 8, [2]);
    const early = replicator(0, 5);
    study.models.forEach((_, model) => {
      const { length } = whole.totals[model]!;
      expect(early.totals[model]).toEqual(whole.totals[model]!.slice(0, (5 * length) / 8));
      if (model === 2) expect(late.totals[model]).toEqual(whole.totals[model]!.slice((5 * length) / 8));
    });
  });

  it('verification takes or adds seconds, and changes no arrival, no patience and no other line', () => {
    const worlds = exactWorlds(study);
    const before = worlds.arrivals(2);
    const after = worlds.arrivals(2, named('Verified'));
    expect(after.length).toBe(before.length);
    let changed = 0;
    after.forEach((arrival, at) => {
      const was = before[at]!;
      expect([arrival.time, arrival.customer, arrival.type, arrival.patience]).toEqual([was.time, was.customer, was.type, was.patience]);
      if (arrival.work !== was.work) changed++;
    });
    // Offered to 70% and not to 10%: 60% of them.
    expect(changed / after.length).toBeGreaterThan(0.5);
    expect(changed / after.length).toBeLessThan(0.7);
  });

  it('a line that grows leaves the customers of another as they were', () => {
    const grown = studyOf(everythingWith({}, { variants: [{ name: 'Grown', changes: { 'contactTypes.sales.volume': '8k ±10%' } }] }));
    const worlds = exactWorlds(grown);
    const ofHelp = (model: number) => worlds.arrivals(1, model).filter(({ type }) => type === 1);
    const before = ofHelp(0);
    expect(before.length).toBeGreaterThan(3000);
    expect(ofHelp(1)).toEqual(before);
  });

  it('a locked roster is the baseline’s in that same world: paid time, shrinkage and agents, bit for bit', () => {
    const worlds = exactWorlds(study);
    const rosterOf = (outcome: Outcome) =>
      (['shrinkage', 'schedulingLoss'] as const).map((field) => {
        const from = agentOffset(outcome.shape, field);
        return outcome.agentSeconds.slice(from, from + outcome.shape.intervals * outcome.shape.groups);
      });
    for (const replication of [0, 1, 2]) {
      const baseline = rosterOf(worlds.run(replication));
      const agents = worlds.stages[0]!.agents.slice();
      expect(rosterOf(worlds.run(replication, named('Verified, locked')))).toEqual(baseline);
      expect(worlds.stages[named('Verified, locked')]!.agents).toEqual(agents);
      worlds.run(replication, named('Verified'));
      expect(worlds.stages[named('Verified')]!.agents).not.toEqual(agents);
    }
  });
});

/** chi-square over degrees of freedom of counts against their means; its standard deviation is sqrt((2 + 1 / mean) / counts). */
const dispersion = (counts: readonly number[], mean: number): number =>
  counts.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0) / counts.length;

describe('layers and marks (40 replications of 100 intervals, seed "plain")', () => {
  const replications = 40;
  const intervals = 100;
  const volume = 6000;
  const study = volumes(volume);
  const worlds = exactWorlds(study);
  const counts = [0, 1, 2, 3].map((model) =>
    Array.from({ length: replications }, (_, replication) => [...byInterval(worlds.run(replication, model), 'needs')]),
  );
  const rate = (model: number): number => worlds.stages[model]!.needs[0]!;
  const error = (model: number): number => Math.sqrt((2 + 1 / rate(model)) / (replications * intervals));

  it.each([
    ['a whole layer', 0],
    ['0.4 of one', 1],
    ['one and 0.3 of the next', 2],
    ['three', 3],
  ])('%s: Poisson counts, within 4 standard errors of mean and dispersion', (_, model) => {
    const all = counts[model]!.flat();
    const total = all.reduce((sum, count) => sum + count, 0);
    expect(Math.abs(total - rate(model) * all.length)).toBeLessThan(4 * Math.sqrt(rate(model) * all.length));
    expect(Math.abs(dispersion(all, rate(model)) - 1)).toBeLessThan(4 * error(model));
  });

  it('twin: busyness of 20% within the day is seen', () => {
    const busy = exactWorlds(volumes(volume, {}));
    const varied = exactWorlds(
      studyOf(documentWith({ 'contactTypes.service.volume': volume, 'contactTypes.service.variation.withinDay': '20%' })),
    );
    const of = (those: typeof busy) =>
      dispersion(
        Array.from({ length: replications }, (_, replication) => [...byInterval(those.run(replication), 'needs')]).flat(),
        rate(0),
      );
    expect(Math.abs(of(busy) - 1)).toBeLessThan(4 * error(0));
    expect(Math.abs(of(varied) - 1)).toBeGreaterThan(20 * error(0));
  });

  it('intervals that follow, and layers of one interval, know nothing of each other', () => {
    const of = (model: number) => counts[model]!.map((each) => each.map((count) => (count - rate(model)) / Math.sqrt(rate(model))));
    const [base, thrice] = [of(0), of(3)];
    // A correlation of n independent pairs has the standard error 1 / sqrt(n).
    const pairs = replications * (intervals - 1);
    const inARow = base.reduce((sum, each) => sum + each.slice(1).reduce((all, value, at) => all + value * each[at]!, 0), 0) / pairs;
    expect(Math.abs(inARow)).toBeLessThan(4 / Math.sqrt(pairs));
    const upper = thrice.map((each, r) =>
      each.map((_, at) => (counts[3]![r]![at]! - counts[0]![r]![at]! - 2 * rate(0)) / Math.sqrt(2 * rate(0))),
    );
    const layers =
      base.reduce((sum, each, r) => sum + each.reduce((all, value, at) => all + value * upper[r]![at]!, 0), 0) / (replications * intervals);
    expect(Math.abs(layers)).toBeLessThan(4 / Math.sqrt(replications * intervals));
  });

  it('times are even over an interval, whether or not a mark lets them through; twin: a square root is not', () => {
    const places = [0, 1].flatMap((model) =>
      Array.from({ length: 10 }, (_, replication) => worlds.arrivals(replication, model).map(({ time }) => (time / 1800) % 1)).map(
        (each) => [model, each] as const,
      ),
    );
    const chiSquare = (values: readonly number[]): number => {
      const bins = new Array<number>(10).fill(0);
      for (const value of values) bins[Math.floor(value * 10)]!++;
      return bins.reduce((sum, count) => sum + (count - values.length / 10) ** 2 / (values.length / 10), 0);
    };
    for (const model of [0, 1]) {
      const values = places.filter(([of]) => of === model).flatMap(([, each]) => each);
      expect(values.length).toBeGreaterThan(50_000);
      // 9 degrees of freedom: mean 9, standard deviation sqrt(18).
      expect(chiSquare(values)).toBeLessThan(9 + 4 * Math.sqrt(18));
      expect(chiSquare(values.map(Math.sqrt))).toBeGreaterThan(9 + 40 * Math.sqrt(18));
    }
  });

  it('difficulty and patience have their laws, and nothing to do with each other or with the time', () => {
    const arrivals = Array.from({ length: 10 }, (_, replication) => worlds.arrivals(replication))
      .flat()
      .filter(({ origin }) => origin === origins.need);
    const n = arrivals.length;
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / n;
    const [work, patience, time] = [
      arrivals.map((arrival) => Math.log(arrival.work)),
      arrivals.map((arrival) => arrival.patience / 180),
      arrivals.map((arrival) => (arrival.time / 1800) % 1),
    ];
    // Handle time: lognormal with cv 1, sigma^2 = log 2 (300 s has an inversion factor of 1: no filters). Patience: exponential.
    const sigma = Math.sqrt(Math.log(2));
    expect(Math.abs(mean(work) - (Math.log(300) - sigma ** 2 / 2))).toBeLessThan((4 * sigma) / Math.sqrt(n));
    expect(Math.abs(mean(patience) - 1)).toBeLessThan(4 / Math.sqrt(n));
    expect(Math.abs(mean(patience.map((value) => value ** 2)) - 2)).toBeLessThan((4 * Math.sqrt(20)) / Math.sqrt(n));
    const correlation = (a: readonly number[], b: readonly number[]): number => {
      const [ma, mb] = [mean(a), mean(b)];
      const product = mean(a.map((value, at) => (value - ma) * (b[at]! - mb)));
      return product / Math.sqrt(mean(a.map((value) => (value - ma) ** 2)) * mean(b.map((value) => (value - mb) ** 2)));
    };
    for (const [a, b] of [
      [work, patience],
      [work, time],
      [patience, time],
    ] as const)
      expect(Math.abs(correlation(a, b))).toBeLessThan(4 / Math.sqrt(n));
  });
});

/** What must hold of an outcome of any centre. */
function expectConserved(outcome: Outcome): void {
  const count = (field: Parameters<typeof byInterval>[1]) => byInterval(outcome, field);
  const fields = [
    'offered',
    'handled',
    'abandoned',
    'blocked',
    'closedOut',
    'openAtEnd',
    'redials',
    'repeats',
    'selfServiceReturned',
  ] as const;
  const [offered, handled, abandoned, blocked, closedOut, openAtEnd, redials, repeats, returned] = fields.map(count);
  const door = (['needs', 'selfServiceSolved', 'ivrEntered', 'contained', 'ivrHungUp'] as const).map(count);
  offered!.forEach((value, at) => {
    expect(value).toBe(handled![at]! + abandoned![at]! + blocked![at]! + closedOut![at]! + openAtEnd![at]!);
    const [needs, solved, entered, contained, hungUp] = door.map((each) => each[at]!);
    expect(needs).toBe(solved! + entered!);
    expect(value).toBe(entered! - contained! - hungUp! + redials![at]! + repeats![at]! + returned![at]!);
  });
  const seconds = (field: AgentField): number => {
    const from = agentOffset(outcome.shape, field);
    return outcome.agentSeconds
      .subarray(from, from + outcome.shape.intervals * outcome.shape.groups)
      .reduce((sum, value) => sum + value, 0);
  };
  const paid = seconds('paid');
  const parts = agentFields.slice(1).reduce((sum, field) => sum + seconds(field), 0);
  expect(Math.abs(parts - paid)).toBeLessThanOrEqual(1e-9 * paid);
  expect(outcome.counts.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
  // An agent's idle time is what is left of the time on duty, to rounding.
  expect(outcome.agentSeconds.subarray(agentOffset(outcome.shape, 'handling')).every((value) => value >= -1e-6)).toBe(true);
}

describe('in every world nobody is lost and no second is', () => {
  const open = (hours: Json, more: Readonly<Record<string, Json>> = {}) => ({
    calendar: { interval: '30 min', open: hours, dayShape: 'flat', ...more },
  });
  const centres: Readonly<Record<string, ReturnType<typeof documentWith>>> = {
    'all there is': everythingWith(),
    'one day a week': documentWith({ 'contactTypes.service.volume': 3000 }, open({ wed: '08:00-18:00' })),
    'always open': documentWith(
      { 'contactTypes.service.volume': '20k', 'contactTypes.service.redial.share': '50%' },
      open({ 'mon-sun': '00:00-24:00' }),
    ),
    'holidays, a whole week of them first': documentWith(
      { 'contactTypes.service.volume': 6000 },
      {
        ...open(
          { 'mon-fri': '08:00-18:00' },
          { holidays: ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09', '2026-01-14'] },
        ),
        horizon: { start: '2026-01-05', weeks: 2 },
      },
    ),
    'nobody calls': documentWith({ 'contactTypes.service.volume': 0 }),
    'few agents, many of whom call again': documentWith({
      'contactTypes.service.volume': 6000,
      'contactTypes.service.redial.share': '90%',
      'contactTypes.service.repeat.share': '90%',
      'contactTypes.service.firstContactResolution': '50%',
      'staffing.scheduleEfficiency': '70%',
    }),
    'no patience at all': documentWith({ 'contactTypes.service.volume': 6000, 'contactTypes.service.patience.phone.balk': '100%' }),
  };

  it.each(Object.keys(centres))('%s', (name) => {
    const study = studyOf(centres[name]!);
    const { run } = exactWorlds(study);
    study.models.forEach((_, model) => {
      for (const replication of [0, 1, 2]) {
        if (model > 0) run(replication);
        expectConserved(run(replication, model));
      }
    });
  });

  it('without agents everybody gives up, or is closed out; and pays nobody', () => {
    const study = studyOf(documentWith({ 'contactTypes.service.volume': 3000, 'contactTypes.service.redial.share': '40%' }));
    const { stages, worlds, run } = exactWorlds(study);
    run(0);
    const { model, needs, levers, exactFloor } = stages[0]!;
    const { doors } = levers.steps[0]!;
    const { outcome } = stages[0]!;
    outcome.agentSeconds.fill(0);
    exactFloor!(outcome, { model, needs, levers, doors, world: worlds[0]!, agents: new Float64Array(model.calendar.intervals) });
    expectConserved(outcome);
    const sum = (field: 'handled' | 'abandoned' | 'closedOut' | 'offered') =>
      byInterval(outcome, field).reduce((all, value) => all + value, 0);
    expect([sum('handled'), sum('abandoned') + sum('closedOut')]).toEqual([0, sum('offered')]);
    expect(sum('offered')).toBeGreaterThan(4000);
    expect(outcome.agentSeconds.every((value) => value === 0)).toBe(true);
  });

  it('twin: an outcome with one handled contact more is found out', () => {
    const { run } = exactWorlds(studyOf(documentWith({ 'contactTypes.service.volume': 3000 })));
    const outcome = run(0);
    expectConserved(outcome);
    const { intervals, contactTypes, channels } = outcome.shape;
    outcome.counts[countField.handled * intervals * contactTypes * channels]! += 1;
    expect(() => expectConserved(outcome)).toThrow();
  });

  it('the instant floor’s study is another, of the same futures', () => {
    const document = documentWith({ 'contactTypes.service.volume': 3000 });
    const [instant, exact] = [instantStudyOf(document), studyOf(document)];
    expect({ ...exact, floor: 'erlang' }).toEqual(instant);
    expect(replicate(exact, 0, 1).totals[0]).not.toEqual(replicate(instant, 0, 1).totals[0]);
  });
});

describe('what the totals of the exact floor follow from is in their keys', () => {
  const everyone = everythingWith();
  const keys = (document: typeof everyone, floor: 'erlang' | 'calls') => {
    const compiled = compileStudy(document, { floor });
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
    return totalsKeys(compiled.study);
  };
  const totals = (document: typeof everyone) => replicate(studyOf(document), 0, 2).totals;

  it('the floor itself, whatever else agrees; and a variant that prices differently has the baseline’s', () => {
    const exact = keys(everyone, 'calls');
    expect(keys(everyone, 'erlang').filter((key) => exact.includes(key))).toEqual([]);
    expect(new Set(exact).size).toBe(exact.length - 1);
  });

  it('grace after closing, which the instant floor does not know and warns of', () => {
    const without = everythingWith({ 'calendar.closeGrace': '0 s' });
    expect(keys(without, 'erlang')).toEqual(keys(everyone, 'erlang'));
    keys(without, 'calls').forEach((key, model) => expect(key).not.toBe(keys(everyone, 'calls')[model]));
    const closedOut = (document: typeof everyone) => {
      const { run } = exactWorlds(studyOf(document));
      return [0, 1, 2, 3].reduce(
        (all, replication) => all + byInterval(run(replication), 'closedOut').reduce((sum, count) => sum + count, 0),
        0,
      );
    };
    // Agents finish what they have in hand; at closing time some always wait.
    expect(closedOut(without)).toBeGreaterThan(closedOut(everyone));
  });

  it('the baseline’s volume, in which customers are drawn, also where a variant has another', () => {
    const variants = [{ name: 'Own', changes: { 'contactTypes.sales.volume': '6k' } }];
    const [small, large] = ['5k', '5500'].map((volume) => everythingWith({ 'contactTypes.sales.volume': volume }, { variants }));
    expect(keys(large!, 'calls')[1]).not.toBe(keys(small!, 'calls')[1]);
    expect(totals(large!)[1]).not.toEqual(totals(small!)[1]);
  });
});
