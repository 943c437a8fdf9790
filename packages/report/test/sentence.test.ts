import { compileStudy, type ScenarioResults } from '@percall/core';
import { parseScenario, presetText } from '@percall/scenario';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headline, headlineMarkdown, headlineText } from '../src/sentence.ts';
import { en } from '../src/words/en.ts';
import { settingOf } from '../src/setting.ts';
import { qualityItems } from '../src/qualityStrip.ts';
import { resultsTable } from '../src/table.ts';
import { futuresOf, qualityState, verdictOf } from '../src/verdict.ts';
import { baseline, cut, estimate, kpi, setting, verified } from './madeUpResults.ts';

const say = (scenario: ScenarioResults): string => headlineText(headline(scenario, baseline, setting, en));

const differing = (p50: number, range: readonly [number, number], halfWidth = 0): ScenarioResults => ({
  ...verified,
  versusBaseline: { ...verified.versusBaseline!, kpis: { 'cpc.handled': kpi('currencyPerContact', p50, range, halfWidth) } },
});

it('whose agents are given is known from the study', () => {
  const given = (name: string) => {
    const parsed = parseScenario(presetText(name)!);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const compiled = compileStudy(parsed.document);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
    return settingOf({ study: compiled.study, replications: 64 }).given;
  };
  expect(given('bank-ivr-verification')).toEqual([]);
  expect(given('public-sector-line')).toEqual(['A tenth fewer agents']);
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

  it('calls nothing re-planned whose agents are given', () => {
    const given = { ...setting, given: [verified.name] };
    const said = (scenario: ScenarioResults) => headlineText(headline(scenario, baseline, given, en));
    expect(said(verified)).toMatch(/ Agents as given\.$/);
    expect(said({ ...verified, response: 'transition' })).toMatch(/ Roster in transition\.$/);
    // The baseline's roster is what is locked, whatever the variant's own would be.
    expect(said({ ...verified, response: 'locked' })).toMatch(/ Roster locked\.$/);
    expect(said({ ...verified, name: 'another' })).toMatch(/ Roster re-planned\.$/);
    const rows = resultsTable({ scenarios: [baseline, verified] }, given, en).sections.flatMap((section) => section.rows);
    expect(rows.find(({ label }) => label === 'Roster')!.cells[1]!.text).toBe('as given');
  });

  it('says on which side of the baseline each end of the range lies', () => {
    expect(say(differing(0.31, [0.1, 0.5]))).toContain(', 0.31 above the baseline (0.10 to 0.50);');
    expect(say(differing(-0.1, [-0.52, 0.05]))).toContain(', 0.10 below the baseline (0.05 above to 0.52 below);');
    expect(say(differing(0.1, [-0.05, 0.52]))).toContain(', 0.10 above the baseline (0.05 below to 0.52 above);');
    expect(say(differing(-0.1, [-0.52, -0.001]))).toContain(', 0.10 below the baseline (0.00 to 0.52);');
    expect(say(differing(0, [-0.52, 0.05]))).toContain(', the same as the baseline (0.05 above to 0.52 below);');
    expect(say(differing(0, [-0.001, 0.05]))).toContain(', the same as the baseline (0.05 above to 0.00 above);');
    expect(say(differing(0.001, [-0.001, 0.002]))).toContain(', the same as the baseline; cheaper in 97');
  });

  it('shows no digit that is noise', () => {
    expect(say(differing(-0.28, [-0.52, -0.05], 0.15))).toContain(', 0.3 below the baseline (0.1 to 0.5);');
  });

  it('says first that a variant is dearer and worse, where it is so in nearly all futures', () => {
    const bad = (cheaper: number, range: readonly [number, number] = [0.1, 0.5]): ScenarioResults => ({
      ...verified,
      versusBaseline: {
        kpis: { 'cpc.handled': kpi('currencyPerContact', 0.3, range) },
        savings: {},
        probability: { cheaper: estimate(cheaper), holds: estimate(0.1), noWorse: estimate(0.06), cheaperAndNoWorse: estimate(0.01) },
      },
    });
    expect(say(bad(0.02))).toMatch(/^Dearer and worse in 93 of 100 futures\. .*; cheaper in 2, service no worse in 6\./);
    expect(say(bad(0.06))).toMatch(/^Cheaper and no worse in 1 of 100 futures\./);
    // Dearer in few futures and alike in the others.
    expect(say(bad(0.02, [-0.3, 0.5]))).toMatch(/^Cheaper and no worse in 1 of 100 futures\./);
  });

  it('says that a variant which moves nothing is the same as the baseline', () => {
    const { kpis } = verified.versusBaseline!;
    const nothing = Object.fromEntries(Object.entries(kpis).map(([id, { unit }]) => [id, kpi(unit, 0, [0, 0])]));
    const zero = estimate(0, 0.001);
    const probability = { cheaper: zero, holds: baseline.holds, noWorse: baseline.holds, cheaperAndNoWorse: zero };
    const empty = { ...baseline, name: 'Variant 1', versusBaseline: { kpis: nothing, savings: {}, probability } };
    expect(say(empty)).toBe('The same as the baseline. Cost per handled contact 7.10 USD (90% range 6.70 to 7.52). Roster re-planned.');
    const moved = { ...empty.versusBaseline, kpis: { ...nothing, totalCost: kpi('currency', 0, [0, 900]) } };
    expect(say({ ...empty, versusBaseline: moved })).toMatch(/^Cheaper and no worse in 0 of 100 futures\./);
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

  it('only where it is worse than the baseline too often: a hair is no ground, however many futures show it', () => {
    const missing = { ...baseline, holds: estimate(0.24, 0.001) };
    const struckAt = (noWorse: number, halfWidth: number): boolean => {
      const probability = { ...cut.versusBaseline!.probability, noWorse: estimate(noWorse, halfWidth) };
      const variant = { ...cut, holds: estimate(0.22, halfWidth), versusBaseline: { ...cut.versusBaseline!, probability } };
      return verdictOf(variant, missing, setting).struck;
    };
    const asFuturesAreAdded = [0.06, 0.03, 0.015, 0.004];
    expect(asFuturesAreAdded.map((halfWidth) => struckAt(0.97, halfWidth))).toEqual([false, false, false, false]);
    expect(asFuturesAreAdded.map((halfWidth) => struckAt(0.5, halfWidth))).toEqual([false, false, true, true]);
    expect([0.9, 0.899].map((noWorse) => struckAt(noWorse, 0.004))).toEqual([false, true]);
  });

  it('only where it is a saving', () => {
    expect(verdictOf({ ...cut, versusBaseline: differing(0.1, [0, 0.2]).versusBaseline }, baseline, setting).struck).toBe(false);
  });

  it('is at risk down to 70% and breaks below', () => {
    const state = (chance: number) => verdictOf({ ...cut, holds: estimate(chance) }, baseline, setting).state;
    expect([0.9, 0.89, 0.7, 0.69].map(state)).toEqual(['holds', 'atRisk', 'atRisk', 'breaks']);
  });

  it('never shows a count on the other side of a bound than the state beside it', () => {
    const shown = (chance: number, wanted = 0.9) => [futuresOf(chance, wanted), qualityState(chance, wanted)];
    expect([0.904, 0.9, 0.8999, 0.896].map((chance) => shown(chance))).toEqual([
      [90, 'holds'],
      [90, 'holds'],
      [89, 'atRisk'],
      [89, 'atRisk'],
    ]);
    expect([0.7, 0.699].map((chance) => shown(chance))).toEqual([
      [70, 'atRisk'],
      [69, 'breaks'],
    ]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 100 }), (chance, wanted) => {
        const [count, state] = [futuresOf(chance, wanted / 100), qualityState(chance, wanted / 100)];
        expect(qualityState(count / 100, wanted / 100)).toBe(state);
        expect(Math.abs(count - chance * 100)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is judged alike in sentence, strip and tables', () => {
    const floors = cut.floors.map((floor) => ({ ...floor, holds: estimate(0.8975) }));
    const almost = { ...cut, floors, holds: estimate(0.8975), versusBaseline: { ...cut.versusBaseline! } };
    const study = { scenarios: [baseline, almost] };
    expect(say(almost)).toMatch(/^Not a saving: service level on phone is at risk, met in 89 of 100 futures where 90 are wanted\./);
    const [item] = qualityItems(['serviceLevel.phone'], study, 1, setting, en);
    expect(item!.floor).toMatchObject({ state: 'atRisk', met: 89, metInBaseline: 95 });
    const cells = resultsTable(study, setting, en).sections.flatMap(({ rows }) => rows.map((row) => row.cells[1]!));
    expect(cells.filter(({ state }) => state !== undefined).map(({ text, state }) => [text, state])).toEqual([
      ['89% at risk', 'atRisk'],
      ['89% at risk', 'atRisk'],
      ['89% at risk', 'atRisk'],
    ]);
  });

  it('names all floors together where each alone would hold', () => {
    const floors = cut.floors.map((floor) => ({ ...floor, holds: estimate(0.92) }));
    expect(say({ ...cut, floors, holds: estimate(0.85) })).toMatch(
      /^Not a saving: quality as a whole is at risk, met in 85 of 100 futures where 90 are wanted\./,
    );
  });
});
