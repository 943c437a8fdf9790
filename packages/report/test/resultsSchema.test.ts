import { describe, expect, it } from 'vitest';
import { resultsSchema } from '../src/resultsSchema.ts';
import { results } from './madeUpResults.ts';
import { violations } from './violations.ts';

const run = {
  schemaVersion: 1,
  engineVersion: '0.1.0',
  currency: 'USD',
  period: 'month',
  seed: 'made-up',
  replications: 4096,
  floor: 'erlang',
  inputsHash: 'abc',
  document: { percall: 1 },
  results,
  reference: { industryAverage: 7.16 },
  warnings: [{ code: 'unused', path: 'a', params: { must: { rule: 'present' }, got: 1 }, severity: 'warning' }],
};

describe('the schema of results', () => {
  it('takes a run', () => {
    expect(violations(resultsSchema, JSON.parse(JSON.stringify(run)))).toEqual([]);
  });

  it.each([
    ['a missing key', { ...run, seed: undefined }],
    ['a key too many', { ...run, host: 'here' }],
    ['a later version', { ...run, schemaVersion: 2 }],
    ['too few replications', { ...run, replications: 60 }],
    ['a KPI without a unit', { ...run, results: { scenarios: [{ ...results.scenarios[0], kpis: { x: { mean: null } } }] } }],
    ['an estimate in words', { ...run, results: { scenarios: [{ ...results.scenarios[0], holds: 'often' }] } }],
  ])('refuses %s', (_, wrong) => {
    expect(violations(resultsSchema, JSON.parse(JSON.stringify(wrong)))).not.toEqual([]);
  });
});
