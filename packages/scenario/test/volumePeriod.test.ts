import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyChanges,
  centralBeside,
  changedPeriod,
  checkDocument,
  controlsOf,
  decodeLink,
  differs,
  encodeLink,
  interpret,
  numberAt,
  parseScenario,
  presetNames,
  presetText,
  scenarioDocument,
  setAt,
  typedValue,
  valueAt,
  withCentral,
  withCertainty,
  withSpread,
  type Distribution,
  type Json,
  type Period,
  type Problem,
  type ScenarioDocument,
} from '../src/index.ts';
import { least } from './documents.ts';

/** The convention of docs/reference/document.md, written out: a year has 365.25 days, a quarter a fourth of it, a month a twelfth. */
const days: Readonly<Record<Period, number>> = { week: 7, month: 30.4375, quarter: 91.3125, year: 365.25 };
const periods = ['week', 'month', 'quarter', 'year'] as const;
const path = ['contactTypes', 'calls', 'volume'];

function checked(value: unknown): ScenarioDocument {
  const parsed = checkDocument(value);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.document;
}

const parsedLeast = parseScenario(least);
if (!parsedLeast.ok) throw new Error(JSON.stringify(parsedLeast.problems));

const withVolume = (volume: Json, period: Period = 'month', variants: Json = []): Json => ({
  ...(parsedLeast.document as { readonly [key: string]: Json }),
  period,
  variants,
  contactTypes: { calls: { volume, handleTime: { phone: '5 min' } } },
});

const volumesOf = (document: Json): readonly Distribution[] =>
  interpret(checked(document)).scenarios.map(({ scenario }) => scenario.contactTypes[0]!.volume.distribution);

const problemsOf = (document: Json): readonly Problem[] => {
  const parsed = checkDocument(document);
  const problems = parsed.ok ? parsed.warnings : parsed.problems;
  // Four weeks stand for no year, whatever its volumes are for.
  return problems.filter(({ path: at }) => at !== 'horizon.weeks');
};

