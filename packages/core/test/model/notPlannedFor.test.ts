import type { Json } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { compileStudy, type FloorName } from '../../src/index.ts';
import { documentWith } from '../support/document.ts';

type Changes = Readonly<Record<string, Json>>;

const warned = (changes: Changes, variants: readonly Changes[] = [], floor: FloorName = 'erlang'): readonly string[] => {
  const compiled = compileStudy(documentWith(changes, { variants: variants as unknown as Json }), { floor });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.warnings.filter(({ code }) => code === 'unplanned').map(({ path }) => path);
};

const callback = { 'levers.callback': { accepts: '30%' } };
const trunks = { 'channels.phone.trunks': 200 };
const overflow = {
  'agents.back': { skills: { service: 2 }, wage: '20 per h' },
  'levers.routing.overflowAfter': { back: '30 s' },
};

describe('a plan to target that does not count on what happens', () => {
  it.each<[string, Changes, string]>([
    ['callbacks', callback, 'levers.callback'],
    ['trunks', trunks, 'channels.phone.trunks'],
    ['overflow timers', overflow, 'levers.routing.overflowAfter'],
  ])('%s are warned of, on either floor, and not where the roster is given', (_, changes, path) => {
    expect(warned(changes)).toEqual([path]);
    expect(warned(changes, [], 'calls')).toEqual([path]);
    const groups = Object.hasOwn(changes, 'agents.back') ? ['team', 'back'] : ['team'];
    const roster = Object.fromEntries(groups.map((group) => [group, { 'mon-fri': 100 }]));
    expect(warned({ ...changes, 'staffing.plan': 'roster', 'staffing.roster': roster })).toEqual([]);
  });

  it('is warned of once, where it comes in: of a variant whose plan is its own, not of one on the baseline’s roster', () => {
    const variants = (response: string) => [{ name: 'Called back', response, changes: callback }];
    expect(warned({}, variants('re-plan'))).toEqual(['variants."Called back".levers.callback']);
    expect(warned({}, variants('locked'))).toEqual([]);
    expect(warned({ ...callback, 'staffing.response': 'locked' })).toEqual(['levers.callback']);
    expect(warned(callback, [{ name: 'Faster', changes: { 'levers.software.handleTime': '-5%' } }])).toEqual(['levers.callback']);
    expect(warned({})).toEqual([]);
  });
});
