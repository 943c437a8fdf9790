import { agentsRequired } from '@percall/erlang';
import type { Json } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import {
  centralWorld,
  createStage,
  followsItsPlan,
  groupStaffing,
  intervalHours,
  peopleThere,
  runWorld,
  staffingPlans,
  sumTotals,
  totalsLayout,
  type PeopleThere,
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

describe('the people there, week by week', () => {
  const lever = { 'contactTypes.service.volume': '72k' };
  const people = { attrition: '52.17857142857143%', hireLag: '1 week', training: '1 week', ramp: '0 weeks', overtime: { max: '10%' } };
  const variants = [
    { name: 'locked', response: 'locked', changes: lever },
    { name: 'moving', response: 'transition', changes: lever },
    { name: 're-plan', response: 're-plan', changes: lever },
  ];
  const plans = staffingPlans(
    studyOf(documentWith({ 'staffing.people': people }, { horizon: { start: '2026-01-05', weeks: 4 }, variants })).models,
  );
  const [baseline, locked, moving, replanned] = plans as [StaffingPlan, StaffingPlan, StaffingPlan, StaffingPlan];
  const of = (plan: StaffingPlan) => [0, 1, 2, 3].map((week) => peopleThere(plan, 0, week));

  it('are the plan where it is followed, and on a locked roster the baseline’s beside what would be planned', () => {
    expect(plans.map(followsItsPlan)).toEqual([true, false, false, true]);
    const before = groupStaffing(baseline, 0, null).fte;
    const wanted = groupStaffing(replanned, 0, null).fte;
    expect(wanted / before).toBeGreaterThan(1.15);
    for (const week of of(locked)) {
      // One in a hundred leaves in a week, and is replaced.
      const turnover = { hires: 0.01 * before, leavers: 0.01 * before };
      for (const [field, value] of Object.entries({
        planned: wanted,
        paid: before,
        onFloor: before,
        training: 0,
        overtime: 0,
        ...turnover,
        letGo: 0,
      }))
        expect(week[field as keyof typeof week], field).toBeCloseTo(value, 8);
    }
    expect(peopleThere(replanned, 0, 2)).toMatchObject({ planned: peopleThere(replanned, 0, 2).paid });
    expect(peopleThere(locked, 0, null).leavers).toBeCloseTo(4 * 0.01 * before, 8);
  });

  it('in transition are hired, trained and then on the floor, with overtime until they are', () => {
    const before = groupStaffing(baseline, 0, 0).fte;
    const wanted = groupStaffing(replanned, 0, 0).fte;
    const missing = wanted - before;
    const weeks = of(moving);
    const column = (field: keyof PeopleThere): number[] => weeks.map((week) => week[field]);
    const near = (field: keyof PeopleThere, expected: readonly number[]): void =>
      column(field).forEach((value, week) => expect(value, `${field}, week ${week}`).toBeCloseTo(expected[week]!, 8));
    near('planned', [wanted, wanted, wanted, wanted]);
    near('paid', [before, before, wanted, wanted]);
    near('training', [0, missing, 0, 0]);
    near('overtime', [0.1 * before, 0.1 * before, 0, 0]);
    near('onFloor', [1.1 * before, 1.1 * before, wanted, wanted]);
    near('leavers', [0.01 * before, 0.01 * before, 0.01 * wanted, 0.01 * wanted]);
    near('hires', [0.01 * before, 0.01 * before + missing, 0.01 * wanted, 0.01 * wanted]);
    near('letGo', [0, 0, 0, 0]);
    // Over all weeks: means of who is there, sums of who comes and goes.
    const all = peopleThere(moving, 0, null);
    for (const field of ['planned', 'paid', 'onFloor', 'training', 'overtime'] as const)
      expect(all[field]).toBeCloseTo(column(field).reduce((sum, value) => sum + value, 0) / 4, 8);
    for (const field of ['hires', 'leavers'] as const)
      expect(all[field]).toBeCloseTo(
        column(field).reduce((sum, value) => sum + value, 0),
        8,
      );
    // What is paid by contract and as overtime is what is scheduled.
    expect(all.paid + all.overtime).toBeCloseTo(groupStaffing(moving, 0, null).fte, 8);
  });
});
