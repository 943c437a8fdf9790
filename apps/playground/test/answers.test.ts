import type { ScenarioDocument } from '@percall/scenario';
import { ScenarioRefused, type RunOptions, type Session, type StudyAnswer } from '@percall/runner';
import { describe, expect, it } from 'vitest';
import { variantNames } from '../src/state/work.ts';
import { Answers } from '../src/state/answers.svelte.ts';

const question = (name: string) => ({ document: { name } as unknown as ScenarioDocument, selected: null, whole: false });
const all = (): boolean => true;

/** A session whose answers come when the test says so. */
function held() {
  const runs: {
    name: unknown;
    aborted: () => boolean;
    give: (replications: number) => Promise<void>;
    fail: (fault: unknown) => Promise<void>;
  }[] = [];
  const session: Session = {
    async *stream(asked: ScenarioDocument, { signal }: RunOptions = {}) {
      const waiting: { give: (answer: StudyAnswer) => void; fail: (fault: unknown) => void }[] = [];
      const next = (): Promise<StudyAnswer> => new Promise((give, fail) => waiting.push({ give, fail }));
      const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
      runs.push({
        name: asked['name'],
        aborted: () => signal?.aborted ?? false,
        give: (replications) => (waiting.shift()!.give({ replications, of: 256 } as StudyAnswer), turn()),
        fail: (fault) => (waiting.shift()!.fail(fault), turn()),
      });
      for (;;) {
        const answer = await next();
        yield answer;
        if (answer.replications === answer.of) return;
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
    expect(answers.phase).toEqual({ kind: 'refining', replications: 64, of: 256 });
    await runs[0]!.give(256);
    expect(answers.phase).toEqual({ kind: 'settled', replications: 256, of: 256 });
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
    expect(answers.phase).toEqual({ kind: 'stopped', replications: 64, of: 256 });
    await runs[0]!.give(128);
    expect(answers.answer?.replications).toBe(64);
    answers.ask(question('b'));
    await runs[1]!.give(256);
    expect(answers.phase.kind).toBe('settled');
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
