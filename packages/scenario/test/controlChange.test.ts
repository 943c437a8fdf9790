import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  checkDocument,
  controlsOf,
  documentWith,
  documentWithout,
  getAt,
  isChanged,
  scenarioDocument,
  sliderOf,
  valueAt,
  withCentral,
  type Json,
} from '../src/index.ts';
import { controlAt, documentOf, documents, variantsOf } from './controlDocuments.ts';
import { least } from './documents.ts';

const withVariant = (changes: string, base = least): Json => documentOf(`${base}variants: [{ name: other, changes: ${changes} }]\n`);

/** The changes of the variant after an edit, which leaves a valid document. */
function changesAfter(document: Json, path: string, value: Json): Json | undefined {
  const changed = documentWith(document, 'other', controlAt(scenarioDocument(document, 'other'), path), value);
  if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
  const checked = checkDocument(changed.document);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return getAt(changed.document, ['variants', 0, 'changes']);
}

it('writes a change, replaces it, and takes it back where it says what the baseline says', () => {
  const plain = withVariant('{}');
  expect(changesAfter(plain, 'contactTypes.calls.volume', '25k')).toEqual({ 'contactTypes.calls.volume': '25k' });
  const changed = withVariant('{ contactTypes.calls.volume: 25k, levers.ivr.hangUps: 3% }');
  expect(changesAfter(changed, 'contactTypes.calls.volume', '26k')).toEqual({
    'contactTypes.calls.volume': '26k',
    'levers.ivr.hangUps': '3%',
  });
  expect(changesAfter(changed, 'contactTypes.calls.volume', '20,000')).toEqual({ 'levers.ivr.hangUps': '3%' });
  expect(changesAfter(changed, 'contactTypes.calls.volume', '20k ±5%')).toMatchObject({ 'contactTypes.calls.volume': '20k ±5%' });
  // The default, typed or left out, is what the baseline says by silence.
  expect(changesAfter(changed, 'levers.ivr.hangUps', '0%')).toEqual({ 'contactTypes.calls.volume': '25k' });
  expect(changesAfter(changed, 'levers.ivr.hangUps', null)).toEqual({ 'contactTypes.calls.volume': '25k' });
  // A source of its own is a change; so is a basis.
  expect(changesAfter(plain, 'contactTypes.calls.volume', { value: '20k', source: 'measured' })).toEqual({
    'contactTypes.calls.volume': { value: '20k', source: 'measured' },
  });
  expect(changesAfter(plain, 'costs.technology', '0 per year')).toEqual({});
  expect(changesAfter(plain, 'costs.technology', '5 per year')).toEqual({ 'costs.technology': '5 per year' });
});

it('edits inside a change above, and replaces those below', () => {
  const mean = 'contactTypes.calls.handleTime.phone.mean';
  expect(changesAfter(withVariant('{ contactTypes.calls.handleTime: { phone: { mean: 6 min, cv: 0.9 } } }'), mean, '7 min')).toEqual({
    'contactTypes.calls.handleTime': { phone: { mean: '7 min', cv: 0.9 } },
  });
  expect(
    changesAfter(withVariant('{ contactTypes.calls.handleTime: { phone: 6 min } }'), 'contactTypes.calls.handleTime.phone.cv', 0.8),
  ).toEqual({
    'contactTypes.calls.handleTime': { phone: { mean: '6 min', cv: 0.8 } },
  });
  // Back to the baseline in all that it changes.
  expect(changesAfter(withVariant('{ contactTypes.calls.handleTime.phone: { mean: 6 min } }'), mean, '5 min')).toEqual({
    'contactTypes.calls.handleTime.phone': { mean: '5 min' },
  });
  const long = least.replace('phone: 5 min', 'phone: { mean: 5 min }');
  expect(changesAfter(withVariant('{ contactTypes.calls.handleTime.phone: { mean: 6 min } }', long), mean, '300 s')).toEqual({});
  const ranged = least.replace('volume: 20k', 'volume: { low: 18k, likely: 20k, high: 23k }');
  expect(changesAfter(withVariant('{ contactTypes.calls.volume.high: 30k }', ranged), 'contactTypes.calls.volume', '22k')).toEqual({
    'contactTypes.calls.volume': '22k',
  });
  expect(
    changesAfter(withVariant('{ contactTypes.calls.volume.high: 30k }', ranged), 'contactTypes.calls.volume', {
      low: '18k',
      likely: '20k',
      high: '23k',
    }),
  ).toEqual({});
  expect(changesAfter(withVariant('{ levers.ivr: null }', `${least}levers: { ivr: { time: 30 s } }\n`), 'levers.ivr.time', '20 s')).toEqual(
    {
      'levers.ivr': { time: '20 s' },
    },
  );
});

it('sees through other spellings of a path', () => {
  const events = least.replace('18:00" } }', '18:00" }, events: [{ name: storm, days: 2026-01-07, volume: x2 }] }');
  expect(changesAfter(withVariant('{ "calendar.events[0].volume": x3 }', events), 'calendar.events.storm.volume', 'x4')).toEqual({
    'calendar.events[0].volume': 'x4',
  });
  expect(changesAfter(withVariant('{ "\\"levers\\".ivr.hangUps": 3% }'), 'levers.ivr.hangUps', '4%')).toEqual({
    '"levers".ivr.hangUps': '4%',
  });
});

