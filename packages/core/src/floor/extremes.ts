import type { ExtremeMeasure, Model, ModelExtreme } from '../model/model.ts';
import {
  abandonmentRatio,
  callbackPromiseRatio,
  firstContactRatio,
  respondedRatio,
  serviceLevelRatios,
  serviceLevelRuleOf,
  speedOfAnswerRatio,
  type CountRatio,
  type CountSum,
} from './ratios.ts';
import { agentField, countField, type Outcome } from './outcome.ts';
import { servesLive } from './servesLive.ts';

/** Least denominator of a week or an interval that is judged: one contact (in expectation on the instant floor), one second of an agent. */
const leastJudged = 1;

/** Positions and signs of the counts that are added up. */
interface FieldSum {
  readonly fields: Int32Array;
  readonly signs: Float64Array;
}

interface Judge {
  readonly extreme: ModelExtreme;
  /** null: occupancy, which is of agents. */
  readonly ratio: { readonly numerator: FieldSum; readonly denominator: FieldSum } | null;
  /** No more than one: a share of what it is divided by. */
  readonly isShare: boolean;
  readonly isLive: readonly boolean[];
}

/** Models are frozen, so what follows from one is worked out once. */
const judges = new WeakMap<Model, readonly Judge[]>();

function judgesOf(model: Model): readonly Judge[] {
  const known = judges.get(model);
  if (known !== undefined) return known;
  const isLive = servesLive(model);
  const made = model.targets.extremes.map((extreme): Judge => {
    const ratio = ratioOf(extreme.measure, model, extreme.channel);
    return {
      extreme,
      ratio: ratio && { numerator: fieldSum(ratio.numerator), denominator: fieldSum(ratio.denominator) },
      isShare: extreme.measure !== 'asa',
      isLive,
    };
  });
  judges.set(model, made);
  return made;
}

const fieldSum = (sum: CountSum): FieldSum => ({
  fields: Int32Array.from(sum, ([field]) => countField[field]),
  signs: Float64Array.from(sum, ([, sign]) => sign),
});

function ratioOf(measure: ExtremeMeasure, model: Model, channel: number): CountRatio | null {
  switch (measure) {
    case 'serviceLevel':
      return serviceLevelRatios[serviceLevelRuleOf(model, channel)];
    case 'abandonment':
      return abandonmentRatio;
    case 'asa':
      return speedOfAnswerRatio;
    case 'fcr':
      return firstContactRatio;
    case 'responded':
      return respondedRatio;
    case 'callbackPromise':
      return callbackPromiseRatio;
    case 'occupancy':
      return null;
  }
}

/**
 * Numerator and denominator of the lowest or highest week or interval of each of the model's extremes: fills `totals` [extreme][2] from `at`.
 *
 * A week or an interval of arrival is judged where its denominator is one or more: one contact (in expectation on the instant floor), or one
 * second of an agent for occupancy; ties go to the earlier one. Without any, both are 0: "no contacts". Shares are kept within 0..1, waits above
 * 0: an instant floor's interval may leave what is possible by its quadratics, as `keepPossible` says.
 */
export function findExtremes(model: Model, outcome: Outcome, totals: Float64Array, at: number): void {
  const all = judgesOf(model);
  for (let place = 0; place < all.length; place++) findExtreme(model, outcome, all[place]!, totals, at + 2 * place);
}

function findExtreme(model: Model, outcome: Outcome, judge: Judge, totals: Float64Array, at: number): void {
  const { firstInterval, days, week } = model.calendar;
  const { extreme, isShare } = judge;
  const byWeek = extreme.over === 'week';
  const sign = extreme.end === 'lowest' ? 1 : -1;
  let found = Infinity;
  let above = 0;
  let below = 0;
  totals[at] = 0;
  totals[at + 1] = 0;
  for (let day = 0; day < days; day++) {
    const end = firstInterval[day + 1]!;
    const endsWeek = day + 1 === days || week[day + 1] !== week[day];
    for (let interval = firstInterval[day]!; interval < end; interval++) {
      above += numeratorIn(judge, outcome, interval);
      below += denominatorIn(judge, outcome, interval);
      if (byWeek && !(endsWeek && interval + 1 === end)) continue;
      if (below >= leastJudged) {
        const possible = Math.max(0, isShare ? Math.min(above, below) : above);
        const value = (sign * possible) / below;
        if (value < found) {
          found = value;
          totals[at] = possible;
          totals[at + 1] = below;
        }
      }
      above = 0;
      below = 0;
    }
  }
}

const numeratorIn = ({ ratio, extreme, isLive }: Judge, outcome: Outcome, interval: number): number =>
  ratio === null ? agentsIn(outcome, agentField.handling, interval, isLive) : countsIn(outcome, ratio.numerator, interval, extreme.channel);

const denominatorIn = ({ ratio, extreme, isLive }: Judge, outcome: Outcome, interval: number): number =>
  ratio === null
    ? agentsIn(outcome, agentField.handling, interval, isLive) + agentsIn(outcome, agentField.idle, interval, isLive)
    : countsIn(outcome, ratio.denominator, interval, extreme.channel);

function countsIn({ counts, shape }: Outcome, { fields, signs }: FieldSum, interval: number, channel: number): number {
  const { intervals, contactTypes, channels } = shape;
  let total = 0;
  for (let term = 0; term < fields.length; term++) {
    const from = (fields[term]! * intervals + interval) * contactTypes * channels + channel;
    let sum = 0;
    for (let contactType = 0; contactType < contactTypes; contactType++) sum += counts[from + contactType * channels]!;
    total += signs[term]! * sum;
  }
  return total;
}

function agentsIn({ agentSeconds, shape }: Outcome, field: number, interval: number, isLive: readonly boolean[]): number {
  const { intervals, groups } = shape;
  const from = (field * intervals + interval) * groups;
  let sum = 0;
  for (let group = 0; group < groups; group++) if (isLive[group]) sum += agentSeconds[from + group]!;
  return sum;
}
