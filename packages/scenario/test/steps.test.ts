import { describe, expect, it } from 'vitest';
import { checkDocument, numberAt, parsePath, setAt, type Json } from '../src/index.ts';

const document: Json = {
  percall: 1,
  currency: 'USD',
  period: 'month',
  horizon: { start: '2026-01-05', weeks: 4 },
  calendar: { open: { 'mon-fri': '08:00-18:00' } },
  contactTypes: { service: { volume: { low: '90k', likely: '100k', high: '115k' }, handleTime: { phone: '5 min' } } },
  agents: { team: { skills: ['service'], wage: '16 per h' } },
  costs: { technology: '12000 per month' },
  levers: { ivr: { containment: { service: '10%' } }, software: { handleTime: '-5%' } },
  variants: [{ name: 'IVR, more', changes: { 'levers.ivr.containment.service': '20%' } }],
};

const pathOf = (text: string) => {
  const parsed = parsePath(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.path;
};
const at = (path: string) => numberAt(document, pathOf(path));

function stepped(path: string, from: string, to: string, step: string): readonly Json[] {
  const steps = at(path)!.steps(from, to, step);
  if (!steps.ok) throw new Error(JSON.stringify(steps.problem));
  return Array.from({ length: steps.count }, (_, index) => steps.at(index));
}

describe('steps of a number', () => {
  it.each<[string, string, string, string, readonly Json[]]>([
    ['levers.ivr.containment.service', '0%', '30%', '5%', ['0%', '5%', '10%', '15%', '20%', '25%', '30%']],
    ['levers.ivr.containment.service', '0', '0.3', '0.1', ['0%', '10%', '20%', '30%']],
    ['contactTypes.service.handleTime.phone.mean', '300 s', '360 s', '20 s', ['5 min', '5m20s', '5m40s', '6 min']],
    ['agents.team.wage', '16 per h', '19 per h', '1 per h', ['16 per h', '17 per h', '18 per h', '19 per h']],
    ['costs.technology', '10000 per month', '12000 per month', '1k per month', ['10000 per month', '11000 per month', '12000 per month']],
    ['contactTypes.service.volume', '100k', '120k', '10k', ['100k', '110k', '120k']],
    ['contactTypes.service.volume.likely', '95k', '105k', '5000', ['95k', '100k', '105k']],
    ['levers.software.handleTime', '-10%', '+10%', '10%', ['-10%', '+0%', '+10%']],
    ['levers.software.handleTime', 'x0.9', 'x1.1', 'x0.1', ['x0.9', 'x1', 'x1.1']],
    ['staffing.minimumAgents', '2', '6', '2', [2, 4, 6]],
    ['variants."IVR, more".changes."levers.ivr.containment.service"', '20%', '30%', '10%', ['20%', '30%']],
    // Down where the first end is the larger; the far end only where a step meets it.
    ['levers.ivr.containment.service', '30%', '10%', '10%', ['30%', '20%', '10%']],
    ['levers.ivr.containment.service', '0%', '25%', '10%', ['0%', '10%', '20%']],
    ['levers.ivr.containment.service', '10%', '10%', '5%', ['10%']],
  ])('%s from %s to %s by %s', (path, from, to, step, values) => {
    expect(stepped(path, from, to, step)).toEqual(values);
  });

  it('gather no noise of binary fractions, and each fits the document', () => {
    const path = 'levers.ivr.containment.service';
    const values = stepped(path, '0%', '100%', '0.1%');
    expect(values).toHaveLength(1001);
    for (const value of values) expect(value).toMatch(/^\d{1,3}(\.\d)?%$/);
    for (const value of [values[3]!, values[700]!]) {
      const set = setAt(document, pathOf(path), value);
      expect(set.ok && checkDocument(set.document).ok).toBe(true);
    }
    expect(at(path)!.valueOf('0.3%')).toBe(0.003);
  });

  it('are counted before any is made', () => {
    const steps = at('levers.ivr.containment.service')!.steps('0%', '100%', '0.00000001%');
    expect(steps.ok && steps.count).toBe(10_000_000_001);
  });

  it.each([
    ['levers.ivr.containment.service', '0%', 'many', '5%', 'unit', 'many'],
    ['levers.ivr.containment.service', '0%', '30%', '5 s', 'unit', '5 s'],
    ['levers.ivr.containment.service', '0%', '30%', '0%', 'range', '0%'],
    ['levers.ivr.containment.service', '0%', '30%', '-5%', 'range', '-5%'],
    ['contactTypes.service.handleTime.phone.mean', '300', '360', '20', 'unit', '300'],
    ['costs.technology', '10000 per month', '12000 per week', '1000 per month', 'unit', '12000 per week'],
    ['costs.technology', '10000 per month', '12000 per month', '1000 per week', 'unit', '1000 per week'],
  ])('%s from %s to %s by %s is refused', (path, from, to, step, code, got) => {
    const steps = at(path)!.steps(from, to, step);
    expect(steps.ok ? null : steps.problem).toMatchObject({ code, path, params: { got } });
  });

  it('are of numbers: nothing else has any', () => {
    for (const path of ['staffing.response', 'name', 'calendar.open', 'no.such', 'variants.absent.changes."levers.ivr.time"'])
      expect([path, at(path)]).toEqual([path, null]);
  });

  it('has one value in SI where one was typed', () => {
    const number = at('contactTypes.service.handleTime.phone.mean')!;
    expect([number.valueOf('5m40s'), number.valueOf('5 min ±10%'), number.valueOf('five'), number.valueOf({ value: '5 min' })]).toEqual([
      340,
      null,
      null,
      null,
    ]);
    expect([number.reads('5 min ±10%'), number.reads('five')]).toEqual([true, false]);
  });
});
