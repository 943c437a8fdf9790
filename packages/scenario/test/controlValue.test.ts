import { describe, expect, it } from 'vitest';
import { scenarioDocument, setAt, typedValue, valueAt, type Json } from '../src/index.ts';
import { betaQuantile } from '../src/controls/betaQuantile.ts';
import { quantilesOf } from '../src/controls/quantiles.ts';
import { controlAt, documents } from './controlDocuments.ts';

const bank = scenarioDocument(documents['bank-ivr-verification']!, null)!;
const families = scenarioDocument(documents['families']!, null)!;
const real = scenarioDocument(documents['bank-2003']!, null)!;

const textAt = (scenario: Json, path: string): string => valueAt(scenario, controlAt(scenario, path))!.text;

it('shows what was typed, ranges with ± where that says the same, and else the centre', () => {
  expect(textAt(bank, 'contactTypes.accounts.volume')).toBe('121k per month ±10%');
  expect(textAt(bank, 'contactTypes.accounts.handleTime.phone.cv')).toBe('0.9');
  expect(textAt(bank, 'agents."account service".wage')).toBe('18.13 per h ±0.47');
  expect(textAt(real, 'contactTypes.service.firstContactResolution')).toBe('74% ±4 points');
  expect(textAt(real, 'contactTypes.service.variation.dayToDay')).toBe('4.2%');
  expect(textAt(real, 'contactTypes.service.volume')).toBe('681380 per month');
  expect(textAt(families, 'contactTypes.calls.handleTime.phone.mean')).toBe('5 min');
  expect(textAt(families, 'contactTypes.calls.volume')).toBe('19780');
  expect(textAt(families, 'costs.technology')).toBe('12000 per month');
});

it('gives P10, median and P90, where it comes from, and what it is charged on', () => {
  const volume = valueAt(real, controlAt(real, 'contactTypes.service.volume'))!;
  expect(volume).toMatchObject({ low: 640_000, central: 681_380, high: 725_000, source: 'measured', given: true });
  expect(volume.note).toMatch(/^Calls handled/);
  expect(valueAt(real, controlAt(real, 'costs.hiring'))).toMatchObject({ source: 'illustrative', basis: { on: 'hire' }, low: 7000 });
  expect(valueAt(families, controlAt(families, 'costs.technology'))).toMatchObject({
    source: 'benchmark',
    basis: { on: 'period', per: 'month' },
    central: 12_000,
  });
  expect(valueAt(families, controlAt(families, 'levers.callback.reached'))).toMatchObject({ source: 'default', given: false });
});

