import type { ScenarioDocument } from '@percall/scenario';
import { ScenarioRefused, type RunOptions, type Session, type StudyAnswer } from '@percall/runner';
import { describe, expect, it } from 'vitest';
import { Answers } from '../src/state/answers.svelte.ts';

const document = (name: string): ScenarioDocument => ({ name }) as unknown as ScenarioDocument;

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
    const answers = new Answers(session);
    answers.ask(document('a'));
    await runs[0]!.give(64);
    expect(answers.phase).toEqual({ kind: 'refining', replications: 64, of: 256 });
    await runs[0]!.give(256);
    expect(answers.phase).toEqual({ kind: 'settled', replications: 256, of: 256 });
    expect(answers.answer?.document).toEqual({ name: 'a' });
  });

  it('of a drag: the first place is answered, then the last; those between are not asked', async () => {
    const { session, runs } = held();
    const answers = new Answers(session);
    for (const name of ['a', 'b', 'c']) answers.ask(document(name));
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
    const answers = new Answers(session);
    answers.ask(document('a'));
    await runs[0]!.give(64);
    answers.ask(document('b'));
    expect(runs[0]!.aborted()).toBe(true);
    expect(runs.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(answers.answer?.document).toEqual({ name: 'a' });
  });

  it('keep the last one while a document is refused, and go on with the next', async () => {
    const { session, runs } = held();
    const answers = new Answers(session);
    answers.ask(document('a'));
    await runs[0]!.give(256);
    answers.ask(document('b'));
    answers.ask(document('c'));
    await runs[1]!.fail(new ScenarioRefused([]));
    expect(answers.answer?.document).toEqual({ name: 'a' });
    expect(runs.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    await runs[2]!.fail(new Error('no more room'));
    expect(answers.phase).toEqual({ kind: 'failed', message: 'no more room' });
  });

  it('to another study start afresh', async () => {
    const { session, runs } = held();
    const answers = new Answers(session);
    answers.ask(document('a'));
    answers.ask(document('b'));
    answers.askAnew(document('other'));
    expect(runs.map(({ name }) => name)).toEqual(['a', 'other']);
    await runs[1]!.give(64);
    expect(answers.answer?.document).toEqual({ name: 'other' });
  });
});
