import type { Json } from '@percall/scenario';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFloorScratch, runInstantFloor } from '../../src/floor/erlang/instantFloor.ts';
import {
  agentFields,
  agentIndex,
  agentOffset,
  compileStudy,
  countFields,
  countIndex,
  countOffset,
  createReplicator,
  createSampler,
  createStage,
  analyse,
  deviationsOfDays,
  planWorld,
  seatIndex,
  sumTotals,
  totalsLayout,
  type CountField,
  type Days,
  type Model,
  type Outcome,
  type Shard,
  type Study,
} from '../../src/index.ts';
import { putOnDuty } from '../../src/people/onDuty.ts';
import { documentWith } from '../support/document.ts';

/** Nine weeks: three stretches of three weeks, so that a replication runs one day in three. */
const long = (
  changes: Readonly<Record<string, Json>> = {},
  topLevel: Readonly<Record<string, Json>> = {},
  days: Days = 'strata',
): Study => {
  const document = documentWith(changes, {
    horizon: { start: '2026-01-05', weeks: 9 },
    calendar: { interval: '30 min', open: { 'mon-fri': '08:00-14:00' }, dayShape: 'twin-peak', closeGrace: '5 min' },
    ...topLevel,
  });
  const compiled = compileStudy(document, { days });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems, null, 1));
  return compiled.study;
};

/** Phone, chat and e-mail, in teams of their own or all in one; misroutes, calls on which nobody speaks, self-service, repeats, redials. */
const full = (agents: Json): Readonly<Record<string, Json>> => ({
  contactTypes: {
    billing: {
      volume: '9k',
      channels: { phone: '60%', chat: '25%', email: '15%' },
      variation: { dayToDay: '10%', shared: '50%', withinDay: '6%' },
      handleTime: { phone: { mean: '300 s', afterContactWork: '40 s' }, chat: { mean: '400 s' }, email: { mean: '500 s' } },
      patience: { phone: { mean: '120 s', balk: '2%' }, chat: { mean: '100 s', balk: '1%' } },
      firstContactResolution: '70%',
      repeat: { share: '60%', after: '1 day', handleTime: 'x1.1' },
      redial: { share: '50%', after: '10 min' },
      difficulty: { selfService: 0.6, containment: 0.5 },
    },
  },
  channels: { chat: { concurrency: { cap: 3, stretch: '25%', measuredAt: 2 } }, email: { respondWithin: '4 h' } },
  agents,
  levers: {
    ivr: { time: '30 s', hangUps: '3%', unresponsiveCallers: { share: '8%', screened: '60%', falseDrops: '4%', agentSeconds: '18 s' } },
    routing: { misroute: '8%', transferAdds: '45 s' },
    selfService: { billing: { tries: '20%', succeeds: '50%', failureAdds: '25 s', returnsWithin72h: '10%' } },
  },
});
const apart = full({
  voice: { skills: ['billing'], channels: ['phone'], wage: '20 per h' },
  text: { skills: ['billing'], channels: ['chat'], wage: '20 per h' },
  mail: { skills: ['billing'], channels: ['email'], wage: '20 per h' },
});
const together = full({ everybody: { skills: ['billing'], wage: '20 per h' } });
const blended = full({
  voice: { skills: ['billing'], channels: ['phone', 'email'], wage: '20 per h' },
  text: { skills: ['billing'], channels: ['chat'], wage: '20 per h' },
});

const { contactTypes: sameTypes, levers: sameLevers } = apart as Record<string, Json>;
/** Two types by phone, the second with a group of its own that the first may use too: lines that are shared. */
const skilled: Readonly<Record<string, Json>> = {
  contactTypes: {
    billing: { ...(sameTypes as { billing: Record<string, Json> }).billing, volume: '5k', channels: { phone: '100%' } },
    technical: { ...(sameTypes as { billing: Record<string, Json> }).billing, volume: '3k', channels: { phone: '100%' } },
  },
  agents: {
    front: { skills: ['billing'], wage: '20 per h' },
    back: { skills: { technical: 1, billing: { level: 2, handleTime: '+10%' } }, wage: '20 per h' },
  },
  levers: { routing: (sameLevers as Record<string, Json>)['routing']! },
};

const centres: readonly (readonly [string, Readonly<Record<string, Json>>])[] = [
  ['teams by channel', apart],
  ['one team for all', together],
  ['e-mail beside calls', blended],
  ['shared lines', skilled],
  ['trunks', { ...skilled, channels: { phone: { trunks: 40 } }, agents: { all: { skills: ['billing', 'technical'], wage: '20 per h' } } }],
];

