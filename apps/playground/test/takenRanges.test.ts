import { controlsOf, scenarioDocument, setAt, valueAt, withSource, type Control, type Json } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { TakenRanges } from '../src/state/takenRanges.ts';
import { preset } from './documents.ts';

const path = ['agents', 'card service', 'wage'];
const bank = scenarioDocument(preset('bank-ivr-verification'), null)!;

function put(scenario: Json, value: Json): Json {
  const patched = setAt(scenario, path, value);
  if (!patched.ok) throw new Error(JSON.stringify(patched.problems));
  return patched.document;
}
const wage = controlsOf(bank).find(({ path }) => path === 'agents."card service".wage') as Control;
/** Locks what stands there, does something to it, and unlocks it. */
function unlocked(typed: Json, between: (locked: Json) => Json = (locked) => locked): Json {
  const ranges = new TakenRanges();
  const scenario = put(bank, typed);
  const locked = put(scenario, ranges.withCertainty('wage', scenario, wage, true));
  expect(valueAt(locked, wage)!.low).toBeNull();
  return ranges.withCertainty('wage', between(locked), wage, false);
}

describe('the padlock', () => {
  it.each<Json>([
    '18.40 per h ±3%',
    { low: '18 per h', likely: '18.40 per h', high: '20 per h' },
    { normal: { mean: '18.40 per h', sd: '0.5 per h' }, source: 'measured', note: 'of the payroll' },
  ])('gives back %j, which it took', (typed) => {
    expect(unlocked(typed)).toEqual(typed);
  });

  it('gives it back around the centre of now, with the source and the note of now', () => {
    expect(unlocked('20 per h ±3%', (locked) => put(locked, '30 per h'))).toBe('30 per h ±3%');
    expect(unlocked('20 per h ±3%', (locked) => put(locked, withSource(locked, wage, 'measured', 'asked')))).toEqual({
      value: '20 per h ±3%',
      source: 'measured',
      note: 'asked',
    });
  });

  it('gives a usual range where it took none', () => {
    expect(unlocked('20 per h')).toBe('20 per h ±10%');
    expect(new TakenRanges().withCertainty('wage', put(bank, '20 per h'), wage, false)).toBe('20 per h ±10%');
  });
});
