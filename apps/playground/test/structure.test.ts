import { compileStudy } from '@percall/core';
import {
  channels,
  checkDocument,
  controlsOf,
  eventsOf,
  getAt,
  isObject,
  namesOf,
  presetNames,
  scenarioDocument,
  valueAt,
  type Channel,
  type Json,
} from '@percall/scenario';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addedChannel, channelsOf, isChannelShare, removedChannel, sharing } from '../src/state/channelMix.ts';
import { addVariant, freeName, removeVariant, renameVariant } from '../src/state/edits.ts';
import { addedEvent, duplicatedEvent, freeEventName, removedEvent, renamedEvent } from '../src/state/eventEdits.ts';
import { addedGroup, addedType, duplicated, freeNameOf, removed, renamed, skilled, skillsOf } from '../src/state/structure.ts';
import { opened, select, variantNames, type Edit, type Work } from '../src/state/work.ts';
import { preset } from './documents.ts';

const notes = {
  volume: 'placeholder',
  like: (name: string) => `as ${name}`,
  staff: 'one',
  share: 'a start',
  event: 'a start',
  example: 'an example',
};
const bank = opened(preset('bank-ivr-verification'));
const baselineOf = (work: Work): Work => ({ ...work, selected: null });

/** The edit as the page makes it: what is refused leaves the work as it is. */
function tried(work: Work, edit: Edit): { readonly work: Work; readonly refused: readonly string[] } {
  const draft = edit(work);
  if (draft.refused !== undefined) return { work, refused: draft.refused.map(({ path }) => path) };
  const checked = checkDocument(draft.document);
  if (!checked.ok) return { work, refused: checked.problems.map(({ path }) => path) };
  return { work: { document: checked.document, selected: draft.selected }, refused: [] };
}

function done(work: Work, edit: Edit): Work {
  const { work: after, refused } = tried(work, edit);
  expect(refused).toEqual([]);
  return after;
}

/** Everything that a document says anywhere, as one text. */
const said = ({ document }: Work): string => JSON.stringify(document);