/** Outcomes of a study's baseline in replications 0, 1, 2 ...: copies. */
function outcomesOf(study: Study, replications: number): readonly { readonly outcome: Outcome; readonly scheduled: Float64Array }[] {
  const model = study.models[0]!;
  const sampler = createSampler(study);
  const world = sampler.createWorld(0);
  const stage = createStage(model, null, study.days);
  return Array.from({ length: replications }, (_, replication) => {
    sampler.sample(replication, 0, world);
    const outcome = runOn(stage, model, world);
    return {
      outcome: { shape: outcome.shape, counts: outcome.counts.slice(), agentSeconds: outcome.agentSeconds.slice() },
      scheduled: stage.roster.scheduled.slice(),
    };
  });
}

type Stage = ReturnType<typeof createStage>;
type World = ReturnType<ReturnType<typeof createSampler>['createWorld']>;

function runOn(stage: Stage, model: Model, world: World, scratch = stage.floorScratch): Outcome {
  planWorld(stage, world, null);
  const { agents, outcome, roster, needs, levers } = stage;
  putOnDuty(agents, outcome, model, world, roster.scheduled, roster.scheduled);
  runInstantFloor(outcome, scratch, { model, world, agents, needs, levers, doors: levers.steps.at(-1)!.doors });
  return outcome;
}

describe('what holds exactly in the run holds where days are answered at once (nine weeks, one day in three)', () => {
  describe.each(centres)('%s', (_, topLevel) => {
    let study: Study;
    let outcomes: ReturnType<typeof outcomesOf>;
    beforeAll(() => {
      study = long({}, topLevel);
      outcomes = outcomesOf(study, 12);
    });

    it('every offered contact ends one way, in every cell', () => {
      for (const { outcome } of outcomes) {
        const { shape, counts } = outcome;
        const cells = shape.intervals * shape.contactTypes * shape.channels;
        const of = (field: CountField, cell: number): number => counts[countOffset(shape, field) + cell]!;
        for (let cell = 0; cell < cells; cell++) {
          const ends = (['handled', 'unresponsive', 'abandoned', 'blocked', 'closedOut', 'callbackLost', 'openAtEnd'] as const).reduce(
            (sum, field) => sum + of(field, cell),
            0,
          );
          // A day is some hundred contacts, summed a few dozen times: rounding is below 1e-9 of them.
          expect(Math.abs(of('offered', cell) - ends)).toBeLessThan(1e-9 * Math.max(1, of('offered', cell)) + 1e-9);
        }
      }
    });

    it('every paid second is spent one way', () => {
      const model = study.models[0]!;
      for (const { outcome, scheduled } of outcomes) {
        const layout = totalsLayout(model);
        const totals = new Float64Array(layout.length);
        sumTotals(model, outcome, scheduled, totals, 0);
        model.groups.forEach((_group, group) => {
          const [paid, ...spent] = agentFields.map((field) => totals[agentIndex(layout, field, group)]!);
          const sum = spent.reduce((all, seconds) => all + seconds, 0);
          expect(Math.abs(paid! / sum - 1)).toBeLessThan(1e-12);
        });
      }
    });

    it('needs and scheduled hours are those of every day, to rounding, and seats to the bit', () => {
      const whole = createReplicator({ ...study, days: 'all' })(0, 8);
      const some = createReplicator(study)(0, 8);
      const model = study.models[0]!;
      const layout = totalsLayout(model);
      for (let replication = 0; replication < 8; replication++) {
        const at = (index: number): readonly number[] =>
          [whole, some].map(({ totals }) => totals[0]![replication * layout.length + index]!);
        model.queues.forEach(({ contactType, channel }) => {
          const [all, sampled] = at(countIndex(layout, 'needs', contactType, channel));
          expect(Math.abs(sampled! / all! - 1)).toBeLessThan(1e-12);
        });
        model.groups.forEach((_group, group) => {
          const [allSeats, seats] = at(seatIndex(layout, group));
          expect(seats).toBe(allSeats);
          const [paid, overtime] = (['paid', 'overtime'] as const).map((field) => at(agentIndex(layout, field, group)));
          expect(Math.abs((paid![1]! - overtime![1]!) / (paid![0]! - overtime![0]!) - 1)).toBeLessThan(1e-12);
        });
      }
    });

    it('a replication has the same bits whatever ran before it', () => {
      const replicate = createReplicator(study);
      const once = replicate(5, 9).totals[0]!;
      replicate(40, 43);
      replicate(0, 6);
      expect(replicate(5, 9).totals[0]).toEqual(once);
    });
  });

  it('letters of agents who do nothing else are those of the full run, to the bit', () => {
    const study = long({}, apart);
    const [whole, some] = (['all', 'strata'] as const).map((days) => createReplicator({ ...study, days })(0, 4).totals[0]!);
    const layout = totalsLayout(study.models[0]!);
    const email = study.models[0]!.channels.indexOf('email');
    for (let replication = 0; replication < 4; replication++)
      for (const field of countFields) {
        const at = replication * layout.length + countIndex(layout, field, 0, email);
        expect(some![at]).toBe(whole![at]);
      }
  });

  it('deferred work beside calls is neither lost nor made: what arrives is handled or open', () => {
    const study = long({}, blended);
    const { totals } = createReplicator(study)(0, 8);
    const layout = totalsLayout(study.models[0]!);
    const email = study.models[0]!.channels.indexOf('email');
    for (let replication = 0; replication < 8; replication++) {
      const of = (field: CountField): number => totals[0]![replication * layout.length + countIndex(layout, field, 0, email)]!;
      expect(Math.abs((of('handled') + of('openAtEnd')) / of('offered') - 1)).toBeLessThan(1e-12);
      expect(of('handled')).toBeGreaterThan(0.9 * of('offered'));
    }
  });

  it('callbacks may outlast a day: where they are offered every day is run, to the bit', () => {
    const study = long({}, { ...apart, levers: { callback: { offerWhenWaitExceeds: '20 s', accepts: '40%' } } });
    const [whole, some] = (['all', 'strata'] as const).map((days) => createReplicator({ ...study, days })(0, 3).totals[0]!);
    expect(study.days).toBe('all');
    expect(some).toEqual(whole);
  });
});

