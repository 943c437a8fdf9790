import { describe, expect, it } from 'vitest';
import { checkDocument, isError, parseScenario, type Json, type Parsed } from '../src/index.ts';
import { bank, bankText, least, type Editable } from './documents.ts';

const seen = (parsed: Parsed): string[] => (parsed.ok ? parsed.warnings : parsed.problems).map(({ code, path }) => `${code} ${path}`);

const say = (text: string): string[] => seen(parseScenario(text));

/** What is said about the example after a change to it. */
const after = (spoil: (document: Editable) => void): string[] => {
  const document = bank();
  spoil(document);
  return seen(checkDocument(document)).filter((said) => said !== 'unused variants."IVR verification".starts');
};

const set = (path: string, value: unknown) => (document: Editable) => {
  const keys = path.split('/');
  let here = document;
  for (const key of keys.slice(0, -1)) here = here[key]!;
  if (value === undefined) delete here[keys.at(-1)!];
  else here[keys.at(-1)!] = value as Editable;
};

it('accepts the least document and the example', () => {
  expect(parseScenario(least)).toMatchObject({ ok: true, warnings: [] });
  expect(after(() => undefined)).toEqual([]);
});

describe('says what is wrong, where', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['percall', undefined, ['missing percall']],
    ['percall', 2, ['newer percall']],
    ['percall', 0, ['range percall']],
    ['percall', '1', ['type percall']],
    ['extends', 'preset:bank-ivr-verification', ['reference extends']],
    ['curency', 'USD', ['unknownKey curency']],
    ['currency', 'dollars', ['type currency']],
    ['currency', 7, ['type currency']],
    ['horizon', undefined, ['missing horizon.start']],
    ['horizon/weeks', 105, ['range horizon.weeks']],
    ['horizon/weeks', 2.5, ['type horizon.weeks']],
    ['horizon/start', '2026-02-30', ['type horizon.start']],
    ['calendar/interval', '7 min', ['structure calendar.interval']],
    ['calendar/interval', 30, ['unit calendar.interval']],
    ['calendar/open/sat', '09:10-14:00', ['structure calendar.open.sat']],
    ['calendar/open/sat', '14:00-09:00', ['structure calendar.open.sat']],
    ['calendar/open/sat', 'nine to two', ['type calendar.open.sat']],
    ['calendar/open/sat', ['09:00-12:00', '11:00-14:00'], ['overlap calendar.open.sat']],
    ['calendar/open/fri', '08:00-12:00', ['overlap calendar.open.fri']],
    ['calendar/open/satt', '08:00-12:00', ['unknownKey calendar.open.satt']],
    ['calendar/open', { mon: 'closed' }, ['structure calendar.open']],
    ['calendar/holidays', ['2026-13-01'], ['type calendar.holidays[0]']],
    ['calendar/dayWeights/mon', -1, ['range calendar.dayWeights.mon']],
    ['calendar/dayShape', 'twin-peek', ['reference calendar.dayShape']],
    ['calendar/dayShape', [1, 2, 3], ['structure calendar.dayShape']],
    ['calendar/dayShape', [1, -2, 3], ['range calendar.dayShape[1]', 'structure calendar.dayShape']],
    ['calendar/seasons', [1, 1], ['structure calendar.seasons']],
    ['calendar/events/0/days', '2026-01-17..2026-01-15', ['order calendar.events[0].days']],
    ['calendar/events/0/volume', '5 min', ['unit calendar.events[0].volume']],
    ['calendar/events/0/contactTypes', ['biling'], ['reference calendar.events[0].contactTypes[0]']],
    ['contactTypes/billing/volume', '5 min', ['unit contactTypes.billing.volume']],
    ['contactTypes/billing/volume/low', '140k', ['order contactTypes.billing.volume']],
    ['contactTypes/billing/volume/counted', 'guessed', ['reference contactTypes.billing.volume.counted']],
    ['contactTypes/billing/channels/phone', '71%', ['sum contactTypes.billing.channels']],
    ['contactTypes/billing/channels/fax', '1%', ['unknownKey contactTypes.billing.channels.fax']],
    ['contactTypes/billing/handleTime/social', '5 kg', ['unit contactTypes.billing.handleTime.social']],
    ['contactTypes/billing/handleTime/email', undefined, ['missing contactTypes.billing.handleTime.email']],
    ['contactTypes/billing/handleTime/phone/afterContactWork', '400 s', ['range contactTypes.billing.handleTime.phone.afterContactWork']],
    ['contactTypes/billing/handleTime/phone/family', 'erlang', ['missing contactTypes.billing.handleTime.phone.shape']],
    ['contactTypes/billing/patience/phone/family', 'weibull', ['missing contactTypes.billing.patience.phone.shape']],
    ['contactTypes/billing/redial/share', 1.4, ['range contactTypes.billing.redial.share']],
    ['contactTypes/sales', { volume: '3k', handleTime: { phone: '4 min' } }, ['reference contactTypes.sales']],
    ['contactTypes', 'many', ['type contactTypes']],
    ['agents/frontline/skills', ['biling'], ['reference agents.frontline.skills[0]']],
    ['agents/frontline/wage', '17', ['unit agents.frontline.wage']],
    ['agents/frontline/wage', 'EUR 17 per h', ['unit agents.frontline.wage']],
    ['agents/frontline/shrinkage/leave', '96%', ['range agents.frontline.shrinkage.leave']],
    ['agents/frontline/shrinkage/leave', { value: '9%', of: 'pay' }, ['reference agents.frontline.shrinkage.leave.of']],
    ['agents/experts/shrinkage', { value: '30%', of: 'paid' }, ['unknownKey agents.experts.shrinkage.of']],
    // 1 - 0.2 x 0.24 = 95.2%; added up of paid time, 96%.
    ['agents/experts/shrinkage', { leave: '80%', sickness: '76%' }, ['sum agents.experts.shrinkage']],
    [
      'agents/experts/shrinkage',
      { leave: '80%', sickness: { low: '12%', likely: '16%', high: '20%', of: 'paid' } },
      ['sum agents.experts.shrinkage'],
    ],
    ['agents/experts/shrinkage', { leave: '80%', sickness: { value: '15%', of: 'paid' }, breaks: '0%' }, []],
    ['agents/experts/shrinkage', { leave: '80%', sickness: { value: '76%', of: 'left' } }, ['sum agents.experts.shrinkage']],
    ['staffing/plan', 'to targets', ['reference staffing.plan']],
    ['staffing/plan', 'headcount', ['missing staffing.headcount.frontline', 'missing staffing.headcount.experts']],
    ['staffing/roster', { frontlin: { mon: 3 } }, ['reference staffing.roster.frontlin']],
    ['targets/abandonment', {}, ['missing targets.abandonment']],
    ['targets/abandonment', { atLeast: '6%', atMost: '5%' }, ['order targets.abandonment']],
    ['targets/occupancy', { atMost: '86%' }, ['range targets.occupancy.atMost']],
    ['targets/serviceLevel/rule', 'answered', ['reference targets.serviceLevel.rule']],
    ['costs/telephony', '0.012', ['unit costs.telephony']],
    ['costs/technology', ['1 per month', '2 per moon'], ['unit costs.technology[1]']],
    ['costs/technology', { amount: '12000 per month', perStartd: '50 seats' }, ['unknownKey costs.technology.perStartd']],
    ['costs/technology', '1 per session', ['unit costs.technology']],
    ['costs/technology', '1 per attempt', ['unit costs.technology']],
    ['costs/technology', '1 per attempt', ['unit costs.technology']],
    ['costs/technology', '1 per session', ['unit costs.technology']],
    ['costs/telephony', '1 per hire', ['unit costs.telephony']],
    ['costs/chat', '1 per call', ['unit costs.chat']],
    ['costs/chat', '1 per minute', ['unit costs.chat']],
    ['costs/hiring', '1 per contact', ['unit costs.hiring']],
    ['levers/callback/costPerAttempt', '1 per call', ['unit levers.callback.costPerAttempt']],
    ['levers/selfService/costPerSession', '1 per month', ['unit levers.selfService.costPerSession']],
    ['costs/technology', { amount: '1 per contact', perStarted: '50 seats' }, ['unit costs.technology.amount']],
    ['levers/software/licence', { amount: '1 per fte per month', perStarted: 50 }, ['unit levers.software.licence.amount']],
    ['levers/ivr/containment', { biling: '12%' }, ['reference levers.ivr.containment.biling']],
    ['levers/selfService/sales', { tries: '5%' }, ['reference levers.selfService.sales']],
    ['levers/routing/overflowAfter', { expert: '45 s' }, ['reference levers.routing.overflowAfter.expert']],
    ['levers/software/handleTime', '8%', ['unit levers.software.handleTime']],
    ['levers/callback/keepsPlace', 'yes', ['type levers.callback.keepsPlace']],
    ['channels/chat/concurrency/measuredAt', 3.5, ['range channels.chat.concurrency.measuredAt']],
    ['channels/chat/concurrency/handleTimes', [1, 1.2], ['structure channels.chat.concurrency.handleTimes']],
    ['correlations/volume~price', 0.3, ['reference correlations."volume~price"']],
    ['correlations/volume~handleTime', 1.3, ['range correlations."volume~handleTime"']],
    ['correlations/volume', 0.3, ['unknownKey correlations.volume']],
    ['correlations/contactTypes.sales.volume~wage', 0.3, ['reference correlations."contactTypes.sales.volume~wage"']],
    ['replications', 100, ['structure replications']],
    ['replications', 56, ['range replications']],
    ['seed', {}, ['type seed']],
    ['seed', '', ['type seed']],
    ['name', '', ['type name']],
    ['contactTypes/billing/handleTime/phone', { mean: '5 min', shape: 3 }, ['structure contactTypes.billing.handleTime.phone.shape']],
    [
      'contactTypes/billing/handleTime/phone',
      { mean: '5 min', family: 'erlang', shape: 3, values: ['5 min'] },
      ['structure contactTypes.billing.handleTime.phone.values'],
    ],
    [
      'contactTypes/billing/handleTime/phone',
      { mean: '5 min', family: 'empirical', shape: 3, values: ['5 min'] },
      ['structure contactTypes.billing.handleTime.phone.shape'],
    ],
    ['contactTypes/billing/handleTime/phone', { mean: '5 min', family: 'erlang', shape: 3 }, []],
    ['contactTypes/billing/handleTime/phone', { mean: '5 min', family: 'empirical', values: ['5 min'] }, []],
    ['contactTypes/billing/patience/phone', { shape: 0.8 }, ['structure contactTypes.billing.patience.phone.shape']],
    ['contactTypes/billing/patience/phone', { family: 'weibull', shape: 0.8 }, []],
  ])('%s: %j', (path, value, expected) => {
    expect(after(set(path, value))).toEqual(expected);
  });

  it('accepts ends of correlations that are paths of numbers, also of numbers at their defaults', () => {
    expect(after(set('correlations/contactTypes.billing.volume~agents.experts.wage', 0.2))).toEqual([]);
    expect(after(set('correlations/levers.callback.reached~wage', 0.2))).toEqual([]);
  });

  it.each([
    ['costs/technology', '1 per call'],
    ['costs/technology', '0.01 per minute'],
    ['costs/officeSpace', '3 per paid hour'],
    ['costs/taxes', '900 per agent per year'],
    ['costs/chat', '0.05 per chat'],
    ['costs/hiring', '30000 per year'],
    ['costs/technology', { amount: '1 per seat per month', perStarted: '50 seats' }],
    ['costs/technology', { amount: '1000 once', perStarted: '50 seats' }],
  ])('%s: %j is a cost that means something there', (path, value) => {
    expect(after(set(path, value))).toEqual([]);
  });

  it('lists what a cost can be charged on', () => {
    const mustOf = (path: string, value: unknown) => {
      const document = bank();
      set(path, value)(document);
      const parsed = checkDocument(document);
      return parsed.ok ? null : parsed.problems[0]!.params.must;
    };
    const bases = 'per month, per seat per month, per fte per month, per h, per contact, per call, per chat, per email, per min, once';
    expect(mustOf('costs/technology', '1 per session')).toEqual({ rule: 'text', key: 'chargedOn', values: { bases } });
    expect(mustOf('costs/technology', { amount: '1 per call', perStarted: 50 })).toEqual({
      rule: 'text',
      key: 'steppedOn',
      values: { bases: 'per month, per seat per month, once' },
    });
  });

  it('completes a basis that was begun, and makes no year of a day', () => {
    const nearestTo = (value: string) => {
      const document = bank();
      set('costs/technology', value)(document);
      const parsed = checkDocument(document);
      return parsed.ok ? null : parsed.problems[0]!.params.nearest;
    };
    expect(nearestTo('110 per seat')).toBe('per seat per month');
    expect(nearestTo('110 per agent')).toBe('per agent per month');
    expect(nearestTo('110 per moth')).toBe('per month');
    // "per day" is two edits from "per year", and no slip of it.
    expect(nearestTo('110 per yeer')).toBe('per year');
    expect(nearestTo('110 per day')).toBeUndefined();
  });

  it('refuses a contact type that is called like a setting beside contact types', () => {
    for (const name of ['platform', 'costPerSession']) {
      const document = bank();
      set(`contactTypes/${name}`, { volume: '3k', handleTime: { phone: '4 min' } })(document);
      set(`agents/experts/skills/${name}`, 1)(document);
      const parsed = checkDocument(document);
      expect(parsed.ok ? [] : parsed.problems.filter(isError)).toMatchObject([
        {
          code: 'overlap',
          path: `contactTypes.${name}`,
          params: { must: { rule: 'text', key: 'freeName', values: { key: `levers.selfService.${name}` } } },
        },
      ]);
    }
  });

  it('says how a currency is written, and in which capitals', () => {
    const problemOf = (currency: unknown) => {
      const parsed = checkDocument({ ...(bank() as object), currency });
      return parsed.ok ? null : parsed.problems[0];
    };
    const must = { rule: 'text', key: 'currencyCode' };
    expect(problemOf('usd')).toMatchObject({ path: 'currency', params: { must, got: 'usd', nearest: 'USD' } });
    expect(problemOf('dollars')?.params).toEqual({ must, got: 'dollars' });
  });

  it('says beside which families a parameter stands', () => {
    const document = bank();
    set('contactTypes/billing/patience/phone', { shape: 0.8 })(document);
    const parsed = checkDocument(document);
    const must = { rule: 'text', key: 'besideFamily', values: { families: 'weibull | lognormal | hyperexponential | uniform' } };
    expect(parsed.ok ? null : parsed.problems[0]!.params.must).toEqual(must);
  });

  it.each([
    ['hyperexponential', 0.8, 1],
    ['weibull', 0.01, 0.1],
    ['lognormal', 0.001, 0.01],
  ])('says which shapes a law of patience can have: %s', (family, shape, low) => {
    const problemsOf = (shape: number): unknown => {
      const document = bank();
      set('contactTypes/billing/patience/phone', { mean: '3 min', family, shape })(document);
      const checked = checkDocument(document);
      return checked.ok ? [] : checked.problems.filter(({ path }) => path === 'contactTypes.billing.patience.phone.shape');
    };
    expect(problemsOf(shape)).toMatchObject([{ params: { must: { rule: 'atLeast', low }, got: shape } }]);
    expect(problemsOf(low)).toEqual([]);
  });

  it('says that a uniform law of patience is at most as wide as twice its mean', () => {
    const problemsOf = (shape: number): unknown => {
      const document = bank();
      set('contactTypes/billing/patience/phone', { mean: '3 min', family: 'uniform', shape })(document);
      const checked = checkDocument(document);
      const path = 'contactTypes.billing.patience.phone.shape';
      return checked.ok ? [] : checked.problems.filter((problem) => problem.path === path).map(({ params }) => [params.must, params.got]);
    };
    const must = { rule: 'between', low: 0, high: 1, quantity: 'number' };
    expect(problemsOf(1.5)).toEqual([[must, 1.5]]);
    expect(problemsOf(1)).toEqual([]);
  });

  it('says that a seed may not be empty', () => {
    const parsed = checkDocument({ ...(bank() as object), seed: '' });
    expect(parsed.ok ? null : parsed.problems[0]?.params.must).toEqual({ rule: 'text', key: 'notEmpty' });
  });

  it.each<[string, unknown, unknown, string]>([
    ['contactTypes/technical/volume', 1e9, 1.1e9, 'range contactTypes.technical.volume'],
    ['contactTypes/technical/volume', '900M ±10%', '990M ±2%', 'range contactTypes.technical.volume'],
    ['contactTypes/billing/volume/low', 1, 1e300, 'range contactTypes.billing.volume.low'],
    [
      'contactTypes/technical/volume',
      { lognormal: { mean: 1e8, sd: 1e8 } },
      { lognormal: { mean: 1e8, sd: 1e300 } },
      'range contactTypes.technical.volume.lognormal.sd',
    ],
    ['costs/technology', '1000000M per month', '1000001M per month', 'range costs.technology'],
    ['costs/technology', '1e9 per month', '1e13 per month', 'range costs.technology'],
    ['staffing/people/severance', 1e12, 1.1e12, 'range staffing.people.severance'],
    ['contactTypes/billing/repeat/after', '10 years', '10 years 1 s', 'range contactTypes.billing.repeat.after'],
    ['contactTypes/billing/repeat/handleTime', 'x1000', 'x1001', 'range contactTypes.billing.repeat.handleTime'],
    [
      'contactTypes/billing/handleTime/phone',
      { mean: '5 min', cv: 1000 },
      { mean: '5 min', cv: 1e155 },
      'range contactTypes.billing.handleTime.phone.cv',
    ],
    [
      'contactTypes/billing/handleTime/phone',
      { mean: '5 min', family: 'empirical', values: ['10 years'] },
      { mean: '5 min', family: 'empirical', values: ['11 years'] },
      'range contactTypes.billing.handleTime.phone.values[0]',
    ],
    [
      'contactTypes/billing/patience/phone',
      { family: 'weibull', shape: 1000 },
      { family: 'weibull', shape: 1001 },
      'range contactTypes.billing.patience.phone.shape',
    ],
    ['contactTypes/billing/variation', { dayToDay: '200%' }, { dayToDay: '201%' }, 'range contactTypes.billing.variation.dayToDay'],
    ['channels/chat/concurrency/handleTimes', [1, 1.2, 1000], [1, 1.2, 1e308], 'range channels.chat.concurrency.handleTimes[2]'],
    ['calendar/dayWeights/mon', 1e9, 1e308, 'range calendar.dayWeights.mon'],
    ['calendar/seasons', [1, 1, 1, 1e9], [1, 1, 1, 1e308], 'range calendar.seasons[3]'],
    ['staffing/roster', { frontline: { mon: 1e9 } }, { frontline: { mon: 1e308 } }, 'range staffing.roster.frontline.mon'],
  ])('%s: %j is allowed, %j is too much', (path, most, more, expected) => {
    expect(after(set(path, most)).filter((said) => said.startsWith('range '))).toEqual([]);
    expect(after(set(path, more))).toContain(expected);
  });

  it('says the most in the spelling of the quantity', () => {
    const document = bank();
    set('contactTypes/billing/repeat/after', '11 years')(document);
    const parsed = checkDocument(document);
    expect(parsed.ok ? null : parsed.problems[0]!.params.must).toEqual({ rule: 'text', key: 'atMost', values: { most: '10 years' } });
  });

  it('collects all problems at once', () => {
    expect(
      after((document) => {
        set('currency', 1)(document);
        set('contactTypes/billing/volume', 'lots')(document);
        set('contactTypes/billing/channels/chat', '19%')(document);
        set('agents/frontline/skills', ['biling'])(document);
      }),
    ).toEqual([
      'type currency',
      'unit contactTypes.billing.volume',
      'reference agents.frontline.skills[0]',
      'sum contactTypes.billing.channels',
    ]);
  });

  it('names the nearest right name', () => {
    const document = bank();
    set('contactTypes/billing/handelTime', {})(document);
    set('agents/frontline/skills', ['biling'])(document);
    set('contactTypes/technical/handleTime/phone', '9 minuts')(document);
    const parsed = checkDocument(document);
    expect(parsed.ok ? [] : parsed.problems.filter(isError).map(({ params }) => params.nearest)).toEqual([
      'handleTime',
      'minute',
      'billing',
    ]);
  });

  it('says what must hold and what was given', () => {
    const document = bank();
    set('levers/ivr/containment', { billing: 1.4 })(document);
    expect(checkDocument(document)).toMatchObject({
      ok: false,
      problems: [
        { path: 'levers.ivr.containment.billing', params: { must: { rule: 'between', low: 0, high: 1, quantity: 'share' }, got: 1.4 } },
        { severity: 'warning' },
      ],
    });
  });
});

