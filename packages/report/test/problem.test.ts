import type { Hint, Must, Problem, ProblemCode } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { en } from '../src/words/en.ts';
import { problemSentence } from '../src/problem.ts';

const problem = (code: ProblemCode, path: string, must: Must, got: unknown, nearest?: string): Problem => ({
  code,
  path,
  params: { must, got, ...(nearest === undefined ? {} : { nearest }) },
  severity: code === 'unused' || code === 'unlikely' ? 'warning' : 'error',
});
const say = (...of: Parameters<typeof problem>): string => problemSentence(problem(...of), en);

describe('a problem reads', () => {
  const share: Must = { rule: 'between', low: 0, high: 1, quantity: 'share' };

  it('where, what must hold, and what was given', () => {
    expect(say('range', 'levers.ivr.containment.billing', share, 1.4)).toBe(
      'levers.ivr.containment.billing must be a share between 0 and 1, not 1.4',
    );
    expect(say('range', 'levers.ivr.containment.billing', share, '140%')).toBe(
      'levers.ivr.containment.billing must be a share between 0 and 1, not 140%',
    );
    expect(say('unit', 'levers.ivr.time', { rule: 'quantity', quantity: 'duration', example: '5m40s' }, 35)).toBe(
      'levers.ivr.time must be a duration, such as 5m40s, not 35',
    );
    expect(say('sum', 'contactTypes.billing.channels', { rule: 'sumTo', total: 1 }, '93%')).toBe(
      'contactTypes.billing.channels must add up to 100%, not 93%',
    );
  });

  it('an unknown key with the nearest right one, or with those known', () => {
    const known: Must = { rule: 'known', names: ['containment', 'time'] };
    expect(say('unknownKey', 'levers.ivr.contanment', known, 'contanment', 'containment')).toBe(
      'levers.ivr.contanment is not a known key; did you mean "containment"?',
    );
    expect(say('unknownKey', 'levers.ivr.zzz', known, 'zzz')).toBe('levers.ivr.zzz is not a known key; known here: containment, time');
  });

  it('what is not modelled yet, and what has no effect', () => {
    expect(say('notModelledYet', 'levers.callback.accepts', { rule: 'modelled', since: 'callbacks' }, '35%')).toBe(
      'levers.callback.accepts is not modelled yet (callbacks)',
    );
    expect(say('unused', 'agents.experts', { rule: 'present' }, undefined)).toBe('warning: agents.experts has no effect here');
  });

  it('a way out after what was given, and before a nearest name', () => {
    const hinted = (code: ProblemCode, path: string, must: Must, got: unknown, hint: Hint): string => {
      const { params, ...rest } = problem(code, path, must, got);
      return problemSentence({ ...rest, params: { ...params, hint } }, en);
    };
    expect(
      hinted('range', 'agents.team.shrinkage', { ...share, high: 0.95 }, 32, {
        key: 'percent',
        values: { percent: '32%', share: '0.32' },
      }),
    ).toBe('agents.team.shrinkage must be a share between 0 and 0.95, not 32; write 32% or 0.32');
    expect(
      hinted('missing', 'percall', { rule: 'text', key: 'version', values: { current: 1 } }, null, {
        key: 'addLine',
        values: { line: 'percall: 1' },
      }),
    ).toBe('percall is missing; add `percall: 1`');
    expect(
      hinted('unlikely', 'contactTypes.calls.volume', { rule: 'atLeast', low: 44, quantity: 'count' }, 27, {
        key: 'fewContacts',
        values: { contacts: 27, period: 'month', comma: '27,000', scaled: '27k', plain: '27000' },
      }),
    ).toBe('warning: contactTypes.calls.volume is unlikely: 27 contacts per month; 27,000 is written 27000, 27k or 27,000');
    const example = '27k per month';
    expect(
      hinted('unlikely', 'contactTypes.calls.volume', { rule: 'text', key: 'namedPeriod', values: { example } }, '27k', {
        key: 'restated',
        values: { volume: '27k', before: 'month', after: 'year', example },
      }),
    ).toBe('warning: contactTypes.calls.volume is unlikely: 27k is per year now; what was meant per month is written 27k per month');
  });

  it('a number for two periods, with the one that the rest of it names', () => {
    const must = { rule: 'text', key: 'samePeriod', values: { basis: 'per month' } } as const;
    expect(say('unit', 'contactTypes.calls.volume.high', must, '1.5M per year')).toBe(
      'contactTypes.calls.volume.high must be for one period throughout, and say so: per month, not "1.5M per year"',
    );
  });

  it('a group that is wanted, with an example of it', () => {
    expect(say('type', 'contactTypes.calls.handleTime', { rule: 'kind', kind: 'object', example: '{ phone: 345 s }' }, 330)).toBe(
      'contactTypes.calls.handleTime must be a group of keys, such as { phone: 345 s }, not 330',
    );
  });

  it('a path that cannot be read as itself, not as the document', () => {
    expect(say('syntax', '', { rule: 'text', key: 'path' }, 'levers..ivr')).toMatch(/^"levers\.\.ivr" must be a path/);
  });

  it('about the whole document', () => {
    expect(say('missing', '', { rule: 'kind', kind: 'object' }, undefined)).toBe('the document is missing; it must be a group of keys');
  });

  it('what was given never reaches the terminal as a command, and is cut', () => {
    const sentence = say('type', 'name', { rule: 'kind', kind: 'text' }, `\u001b[2J${'x'.repeat(200)}`);
    expect(sentence).not.toContain('\u001b');
    expect(sentence.length).toBeLessThan(100);
    expect(say('range', 'x', share, '1\u001b[2J')).not.toContain('\u001b');
  });
});