/** Every number in a distribution that is a count, by where it stands. */
function counts(value: unknown, key = ''): readonly (readonly [string, number])[] {
  if (typeof value === 'number') return key.endsWith('.p') ? [] : [[key, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => counts(inner, `${key}.${name}`));
}

/** Every way of writing a volume; `per` is what stands after a value, or nothing. */
const forms: Readonly<Record<string, (per: string) => Json>> = {
  plain: (per) => `27k${per}`,
  words: (per) => `27,000 calls${per}`,
  Arabic: (per) => `٢٧٠٠٠${per}`,
  '±%': (per) => `27k${per} ±8%`,
  '± in contacts': (per) => `27k${per} ±2000`,
  '± before the period': (per) => `27k ±8%${per}`,
  '± in contacts before the period': (per) => `27k +/- 2000${per}`,
  range: (per) => ({ low: `24k${per}`, likely: `27k${per}`, high: `31k${per}` }),
  value: (per) => ({ value: `27k${per} ±8%`, source: 'measured', note: 'per month, says the report', counted: 'handled' }),
  'value of a range': (per) => ({ value: { low: `24k${per}`, likely: `27k${per}`, high: `31k${per}` }, source: 'measured' }),
  normal: (per) => ({ normal: { mean: `27k${per}`, sd: 900 } }),
  lognormal: (per) => ({ lognormal: { mean: `27k${per}`, sd: `900${per}` } }),
  beta: (per) => ({ beta: { mean: `27k${per}`, sd: 900, lower: `20k${per}`, upper: `40k${per}` } }),
  triangular: (per) => ({ triangular: { low: `24k${per}`, likely: `27k${per}`, high: `31k${per}` } }),
  pert: (per) => ({ pert: { low: `24k${per}`, likely: `27k${per}`, high: `31k${per}` } }),
  uniform: (per) => ({ uniform: { low: `24k${per}`, high: `31k${per}` } }),
  metalog: (per) => ({ metalog: { '10%': `24k${per}`, '50%': `27k${per}`, '90%': `31k${per}` } }),
  observed: (per) => ({ observed: [`24k${per}`, `27k${per}`, `31k${per}`] }),
};

const ways: readonly ((period: Period) => string)[] = [
  (period) => ` per ${period}`,
  (period) => `/${period}`,
  (period) => ` / ${period}`,
  (period) => ` Per ${period}`,
  (period) => ` ${period}ly`,
];

describe('a volume may name its period, in every way of writing a number', () => {
  const anyForm = fc.constantFrom(...Object.keys(forms));

  it('restating the document’s period changes no needs: contacts per day stay (fast-check)', () => {
    fc.assert(
      fc.property(anyForm, fc.constantFrom(...periods), fc.constantFrom(...periods), fc.constantFrom(...ways), (form, own, period, way) => {
        const stated = counts(volumesOf(withVolume(forms[form]!(''), own))[0]);
        const restated = counts(volumesOf(withVolume(forms[form]!(way(own)), period))[0]);
        expect(restated.map(([key]) => key)).toEqual(stated.map(([key]) => key));
        restated.forEach(([key, count], i) => {
          const perDay = stated[i]![1] / days[own];
          expect(Math.abs(count / days[period] / perDay - 1), `${form} ${key}`).toBeLessThan(1e-14);
        });
      }),
      { seed: 18, numRuns: 300 },
    );
  });

  it('twin: of a volume that names none they do not, so that the measure above can tell', () => {
    const [month, year] = (['month', 'year'] as const).map(
      (period) => counts(volumesOf(withVolume('27k', period))[0])[0]![1] / days[period],
    );
    expect(month! / year!).toBeCloseTo(12, 12);
  });

  it.each(Object.entries(forms))('to the bit where it is the document’s own: %s', (_, form) => {
    for (const period of periods)
      expect(volumesOf(withVolume(form(` per ${period}`), period))).toEqual(volumesOf(withVolume(form(''), period)));
  });

  it('in the figures that one works out by hand', () => {
    const volume = (typed: Json, period: Period) => volumesOf(withVolume(typed, period))[0];
    expect(volume('120k per month', 'year')).toEqual({ family: 'certain', value: 1_440_000 });
    expect(volume('1.44M per year', 'month')).toEqual({ family: 'certain', value: 120_000 });
    expect(volume('90k per quarter', 'month')).toEqual({ family: 'certain', value: 30_000 });
    // 7000 a week are 1000 a day.
    expect(volume('7000/week', 'year')).toEqual({ family: 'certain', value: 365_250 });
    expect(volume('120k per month ±10%', 'year')).toEqual({ family: 'range', low: 1_296_000, likely: 1_440_000, high: 1_584_000 });
  });

  it('what stands beside it is kept', () => {
    const { scenario } = interpret(checked(withVolume(forms['value']!(' per week'), 'year'))).scenarios[0]!;
    expect(scenario.contactTypes[0]).toMatchObject({
      counted: 'handled',
      volume: { source: 'measured', note: 'per month, says the report', path: 'contactTypes.calls.volume' },
    });
  });

  it('a variant changes a volume with another period', () => {
    const variant = (volume: Json) => [{ name: 'Other', changes: { 'contactTypes.calls.volume': volume } }];
    const [baseline, other] = volumesOf(withVolume('120k per month', 'quarter', variant('1.8M per year')));
    expect([baseline, other]).toEqual([
      { family: 'certain', value: 360_000 },
      { family: 'certain', value: 450_000 },
    ]);
    // The same volume in other words is no other world.
    expect(
      new Set(volumesOf(withVolume('120k per month', 'year', variant('1.44M per year'))).map((each) => JSON.stringify(each))).size,
    ).toBe(1);
    // A variant’s bare volume is the document’s too.
    expect(volumesOf(withVolume('120k per month', 'year', variant('1.5M')))[1]).toEqual({ family: 'certain', value: 1_500_000 });
  });
});

describe('a number is for one period', () => {
  const refusals = (volume: Json, period: Period) =>
    problemsOf(withVolume(volume, period)).map(({ code, path: at, severity, params }) => ({ code, at, severity, ...params }));
  const refused = (at: string, basis: string, got: Json) => ({
    code: 'unit',
    at: `contactTypes.calls.volume${at}`,
    severity: 'error',
    must: { rule: 'text', key: 'samePeriod', values: { basis } },
    got,
  });

  it.each<[Json, string, string, Json]>([
    [{ low: '110k per month', likely: '120k per month', high: '1.5M per year' }, '.high', 'per month', '1.5M per year'],
    [{ value: { low: '110k/week', likely: '120k per month', high: '130k/week' } }, '.value.likely', 'per week', '120k per month'],
    [{ uniform: { low: '110k per month', high: '300k per week' } }, '.uniform.high', 'per month', '300k per week'],
    [{ observed: ['110k per month', '120k per month', '30k per week'] }, '.observed[2]', 'per month', '30k per week'],
    [{ metalog: { '10%': '1k/week', '50%': '2k/week', '70%': '3k/week', '90%': '3k/year' } }, '.metalog."90%"', 'per week', '3k/year'],
    [{ lognormal: { mean: '110k per month', sd: '3k per week' } }, '.lognormal.sd', 'per month', '3k per week'],
    ['120k per month ±2k per week', '', 'per month', '120k per month ±2k per week'],
  ])('two named in %j', (volume, at, basis, got) => {
    for (const period of periods) expect(refusals(volume, period)).toEqual([refused(at, basis, got)]);
  });

  it.each<[Json, readonly (readonly [string, Json])[]]>([
    [
      { low: 110_000, likely: '120k per month', high: '130k' },
      [
        ['.low', 110_000],
        ['.high', '130k'],
      ],
    ],
    [{ value: { uniform: { low: '110k', high: '130k per month' } } }, [['.value.uniform.low', '110k']]],
    [{ observed: ['110k per month', 120_000] }, [['.observed[1]', 120_000]]],
    [{ normal: { mean: '110k', sd: '3k per month' } }, [['.normal.mean', '110k']]],
  ])('one named and one left out in %j, where that is not the document’s', (volume, places) => {
    expect(refusals(volume, 'year')).toEqual(places.map(([at, got]) => refused(at, 'per month', got)));
    expect(problemsOf(withVolume(volume, 'month'))).toEqual([]);
  });

  it('widths are in the unit of the values', () => {
    const twice = [
      '120k per month ±2k',
      '120k ±2k per month',
      '120k per month ±2k per month',
      { normal: { mean: '120k per month', sd: '2k' } },
    ];
    expect(twice.map((volume) => problemsOf(withVolume(volume, 'year')))).toEqual(twice.map(() => []));
    expect(volumesOf(withVolume('120k per month ±2k', 'year'))).toEqual([
      { family: 'range', low: 1_416_000, likely: 1_440_000, high: 1_464_000 },
    ]);
  });

  it.each(['27k per day', '27k per', '27k per month per week', '27k ±8% per fortnight', '27k ±8% per month per week', '27kmonthly'])(
    '%s is refused',
    (volume) => {
      expect(problemsOf(withVolume(volume))).toMatchObject([{ code: 'unit', path: 'contactTypes.calls.volume', params: { got: volume } }]);
    },
  );

  it('of a change that names another than the ends beside it', () => {
    const document = withVolume({ low: '110k per month', likely: '120k per month', high: '130k per month' }, 'month', [
      { name: 'Other', changes: { 'contactTypes.calls.volume.likely': '1.5M per year' } },
    ]);
    expect(problemsOf(document)).toMatchObject([
      { code: 'unit', path: 'variants.Other.contactTypes.calls.volume.likely', params: { got: '1.5M per year' } },
    ]);
  });
});

describe('whether a volume is likely', () => {
  const warned = (volume: Json, period: Period) => problemsOf(withVolume(volume, period)).map(({ params }) => params.hint);

  it('is judged by its own period', () => {
    // Open on five days a week: two contacts on each, twenty in all, are some 430 a month.
    for (const period of ['week', 'month'] as const) {
      expect(warned('27 per month', period)).toMatchObject([{ key: 'fewContacts', values: { contacts: 27, period: 'month' } }]);
      expect(warned('5000 per year', period)).toMatchObject([{ values: { contacts: 5000, period: 'year' } }]);
      expect(warned('6000 per year', period)).toEqual([]);
      expect(warned('110/week', period)).toEqual([]);
    }
  });
});

describe('another period that is set from outside', () => {
  const set = (document: ScenarioDocument, key: string, value: Json): ScenarioDocument => {
    const patched = setAt(document, key.split('.'), value);
    if (!patched.ok) throw new Error(JSON.stringify(patched.problems));
    return checked(patched.document);
  };
  const said = (document: Json, period: Period) => {
    const before = checked(document);
    return changedPeriod(before, set(before, 'period', period)).map(({ code, severity, path: at, params }) => [code, severity, at, params]);
  };

  it.each<[Json, string, string]>([
    ['120k', '120k', '120k per month'],
    [120_000, '120000', '120000 per month'],
    ['120k ±8%', '120k ±8%', '120k per month ±8%'],
    ['27k calls', '27k calls', '27k calls per month'],
    [{ low: '110k', likely: '120k', high: 132_000 }, '120k', '120k per month'],
    [{ value: '120k ±8%', counted: 'handled' }, '120k ±8%', '120k per month ±8%'],
    [{ note: 'last year', lognormal: { mean: '20k', sd: 3000 } }, '20k', '20k per month'],
    [{ observed: ['19k', '20k'], source: 'measured' }, '19k', '19k per month'],
    [{ counted: 'needs', metalog: { '10%': '1k', '50%': '2k', '90%': '4k' } }, '1k', '1k per month'],
  ])('says what %j is now, and what to write', (volume, spelled, example) => {
    expect(said(withVolume(volume), 'year')).toEqual([
      [
        'unlikely',
        'warning',
        'contactTypes.calls.volume',
        {
          must: { rule: 'text', key: 'namedPeriod', values: { example } },
          got: volume,
          hint: { key: 'restated', values: { volume: spelled, before: 'month', after: 'year', example } },
        },
      ],
    ]);
    // What it says to write is taken, and is what was meant.
    expect(volumesOf(withVolume(example, 'year'))).toHaveLength(1);
  });

  it('is silent where nothing changes what was typed', () => {
    expect(said(withVolume('120k per month'), 'year')).toEqual([]);
    expect(said(withVolume('120k'), 'month')).toEqual([]);
    const unstated = setAt(withVolume('120k'), ['period'], null);
    expect(said(unstated.ok ? unstated.document : null, 'month')).toEqual([]);
    // Set together with the period, a volume is for that one.
    const before = checked(withVolume('120k'));
    expect(changedPeriod(before, set(set(before, 'period', 'year'), path.join('.'), '1.4M'))).toEqual([]);
  });

  it('speaks of a variant where that has a volume of its own', () => {
    const variants = [
      { name: 'Same', changes: {} },
      { name: 'More', changes: { 'contactTypes.calls.volume': '150k' } },
      { name: 'Named', changes: { 'contactTypes.calls.volume': '150k per month' } },
    ];
    expect(said(withVolume('120k', 'month', variants), 'quarter').map(([, , at]) => at)).toEqual([
      'contactTypes.calls.volume',
      'variants.More.contactTypes.calls.volume',
    ]);
  });

  it.each(presetNames().flatMap((name) => (['en', 'ar'] as const).map((language) => [name, language] as const)))(
    '%s in %s needs no warning: its volumes name their period, and it is the same centre',
    (name, language) => {
      const parsed = parseScenario(presetText(name, language)!);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      const before = parsed.document;
      const after = set(before, 'period', 'year');
      expect(changedPeriod(before, after)).toEqual([]);
      const [month, year] = [before, after].map((document) => interpret(document).scenarios);
      expect(year!.map(({ scenario }) => ({ ...scenario, period: 'month', contactTypes: [] }))).toEqual(
        month!.map(({ scenario }) => ({ ...scenario, contactTypes: [] })),
      );
      year!.forEach(({ scenario }, index) =>
        scenario.contactTypes.forEach((type, i) => {
          const before = month![index]!.scenario.contactTypes[i]!;
          expect({ ...type, volume: null }).toEqual({ ...before, volume: null });
          const stated = counts(before.volume.distribution);
          counts(type.volume.distribution).forEach(([, count], at) => expect(count / stated[at]![1] / 12).toBeCloseTo(1, 14));
        }),
      );
    },
  );
});

describe('the control of a volume', () => {
  const scenarioWith = (volume: Json, period: Period = 'month'): Json => scenarioDocument(withVolume(volume, period), null)!;
  const controlIn = (scenario: Json) => controlsOf(scenario).find((each) => each.path === 'contactTypes.calls.volume')!;
  const typed = (volume: Json, text: string, period: Period = 'month'): Json => {
    const scenario = scenarioWith(volume, period);
    const read = typedValue(scenario, controlIn(scenario), text);
    return read.ok ? read.value : read.problem.code;
  };

  it('shows the period that was typed, and counts in it whatever the document’s', () => {
    for (const period of periods) {
      const scenario = scenarioWith('27k per month ±10%', period);
      expect(valueAt(scenario, controlIn(scenario))).toMatchObject({
        text: '27k per month ±10%',
        central: 27_000,
        low: 24_300,
        high: 29_700,
        basis: { on: 'period', per: 'month' },
      });
    }
    const bare = scenarioWith('27k');
    expect(valueAt(bare, controlIn(bare))).toMatchObject({ text: '27k', basis: null });
    const range = scenarioWith({ low: '24k/week', likely: '27k/week', high: '30k/week' });
    expect(valueAt(range, controlIn(range))).toMatchObject({ text: '27k/week ±3000' });
    const family = scenarioWith({ uniform: { low: '24k per week', high: '30k per week' } });
    expect(valueAt(family, controlIn(family))).toMatchObject({ text: '27000 per week' });
    const partly = scenarioWith({ low: '24k per month', likely: 27_000, high: '30k per month' });
    expect(valueAt(partly, controlIn(partly))).toMatchObject({ text: '27000 per month ±3000' });
  });

  it.each<[Json, string, Json]>([
    ['27k per month', '5k', '5k per month'],
    ['27k/month', '5k', '5k/month'],
    ['27k calls per month', '5k', '5k calls per month'],
    ['27k calls per month', '5k calls', '5k calls per month'],
    ['27k monthly', '5k', '5k monthly'],
    ['27k per month ±10%', '30k', '30k per month ±10%'],
    ['27k ±10% per month', '30k', '30k per month ±10%'],
    ['27k per month ±2k', '54k', '54k per month ±4000'],
    ['27k per month', '±10%', '27k per month ±10%'],
    ['27k per month', '30k ±10%', '30k per month ±10%'],
    ['27k per month', '25k to 31k', { low: '25k per month', likely: '28k per month', high: '31k per month' }],
    ['27k per month', '6k to 8k per week', { low: '6k per week', likely: '7k per week', high: '8k per week' }],
    ['27k per month ±10%', '+10%', '29.7k per month ±10%'],
    [{ value: '27k per month', counted: 'handled' }, '5k', { value: '5k per month', counted: 'handled' }],
    [{ low: '24k/week', likely: '27k/week', high: '30k/week' }, '54k', { low: '48k/week', likely: '54k/week', high: '60k/week' }],
    // Another period is taken as typed, and a spread goes with it.
    ['27k per month', '7k per week', '7k per week'],
    ['27k per month ±10%', '330k per year', '330k per year ±10%'],
    ['27k per month ±10%', '324k per year', '324k per year ±10%'],
    ['27k ±10%', '330k per year', '330k per year ±10%'],
    ['27k per month ±2k', '648k per year', '648k per year ±48000'],
    ['27k', '30k', '30k'],
    ['27k per month', '5k per fortnight', 'unit'],
  ])('where %j stands, %s typed in the box is %j', (volume, text, value) => {
    expect(typed(volume, text)).toEqual(value);
    if (value !== 'unit') expect(problemsOf(withVolume(value))).toEqual([]);
  });

  it('the slider writes the period back, and the padlock and the ends of the range keep it', () => {
    const moved = (volume: Json, central: number): Json => {
      const scenario = scenarioWith(volume, 'year');
      return withCentral(scenario, controlIn(scenario), central, 1000);
    };
    expect(moved('27k per month ±10%', 30_200)).toBe('30k per month ±10%');
    expect(moved('27k/week', 30_200)).toBe('30k/week');
    expect(moved('27,000 per month', 30_200)).toBe('30000 per month');
    expect(moved({ low: '24k/week', likely: '27k/week', high: '30k/week' }, 54_000)).toEqual({
      low: '48k/week',
      likely: '54k/week',
      high: '60k/week',
    });
    expect(moved({ uniform: { low: '20k per week', high: '30k per week' } }, 50_000)).toEqual({
      uniform: { low: '40k per week', high: '60k per week' },
    });
    expect(moved({ observed: ['20k per week', '30k per week', '40k per week'] }, 60_000)).toEqual({
      observed: ['40000 per week', '60000 per week', '80000 per week'],
    });
    expect(moved({ normal: { mean: '20k per week', sd: 1000 } }, 40_000)).toEqual({ normal: { mean: '40k per week', sd: '2000' } });
    const scenario = scenarioWith('27k per month', 'year');
    const control = controlIn(scenario);
    expect(withCertainty(scenario, control, false)).toBe('27k per month ±10%');
    expect(withCertainty(scenarioWith('27k per month ±10%'), control, true)).toBe('27k per month');
    expect(withSpread(scenario, control, 20_000, 30_000)).toEqual({
      ok: true,
      value: { low: '20k per month', likely: '27k per month', high: '30k per month' },
    });
  });

  it('whatever is done to it, however it is written, it stays for its period, and the document valid (fast-check)', () => {
    const deeds = {
      slide: (scenario: Json, to: number) => withCentral(scenario, controlIn(scenario), to),
      type: (scenario: Json, to: number) => typedValue(scenario, controlIn(scenario), String(to)),
      spread: (scenario: Json, to: number) => {
        const control = controlIn(scenario);
        const { central } = valueAt(scenario, control)!;
        return withSpread(scenario, control, central - to / 100, central + to / 50);
      },
      lock: (scenario: Json) => withCertainty(scenario, controlIn(scenario), true),
      unlock: (scenario: Json) => withCertainty(scenario, controlIn(scenario), false),
    } as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(forms)),
        fc.constantFrom(...ways),
        fc.constantFrom(...periods),
        fc.constantFrom(...periods),
        fc.constantFrom(...(Object.keys(deeds) as (keyof typeof deeds)[])),
        fc.integer({ min: 10_000, max: 90_000 }),
        (form, way, own, period, deed, to) => {
          const scenario = scenarioWith(forms[form]!(way(own)), period);
          const done = deeds[deed](scenario, to);
          const typedOrValue = done as { readonly ok?: boolean; readonly value?: Json };
          const value =
            typedOrValue !== null && typeof typedOrValue === 'object' && 'ok' in typedOrValue ? typedOrValue.value! : (done as Json);
          const after = scenarioWith(value, period);
          expect(problemsOf(withVolume(value, period)), JSON.stringify(value)).toEqual([]);
          const stands = valueAt(after, controlIn(after))!;
          expect(stands.basis, JSON.stringify(value)).toEqual({ on: 'period', per: own });
          if (deed === 'slide' || deed === 'type') expect(stands.central / to).toBeCloseTo(1, 8);
        },
      ),
      { seed: 18, numRuns: 400 },
    );
  });

  it('a variant with the same volume for another period is no change, and one with the same figure is', () => {
    const isChanged = (ours: Json, theirs: Json, period: Period = 'month') => {
      const baseline = scenarioWith(ours, period);
      return differs(baseline, scenarioWith(theirs, period), controlIn(baseline));
    };
    expect(isChanged('120k per month ±10%', '1.44M per year ±10%')).toBe(false);
    expect(isChanged('120k per month', '120k')).toBe(false);
    expect(isChanged('7000 per week', '365250 per year')).toBe(false);
    expect(isChanged('120k per month', '120k', 'year')).toBe(true);
    expect(isChanged('120k per month', '120k per year')).toBe(true);
  });

  it('a baseline stands beside it for the period that it names', () => {
    const [baseline, here] = ['120k per month', '1.5M per year'].map((volume) => {
      const scenario = scenarioWith(volume, 'week');
      return { control: controlIn(scenario), value: valueAt(scenario, controlIn(scenario))! };
    });
    expect(centralBeside(baseline!.value, here!.value, here!.control, 'week')).toBe(1_440_000);
    const bare = valueAt(scenarioWith('120k'), here!.control)!;
    expect(centralBeside(bare, here!.value, here!.control, 'month')).toBe(1_440_000);
  });
});

