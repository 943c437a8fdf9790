import type { ScenarioDocument } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import {
  cloningCrew,
  compile,
  createSession,
  runStudy,
  type Crew,
  type SessionStreamOptions,
  type StudyAnswer,
  type Task,
} from '../src/index.ts';
import { digestOfResults } from './support/bytes.ts';
import { smallDocument } from './support/documents.ts';
import { bundledCrew } from './support/threads.ts';

const both: SessionStreamOptions = { floor: 'auto', instantFirst: true };

/** Whatever is asked of the crew is written down. */
function watched(crew: Crew): { readonly crew: Crew; readonly seen: Task[] } {
  const seen: Task[] = [];
  return { seen, crew: { ...crew, replicate: (task) => (seen.push(task), crew.replicate(task)) } };
}

async function answersOf(document: ScenarioDocument, options: SessionStreamOptions, crew: Crew = cloningCrew()): Promise<StudyAnswer[]> {
  const session = createSession(crew);
  const answers: StudyAnswer[] = [];
  for await (const answer of session.stream(document, options)) answers.push(answer);
  await session.close();
  return answers;
}

/** Contacts enough that the exact floor runs a part of the futures alone. */
const busy = smallDocument({ 'contactTypes.service.volume': '1k ±10%' });
/** So many that it cannot afford one of each scramble beside few futures. */
const vast = smallDocument();
/** So few that it runs them all. */
const quiet = smallDocument({ 'contactTypes.service.volume': '200 ±10%' });

const exactIn = ({ results }: StudyAnswer): number => results.scenarios[0]!.floor.exactReplications;

const usedIn = (answers: readonly StudyAnswer[]) =>
  answers.map(({ replications, exactToCome, results }) => [replications, results.scenarios[0]!.floor.used, exactToCome]);

const whole = async (document: ScenarioDocument, floor: 'auto' | 'erlang', replications: number): Promise<string> =>
  digestOfResults((await runStudy(document, { floor, replications, shares: false })).results);

