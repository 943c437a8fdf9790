import type { Channel } from '@percall/scenario';
import { createExactFloor } from '../floor/calls/exactFloor.ts';
import { countField, type Outcome } from '../floor/outcome.ts';
import { serviceLevelRatios, serviceLevelRuleOf, speedOfAnswerRatio, type CountSum } from '../floor/ratios.ts';
import { createStage, planWorld, runWorld } from '../floor/runWorld.ts';
import { createSampler } from '../world/sampleWorld.ts';
import type { Study } from './study.ts';

/** One time of day on one weekday, over the days of the horizon that have it and the futures that were run. */
export interface IntervalCell {
  /** 0 = Monday. */
  readonly weekday: number;
  /** Interval of the day from midnight. */
  readonly slot: number;
  /** Days of the horizon on which it is open. */
  readonly days: number;
  /** Contacts of the channel that ask for an agent in it, in the mean. */
  readonly offered: number;
  /** Of the intervals with a contact or more in the denominator: those whose service level is below the target. null: no target, or no such interval. */
  readonly missedFraction: number | null;
  /** Offered contacts x mean seconds of work of those handled / seconds of the interval. null: nobody was handled. */
  readonly loadErlangs: number | null;
  /** Agents on duty in groups that serve the channel, in the mean. */
  readonly agents: number;
  /** Mean wait of those answered: ratio of expected totals. null: nobody was answered. */
  readonly waitSeconds: number | null;
}

/** One scenario by weekday and time of day. */
export interface IntervalProfile {
  readonly scenario: string;
  readonly channel: Channel;
  readonly floor: Study['floor'];
  readonly replications: number;
  readonly intervalSeconds: number;
  /** Central values. null: the channel has no service-level target. */
  readonly target: { readonly atLeast: number; readonly withinSeconds: number } | null;
  /** By weekday, then time; open ones alone. */
  readonly cells: readonly IntervalCell[];
}

export interface IntervalProfiler {
  /** Runs one future and adds it up. Inside `untilPaused` it may be left in the middle, and adds nothing until it is through. */
  readonly run: (replication: number) => void;
  readonly profile: () => IntervalProfile;
}

/** Least denominator of an interval that is judged, as for floors that are judged on the worst one: one contact. */
const leastJudged = 1;

/**
 * Sums up what happens on one channel by weekday and time of day, in the futures that it is told to run, on the study's floor and on every day of the horizon.
 * Beside a study and not in it: totals of a replication hold no intervals.
 *
 * Whether an interval misses its target is judged interval by interval of each future. On the instant floor that is the service level expected there; on the exact one the one
 * that came about, which misses more often where there are few contacts.
 *
 * @param index the scenario, by its place in the study
 * @param channel which the study has
 */
export function createIntervalProfiler(study: Study, index: number, channel: Channel): IntervalProfiler {
  const model = study.models[index];
  if (model === undefined) throw new RangeError(`A study of ${study.models.length} models has no model ${index}.`);
  const place = model.channels.indexOf(channel);
  if (place < 0) throw new RangeError(`The study has no channel ${channel}.`);
  const baseline = study.models[0]!;
  const sampler = createSampler(study);
  const stage = createStage(model, study.floor === 'calls' ? createExactFloor(study, index) : null, 'all');
  const world = sampler.createWorld(index);
  // A roster that is the baseline's, or comes from it, needs the baseline's plan.
  const planned = index === 0 || model.response === 're-plan' ? null : { stage: createStage(baseline), world: sampler.createWorld(0) };

  const { calendar, groups, queues, targets } = model;
  const { intervals, intervalSeconds, days, firstInterval, weekday, slot } = calendar;
  const target = channel === 'phone' ? targets.serviceLevel : channel === 'chat' ? targets.chat.serviceLevel : null;
  const level = serviceLevelRatios[serviceLevelRuleOf(model, place)];
  const serving = groups.flatMap((group, at) => (group.queues.some((queue) => queues[queue]!.channel === place) ? [at] : []));

  const slotsPerDay = Math.round(86_400 / intervalSeconds);
  const cellOf = new Int32Array(intervals);
  const instances = new Map<number, number>();
  for (let day = 0; day < days; day++)
    for (let interval = firstInterval[day]!; interval < firstInterval[day + 1]!; interval++) {
      const cell = weekday[day]! * slotsPerDay + slot[interval]!;
      cellOf[interval] = cell;
      instances.set(cell, (instances.get(cell) ?? 0) + 1);
    }
  const sum = () => new Float64Array(7 * slotsPerDay);
  const [offered, handled, work, waited, answered, onDuty, judged, missed] = [sum(), sum(), sum(), sum(), sum(), sum(), sum(), sum()];
  let replications = 0;

  function add(outcome: Outcome, atLeast: number): void {
    const count = (fields: CountSum, interval: number): number => countsIn(outcome, fields, interval, place);
    for (let interval = 0; interval < intervals; interval++) {
      const cell = cellOf[interval]!;
      offered[cell]! += count([['offered', 1]], interval);
      handled[cell]! += count([['handled', 1]], interval);
      work[cell]! += count([['workSeconds', 1]], interval);
      waited[cell]! += count(speedOfAnswerRatio.numerator, interval);
      answered[cell]! += count(speedOfAnswerRatio.denominator, interval);
      for (const group of serving) onDuty[cell]! += stage.agents[interval * groups.length + group]!;
      const below = count(level.denominator, interval);
      if (below < leastJudged) continue;
      judged[cell]! += 1;
      if (count(level.numerator, interval) < atLeast * below) missed[cell]! += 1;
    }
    replications += 1;
  }

  return {
    run: (replication) => {
      if (planned !== null) {
        sampler.sample(replication, 0, planned.world);
        planWorld(planned.stage, planned.world, null);
      }
      sampler.sample(replication, index, world);
      const outcome = runWorld(stage, world, planned && planned.stage);
      add(outcome, target === null ? 0 : world.leaves[target.atLeast]!);
    },
    profile: () => ({
      scenario: model.name,
      channel,
      floor: study.floor,
      replications,
      intervalSeconds,
      target: target && {
        atLeast: model.leaves[target.atLeast]!.central,
        withinSeconds: model.leaves[target.withinSeconds]!.central,
      },
      cells: [...instances]
        .sort(([a], [b]) => a - b)
        .map(([cell, of]): IntervalCell => {
          const times = of * replications;
          return {
            weekday: Math.floor(cell / slotsPerDay),
            slot: cell % slotsPerDay,
            days: of,
            offered: offered[cell]! / times,
            missedFraction: target === null || judged[cell] === 0 ? null : missed[cell]! / judged[cell]!,
            loadErlangs: handled[cell]! > 0 ? (offered[cell]! * work[cell]!) / handled[cell]! / (times * intervalSeconds) : null,
            agents: onDuty[cell]! / times,
            waitSeconds: answered[cell]! > 0 ? Math.max(0, waited[cell]! / answered[cell]!) : null,
          };
        }),
    }),
  };
}

function countsIn({ counts, shape }: Outcome, fields: CountSum, interval: number, channel: number): number {
  const { intervals, contactTypes, channels } = shape;
  let total = 0;
  for (const [field, sign] of fields) {
    const from = (countField[field] * intervals + interval) * contactTypes * channels + channel;
    for (let contactType = 0; contactType < contactTypes; contactType++) total += sign * counts[from + contactType * channels]!;
  }
  return total;
}
