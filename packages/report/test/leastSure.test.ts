import type { ScenarioResults } from '@percall/core';
import { describe, expect, it } from 'vitest';
import { leastSure, qualityItems } from '../src/qualityStrip.ts';
import { countsOff } from '../src/verdict.ts';
import { headline, headlineText } from '../src/sentence.ts';
import { en } from '../src/words/en.ts';
import { baseline, cut, estimate, setting } from './madeUpResults.ts';

const ids = ['asa.phone', 'serviceLevel.phone', 'occupancy.phone'];
const itemsOf = (scenario: ScenarioResults) => qualityItems(ids, { scenarios: [baseline, scenario] }, 1, setting, en);

/** The variant with a floor on the speed of answer beside its own. */
const withChances = (serviceLevel: number, asa: number): ScenarioResults => ({
  ...cut,
  holds: estimate(Math.min(serviceLevel, asa)),
  floors: [
    { ...cut.floors[0]!, kpi: 'serviceLevel.phone', holds: estimate(serviceLevel) },
    { kpi: 'asa.phone', side: 'atMost', value: 30, holds: estimate(asa) },
  ],
});

describe('how far counts of 100 futures may be off', () => {
  const sure = { ...cut, holds: estimate(0.9, 0.01), floors: [], versusBaseline: null };

  it('is the widest side of any interval of a chance that is said', () => {
    const { probability } = cut.versusBaseline!;
    const versusBaseline = (noWorse: ScenarioResults['holds']) => ({ ...cut.versusBaseline!, probability: { ...probability, noWorse } });
    // An interval ends at 1: its half-width would say 15.
    expect(countsOff({ ...sure, holds: { value: 0.91, lower: 0.7, upper: 1 } })).toBe(21);
    expect(countsOff({ ...sure, floors: [{ ...cut.floors[0]!, holds: estimate(0.5, 0.12) }] })).toBe(12);
    expect(countsOff({ ...sure, versusBaseline: versusBaseline(estimate(0.4, 0.3)) })).toBe(30);
  });

  it('is not said where it is less than three', () => {
    expect(countsOff(sure)).toBe(null);
    expect(countsOff({ ...sure, holds: estimate(0.9, 0.024) })).toBe(null);
    expect(countsOff({ ...sure, holds: estimate(0.9, 0.03) })).toBe(3);
    expect(countsOff({ ...sure, holds: null })).toBe(null);
  });
});

describe('the least sure floor', () => {
  it('is the one that is met least often, wherever it stands', () => {
    expect(leastSure(itemsOf(withChances(0.41, 0.6)))?.id).toBe('serviceLevel.phone');
    expect(leastSure(itemsOf(withChances(0.6, 0.41)))?.id).toBe('asa.phone');
  });

  it('is the one that the sentence names, also where both are as many of 100', () => {
    const scenario = withChances(0.412, 0.414);
    const worst = leastSure(itemsOf(scenario))!;
    expect(itemsOf(scenario).map(({ floor }) => floor?.met)).toContain(41);
    expect(worst.id).toBe('serviceLevel.phone');
    expect(headlineText(headline(scenario, baseline, setting, en))).toMatch(/^Not a saving: service level on phone breaks/);
  });

  it('is the first where no floor is set, and none where there is nothing', () => {
    const unfloored = { ...cut, floors: [], holds: null };
    expect(leastSure(itemsOf(unfloored))?.id).toBe(itemsOf(unfloored)[0]!.id);
    expect(leastSure([])).toBe(undefined);
  });
});
