import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpression, type Expression } from '../../src/kpis/expression.ts';
import { kpiNames } from '../../src/kpis/kpisOf.ts';
import { editDistance, nearestName } from '../../src/kpis/nearest.ts';
import { tinyModel } from '../support/tinyModel.ts';

const names = kpiNames(tinyModel({ contactTypes: ['billing', 'gold card'] }));

function read(text: string, options?: Parameters<typeof parseExpression>[2]): Expression {
  const parsed = parseExpression(text, names, options);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.expression;
}
function problem(text: string, options?: Parameters<typeof parseExpression>[2]) {
  const parsed = parseExpression(text, names, options);
  if (parsed.ok) throw new Error(`${text} was read.`);
  return parsed.problem;
}

describe('parseExpression', () => {
  it('reads a statistic of a KPI', () => {
    expect(read('cpc.handled.p50 <= 6.5')).toEqual({
      text: 'cpc.handled.p50 <= 6.5',
      scenario: null,
      subject: { kind: 'statistic', measure: { kpi: 'cpc.handled', versusBaseline: false }, statistic: { level: 0.5 } },
      comparator: '<=',
      value: 6.5,
      relative: false,
    });
    expect(read('totalCost.mean<-1e3').value).toBe(-1000);
    expect(read('deflection.p99 > .1').subject).toMatchObject({ statistic: { level: 0.99 } });
  });

  it('reads contact types, quoted where odd', () => {
    expect(read('asa.phone.billing.p90 < 20 s').subject).toMatchObject({ measure: { kpi: 'asa.phone.billing' } });
    expect(read('asa.phone."gold card".p90 < 20 s').subject).toMatchObject({ measure: { kpi: 'asa.phone."gold card"' } });
    expect(read('asa.phone."billing".p90 < 20 s').subject).toMatchObject({ measure: { kpi: 'asa.phone.billing' } });
  });

  it('reads a scenario prefix', () => {
    expect(read('"IVR verification": cpc.need.mean < 5').scenario).toBe('IVR verification');
    expect(read("'IVR': cpc.need.mean < 5").scenario).toBe('IVR');
    expect(problem('"IVR verificaton": cpc.need.mean < 5', { scenarios: ['baseline', 'IVR verification'] })).toMatchObject({
      code: 'reference',
      params: { got: 'IVR verificaton', nearest: 'IVR verification' },
    });
  });

  it('reads differences from the baseline', () => {
    expect(read('delta(cpc.handled).p50 < 0').subject).toEqual({
      kind: 'statistic',
      measure: { kpi: 'cpc.handled', versusBaseline: true },
      statistic: { level: 0.5 },
    });
  });

  it('reads chances', () => {
    for (const event of ['cheaper', 'holds', 'noWorse', 'cheaperAndNoWorse'])
      expect(read(`p(${event}) >= 90%`)).toMatchObject({ value: 0.9, subject: { kind: 'probability', events: [event] } });
    expect(read('p( serviceLevel.phone >= 80% and asa.phone <= 20 s and delta(cpc.need) < 0 and holds ) >= 0.9').subject).toEqual({
      kind: 'probability',
      events: [
        { measure: { kpi: 'serviceLevel.phone', versusBaseline: false }, comparator: '>=', value: 0.8 },
        { measure: { kpi: 'asa.phone', versusBaseline: false }, comparator: '<=', value: 20 },
        { measure: { kpi: 'cpc.need', versusBaseline: true }, comparator: '<', value: 0 },
        'holds',
      ],
    });
    expect(read('p(cpc.need < 5 and cheaper) >= 0.9').subject).toMatchObject({ events: [{ value: 5 }, 'cheaper'] });
  });

  it.each([
    ['serviceLevel.phone.p10 >= 80%', 0.8],
    ['serviceLevel.phone.p10 >= 0.8', 0.8],
    ['delta(abandonment.phone).p90 <= 0.2 points', 0.002],
    ['asa.phone.mean < 20 s', 20],
    ['asa.phone.mean < 1.5 min', 90],
    ['asa.phone.mean < 20', 20],
    ['paidHours.mean < 90 min', 1.5],
    ['paidHours.mean < 2 h', 2],
  ])('reads the unit of %s', (text, value) => {
    expect(read(text).value).toBeCloseTo(value, 12);
  });

  it.each([
    ['cpc.handled.p50 <= 6.5%', 'unit'],
    ['cpc.handled.p50 <= 20 s', 'unit'],
    ['asa.phone.p50 <= 80%', 'unit'],
    ['asa.phone.p50 <= 20 parsec', 'unit'],
    ['serviceLevel.phone.p50 >= 20 s', 'unit'],
    ['p(cheaper) >= 90', 'range'],
    ['p(cheaper) >= 20 s', 'unit'],
    ['cpc.handld.p50 <= 6.5', 'reference'],
    ['delta(cpc.handld).p50 <= 6.5', 'reference'],
    ['p(cpc.handld < 5) >= 0.9', 'reference'],
    ['asa.phone.gold.p50 < 20 s', 'reference'],
    ['cpc.handled <= 6.5', 'missing'],
    ['cpc.handled.p100 <= 6.5', 'reference'],
    ['cpc.handled.p0 <= 6.5', 'reference'],
    ['cpc.handled.median <= 6.5', 'reference'],
    ['delta(cpc.handled).p50.p50 < 0', 'reference'],
    ['', 'syntax'],
    ['cpc.handled.p50', 'syntax'],
    ['cpc.handled.p50 = 6', 'syntax'],
    ['cpc.handled.p50 <= six', 'syntax'],
    ['cpc.handled.p50 <= 6.5 7', 'syntax'],
    ['p(cheaper >= 0.9', 'syntax'],
    ['p() >= 0.9', 'syntax'],
    ['p(cheaper, holds) >= 0.9', 'syntax'],
    ['delta(cpc.handled) < 0', 'syntax'],
  ])('refuses %j as %s', (text, code) => {
    expect(problem(text)).toMatchObject({ code, severity: 'error' });
  });

  it('names the nearest KPI', () => {
    expect(problem('cpc.handld.p50 <= 6.5').params).toMatchObject({ got: 'cpc.handld', nearest: 'cpc.handled', must: { rule: 'known' } });
    expect(problem('servicelevel.phone.p50 >= 0.8').params.nearest).toBe('serviceLevel.phone');
    expect(problem('satisfaction.p50 >= 0.8').params).not.toHaveProperty('nearest');
  });

  it('reads a precision: relative where it is a percentage of what is no fraction', () => {
    const purpose = 'precision' as const;
    expect(read('cpc.handled.p50 < 0.5%', { purpose })).toMatchObject({ value: 0.005, relative: true });
    expect(read('cpc.handled.p50 < 0.02', { purpose })).toMatchObject({ value: 0.02, relative: false });
    expect(read('p(cheaper) <= 1%', { purpose })).toMatchObject({ value: 0.01, relative: false });
    expect(read('serviceLevel.phone.p50 < 0.5 points', { purpose })).toMatchObject({ value: 0.005, relative: false });
    const above = problem('cpc.handled.p50 > 0.5%', { purpose });
    expect(above).toMatchObject({ code: 'syntax', params: { must: { rule: 'text', key: 'precision' } } });
  });

  it('never throws, whatever is typed (property, seed 2)', () => {
    const piece = fc.constantFrom(
      'p(',
      ')',
      'delta(',
      '.',
      'p50',
      'mean',
      'cpc.need',
      '"',
      "'",
      ':',
      '<=',
      '>',
      '80%',
      ' ',
      'and',
      '0',
      '\\',
      'é',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (pieces) => {
        const parsed = parseExpression(pieces.join(''), names);
        expect(parsed.ok || parsed.problem.severity === 'error').toBe(true);
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});

describe('editDistance', () => {
  it('knows the textbook pairs', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('saturday', 'sunday')).toBe(3);
    expect(editDistance('', 'abc')).toBe(3);
  });

  it('is a metric (property, seed 3)', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b, c) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
      }),
      { seed: 3 },
    );
  });

  it('finds nothing near what is far', () => {
    expect(nearestName('zzzzzz', names)).toBeUndefined();
  });
});

describe('faults that a planner makes', () => {
  it.each(['abandonment.phone.p95 <= 5', 'occupancy.phone.p50 <= 85', 'p(abandonment.phone <= 5) >= 0.9'])(
    '%s: a percentage without its sign would hold whatever happens',
    (text) => {
      const parsed = parseExpression(text, ['abandonment.phone', 'occupancy.phone']);
      expect(parsed.ok ? null : [parsed.problem.code, parsed.problem.path, parsed.problem.params.must]).toEqual([
        'range',
        text,
        { rule: 'between', low: 0, high: 1, quantity: 'share' },
      ]);
    },
  );

  it('p(cheeper): the events are among the names that are known there', () => {
    const parsed = parseExpression('p(cheeper) >= 0.5', ['fte']);
    expect(parsed.ok ? null : parsed.problem.params).toMatchObject({ got: 'cheeper', nearest: 'cheaper' });
  });
});
