import type { ScenarioDocument } from '@percall/scenario';
import { ScenarioRefused, type RunOptions, type Session, type StudyAnswer } from '@percall/runner';
import { describe, expect, it } from 'vitest';
import { variantNames } from '../src/state/work.ts';
import { Answers } from '../src/state/answers.svelte.ts';

const question = (name: string) => ({ document: { name } as unknown as ScenarioDocument, selected: null, whole: false });
const all = (): boolean => true;

/** An answer with as much in it as is read here. */
const answerOf = (replications: number, exactReplications = 0, exactToCome = 0) =>
  ({ replications, of: 256, exactToCome, results: { scenarios: [{ floor: { exactReplications } }] } }) as unknown as StudyAnswer;

/** A session whose answers come when the test says so. */
function held() {
  const runs: {
    name: unknown;
    aborted: () => boolean;
    give: (replications: number, exact?: number, exactToCome?: number) => Promise<void>;
    exact: (done: number, of: number) => void;
    fail: (fault: unknown) => Promise<void>;
  }[] = [];
  const session: Session = {
    async *stream(asked: ScenarioDocument, { signal, onExact }: RunOptions = {}) {
      const waiting: { give: (answer: StudyAnswer) => void; fail: (fault: unknown) => void }[] = [];
      const next = (): Promise<StudyAnswer> => new Promise((give, fail) => waiting.push({ give, fail }));
      const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
      runs.push({
        name: asked['name'],
        aborted: () => signal?.aborted ?? false,
        give: (...parts) => (waiting.shift()!.give(answerOf(...parts)), turn()),
        exact: (done, of) => onExact?.(done, of),
        fail: (fault) => (waiting.shift()!.fail(fault), turn()),
      });
      for (;;) {
        const answer = await next();
        yield answer;
        if (answer.replications === answer.of && answer.exactToCome === 0) return;
      }
    },
    run: () => Promise.reject(new Error('not asked')),
    close: () => Promise.resolve(),
  };
  return { session, runs };
}

describe('answers', () => {
  it('come again and again until all futures are in', async () => {
    const { session, runs } = held();
    const answers = new Answers(session, all);
    answers.ask(question('a'));
    await runs[0]!.give(64);
    expect(answers.phase).toEqual({ kind: 'refining', replications: 64, of: 256, exact: null });
    await runs[0]!.give(256);
    expect(answers.phase).toEqual({ kind: 'settled', replications: 256, of: 256, exact: null });
    expect(answers.answer?.document).toEqual({ name: 'a' });
  });

  it('stay as fine as they are when stopped, until the next question', async () => {
    const { session, runs } = held();
    const answers = new Answers(session, all);
    answers.ask(question('a'));
    answers.stop();
    expect(runs[0]!.aborted()).toBe(false);
    await runs[0]!.give(64);
    answers.stop();
    expect(runs[0]!.aborted()).toBe(true);
    expect(answers.phase).toEqual({ kind: 'stopped', replications: 64, of: 256, exact: null });
    await runs[0]!.give(128);
    expect(answers.answer?.replications).toBe(64);
    answers.ask(question('b'));
    await runs[1]!.give(256);
    expect(answers.phase.kind).toBe('settled');
  });

  it('are corrected by the exact floor once all futures are in', async () => {
    const { session, runs } = held();
    const answers = new Answers(session, all);
    answers.ask(question('a'));
    await runs[0]!.give(256, 0, 16);
    expect(answers.phase).toEqual({ kind: 'refining', replications: 256, of: 256, exact: { done: 0, of: 16 } });
    runs[0]!.exact(3, 16);
    expect(answers.phase).toEqual({ kind: 'refining', replications: 256, of: 256, exact: { done: 3, of: 16 } });
    await runs[0]!.give(256, 16);
    expect(answers.phase).toEqual({ kind: 'settled', replications: 256, of: 256, exact: null });
  });

  it('give up the exact floor for the next question, and hear no more of it', async () => {
    const { session, runs } = held();
    const answers = new Answers(session, all);
    answers.ask(question('a'));
    await runs[0]!.give(256, 0, 16);
    answers.ask(question('b'));
    expect(runs[0]!.aborted()).toBe(true);
    expect(runs.map(({ name }) => name)).toEqual(['a', 'b']);
    runs[0]!.exact(9, 16);
    expect(answers.phase).toEqual({ kind: 'computing', exact: null });
  });

  it('call by call from the first on are not waited for by the next question', () => {
    const { session, runs } = held();
    const answers = new Answers(session, all);
    answers.ask(question('a'));
    runs[0]!.exact(1, 256);
    expect(answers.phase).toEqual({ kind: 'computing', exact: { done: 1, of: 256 } });
    answers.ask(question('b'));
    expect(runs[0]!.aborted()).toBe(true);
    expect(runs.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('of a drag: the first place is answered, then the last; those between are not asked', async () => {
    const { session, runs } = held();
    const answers = new Answers(session, all);
    for (const name of ['a', 'b', 'c']) answers.ask(question(name));
    expect(runs.map(({ name }) => name)).toEqual(['a']);
    await runs[0]!.give(64);
    expect(answers.answer?.document).toEqual({ name: 'a' });
    expect(runs.map(({ name }) => name)).toEqual(['a', 'c']);
    expect(runs[0]!.aborted()).toBe(true);
    await runs[1]!.give(64);
    expect(answers.answer?.document).toEqual({ name: 'c' });
  });

  it('that are being refined give way at once', async () => {
    const { session, runs } = held();
    const answers = new Answers(session, all);
    answers.ask(question('a'));
    await runs[0]!.give(64);
    answers.ask(question('b'));
    expect(runs[0]!.aborted()).toBe(true);
    expect(runs.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(answers.answer?.document).toEqual({ name: 'a' });
  });

  it('keep the last one while a document is refused, and go on with the next', async () => {
    const { session, runs } = held();
    const answers = new Answers(session, all);
    answers.ask(question('a'));
    await runs[0]!.give(256);
    answers.ask(question('b'));
    answers.ask(question('c'));
    await runs[1]!.fail(new ScenarioRefused([]));
    expect(answers.answer?.document).toEqual({ name: 'a' });
    expect(runs.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    await runs[2]!.fail(new Error('no more room'));
    expect(answers.phase).toEqual({ kind: 'failed', message: 'no more room' });
  });

  it('are of the variant that is asked about, unless all are', () => {
    const asked: { names: readonly string[]; isFiltered: boolean }[] = [];
    const session = {
      stream(document: ScenarioDocument, { kpis }: RunOptions = {}) {
        asked.push({ names: variantNames(document), isFiltered: kpis !== undefined });
        return [];
      },
    } as unknown as Session;
    const answers = new Answers(session, all);
    const document = { name: 'x', variants: [{ name: 'one' }, { name: 'two' }] } as unknown as ScenarioDocument;
    for (const [selected, whole] of [
      ['two', false],
      [null, false],
      ['two', true],
    ] as const)
      answers.askAnew({ document, selected, whole });
    expect(asked).toEqual([
      { names: ['two'], isFiltered: true },
      { names: [], isFiltered: true },
      { names: ['one', 'two'], isFiltered: false },
    ]);
  });

  it('to another study start afresh', async () => {
    const { session, runs } = held();
    const answers = new Answers(session, all);
    answers.ask(question('a'));
    answers.ask(question('b'));
    answers.askAnew(question('other'));
    expect(runs.map(({ name }) => name)).toEqual(['a', 'other']);
    await runs[1]!.give(64);
    expect(answers.answer?.document).toEqual({ name: 'other' });
  });
});
