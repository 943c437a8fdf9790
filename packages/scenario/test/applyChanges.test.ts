import { expect, it } from 'vitest';
import { applyChanges, interpret, type ScenarioDocument } from '../src/index.ts';
import { bankDocument } from './documents.ts';

const codes = (document: ScenarioDocument, changes: Parameters<typeof applyChanges>[1]) => {
  const result = applyChanges(document, changes);
  return result.ok ? 'ok' : result.problems.filter(({ severity }) => severity === 'error').map(({ code, path }) => `${code} ${path}`);
};

it('replaces the subtree at a path and validates the whole', () => {
  const changed = applyChanges(bankDocument(), { 'contactTypes.technical.volume': '36k', 'levers.callback.accepts': '35%' });
  expect(changed).toMatchObject({
    ok: true,
    document: { contactTypes: { technical: { volume: '36k' } }, levers: { callback: { accepts: '35%', attempts: 3 } } },
  });
});

it('changes an end of a range', () => {
  const changed = applyChanges(bankDocument(), { 'contactTypes.billing.volume.high': '150k' });
  expect(changed.ok && interpret(changed.document).scenarios[0]!.scenario.contactTypes[0]!.volume.distribution).toEqual({
    family: 'range',
    low: 110_000,
    likely: 120_000,
    high: 150_000,
  });
});

it('refuses ends of plain numbers, crossed ends, overlaps and what does not exist', () => {
  const document = bankDocument();
  expect(codes(document, { 'contactTypes.technical.volume.low': '29k' })).toEqual(['type contactTypes.technical.volume']);
  expect(codes(document, { 'contactTypes.billing.volume.low': '150k' })).toEqual(['order contactTypes.billing.volume']);
  expect(codes(document, { 'levers.ivr': {}, 'levers.ivr.time': '3 s' })).toEqual(['overlap levers.ivr.time']);
  expect(codes(document, { 'levers.ivr.tiem': '3 s' })).toEqual(['unknownKey levers.ivr.tiem']);
  expect(codes(document, { 'contactTypes.billing': null })).toContain('reference agents.frontline.skills[0]');
  expect(codes(document, { 'costs.management': null })).toBe('ok');
  expect(codes(document, { seed: 'other' })).toEqual(['structure seed']);
});

it('paths that only share letters do not overlap', () => {
  expect(codes(bankDocument(), { 'levers.ivr.time': '3 s', 'levers.ivr.hangUps': '1%' })).toBe('ok');
  expect(codes(bankDocument(), { 'costs.technology': '1 per month', 'costs.tech': 1 })).toEqual(['unknownKey costs.tech']);
});
