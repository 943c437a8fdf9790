import { describe, expect, it } from 'vitest';
import { noStore, SavedWork, type Store } from '../src/state/savedWork.ts';
import { opened, type Work } from '../src/state/work.ts';
import { preset } from './documents.ts';

const work = opened(preset('telecom-peak'));
const other = opened(preset('bank-ivr-verification'));
const third = opened(preset('airline-disruption'));

/** What a tab finds that opens now. */
function found(store: Store) {
  const { work, earlier, unreadable } = new SavedWork(store);
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
    const saved = new SavedWork(store);
    expect(saved.isUntouched).toBe(true);
    expect(saved.save(work)).toBe(true);
    expect(saved.isUntouched).toBe(false);
    saved.keep(other, null);
    saved.keep(third, null);
    saved.keep(other, null);
    expect(saved.earlier).toEqual([other, third]);
    expect(found(store)).toEqual({ work, earlier: [other, third], unreadable: false });
    saved.keep(work, third);
    expect(found(store).earlier).toEqual([work, other]);
  });

  it.each(['{"version":2,"document":{}}', '{"version":1,"document":{"percall":1}}', 'not JSON', '[]'])(
    'that does not read is put aside, not lost: %s',
    (text) => {
      const store = noStore();
      store.setItem('percall.work', text);
      const saved = new SavedWork(store);
      expect(saved).toMatchObject({ work: null, unreadable: true });
      saved.save(work);
      expect(store.getItem('percall.unreadable')).toBe(text);
    },
  );

  it.each(['[{"ver', `[{"version":2,"document":{}},${JSON.stringify({ version: 1, ...work })}]`])(
    'an earlier list with something that does not read is put aside whole: %s',
    (text) => {
      const store = noStore();
      store.setItem('percall.earlier', text);
      const saved = new SavedWork(store);
      expect(saved.unreadable).toBe(true);
      expect(saved.earlier).toEqual(text.includes('telecom') || text.includes('Telecom') ? [work] : []);
      saved.keep(other, null);
      expect(store.getItem('percall.unreadable-earlier')).toBe(text);
    },
  );

  it('is read where it is unreadable and there is no room to put it aside', () => {
    const store = noStore();
    store.setItem('percall.work', 'not JSON');
    expect(found(full(store))).toEqual({ work: null, earlier: [], unreadable: true });
  });

  it('says so where the browser has no room', () => {
    expect(new SavedWork(full(noStore())).save(work)).toBe(false);
  });

  it('selects the baseline where the variant is gone', () => {
    const store = noStore();
    new SavedWork(store).save({ ...work, selected: 'nobody' });
    expect(found(store).work?.selected).toBeNull();
  });
});

describe('two tabs on one storage', () => {
  const named = (name: string): Work => ({ ...work, document: { ...work.document, name } });
  const edited = named('edited');
  const again = named('again');

  /** Both opened on the same work. */
  function tabs() {
    const store = noStore();
    new SavedWork(store).save(work);
    return { store, one: new SavedWork(store), two: new SavedWork(store) };
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
    const later = new SavedWork(store);
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
    expect(found(store).earlier).toEqual([again, edited]);
    one.hear('percall.earlier');
    expect(one.earlier).toEqual([again, edited]);
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
    const two = new SavedWork({
      ...store,
      setItem: (key, text) => (key === 'percall.earlier' ? full(store) : store).setItem(key, text),
    });
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
