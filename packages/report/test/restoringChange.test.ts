import type { Remedy } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { changeFigures, changeText, nothingRestores, type RestoringChange } from '../src/restoringChange.ts';
import { en } from '../src/words/en.ts';
import { setting } from './madeUpResults.ts';

const remedy = (kind: Remedy['kind'], from: string, to: string, names: readonly string[] = []): Remedy => ({
  kind,
  path: 'some.path',
  pattern: 'some.path',
  names,
  within: [],
  places: 3,
  from,
  to: (place) => (place === 2 ? to : 'another place'),
  documentAt: () => ({ ok: false, problems: [] }),
});
const change = (over: Partial<RestoringChange> = {}): RestoringChange => ({
  remedy: remedy('target', '80%', '84%'),
  place: 2,
  cost: 5.66,
  baselineCost: 5.79,
  more: 0.05,
  holds: 0.93,
  cheaper: 0.97,
  ...over,
});
const plain = { input: ({ path }: Remedy) => `<${path}>`, shown: (text: string) => `[${text}]` };
const said = (of: Remedy): string => changeText({ remedy: of, place: 2 }, en, plain);

describe('a change that restores service, in words', () => {
  it('says what is changed, to what and from what, in the spelling of its place', () => {
    expect(said(remedy('target', '80%', '84%'))).toBe('Plan with <some.path>: [84%] instead of [80%]');
    expect(said(remedy('lever', '70%', '55%'))).toBe('<some.path>: [55%] instead of [70%]');
    expect(said(remedy('roster', '0', '1', ['desk']))).toBe('1 more agent of desk whenever it is on duty');
    expect(said(remedy('roster', '0', '2', ['desk']))).toBe('2 more agents of desk whenever it is on duty');
    expect(said(remedy('response', 'locked', 're-plan'))).toBe('Plan the staff anew instead of keeping the roster');
  });

  it('says what it costs beside what is there, and whether that is still less than the baseline', () => {
    expect(changeFigures(change(), setting, en)).toEqual([
      '5.61 → 5.66 USD per handled contact on average (+0.05)',
      'all floors met in 93 of 100 futures',
      'still cheaper than the baseline, in 97 of 100 futures',
    ]);
    expect(changeFigures(change({ baselineCost: 5.65, cheaper: 0.4 }), setting, en).at(-1)).toBe(
      'no longer cheaper than the baseline: it is in 40 of 100 futures',
    );
    // As anyone would add up what is shown, whatever was rounded away.
    expect(changeFigures(change({ cost: 5.6051, more: 0.1649 }), setting, en)[0]).toBe(
      '5.44 → 5.61 USD per handled contact on average (+0.17)',
    );
    // Below the wanted chance no count reaches it.
    expect(changeFigures(change({ holds: 0.897 }), setting, en)[1]).toBe('all floors met in 89 of 100 futures');
    expect(changeFigures(change({ cheaper: null, more: -0.02 }), setting, en)).toEqual([
      '5.68 → 5.66 USD per handled contact on average (-0.02)',
      'all floors met in 93 of 100 futures',
    ]);
    expect(changeFigures(change({ cost: null, more: null }), setting, en)).toEqual(['all floors met in 93 of 100 futures']);
  });

  it('says why there is none', () => {
    const none = { found: [], nearest: null, asItIs: { holds: 0.5 }, wanted: 0.9, remedies: 4 };
    expect(nothingRestores({ ...none, found: [change()] }, en)).toBeNull();
    expect(nothingRestores(none, en)).toBe('No single change restores it; 4 were tried.');
    expect(nothingRestores({ ...none, nearest: change() }, en)).toBe('No single change restores it; 4 were tried. This comes nearest:');
    expect(nothingRestores({ ...none, remedies: 0 }, en)).toBe('No single input of this scenario could bring service back.');
    expect(nothingRestores({ ...none, asItIs: { holds: 0.9 } }, en)).toMatch(/^No change is needed: .* in 90 of 100\.$/);
  });
});
