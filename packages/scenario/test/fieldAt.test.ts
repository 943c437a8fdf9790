import { expect, it } from 'vitest';
import { controlsOf, fieldAt, fieldWords } from '../src/index.ts';
import { documents } from './controlDocuments.ts';

it.each([
  ['headline', 'headline', []],
  ['contactTypes."billing calls".volume', 'contactTypes.*.volume', ['billing calls']],
  ['contactTypes.billing.volume.low', 'contactTypes.*.volume', ['billing']],
  ['costs.softwareLicences[1].amount', 'costs.softwareLicences', []],
  ['targets.serviceLevel.within', 'targets.serviceLevel.within', []],
  ['targets.serviceLevel.phone.within', 'targets.serviceLevel.phone.within', []],
  ['variants.Better.name', 'variants[].name', ['Better']],
  ['variants[2].name', 'variants[].name', []],
  ['variants.Better.changes."levers.ivr.time"', 'levers.ivr.time', ['Better']],
  ['variants.Better.changes.nonsense', 'variants[].changes', ['Better']],
  ['variants.Better.agents.team.wage', 'agents.*.wage', ['Better', 'team']],
  ['levers.ivr.nonsense', 'levers.ivr', []],
] as const)('%s leads to %s', (path, pattern, names) => {
  expect(fieldAt(path)).toEqual({ pattern, names });
  expect(fieldWords().get(pattern)?.label).toBeTruthy();
});

it('of the whole document, and of no path, there is no field', () => {
  for (const path of ['', 'nonsense', 'a..b']) expect(fieldAt(path)).toBeNull();
});

it('agrees with the controls of every document', () => {
  for (const document of Object.values(documents))
    for (const { path, pattern } of controlsOf(document)) expect(fieldAt(path)?.pattern, path).toBe(pattern);
});
