import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkDocument,
  controlsOf,
  documentWith,
  scenarioDocument,
  sliderOf,
  typedValue,
  valueAt,
  withCentral,
  withCertainty,
  withSpread,
  type Control,
  type Json,
  type ScenarioDocument,
} from '../src/index.ts';
import { controlAt, documentOf, documents, familiesText, variantsOf } from './controlDocuments.ts';

/** A wanted value, rounded as it is written: to twelve digits. */
const closeTo = (value: number, wanted: number, digits = 1e-9): boolean => Math.abs(value - wanted) <= digits * Math.abs(wanted) + 1e-15;

/** Numbers that must fit others: what a control cannot know, and the page is told. */
const betweenNumbers = ['sum', 'groupOnChannel', 'handleTimeOfChannel', 'shorterThanHandleTime', 'aboveMaxOccupancy'];

/** What stands against a document but for what must fit together. */
function faults(document: Json, control: Control): readonly unknown[] {
  const checked = checkDocument(document);
  if (checked.ok) return [];
  return checked.problems.filter(({ code, params: { must, hint }, severity, path }) => {
    if (severity !== 'error') return false;
    const words = [code, must.rule === 'text' ? must.key : '', hint?.key ?? ''];
    if (path.endsWith('measuredAt') && (control.path.endsWith('measuredAt') || control.path.endsWith('.cap'))) return false;
    return !words.some((word) => betweenNumbers.includes(word));
  });
}

function positionsOf(control: Control, central: number): readonly number[] {
  const { from, to, step } = sliderOf(control, central);
  const count = Math.floor((to - from) / step + 1e-9);
  return [0, 1, 0.13, 0.37, 0.5, 0.82].map((part) => from + step * Math.round(part * count));
}

describe.each(Object.entries(documents))('every slider of %s', (_, document: ScenarioDocument) => {
  it.each(variantsOf(document))('in %s writes the value that it shows', (variant) => {
    const baseline = scenarioDocument(document, null)!;
    const scenario = scenarioDocument(document, variant)!;
    for (const control of controlsOf(scenario)) {
      const before = valueAt(scenario, control)!;
      for (const wanted of positionsOf(control, valueAt(baseline, control)?.central ?? before.central)) {
        const value = withCentral(scenario, control, wanted);
        const changed = documentWith(document, variant, control, value);
        if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
        const after = valueAt(scenarioDocument(changed.document, variant), control)!;
        expect(closeTo(after.central, wanted), `${control.path} at ${wanted}: ${JSON.stringify(value)}`).toBe(true);
        expect({ ...after.basis }, control.path).toEqual({ ...before.basis });
        expect(after.note, control.path).toBe(before.note);
        const { lower, upper } = control.description.support;
        if (after.low !== null) {
          expect(lower < after.low && after.low < wanted && wanted < after.high! && after.high! < upper, control.path).toBe(true);
          expect(before.low, control.path).not.toBeNull();
        } else if (before.low !== null) expect([lower, upper, 0], `${control.path}: ${JSON.stringify(value)}`).toContain(wanted);
      }
    }
  });
});

it('what a slider writes is valid, in the baseline and in every variant (seed 41)', () => {
  const places = Object.values(documents).flatMap((document) =>
    variantsOf(document).flatMap((variant) =>
      controlsOf(scenarioDocument(document, variant)).map((control) => ({ document, variant, control })),
    ),
  );
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.nat({ max: 100 }), ({ document, variant, control }, percent) => {
      const scenario = scenarioDocument(document, variant)!;
      const { from, to, step } = sliderOf(control, valueAt(scenario, control)!.central);
      const wanted = Math.min(to, from + step * Math.round((percent / 100) * ((to - from) / step)));
      const changed = documentWith(document, variant, control, withCentral(scenario, control, wanted));
      expect(changed.ok && faults(changed.document, control)).toEqual([]);
    }),
    { seed: 41, numRuns: 1500 },
  );
});

