import { describe, expect, it } from 'vitest';
import { noStore, readSaved, saveEarlier, saveWork } from '../src/state/savedWork.ts';
import { opened } from '../src/state/work.ts';
import { preset } from './documents.ts';

const work = opened(preset('telecom-peak'));

describe('saved work', () => {
  it('comes back as it was', () => {
    const store = noStore();
    expect(readSaved(store)).toEqual({ work: null, earlier: [], unreadable: false });
    expect(saveWork(store, work)).toBe(true);
    saveEarlier(store, [work, work]);
    expect(readSaved(store)).toEqual({ work, earlier: [work, work], unreadable: false });
  });

  it.each(['{"version":2,"document":{}}', '{"version":1,"document":{"percall":1}}', 'not JSON', '[]'])(
    'that does not read is put aside, not lost: %s',
    (text) => {
      const store = noStore();
      store.setItem('percall.work', text);
      expect(readSaved(store)).toMatchObject({ work: null, unreadable: true });
      saveWork(store, work);
      expect(store.getItem('percall.unreadable')).toBe(text);
    },
  );

  it.each(['[{"ver', `[{"version":2,"document":{}},${JSON.stringify({ version: 1, ...work })}]`])(
    'an earlier list with something that does not read is put aside whole: %s',
    (text) => {
      const store = noStore();
      store.setItem('percall.earlier', text);
      const saved = readSaved(store);
      expect(saved.unreadable).toBe(true);
      expect(saved.earlier).toEqual(text.includes('telecom') || text.includes('Telecom') ? [work] : []);
      saveEarlier(store, saved.earlier);
      expect(store.getItem('percall.unreadable-earlier')).toBe(text);
    },
  );

  it('is read where it is unreadable and there is no room to put it aside', () => {
    const store = noStore();
    store.setItem('percall.work', 'not JSON');
    const full = {
      ...store,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(readSaved(full)).toEqual({ work: null, earlier: [], unreadable: true });
  });

  it('says so where the browser has no room', () => {
    const full = {
      ...noStore(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(saveWork(full, work)).toBe(false);
  });

  it('selects the baseline where the variant is gone', () => {
    const store = noStore();
    saveWork(store, { ...work, selected: 'nobody' });
    expect(readSaved(store).work?.selected).toBeNull();
  });
});
