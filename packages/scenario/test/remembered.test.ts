import { describe, expect, it } from 'vitest';
import { remembered } from '../src/remembered.ts';
import { checkDocument, interpret, parseScenario, presetText, type Json, type ScenarioDocument } from '../src/index.ts';

describe('a function that remembers', () => {
  const counted = () => {
    let calls = 0;
    const of = remembered((document) => {
      calls++;
      return { said: document };
    });
    return { of, calls: () => calls };
  };

  it('answers equal documents once, whatever object they are', () => {
    const { of, calls } = counted();
    expect(of({ a: 1 })).toBe(of({ a: 1 }));
    expect(calls()).toBe(1);
    // The order of keys is the order of contact types: another document.
    expect(of({ a: 1, b: 2 })).not.toBe(of({ b: 2, a: 1 }));
    expect(calls()).toBe(3);
  });

  it('forgets the longest unasked for: memory is bounded', () => {
    const { of, calls } = counted();
    const first = of({ number: 0 });
    for (let number = 1; number < 100; number++) {
      of({ number });
      expect(of({ number: 0 })).toBe(first);
    }
    expect(calls()).toBe(100);
    of({ number: 99 });
    of({ number: 1 });
    expect(calls()).toBe(101);
  });
});

it('a document changed in place after it was checked is checked as it is now', () => {
  const parsed = parseScenario(presetText('bank-ivr-verification')!);
  if (!parsed.ok) throw new Error();
  const document = structuredClone(parsed.document) as unknown as Record<string, Record<string, Json>>;
  expect(checkDocument(document).ok).toBe(true);
  document['staffing']!['maxOccupancy'] = '90%';
  const { scenarios } = interpret(document as unknown as ScenarioDocument);
  expect(scenarios[0]!.scenario.staffing.maxOccupancy.distribution).toEqual({ family: 'certain', value: 0.9 });
  document['staffing']!['maxOccupancy'] = '900%';
  expect(checkDocument(document).ok).toBe(false);
});

it('what is wrong in a part is said again, at its place, after an edit of another part', () => {
  const parsed = parseScenario(presetText('bank-ivr-verification')!);
  if (!parsed.ok) throw new Error();
  const wrong = structuredClone(parsed.document) as unknown as Record<string, Record<string, Json>>;
  wrong['staffing'] = { ...wrong['staffing'], maxOccupancy: '900%', shrinkag: '30%' };
  wrong['levers'] = { ...wrong['levers'], callbacks: { offeredTo: 'most' } };
  const first = checkDocument(wrong);
  const again = checkDocument({ ...wrong, name: 'Another name' });
  if (first.ok || again.ok) throw new Error('what is wrong was not said, or not again');
  expect(first.problems.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['staffing.maxOccupancy', 'staffing.shrinkag', 'levers.callbacks']),
  );
  expect(again.problems).toEqual(first.problems);
});
