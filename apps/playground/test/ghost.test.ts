import { compileStudy, reportedInputs } from '@percall/core';
import { controlsOf, scenarioDocument, setAt, valueAt, type ScenarioDocument } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { ghostOf } from '../src/controls/ghost.ts';
import { preset } from './documents.ts';

const bank = preset('bank-ivr-verification');

/** Ghosts by path in the baseline and in one variant with these changes. */
function ghosts(changes: Readonly<Record<string, string>>): readonly Readonly<Record<string, number>>[] {
  const document = { ...bank, variants: [{ name: 'V', changes }] } as unknown as ScenarioDocument;
  const compiled = compileStudy(document);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const reported = reportedInputs(compiled.study.models);
  return [null, 'V'].map((variant, index) => {
    const scenario = scenarioDocument(document, variant)!;
    return Object.fromEntries(
      controlsOf(scenario).flatMap((control) => {
        const ghost = ghostOf(control, valueAt(scenario, control)!, reported[index]!, 'month');
        return ghost === null ? [] : [[control.path, ghost] as const];
      }),
    );
  });
}

describe('what numbers come to', () => {
  it('is what was typed in the baseline, and where no lever works on them', () => {
    expect(ghosts({ 'costs.telephony': '0.02 per minute' })).toEqual([{}, {}]);
  });

  it('is less time where the IVR verifies, for all it verifies', () => {
    const [, variant] = ghosts({ 'levers.ivr.verification.offeredTo': '68%' });
    expect(variant).toEqual({
      'contactTypes.accounts.handleTime.phone.mean': expect.closeTo(303, -1) as number,
      'contactTypes.cards.handleTime.phone.mean': expect.closeTo(393, -1) as number,
    });
  });

  it('is fewer and longer contacts where the IVR contains more', () => {
    const [, variant] = ghosts({ 'levers.ivr.containment.cards': '50%' });
    expect(Object.keys(variant!)).toEqual(['contactTypes.cards.volume', 'contactTypes.cards.handleTime.phone.mean']);
    expect(variant!['contactTypes.cards.volume']).toBeLessThan(36_000);
    expect(variant!['contactTypes.cards.handleTime.phone.mean']).toBeGreaterThan(420);
  });

  it('is for the period that a volume names', () => {
    const control = controlsOf(bank).find(({ path }) => path === 'contactTypes.cards.volume')!;
    const reported = { types: [{ contactType: 'cards', volumePerPeriod: 30_000, handleSeconds: {} }], groups: [] };
    const perYear = setAt(bank, ['contactTypes', 'cards', 'volume'], '624k per year');
    if (!perYear.ok) throw new Error('no such path');
    expect(ghostOf(control, valueAt(perYear.document, control)!, reported, 'month')).toBe(360_000);
  });
});
