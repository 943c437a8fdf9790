import { replicate, summarise } from '@percall/core';
import type { ScenarioDocument } from '@percall/scenario';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile, createSession, type Crew, type RunOptions, type Session, type SessionOptions, type StudyAnswer } from '../src/index.ts';
import { digestOfResults } from './support/bytes.ts';
import { crews } from './support/crews.ts';
import { smallDocument, withVariant } from './support/documents.ts';

/** A task as its crew saw it. */
interface Seen {
  readonly from: number;
  readonly to: number;
  readonly models: readonly number[] | undefined;
}

const digests = new Map<string, string>();

/** The results of a study of so many replications, by the engine alone: the same for every crew. */
function fresh(document: ScenarioDocument, replications: number): string {
  const key = JSON.stringify([document, replications]);
  const digest = digests.get(key) ?? digestOfFresh(document, replications);
  digests.set(key, digest);
  return digest;
}

function digestOfFresh(document: ScenarioDocument, replications: number): string {
  const { study } = compile(document);
  return digestOfResults(summarise(study, [replicate(study, 0, replications)]));
}

const document = smallDocument();
const known = { 64: fresh(document, 64), 256: fresh(document, 256) };

describe.each(crews)('a session, $name', ({ start }) => {
  let crew: Crew;
  let session: Session;
  let seen: Seen[];
  beforeAll(() => {
    crew = start();
  });
  afterAll(() => crew.close());

  function open(options: SessionOptions = {}): void {
    seen = [];
    // Threads take their time to start: one crew for all sessions.
    const watched: Crew = {
      ...crew,
      close: () => Promise.resolve(),
      replicate: (task) => {
        seen.push({ from: task.from, to: task.to, models: task.models });
        return crew.replicate(task);
      },
    };
    session = createSession(watched, options);
  }

  async function stream(of: ScenarioDocument, options: RunOptions): Promise<StudyAnswer[]> {
    const answers: StudyAnswer[] = [];
    for await (const answer of session.stream(of, options)) answers.push(answer);
    return answers;
  }

  it('answers at 64, 256 and the wanted number, each with the bytes of a study of so many', async () => {
    open();
    const answers = await stream(document, { replications: 320 });
    expect(answers.map(({ replications, of }) => [replications, of])).toEqual([
      [64, 320],
      [256, 320],
      [320, 320],
    ]);
    expect(answers.map(({ results }) => digestOfResults(results))).toEqual([known[64], known[256], fresh(document, 320)]);
    // The fourth scenario differs from the baseline in prices alone: there is nothing to run for it.
    expect(seen).toEqual([
      { from: 0, to: 64, models: [0, 1, 2] },
      { from: 64, to: 256, models: [0, 1, 2] },
      { from: 256, to: 320, models: [0, 1, 2] },
    ]);
  });

  it('runs what a change needs and nothing else, with the bytes of a fresh study', async () => {
    open();
    const first = await session.run(document, { replications: 64 });
    expect(digestOfResults(first.results)).toBe(known[64]);

    seen.length = 0;
    const dearer = smallDocument({ 'costs.technology': '1500 per week' });
    const repriced = await session.run(dearer, { replications: 64 });
    expect([seen, digestOfResults(repriced.results)]).toEqual([[], fresh(dearer, 64)]);
    expect(digestOfResults(repriced.results)).not.toBe(known[64]);

    const moved = withVariant(dearer, 'Verified', { 'levers.ivr.verification.offeredTo': '50%' });
    const changed = await session.run(moved, { replications: 64 });
    expect([seen, digestOfResults(changed.results)]).toEqual([[{ from: 0, to: 64, models: [1] }], fresh(moved, 64)]);

    // Models with fewer replications than the others catch up first.
    seen.length = 0;
    await session.run(dearer, { replications: 256 });
    const both = await session.run(moved, { replications: 320 });
    expect(seen).toEqual([
      { from: 64, to: 256, models: [0, 1, 2] },
      { from: 64, to: 256, models: [1] },
      { from: 256, to: 320, models: [0, 1, 2] },
    ]);
    expect(digestOfResults(both.results)).toBe(fresh(moved, 320));
    expect(digestOfResults((await session.run(moved, { replications: 72 })).results)).toBe(fresh(moved, 72));
  });

  it('passes over the steps that are known, and then does not wait', async () => {
    open();
    await session.run(document, { replications: 256 });
    const isLater = new Promise<'later'>((resolve) => setImmediate(resolve, 'later'));
    const all = await Promise.race([stream(document, { replications: 256 }), isLater]);
    if (all === 'later') throw new Error('a known answer waited for a turn of the event loop');
    expect(all.map(({ replications, results }) => [replications, digestOfResults(results)])).toEqual([[256, known[256]]]);
    expect((await stream(document, { replications: 320 })).map(({ replications }) => replications)).toEqual([256, 320]);
  });

  it('answers soon from 256 where more are known, then from all', async () => {
    open();
    await session.run(document, { replications: 320 });
    seen.length = 0;
    expect((await stream(document, { replications: 320 })).map(({ replications }) => replications)).toEqual([256, 320]);
    expect(seen).toEqual([]);
  });

  it('keeps no more than it may: the models used last, and always those of the newest study', async () => {
    const bytes = 3 * replicate(compile(document).study, 0, 64).totals[0]!.byteLength;
    open({ keptBytes: bytes });
    await session.run(document, { replications: 64 });
    const other = { replications: 64, seed: 'other' };
    await session.run(document, other);
    seen.length = 0;
    await session.run(document, other);
    expect(seen).toEqual([]);
    const again = await session.run(document, { replications: 64 });
    expect(seen).toEqual([{ from: 0, to: 64, models: [0, 1, 2] }]);
    expect(digestOfResults(again.results)).toBe(known[64]);
  });

  it('lets the newest run win', async () => {
    open();
    const older = expect(session.run(document, { replications: 65_536 })).rejects.toMatchObject({ name: 'AbortError' });
    await new Promise((resolve) => setTimeout(resolve, 30));
    const newer = await session.run(document, { replications: 256 });
    await older;
    expect(digestOfResults(newer.results)).toBe(known[256]);
    // One that was looked at and not ended ends when it is asked again.
    const paused = session.stream(document, { replications: 65_536, seed: 'third' });
    await paused.next();
    await session.run(document, { replications: 64 });
    await expect(paused.next()).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('stops at a signal, with its reason, and answers on', async () => {
    open();
    const controller = new AbortController();
    const stopping = session.run(document, {
      replications: 65_536,
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    });
    await expect(stopping).rejects.toThrow('enough');
    await expect(session.run(document, { signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow('before');
    expect(digestOfResults((await session.run(document, { replications: 64 })).results)).toBe(known[64]);
  });

  it('tells its progress over all steps', async () => {
    open();
    const progress: [number, number][] = [];
    await stream(document, { replications: 256, onProgress: (done, total) => progress.push([done, total]) });
    const done = progress.map(([each]) => each);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(progress.at(-1)).toEqual([256, 256]);
  });

  it('ends what runs when it is closed', async () => {
    open();
    const running = expect(session.run(document, { replications: 65_536, seed: 'closed' })).rejects.toMatchObject({ name: 'AbortError' });
    await new Promise((resolve) => setTimeout(resolve, 10));
    await session.close();
    await running;
  });
});
