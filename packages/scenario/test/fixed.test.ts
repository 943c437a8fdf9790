import { describe, expect, it } from 'vitest';
import { fix, hasSameParts, isFixed, sizeIfFixed } from '../src/fixed.ts';
import { remembered } from '../src/remembered.ts';
import {
  checkDocument,
  documentWith,
  parseScenario,
  presetText,
  scenarioDocument,
  type Json,
  type ScenarioDocument,
} from '../src/index.ts';

function checked(value: unknown): ScenarioDocument {
  const parsed = checkDocument(value);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.document;
}

function preset(): ScenarioDocument {
  const parsed = parseScenario(presetText('bank-ivr-verification')!);
  if (!parsed.ok) throw new Error();
  return parsed.document;
}

/** A document after an edit, checked as a page checks it. */
function edited(document: ScenarioDocument, variant: string | null, path: string, value: Json): ScenarioDocument {
  const patched = documentWith(document, variant, { path }, value);
  if (!patched.ok) throw new Error(JSON.stringify(patched.problems));
  return checked(patched.document);
}

const [first, second] = (preset()['variants'] as readonly { readonly name: string }[]).map(({ name }) => name) as [string, string];
const partsOf = (document: Json): Record<string, Json> => document as Record<string, Json>;

describe('a fixed value', () => {
  it('is frozen all through, and its size is told', () => {
    const value = fix({ a: [1, { b: 'two' }], c: null });
    expect(sizeIfFixed(value)).toEqual({ values: 6, levels: 3 });
    expect(() => ((value.a[1] as { b: string }).b = 'three')).toThrow(TypeError);
    expect(() => value.a.push(4)).toThrow(TypeError);
    expect(isFixed({ a: 1 })).toBe(false);
    expect(isFixed('text')).toBe(false);
  });

  it('is remembered by which object it is, for as long as it is there', () => {
    let calls = 0;
    const of = remembered((value: Json) => ({ value, call: ++calls }));
    const many = Array.from({ length: 100 }, (_, number) => fix({ number }));
    const answers = many.map((value) => of(value));
    expect(many.map((value) => of(value))).toEqual(answers);
    expect(calls).toBe(100);
    // Another object is another value, whatever its text.
    of(fix({ number: 0 }));
    expect(calls).toBe(101);
  });

  it('has the same parts as another that was made of them', () => {
    const [one, two] = [fix({ a: 1 }), fix([2])];
    expect(hasSameParts({ one, two, name: 'x' }, { one, two, name: 'x' })).toBe(true);
    expect(hasSameParts({ one, two }, { two, one })).toBe(false);
    expect(hasSameParts({ one }, { one, two })).toBe(false);
    expect(hasSameParts({ one }, { one: { a: 1 } })).toBe(false);
  });
});

describe('a checked document', () => {
  it('cannot be changed in place, and leaves what it was made of as it was', () => {
    const given = structuredClone(preset()) as unknown as Record<string, Record<string, Json>>;
    const document = partsOf(checked(given));
    expect(() => ((document['staffing'] as Record<string, Json>)['maxOccupancy'] = '99%')).toThrow(TypeError);
    given['staffing']!['maxOccupancy'] = '91%';
    expect((document['staffing'] as Record<string, Json>)['maxOccupancy']).not.toBe('91%');
  });

  it('has the objects of the one that it was edited from, but on the way to the edit', () => {
    const before = partsOf(preset());
    const after = partsOf(edited(preset(), null, 'staffing.maxOccupancy', '84%'));
    const same = partsOf(edited(before as ScenarioDocument, null, 'staffing.maxOccupancy', '84%'));
    expect(after['staffing']).not.toBe(before['staffing']);
    expect(same).toEqual(after);
    for (const key of Object.keys(before)) expect(same[key] === before[key], key).toBe(key !== 'staffing');
  });

  it('is refused where it nests too deep, of checked parts too', () => {
    let nested: Json = { variants: [] };
    for (let level = 0; level < 25; level++) nested = { under: nested };
    const deep = fix(nested);
    const place = (levels: number): Json => (levels === 0 ? deep : { above: place(levels - 1) });
    const refusal = (value: Json) => {
      const parsed = checkDocument(value);
      return parsed.ok ? [] : parsed.problems.filter(({ params }) => JSON.stringify(params.must).includes('nestAtMost'));
    };
    expect(refusal({ percall: 1, x: place(0) })).toHaveLength(0);
    expect(refusal({ percall: 1, x: place(10) })).toHaveLength(1);
    expect(refusal({ percall: 1, x: structuredClone(place(10)) })).toHaveLength(1);
  });

  it('has scenarios that are the same objects where an edit leaves them as they were', () => {
    const before = preset();
    const ofFirst = edited(before, first, 'levers.ivr.verification.offeredTo', '61%');
    expect(scenarioDocument(ofFirst, null)).toBe(scenarioDocument(before, null));
    expect(scenarioDocument(ofFirst, second)).toBe(scenarioDocument(before, second));
    expect(scenarioDocument(ofFirst, first)).not.toBe(scenarioDocument(before, first));
    const ofBaseline = edited(ofFirst, null, 'staffing.maxOccupancy', '84%');
    for (const variant of [null, first, second]) {
      const scenario = partsOf(scenarioDocument(ofBaseline, variant));
      expect((scenario['staffing'] as Record<string, Json>)['maxOccupancy'], String(variant)).toBe('84%');
      expect(scenario).toEqual(scenarioDocument(structuredClone(ofBaseline), variant));
    }
    // And back again: the last scenario of a variant is not one of its first.
    expect(scenarioDocument(before, second)).toEqual(scenarioDocument(structuredClone(before), second));
  });
});
