import { applyChanges, parseScenario, presetText } from '@percall/scenario';
import { expect, it } from 'vitest';
import { compileStudy, replicate } from '../../src/index.ts';

/** The bank, whose queue opens beyond a piece of its way where patience is long against an interval: that piece is passed over. */
it.each(['2 h', '3 h', '3 days'])('a patience of %s ends in finite totals, whatever an interval opens with', (patience) => {
  const parsed = parseScenario(presetText('bank-ivr-verification')!);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const patient = applyChanges(parsed.document, { 'contactTypes.accounts.patience.phone.mean': patience });
  if (!patient.ok) throw new Error(JSON.stringify(patient.problems));
  const compiled = compileStudy(patient.document);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const { totals } = replicate(compiled.study, 0, 40);
  expect(totals[0]!.every(Number.isFinite)).toBe(true);
});
