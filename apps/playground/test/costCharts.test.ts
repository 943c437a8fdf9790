import type { Spread } from '@percall/core';
import { dotValues, futuresOf, headline, headlineText, en } from '@percall/report';
import { createSession, inLineCrew } from '@percall/runner';
import { setAt, type Json, type ScenarioDocument } from '@percall/scenario';
import { beforeAll, describe, expect, it } from 'vitest';
import { axisFor, chartRow, type ChartRow } from '../src/charts/axis.ts';
import { budgetAfterKey, withinBudget } from '../src/charts/budget.ts';
import { differenceAxis, differenceOf } from '../src/charts/difference.ts';
import { placeOn } from '../src/charts/plot.ts';
import { deskAnswer } from '../src/desk/desk.ts';
import { preset } from './documents.ts';

const session = createSession(inLineCrew());
type Ran = ReturnType<typeof deskAnswer>;
const run = async (document: ScenarioDocument): Promise<Ran> =>
  deskAnswer(await session.run({ ...document, replications: 256 }, { kpis: (id) => id.startsWith('cpc.') }));

const edited = (document: ScenarioDocument, path: readonly (string | number)[], value: Json): ScenarioDocument => {
  const patched = setAt(document, path, value);
  if (!patched.ok) throw new Error(JSON.stringify(patched.problems));
  return patched.document as ScenarioDocument;
};

let bank: Ran;
beforeAll(async () => {
  bank = await run(preset('bank-ivr-verification'));
});

const rowsOf = ({ costs }: Ran, place: number): readonly ChartRow[] =>
  [0, place].map((index) => chartRow(costs[index]!, index === 0 ? 'Baseline' : null)!);

/** Evenly spread between two values. */
const even = (from: number, to: number): Spread => ({
  quantile: (level) => from + level * (to - from),
  cdf: (x) => Math.min(1, Math.max(0, (x - from) / (to - from))),
});
const row = (from: number, to: number): ChartRow => ({ name: 'Even', isBaseline: false, worlds: even(from, to), futures: 64 });

describe('a budget', () => {
  it('has the dots at it or below, and the chance itself beside them', () => {
    // Dot i of 50 stands at 6 + (i + 1/2) / 50: 30 of them are at 6.59 or below.
    expect(withinBudget([row(6, 7)], 6.59)).toEqual([{ name: 'Even', isBaseline: false, dots: 30, of: 50, futures: 59 }]);
    expect(withinBudget([row(6, 7)], 6.589)[0]!.dots).toBe(29);
  });

  it('keeps none and all for what never and always happens', () => {
    expect(withinBudget([row(6, 7)], 6.001)[0]).toMatchObject({ dots: 0, futures: 1 });
    expect(withinBudget([row(6, 7)], 5.99)[0]).toMatchObject({ dots: 0, futures: 0 });
    expect(withinBudget([row(6, 7)], 7)[0]).toMatchObject({ dots: 50, futures: 100 });
  });

  it('counts the dots that are drawn, of a study', () => {
    const rows = rowsOf(bank, 1);
    for (const budget of [5.4, 5.61, 5.9]) {
      for (const [at, { dots, futures }] of withinBudget(rows, budget).entries()) {
        const { worlds } = rows[at]!;
        expect(dots).toBe(dotValues((level) => worlds.quantile(level)).filter((value) => value <= budget).length);
        expect(Math.abs(dots / 50 - worlds.cdf(budget))).toBeLessThanOrEqual(0.5 / 50 + 1e-9);
        expect(futures).toBe(Math.round(worlds.cdf(budget) * 100));
      }
    }
  });

  it('moves by keys in round coins, to the right for more, and to the ends', () => {
    const axis = { from: 5, to: 6.5 };
    const after = (key: string, value: number, shiftKey = false) => budgetAfterKey({ key, shiftKey }, value, axis, 2);
    expect(after('ArrowRight', 5.78)).toBe(5.8);
    expect(after('ArrowLeft', 5.78)).toBe(5.76);
    expect(after('ArrowRight', 5.78, true)).toBe(5.79);
    expect(after('PageUp', 5.78)).toBe(5.93);
    expect(after('PageDown', 5.78)).toBe(5.63);
    expect([after('Home', 5.78), after('End', 5.78)]).toEqual([5, 6.5]);
    expect(after('a', 5.78)).toBe(null);
  });

  it('never moves by less than a coin, nor jumps into the axis from beyond it', () => {
    const right = (value: number, axis: { from: number; to: number }, decimals: number) =>
      budgetAfterKey({ key: 'ArrowRight', shiftKey: true }, value, axis, decimals);
    expect(right(700, { from: 650, to: 760 }, 0)).toBe(701);
    expect(budgetAfterKey({ key: 'ArrowLeft', shiftKey: false }, 9, { from: 5, to: 6.5 }, 2)).toBe(8.98);
  });
});

describe('the paired difference', () => {
  it('is cheaper as often as the sentence says, of every variant', () => {
    const { setting } = bank;
    const { scenarios } = bank.results;
    expect(scenarios.length).toBeGreaterThan(2);
    for (const [place, results] of scenarios.entries()) {
      const difference = differenceOf(bank.costs[place]!, results, setting);
      if (place === 0) {
        expect(difference).toBe(null);
        continue;
      }
      const said = headlineText(headline(results, scenarios[0]!, setting, en));
      expect(said).toContain(`cheaper in ${difference!.cheaper}`);
      // The curve that the dots are read from, up to zero: on a grid, so within a hundredth.
      expect(Math.abs(difference!.worlds.cdf(0) - results.versusBaseline!.probability.cheaper!.value)).toBeLessThan(0.01);
      expect(difference!.cheaper).toBe(futuresOf(results.versusBaseline!.probability.cheaper!.value, setting.chance));
      const axis = differenceAxis(difference!);
      expect(placeOn(axis, 0)).toBeGreaterThanOrEqual(0);
      expect(placeOn(axis, 0)).toBeLessThanOrEqual(1);
    }
  });

  it('is of pairs: narrower than what two unpaired costs would be apart', () => {
    const [, variant] = rowsOf(bank, 1);
    const difference = differenceOf(bank.costs[1]!, bank.results.scenarios[1]!, bank.setting)!;
    const width = ({ quantile }: Spread): number => quantile(0.95) - quantile(0.05);
    expect(width(difference.worlds)).toBeLessThan(width(variant!.worlds) / 2);
  });

  it('of a variant that changes nothing is none, and never cheaper', async () => {
    const document = edited(preset('bank-ivr-verification'), ['variants'], [{ name: 'As it is', changes: {} }]);
    const same = await run(document);
    const difference = differenceOf(same.costs[1]!, same.results.scenarios[1]!, same.setting);
    expect(difference).toMatchObject({ isNone: true, cheaper: 0 });
  });

  it('is taken over the middle of the futures by its axis, beside zero', () => {
    const rows = rowsOf(bank, 1);
    const { from, to } = axisFor(rows);
    expect(from).toBeLessThan(rows[1]!.worlds.quantile(0.01));
    expect(to).toBeGreaterThan(rows[0]!.worlds.quantile(0.99));
  });
});
