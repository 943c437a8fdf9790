import { beforeAll, expect, it } from 'vitest';
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
