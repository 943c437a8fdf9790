import { controlsOf, documentWith, presetNames, scenarioDocument, typedValue, valueAt, type Json } from '@percall/scenario';
import { expect, it } from 'vitest';
import { spellings } from '../src/controls/spelling.ts';
import { preset } from './documents.ts';

const { shown, typed } = spellings.ar;
const plain = (text: string): string => text.replaceAll('\u200e', '');

it.each([
  ['318 s ±5%', '318 ث ±5%'],
  ['5m40s', '5 د 40 ث'],
  ['121k ±10%', '121 ألف ±10%'],
  ['121k per month ±10%', '121 ألف شهريًا ±10%'],
  ['28k/week', '28 ألف أسبوعيًا'],
  ['110 per seat per month', '110 لكل مقعد شهريًا'],
  ['18.13 per h ±0.47', '18.13 لكل ساعة ±0.47'],
  ['33% ±2.6 points', '33% ±2.6 نقطة'],
  ['35% per year', '35% سنويًا'],
  ['-8%', '-8%'],
  ['x1.1', '×1.1'],
])('%s is shown as %s', (text, arabic) => {
  expect(plain(shown(text))).toBe(arabic);
});

it('a sign stays before its number, whichever way the line runs', () => {
  expect(shown('33% ±2.6 points')).toBe('33% \u200e±2.6 نقطة');
  expect(shown('-8%')).toBe('\u200e-8%');
});

it.each([
  ['٥ دقائق و٤٠ ثانية', '٥ min ٤٠ s'],
  ['٣٤٥ ثانية', '٣٤٥ s'],
  ['110 آلاف', '110 k'],
  ['0.02 لكل دقيقة', '0.02 per minute'],
  ['٢٨ ألف أسبوعيًا', '٢٨ k per week'],
  ['١٢ ألفًا شهريّا', '١٢ k per month'],
  ['12 ألفاً', '12 k'],
  ['15 وكيلًا', '15 agents'],
  ['10 ثوانٍ', '10 s'],
  // The riyal's sign is no hour, the dirham's no minute.
  ['18 ر.س لكل ساعة', '18 SAR per h'],
  ['ر.س. 18/ساعة', 'SAR 18/ h'],
  ['18 د.إ في الساعة', '18 AED per h'],
  ['18 س', '18 h'],
  ['18 م.س', '18 م.س'],
  ['5m40s', '5m40s'],
  ['٣٤٥ s', '٣٤٥ s'],
])('%s is written as %s', (arabic, text) => {
  expect(typed(arabic)).toBe(text);
});

it.each(presetNames())('all of %s is shown in Arabic, and reads the same when it is typed so', (name) => {
  const scenario = scenarioDocument(preset(name), null)!;
  for (const control of controlsOf(scenario)) {
    const before = valueAt(scenario, control)!;
    const text = shown(before.text);
    expect(text, control.path).not.toMatch(/[A-Za-z]/);
    const value = typedValue(scenario, control, typed(text));
    const written: Json = value.ok ? value.value : null;
    const changed = documentWith(scenario, null, control, written);
    const after = value.ok && changed.ok ? valueAt(changed.document, control)! : null;
    expect({ ...after, text: '', given: true, source: '' }, `${control.path}: ${text}`).toEqual({
      ...before,
      text: '',
      given: true,
      source: '',
    });
  }
});