describe('warns', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['calendar/events/0/days', '2027-01-15', ['unused calendar.events[0].days']],
    ['calendar/holidays', ['2025-12-25'], ['unused calendar.holidays[0]']],
    ['calendar/holidays', ['2026-01-11'], ['unused calendar.holidays[0]']],
    ['calendar/events/0/days', '2026-01-11', ['unused calendar.events[0].days']],
    ['calendar/events', [{ days: '2026-01-15', volume: 'x2' }], []],
    ['calendar/events', [{ days: '2026-01-15', handleTime: '+10%' }], []],
    ['calendar/events', [{ days: '2026-01-15' }], ['unused calendar.events[0]']],
    ['calendar/events', [{ name: 'storm', days: '2026-01-15..2026-01-16' }], ['unused calendar.events.storm']],
    ['calendar/dayWeights/sun', 1, ['unused calendar.dayWeights.sun']],
    ['period', 'year', ['structure horizon.weeks']],
  ])('%s: %j', (path, value, expected) => {
    const document = bank();
    set(path, value)(document);
    const parsed = checkDocument(document);
    expect(parsed.ok).toBe(true);
    expect(after(set(path, value))).toEqual(expected);
  });
});

describe('days on which the centre is open', () => {
  const closing = (holidays: readonly string[], rest = '') =>
    say(
      least
        .replace('{ start: 2026-01-05 }', '{ start: 2026-01-05, weeks: 1 }')
        .replace('} }\ncontact', `}, holidays: [${holidays.join(', ')}]${rest} }\ncontact`),
    );
  const week = ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09'];

  it('must not all be holidays', () => {
    expect(closing(week.slice(1)).filter((said) => said.startsWith('structure calendar'))).toEqual([]);
    expect(closing(week)).toContain('structure calendar.holidays');
  });

  it('are those that an event touches: neither weekends nor holidays', () => {
    const event = (days: string) => closing(['2026-01-07'], `, events: [{ name: e, days: ${days}, volume: x2 }]`);
    expect(event('2026-01-06..2026-01-07')).not.toContain('unused calendar.events.e.days');
    expect(event('2026-01-07')).toContain('unused calendar.events.e.days');
    expect(event('2026-01-10..2026-01-11')).toContain('unused calendar.events.e.days');
    expect(event('2026-01-10..2026-01-12')).toContain('unused calendar.events.e.days');
  });

  it('are wanted in the open hours', () => {
    const parsed = parseScenario(least.replace('mon-fri: "08:00-18:00"', 'mon-fri: closed'));
    expect(parsed).toMatchObject({
      ok: false,
      problems: [{ code: 'structure', path: 'calendar.open', params: { must: { key: 'someOpenDay' } } }],
    });
  });
});

