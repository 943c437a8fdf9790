import { describe, expect, it } from 'vitest';
import {
  agentOffset,
  countOffset,
  createOutcome,
  extremeIndex,
  sumTotals,
  totalsLayout,
  type AgentField,
  type CountField,
  type ModelExtreme,
} from '../../src/index.ts';
import { tinyModel, type TinyModel } from '../support/tinyModel.ts';

/** Two weeks of seven days, one interval each: every day is an interval. */
const weeks = 2;
const on = (measure: ModelExtreme['measure'], over: ModelExtreme['over'], end: ModelExtreme['end'], channel = 0): ModelExtreme => ({
  of: `${measure}.${channel === 0 ? 'phone' : 'chat'}`,
  measure,
  channel,
  over,
  end,
});

/** The pairs of extremes of an outcome: counts and agent seconds by interval, of the first contact type or group. */
function pairs(
  extremes: readonly ModelExtreme[],
  counts: Readonly<Partial<Record<CountField, readonly number[]>>>,
  agents: Readonly<Partial<Record<AgentField, readonly number[]>>> = {},
  options: TinyModel = {},
): readonly (readonly [number, number])[] {
  const model = tinyModel({ weeks, extremes, ...options });
  const { contactTypes, channels, groups } = totalsLayout(model);
  const outcome = createOutcome({ intervals: 14, contactTypes, channels, groups });
  for (const [field, values] of Object.entries(counts))
    values.forEach((value, interval) => {
      outcome.counts[countOffset(outcome.shape, field as CountField) + interval * contactTypes * channels] = value;
    });
  for (const [field, values] of Object.entries(agents))
    values.forEach((value, interval) => {
      outcome.agentSeconds[agentOffset(outcome.shape, field as AgentField) + interval * groups] = value;
    });
  const layout = totalsLayout(model);
  const totals = new Float64Array(layout.length + 3);
  sumTotals(model, outcome, new Float64Array(14 * groups), totals, 3);
  return extremes.map((_, place) => {
    const at = 3 + extremeIndex(layout, place);
    return [totals[at]!, totals[at + 1]!];
  });
}

const offered = [100, 100, 100, 100, 100, 10, 10, 100, 100, 100, 100, 100, 10, 10];
const answeredWithinThreshold = [90, 80, 85, 85, 90, 9, 7, 85, 85, 85, 85, 85, 8, 6];

describe('the worst week and interval', () => {
  it('are found with their numerator and denominator', () => {
    // Weeks: 446 of 520 (85.8%) and 439 of 520 (84.4%). Days: the last, 6 of 10.
    const counts = { offered, answeredWithinThreshold };
    expect(pairs([on('serviceLevel', 'week', 'lowest'), on('serviceLevel', 'interval', 'lowest')], counts)).toEqual([
      [439, 520],
      [6, 10],
    ]);
    expect(pairs([on('serviceLevel', 'week', 'highest'), on('serviceLevel', 'interval', 'highest')], counts)).toEqual([
      [446, 520],
      [90, 100], // of equals (90, 90 and 9 of 10) the earliest
    ]);
  });

  it('count callbacks out, as the whole period does', () => {
    const options: TinyModel = { callback: { dialSeconds: 20 }, unresponsiveCallers: { agentSeconds: 18 } };
    const counts = {
      offered: [100, 100],
      callbackAccepted: [0, 60],
      callbackReached: [0, 50],
      handled: [90, 85],
      unresponsive: [5, 5],
      abandoned: [4, 3],
      waitSecondsAnswered: [1900, 600],
    };
    const extremes = [on('abandonment', 'interval', 'highest'), on('asa', 'interval', 'highest')];
    // Abandonment 4 of 100 and 3 of 40; answered 95 and 40: 20 s and 15 s.
    expect(pairs(extremes, counts, {}, options)).toEqual([
      [3, 40],
      [1900, 95],
    ]);
  });

  it('follow the rule of the target of their channel', () => {
    const rule = '(answered + short abandoned) / offered';
    const counts = { offered: [100, 100], answeredWithinThreshold: [80, 82], abandonedShort: [10, 1] };
    expect(
      pairs([on('serviceLevel', 'interval', 'lowest')], counts, {}, { serviceLevel: { atLeast: 0.8, withinSeconds: 20, rule } }),
    ).toEqual([[83, 100]]);
  });

  it('are not judged where nobody called: under one contact, or a second of agents', () => {
    const counts = { offered: [100, 0.4, 0], answeredWithinThreshold: [90, 0, 0] };
    expect(pairs([on('serviceLevel', 'interval', 'lowest')], counts)).toEqual([[90, 100]]);
    expect(pairs([on('serviceLevel', 'week', 'lowest')], { offered: [0.9] })).toEqual([[0, 0]]);
    expect(pairs([on('occupancy', 'interval', 'highest')], {}, { handling: [900, 0.5], idle: [900, 0] })).toEqual([[900, 1800]]);
  });

  it('stay within what is possible, whatever the quadratics of an interval leave', () => {
    expect(pairs([on('serviceLevel', 'interval', 'lowest')], { offered: [100], answeredWithinThreshold: [-0.01] })).toEqual([[0, 100]]);
    expect(pairs([on('abandonment', 'interval', 'highest')], { offered: [100], abandoned: [100.01] })).toEqual([[100, 100]]);
  });

  it('would be noticed, were the mean of days taken for the week, or the period for its worst part', () => {
    const found = pairs([on('serviceLevel', 'week', 'lowest')], { offered, answeredWithinThreshold })[0]!;
    const value = found[0] / found[1];
    const ofDays = [8, 9, 10, 11, 12, 13].reduce((sum, day) => sum + answeredWithinThreshold[day]! / offered[day]!, 0.85) / 7;
    expect(Math.abs(value - ofDays)).toBeGreaterThan(0.01);
    const ofAll = answeredWithinThreshold.reduce((a, b) => a + b) / offered.reduce((a, b) => a + b);
    expect(value).toBeLessThan(ofAll - 0.005);
  });

  it('cost nothing where no floor asks for them: the totals are as long as they were', () => {
    const length = (options: TinyModel) => totalsLayout(tinyModel({ weeks, ...options })).length;
    expect(length({ extremes: [on('asa', 'week', 'highest')] })).toBe(length({}) + 2);
    // 37 counts, 6 kinds of agent time, seats, and five sums a week
    expect(length({})).toBe(37 + 6 + 1 + 5 * weeks);
    expect(length({ callback: { dialSeconds: 20 } })).toBe(length({}) + 2 * weeks);
  });
});
