import type { ScenarioResults } from '@percall/core';
import { describe, expect, it } from 'vitest';
import { headline, headlineMarkdown, headlineText } from '../src/sentence.ts';
import { en } from '../src/words/en.ts';
import { verdictOf } from '../src/verdict.ts';
import { baseline, cut, estimate, kpi, setting, verified } from './madeUpResults.ts';

const say = (scenario: ScenarioResults): string => headlineText(headline(scenario, baseline, setting, en));

const differing = (p50: number, range: readonly [number, number], halfWidth = 0): ScenarioResults => ({
  ...verified,
  versusBaseline: { ...verified.versusBaseline!, kpis: { 'cpc.handled': kpi('currencyPerContact', p50, range, halfWidth) } },
});

describe('the headline', () => {
  it('is the sentence of a variant that saves', () => {
    expect(say(verified)).toBe(
      'Cheaper and no worse in 92 of 100 futures. Cost per handled contact 6.82 USD (90% range 6.45 to 7.21), 0.28 below the baseline (0.05 to 0.52); cheaper in 97, service no worse in 94. Roster re-planned.',
    );
  });

  it('is shorter for the baseline alone', () => {
    expect(say(baseline)).toBe(
      'Cost per handled contact 7.10 USD (90% range 6.70 to 7.52). Every quality floor is met in 95 of 100 futures.',
    );
    expect(say({ ...baseline, floors: [], holds: null })).toBe(
      'Cost per handled contact 7.10 USD (90% range 6.70 to 7.52). No quality floor is set.',
    );
  });

  it('says that a saving is none, names the floor and the locked roster', () => {
    const spoken = headline(cut, baseline, setting, en);
    expect(headlineText(spoken)).toBe(
      'Not a saving: service level on phone breaks, met in 41 of 100 futures where 90 are wanted. Cost per handled contact 6.60 USD (90% range 6.20 to 7.05), 0.50 below the baseline (0.40 to 0.60); cheaper in 100, service no worse in 38. Roster locked.',
    );
    expect(headlineMarkdown(spoken)).toContain(', ~~0.50 below the baseline (0.40 to 0.60)~~; cheaper');
  });

  it('says on which side of the baseline each end of the range lies', () => {
    expect(say(differing(0.31, [0.1, 0.5]))).toContain(', 0.31 above the baseline (0.10 to 0.50);');
    expect(say(differing(-0.1, [-0.52, 0.05]))).toContain(', 0.10 below the baseline (0.05 above to 0.52 below);');
    expect(say(differing(0.1, [-0.05, 0.52]))).toContain(', 0.10 above the baseline (0.05 below to 0.52 above);');
    expect(say(differing(-0.1, [-0.52, -0.001]))).toContain(', 0.10 below the baseline (0.00 to 0.52);');
    expect(say(differing(0, [-0.52, 0.05]))).toContain(', the same as the baseline (0.05 above to 0.52 below);');
  });

  it('shows no digit that is noise', () => {
    expect(say(differing(-0.28, [-0.52, -0.05], 0.15))).toContain(', 0.3 below the baseline (0.1 to 0.5);');
  });

  it('says so where the bill goes the other way than the cost per contact, and only there', () => {
    const dearer = differing(0.2, [0.11, 0.32]);
    const versus = (total: number): ScenarioResults['versusBaseline'] => ({
      ...dearer.versusBaseline!,
      kpis: { ...dearer.versusBaseline!.kpis, totalCost: kpi('currency', total, [-90_000, 10_000], 300) },
    });
    expect(say({ ...dearer, versusBaseline: versus(-37_000) })).toContain(
      ' Yet the total cost is 37,000 USD per month below the baseline. ',
    );
    expect(say({ ...dearer, versusBaseline: versus(37_000) })).not.toContain('total cost');
  });

  it('says so where a floor is met too rarely, the baseline being no better', () => {
    const floors = [{ ...cut.floors[0]!, holds: estimate(0.22, 0.03) }];
    const squeezed = { ...baseline, floors: [{ ...floors[0]!, holds: estimate(0.24, 0.03) }], holds: estimate(0.24, 0.03) };
    expect(headlineText(headline({ ...verified, floors, holds: estimate(0.22, 0.03) }, squeezed, setting, en))).toContain(
      ' But service level on phone is met in 22 of 100 futures only (baseline: 24), where 90 are wanted. ',
    );
  });

  it('says so where nobody was handled', () => {
    const none = {
      ...baseline,
      kpis: { ...baseline.kpis, 'cpc.handled': { ...baseline.kpis['cpc.handled']!, mean: null, quantiles: null } },
    };
    expect(say(none)).toBe('Cost per handled contact: no contacts. Every quality floor is met in 95 of 100 futures.');
  });

  it('speaks of cost alone where no floor is set', () => {
    const free = { ...verified, floors: [], holds: null };
    expect(
      say({
        ...free,
        versusBaseline: {
          ...verified.versusBaseline!,
          probability: { cheaper: estimate(0.972), holds: null, noWorse: null, cheaperAndNoWorse: null },
        },
      }),
    ).toBe(
      'Cheaper in 97 of 100 futures. Cost per handled contact 6.82 USD (90% range 6.45 to 7.21), 0.28 below the baseline (0.05 to 0.52); cheaper in 97. No quality floor is set. Roster re-planned.',
    );
  });
});

describe('a saving is struck through', () => {
  const holding = (chance: number, base: number) =>
    verdictOf({ ...cut, holds: estimate(chance) }, { ...baseline, holds: estimate(base) }, setting).struck;

  it('under the wanted chance and under the baseline', () => {
    expect(holding(0.89, 0.95)).toBe(true);
    expect(holding(0.9, 0.95)).toBe(false);
    expect(holding(0.5, 0.5)).toBe(false);
    expect(holding(0.5, 0.4)).toBe(false);
  });

  it('beyond the Monte Carlo error', () => {
    expect(verdictOf({ ...cut, holds: estimate(0.74, 0.05) }, { ...baseline, holds: estimate(0.78, 0.05) }, setting).struck).toBe(false);
    expect(verdictOf({ ...cut, holds: estimate(0.74, 0.02) }, { ...baseline, holds: estimate(0.78, 0.02) }, setting).struck).toBe(true);
  });

  it('only where it is a saving', () => {
    expect(verdictOf({ ...cut, versusBaseline: differing(0.1, [0, 0.2]).versusBaseline }, baseline, setting).struck).toBe(false);
  });

  it('is at risk down to 70% and breaks below', () => {
    const state = (chance: number) => verdictOf({ ...cut, holds: estimate(chance) }, baseline, setting).state;
    expect([0.9, 0.89, 0.7, 0.69].map(state)).toEqual(['holds', 'atRisk', 'atRisk', 'breaks']);
  });

  it('names all floors together where each alone would hold', () => {
    const floors = cut.floors.map((floor) => ({ ...floor, holds: estimate(0.92) }));
    expect(say({ ...cut, floors, holds: estimate(0.85) })).toMatch(
      /^Not a saving: quality as a whole is at risk, met in 85 of 100 futures where 90 are wanted\./,
    );
  });
});