describe('a contact type', () => {
  it('has another name wherever it is spoken of', () => {
    const work = done(baselineOf(bank), renamed('contactType', 'cards', 'plastic'));
    expect(said(work)).not.toMatch(/"cards"/);
    expect(getAt(work.document, ['levers', 'ivr', 'containment', 'plastic'])).toBe('23%');
    expect(getAt(work.document, ['agents', 'card service', 'skills'])).toEqual(['plastic']);
    expect(namesOf(work.document, 'contactType')).toEqual(['accounts', 'plastic']);
  });

  it('has it in the paths of variants and of correlations too', () => {
    const document = checkDocument({
      ...bank.document,
      correlations: { 'contactTypes.cards.volume~agents."card service".wage': 0.2 },
      variants: [
        {
          name: 'V',
          changes: {
            'contactTypes.cards.volume': '60k per month',
            'calendar.events': [{ name: 'e', days: '2026-03-09', volume: 'x2', contactTypes: ['cards'] }],
            'agents."card service".skills': { cards: 1, accounts: 2 },
            'levers.selfService': { platform: '10 per month', cards: { tries: '20%' } },
          },
        },
      ],
    });
    if (!document.ok) throw new Error(JSON.stringify(document.problems));
    const work: Work = { document: document.document, selected: null };
    const after = done(work, renamed('contactType', 'cards', 'new name'));
    expect(said(after)).not.toMatch(/"cards"|\.cards/);
    expect(Object.keys(getAt(after.document, ['correlations']) as object)).toEqual([
      'contactTypes."new name".volume~agents."card service".wage',
    ]);
    expect(done(after, renamed('contactType', 'new name', 'cards')).document).toEqual(work.document);

    const gone = removed('contactType', 'cards')(work);
    expect(gone.gone).toEqual([
      'agents."card service"',
      'levers.ivr.containment.cards',
      'correlations."contactTypes.cards.volume~agents.\\"card service\\".wage"',
      'variants.V.changes."contactTypes.cards.volume"',
      'variants.V.changes."calendar.events".e',
      'variants.V.changes."levers.selfService".cards',
      'variants.V.changes."agents.\\"card service\\".skills"',
    ]);
    const { work: left } = tried(work, removed('contactType', 'cards'));
    expect(said(left)).not.toMatch(/cards|card service/);
  });

  it('that is new is few, is served, takes as long as its like, and is marked as nobody’s', () => {
    const work = done(bank, addedType('cards', 'loans', notes));
    const control = controlsOf(work.document).find(({ path }) => path === 'contactTypes.loans.volume')!;
    expect(valueAt(work.document, control)).toMatchObject({ text: '1000 per month', source: 'default', note: 'placeholder' });
    const time = controlsOf(work.document).find(({ path }) => path === 'contactTypes.loans.handleTime.phone.mean')!;
    expect(valueAt(work.document, time)).toMatchObject({ central: 408, source: 'default', note: 'as cards' });
    expect(skillsOf(work.document, 'card service')).toEqual(['cards', 'loans']);
    expect(getAt(work.document, ['levers', 'ivr', 'containment', 'loans'])).toBeUndefined();
    expect(compileStudy(work.document).ok).toBe(true);
    expect(said(done(work, removed('contactType', 'loans')))).toBe(said(bank));
  });

  it('is copied with all that is said of it', () => {
    const work = done(bank, duplicated('contactType', 'cards', 'cards 2'));
    expect(getAt(work.document, ['contactTypes', 'cards 2'])).toEqual(getAt(work.document, ['contactTypes', 'cards']));
    expect(getAt(work.document, ['levers', 'ivr', 'containment', 'cards 2'])).toBe('23%');
    expect(said(done(work, removed('contactType', 'cards 2')))).toBe(said(bank));
  });

  it('whose name is taken, empty, or the last one, is refused: nothing changes', () => {
    expect(tried(bank, renamed('contactType', 'cards', 'accounts'))).toEqual({ work: bank, refused: ['contactTypes.accounts'] });
    expect(tried(bank, renamed('contactType', 'cards', ' ')).refused).toEqual(['contactTypes']);
    const one = done(bank, removed('contactType', 'cards'));
    const last = tried(one, removed('contactType', 'accounts'));
    expect(last.work).toBe(one);
    expect(last.refused).toContain('contactTypes');
  });
});

describe('a group of agents', () => {
  it('that is new serves what its like does, at a wage marked as nobody’s, with one agent where staff are given', () => {
    const document = {
      ...bank.document,
      staffing: { plan: 'headcount', headcount: { 'account service': '60 FTE', 'card service': '40 FTE' } },
      variants: [
        {
          name: 'R',
          changes: {
            'staffing.plan': 'roster',
            'staffing.roster': { 'account service': { 'mon-sat': 30 }, 'card service': { 'mon-sat': 20 } },
          },
        },
      ],
    };
    const checked = checkDocument(document);
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
    const work = done({ document: checked.document, selected: 'R' }, addedGroup('card service', 'late shift', notes));
    expect(getAt(work.document, ['agents', 'late shift'])).toEqual({
      skills: ['cards'],
      wage: { value: '19.16 per h', source: 'default', note: 'as card service' },
    });
    expect(getAt(work.document, ['staffing', 'headcount', 'late shift'])).toMatchObject({ value: '1 FTE', source: 'default' });
    const variant = scenarioDocument(work.document, 'R')!;
    expect(getAt(variant, ['staffing', 'roster', 'late shift'])).toEqual({ 'mon-sat': 1 });
    expect(said(done(work, removed('agentGroup', 'late shift')))).toBe(said({ document: checked.document, selected: 'R' }));
  });

  it('that alone serves something stays, with the reason', () => {
    expect(tried(bank, removed('agentGroup', 'card service'))).toEqual({ work: bank, refused: ['contactTypes.cards'] });
    const helped = done(baselineOf(bank), skilled('account service', 'cards', true));
    expect(skillsOf(done(helped, removed('agentGroup', 'card service')).document, 'account service')).toEqual(['accounts', 'cards']);
  });

  it('has another name wherever it is spoken of', () => {
    const work = done(bank, renamed('agentGroup', 'card service', 'plastic desk'));
    expect(said(work)).not.toMatch(/card service/);
  });
});

