import { checkDocument, parseScenario, presetNames, presetText, type Json, type ScenarioDocument } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { compileStudy, reportedInputs } from '../../src/index.ts';

function preset(name: string): ScenarioDocument {
  const parsed = parseScenario(presetText(name)!);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.document;
}

function modelsOf(document: Json) {
  const checked = checkDocument(document);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const compiled = compileStudy(checked.document);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.study.models;
}

const reported = (document: Json) => reportedInputs(modelsOf(document));

describe('what reports would show', () => {
  it.each(presetNames())('of %s: in the baseline, what was typed', (name) => {
    const [model] = modelsOf({ ...preset(name), variants: [] });
    const [baseline] = reportedInputs([model!]);
    model!.contactTypes.forEach((type, place) => {
      const shown = baseline!.types[place]!;
      expect(shown.contactType).toBe(type.name);
      expect(Math.abs(shown.volumePerPeriod! / model!.leaves[type.volume]!.central - 1), type.name).toBeLessThan(0.001);
      for (const at of type.queues) {
        const { channel, handleTime, share } = model!.queues[at]!;
        if (model!.leaves[share]!.central === 0) continue;
        const seconds = shown.handleSeconds[model!.channels[channel]!]!;
        expect(Math.abs(seconds / model!.leaves[handleTime.mean]!.central - 1), type.name).toBeLessThan(0.001);
      }
    });
  });

  it('of a variant: what its levers leave; a machine that solves the easy needs leaves the long ones', () => {
    const bank = preset('bank-ivr-verification');
    const with_ = (changes: Json): Json => ({ ...bank, variants: [{ name: 'V', changes }] });
    const [before, verified] = reported(with_({ 'levers.ivr.verification.offeredTo': '68%' }));
    const cards = (of: typeof before) => of!.types.find(({ contactType }) => contactType === 'cards')!;
    // 68% x (62% x 42 s saved - 38% x 10 s added) of every call, and nobody fewer.
    expect(cards(before).handleSeconds.phone! - cards(verified).handleSeconds.phone!).toBeCloseTo(0.68 * (0.62 * 42 - 0.38 * 10), 0);
    expect(cards(verified).volumePerPeriod! / cards(before).volumePerPeriod!).toBeCloseTo(1, 2);
    const [, contained] = reported(with_({ 'levers.ivr.containment.cards': '50%' }));
    expect(cards(contained).handleSeconds.phone!).toBeGreaterThan(cards(before).handleSeconds.phone! * 1.02);
    expect(cards(contained).volumePerPeriod! / cards(before).volumePerPeriod!).toBeCloseTo(0.5 / 0.77, 2);
    const fte = (of: typeof before, group: string) => of!.groups.find((each) => each.group === group)!.fte;
    expect(fte(contained, 'card service')).toBeLessThan(fte(before, 'card service') * 0.8);
    expect(fte(contained, 'account service')).toBeCloseTo(fte(before, 'account service'), 6);
  });

  it('of a locked variant: the baseline’s staff', () => {
    const bank = preset('bank-ivr-verification');
    const [before, locked] = reported({
      ...bank,
      variants: [{ name: 'V', response: 'locked', changes: { 'levers.ivr.containment.cards': '50%' } }],
    });
    expect(locked!.groups).toEqual(before!.groups);
  });
});
