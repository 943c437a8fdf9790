import { costBridge, onePage, settingOf, type ReportInput } from '@percall/report';
import { en } from '@percall/report';
import { createSession, inLineCrew } from '@percall/runner';
import type { ScenarioDocument } from '@percall/scenario';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridgeSteps } from '../src/report/bridgeSteps.ts';
import { mostThatFit } from '../src/report/mostThatFit.ts';
import { preset } from './documents.ts';

const bank = { ...preset('bank-ivr-verification'), replications: 64 } as ScenarioDocument;
const answer = await createSession(inLineCrew()).run(bank, { floor: 'erlang' });
const setting = settingOf(answer);
const [baseline, variant] = answer.results.scenarios;

describe('the bridge of the cost per contact', () => {
  const bridge = costBridge(baseline!, variant!, setting)!;

  it('is each ledger category over the contacts of the same period, which the engine counts apart', () => {
    for (const [scenario, side] of [
      [baseline!, 'baseline'],
      [variant!, 'scenario'],
    ] as const) {
      const contacts = scenario.kpis['contacts.handled']!.mean!.value;
      for (const step of bridge.steps) {
        const amount = scenario.ledger
          .filter(({ category }) => category === step.category)
          .reduce((sum, { perPeriod }) => sum + perPeriod.value, 0);
        expect(step[side]).toBeCloseTo(amount / contacts, 9);
      }
    }
    expect(bridge.steps.length).toBeGreaterThan(5);
  });

  it('adds up to the budget averages and their difference, the largest change first', () => {
    const sum = (of: 'baseline' | 'scenario' | 'change') => bridge.steps.reduce((total, step) => total + step[of], 0);
    expect(sum('baseline')).toBeCloseTo(baseline!.kpis['cpc.handled']!.mean!.value, 9);
    expect(sum('scenario')).toBeCloseTo(variant!.kpis['cpc.handled']!.mean!.value, 9);
    expect(sum('change')).toBeCloseTo(bridge.scenario - bridge.baseline, 9);
    const sizes = bridge.steps.map(({ change }) => Math.abs(change));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    // Twin: amounts over the baseline's contacts alone would miss the difference.
    const contacts = baseline!.kpis['contacts.handled']!.mean!.value;
    const total = variant!.ledger.reduce((all, { perPeriod }) => all + perPeriod.value, 0);
    expect(total / contacts).not.toBeCloseTo(bridge.scenario, 3);
  });

  it('is none where nobody is handled', () => {
    const nobody = { ...variant!, kpis: { ...variant!.kpis, 'cpc.handled': { ...variant!.kpis['cpc.handled']!, mean: null } } };
    expect(costBridge(baseline!, nobody, setting)).toBeNull();
  });

  it('has steps that lie end to end on their line', () => {
    const steps = bridgeSteps({
      baseline: 10,
      scenario: 7,
      steps: [
        { category: 'wages', baseline: 8, scenario: 4, change: -4 },
        { category: 'ivr', baseline: 2, scenario: 3, change: 1 },
      ],
    });
    expect(steps).toEqual([
      { from: 0, to: 1 },
      { from: 0, to: 0.25 },
    ]);
  });
});

describe('one page', () => {
  const input: ReportInput = {
    document: bank,
    results: answer.results,
    setting,
    warnings: answer.warnings,
    engineVersion: '0.1.0',
    inputsHash: 'abc',
  };
  const page = onePage(input, 1, en);

  it('leaves nothing out without saying so', () => {
    const { changes, assumptions } = page;
    expect([changes.rest(changes.rows.length), changes.rest(0)]).toEqual([
      null,
      `${changes.rows.length} more changes in the file of the study.`,
    ]);
    expect(assumptions.rest(assumptions.rows.length)).toMatch(/^In the file of the study: \d+ inputs without one\.$/);
    expect(assumptions.rest(assumptions.rows.length - 1)).toMatch(/: 1 more input with a range, \d+ inputs without one\.$/);
    const { variants } = bank as unknown as { readonly variants: readonly unknown[] };
    expect(page.others).toBe(`${variants.length - 1} more variants in the file of the study.`);
  });

  it('has every floor, and of a lone baseline no second column', () => {
    const floors = page.figures.filter(({ label }) => label.includes('chance of at')).length;
    expect(floors).toBe(baseline!.floors.length);
    expect([page.columns.length, onePage(input, 0, en).columns.length]).toEqual([3, 2]);
    expect(onePage(input, 0, en).changes.rows).toEqual([]);
  });

  it('says that a long note goes on', () => {
    const noteOf = (note: string) => onePage({ ...input, document: { ...bank, note } }, 1, en).note!;
    expect(noteOf('short')).toBe('short');
    expect(noteOf('word '.repeat(300))).toMatch(/word … \(goes on in the file of the study\)$/);
    expect(noteOf('x'.repeat(900)).length).toBeLessThan(700);
  });
});

describe('what fits', () => {
  it('is the most that fit, whatever the room', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(200), fc.nat(250), async (total, room) => {
        expect(await mostThatFit(total, (count) => Promise.resolve(count <= room))).toBe(Math.min(total, room));
      }),
    ));

  it('is nothing where nothing fits, in few tries', async () => {
    let tries = 0;
    const never = (): Promise<boolean> => Promise.resolve(++tries < 0);
    expect(await mostThatFit(1000, never)).toBe(0);
    expect(tries).toBeLessThan(15);
  });
});
