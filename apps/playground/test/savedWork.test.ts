import { checkDocument } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { noStore, SavedWork, type Store } from '../src/state/savedWork.ts';
import { opened, type Work } from '../src/state/work.ts';
import { preset } from './documents.ts';

const work = opened(preset('telecom-peak'));
const other = opened(preset('bank-ivr-verification'));
const third = opened(preset('airline-disruption'));

/** What a tab finds that opens now. */
function found(store: Store) {
  const { work, earlier, unreadable } = new SavedWork(store, checkDocument);
  return { work, earlier, unreadable };
}

/** The store of a browser that has no room left. */
const full = (store: Store): Store => ({
  ...store,
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
});

describe('saved work', () => {
  it('comes back as it was', () => {
    const store = noStore();
    expect(found(store)).toEqual({ work: null, earlier: [], unreadable: false });
    const saved = new SavedWork(store, checkDocument);
    expect(saved.isUntouched).toBe(true);
    expect(saved.save(work)).toBe(true);
    expect(saved.isUntouched).toBe(false);
    saved.keep(other, null);
    saved.keep(third, null);
    saved.keep(other, null);
    expect(saved.earlier).toMatchObject([other, third]);
    expect(found(store)).toMatchObject({ work, earlier: [other, third], unreadable: false });
    saved.keep(work, third);
    expect(found(store).earlier).toMatchObject([work, other]);
  });

  it.each(['{"version":2,"document":{}}', '{"version":1,"document":{"percall":1}}', 'not JSON', '[]'])(
    'that does not read is put aside, not lost: %s',
    (text) => {
      const store = noStore();
      store.setItem('percall.work', text);
      const saved = new SavedWork(store, checkDocument);
      expect(saved).toMatchObject({ work: null, unreadable: true });
      saved.save(work);
      expect(store.getItem('percall.unreadable')).toBe(text);
    },
  );

  it('a list that does not read at all is put aside whole', () => {
    const store = noStore();
    store.setItem('percall.earlier', '[{"ver');
    const saved = new SavedWork(store, checkDocument);
    expect(saved).toMatchObject({ unreadable: true, earlier: [] });
    saved.keep(other, null);
    expect(store.getItem('percall.unreadable-earlier')).toBe('[{"ver');
  });

  it.each<readonly [string, unknown]>([
    ['of a later build', { version: 2, document: {}, more: [1] }],
    ['that is no study', 'half'],
    ['whose document is not valid', { version: 1, document: { percall: 1 } }],
  ])('an entry %s stays in the list as it is, whatever happens to the others', (_, entry) => {
    const store = noStore();
    store.setItem('percall.earlier', JSON.stringify([entry, { version: 1, ...work }]));
    const saved = new SavedWork(store, checkDocument);
    expect(saved).toMatchObject({ unreadable: false, foreign: 1, earlier: [work] });
    saved.keep(other, null);
    saved.replace(saved.earlier[1]!, null);
    expect(JSON.parse(store.getItem('percall.earlier')!)).toMatchObject([{ ...other }, entry]);
    expect(new SavedWork(store, checkDocument)).toMatchObject({ foreign: 1, earlier: [other] });
  });

  it('is read where it is unreadable and there is no room to put it aside', () => {
    const store = noStore();
    store.setItem('percall.work', 'not JSON');
    expect(found(full(store))).toMatchObject({ work: null, earlier: [], unreadable: true });
  });

  it('says so where the browser has no room', () => {
    expect(new SavedWork(full(noStore()), checkDocument).save(work)).toBe(false);
  });

  it('selects the baseline where the variant is gone', () => {
    const store = noStore();
    new SavedWork(store, checkDocument).save({ ...work, selected: 'nobody' });
    expect(found(store).work?.selected).toBeNull();
  });
});