describe('a sweep of volumes', () => {
  const stepped = (from: string, to: string, step: string): readonly Json[] | Json => {
    const steps = numberAt(withVolume('27k per month', 'year'), path)!.steps(from, to, step);
    return steps.ok ? Array.from({ length: steps.count }, (_, index) => steps.at(index)) : (steps.problem.params as unknown as Json);
  };

  it('names its period once, or as often as one likes', () => {
    const named = ['100k per month', '110k per month', '120k per month'];
    expect(stepped('100k per month', '120k per month', '10k per month')).toEqual(named);
    expect(stepped('100k per month', '120k', '10k')).toEqual(named);
    expect(stepped('100k', '120k per month', '10k')).toEqual(named);
    expect(stepped('100k/month', '120k', '10000')).toEqual(['100k/month', '110k/month', '120k/month']);
    expect(stepped('100k', '120k', '10k')).toEqual(['100k', '110k', '120k']);
  });

  it.each([
    ['100k per month', '1.4M per year', '10k', '1.4M per year'],
    ['100k per month', '120k', '10k per week', '10k per week'],
    ['100k', '120k per month', '10k per week', '10k per week'],
  ])('from %s to %s by %s is refused', (from, to, step, got) => {
    expect(stepped(from, to, step)).toMatchObject({ must: { key: 'samePeriod', values: { basis: 'per month' } }, got });
  });

  it('is told in the document’s period', () => {
    const number = numberAt(withVolume('27k per month', 'year'), path)!;
    expect([number.valueOf('100k per month'), number.valueOf('1.2M'), number.valueOf('1.2M per year')]).toEqual([
      1_200_000, 1_200_000, 1_200_000,
    ]);
  });
});

describe('a link', () => {
  it('carries the period of a volume', () => {
    const document = checked(withVolume('120k per month ±10%', 'year'));
    const opened = decodeLink(encodeLink(document, { engineVersion: '0', headline: null }));
    expect(opened.ok && opened.document).toMatchObject(document);
  });
});

it('a change is checked against the period of the document', () => {
  const parsed = checkDocument(withVolume('120k per month', 'year'));
  if (!parsed.ok) throw new Error();
  expect(applyChanges(parsed.document, { 'contactTypes.calls.volume': '30k/week' }).ok).toBe(true);
});