describe('what is typed', () => {
  const typed = (scenario: Json, path: string, text: string): unknown => {
    const result = typedValue(scenario, controlAt(scenario, path), text);
    return result.ok ? result.value : result.problem;
  };

  it('is stored as typed', () => {
    expect(typed(bank, 'contactTypes.accounts.handleTime.phone.mean', ' 5m40s ±4%')).toBe('5m40s ±4%');
    expect(typed(bank, 'contactTypes.accounts.handleTime.phone.mean', '٣٤٥ s ±٤%')).toBe('٣٤٥ s ±٤%');
    expect(typed(bank, 'levers.ivr.time', '٣٤٥ s')).toBe('٣٤٥ s');
    expect(typed(bank, 'contactTypes.accounts.volume', '110k ±8%')).toBe('110k per month ±8%');
    expect(typed(bank, 'contactTypes.accounts.repeat.share', '۶۵٪')).toBe('۶۵٪');
    expect(typed(bank, 'contactTypes.accounts.repeat.share', '0.65')).toBe('0.65');
  });

  it('keeps what stands beside the number', () => {
    expect(typed(real, 'contactTypes.service.volume', '700k ±5%')).toEqual({
      value: '700k per month ±5%',
      counted: 'handled',
      source: 'measured',
      note: 'Calls handled in the four weeks, per month; the range is illustrative.',
    });
    expect(typed(families, 'costs.technology', '15000 ±0')).toEqual({
      amount: { value: '15000 per month ±0', source: 'benchmark' },
      perStarted: '50 seats',
    });
    expect(typed(families, 'contactTypes.calls.firstContactResolution', '80% ±1 point')).toEqual({
      value: '80% ±1 point',
      measured: 'noRepeat',
    });
  });

  it('keeps the basis of a cost that states none', () => {
    expect(typed(bank, 'costs.telephony', '0.02')).toBe('0.02 per minute');
    expect(typed(bank, 'costs.telephony', '٠٫٠٢')).toBe('٠٫٠٢ per minute');
    expect(typed(bank, 'costs.telephony', '0.02 ±10%')).toBe('0.02 per minute ±10%');
    expect(typed(bank, 'costs.telephony', '300 per month')).toBe('300 per month');
    expect(typed(bank, 'costs.taxes', '2500')).toBe('2500 per month');
    expect(typed(families, 'levers.ivr.costPerMinute', '0.03')).toBe('0.03');
  });

  it('takes a spread alone around the present centre', () => {
    expect(typed(bank, 'contactTypes.accounts.handleTime.phone.mean', '±8%')).toBe('318 s ±8%');
    expect(typed(bank, 'contactTypes.accounts.handleTime.phone.mean', '±٨٪')).toBe('318 s ±٨٪');
    expect(typed(bank, 'levers.ivr.verification.success', '+/- 7 points')).toBe('62% +/- 7 points');
    expect(typed(bank, 'agents."account service".wage', '±0.5')).toMatchObject({ value: '18.13 per h ±0.5' });
    expect(typed(families, 'contactTypes.calls.volume', '±10%')).toMatchObject({ value: '19780 ±10%' });
  });

  it('of nothing is the default, where there is one', () => {
    expect(typed(bank, 'levers.ivr.hangUps', '  ')).toBeNull();
    expect(typed(bank, 'costs.telephony', '')).toBeNull();
    expect(typed(bank, 'targets.abandonment.atMost', '')).toBeNull();
    expect(typed(bank, 'contactTypes.accounts.volume', '')).toMatchObject({ code: 'missing', path: 'contactTypes.accounts.volume' });
  });

  it('that stands there already changes nothing', () => {
    expect(typed(families, 'contactTypes.calls.volume', '19780')).toEqual({
      lognormal: { mean: '20k', sd: 3000 },
      counted: 'handled',
      note: 'last year',
    });
    expect(typed(bank, 'levers.routing.transferAdds', '90 s')).toBeNull();
  });

  it('is taken though it says the same number in other words, with the spread that stands there', () => {
    expect(typed(bank, 'contactTypes.accounts.handleTime.phone.mean', '5m18s')).toBe('5m18s ±5%');
    expect(typed(bank, 'contactTypes.accounts.handleTime.phone.mean', '٣١٨')).toBe('٣١٨ s ±5%');
    expect(typed(bank, 'levers.ivr.verification.success', '٦٢٪')).toBe('٦٢٪ ±5 points');
  });

  it('alone is a new centre: the spread that stands there moves with it', () => {
    expect(typed(bank, 'contactTypes.accounts.volume', '130k')).toBe('130k per month ±10%');
    expect(typed(bank, 'contactTypes.accounts.volume', '١٣٠٠٠٠')).toBe('١٣٠٠٠٠ per month ±10%');
    expect(typed(bank, 'agents."account service".wage', '19')).toMatchObject({
      low: '18.507 per h',
      likely: '19 per h',
      high: '19.493 per h',
    });
    expect(typed(families, 'costs.technology', '15000')).toMatchObject({ amount: { likely: '15000 per month', source: 'benchmark' } });
    expect(typed(real, 'agents.bankers.wage', '22 per h')).toEqual({ low: '21.359 per h', likely: '22 per h', high: '23.07 per h' });
    expect(typed(families, 'contactTypes.calls.volume', '21k')).toMatchObject({ lognormal: {}, counted: 'handled' });
    // The padlock and ±0 make it certain, and so does another basis, on which a spread says nothing.
    expect(typed(bank, 'contactTypes.accounts.volume', '130k ±0')).toBe('130k per month ±0');
    expect(typed(families, 'costs.telephony', '300 per month')).toBe('300 per month');
    // At an end of what is possible there is no room.
    expect(typed(bank, 'levers.ivr.verification.success', '100%')).toBe('100%');
  });

  it('as a range is one around its middle', () => {
    const volume = 'contactTypes.accounts.volume';
    for (const text of ['120k to 140k', '120k–140k', '120k - 140k', '120 to 140k', '١٢٠k إلى ١٤٠k'])
      expect(typed(bank, volume, text), text).toEqual({ low: '120k per month', likely: '130k per month', high: '140k per month' });
    const mean = 'contactTypes.accounts.handleTime.phone.mean';
    expect(typed(bank, mean, '5 to 6 min')).toEqual({ low: '5 min', likely: '5m30s', high: '6 min' });
    expect(typed(bank, mean, '300 to 330')).toEqual({ low: '300 s', likely: '5m15s', high: '330 s' });
    expect(typed(bank, 'levers.ivr.verification.success', '55-65%')).toEqual({ low: '55%', likely: '60%', high: '65%' });
    expect(typed(bank, 'agents."account service".wage', '18 to 20')).toMatchObject({
      low: '18 per h',
      likely: '19 per h',
      high: '20 per h',
    });
    expect(typed(bank, 'costs.telephony', '0.01 to 0.02 per minute')).toMatchObject({ likely: '0.015 per minute' });
    expect(typed(bank, volume, '140k to 120k')).toMatchObject({ code: 'order' });
    expect(typed(bank, volume, '120k to nowhere')).toMatchObject({ code: 'unit', params: { got: '120k to nowhere' } });
  });

  it('without a unit has the one that the box shows', () => {
    const mean = 'contactTypes.accounts.handleTime.phone.mean';
    expect(typed(bank, mean, '345')).toBe('345 s ±5%');
    expect(typed(bank, mean, '٣٤٥ ±١٠')).toBe('٣٤٥ s ±١٠ s');
    expect(typed(bank, mean, '±10')).toBe('318 s ±10 s');
    expect(typed(bank, 'contactTypes.accounts.repeat.share', '65')).toBe('65%');
    expect(typed(bank, 'contactTypes.accounts.repeat.share', '165')).toMatchObject({ code: 'range' });
  });

  it('as a change with a sign is one of what stands there', () => {
    expect(typed(bank, 'agents."account service".wage', '+6%')).toMatchObject({ likely: '19.2178 per h' });
    expect(typed(bank, 'contactTypes.accounts.handleTime.phone.mean', '−5%')).toBe('302.1 s ±5%');
    expect(typed(bank, 'contactTypes.accounts.volume', '+10%')).toBe('133.1k per month ±10%');
    // Where a percentage is what the box holds, it is that.
    expect(typed(bank, 'levers.software.handleTime', '-8%')).toBe('-8%');
  });

  it('is refused with a Problem at the control', () => {
    const inParts = setAt(bank, ['contactTypes', 'accounts', 'handleTime', 'phone', 'mean'], '5m18s');
    expect(typed(inParts.ok && inParts.document, 'contactTypes.accounts.handleTime.phone.mean', '345')).toEqual({
      code: 'unit',
      path: 'contactTypes.accounts.handleTime.phone.mean',
      params: { must: { rule: 'quantity', quantity: 'duration', example: '345 s' }, got: '345' },
      severity: 'error',
    });
    expect(typed(bank, 'contactTypes.accounts.handleTime.phone.mean', '3 secnds')).toMatchObject({ params: { nearest: 'seconds' } });
    expect(typed(bank, 'levers.ivr.verification.offeredTo', '140%')).toMatchObject({ code: 'range', params: { got: '140%' } });
    expect(typed(bank, 'costs.telephony', '0.02 per mnute')).toMatchObject({ code: 'unit', params: { got: '0.02 per mnute' } });
    expect(typed(families, 'costs.technology', '3 per contact')).toMatchObject({ code: 'unit', path: 'costs.technology' });
  });
});