describe('a session on both floors', () => {
  it('answers from the instant floor, then once more with the exact one in: what a run with auto says', async () => {
    const told: [number, number][] = [];
    const answers = await answersOf(busy, { ...both, replications: 320, onExact: (...progress) => told.push(progress) });
    const exact = answers.at(-1)!.results.scenarios[0]!.floor.exactReplications;
    expect(exact).toBeGreaterThanOrEqual(8);
    const early = exactIn(answers[2]!);
    expect(usedIn(answers)).toEqual([
      [32, 'erlang', exact],
      [256, 'erlang', exact],
      [256, 'both', exact - early],
      ...(early < exact ? [[320, 'both', exact - early]] : []),
      [320, 'both', 0],
    ]);
    expect(digestOfResults(answers[1]!.results)).toBe(await whole(busy, 'erlang', 256));
    // On the way it corrects as a study of so many is corrected.
    expect(digestOfResults(answers[2]!.results)).toBe(await whole(busy, 'auto', 256));
    expect(digestOfResults(answers.at(-1)!.results)).toBe(await whole(busy, 'auto', 320));
    expect(told.at(-1)).toEqual([exact, exact]);
    expect(told.map(([done]) => done)).toEqual([...told.map(([done]) => done)].sort((a, b) => a - b));
  });

  it('corrects by one future of each scramble on the way, where the whole study alone affords more', async () => {
    const { crew, seen } = watched(cloningCrew());
    const answers = await answersOf(vast, { ...both, replications: 2048 }, crew);
    const exact = exactIn(answers.at(-1)!);
    expect(exact).toBeGreaterThan(8);
    expect(answers.map((answer) => [answer.replications, exactIn(answer), answer.exactToCome])).toEqual([
      [32, 0, exact],
      [256, 0, exact],
      [256, 8, exact - 8],
      [1024, 8, exact - 8],
      [2048, 8, exact - 8],
      [2048, exact, 0],
    ]);
    // Those eight are not run again.
    const ranges = seen.filter(({ study }) => study.floor === 'calls').map(({ from, to }) => [from, to]);
    expect(ranges).toEqual([
      [0, 8],
      [8, exact],
    ]);
    const run = await runStudy(vast, { floor: 'auto', replications: 2048, shares: false });
    expect(digestOfResults(answers.at(-1)!.results)).toBe(digestOfResults(run.results));
    // One half of the correction is as true as the other: nobody sees the cost jump by more than both errors.
    const costs = answers.map(({ results }) => results.scenarios[0]!.kpis['cpc.handled']!.mean!);
    const [early, last] = [costs.at(-2)!, costs.at(-1)!];
    expect(Math.abs(early.value - last.value)).toBeLessThan(early.upper - early.lower + last.upper - last.lower);
  });

  it('begins with a smaller glance where one is asked for, known or not', async () => {
    const session = createSession(cloningCrew());
    for (let asked = 0; asked < 2; asked++) {
      const { value } = await session.stream(vast, { ...both, replications: 64, glance: 16 }).next();
      expect(value).toMatchObject({ replications: 16, exactToCome: 0 });
    }
    await session.close();
  });

  it('says of a document that comes compiled what it says of one that it compiles, and reads it after the first answer', async () => {
    const document = { ...busy, replications: 320 } as ScenarioDocument;
    const compiled = compile(document, { floor: 'erlang' });
    const reads: string[] = [];
    const heard = new Proxy(document, { ownKeys: (whole) => (reads.push('read'), Reflect.ownKeys(whole)) });
    const session = createSession(cloningCrew());
    const answers: StudyAnswer[] = [];
    for await (const answer of session.stream(heard, { ...both, compiled })) {
      if (answers.length === 0) expect(reads).toEqual([]);
      answers.push(answer);
    }
    await session.close();
    expect(reads).not.toEqual([]);
    const others = await answersOf(document, both);
    expect(usedIn(answers)).toEqual(usedIn(others));
    expect(answers.map(({ results }) => digestOfResults(results))).toEqual(others.map(({ results }) => digestOfResults(results)));
  });

  it('stays on the instant floor where the exact one takes too long', async () => {
    const answers = await answersOf(vast, { ...both, replications: 64 });
    expect(usedIn(answers)).toEqual([
      [32, 'erlang', 0],
      [64, 'erlang', 0],
    ]);
    expect(digestOfResults(answers[1]!.results)).toBe(await whole(vast, 'auto', 64));
  });

  it('ends with every future call by call where that is cheap', async () => {
    const answers = await answersOf(quiet, { ...both, replications: 64 });
    expect(usedIn(answers)).toEqual([
      [32, 'erlang', 64],
      [64, 'erlang', 64],
      [64, 'calls', 0],
    ]);
    expect(digestOfResults(answers[2]!.results)).toBe(await whole(quiet, 'auto', 64));
  });

  it('is exact from the first answer on where the instant floor does not take the document', async () => {
    const document = smallDocument({
      'contactTypes.service.volume': '200 ±10%',
      'contactTypes.service.patience.phone': { mean: '3 min', family: 'deterministic' },
    });
    const answers = await answersOf(document, { ...both, replications: 72 });
    expect(usedIn(answers)).toEqual([
      [64, 'calls', 8],
      [72, 'calls', 0],
    ]);
    expect(digestOfResults(answers[1]!.results)).toBe(await whole(document, 'auto', 72));
  });

  it('runs neither floor again for a price', async () => {
    const { crew, seen } = watched(cloningCrew());
    const session = createSession(crew);
    const last = async (document: ScenarioDocument): Promise<StudyAnswer> => {
      let answer: StudyAnswer | null = null;
      for await (const each of session.stream(document, { ...both, replications: 64 })) answer = each;
      return answer!;
    };
    await last(busy);
    seen.length = 0;
    const dearer = smallDocument({ 'contactTypes.service.volume': '1k ±10%', 'costs.technology': '1500 per week' });
    const answer = await last(dearer);
    expect(seen).toEqual([]);
    expect(digestOfResults(answer.results)).toBe(await whole(dearer, 'auto', 64));
    await session.close();
  });

  it.each([
    ['in line', cloningCrew],
    ['worker threads', () => bundledCrew(1)],
  ])('leaves the exact floor in the middle of a future for the next question, %s', async (_, start) => {
    const { crew, seen } = watched(start());
    const session = createSession(crew);
    const older = session.stream(busy, { ...both, replications: 64 });
    for (const replications of [32, 64]) expect((await older.next()).value).toMatchObject({ replications, exactToCome: 16 });
    // Begun, and not waited for.
    const corrected = older.next().then(
      () => 'answered',
      (fault: unknown) => (fault as Error).name,
    );
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(seen.at(-1)!.study.floor).toBe('calls');
    const newer = session.stream(quiet, { ...both, replications: 64 });
    expect((await newer.next()).value).toMatchObject({ replications: 32 });
    expect(await corrected).toBe('AbortError');
    await session.close();
  });
});
