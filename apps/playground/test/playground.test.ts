import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Desk, DeskAnswer } from '../src/desk/desk.ts';
import { Answers } from '../src/state/answers.svelte.ts';
import { LateCheck } from '../src/state/lateCheck.ts';
import { nameOf, Playground } from '../src/state/playground.svelte.ts';
import { noStore, SavedWork, type Store } from '../src/state/savedWork.ts';
import { opened, select, variantNames, type Edit } from '../src/state/work.ts';
import { preset } from './documents.ts';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A desk that gives one answer, at once, to whatever it is asked. */
const prompt: Desk = {
  answer: async (_, { answered }, signal) => {
    await turn();
    signal.throwIfAborted();
    await answered({ replications: 64, of: 64, exactToCome: 0 } as DeskAnswer);
  },
};

const bank = preset('bank-ivr-verification');
const late = new LateCheck();
beforeAll(() => late.fetch());
const open = (store: Store): Playground =>
  new Playground(new Answers(prompt), late, store, { document: bank, checked: [], compiled: null });
const [first, second] = variantNames(bank);
const named =
  (name: string): Edit =>
  ({ document, selected }) => ({ document: { ...document, name }, selected });

it('ends with the answer to the scenario that was selected last, however fast one goes to and fro', async () => {
  const playground = open(noStore());
  await turn();
  await turn();
  expect(playground.answers.answer?.selected).toBe(first);
  playground.update(select(second!));
  playground.update(select(first!));
  for (let i = 0; i < 6; i++) await turn();
  expect(playground.work.selected).toBe(first);
  expect(playground.answers.answer?.selected).toBe(first);
});

it('does not save another study over work that there was no room to keep', async () => {
  const store = noStore();
  const work = opened(bank);
  new SavedWork(store, late.check).save(work);
  const full = {
    ...store,
    setItem: (key: string, value: string) => {
      if (key === 'percall.earlier') throw new DOMException('full', 'QuotaExceededError');
      store.setItem(key, value);
    },
  };
  const playground = open(full);
  playground.open(preset('telecom-peak'));
  await turn();
  expect(playground.notice).toEqual({ kind: 'notSaved' });
  expect(new SavedWork(store, late.check).work).toEqual(work);
});

it('keeps what another tab saved since among the earlier works, and shows it there', async () => {
  const store = noStore();
  const tab = (): Playground => open(store);
  const [one, two] = [tab(), tab()];
  one.update(named('one'));
  await turn();
  two.update(named('two'));
  await turn();
  expect(two.earlier.map(({ document }) => nameOf(document))).toEqual(['one']);
  await one.hear('percall.earlier');
  expect(one.earlier.map(({ document }) => nameOf(document))).toEqual(['one']);
  one.update(named('one again'));
  await turn();
  expect(one.earlier.map(({ document }) => nameOf(document))).toEqual(['two']);
});

describe('a drag', () => {
  afterEach(() => vi.useRealTimers());

  /** What a tab would find that opens now. */
  const savedIn = (store: Store): string => nameOf(new SavedWork(store, late.check).work!.document);

  /** Its steps, as many as are made without a pause, and the microtasks of each. */
  async function dragged(playground: Playground, names: readonly string[], gesture = 'drag 1'): Promise<void> {
    for (const name of names) {
      playground.update(named(name), gesture);
      await vi.advanceTimersByTimeAsync(0);
    }
  }

  it('is saved at its first step, and at least every half second while it goes on', async () => {
    vi.useFakeTimers();
    const store = noStore();
    const playground = open(store);
    await dragged(playground, ['one']);
    expect(savedIn(store)).toBe('one');
    await dragged(playground, ['two']);
    await vi.advanceTimersByTimeAsync(300);
    await dragged(playground, ['three']);
    expect(savedIn(store)).toBe('one');
    await vi.advanceTimersByTimeAsync(200);
    expect(savedIn(store)).toBe('three');
    await dragged(playground, ['four', 'five']);
    await vi.advanceTimersByTimeAsync(500);
    expect(savedIn(store)).toBe('five');
  });

  it('is saved before the page goes, before the next drag, and with whatever else is done', async () => {
    vi.useFakeTimers();
    const store = noStore();
    const playground = open(store);
    await dragged(playground, ['one', 'two']);
    playground.saveRest();
    // As when a page goes: no timer comes any more.
    for (let i = 0; i < 10; i++) await Promise.resolve();
    expect(savedIn(store)).toBe('two');
    await dragged(playground, ['three', 'four']);
    await dragged(playground, ['five'], 'drag 2');
    expect(savedIn(store)).toBe('five');
    await dragged(playground, ['six'], 'drag 2');
    playground.update(select(second!));
    await vi.advanceTimersByTimeAsync(0);
    expect(new SavedWork(store, late.check).work?.selected).toBe(second);
    playground.undo();
    await vi.advanceTimersByTimeAsync(0);
    expect(savedIn(store)).toBe('four');
    await vi.advanceTimersByTimeAsync(1000);
    expect(savedIn(store)).toBe('four');
  });

  it('says within half a second that there is no room for it', async () => {
    vi.useFakeTimers();
    let isFull = false;
    const store = noStore();
    const playground = open({
      ...store,
      setItem: (key, value) => {
        if (isFull) throw new DOMException('full', 'QuotaExceededError');
        store.setItem(key, value);
      },
    });
    await dragged(playground, ['one']);
    isFull = true;
    await dragged(playground, ['two']);
    await vi.advanceTimersByTimeAsync(500);
    expect(playground.notice).toEqual({ kind: 'notSaved' });
  });

  it('of two tabs loses the work of neither', async () => {
    vi.useFakeTimers();
    const store = noStore();
    const [one, two] = [open(store), open(store)];
    await dragged(one, ['one', 'one further']);
    await dragged(two, ['two', 'two further']);
    await vi.advanceTimersByTimeAsync(500);
    await one.hear('percall.work');
    await two.hear('percall.work');
    const tab = new SavedWork(store, late.check);
    expect([tab.work!, ...tab.earlier].map(({ document }) => nameOf(document)).sort()).toEqual(['one further', 'two further']);
  });
});
