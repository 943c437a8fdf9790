import { describe, expect, it } from 'vitest';
import {
  checkDocument,
  documentStatedOver,
  interpret,
  parseScenario,
  presetNames,
  presetText,
  readMoney,
  type Json,
  type Period,
  type ScenarioDocument,
} from '../src/index.ts';
import { least } from './documents.ts';

const periods: readonly Period[] = ['week', 'month', 'quarter', 'year'];

function checked(value: unknown): ScenarioDocument {
  const parsed = checkDocument(value);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.document;
}

function statedOver(document: ScenarioDocument, period: Period): ScenarioDocument {
  const patched = documentStatedOver(document, period);
  if (!patched.ok) throw new Error(JSON.stringify(patched.problems));
  return checked(patched.document);
}

/** Volumes a day of every scenario, to twelve digits: what a change of the period must leave alone. */
function volumesADay(document: ScenarioDocument): unknown {
  const days: Readonly<Record<Period, number>> = { week: 7, month: 30.4375, quarter: 91.3125, year: 365.25 };
  const daily = (value: unknown, period: Period): unknown => {
    if (typeof value === 'number') return Number((value / days[period]).toPrecision(12));
    if (Array.isArray(value)) return value.map((each) => daily(each, period));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, key === 'p' ? each : daily(each, period)]));
  };
  return interpret(document).scenarios.map(({ scenario }) =>
    scenario.contactTypes.map(({ name, volume }) => [name, daily(volume.distribution, scenario.period)]),
  );
}

const withVolume = (volume: Json, changes: Readonly<Record<string, Json>> = {}): ScenarioDocument => {
  const parsed = parseScenario(least);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return checked({
    ...parsed.document,
    contactTypes: { calls: { volume, handleTime: { phone: '5 min' } } },
    variants: [{ name: 'Other', changes }],
  });
};

describe('a document stated over another period', () => {
  const spellings: readonly (readonly [Json, Readonly<Record<string, Json>>])[] = [
    [12000, {}],
    ['12k ±8%', { 'contactTypes.calls.volume': '10k ±1k' }],
    ['12k per week ±8%', { 'contactTypes.calls.volume': 40000 }],
    [{ low: 9000, likely: '10k', high: 12000, source: 'measured', note: 'per branch' }, { 'contactTypes.calls.volume.low': 8000 }],
    [{ value: { lognormal: { mean: 12000, sd: 900 } }, counted: 'needs' }, { 'contactTypes.calls.volume.value.lognormal.mean': '13k' }],
    [{ observed: [9000, 10000, '11k'] }, { 'contactTypes.calls': { volume: '9k', handleTime: { phone: '5 min' } } }],
    [{ metalog: { '10%': 9000, '50%': 10000, '90%': 12000 } }, {}],
  ];
  it.each(spellings)('has the same volumes: %j, %j', (volume, changes) => {
    const document = withVolume(volume, changes);
    for (const period of periods) {
      const other = statedOver(document, period);
      expect(interpret(other).scenarios[0]!.scenario.period).toBe(period);
      expect(volumesADay(other)).toEqual(volumesADay(document));
      expect(volumesADay(statedOver(other, 'month'))).toEqual(volumesADay(document));
    }
  });

  it('is untouched but for its period where every volume names one: all presets', () => {
    for (const name of presetNames()) {
      const parsed = parseScenario(presetText(name)!);
      if (!parsed.ok) throw new Error(name);
      expect(statedOver(parsed.document, 'year')).toEqual({ ...parsed.document, period: 'year' });
    }
  });

  it('twin: the period alone moves volumes that name none', () => {
    const document = withVolume(12000);
    expect(volumesADay(checked({ ...document, period: 'week' }))).not.toEqual(volumesADay(document));
  });
});

describe('money as people type it', () => {
  it.each([
    ['7', 7],
    ['7.16 USD', 7.16],
    ['USD 7.16', 7.16],
    ['٧', 7],
    ['0', 0],
    ['1.2k', 1200],
  ])('%s', (text, value) => expect(readMoney('budget', text, 'USD')).toEqual({ ok: true, value }));

  it.each(['', 'seven', '7 EUR', '-7', '7 per call', '7,16,2'])('refuses %j and says where', (text) => {
    const read = readMoney('budget', text, 'USD');
    expect(read.ok ? null : read.problem.path).toBe('budget');
  });
});