describe('variants', () => {
  const variant = (value: Json) => after((document) => set('variants', [value])(document));

  it.each<[string, Json, readonly string[]]>([
    ['without a name', {}, ['missing variants[0].name']],
    ['that is no object', 'cheaper', ['type variants[0]']],
    ['with a path that nobody can read', { name: 'a', changes: { 'levers..ivr': 1 } }, ['syntax variants.a']],
    ['with an unknown path', { name: 'a', changes: { 'levers.ivr.contaiment': {} } }, ['unknownKey variants.a.levers.ivr.contaiment']],
    [
      'with a wrong value',
      { name: 'a b', changes: { 'levers.ivr.verification.offeredTo': '168%' } },
      ['range variants."a b".levers.ivr.verification.offeredTo'],
    ],
    [
      'with overlapping paths',
      { name: 'a', changes: { 'levers.ivr': {}, 'levers.ivr.time': '3 s' } },
      ['overlap variants.a.levers.ivr.time'],
    ],
    [
      'with one path in two spellings',
      { name: 'a', changes: { 'levers.ivr.time': '2 s', 'levers."ivr".time': '3 s' } },
      ['overlap variants.a.levers.ivr.time'],
    ],
    [
      'with the response twice',
      { name: 'a', response: 'locked', changes: { 'staffing.response': 'locked' } },
      ['overlap variants.a.staffing.response'],
    ],
    ['that changes what all share', { name: 'a', changes: { 'horizon.weeks': 5 } }, ['structure variants.a.horizon.weeks']],
    ['that removes what is required', { name: 'a', changes: { 'agents.experts.wage': null } }, ['missing variants.a.agents.experts.wage']],
    [
      'with an end of a plain number',
      { name: 'a', changes: { 'contactTypes.technical.volume.low': '29k' } },
      ['type variants.a.contactTypes.technical.volume'],
    ],
    ['named like the baseline', { name: 'baseline' }, ['overlap variants[0].name']],
  ])('%s', (_, value, expected) => {
    expect(variant(value)).toEqual(expected);
  });

  it('need names of their own', () => {
    expect(after(set('variants', [{ name: 'a' }, { name: 'a' }]))).toEqual(['overlap variants[1].name']);
  });

  it('do not repeat what is wrong with the baseline', () => {
    expect(after(set('contactTypes/billing/volume', 'lots'))).toEqual(['unit contactTypes.billing.volume']);
  });
});

