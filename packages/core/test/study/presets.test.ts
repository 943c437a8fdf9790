import { readFileSync } from 'node:fs';
import { parseScenario, presetNames, presetText } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { compileStudy, replicate, summarise, type Results } from '../../src/index.ts';

const known = new Map<string, Results>();

/** A preset as it ships, run whole with few replications, once. */
function resultsOf(name: string): Results {
  const results = known.get(name) ?? run(name);
  known.set(name, results);
  return results;
}

function run(name: string): Results {
  const parsed = parseScenario(presetText(name)!);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  expect(parsed.warnings).toEqual([]);
  const compiled = compileStudy(parsed.document);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  expect(compiled.warnings).toEqual([]);
  return summarise(compiled.study, [replicate(compiled.study, 0, 64)]);
}

describe('every preset runs whole, without a Problem or a warning', () => {
  it.each(presetNames())('%s', (name) => {
    const { scenarios } = resultsOf(name);
    expect(scenarios.length).toBeGreaterThan(1);
    for (const { kpis, ledger } of scenarios) {
      // Typed volumes are in the hundreds of thousands a month: a cost per contact between 1 and 40 is a centre, anything else a slip of units.
      expect(kpis['cpc.handled']!.mean!.value).toBeGreaterThan(1);
      expect(kpis['cpc.handled']!.mean!.value).toBeLessThan(40);
      expect(ledger.length).toBeGreaterThan(10);
    }
    // The baseline is planned to target, with rarer misses than hits.
    expect(scenarios[0]!.kpis['serviceLevel.phone']!.mean!.value).toBeGreaterThan(0.8);
  });
});

/** What each planner's question comes to, as a direction that the field agrees on; the size is the engine's. */
describe('what the presets say', () => {
  const kpi = (results: Results, scenario: number, id: string): number => results.scenarios[scenario]!.kpis[id]!.mean!.value;

  it('telecom peak: a locked roster under 30% more calls that take 6% longer does not hold its service level', () => {
    const results = resultsOf('telecom-peak');
    const locked = results.scenarios.findIndex(({ response }) => response === 'locked');
    expect(kpi(results, locked, 'serviceLevel.phone')).toBeLessThan(0.5);
    expect(kpi(results, locked, 'paidHours')).toBeLessThan(1.02 * kpi(results, 0, 'paidHours'));
    // Low cost through bad service: fewer handled for the same pay.
    expect(kpi(results, locked, 'abandonment.phone')).toBeGreaterThan(3 * kpi(results, 0, 'abandonment.phone'));
  });

  it('bank: verification saves a few percent, not the headline of whoever sells it', () => {
    const results = resultsOf('bank-ivr-verification');
    const change = kpi(results, 1, 'cpc.handled') / kpi(results, 0, 'cpc.handled') - 1;
    expect(change).toBeLessThan(-0.01);
    expect(change).toBeGreaterThan(-0.08);
  });

  it('airline: a storm of three days under a locked roster loses contacts, and holds in almost no world', () => {
    const results = resultsOf('airline-disruption');
    const locked = results.scenarios.findIndex(({ response }) => response === 'locked');
    expect(kpi(results, locked, 'abandonment.phone')).toBeGreaterThan(0.1);
    expect(results.scenarios[locked]!.holds!.value).toBeLessThan(0.1);
  });
});

it('the example of the README runs as it stands', () => {
  const text = readFileSync(new URL('../../../../examples/bank-2003.yaml', import.meta.url), 'utf8');
  const parsed = parseScenario(text);
  expect(parsed.ok && compileStudy(parsed.document).ok).toBe(true);
});
