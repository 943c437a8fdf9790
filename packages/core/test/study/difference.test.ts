import { describe, expect, it } from 'vitest';
import { analyse, replicate, summariseAnalysis } from '../../src/index.ts';
import { differenceOf } from '../../src/study/difference.ts';
import { documentWith, studyOf } from '../support/document.ts';

/** Rosters that are locked, an office that is paid for by the scheduled hour, and nothing else: contacts that are shorter or longer move the overtime, and no cost. */
const study = studyOf(
  documentWith(
    { 'agents.team.wage': '0 per h', 'contactTypes.service.volume': 5000, 'agents.team.shrinkage': '20%' },
    {
      costs: { officeSpace: '11 per h' },
      headline: 'need',
      staffing: { plan: 'roster', roster: { team: { 'mon-fri': 10 } }, forecastError: '0%', scheduleEfficiency: '80%' },
      variants: ['-10%', '-7%', '-4%', '-2%', '+2%', '+3%', '+7%', '+10%'].map((handleTime) => ({
        name: handleTime,
        response: 'locked',
        changes: { 'levers.software.handleTime': handleTime },
      })),
    },
  ),
);
const analysis = analyse(study, [replicate(study, 0, 64)]);
const [, ...variants] = summariseAnalysis(analysis).scenarios;

describe('scenarios that cost the same', () => {
  it('are not cheaper than one another by what rounding leaves', () => {
    expect(variants).toHaveLength(8);
    for (const { versusBaseline } of variants) {
      const { probability, kpis } = versusBaseline!;
      expect(probability.cheaper!.value).toBe(0);
      expect(kpis['cpc.need']!.mean!.value).toBe(0);
      expect(kpis['cpc.need']!.quantiles!.p5.value).toBe(0);
      expect(kpis['cpc.need']!.quantiles!.p95.value).toBe(0);
    }
  });

  it('twin: subtracted as they are, some of them are', () => {
    const costs = analysis.scenarios.map(({ kpis }) => {
      const { numerator, denominator } = kpis.find(({ kpi }) => kpi.id === 'cpc.need')!;
      return numerator.map((amount, world) => amount / denominator[world]!);
    });
    const [theirs, ...ours] = costs;
    expect(ours.some((each) => each.some((cost, world) => cost - theirs![world]! < 0))).toBe(true);
    for (const each of ours) each.forEach((cost, world) => expect(differenceOf(cost, theirs![world]!)).toBe(0));
  });

  it('a difference in the tenth digit is one', () => {
    expect(differenceOf(1 + 1e-9, 1)).toBeCloseTo(1e-9, 14);
    expect(differenceOf(1e-9, 0)).toBe(1e-9);
  });
});
