import type { Model } from '../../model/model.ts';
import { chooseDays, dayPlanOf, runOf, type DayPlan } from '../dayPlan.ts';
import { agentField, agentFields, countFields, createOutcome, type Outcome } from '../outcome.ts';
import { createRoughLine, type RoughLine } from './roughLine.ts';
import { emptyRoughQueue } from './roughQueue.ts';

/**
 * A horizon of which some days run their live queues and the others are answered at once: who counts what, and what the days that were run correct.
 *
 * A difference estimator (Cochran 1977, chapter 7, with the coefficient 1): each day d gets a rough answer R(d), the days that are run get their own, Y(d),
 * and the days of a stratum that are not run get R(d) + mean of Y - R over those that are. With the days chosen alike the mean over choices is that of
 * the full run, whatever R is; its error is the spread of Y - R within a stratum. What holds exactly of Y and of R (offered = handled + abandoned + ...,
 * paid = handling + idle + ...) holds of the sum.
 */
export interface SampledDays {
  readonly plan: DayPlan;
  /** [day] 1: its live queues are run. */
  readonly runs: Uint8Array;
  /** One day by interval, and of one interval each: a stretch that is answered at once, the sums of a day as it counts and as its rough answer has it. */
  readonly today: Outcome;
  readonly stretch: Outcome;
  readonly ofDay: Outcome;
  readonly rough: Outcome;
  /** [stratum] sums of Y - R over the days that are run; null where all are. */
  readonly corrections: readonly (Outcome | null)[];
  /** [interval of the day] of the run of a day: agents busy with deferred work and its seconds in hand; with what calls met it, and its handle time. */
  readonly busyDeferred: Float64Array;
  readonly deferredInHand: Float64Array;
  readonly metBusy: Float64Array;
  readonly metSaturated: Float64Array;
  readonly deferredSeconds: Float64Array;
  /** Sums of the agents busy with calls in the intervals of such days, the same way; and of today. */
  readonly busy: { run: number; rough: number; runToday: number; roughToday: number };
  /** Lines that are answered at once. */
  readonly phone: RoughLine;
  readonly chat: RoughLine;
  /** [queue] handled on the days that are run and have a rough answer, by that and by the run: who comes back of those whom others handle goes by it. */
  readonly handledRough: Float64Array;
  readonly handledRun: Float64Array;
}

export function createSampledDays(model: Model): SampledDays {
  const { calendar } = model;
  const plan = dayPlanOf(model);
  let most = 1;
  for (let day = 0; day < calendar.days; day++) most = Math.max(most, calendar.firstInterval[day + 1]! - calendar.firstInterval[day]!);
  const outcome = (intervals: number): Outcome =>
    createOutcome({ intervals, contactTypes: model.contactTypes.length, channels: model.channels.length, groups: model.groups.length });
  return {
    plan,
    runs: new Uint8Array(calendar.days),
    today: outcome(most),
    stretch: outcome(1),
    ofDay: outcome(1),
    rough: outcome(1),
    corrections: plan.strata.map(({ length }) => (runOf(length) === length ? null : outcome(1))),
    busyDeferred: new Float64Array(most),
    deferredInHand: new Float64Array(most),
    metBusy: new Float64Array(most),
    metSaturated: new Float64Array(most),
    deferredSeconds: new Float64Array(most),
    busy: { run: 0, rough: 0, runToday: 0, roughToday: 0 },
    phone: createRoughLine(model),
    chat: createRoughLine(model),
    handledRough: new Float64Array(model.queues.length),
    handledRun: new Float64Array(model.queues.length),
  };
}

/** Chooses the days of a replication. */
export function openSample({ plan, runs, corrections }: SampledDays, replication: number): void {
  chooseDays(runs, plan, replication);
  for (const correction of corrections) if (correction !== null) clear(correction);
}

/** Forgets what the days of another team, or of another world, were like. */
export function openTeam({ phone, chat, handledRough, handledRun, busy }: SampledDays): void {
  emptyRoughQueue(phone.queue);
  emptyRoughQueue(chat.queue);
  handledRough.fill(0);
  handledRun.fill(0);
  busy.rough = 0;
  busy.run = 0;
}

export function clear({ counts, agentSeconds }: Outcome): void {
  counts.fill(0);
  agentSeconds.fill(0);
}

/** Adds the sums of an outcome over its first intervals to one of a single interval. */
export function addIntervals(to: Outcome, { counts, agentSeconds, shape }: Outcome, intervals: number): void {
  addColumns(to.counts, counts, countFields.length, shape.intervals, shape.contactTypes * shape.channels, intervals);
  addColumns(to.agentSeconds, agentSeconds, agentFields.length, shape.intervals, shape.groups, intervals);
}

function addColumns(to: Float64Array, from: Float64Array, fields: number, rows: number, cells: number, count: number): void {
  for (let field = 0; field < fields; field++)
    for (let cell = 0; cell < cells; cell++) {
      let sum = 0;
      for (let row = 0, at = field * rows * cells + cell; row < count; row++, at += cells) sum += from[at]!;
      to[field * cells + cell]! += sum;
    }
}

/** Adds one single-interval outcome, so many times, to an interval of another. */
export function addTo({ counts, agentSeconds, shape }: Outcome, interval: number, what: Outcome, times: number): void {
  addRow(counts, interval, shape.intervals, what.counts, countFields.length, times);
  addRow(agentSeconds, interval, shape.intervals, what.agentSeconds, agentFields.length, times);
}

function addRow(to: Float64Array, row: number, rows: number, what: Float64Array, fields: number, times: number): void {
  const cells = what.length / fields;
  for (let field = 0; field < fields; field++)
    for (let cell = 0; cell < cells; cell++) to[(field * rows + row) * cells + cell]! += times * what[field * cells + cell]!;
}

/** Agent seconds that are not of the whole roster: clears them, so that days can be added up. */
export function clearWorked({ agentSeconds, shape }: Outcome): void {
  const block = shape.intervals * shape.groups;
  for (const field of ['handling', 'idle', 'overtime'] as const)
    agentSeconds.fill(0, agentField[field] * block, (agentField[field] + 1) * block);
}

/** Corrects the days that were not run, each in its first interval. */
export function correctDays({ plan, runs, corrections }: SampledDays, outcome: Outcome, firstInterval: Int32Array): void {
  for (let stratum = 0; stratum < corrections.length; stratum++) {
    const correction = corrections[stratum];
    if (correction === null || correction === undefined) continue;
    const days = plan.strata[stratum]!;
    const perDay = 1 / runOf(days.length);
    for (let at = 0; at < days.length; at++) if (runs[days[at]!] === 0) addTo(outcome, firstInterval[days[at]!]!, correction, perDay);
  }
}
