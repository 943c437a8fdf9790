import type { Must, Problem, ProblemCode } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { en } from '../src/words/en.ts';
import { problemSentence } from '../src/problem.ts';

const problem = (code: ProblemCode, path: string, must: Must, got: unknown, nearest?: string): Problem => ({
  code,
  path,
  params: { must, got, ...(nearest === undefined ? {} : { nearest }) },
  severity: code === 'unused' ? 'warning' : 'error',
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
