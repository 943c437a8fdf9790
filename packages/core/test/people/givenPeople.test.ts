import type { Json } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import {
  agentIndex,
  analyse,
  centralWorld,
  createStage,
  planWorld,
  replicate,
  totalsLayout,
  worldsOf,
  type Study,
} from '../../src/index.ts';
import { drawnShrinkage, plannedShrinkage } from '../../src/people/shrinkage.ts';
import { ratioIn } from '../../src/study/worlds.ts';
import { createSampler } from '../../src/world/sampleWorld.ts';
import { documentWith, studyOf } from '../support/document.ts';

const replications = 64;
const analysed = (study: Study) => analyse(study, [replicate(study, 0, replications)]).scenarios;
/** [replication] of a KPI of one scenario. */
const kpi = (scenario: ReturnType<typeof analysed>[number], id: string): number[] =>
  Array.from({ length: replications }, (_, replication) => ratioIn(worldsOf(scenario.kpis, id), replication));
/** [replication] of a ledger line, in whole cents. */
const lines = (scenario: ReturnType<typeof analysed>[number], line: string): number[] =>
  [...scenario.ledger.find((each) => each.line === line)!.amounts].map((amount) => Math.round(100 * amount));

const uncertain = { 'contactTypes.service.volume': '60k ±15%', 'staffing.forecastError': '8%' };

describe('a roster that is given', () => {
  // Mon to Fri 08:00-18:00 in half hours: 20 intervals a day. 100 agents, at noon 12 more; Fridays half.
  const day = [...Array<number>(10).fill(100), 112, ...Array<number>(9).fill(100)];
  const given: Readonly<Record<string, Json>> = {
    'staffing.plan': 'roster',
    'staffing.roster': { team: { 'mon-thu': day, fri: 50 } },
    'staffing.scheduleEfficiency': '100%',
  };

  it('trap 5: shrinkage divides (100 / 0.7 = 143 and not 130), and components compound on what the others leave', () => {
    for (const shrinkage of ['30%', { leave: '20%', breaks: '12.5%' }]) {
      // 1 - 0.8 x 0.875 = 0.3; added up it would be 0.325.
      const study = studyOf(documentWith({ ...given, 'agents.team.shrinkage': shrinkage }));
      const stage = createStage(study.models[0]!);
      planWorld(stage, centralWorld(study.models[0]!), null);
      expect(stage.roster.required[0]).toBe(100);
      expect(stage.roster.required[10]).toBe(112);
      expect(stage.roster.required[99]).toBe(50);
      expect(stage.roster.scheduled[0]).toBeCloseTo(142.857_142_857, 8);
      // The case `cost-shrinkage`: 50 positions at 33% are 74.62686567 heads, not 66.5.
      const heads = studyOf(documentWith({ ...given, 'agents.team.shrinkage': '33%' }));
      const ofCase = createStage(heads.models[0]!);
      planWorld(ofCase, centralWorld(heads.models[0]!), null);
      expect(ofCase.roster.scheduled[99]).toBeCloseTo(74.626_865_67, 7);
    }
  });

  it('components of shrinkage are of the time that those before them leave', () => {
    const study = studyOf(documentWith({ 'agents.team.shrinkage': { leave: '20%', breaks: '12.5%' } }));
    // Breaks are an eighth of the four fifths that leave leaves.
    expect(plannedShrinkage(study.models[0]!, 0)).toBeCloseTo(0.3, 14);
  });

  it('a component may be a share of all paid time, whatever those before it take', () => {
    const mixed = { leave: '20%', sickness: { value: '10%', of: 'paid' }, breaks: '12.5%' };
    const study = studyOf(documentWith({ ...given, 'agents.team.shrinkage': mixed }));
    const model = study.models[0]!;
    // 20% and 10% leave 70%, of which breaks take an eighth: 61.25% are left.
    expect(plannedShrinkage(model, 0)).toBeCloseTo(1 - 0.6125, 14);
    const stage = createStage(model);
    planWorld(stage, centralWorld(model), null);
    expect(stage.roster.scheduled[0]).toBeCloseTo(100 / 0.6125, 8);
    // Twin: of the time left, sickness takes 8% of what is paid, and 63% are left.
    const compounded = studyOf(documentWith({ ...given, 'agents.team.shrinkage': { ...mixed, sickness: '10%' } }));
    expect(plannedShrinkage(compounded.models[0]!, 0)).toBeCloseTo(0.37, 14);
    // `of: left` is what is meant without it, to the bit.
    const said = studyOf(documentWith({ ...given, 'agents.team.shrinkage': { ...mixed, sickness: { value: '10%', of: 'left' } } }));
    expect(said.models[0]!).toEqual(compounded.models[0]!);
  });

  it('in no world do shares of all paid time take more than there is: the last is cut', () => {
    const range = { low: '10%', likely: '40%', high: '70%', of: 'paid' };
    const study = studyOf(documentWith({ ...given, 'agents.team.shrinkage': { leave: range, sickness: range } }));
    const model = study.models[0]!;
    const leaves = Float64Array.from(model.leaves, ({ central }) => central);
    expect(drawnShrinkage(model, 0, leaves)).toBeCloseTo(0.8, 12);
    for (const { share } of model.groups[0]!.shrinkage) leaves[share] = 0.7;
    expect(drawnShrinkage(model, 0, leaves)).toBeCloseTo(1 - 0.3 * 0.05, 12);
    const [baseline] = analysed(study);
    const shares = kpi(baseline!, 'shrinkageShare');
    expect(Math.max(...shares)).toBeLessThan(1);
    expect(Math.max(...shares)).toBeGreaterThan(0.95);
  });

  it('is the same in every world, whatever is forecast, required or allowed', () => {
    // 4 days x 20 intervals x 100 + 4 x 12 + 20 x 50 = 9048 half hours on duty, 4524 h, over 0.7: 6462.857 h paid.
    for (const changes of [{}, uncertain, { 'staffing.minimumAgents': 90 }, { 'staffing.maxOccupancy': '60%' }]) {
      const [baseline] = analysed(studyOf(documentWith({ ...given, ...changes })));
      for (const hours of kpi(baseline!, 'paidHours')) expect(hours).toBeCloseTo(4524 / 0.7, 8);
    }
  });

  it('trap 3: locked on it saves no wages, to the cent; re-planned, a variant has the roster that it gives itself', () => {
    const variants = [
      { name: 'Locked', response: 'locked', changes: { 'levers.software.handleTime': '-20%' } },
      { name: 'Its own', response: 're-plan', changes: { 'levers.software.handleTime': '-20%' } },
      {
        name: 'Fewer',
        response: 're-plan',
        changes: { 'levers.software.handleTime': '-20%', 'staffing.roster': { team: { 'mon-fri': 90 } } },
      },
      { name: 'To target', response: 're-plan', changes: { 'levers.software.handleTime': '-20%', 'staffing.plan': 'to target' } },
    ];
    const [baseline, locked, own, fewer, toTarget] = analysed(studyOf(documentWith({ ...given, ...uncertain }, { variants })));
    expect(lines(locked!, 'wages.team')).toEqual(lines(baseline!, 'wages.team'));
    expect(lines(own!, 'wages.team')).toEqual(lines(baseline!, 'wages.team'));
    for (const [replication, cost] of kpi(own!, 'totalCost').entries())
      expect(cost).toBeCloseTo(kpi(locked!, 'totalCost')[replication]!, 2);
    for (const hours of kpi(fewer!, 'paidHours')) expect(hours).toBeCloseTo((100 * 0.5 * 90) / 0.7, 8);
    // Twin: planned to target, it follows the forecast.
    expect(new Set(kpi(toTarget!, 'paidHours')).size).toBeGreaterThan(30);
  });
});

