import { describe, expect, it } from 'vitest';
import type { Json } from '@percall/scenario';
import { compileStudy, createReplicator, summarise, type FloorName, type ScenarioResults } from '../../src/index.ts';
import { documentWith } from '../support/document.ts';

/** Three weeks, so that the worst is not the only one; one in four contacts by chat, some by e-mail; callbacks where wanted. */
const threeWeeks: Readonly<Record<string, Json>> = {
  horizon: { start: '2026-01-05', weeks: 3 },
  calendar: { interval: '30 min', open: { 'mon-fri': '08:00-18:00' }, dayShape: 'flat', seasons: [1, 1.15, 0.9] },
};
const channels: Readonly<Record<string, Json>> = {
  'contactTypes.service.volume': '3k',
  'contactTypes.service.channels': { phone: '65%', chat: '25%', email: '10%' },
  'contactTypes.service.handleTime.chat': { mean: '500 s', cv: 1 },
  'contactTypes.service.handleTime.email': { mean: '400 s', cv: 1 },
  'contactTypes.service.patience.chat': { mean: '180 s', balk: '0%' },
  'contactTypes.service.variation': { dayToDay: '15%', withinDay: '5%' },
};
const withCallbacks = { 'levers.callback.accepts': '40%' };
const everyWeek = {
  'targets.serviceLevel': { phone: { atLeast: '80%', within: '20 s', every: 'week' }, chat: { atLeast: '80%', within: '60 s' } },
};

function run(changes: Readonly<Record<string, Json>>, floor: FloorName = 'erlang', topLevel: Readonly<Record<string, Json>> = {}) {
  const compiled = compileStudy(documentWith({ ...channels, ...changes }, { ...threeWeeks, ...topLevel }), { floor });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return summarise(compiled.study, [createReplicator(compiled.study)(0, 64)]).scenarios;
}
const floorOf = ({ floors }: ScenarioResults, kpi: string) => floors.find((each) => each.kpi === kpi)!;

describe('floors', () => {
  it('are set by channel, in the order of the targets; a channel that the study lacks has none', () => {
    const targets = {
      ...everyWeek,
      'targets.abandonment': { phone: { atMost: '5%', every: 'interval' }, chat: { atMost: '8%', atLeast: '0%', every: 'week' } },
      'targets.speedOfAnswer': { atMost: '30 s', every: 'week' },
      'targets.occupancy': { atMost: '96%', every: 'interval' },
      'targets.email': { atLeast: '90%' },
      'targets.social': { atLeast: '90%' },
      'targets.callbackPromise': { atLeast: '80%' },
    };
    const compiled = compileStudy(documentWith({ ...channels, ...targets, 'staffing.maxOccupancy': '90%' }, threeWeeks));
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
    const [model] = compiled.study.models;
    expect(model!.targets.floors.map(({ kpi, side }) => `${kpi} ${side}`)).toEqual([
      'serviceLevel.phone.worstWeek atLeast',
      'serviceLevel.chat atLeast',
      'abandonment.phone.worstInterval atMost',
      'abandonment.chat.bestWeek atLeast',
      'abandonment.chat.worstWeek atMost',
      'asa.phone.worstWeek atMost',
      'occupancy.phone.worstInterval atMost',
      'responded.email atLeast',
      'callbackPromise.phone atLeast',
    ]);
  });

  it.each(['erlang', 'calls'] as const)('are judged on the worst week and the worst interval, on the floor %s', (floor) => {
    const few = { 'contactTypes.service.volume': '1k' };
    const [scenario] = run({ ...everyWeek, ...few, 'targets.abandonment': { phone: { atMost: '5%', every: 'interval' } } }, floor);
    const median = (kpi: string): number => scenario!.kpis[kpi]!.quantiles!.p50.value;
    expect(median('serviceLevel.phone.worstWeek')).toBeLessThan(median('serviceLevel.phone'));
    expect(median('abandonment.phone.worstInterval')).toBeGreaterThan(median('abandonment.phone'));
    for (const kpi of ['serviceLevel.chat', 'responded.email', 'totalCost.chat', 'cpc.handled.email'])
      expect(scenario!.kpis[kpi]!.mean, kpi).not.toBeNull();
  });

  it('hold for every week in no more futures than for the period, and change nothing else', () => {
    const target = { phone: { atLeast: '80%', within: '20 s' }, chat: { atLeast: '80%', within: '60 s' } };
    const [byPeriod] = run({ 'targets.serviceLevel': target });
    const [byWeek] = run(everyWeek);
    const [byInterval] = run({ 'targets.serviceLevel': { ...target, phone: { ...target.phone, every: 'interval' } } });
    const holds = [
      floorOf(byPeriod!, 'serviceLevel.phone'),
      floorOf(byWeek!, 'serviceLevel.phone.worstWeek'),
      floorOf(byInterval!, 'serviceLevel.phone.worstInterval'),
    ].map((each) => each.holds.value);
    expect(holds[1]).toBeLessThanOrEqual(holds[0]!);
    expect(holds[2]).toBeLessThanOrEqual(holds[1]!);
    for (const kpi of ['cpc.handled', 'asa.phone', 'serviceLevel.phone']) expect(byWeek!.kpis[kpi], kpi).toEqual(byPeriod!.kpis[kpi]);
  });

  it('are the baseline’s for a variant that names others, and that has no callbacks to promise', () => {
    const variants = [
      {
        name: 'other words',
        changes: { 'targets.serviceLevel': { phone: { atLeast: '70%', within: '20 s' }, chat: { atLeast: '80%', within: '60 s' } } },
      },
      { name: 'no callbacks', changes: { 'levers.callback.accepts': '0%' } },
    ];
    const [baseline, other, none] = run({ ...everyWeek, ...withCallbacks, 'targets.callbackPromise': { atLeast: '99%' } }, 'erlang', {
      variants,
    });
    const kpis = ({ floors }: ScenarioResults) => floors.map(({ kpi }) => kpi);
    expect(kpis(other!)).toEqual(kpis(baseline!));
    expect(other!.kpis['serviceLevel.phone.worstWeek']).toBeDefined();
    // Nobody is promised anything, so that no promise is broken.
    expect(none!.kpis['callbackPromise.phone']).toBeUndefined();
    expect(floorOf(none!, 'callbackPromise.phone').holds.value).toBe(1);
    expect(none!.versusBaseline!.probability.noWorse).not.toBeNull();
  });
});