describe('kept studies', () => {
  const headline = { text: '6.86, 6.55 USD', scenarios: ['baseline', 'IVR'], per: 'handled' };

  it('know when they were changed and what they came to', () => {
    const store = noStore();
    let now = 1000;
    const saved = new SavedWork(store, checkDocument, () => now);
    saved.save(work);
    now = 2000;
    saved.remark(work, headline);
    saved.keep(work, null);
    saved.save(other);
    expect(new SavedWork(store, checkDocument).earlier).toMatchObject([{ ...work, changed: 1000, headline }]);
    // Taken up again, and left again: it was not changed.
    const later = new SavedWork(store, checkDocument, () => 3000);
    const [kept] = later.earlier;
    later.keep(later.work!, kept!);
    later.save({ document: kept!.document, selected: kept!.selected });
    later.keep({ document: kept!.document, selected: kept!.selected }, null);
    expect(later.earlier).toMatchObject([
      { ...work, changed: 1000, headline },
      { ...other, changed: 2000, headline: null },
    ]);
  });

  it('of older builds, and with odd remarks, read without them', () => {
    const store = noStore();
    const odd = { changed: 'yesterday', headline: { text: 4, scenarios: [], per: 'handled' } };
    store.setItem(
      'percall.earlier',
      JSON.stringify([
        { version: 1, ...work },
        { version: 1, ...other, ...odd },
      ]),
    );
    expect(new SavedWork(store, checkDocument).earlier).toMatchObject([
      { ...work, changed: null, headline: null },
      { ...other, changed: null, headline: null },
    ]);
  });

  it('are renamed, copied and deleted in place, and a deleted one comes back where it was', () => {
    const saved = new SavedWork(noStore(), checkDocument);
    for (const each of [third, other, work]) saved.keep(each, null);
    const renamed = { ...other, document: { ...other.document, name: 'Renamed' } };
    expect(saved.replace(saved.earlier[1]!, renamed)).toBe(true);
    expect(saved.earlier).toMatchObject([work, renamed, third]);
    const copy = { ...third, document: { ...third.document, name: 'Copy' } };
    expect(saved.insert(copy, third)).toBe(true);
    expect(saved.earlier).toMatchObject([work, renamed, copy, third]);
    expect(saved.replace(saved.earlier[1]!, null)).toBe(true);
    expect(saved.earlier).toMatchObject([work, copy, third]);
    saved.insert(renamed, copy);
    expect(saved.earlier).toMatchObject([work, renamed, copy, third]);
  });

  it('are never dropped for their number', () => {
    const saved = new SavedWork(noStore(), checkDocument);
    const names = Array.from({ length: 60 }, (_, i) => `study ${i}`);
    for (const name of names) saved.keep({ ...work, document: { ...work.document, name } }, null);
    expect(saved.earlier.map(({ document }) => document['name'])).toEqual(names.reverse());
  });

  it('stay as they were, in storage and on the page, where there is no room for a change of theirs', () => {
    const store = noStore();
    new SavedWork(store, checkDocument).keep(work, null);
    const saved = new SavedWork(full(store), checkDocument);
    expect(saved.insert(other, null)).toBe(false);
    expect(found(store).earlier).toMatchObject([work]);
    expect(saved.earlier).toMatchObject([work, other]);
  });
});

describe('two tabs on one storage', () => {
  const named = (name: string): Work => ({ ...work, document: { ...work.document, name } });
  const edited = named('edited');
  const again = named('again');

  /** Both opened on the same work. */
  function tabs() {
    const store = noStore();
    new SavedWork(store, checkDocument).save(work);
    return { store, one: new SavedWork(store, checkDocument), two: new SavedWork(store, checkDocument) };
  }

  it('keep what the other has saved, before they save over it', () => {
    const { store, one, two } = tabs();
    one.save(edited);
    two.save(other);
    expect(two.earlier).toMatchObject([edited]);
    expect(found(store)).toMatchObject({ work: other, earlier: [edited] });
  });

  it('that go to and fro leave the present work of each, and none on the way', () => {
    const { store, one, two } = tabs();
    for (const next of [edited, again]) {
      one.save(next);
      two.save(other);
    }
    expect(found(store)).toMatchObject({ work: other, earlier: [again] });
    one.save(third);
    expect(found(store)).toMatchObject({ work: third, earlier: [other] });
  });

  it('keep their own where a tab that opened on it has gone on from there', () => {
    const { store, one } = tabs();
    one.save(edited);
    const later = new SavedWork(store, checkDocument);
    later.save(again);
    expect(found(store).earlier).toEqual([]);
    one.hear('percall.work');
    one.hear('percall.work');
    expect(found(store)).toMatchObject({ work: again, earlier: [edited] });
    // And once more where both have kept it.
    one.save(other);
    later.hear('percall.work');
    expect(found(store)).toMatchObject({ work: other, earlier: [again] });
  });

  it('add to the earlier works of each other', () => {
    const { store, one, two } = tabs();
    one.keep(edited, null);
    two.keep(again, null);
    expect(found(store).earlier).toMatchObject([again, edited]);
    one.hear('percall.earlier');
    expect(one.earlier).toMatchObject([again, edited]);
  });

  it('that have not edited leave nothing behind, nor those that have the same work', () => {
    const { store, one, two } = tabs();
    one.save(edited);
    two.hear('percall.work');
    two.save(edited);
    expect(found(store)).toEqual({ work: edited, earlier: [], unreadable: false });
  });

  it('do not save over what there is no room to keep', () => {
    const { store, one } = tabs();
    const two = new SavedWork(
      {
        ...store,
        setItem: (key, text) => (key === 'percall.earlier' ? full(store) : store).setItem(key, text),
      },
      checkDocument,
    );
    one.save(edited);
    expect(two.save(other)).toBe(false);
    expect(found(store).work).toEqual(edited);
  });

  it('put aside what a later build has saved', () => {
    const { store, two } = tabs();
    const text = '{"version":2,"document":{}}';
    store.setItem('percall.work', text);
    two.save(work);
    expect(store.getItem('percall.unreadable')).toBe(text);
  });
});