it('writes out channels that are left out: then all come by phone', () => {
  const control = controlAt(withVariant('{}'), 'contactTypes.calls.channels.chat');
  const changed = documentWith(withVariant('{}'), 'other', control, '10%');
  expect(changed.ok && getAt(changed.document, ['variants', 0, 'changes'])).toMatchObject({
    'contactTypes.calls.channels': { phone: '100%', chat: '10%' },
  });
});

it('edits the baseline in place', () => {
  const document = withVariant('{}');
  const changed = documentWith(document, null, controlAt(document, 'contactTypes.calls.handleTime.phone.cv'), 0.7);
  expect(changed.ok && getAt(changed.document, ['contactTypes', 'calls', 'handleTime'])).toEqual({ phone: { mean: '5 min', cv: 0.7 } });
  const removed = documentWith(document, null, controlAt(document, 'levers.ivr.hangUps'), null);
  expect(removed).toMatchObject({ ok: true });
  expect(documentWith(document, 'nobody', controlAt(document, 'levers.ivr.hangUps'), '1%')).toMatchObject({
    ok: false,
    problems: [{ code: 'reference', path: 'variants.nobody', params: { must: { names: ['other'] } } }],
  });
});

it('what all scenarios share is written in the document, whichever is selected, and the cost of a variant beside its changes', () => {
  const document = documents['bank-ivr-verification']!;
  const written = (path: string, value: Json): Json => {
    const changed = documentWith(document, 'IVR verification', { path }, value);
    if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
    expect(checkDocument(changed.document).ok).toBe(true);
    expect(getAt(changed.document, ['variants', 'IVR verification', 'changes'])).toEqual(
      getAt(document, ['variants', 'IVR verification', 'changes']),
    );
    return changed.document;
  };
  expect(getAt(written('headline', 'resolved'), ['headline'])).toBe('resolved');
  const rule = 'answered / answered';
  expect(getAt(written('targets.serviceLevel.rule', rule), ['targets', 'serviceLevel', 'rule'])).toBe(rule);
  const control = controlAt(document, 'variants."IVR verification".oneOff');
  expect(control).toMatchObject({ section: 'costs', subject: 'IVR verification', within: [] });
  const priced = written(control.path, '60000');
  expect(valueAt(priced, control)).toMatchObject({ central: 60_000, given: true });
  const without = documentWithout(priced, 'IVR verification', control);
  expect(without.ok && valueAt(without.document, control)).toMatchObject({ central: 0, given: false });
});

it('a slider that comes back to the baseline leaves no change, also after a rest on the way (seed 62)', () => {
  const places = Object.entries(documents).flatMap(([name, document]) => {
    const variant = [...variantsOf(document)].reverse().find((candidate) => candidate !== null);
    return variant === undefined
      ? []
      : controlsOf(scenarioDocument(document, null)).map((control) => ({ name, document, variant: variant, control }));
  });
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.integer({ min: 5, max: 95 }), ({ document, variant, control }, percent) => {
      const before = valueAt(document, control)!;
      const start = documentWithout(document, variant, control);
      if (!start.ok) throw new Error(JSON.stringify(start.problems));
      const { from, to, step } = sliderOf(control, before.central);
      const movedTo = (at: Json, central: number): Json => {
        const changed = documentWith(at, variant, control, withCentral(scenarioDocument(at, variant), control, central));
        if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
        return changed.document;
      };
      const there = movedTo(start.document, from + step * Math.round((percent / 100) * ((to - from) / step)));
      const back = movedTo(there, before.central);
      // Families that cannot follow become ranges on the way, and a spread that met the end of its support is not as wide as it was.
      if (/^levers\.ivr\.containment\.calls$|balk$/.test(control.path)) return;
      const { family } = before.distribution;
      if (
        ['certain', 'range', 'normal', 'lognormal', 'uniform', 'triangular', 'pert'].includes(family) &&
        valueAt(scenarioDocument(there, variant), control)!.distribution.family === family
      )
        expect(back, control.path).toEqual(start.document);
    }),
    { seed: 62, numRuns: 800 },
  );
});

it('a control that is moved is changed, and one that is put back is not (seed 61)', () => {
  const places = Object.values(documents).flatMap((document) =>
    variantsOf(document)
      .filter((variant) => variant !== null)
      .flatMap((variant) => controlsOf(scenarioDocument(document, null)).map((control) => ({ document, variant, control }))),
  );
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.nat({ max: 100 }), ({ document, variant, control }, percent) => {
      const baseline = scenarioDocument(document, null)!;
      const scenario = scenarioDocument(document, variant)!;
      const before = valueAt(baseline, control)!;
      const { from, to, step } = sliderOf(control, before.central);
      const wanted = from + step * Math.round((percent / 100) * ((to - from) / step));
      const moved = documentWith(document, variant, control, withCentral(scenario, control, wanted));
      if (!moved.ok) throw new Error(JSON.stringify(moved.problems));
      const after = valueAt(scenarioDocument(moved.document, variant), control)!;
      if (Math.abs(after.central - before.central) > 1e-6 * Math.abs(before.central))
        expect(isChanged(moved.document, variant, control)).toBe(true);
      const back = documentWithout(moved.document, variant, control);
      if (!back.ok) throw new Error(JSON.stringify(back.problems));
      expect(isChanged(back.document, variant, control)).toBe(false);
      expect(valueAt(scenarioDocument(back.document, variant), control)).toEqual(before);
      // Nothing else is touched.
      for (const other of controlsOf(scenario).filter(({ path }) => path !== control.path))
        expect(valueAt(scenarioDocument(back.document, variant), other), other.path).toEqual(valueAt(scenario, other));
    }),
    { seed: 61, numRuns: 60 },
  );
});
