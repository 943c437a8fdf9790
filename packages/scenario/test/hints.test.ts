import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  checkDocument,
  controlsOf,
  hintTexts,
  parseScenario,
  readQuantity,
  setAt,
  typedValue,
  type Json,
  type Problem,
} from '../src/index.ts';
import { bank, least, type Editable } from './documents.ts';

const errorsAfter = (path: string, value: unknown): readonly Problem[] => {
  const document = bank();
  const keys = path.split('/');
  let here = document;
  for (const key of keys.slice(0, -1)) here = here[key]!;
  here[keys.at(-1)!] = value as Editable;
  const parsed = checkDocument(document);
  return parsed.ok ? [] : parsed.problems.filter(({ severity }) => severity === 'error');
};

const folder = fileURLToPath(new URL('../src', import.meta.url));
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('hintTexts.ts'))
  .map((name) => readFileSync(path.join(folder, name), 'utf8'))
  .join('\n');

it.each(Object.keys(hintTexts))('the hint %s is given somewhere', (key) => {
  expect(sources).toContain(`hint('${key}'`);
});

describe('a problem says what to write instead', () => {
  it.each<[string, unknown, string, Readonly<Record<string, unknown>>]>([
    ['agents/experts/shrinkage', 32, 'percent', { percent: '32%', share: '0.32' }],
    ['agents/experts/shrinkage', '62.5', 'percent', { percent: '62.5%', share: '0.625' }],
    ['agents/frontline/shrinkage/leave', 9, 'percent', { percent: '9%', share: '0.09' }],
    ['contactTypes/billing/redial/share', { low: 0.3, likely: 40, high: 0.5 }, 'percent', { percent: '40%', share: '0.4' }],
    ['contactTypes/technical/handleTime/phone', '6,5 min', 'decimalPoint', { example: '6.5 min' }],
    ['contactTypes/technical/handleTime/phone', { mean: '6,5 min', cv: 1 }, 'decimalPoint', { example: '6.5 min' }],
    ['staffing/hoursPerWeek', '37,5', 'decimalPoint', { example: '37.5' }],
    ['agents/experts/wage', '17,60 per h', 'decimalPoint', { example: '17.60 per h' }],
    ['agents/experts/shrinkage', '32,5%', 'decimalPoint', { example: '32.5%' }],
    ['agents/experts/wage', '18,50', 'decimalPoint', { example: '18.50 per h' }],
    ['agents/experts/wage', '١٨،٥٠ per h', 'decimalPoint', { example: '18.50 per h' }],
    ['agents/experts/wage', '€18', 'currencySign', { sign: '€', example: '18 per h' }],
    ['agents/experts/wage', '18,50 € per h', 'currencySign', { sign: '€', example: '18.50 per h' }],
    ['agents/experts/wage', '$18.50/h ±3%', 'currencySign', { sign: '$', example: '18.50/h' }],
    ['costs/technology', '£12k per month', 'currencySign', { sign: '£', example: '12k per month' }],
    ['contactTypes/technical/volume', '27.000', 'thousands', { comma: '27,000', scaled: '27k', plain: '27000' }],
    ['contactTypes/technical/volume', '27.000 calls', 'thousands', { comma: '27,000', scaled: '27k', plain: '27000' }],
    ['contactTypes/technical/volume', '27.000 ±8%', 'thousands', { comma: '27,000', scaled: '27k', plain: '27000' }],
    ['contactTypes/technical/volume', '1.250.000', 'thousands', { comma: '1,250,000', scaled: '1250k', plain: '1250000' }],
    ['agents/experts/wage', '2800 per month', 'perHour', { typed: '2800 per month', perHour: '16.10 per h', hours: 40 }],
    ['agents/experts/wage', '33600 per year', 'perHour', { typed: '33600 per year', perHour: '16.10 per h', hours: 40 }],
    ['targets/occupancy', { atMost: '86%' }, 'aboveMaxOccupancy', { points: 3, planned: '85%' }],
  ])('%s: %j: %s', (at, value, key, values) => {
    const problems = errorsAfter(at, value);
    expect(problems.map(({ params }) => params.hint)).toEqual([{ key, values }]);
  });

  describe('a target of occupancy beside what the plan may fill', () => {
    const errorsOf = (staffing: Readonly<Record<string, Json>>, atMost = '90%') => {
      const document = bank() as { readonly [key: string]: Json };
      const parts = (key: string) => document[key] as { readonly [key: string]: Json };
      const parsed = checkDocument({
        ...document,
        staffing: { ...parts('staffing'), ...staffing },
        targets: { ...parts('targets'), occupancy: { atMost } },
      });
      const errors = parsed.ok ? [] : parsed.problems.filter(({ severity }) => severity === 'error');
      return errors.map(({ path: where, params: { must, hint } }) => ({ where, must, hint }));
    };

    it('where no target leaves room above the plan, the plan must come down', () => {
      expect(errorsOf({ maxOccupancy: '98%' })).toEqual([
        {
          where: 'staffing.maxOccupancy',
          must: { rule: 'text', key: 'atMost', values: { most: '87%' } },
          hint: { key: 'belowOccupancyTarget', values: { points: 3, target: '90%' } },
        },
      ]);
      expect(errorsOf({ maxOccupancy: '97%' }).map(({ where }) => where)).toEqual(['staffing.maxOccupancy']);
      expect(errorsOf({ maxOccupancy: '96%' }).map(({ where }) => where)).toEqual(['targets.occupancy.atMost']);
      expect(errorsOf({ maxOccupancy: '97%' }, '100%')).toEqual([]);
    });

    it('stands beside a plan that may fill all of the time, which no occupancy plans', () => {
      expect(errorsOf({ maxOccupancy: '100%' })).toEqual([]);
    });

    it('stands beside a roster and a headcount, which no occupancy plans', () => {
      const headcount = { plan: 'headcount', headcount: { frontline: 60, experts: 20 } };
      expect(errorsOf(headcount, '80%')).toEqual([]);
      const roster = { plan: 'roster', roster: { frontline: { 'mon-fri': 60 }, experts: { 'mon-fri': 20 } } };
      expect(errorsOf(roster, '80%')).toEqual([]);
    });
  });

  it('a pay by the week or longer is one per hour at the hours of the document, in its box too', () => {
    const document = bank();
    const wage = (hoursPerWeek: Editable) => {
      document['staffing']!['hoursPerWeek'] = hoursPerWeek;
      const scenario = document as unknown as Json;
      const control = controlsOf(scenario).find(({ path }) => path === 'agents.experts.wage')!;
      const typed = typedValue(scenario, control, '700 per week');
      const other = setAt(scenario, ['agents', 'experts', 'wage'], '700 per week');
      const checked = checkDocument(other.ok ? other.document : null);
      return [typed.ok ? null : typed.problem, checked.ok ? null : checked.problems.find(({ path }) => path === control.path)].map(
        (problem) => problem?.params.hint?.values,
      );
    };
    const hint = (perHour: string, hours: number) => ({ typed: '700 per week', perHour, hours });
    for (const [typed, perHour, hours] of [
      [35, '20.00 per h', 35],
      ['37.5', '18.67 per h', 37.5],
      // Hours that no week has are none.
      [400, '17.50 per h', 40],
    ] as const)
      expect(wage(typed as unknown as Editable)).toEqual([hint(perHour, hours), hint(perHour, hours)]);
  });

  it('a slip in a box is put right in the words of the box', () => {
    const scenario = bank() as unknown as Json;
    const told = (path: string, text: string) => {
      const typed = typedValue(
        scenario,
        controlsOf(scenario).find((control) => control.path === path)!,
        text,
      );
      return typed.ok ? null : typed.problem.params.hint;
    };
    expect(told('agents.experts.wage', '€18')).toEqual({ key: 'currencySign', values: { sign: '€', example: '18' } });
    expect(told('agents.experts.wage', '18,50')).toEqual({ key: 'decimalPoint', values: { example: '18.50' } });
    expect(told('costs.telephony', '0,02')).toEqual({ key: 'decimalPoint', values: { example: '0.02' } });
    expect(told('agents.experts.wage', '€€18')).toBeUndefined();
    expect(told('contactTypes.technical.handleTime.phone.mean', '€18')).toBeUndefined();
  });

  it('none where it would be a guess: a share of 120, a fraction below one, three digits after a nought', () => {
    expect(errorsAfter('agents/experts/shrinkage', 120).map(({ params }) => params.hint)).toEqual([undefined]);
    expect(errorsAfter('agents/experts/shrinkage', -0.1).map(({ params }) => params.hint)).toEqual([undefined]);
    expect(errorsAfter('contactTypes/technical/handleTime/phone', '6,5 kg').map(({ params }) => params.hint)).toEqual([undefined]);
    expect(errorsAfter('costs/management/oneFor', '12.5 agents')).toEqual([]);
  });

  it('a number that is no whole one is told that it must be, and from where to where', () => {
    const must = { rule: 'text', key: 'wholeNumber', values: { low: 1, high: 104 } };
    for (const weeks of [2.5, '2.5', 'two']) expect(errorsAfter('horizon/weeks', weeks).map(({ params }) => params.must)).toEqual([must]);
  });

  it('a comma between groups of three is for thousands, in plain numbers too', () => {
    expect(errorsAfter('replications', '4,096')).toEqual([]);
    expect(errorsAfter('replications', '40,96').map(({ code }) => code)).toEqual(['type']);
  });
});