describe('quantiles', () => {
  it('of beta laws, against closed forms', () => {
    for (const p of [0.1, 0.5, 0.9]) {
      expect(betaQuantile(p, 1, 4)).toBeCloseTo(1 - (1 - p) ** (1 / 4), 12);
      expect(betaQuantile(p, 0.5, 1)).toBeCloseTo(p ** 2, 12);
      const x = betaQuantile(p, 2, 2);
      expect(3 * x ** 2 - 2 * x ** 3).toBeCloseTo(p, 12);
    }
    // The arcsine law.
    expect(betaQuantile(0.1, 0.5, 0.5)).toBeCloseTo(Math.sin((Math.PI * 0.1) / 2) ** 2, 12);
  });

  it('of the other families, against closed forms', () => {
    expect(
      quantilesOf({ family: 'lognormal', mean: Math.exp(0.125), sd: Math.exp(0.125) * Math.sqrt(Math.expm1(0.25)) }).median,
    ).toBeCloseTo(1, 12);
    expect(quantilesOf({ family: 'triangular', low: 0, likely: 0, high: 1 }).median).toBeCloseTo(1 - Math.SQRT1_2, 12);
    expect(quantilesOf({ family: 'pert', low: 0, likely: 1, high: 2 }).median).toBeCloseTo(1, 12);
    expect(quantilesOf({ family: 'uniform', low: 1, high: 3 })).toEqual({ low: 1.2, median: 2, high: 2.8 });
    expect(quantilesOf({ family: 'observed', values: [3, 1, 2] }).median).toBe(2);
    const quantiles = [1, 3, 9].map((k) => ({ p: k / (k + 1), value: k }));
    // log(p / (1 - p)) is log k.
    expect(quantilesOf({ family: 'metalog', quantiles })).toMatchObject({ median: 1, high: 9 });
    expect(quantilesOf({ family: 'metalog', quantiles }).low).toBeCloseTo(1 - (2 * Math.log(9)) / Math.log(3), 12);
  });
});