describe('unbiased: the mean over the choices of days is the full run', () => {
  /** Days that leave nothing to the next: nobody comes back and the centre closes over night. So a rough answer does not depend on which days are run. */
  const study = long({
    'contactTypes.service.volume': '20k',
    'contactTypes.service.variation': { dayToDay: '12%', withinDay: '6%' },
    'contactTypes.service.handleTime.phone.afterContactWork': '30 s',
  });
  const model = study.models[0]!;
  const sampler = createSampler(study);
  const world = sampler.createWorld(0);
  const layout = totalsLayout(model);
  const stages = (['all', 'strata'] as const).map((days) => createStage(model, null, days));
  const totalsOf = (stage: Stage, replication: number, scratch = stage.floorScratch): Float64Array => {
    sampler.sample(11, 0, world);
    (world as { replication: number }).replication = replication;
    const totals = new Float64Array(layout.length);
    sumTotals(model, runOn(stage, model, world, scratch), stage.roster.scheduled, totals, 0);
    return totals;
  };
  /** Of one world: the mean of its totals over the three points of a scramble that run each day once, and the full run. */
  const bothWays = (scratch = stages[1]!.floorScratch) => {
    const rotations = [0, 1, 2].map((point) => totalsOf(stages[1]!, 8 * point, scratch));
    const mean = Float64Array.from({ length: layout.length }, (_, at) => rotations.reduce((sum, each) => sum + each[at]!, 0) / 3);
    return { rotations, mean, full: totalsOf(stages[0]!, 0) };
  };
  const live: readonly CountField[] = [
    'offered',
    'abandoned',
    'abandonedShort',
    'handled',
    'answeredWithinThreshold',
    'waitSecondsAll',
    'waitSecondsAnswered',
    'handleSeconds',
    'closedOut',
    'resolvedNeeds',
  ];

  it('every count of the line, and every second of its agents', () => {
    const { rotations, mean, full } = bothWays();
    for (const field of live) {
      const at = countIndex(layout, field, 0, 0);
      expect(Math.abs(mean[at]! - full[at]!)).toBeLessThanOrEqual(1e-10 * Math.abs(full[at]!));
    }
    for (const field of ['handling', 'idle', 'overtime', 'paid'] as const) {
      const at = agentIndex(layout, field, 0);
      expect(Math.abs(mean[at]! - full[at]!)).toBeLessThanOrEqual(1e-10 * full[at]!);
    }
    // A single choice is not it, so the mean of them says something.
    const at = countIndex(layout, 'waitSecondsAll', 0, 0);
    expect(Math.abs(rotations[0]![at]! / full[at]! - 1)).toBeGreaterThan(1e-4);
  });

  it('twin: without the correction by the days that were run it is not', () => {
    const scratch = createFloorScratch(model, 'strata');
    const { mean, full } = bothWays({
      ...scratch,
      sample: { ...scratch.sample!, corrections: scratch.sample!.corrections.map(() => null) },
    });
    const at = countIndex(layout, 'waitSecondsAll', 0, 0);
    expect(Math.abs(mean[at]! / full[at]! - 1)).toBeGreaterThan(1e-3);
  });
});

