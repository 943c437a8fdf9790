import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { expose, type Endpoint } from 'comlink';
import { createSession, inLineCrew, ScenarioRefused, type RunOptions, type Session } from '@percall/runner';
import { compileStudy, reportedInputs, spreadOf } from '@percall/core';
import type { ScenarioDocument } from '@percall/scenario';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { deskOf, type Desk, type DeskAnswer, type Listener, type Question } from '../src/desk/desk.ts';
import { DeskService } from '../src/desk/deskService.ts';
import { deskAfar, type DeskWorker } from '../src/desk/webDesk.ts';
import { shownKpi } from '../src/panels/shownKpis.ts';
import { opened, variantNames } from '../src/state/work.ts';
import { preset } from './documents.ts';

const open: (() => void)[] = [];
afterAll(() => open.forEach((close) => close()));

/** What comlink asks of an endpoint, of a port of Node's. */
const endpoint = (port: MessagePort): Endpoint => {
  const own = new Map<unknown, (data: unknown) => void>();
  return {
    postMessage: (message, transfer) => port.postMessage(message, transfer as unknown as readonly MessagePort[]),
    addEventListener: (_, listener) => {
      const hear = (data: unknown): void => (listener as unknown as (event: { data: unknown }) => void)({ data });
      own.set(listener, hear);
      port.on('message', hear);
    },
    removeEventListener: (_, listener) => void port.off('message', own.get(listener)!),
    start: () => port.start(),
  };
};

/** A desk at the other end of a channel: all that is said is cloned, as between threads. */
function across(desk: Desk): DeskWorker {
  const { port1, port2 } = new MessageChannel();
  expose(new DeskService(desk), endpoint(port2));
  open.push(() => port1.close());
  return { endpoint: endpoint(port1), failed: new Promise<never>(() => {}), terminate: () => port1.close() };
}

const inLine = (): Desk => deskOf(createSession(inLineCrew()), shownKpi);

/** Hears of nothing. */
const deaf: Listener = { answered: () => Promise.resolve(), exact: () => {}, reported: () => {} };

async function answersOf(desk: Desk, question: Question, signal = new AbortController().signal): Promise<readonly DeskAnswer[]> {
  const answers: DeskAnswer[] = [];
  await desk.answer(question, { ...deaf, answered: (answer) => Promise.resolve(void answers.push(answer)) }, signal);
  return answers;
}

const small = (name: string): Question => ({ ...opened({ ...preset(name), replications: 64 }), whole: false });