describe('text', () => {
  it.each([
    ['an open quote', 'percall: "1'],
    ['a tab as indentation', 'percall: 1\nhorizon:\n\tstart: 1'],
    ['a key given twice', 'percall: 1\npercall: 1'],
    ['two documents', 'percall: 1\n---\npercall: 1'],
    ['an unknown tag', 'percall: !secret 1'],
    ['an alias', 'a: &a [1]\nb: [*a, *a]'],
  ])('%s is a syntax problem', (_, text) => {
    const said = say(text);
    expect(said.length).toBeGreaterThan(0);
    expect(new Set(said)).toEqual(new Set(['syntax ']));
  });

  it('says the line and the column', () => {
    const parsed = parseScenario('percall: 1\nname: "x\n');
    expect(parsed.ok ? null : parsed.problems[0]!.params.must).toMatchObject({ rule: 'text', key: 'syntax', values: { line: 3 } });
    const twice = parseScenario('percall: 1\nname: a\nname: b\n');
    expect(twice.ok ? null : twice.problems[0]!.params.must).toMatchObject({ key: 'uniqueKeys', values: { line: 3, column: 1 } });
    const two = parseScenario('percall: 1\nname: a\n---\npercall: 1\n');
    expect(two.ok ? null : two.problems.map(({ params }) => params.must)).toMatchObject([{ key: 'oneDocument', values: { line: 3 } }]);
  });

  it.each([
    ['nothing', '', ['type ']],
    ['a list', '[]', ['type ']],
    ['an infinite number', `${least}replications: .inf`, ['range replications']],
    ['no number', `${least}replications: .nan`, ['range replications']],
    ['a key that is no key', `${least}__proto__: { polluted: true }`, ['unknownKey __proto__']],
    ['deep nesting', `${'['.repeat(3000)}${']'.repeat(3000)}`, ['structure ']],
    ['deep nesting that decodes', `${least}note: ${'{a: '.repeat(40)}1${'}'.repeat(40)}`, ['structure note.']],
    ['a long text', `# ${'x'.repeat(2_000_001)}`, ['syntax ']],
  ])('%s', (_, text, expected) => {
    const said = say(text);
    expect(said).toHaveLength(expected.length);
    said.forEach((problem, i) => expect(problem.startsWith(expected[i]!)).toBe(true));
  });

  it('nested aliases do not grow', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i += 1)
      lines.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    expect(say(lines.join('\n'))).toEqual(['syntax ']);
  });

  it('reads JSON as it reads YAML', () => {
    expect(parseScenario(JSON.stringify(bank(), null, '\t'))).toEqual(parseScenario(bankText));
  });
});