it('padlocks open and close on every number, around the same centre', () => {
  for (const document of Object.values(documents))
    for (const variant of variantsOf(document)) {
      const scenario = scenarioDocument(document, variant)!;
      for (const control of controlsOf(scenario)) {
        const { central } = valueAt(scenario, control)!;
        const { lower, upper } = control.description.support;
        const written = (value: Json): Json => {
          const changed = documentWith(document, variant, control, value);
          if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
          return scenarioDocument(changed.document, variant)!;
        };
        const closed = written(withCertainty(scenario, control, true));
        expect(valueAt(closed, control), control.path).toMatchObject({ low: null, high: null });
        expect(closeTo(valueAt(closed, control)!.central, central), control.path).toBe(true);
        const opened = written(withCertainty(closed, control, false));
        const { low, high, ...open } = valueAt(opened, control)!;
        expect(closeTo(open.central, central), control.path).toBe(true);
        if (control.isPlain) expect(low, control.path).toBeNull();
        else if ((central === lower || central === upper) && control.description.quantity !== 'points')
          expect(low, control.path).toBeNull();
        else expect(lower < low! && low! < central && central < high! && high! < upper, `${control.path} ${low} ${high}`).toBe(true);
      }
    }
});

it('spreads are those that are wanted, to three digits, or a Problem (seed 42)', () => {
  const places = Object.values(documents).flatMap((document) => {
    const scenario = scenarioDocument(document, null)!;
    return controlsOf(scenario).map((control) => ({ document, scenario, control }));
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.boolean(),
      ({ document, scenario, control }, below, above, symmetric) => {
        const { central } = valueAt(scenario, control)!;
        const { lower, upper } = control.description.support;
        const room = Math.min(central - lower, upper - central);
        fc.pre(room > 0);
        const reach = Number.isFinite(room) ? room : Math.abs(central) || 1;
        const low = central - below * (symmetric ? reach : Math.min(central - lower, 1e6));
        const high = central + (symmetric ? below * reach : above * Math.min(upper - central, 10 * reach));
        const typed = withSpread(scenario, control, low, high);
        if (!typed.ok) throw new Error(`${control.path} ${JSON.stringify(typed.problem)}`);
        const changed = documentWith(document, null, control, typed.value);
        if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
        const after = valueAt(changed.document, control)!;
        expect(closeTo(after.central, central), control.path).toBe(true);
        expect(Math.abs(after.low! - low)).toBeLessThan(0.0051 * (central - low));
        expect(Math.abs(after.high! - high)).toBeLessThan(0.0051 * (high - central));
      },
    ),
    { seed: 42, numRuns: 1500 },
  );
});

it('keeps the way in which a number was typed', () => {
  const bank = documents['bank-ivr-verification']!;
  const scenario = scenarioDocument(bank, null)!;
  const at = (path: string, central: number): Json => withCentral(scenario, controlAt(scenario, path), central);
  expect(at('contactTypes.accounts.volume', 130_000)).toBe('130k per month ±10%');
  expect(at('contactTypes.accounts.handleTime.phone.mean', 340)).toBe('5m40s ±5%');
  expect(at('contactTypes.accounts.handleTime.phone.cv', 1.1)).toBe(1.1);
  expect(at('agents."account service".shrinkage', 0.3)).toBe('30% ±2.36 points');
  expect(at('staffing.people.attrition', 0.4)).toBe('40% per year');
  expect(at('costs.management.oneFor', 12)).toBe('12 agents');
  expect(at('costs.telephony', 0.02)).toBe('0.02 per minute');
  expect(at('costs.taxes', 2500)).toBe('2500 per month');
  expect(at('contactTypes.accounts.repeat.handleTime', 1.2)).toBe('x1.2');
  expect(at('levers.software.handleTime', 0.92)).toBe('-8%');
  expect(at('agents."account service".wage', 20)).toEqual({
    low: '19.482 per h',
    likely: '20 per h',
    high: '20.518 per h',
    note: '17.60 today and a rise of 3% expected',
  });
  // The value that stands there is left alone, and a default that is wanted stays one.
  expect(at('contactTypes.accounts.volume', 121_000)).toBe('121k per month ±10%');
  expect(at('levers.routing.transferAdds', 90)).toBeNull();
  expect(withCentral(scenario, controlAt(scenario, 'contactTypes.accounts.handleTime.phone.mean'), 341.7, 5)).toBe('5m40s ±5%');
});