describe('where a group of keys is wanted, it is shown', () => {
  it.each<[string, unknown, string]>([
    ['contactTypes/technical/handleTime', 330, '{ phone: 345 s }'],
    ['contactTypes/technical/handleTime', '330 s', '{ phone: 330 s }'],
    ['levers/ivr/containment', '15%', '{ billing: 15% }'],
    ['levers/ivr/containment', 'some', '{ billing: 12% }'],
    ['targets/abandonment', '6%', '{ atMost: 6% }'],
    ['targets/serviceLevel', '80/20', '{ atLeast: 80%, within: 20 s }'],
    ['contactTypes/technical/patience', '2 min', '{ phone: 2 min }'],
    ['levers/software', '-8%', '{ handleTime: -8% }'],
    ['horizon', 4, '{ start: 2026-01-05, weeks: 4 }'],
  ])('%s: %j', (at, value, example) => {
    expect(errorsAfter(at, value).map(({ code, params }) => [code, params.must])).toEqual([
      ['type', { rule: 'kind', kind: 'object', example }],
    ]);
  });

  it('and what is shown is accepted', () => {
    for (const [at, value] of [
      ['contactTypes/technical/handleTime', { phone: '345 s' }],
      ['levers/ivr/containment', { billing: '15%' }],
      ['targets/abandonment', { atMost: '6%' }],
      ['targets/serviceLevel', { atLeast: '80%', within: '20 s' }],
    ] as const)
      expect(errorsAfter(at, value)).toEqual([]);
  });
});