describe('extends', () => {
  it('merges over a preset: objects merge, anything else replaces', () => {
    const parsed = parseScenario('percall: 1\nextends: preset:bank-ivr-verification\ncosts: { technology: 1 per month }\nvariants: []\n');
    expect(parsed).toMatchObject({
      ok: true,
      document: { costs: { technology: '1 per month', telephony: '0.018 per minute' }, variants: [], name: 'Bank, IVR verification' },
    });
    expect(parsed.ok && 'extends' in parsed.document).toBe(false);
  });

  it('removes with null what the preset has, and refuses a null for anything else', () => {
    const start = 'percall: 1\nextends: preset:bank-ivr-verification\n';
    const removed = parseScenario(`${start}costs: { technology: null }\nvariants: null\n`);
    expect(removed.ok).toBe(true);
    expect(removed.ok && Object.hasOwn(removed.document, 'variants')).toBe(false);
    expect(removed).not.toHaveProperty('document.costs.technology');
    expect(removed).toHaveProperty('document.costs.telephony');
    expect(say(`${start}contactTypes: { biling: null }\n`)).toContain('type contactTypes.biling');
  });

  it('removes a contact type of the preset', () => {
    const preset = parseScenario('percall: 1\nextends: preset:bank-ivr-verification\n');
    const [first, ...rest] = Object.keys(preset.ok ? (preset.document['contactTypes'] as object) : {});
    const said = say(`percall: 1\nextends: preset:bank-ivr-verification\ncontactTypes: { ${first}: null }\n`);
    // What still speaks of it is named; the type itself is gone.
    expect(rest.length).toBeGreaterThan(0);
    expect(said.length).toBeGreaterThan(0);
    expect(said.every((problem) => problem.startsWith('reference '))).toBe(true);
  });

  it('knows its presets', () => {
    const parsed = parseScenario('percall: 1\nextends: preset:bank-ivr-verificaton\n');
    expect(parsed).toMatchObject({
      ok: false,
      problems: [{ code: 'reference', path: 'extends', params: { nearest: 'preset:bank-ivr-verification' } }],
    });
  });
});