it('moves every family by its median', () => {
  const scenario = scenarioDocument(documentOf(familiesText), null)!;
  const at = (path: string, central: number): Json => withCentral(scenario, controlAt(scenario, path), central);
  expect(at('contactTypes.calls.volume', (2 * 20_000) / Math.hypot(1, 0.15))).toEqual({
    lognormal: { mean: '40k', sd: '6000' },
    counted: 'handled',
    note: 'last year',
  });
  expect(at('contactTypes.calls.handleTime.phone.mean', 360)).toEqual({ normal: { mean: '6 min', sd: '24 s' } });
  // Near the end of its support a normal law has a thousandth outside at most.
  expect(at('contactTypes.calls.handleTime.phone.mean', 1.2)).toEqual({ normal: { mean: '1.2 s', sd: '0.0593939393939 s' } });
  expect(at('calendar.events.storm.volume', 1)).toMatchObject({ triangular: {} });
  expect(at('contactTypes.calls.variation.dayToDay', 0.17)).toEqual({ uniform: { low: '10%', high: '24%' } });
  expect(at('contactTypes.calls.repeat.share', 0.3)).toMatchObject({ beta: {} });
  expect(at('contactTypes.calls.repeat.after', 180_000)).toEqual({ observed: ['20 h', '40 h', '60 h', '100 h'] });
  expect(at('contactTypes.calls.patience.phone.mean', 360)).toEqual({ metalog: { '10%': '4 min', '50%': '6 min', '90%': '12 min' } });
  expect(at('contactTypes.calls.firstContactResolution', 0.87)).toEqual({ low: '85%', likely: '87%', high: '89%', measured: 'noRepeat' });
  expect(at('costs.technology', 24_000)).toEqual({
    amount: { low: '20000 per month', likely: '24000 per month', high: '32000 per month', source: 'benchmark' },
    perStarted: '50 seats',
  });
  expect(at('costs.softwareLicences[1]', 24)).toEqual({ value: '24 per contact ±10%', note: 'by the piece' });
  expect(at('costs.telephony', 0.024)).toBe('0.024 per min ±0.004');
});

it('refuses spreads that no distribution has', () => {
  const scenario = scenarioDocument(documents['bank-ivr-verification']!, null)!;
  const offered = controlAt(scenario, 'levers.ivr.verification.offeredTo');
  expect(withSpread(scenario, offered, 0, 0.1)).toMatchObject({ ok: false, problem: { code: 'order', path: offered.path } });
  const success = controlAt(scenario, 'levers.ivr.verification.success');
  expect(withSpread(scenario, success, 0.5, 1.2)).toMatchObject({
    ok: false,
    problem: { code: 'range', path: success.path, params: { got: 1.2 } },
  });
  expect(withSpread(scenario, success, 0.7, 0.8)).toMatchObject({ ok: false, problem: { code: 'order' } });
  expect(withSpread(scenario, success, 0.52, 0.72)).toEqual({ ok: true, value: '62% ±10 points' });
  expect(withSpread(scenario, success, 0.55, 1)).toEqual({ ok: true, value: { low: '55%', likely: '62%', high: '99.6%' } });
  expect(withSpread(scenario, success, 0.62, 0.62)).toEqual({ ok: true, value: '62%' });
});

it('what a slider writes reads back when it is typed', () => {
  for (const document of Object.values(documents)) {
    const scenario = scenarioDocument(document, null)!;
    for (const control of controlsOf(scenario)) {
      const before = valueAt(scenario, control)!;
      const typed = typedValue(scenario, control, before.text);
      if (!typed.ok) throw new Error(`${control.path} ${JSON.stringify(typed.problem)}`);
      const changed = documentWith(document, null, control, typed.value);
      expect(changed.ok && valueAt(changed.document, control), control.path).toEqual(before);
    }
  }
});