describe('a headcount that is given', () => {
  const given: Readonly<Record<string, Json>> = { 'staffing.plan': 'headcount', 'staffing.headcount': { team: '200 FTE' } };
  const threeWeeks = { horizon: { start: '2026-01-05', weeks: 3 } };

  it('is paid its hours in every week of every world, neither more nor less', () => {
    const study = studyOf(
      documentWith({ ...given, ...uncertain, 'calendar.seasons': [1, 1.3, 0.8], 'calendar.holidays': ['2026-01-13'] }, threeWeeks),
    );
    const model = study.models[0]!;
    const sampler = createSampler(study);
    const stage = createStage(model);
    const world = sampler.createWorld(0);
    for (let replication = 0; replication < 16; replication++) {
      sampler.sample(replication, 0, world);
      planWorld(stage, world, null);
      const weeks = [0, 0, 0];
      for (let day = 0; day < model.calendar.days; day++)
        for (let interval = model.calendar.firstInterval[day]!; interval < model.calendar.firstInterval[day + 1]!; interval++)
          weeks[model.calendar.week[day]!]! += stage.roster.scheduled[interval]! * 0.5;
      // 200 x 40 h, in the week with a holiday too.
      for (const hours of weeks) expect(hours / 8000).toBeCloseTo(1, 12);
    }
  });

  it('may be uncertain, and FTE are then what was drawn', () => {
    const [baseline] = analysed(studyOf(documentWith({ ...given, 'staffing.headcount': { team: '200 FTE ±10%' } })));
    const drawn = kpi(baseline!, 'fte');
    // P10 and P90 of 64 even points: five or so of them lie beyond each.
    const sorted = [...drawn].sort((a, b) => a - b);
    expect(sorted[5]).toBeLessThan(182);
    expect(sorted[58]).toBeGreaterThan(218);
    const [certain] = analysed(studyOf(documentWith(given)));
    for (const fte of kpi(certain!, 'fte')) expect(fte).toBeCloseTo(200, 9);
  });

  it('keeps the shape of what the targets require: short everywhere alike', () => {
    const shaped = { 'calendar.dayShape': 'twin-peak' };
    const toTarget = createStage(studyOf(documentWith(shaped)).models[0]!);
    const counted = createStage(studyOf(documentWith({ ...given, ...shaped })).models[0]!);
    for (const stage of [toTarget, counted]) planWorld(stage, centralWorld(stage.model), null);
    const ratio = counted.roster.scheduled[0]! / toTarget.roster.scheduled[0]!;
    toTarget.roster.scheduled.forEach((scheduled, at) => expect(counted.roster.scheduled[at]! / scheduled).toBeCloseTo(ratio, 12));
    expect(new Set(toTarget.roster.required).size).toBeGreaterThan(5);
    // Nobody is whole in the plan; the world's rounding makes whole agents of it.
    expect(counted.roster.required.some((agents) => !Number.isInteger(agents))).toBe(true);
  });

  it('keeps the minimum of agents while the hours reach, and spreads them evenly where they do not', () => {
    // Nobody calls, so the minimum alone is planned: flat. 36 FTE x 40 h / (0.9 x 0.7 of it on duty) in 50 h: 36 x 40 x 0.63 / 50 = 18.144 agents.
    const quiet = { 'contactTypes.service.volume': '0', 'staffing.minimumAgents': 10, 'staffing.headcount': { team: '36 FTE' } };
    const flat = createStage(studyOf(documentWith({ ...given, ...quiet })).models[0]!);
    planWorld(flat, centralWorld(flat.model), null);
    for (const agents of flat.roster.required) expect(agents).toBeCloseTo(18.144, 10);
    // Six in a hundred of the volume come in the second half of the day: less than the minimum of 15 of 36 FTE, the others share the rest.
    const halves = [...Array<number>(10).fill(94), ...Array<number>(10).fill(6)];
    const uneven = createStage(
      studyOf(
        documentWith({
          ...given,
          ...quiet,
          'contactTypes.service.volume': '20k',
          'calendar.dayShape': halves,
          'staffing.minimumAgents': 15,
        }),
      ).models[0]!,
    );
    planWorld(uneven, centralWorld(uneven.model), null);
    // 18.144 on the mean of both halves: 15 and 21.288.
    expect(uneven.roster.required[15]).toBeCloseTo(15, 10);
    expect(uneven.roster.required[5]).toBeCloseTo(21.288, 10);
    // 36 FTE are never 20 on duty at every hour.
    const short = createStage(studyOf(documentWith({ ...given, ...quiet, 'staffing.minimumAgents': 20 })).models[0]!);
    planWorld(short, centralWorld(short.model), null);
    for (const agents of short.roster.required) expect(agents).toBeCloseTo(18.144, 10);
  });

  it('is not moved by the most occupancy, by targets or by the forecast; a lever saves no hours', () => {
    const variants = [{ name: 'Faster', changes: { 'levers.software.handleTime': '-20%' } }];
    for (const changes of [{}, { 'staffing.maxOccupancy': '70%' }, { 'targets.serviceLevel.atLeast': '95%' }, uncertain]) {
      const [baseline, faster] = analysed(studyOf(documentWith({ ...given, ...changes }, { variants })));
      for (const scenario of [baseline!, faster!]) for (const fte of kpi(scenario, 'fte')) expect(fte).toBeCloseTo(200, 9);
      expect(kpi(faster!, 'serviceLevel.phone')[0]).toBeGreaterThan(kpi(baseline!, 'serviceLevel.phone')[0]!);
    }
  });

  it('and paid = shrinkage + scheduling loss + handling + idle + overtime, in every replication on both floors', () => {
    const document = documentWith({
      ...given,
      ...uncertain,
      'contactTypes.service.volume': '6k ±15%',
      'staffing.headcount': { team: '22 FTE' },
    });
    const study = studyOf(document);
    for (const floor of ['erlang', 'calls'] as const) {
      const { totals } = replicate({ ...study, floor }, 0, 8);
      const layout = totalsLayout(study.models[0]!);
      for (let replication = 0; replication < 8; replication++) {
        const seconds = (field: Parameters<typeof agentIndex>[1]) =>
          totals[0]![replication * layout.length + agentIndex(layout, field, 0)]!;
        const parts = (['shrinkage', 'schedulingLoss', 'handling', 'idle', 'overtime'] as const).reduce(
          (sum, field) => sum + seconds(field),
          0,
        );
        expect(parts / seconds('paid')).toBeCloseTo(1, 11);
        expect(seconds('paid') - seconds('overtime')).toBeCloseTo(22 * 40 * 3600, 4);
      }
    }
  });
});
