import type { ReportedInputs } from '@percall/core';
import { ScenarioRefused } from '@percall/runner';
import type { ScenarioDocument } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import type { Desk, DeskAnswer } from '../src/desk/desk.ts';
import { Answers } from '../src/state/answers.svelte.ts';

const question = (name: string) => ({ document: { name } as unknown as ScenarioDocument, selected: null, whole: false });

/** An answer with as much in it as is read here. */
const answerOf = (replications: number, exactReplications = 0, exactToCome = 0) =>
  ({
    replications,
    of: 256,
    exactToCome,
    results: {
      scenarios: [
        { name: 'Baseline', floor: { exactReplications } },
        { name: 'Variant', floor: { exactReplications } },
      ],
    },
  }) as unknown as DeskAnswer;

/** A desk whose answers come when the test says so. */
function held() {
  const runs: {
    name: unknown;
    aborted: () => boolean;
    give: (replications: number, exact?: number, exactToCome?: number) => Promise<void>;
    exact: (done: number, of: number) => void;
    report: (...inputs: readonly string[]) => void;
    fail: (fault: Error) => Promise<void>;
  }[] = [];
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  const desk: Desk = {
    answer: ({ document }, { answered, exact, reported }, signal) =>
      new Promise((_, fail) => {
        runs.push({
          name: document['name'],
          aborted: () => signal.aborted,
          give: (...parts) => (void answered(answerOf(...parts)), turn()),
          exact,
          report: (...inputs) => reported(inputs as unknown as readonly ReportedInputs[]),
          fail: (fault) => (fail(fault), turn()),
        });
      }),
  };
  return { desk, runs };
}

describe('answers', () => {
  it('come again and again until all futures are in', async () => {
    const { desk, runs } = held();
    const answers = new Answers(desk);
    answers.ask(question('a'));
    await runs[0]!.give(64);
    expect(answers.phase).toEqual({ kind: 'refining', replications: 64, of: 256, exact: null });
    await runs[0]!.give(256);
    expect(answers.phase).toEqual({ kind: 'settled', replications: 256, of: 256, exact: null });
    expect(answers.answer?.document).toEqual({ name: 'a' });
  });

  it('say what the inputs come to, of the question that was looked at last', async () => {
    const { desk, runs } = held();
    const answers = new Answers(desk);
    answers.ask({ ...question('a'), selected: 'Variant' });
    await runs[0]!.give(64);
    runs[0]!.report('of the baseline', 'of the variant');
    const ofVariant = { selected: 'Variant', baseline: 'of the baseline', scenario: 'of the variant' };
    expect(answers.reported).toEqual({ document: { name: 'a' }, ...ofVariant });
    answers.ask(question('b'));
    await runs[1]!.give(64);
    runs[0]!.report('too late');
    expect(answers.reported).toEqual({ document: { name: 'a' }, ...ofVariant });
    runs[1]!.report('alone');
    expect(answers.reported).toEqual({ document: { name: 'b' }, selected: null, baseline: 'alone', scenario: 'alone' });
  });

  it('stay as fine as they are when stopped, until the next question', async () => {
    const { desk, runs } = held();
    const answers = new Answers(desk);
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
    const { desk, runs } = held();
    const answers = new Answers(desk);
    answers.ask(question('a'));
    await runs[0]!.give(256, 0, 16);
    expect(answers.phase).toEqual({ kind: 'refining', replications: 256, of: 256, exact: { done: 0, of: 16 } });
    runs[0]!.exact(3, 16);
    expect(answers.phase).toEqual({ kind: 'refining', replications: 256, of: 256, exact: { done: 3, of: 16 } });
    await runs[0]!.give(256, 16);
    expect(answers.phase).toEqual({ kind: 'settled', replications: 256, of: 256, exact: null });
  });

  it('give up the exact floor for the next question, and hear no more of it', async () => {
    const { desk, runs } = held();
    const answers = new Answers(desk);
    answers.ask(question('a'));
    await runs[0]!.give(256, 0, 16);
    answers.ask(question('b'));
    expect(runs[0]!.aborted()).toBe(true);
    expect(runs.map(({ name }) => name)).toEqual(['a', 'b']);
    runs[0]!.exact(9, 16);
    expect(answers.phase).toEqual({ kind: 'computing', exact: null });
  });

  it('call by call from the first on are not waited for by the next question', () => {
    const { desk, runs } = held();
    const answers = new Answers(desk);
    answers.ask(question('a'));
    runs[0]!.exact(1, 256);
    expect(answers.phase).toEqual({ kind: 'computing', exact: { done: 1, of: 256 } });
    answers.ask(question('b'));
    expect(runs[0]!.aborted()).toBe(true);
    expect(runs.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('of a drag: the first place is answered, then the last; those between are not asked', async () => {
    const { desk, runs } = held();
    const answers = new Answers(desk);
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
    const { desk, runs } = held();
    const answers = new Answers(desk);
    answers.ask(question('a'));
    await runs[0]!.give(64);
    answers.ask(question('b'));
    expect(runs[0]!.aborted()).toBe(true);
    expect(runs.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(answers.answer?.document).toEqual({ name: 'a' });
  });

  it('keep the last one while a document is refused, and go on with the next', async () => {
    const { desk, runs } = held();
    const answers = new Answers(desk);
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

  it('to another study start afresh', async () => {
    const { desk, runs } = held();
    const answers = new Answers(desk);
    answers.ask(question('a'));
    answers.ask(question('b'));
    answers.askAnew(question('other'));
    expect(runs.map(({ name }) => name)).toEqual(['a', 'other']);
    await runs[1]!.give(64);
    expect(answers.answer?.document).toEqual({ name: 'other' });
  });
});
