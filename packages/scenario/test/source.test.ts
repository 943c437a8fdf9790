import { describe, expect, it } from 'vitest';
import {
  checkDocument,
  claimed,
  controlsOf,
  documentWith,
  parseScenario,
  presetNames,
  presetText,
  valueAt,
  withSource,
} from '../src/index.ts';

describe('where a value comes from', () => {
  it.each(presetNames())('can be said of every number of %s, and taken back', (name) => {
    const parsed = parseScenario(presetText(name)!);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { document } = parsed;
    for (const control of controlsOf(document).filter(({ isPlain, pattern }) => !isPlain && !pattern.startsWith('variants'))) {
      const before = valueAt(document, control)!;
      const said = documentWith(document, null, control, withSource(document, control, 'measured', 'May'));
      if (!said.ok) throw new Error(JSON.stringify(said.problems));
      const checked = checkDocument(said.document);
      if (!checked.ok) throw new Error(`${control.path}: ${JSON.stringify(checked.problems)}`);
      const after = valueAt(checked.document, control)!;
      expect([after.distribution, after.basis], control.path).toEqual([before.distribution, before.basis]);
      expect(after, control.path).toMatchObject({ source: 'measured', note: 'May', given: true });
      const back = withSource(checked.document, control, null, null);
      const unsaid = documentWith(checked.document, null, control, back);
      if (!unsaid.ok) throw new Error(JSON.stringify(unsaid.problems));
      expect(valueAt(unsaid.document, control), control.path).toMatchObject({ distribution: before.distribution, note: null });
    }
  });

  it('is not of a placeholder that somebody has replaced', () => {
    expect(claimed({ value: '345 s', source: 'default', note: 'as cards' })).toBe('345 s');
    expect(claimed({ low: 1, likely: 2, high: 3, source: 'default' })).toEqual({ low: 1, likely: 2, high: 3 });
    expect(claimed({ value: '345 s', source: 'measured', note: 'May' })).toEqual({ value: '345 s', source: 'measured', note: 'May' });
    expect(claimed({ value: '1k', counted: 'handled', source: 'default' })).toEqual({ value: '1k', counted: 'handled' });
    expect(claimed({ amount: { value: '1 per month', source: 'default' }, perStarted: '5 seats' })).toEqual({
      amount: '1 per month',
      perStarted: '5 seats',
    });
    expect(claimed('345 s')).toBe('345 s');
  });
});
