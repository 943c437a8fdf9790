import fc from 'fast-check';
import { expect, it } from 'vitest';
import { controlsOf, describeLeaf, sliderOf, valueAt, type Control } from '../src/index.ts';
import { controlAt, documents } from './controlDocuments.ts';

const bank = documents['bank-ivr-verification']!;
const sliderAt = (path: string, central: number): unknown => sliderOf(controlAt(bank, path), central);

it('covers the schema’s range where the value is of a sensible size in it, else a round one', () => {
  expect(sliderAt('contactTypes.accounts.volume', 121_000)).toEqual({ from: 0, to: 250_000, step: 1000 });
  expect(sliderAt('contactTypes.accounts.volume', 52_000)).toEqual({ from: 0, to: 100_000, step: 500 });
  expect(sliderAt('contactTypes.accounts.handleTime.phone.mean', 318)).toEqual({ from: 30, to: 1800, step: 5 });
  expect(sliderAt('contactTypes.accounts.handleTime.phone.mean', 2700)).toEqual({ from: 30, to: 7200, step: 30 });
  expect(sliderAt('contactTypes.accounts.redial.after', 600)).toEqual({ from: 0, to: 1200, step: 5 });
  expect(sliderAt('levers.ivr.verification.offeredTo', 0)).toEqual({ from: 0, to: 1, step: 0.01 });
  expect(sliderAt('levers.ivr.unresponsiveCallers.falseDrops', 0.004)).toEqual({ from: 0, to: 0.01, step: 0.00005 });
  expect(sliderAt('levers.callback.offerWhenQueueExceeds', 10)).toEqual({ from: 0, to: 50, step: 1 });
  expect(sliderAt('agents."account service".shrinkage', 0.7)).toEqual({ from: 0, to: 0.95, step: 0.005 });
  expect(sliderAt('costs.technology', 0.02)).toEqual({ from: 0, to: 0.05, step: 0.0002 });
  expect(sliderAt('costs.taxes', 0)).toEqual({ from: 0, to: 100_000, step: 500 });
  expect(sliderAt('contactTypes.accounts.repeat.after', 0)).toEqual({ from: 0, to: 604_800, step: 3600 });
});

it('has the value in a range inside the support, in 50 to 500 steps unless they are the schema’s (seed 51)', () => {
  const controls = Object.values(documents).flatMap(controlsOf);
  fc.assert(
    fc.property(fc.constantFrom(...controls), fc.double({ min: -7, max: 9, noNaN: true }), (control: Control, magnitude) => {
      const { support, slider: usual } = control.description;
      const central = Math.min(support.upper, Math.max(support.lower, 10 ** magnitude));
      const slider = sliderOf(control, central);
      const { from, to, step } = slider;
      expect(sliderOf(control, central)).toEqual(slider);
      expect(from >= support.lower && from <= central && central <= to && to <= support.upper, JSON.stringify(slider)).toBe(true);
      if (step === usual.step && to === usual.to) return;
      const positions = (to - from) / step;
      expect(positions, `${control.path} ${central} ${JSON.stringify(slider)}`).toBeGreaterThanOrEqual(50 - 1e-9);
      expect(positions).toBeLessThanOrEqual(500);
    }),
    { seed: 51, numRuns: 3000 },
  );
});

it('has the value of every document in it, with the schema’s words for it', () => {
  for (const document of Object.values(documents))
    for (const control of controlsOf(document)) {
      const { from, to, step } = sliderOf(control, valueAt(document, control)!.central);
      const central = valueAt(document, control)!.central;
      expect(from <= central && central <= to && step > 0, control.path).toBe(true);
      if (!control.isPlain) expect(describeLeaf(control.path)?.label, control.path).toBe(control.description.label);
    }
});
