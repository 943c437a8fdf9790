import { createReplicator, summarise } from '@percall/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cloningCrew, compile, createSession, inLineCrew, streamStudy, type Crew, type StudyAnswer } from '../src/index.ts';
import { createInLineCrew } from '../src/inLineCrew.ts';
import { streamStudy as streamOverThreads } from '../src/node.ts';
import { digestOfResults } from './support/bytes.ts';
import { smallDocument, withVariant } from './support/documents.ts';
import { bundledCrew } from './support/threads.ts';

const document = smallDocument({ 'contactTypes.service.volume': 300 });
/** Slow enough that there is time for answers between the steps: eight of its futures take as long as many of them. */
const calls = { floor: 'calls' } as const;
const exact = compile(document, calls).study;
const totals = createReplicator(exact)(0, 128);

const digests = new Map<number, string>();

/** The results of a study of so many replications, by the engine alone: the same for all who answer. */
function fresh(replications: number): string {
  const digest = digests.get(replications) ?? digestOfFresh(replications);
  digests.set(replications, digest);
  return digest;
}

function digestOfFresh(replications: number): string {
  const length = (model: number) => (totals.totals[model]!.length / 128) * replications;
  return digestOfResults(
    summarise(exact, [{ from: 0, to: replications, totals: totals.totals.map((each, model) => each.subarray(0, length(model))) }]),
  );
}

async function all(answers: AsyncIterable<StudyAnswer>): Promise<readonly StudyAnswer[]> {
  const seen: StudyAnswer[] = [];
  for await (const answer of answers) seen.push(answer);
  return seen;
}

/** That answers grow by eights, hold the steps, and that each is that of a study of so many. */
function expectToGrow(answers: readonly StudyAnswer[]): void {
  const counts = answers.map(({ replications }) => replications);
  expect(counts).toEqual([...new Set(counts)].sort((a, b) => a - b));
  expect(counts[0]).toBe(64);
  expect(counts.at(-1)).toBe(128);
  expect(counts.every((count) => count % 8 === 0)).toBe(true);
  for (const { replications, of, results, precision } of answers) {
    expect([of, precision]).toEqual([128, []]);
    expect(digestOfResults(results)).toBe(fresh(replications));
  }
}

describe('answers between the steps', () => {
  let crew: Crew | null = null;
  // A clock that goes on a millisecond whenever it is read: an answer takes one, however busy the machine is, and there is time for some.
  beforeEach(() => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => ++now);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await crew?.close();
  });

  it.each([
    ['in line', inLineCrew],
    ['in line, everything cloned', cloningCrew],
    ['over two threads', () => bundledCrew(2)],
  ])('have the bytes of studies of so many, and so has the last: %s', async (_, start) => {
    crew = start();
    const answers = await all(createSession(crew).stream(document, { ...calls, replications: 128, every: 1 }));
    expectToGrow(answers);
    expect(answers.length).toBeGreaterThan(2);
  });

  it('come in streamStudy too, in line and over threads', async () => {
    expectToGrow(await all(streamStudy(document, { ...calls, shares: false, replications: 128, every: 1 })));
    expectToGrow(await all(streamOverThreads(document, { ...calls, shares: false, replications: 128, every: 1, workers: 2 })));
  });

  it('come only where they are asked for', async () => {
    const answers = await all(streamStudy(document, { ...calls, shares: false, replications: 128 }));
    expect(answers.map(({ replications }) => replications)).toEqual([64, 128]);
    expect(answers.map(({ results }) => digestOfResults(results))).toEqual([fresh(64), fresh(128)]);
  });

  it('are of all scenarios, where an edit runs one alone', async () => {
    crew = inLineCrew();
    const session = createSession(crew);
    await session.run(withVariant(document, 'Verified', { 'levers.ivr.verification.offeredTo': '20%' }), { ...calls, replications: 128 });
    expectToGrow(await all(session.stream(document, { ...calls, replications: 128, every: 1 })));
  });

  it('can be left: what runs ends, and the session answers on', async () => {
    let begun = 0;
    crew = createInLineCrew((study) => {
      const replicate = createReplicator(study);
      return (...order) => {
        begun += 1;
        return replicate(...order);
      };
    });
    const session = createSession(crew);
    for await (const { replications } of session.stream(document, { ...calls, replications: 65_536, every: 1 }))
      if (replications > 64) break;
    await new Promise((resolve) => setTimeout(resolve, 30));
    const after = begun;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(begun).toBe(after);
    expect(digestOfResults((await session.run(document, { ...calls, replications: 64 })).results)).toBe(fresh(64));
  });

  it('stop at a signal, and where a newer run wins', async () => {
    crew = inLineCrew();
    const session = createSession(crew);
    const controller = new AbortController();
    const stopped = session.stream(document, { ...calls, replications: 65_536, every: 1, signal: controller.signal });
    for (let at = 0; at < 3; at++) await stopped.next();
    controller.abort(new Error('enough'));
    await expect(stopped.next()).rejects.toThrow('enough');
    const older = session.stream(document, { ...calls, replications: 65_536, every: 1 });
    for (let at = 0; at < 3; at++) await older.next();
    const newer = session.run(document, { ...calls, replications: 64 });
    await expect(older.next()).rejects.toMatchObject({ name: 'AbortError' });
    expect(digestOfResults((await newer).results)).toBe(fresh(64));
  });

  it('reject with a fault of the program', async () => {
    crew = createInLineCrew((study) => {
      const replicate = createReplicator(study);
      return (...order) => {
        if (order[0] > 90) throw new Error('made up');
        return replicate(...order);
      };
    });
    await expect(all(createSession(crew).stream(document, { ...calls, replications: 128, every: 1 }))).rejects.toThrow('made up');
  });

  it.each([
    [0, RangeError],
    [-1, RangeError],
    [NaN, RangeError],
    [Infinity, RangeError],
    ['100', TypeError],
  ])('every: %j is refused', (every, kind) => {
    expect(() => streamStudy(document, { every: every as never })).toThrow(kind);
  });
});

it('twin: one replication fewer is another answer', () => {
  expect(fresh(72)).not.toBe(fresh(64));
});