describe('channels of a contact type', () => {
  const sums = ({ document }: Work): number[] =>
    [null, ...variantNames(document)].flatMap((variant) => {
      const scenario = scenarioDocument(document, variant)!;
      return namesOf(document, 'contactType').map((type) =>
        controlsOf(scenario)
          .filter((control) => isChannelShare(control) && control.names[0] === type)
          .reduce((sum, control) => sum + valueAt(scenario, control)!.central, 0),
      );
    });

  it.each([null, 'IVR verification'])('come and go in %s: the others make room, and a handle time comes along', (selected) => {
    const work = { ...bank, selected };
    const added = done(work, addedChannel('cards', 'chat', notes));
    const scenario = scenarioDocument(added.document, selected)!;
    expect(channelsOf(scenario, 'cards')).toEqual(['phone', 'chat']);
    expect(getAt(scenario, ['contactTypes', 'cards', 'handleTime', 'chat', 'mean'])).toMatchObject({ source: 'default', note: 'as phone' });
    for (const sum of sums(added)) expect(sum).toBeCloseTo(1, 9);
    expect(compileStudy(added.document).ok).toBe(true);
    const share = controlsOf(scenario).find(({ path }) => path === 'contactTypes.cards.channels.chat')!;
    const moved = done(added, sharing(share, '35%', scenario, notes));
    for (const sum of sums(moved)) expect(sum).toBeCloseTo(1, 9);
    const without = removedChannel('cards', 'chat')(moved);
    const left = done(moved, removedChannel('cards', 'chat'));
    expect(channelsOf(scenarioDocument(left.document, selected), 'cards')).toEqual(['phone']);
    expect(without.gone).toEqual(selected === null ? ['contactTypes.cards.handleTime.chat'] : []);
    if (selected === null) expect(left.document).toEqual(work.document);
  });

  it('keep the last one', () => {
    expect(tried(bank, removedChannel('cards', 'phone')).work).toBe(bank);
    expect(tried(bank, removedChannel('cards', 'phone')).refused.length).toBeGreaterThan(0);
  });

  it('reach a group that was kept to others', () => {
    const only = checkDocument({
      ...bank.document,
      agents: {
        ...(bank.document['agents'] as object),
        'card service': { ...(getAt(bank.document, ['agents', 'card service']) as object), channels: ['phone'] },
      },
    });
    if (!only.ok) throw new Error(JSON.stringify(only.problems));
    const work = done({ document: only.document, selected: null }, addedChannel('cards', 'email', notes));
    expect(getAt(work.document, ['agents', 'card service', 'channels'])).toEqual(['phone', 'email']);
  });
});

describe('events', () => {
  it('come on an open day, are renamed with the paths that lead to them, and take changes of variants along', () => {
    const first = done(baselineOf(bank), addedEvent('storm', notes));
    const second = done(first, duplicatedEvent(0, 'strike'));
    expect(eventsOf(second.document)).toMatchObject([{ name: 'storm', days: '2026-03-02' }, { name: 'strike' }]);
    const changed = checkDocument({
      ...second.document,
      variants: [{ name: 'V', changes: { 'calendar.events.storm.volume': 'x3', 'calendar.events[1].volume': 'x4' } }],
    });
    if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
    const work: Work = { document: changed.document, selected: null };
    const named = done(work, renamedEvent(0, 'hurricane'));
    expect(Object.keys(getAt(named.document, ['variants', 'V', 'changes']) as object)).toEqual([
      'calendar.events.hurricane.volume',
      'calendar.events[1].volume',
    ]);
    expect(removedEvent(0)(named).gone).toEqual(['variants.V.changes."calendar.events.hurricane.volume"']);
    const left = done(named, removedEvent(0));
    expect(getAt(left.document, ['variants', 'V', 'changes'])).toEqual({ 'calendar.events[0].volume': 'x4' });
    expect(eventsOf(scenarioDocument(left.document, 'V'))).toMatchObject([{ name: 'strike', volume: 'x4' }]);
    expect(tried(second, renamedEvent(0, 'strike')).refused.length).toBeGreaterThan(0);
  });

  it('of a variant are its own', () => {
    const work = done(bank, addedEvent('storm', notes));
    expect(eventsOf(work.document)).toEqual([]);
    expect(eventsOf(scenarioDocument(work.document, bank.selected))).toHaveLength(1);
    expect(said(done(work, removedEvent(0)))).toBe(said(bank));
  });
});

