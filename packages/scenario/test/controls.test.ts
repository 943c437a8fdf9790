import { expect, it } from 'vitest';
import { controlsOf, parseScenario, presetText, scenarioDocument, typedValue, valueAt } from '../src/index.ts';

it('a document becomes controls, and a typed value becomes a change', () => {
  const parsed = parseScenario(presetText('bank-ivr-verification')!);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const controls = controlsOf(parsed.document);
  const control = controls.find(({ path }) => path === 'levers.ivr.verification.offeredTo')!;
  expect(control).toMatchObject({ pattern: 'levers.ivr.verification.offeredTo', section: 'levers', subject: null });
  const variant = scenarioDocument(parsed.document, 'IVR verification')!;
  expect(valueAt(variant, control)).toMatchObject({ text: '68%', central: 0.68, low: null, given: true });
  expect(typedValue(variant, control, '٧٠٪')).toEqual({ ok: true, value: '٧٠٪' });
});