describe('a quarter beside its full run: every KPI within 5% of its spread (64 worlds)', () => {
  const uncertain = {
    'contactTypes.service.volume': '18k ±10%',
    'contactTypes.service.variation': { dayToDay: '8%', withinDay: '5%' },
    'contactTypes.service.handleTime.phone.mean': '300 s ±5%',
    'contactTypes.service.redial': { share: '40%', after: '10 min' },
    'contactTypes.service.repeat': { share: '50%', after: '1 day', handleTime: 'x1.1' },
    'agents.team.shrinkage': '30% ±2.5 points',
    'staffing.forecastError': '5%',
    'staffing.maxOccupancy': '88%',
  };
  const study = long(uncertain, { horizon: { start: '2026-01-05', weeks: 13 } });
  const whole = createReplicator({ ...study, days: 'all' })(0, 64);
  const some = createReplicator(study)(0, 64);
  const analysed = (days: Study['days'], totals: Shard) => analyse({ ...study, days }, [totals]);
  /** KPIs that have a spread, and how many of them deviate by more than a twentieth of it. 64 worlds tell a deviation to 1 / sqrt(128): 9% of it. */
  const over = (strata: typeof some): readonly string[] =>
    deviationsOfDays(analysed('all', whole), analysed('strata', strata))[0]!
      .kpis.filter(({ ofSpread }) => (ofSpread ?? 0) > 0.05 * 1.09)
      .map(({ id }) => id);

  it('none deviates more', () => {
    expect(over(some)).toEqual([]);
  });

  it('twin: days that are run and count for their stratum by number alone deviate by a large part of the spread', () => {
    const model = study.models[0]!;
    const layout = totalsLayout(model);
    const { totals } = some;
    const blownUp = totals[0]!.slice();
    outcomesOf({ ...study, days: 'all' }, 64).forEach(({ outcome }, replication) => {
      const scratch = createStage(model, null, 'strata').floorScratch.sample!;
      const { counts, shape } = outcome;
      const { firstInterval } = model.calendar;
      const sum = (field: CountField): number => {
        let all = 0;
        for (const days of scratch.plan.strata) {
          // The first day of the stratum stands for all.
          const shift = replication % days.length;
          const day = days[shift]!;
          for (let interval = firstInterval[day]!; interval < firstInterval[day + 1]!; interval++)
            all += days.length * counts[countOffset(shape, field) + interval]!;
        }
        return all;
      };
      for (const field of ['offered', 'handled', 'abandoned', 'answeredWithinThreshold', 'waitSecondsAll', 'waitSecondsAnswered'] as const)
        blownUp[replication * layout.length + countIndex(layout, field, 0, 0)] = sum(field);
    });
    expect(over({ ...some, totals: [blownUp] })).toEqual(expect.arrayContaining(['serviceLevel.phone', 'abandonment.phone', 'asa.phone']));
  });

  it('totals of the same worlds deviate by nothing, and those of others are refused', () => {
    for (const { deviation, bias } of deviationsOfDays(analysed('all', whole), analysed('strata', whole))[0]!.kpis)
      expect([deviation, bias]).toEqual([0, 0]);
    const fewer = createReplicator(study)(0, 56);
    expect(() => deviationsOfDays(analysed('all', whole), analysed('strata', fewer))).toThrow(RangeError);
  });
});

it('every second of the roster is counted where it was scheduled', () => {
  const study = long({}, apart);
  const model = study.models[0]!;
  for (const { outcome, scheduled } of outcomesOf(study, 2)) {
    const paid = agentOffset(outcome.shape, 'paid');
    const overtime = agentOffset(outcome.shape, 'overtime');
    for (let at = 0; at < scheduled.length; at++)
      expect(outcome.agentSeconds[paid + at]! - outcome.agentSeconds[overtime + at]!).toBeCloseTo(
        scheduled[at]! * model.calendar.intervalSeconds,
        6,
      );
  }
});
