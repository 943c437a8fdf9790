import { applyChanges, checkDocument, type Json, type ScenarioDocument } from '@percall/scenario';
import { compileStudy, type Study } from '../../src/index.ts';

/** One phone line, one team, five equal days, everything certain: the plainest centre a test can start from. */
const plain = {
  percall: 1,
  name: 'A plain line',
  currency: 'USD',
  period: 'week',
  horizon: { start: '2026-01-05', weeks: 1 },
  calendar: { interval: '30 min', open: { 'mon-fri': '08:00-18:00' }, dayShape: 'flat' },
  contactTypes: {
    service: {
      volume: '60k',
      channels: { phone: '100%' },
      variation: { dayToDay: '0%', withinDay: '0%' },
      handleTime: { phone: { mean: '300 s', cv: 1 } },
      patience: { phone: { mean: '180 s', balk: '0%' } },
      firstContactResolution: { value: '75%', measured: 'surveyed' },
      repeat: { share: '0%', after: '1 day', handleTime: 'x1' },
      redial: { share: '0%', after: '10 min' },
    },
  },
  agents: { team: { skills: ['service'], wage: '20 per h', onCost: '25%', shrinkage: '30%' } },
  staffing: { forecastError: '0%', scheduleEfficiency: '90%', maxOccupancy: '100%' },
  targets: { serviceLevel: { atLeast: '80%', within: '20 s' } },
  replications: 64,
  seed: 'plain',
} as const satisfies Json;

/** The plain line with some paths changed (keys as in a variant's `changes`) and top-level keys replaced. Throws on any Problem. */
export function documentWith(
  changes: Readonly<Record<string, Json>> = {},
  topLevel: Readonly<Record<string, Json>> = {},
): ScenarioDocument {
  const checked = checkDocument({ ...plain, ...topLevel });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems, null, 1));
  const changed = applyChanges(checked.document, changes);
  if (!changed.ok) throw new Error(JSON.stringify(changed.problems, null, 1));
  const again = checkDocument(changed.document);
  if (!again.ok) throw new Error(JSON.stringify(again.problems, null, 1));
  return again.document;
}

export function studyOf(document: ScenarioDocument): Study {
  const compiled = compileStudy(document);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems, null, 1));
  return compiled.study;
}