describe('any sequence of edits', () => {
  const pick = fc.nat({ max: 1000 });
  const step = fc.record({
    kind: fc.constantFrom(...(['add', 'copy', 'rename', 'remove'] as const)),
    of: fc.constantFrom('type', 'group', 'event', 'variant', 'channel', 'skill', 'select'),
    a: pick,
    b: pick,
    name: fc.constantFrom('x', 'a.b', '"q"', 'cards', 'z~y', 'مبيعات', '__proto__', ' ', 'phone', 'platform'),
  });
  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

  function editOf(work: Work, { kind, of, a, b, name }: Step): Edit {
    const { document, selected } = work;
    const at = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
    const scenario = scenarioDocument(document, selected)!;
    const types = namesOf(document, 'contactType');
    const groups = namesOf(document, 'agentGroup');
    const none: Edit = (same) => same;
    const named = of === 'type' ? ('contactType' as const) : ('agentGroup' as const);
    switch (of) {
      case 'type':
      case 'group': {
        const it = at(of === 'type' ? types : groups, a);
        if (kind === 'rename') return renamed(named, it, name);
        if (kind === 'remove') return removed(named, it);
        const free = freeNameOf(document, named, (count) => `${name} ${count}`);
        if (kind === 'copy') return duplicated(named, it, free);
        return of === 'type' ? addedType(it, free, notes) : addedGroup(it, free, notes);
      }
      case 'event': {
        const count = eventsOf(scenario).length;
        if (kind === 'add' || count === 0)
          return addedEvent(
            freeEventName(scenario, (n) => `${name} ${n}`),
            notes,
          );
        if (kind === 'copy')
          return duplicatedEvent(
            a % count,
            freeEventName(scenario, (n) => `${name} ${n}`),
          );
        return kind === 'rename' ? renamedEvent(a % count, name) : removedEvent(a % count);
      }
      case 'variant': {
        const variant = at([...variantNames(document), ''], a);
        if (kind === 'rename') return renameVariant(variant, name);
        return kind === 'remove'
          ? removeVariant(variant)
          : addVariant(
              freeName(document, (count) => `${name} ${count}`),
              kind === 'copy',
            );
      }
      case 'channel': {
        const channel: Channel = at(channels, b);
        return kind === 'remove' ? removedChannel(at(types, a), channel) : addedChannel(at(types, a), channel, notes);
      }
      case 'skill':
        return skilled(at(groups, a), at(types, b), kind !== 'remove');
      case 'select':
        return kind === 'add' ? select(null) : (select(at([null, ...variantNames(document)], a)) ?? none);
    }
  }

  it.each(presetNames())(
    'on %s leaves a document that the check takes, refuses in words what it must, and touches nothing it was given',
    (name) => {
      fc.assert(
        fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
          let work = opened(preset(name));
          for (const each of steps) {
            const before = said(work);
            const edit = editOf(work, each);
            const draft = edit(work);
            // What came before is what undo gives back: byte by byte as it was.
            expect(said(work)).toBe(before);
            const { work: next, refused } = tried(work, edit);
            if (refused.length > 0) expect(next).toBe(work);
            // What is added under a free name is never refused.
            if (['type', 'group', 'event'].includes(each.of) && ['add', 'copy'].includes(each.kind)) expect(refused).toEqual([]);
            // Whatever went wrong with an edit, it was not the program's: nothing refers to what is not there.
            const known = namesOf(next.document, 'contactType');
            for (const group of namesOf(next.document, 'agentGroup'))
              for (const skill of skillsOf(next.document, group)) expect(known).toContain(skill);
            expect(isObject(draft.document)).toBe(true);
            work = next;
          }
          expect(checkDocument(work.document as unknown as Json).ok).toBe(true);
        }),
        { seed: 7, numRuns: 25 },
      );
    },
  );
});