describe('a desk', () => {
  it('asks about the variant that is looked at, unless all are wanted', async () => {
    const asked: { names: readonly string[]; isFiltered: boolean }[] = [];
    const session = {
      stream(document: ScenarioDocument, { kpis }: RunOptions = {}) {
        asked.push({ names: variantNames(document), isFiltered: kpis !== undefined });
        return [];
      },
    } as unknown as Session;
    const document = { name: 'x', variants: [{ name: 'one' }, { name: 'two' }] } as unknown as ScenarioDocument;
    for (const [selected, whole] of [
      ['two', false],
      [null, false],
      ['two', true],
    ] as const)
      await answersOf(deskOf(session, shownKpi), { document, selected, whole });
    expect(asked).toEqual([
      { names: ['two'], isFiltered: true },
      { names: [], isFiltered: true },
      { names: ['one', 'two'], isFiltered: false },
    ]);
  });

  it.each(['it-help-desk', 'retailer-callbacks'])('in another thread says what one in this thread says: %s', async (name) => {
    const question = small(name);
    const here = await answersOf(inLine(), question);
    const there = await answersOf(
      deskAfar(() => across(inLine())),
      question,
    );
    expect(there.length).toBeGreaterThan(0);
    expect(there).toEqual(here);
  });

  it('sends curves that say of the cost what the results say', async () => {
    const { results, costs, setting } = (await answersOf(inLine(), small('it-help-desk'))).at(-1)!;
    results.scenarios.forEach(({ kpis }, at) => {
      const { quantiles } = kpis[`cpc.${setting.headline}`]!;
      const { quantile } = spreadOf(costs[at]!.cost);
      for (const [level, name] of [
        [0.05, 'p5'],
        [0.5, 'p50'],
        [0.95, 'p95'],
      ] as const)
        expect(quantile(level)).toBe(quantiles![name].value);
    });
    expect(costs.map(({ difference }) => difference === null)).toEqual(costs.map((_, at) => at === 0));
  });

  it('begins with fewer futures while a slider is moved', async () => {
    const first = async (question: Question): Promise<number> => (await answersOf(inLine(), question))[0]!.replications;
    expect(await first(small('it-help-desk'))).toBe(32);
    expect(await first({ ...small('it-help-desk'), isMoving: true })).toBe(16);
  });

  it('says once what the inputs come to, when the first glance is over', async () => {
    const question = small('bank-ivr-verification');
    const compiled = compileStudy(question.document);
    const inputs = compiled.ok && reportedInputs(compiled.study.models);
    for (const desk of [inLine(), deskAfar(() => across(inLine()))]) {
      const heard: unknown[] = [];
      const answered = ({ replications }: DeskAnswer): Promise<void> => Promise.resolve(void heard.push(replications));
      await desk.answer(
        { ...question, whole: true },
        { ...deaf, answered, reported: (said) => heard.push(said) },
        new AbortController().signal,
      );
      expect(heard.slice(0, 3)).toEqual([32, 64, inputs]);
      expect(heard.filter((each) => typeof each !== 'number')).toHaveLength(1);
    }
  });

  it('says from afar why a document was refused', async () => {
    const desk = deskAfar(() => across(inLine()));
    const question = small('it-help-desk');
    const document = { ...question.document, correlations: { 'volume~handleTime': 7 } };
    const refused = await answersOf(desk, { ...question, document }).catch((fault: unknown) => fault);
    expect(refused).toBeInstanceOf(ScenarioRefused);
    expect((refused as ScenarioRefused).problems.map(({ path }) => path)).toContainEqual(expect.stringContaining('correlations'));
  });

  it('ends a question far away when it is aborted here', async () => {
    let far: AbortSignal | null = null;
    const desk = deskAfar(() => across({ answer: (_, __, signal) => new Promise(() => (far = signal)) }));
    const own = new AbortController();
    const answered = answersOf(desk, small('it-help-desk'), own.signal);
    await expect.poll(() => far).not.toBeNull();
    own.abort();
    await expect(answered).rejects.toThrow(/abort/i);
    await expect.poll(() => far?.aborted).toBe(true);
  });

  it('says nothing far away of a question that is over when it is aborted', async () => {
    const far = across({ answer: () => Promise.resolve() });
    const posted = vi.spyOn(far.endpoint, 'postMessage');
    const own = new AbortController();
    await deskAfar(() => far).answer(small('it-help-desk'), deaf, own.signal);
    const before = posted.mock.calls.length;
    expect(before).toBeGreaterThan(0);
    own.abort();
    expect(posted.mock.calls.length).toBe(before);
  });

  it('does not go on before an answer has been taken in', async () => {
    const given: number[] = [];
    const desk = deskAfar(() =>
      across({
        answer: async (_, { answered }) => {
          for (const replications of [32, 64]) {
            given.push(replications);
            await answered({ replications } as DeskAnswer);
          }
        },
      }),
    );
    const seen: number[][] = [];
    let take = (): void => {};
    const taken = new Promise<void>((resolve) => (take = resolve));
    const done = desk.answer(
      small('it-help-desk'),
      { ...deaf, answered: () => (seen.push([...given]), taken) },
      new AbortController().signal,
    );
    await expect.poll(() => seen.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(given).toEqual([32]);
    take();
    await done;
    expect(given).toEqual([32, 64]);
  });

  it('that is gone fails what it was asked, and another answers the next question', async () => {
    let fail: (reason: Error) => void = () => {};
    const desks = [{ answer: () => new Promise<void>(() => {}) }, inLine()];
    const desk = deskAfar(() => ({ ...across(desks.shift()!), failed: new Promise<never>((_, reject) => (fail = reject)) }));
    const first = answersOf(desk, small('it-help-desk'));
    fail(new Error('taken away'));
    await expect(first).rejects.toThrow('taken away');
    expect((await answersOf(desk, small('it-help-desk'))).length).toBeGreaterThan(0);
  });
});