describe('a volume may name its period', () => {
  it('no other count does', () => {
    expect(errorsAfter('costs/management/oneFor', '15 agents per month').map(({ code }) => code)).toEqual(['unit']);
  });
});

describe('the version of the format', () => {
  const problems = (text: string) => {
    const parsed = parseScenario(text);
    return parsed.ok ? [] : parsed.problems.map(({ code, path }) => `${code} ${path}`);
  };
  const spoilt = least.replace('18 per h', '18').replace('5 min', '5 kg');

  it('where it is missing or wrong, hides nothing else', () => {
    const rest = ['unit contactTypes.calls.handleTime.phone', 'unit agents.team.wage'];
    expect(problems(spoilt)).toEqual(rest);
    expect(problems(spoilt.replace('percall: 1\n', ''))).toEqual(['missing percall', ...rest]);
    expect(problems(spoilt.replace('percall: 1', 'percall: "1"'))).toEqual(['type percall', ...rest]);
    expect(problems(spoilt.replace('percall: 1', 'percall: 0'))).toEqual(['range percall', ...rest]);
  });

  it('says what to add', () => {
    const parsed = parseScenario(least.replace('percall: 1\n', ''));
    expect(parsed).toMatchObject({ ok: false, problems: [{ params: { hint: { key: 'addLine', values: { line: 'percall: 1' } } } }] });
  });

  it('where it is a later one, says so alone: its rules are not known here', () => {
    expect(problems(spoilt.replace('percall: 1', 'percall: 2'))).toEqual(['newer percall']);
  });
});

describe('a change below a name that the document does not have', () => {
  const change = (changes: Readonly<Record<string, unknown>>) => errorsAfter('variants', [{ name: 'a', changes }]);

  it.each<[string, string, string | undefined]>([
    ['agents.expert.wage', 'agents.expert', 'experts'],
    ['agents.nosuch.wage', 'agents.nosuch', undefined],
    ['contactTypes.biling.volume', 'contactTypes.biling', 'billing'],
    ['contactTypes.biling.handleTime.phone.mean', 'contactTypes.biling', 'billing'],
  ])('%s', (path, place, nearest) => {
    const [problem, ...others] = change({ [path]: '20 per h' });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'reference', path: `variants.a.${place}`, params: { must: { rule: 'known' } } });
    expect(problem!.params.nearest).toBe(nearest);
  });

  it('is said once, not for every key', () => {
    expect(change({ 'agents.expert.wage': '20 per h', 'agents.expert.onCost': '30%' })).toHaveLength(1);
  });

  it('is an addition where the changes give all that one needs', () => {
    expect(change({ 'agents.night.skills': ['billing'], 'agents.night.wage': '20 per h' })).toEqual([]);
    expect(change({ 'agents.night': { skills: ['billing'], wage: '20 per h' } })).toEqual([]);
  });
});

describe('one amount outside a document', () => {
  const refused = (...of: Parameters<typeof readQuantity>) => {
    const read = readQuantity(...of);
    return read.ok ? null : read.problem;
  };

  it('a unit without a number lacks the number; its nearest name is itself', () => {
    const problem = refused('--per', 'month', 'duration')!;
    expect(problem).toMatchObject({ code: 'unit', path: '--per', params: { hint: { key: 'numberToo', values: { example: '1 month' } } } });
    expect(problem.params.nearest).toBeUndefined();
    expect(refused('--per', 'mont', 'duration')!.params.nearest).toBe('month');
    expect(refused('--per', '40s 5m', 'duration')!.params.nearest).toBeUndefined();
  });

  it('a share of 32 is one of 32%', () => {
    expect(refused('--shrinkage', 32, 'share')!.params.hint).toEqual({ key: 'percent', values: { percent: '32%', share: '0.32' } });
  });
});
