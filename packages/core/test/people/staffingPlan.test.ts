import { agentsRequired } from '@percall/erlang';
import type { Json } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import {
  centralWorld,
  createStage,
  groupStaffing,
  intervalHours,
  runWorld,
  staffingPlans,
  sumTotals,
  totalsLayout,
  type StaffingPlan,
} from '../../src/index.ts';
import { documentWith, studyOf } from '../support/document.ts';
import { measure } from '../support/measure.ts';

const twoWeeks: Readonly<Record<string, Json>> = {
  horizon: { start: '2026-01-05', weeks: 2 },
  calendar: { interval: '30 min', open: { 'mon-fri': '08:00-18:00' }, dayShape: 'flat', seasons: [1, 0.5] },
};

/** The plan of the plain line's baseline. */
const planOf = (...document: Parameters<typeof documentWith>): StaffingPlan => staffingPlans(studyOf(documentWith(...document)).models)[0]!;

describe('the plan at central inputs', () => {
  const plan = planOf();
  const handled = (ahtSeconds: number): number => {
    // 60,000 a week in 100 half-hours.
    const staffing = agentsRequired({
      callsPerHour: 1200,
      ahtSeconds,
      patience: { family: 'exponential', meanSeconds: 180 },
      thresholdSeconds: 20,
      targets: [{ measure: 'serviceLevel', value: 0.8 }],
    });
    if (!staffing.ok) throw new Error('no answer');
    return staffing.agents;
  };

  it('has Erlang A’s fewest agents in every interval, and pays for shrinkage and scheduling too', () => {
    expect(new Set(plan.required)).toEqual(new Set([handled(300)]));
    for (const scheduled of plan.scheduled) expect(scheduled).toBeCloseTo(handled(300) / 0.9 / 0.7, 10);
  });

  it('would not with handle times that are 2% shorter', () => {
    expect(new Set(plan.required)).not.toEqual(new Set([handled(294)]));
  });

  it('adds up to the hours and FTE that the floor pays for in the central world, over all weeks', () => {
    for (const [changes, topLevel] of [
      [{}, {}],
      [{ 'staffing.hoursPerWeek': 37.5 }, twoWeeks],
    ] as const) {
      const study = studyOf(documentWith(changes, topLevel));
      const model = study.models[0]!;
      const stage = createStage(model);
      const totals = new Float64Array(totalsLayout(model).length);
      sumTotals(model, runWorld(stage, centralWorld(model), null), stage.roster.scheduled, totals, 0);
      const { kpis } = measure(model, totals);
      const { paidHours, fte } = groupStaffing(staffingPlans(study.models)[0]!, 0, null);
      // KPIs are stated per week, the period of the document; the plan over the horizon.
      expect(paidHours / model.calendar.weeks).toBeCloseTo(kpis['paidHours']!, 6);
      expect(fte).toBeCloseTo(kpis['fte']!, 8);
    }
  });

  it('is told by week, and weeks add up', () => {
    const seasonal = planOf({}, twoWeeks);
    const [first, second, all] = [0, 1, null].map((week) => groupStaffing(seasonal, 0, week));
    expect(first!.paidHours + second!.paidHours).toBeCloseTo(all!.paidHours, 8);
    expect((first!.fte + second!.fte) / 2).toBeCloseTo(all!.fte, 10);
    expect(second!.mostRequired).toBeLessThan(first!.mostRequired);
    expect([all!.mostRequired, all!.mostScheduled]).toEqual([first!.mostRequired, first!.mostScheduled]);
    expect(intervalHours(seasonal.model)).toBe(0.5);
    expect(groupStaffing(seasonal, 0, 2)).toMatchObject({ paidHours: 0, fte: 0, mostRequired: 0 });
  });

  it('plans for central inputs: neither ranges, busyness nor the forecast error move it, their medians do', () => {
    const ranges = { 'contactTypes.service.volume': { low: '50k', likely: '60k', high: '90k' }, 'staffing.forecastError': '20%' };
    expect(planOf(ranges).required).toEqual(plan.required);
    expect(planOf({ 'contactTypes.service.volume': { low: '50k', likely: '61k', high: '90k' } }).required).not.toEqual(plan.required);
  });

  it('of a locked variant is the baseline’s, of a re-planned one its own', () => {
    const lever = { 'contactTypes.service.handleTime.phone.mean': '240 s' };
    const variants = [
      { name: 'locked', changes: { ...lever, 'staffing.response': 'locked' } },
      { name: 're-plan', changes: { ...lever, 'staffing.response': 're-plan' } },
    ];
    const [baseline, locked, replanned] = staffingPlans(studyOf(documentWith({}, { variants })).models);
    expect(locked!.required).toEqual(baseline!.required);
    expect(locked!.scheduled).toEqual(baseline!.scheduled);
    expect(replanned!.required[0]).toBe(handled(240));
  });
});
