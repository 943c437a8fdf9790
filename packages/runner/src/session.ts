import {
  analyse,
  companionsOf,
  createAnalyst,
  exactReplicationsOf,
  summariseAnalysis,
  totalsKeys,
  withCompanions,
  mostKept,
  scrambles,
  type Analysis,
  type Analyst,
  type Companion,
  type CompanionName,
  type AnyStudy,
  type Event,
  type Expression,
  type Results,
  type Shard,
  type Study,
} from '@percall/core';
import type { Problem, ScenarioDocument } from '@percall/scenario';
import { analyseInTurns } from './analyseInTurns.ts';
import type { Compiled, CompileOptions } from './compile.ts';
import type { Crew } from './crew.ts';
import type { DocumentCompiler } from './documentCompiler.ts';
import { createKeptTotals, type KeptTotals } from './keptTotals.ts';
import { createEffort } from './effort.ts';
import { macrotask } from './macrotask.ts';
import { requireOptions } from './options.ts';
import { createPace, type Pace } from './pace.ts';
import type { PrecisionResult } from './precision.ts';
import { fewestReplications, firstJudged, glanced, judgedSteps, mostForPrecision, stepsFromGlance, stepsTo } from './replications.ts';

export interface RunOptions extends CompileOptions, ExecuteOptions {}

/** How a compiled study is run, whatever it is. */
export interface ExecuteOptions {
  /** Aborts between two replications: rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  /** Futures that the exact floor has run, of those that it runs in all: where it corrects, and where it runs alone. */
  readonly onExact?: (done: number, total: number) => void;
  /** KPIs that will be looked at, by id: no other is measured. Floors, the headline and the total cost always are. Default: all. */
  readonly kpis?: (id: string) => boolean;
  /**
   * Wanted half-widths of intervals, as `percall run --precision` takes them: `cpc.handled.p50 < 0.5%`. The run ends at the first of 256, 1,024,
   * 4,096 ... replications where all are reached; `replications` are the most, by default 65,536. What they name is measured too.
   */
  readonly precision?: readonly (string | Expression)[];
  /**
   * Expressions that the last answer will be judged on. One of more than 65,536 replications does not keep its worlds: it knows the chance of several
   * things at once only where it was asked for here, or by a precision.
   */
  readonly asked?: readonly Expression[];
  /** Whether the last answer says where the spread of each KPI comes from, for which some futures are run again. Default: yes. */
  readonly shares?: boolean;
}

export interface StreamOptions extends RunOptions {
  /**
   * Milliseconds: answers also between the steps, whenever so many have gone by and eight more replications are in, as far as making them takes no more than
   * half of the time. Which come hangs on the machine; what each says does not, nor does the last. Default: at the steps alone.
   */
  readonly every?: number;
}

export interface SessionStreamOptions extends StreamOptions {
  /**
   * With the floor `auto`: answers of the instant floor alone first, of 32 replications, known or not, and of 256; then at every step from 256 up to the wanted number, corrected by
   * the exact floor in the first few of them; and then the last answer, which is what a run with `auto` says. Up to 256 replications nothing is corrected on the way. Where the exact floor cannot afford a future of each scramble the instant floor's is the last; where the instant floor does not take the
   * document all answers are exact. Default: no.
   */
  readonly instantFirst?: boolean;
  /** With `instantFirst`: replications of the first answer, a multiple of 8 from 16 to 56. Default: 32. */
  readonly glance?: number;
  /**
   * With `instantFirst`: what the document comes to on the instant floor, compiled before. The first answer waits neither for a check nor for a compiler, and the
   * document is read only after it. Has to be of this document as it stands, with its own seed and number of replications.
   */
  readonly compiled?: Compiled;
}

/** What a study came to after some or all of its replications. */
export interface StudyAnswer {
  readonly study: Study;
  readonly seed: string;
  /** Replications in this answer, and in the last one; with a precision, the most that the last may have. */
  readonly replications: number;
  readonly of: number;
  /** Futures that the exact floor is still to run, before answers that take them in; 0: this is the last answer, or no later one has more of them. */
  readonly exactToCome: number;
  /** What became of each wanted precision; empty where none is wanted, and below 256 replications. */
  readonly precision: readonly PrecisionResult[];
  /** What the document's check and its compilation warn of, as `percall run` says it. */
  readonly warnings: readonly Problem[];
  /** What an assertion is judged on: every world of every scenario, or beyond 65,536 replications what was found in them. */
  readonly analysis: AnyStudy;
  /** Everything that `percall run --format json` says of the scenarios. */
  readonly results: Results;
}

/**
 * Studies one after the other, as a person changes a document: what the last ones computed and this one has too is not computed again.
 * A run that starts while another is under way ends the other (the newest run wins): the older rejects with an AbortError. Where nothing else is said,
 * runs are on the instant floor alone, without the shares of the spread.
 */
export interface Session {
  /**
   * Answers from more and more replications: 64, 256, 1,024, 4,096 ... up to the wanted number. Each has the bits that a study of so
   * many replications has. Steps that are known from earlier runs are passed over up to 256, and come without a wait: more would take
   * longer to price than a frame leaves. A run begins when its first answer is asked for. Throws ScenarioRefused with Problems, RangeError for a number
   * of replications that no study has. With `every` there are answers between the steps too. Beyond 65,536 replications there is one answer, the last: nothing
   * of it is kept, so that any edit, of a price too, runs them all again.
   */
  readonly stream: (document: ScenarioDocument, options?: SessionStreamOptions) => AsyncGenerator<StudyAnswer, void, undefined>;
  /** The last answer alone. */
  readonly run: (document: ScenarioDocument, options?: RunOptions) => Promise<StudyAnswer>;
  /** Ends what runs, and the crew. */
  readonly close: () => Promise<void>;
}

export interface SessionOptions {
  /** Totals of earlier studies are kept up to so many bytes in all. Default: 64 MiB, some dozen scenarios of 4,096 replications. */
  readonly keptBytes?: number;
}

/** Where answers are given on the way to the last replication. */
type StepsOf = (last: number) => readonly number[];

const defaultKeptBytes = 64 * 1024 * 1024;

/** A session that runs its studies through `crew`, which is its own from here on. */
export function createSession(crew: Crew, { keptBytes = defaultKeptBytes }: SessionOptions = {}): Session {
  const kept = createKeptTotals(crew, keptBytes);
  const toCompile = fetchedCompiler();
  // Small answers are remembered, since they are what a change waits for; large ones would take the room of the totals themselves. A glance does not displace
  // the answer that follows it: what a change leaves as it was is in both.
  const analysts = new Map<number, Analyst>();
  const analystFor = (count: number): Analyst => {
    const analyst = analysts.get(count) ?? createAnalyst();
    analysts.set(count, analyst);
    return analyst;
  };
  let newest: AbortController | null = null;

  async function* oneStudy(
    document: ScenarioDocument,
    options: StreamOptions,
    stepsOf: StepsOf,
  ): AsyncGenerator<StudyAnswer, void, undefined> {
    const { compile } = await toCompile();
    options.signal?.throwIfAborted();
    const compiled = compile(document, withMost(options));
    yield* execute(compiled, crew, kept, stepsOf(compiled.replications), options, analystFor);
  }

  async function onInstantFloor(document: ScenarioDocument, options: SessionStreamOptions): Promise<Compiled | null> {
    const compiler = await toCompile();
    options.signal?.throwIfAborted();
    return compiler.onInstantFloor(document, options);
  }

  /** The instant floor's answers, then the one that takes the exact floor in. */
  async function* bothFloors(document: ScenarioDocument, options: SessionStreamOptions): AsyncGenerator<StudyAnswer, void, undefined> {
    const instant = options.compiled ?? (await onInstantFloor(document, options));
    if (instant === null) return yield* oneStudy(document, options, stepsTo);
    const { study, replications } = instant;
    const exact = exactReplicationsOf(study, replications);
    // Beyond those that are kept nothing is left of a first run that a second could go on from.
    const { glance = glanced } = options;
    const steps = stepsFromGlance(replications, glance).filter((step) => exact === 0 || step <= mostKept);
    const early = earlyExact(study, exact, replications);
    const alone = early === null ? steps : steps.filter((step) => step <= soon);
    let isRead = options.compiled === undefined;
    for await (const answer of execute(instant, crew, kept, alone, options, analystFor)) {
      yield { ...answer, exactToCome: exact };
      // While the next futures run: the first change of the document then finds the compiler there, and what it left as it was remembered.
      if (!isRead) void onInstantFloor(document, options).catch(() => {});
      isRead = true;
    }
    if (early !== null) {
      const { replications: some } = early;
      const corrected = steps.filter((step) => step >= soon && (step < replications || some < exact));
      const told = { ...options, onExact: (done: number) => options.onExact?.(done, exact) };
      for await (const answer of execute(instant, crew, kept, corrected, told, analystFor, () => [early]))
        yield { ...answer, exactToCome: exact - some };
    }
    if (exact > 0) yield* oneStudy(document, options, (last) => [last]);
  }

  async function* answers(
    document: ScenarioDocument,
    options: SessionStreamOptions,
    stepsOf: StepsOf,
  ): AsyncGenerator<StudyAnswer, void, undefined> {
    newest?.abort();
    const own = new AbortController();
    newest = own;
    const { signal: given } = options;
    const onAbort = (): void => own.abort(given?.reason);
    given?.addEventListener('abort', onAbort);
    try {
      given?.throwIfAborted();
      const run = { ...options, signal: own.signal };
      for await (const answer of options.instantFirst === true ? bothFloors(document, run) : oneStudy(document, run, stepsOf)) {
        yield answer;
        own.signal.throwIfAborted();
      }
    } finally {
      // Who leaves between two steps leaves something running.
      own.abort();
      given?.removeEventListener('abort', onAbort);
      if (newest === own) newest = null;
    }
  }

  return {
    stream: (document, options = {}) => answers(document, atOnce(options), stepsTo),
    run: async (document, options = {}) => lastOf(answers(document, atOnce(options), (last) => stepsOfRun(last, options))),
    close: async () => {
      newest?.abort();
      await crew.close();
    },
  };
}

/** A compiler of documents, fetched when it is first wanted. Rejects where it cannot be, and is fetched anew when it is wanted again. */
function fetchedCompiler(): () => Promise<DocumentCompiler> {
  let compiler: Promise<DocumentCompiler> | null = null;
  return () => {
    compiler ??= import('./documentCompiler.ts').then(({ createDocumentCompiler }) => createDocumentCompiler());
    const fetched = compiler;
    fetched.catch(() => (compiler = null));
    return fetched;
  };
}

/**
 * The exact floor in the first few futures of a study of which it will run `exact`: one of each scramble at least, and as many as 256 futures are worth. It corrects the answers on the
 * way, which would else be the instant floor's alone until all of its futures are in. null: the last answer comes as soon.
 */
function earlyExact(study: Study, exact: number, replications: number): Companion | null {
  if (exact === 0 || exact === replications || replications <= soon) return null;
  const of = companionsOf(study, replications, { isCorrected: true, shares: false }).find(({ name }) => name === 'exact');
  if (of === undefined) return null;
  return { ...of, replications: Math.min(exact, Math.max(scrambles, exactReplicationsOf(study, soon))) };
}

/** What somebody waits for at every edit runs once and on the instant floor, unless they say otherwise. */
const atOnce = (options: SessionStreamOptions): SessionStreamOptions => ({ floor: 'erlang', shares: false, ...requireOptions(options) });

/** The options with the most replications in them, where a precision is wanted and no number is given. */
export const withMost = (options: RunOptions): RunOptions =>
  isUntilPrecise(options) ? { ...options, replications: options.replications ?? mostForPrecision } : options;

/** Where a run without answers on the way stops to look: at its end, or where it may be precise enough. */
export const stepsOfRun = (last: number, options: ExecuteOptions): readonly number[] =>
  isUntilPrecise(options) ? judgedSteps(last) : [last];

const isUntilPrecise = ({ precision = [] }: ExecuteOptions): boolean => precision.length > 0;

/** Replications that are priced and summarised in a few milliseconds. */
const soon = 256;

/**
 * The answers of one study at `steps`, in order, and with `every` between them; those that are known already are passed over, up to the last that comes
 * soon. Steps beyond those that are kept are summed up block by block, each from the start. Whoever leaves at an answer between steps has to end what runs: by its signal or its crew.
 */
export async function* execute(
  { study, replications, isCorrected, warnings }: Compiled,
  crew: Crew,
  kept: KeptTotals,
  steps: readonly number[],
  { signal, onProgress, onExact, kpis, precision = [], asked = [], every, shares = true }: ExecuteOptions & Pick<StreamOptions, 'every'>,
  analystFor: (count: number) => Analyst = () => analyse,
  companionsBeside: ((step: number) => readonly Companion[]) | null = null,
): AsyncGenerator<StudyAnswer, void, undefined> {
  // Fetched by itself in a page, which never asks for one.
  const precise = precision.length + asked.length > 0 ? await import('./precision.ts') : null;
  const wanted = precision.map((each) => (typeof each === 'string' ? precise!.readPrecision(each, study) : each));
  const named = new Set([...wanted, ...asked].flatMap((each) => precise!.namedKpis(each)));
  const measured = kpis === undefined || named.size === 0 ? kpis : (id: string): boolean => named.has(id) || kpis(id);
  const keys = totalsKeys(study);
  const pace = every === undefined ? null : createPace(every);
  const analyseOptions = measured === undefined ? {} : { kpis: measured };
  const lastStep = steps.at(-1)!;
  const companionsAt =
    companionsBeside ??
    ((step: number): readonly Companion[] =>
      step === lastStep || wanted.length > 0 ? companionsOf(study, step, { isCorrected, shares }) : []);
  const inUse = [...keys, ...companionsAt(lastStep).flatMap((companion) => totalsKeys(companion.study))];
  const effort = createEffort(study, replications, companionsAt(lastStep), onProgress);
  const exactOf = (companions: readonly Companion[], count: number): number =>
    study.floor === 'calls' ? count : (companions.find(({ name }) => name === 'exact')?.replications ?? 0);
  const exactInAll = exactOf(companionsAt(lastStep), lastStep);
  const told = (its: Study, done: number): void => {
    effort.done(its, done);
    if (its.floor === 'calls' && its.redrawn === null) onExact?.(done, exactInAll);
  };
  const said = (count: number, companions: readonly Companion[], analysis: AnyStudy): StudyAnswer => ({
    study,
    seed: study.seed,
    replications: count,
    of: replications,
    exactToCome: exactInAll - exactOf(companions, count),
    precision: [],
    warnings,
    analysis,
    results: summariseAnalysis(analysis),
  });
  const answer = async (count: number, by: Analyst, companions: readonly Companion[] = []): Promise<StudyAnswer> => {
    let spent = 0;
    let begun = performance.now();
    const rest = async (): Promise<void> => {
      spent += performance.now() - begun;
      await macrotask();
      signal?.throwIfAborted();
      begun = performance.now();
    };
    const shards = kept.shards(keys, count);
    const analyseEach = async (of: Study, its: readonly Shard[], size: number): Promise<Analysis> =>
      size <= soon ? by(of, its, analyseOptions) : analyseInTurns(of, its, analyseOptions, rest);
    const beside: Partial<Record<CompanionName, Analysis>> = {};
    for (const { name, study: its, replications: size } of companions) {
      beside[name] = analyse(its, kept.shards(totalsKeys(its), size), analyseOptions);
      await rest();
    }
    const analysis = withCompanions(await analyseEach(study, shards, count), beside);
    const made = said(count, companions, analysis);
    pace?.made(count, spent + performance.now() - begun);
    return made;
  };
  const accumulated = async (count: number, companions: readonly Companion[]): Promise<StudyAnswer> => {
    // For studies of more futures than are kept alone, which a page rarely has: fetched by itself there.
    const { accumulateStudy } = await import('./accumulateStudy.ts');
    const analysis = await accumulateStudy({
      study,
      replications: count,
      companions,
      crew,
      analyse: analyseOptions,
      asked: [...wanted, ...asked].flatMap(chanceOf),
      signal,
      onProgress: told,
      rest: async () => {
        await macrotask();
        signal?.throwIfAborted();
      },
    });
    return said(count, companions, analysis);
  };
  const known = kept.known(keys);
  // A glance is never passed over: known futures too are summed up sooner where they are few.
  const from = steps[0]! < fewestReplications ? 0 : steps.findLastIndex((step) => step <= Math.min(known, soon));
  let answered = 0;
  const wholeAt = async (step: number): Promise<StudyAnswer> => {
    const companions = companionsAt(step);
    if (step > mostKept) return accumulated(step, companions);
    for (const { study: its, replications: size } of companions)
      await kept.fill(its, totalsKeys(its), size, {
        ...(signal === undefined ? {} : { signal }),
        beside: inUse,
        onProgress: (done) => told(its, done),
      });
    signal?.throwIfAborted();
    return answer(step, analystFor(step), companions);
  };
  for (const step of steps.slice(Math.max(from, 0))) {
    const filling =
      step > mostKept
        ? undefined
        : kept.fill(study, keys, step, {
            ...(signal === undefined ? {} : { signal }),
            beside: inUse,
            onProgress: (done) => told(study, done),
          });
    if (filling !== undefined && pace === null) await filling;
    if (filling !== undefined && pace !== null)
      for await (const count of countsWhile(filling, () => kept.begun(keys), pace, answered)) {
        signal?.throwIfAborted();
        // What failed in between has nothing to show, and says so in a moment.
        if (count < step && count <= kept.begun(keys)) yield await answer(count, analyse);
      }
    signal?.throwIfAborted();
    const whole = await wholeAt(step);
    answered = step;
    const isJudged = wanted.length > 0 && step >= Math.min(firstJudged, replications);
    const judged = isJudged ? wanted.map((expression) => precise!.judgePrecision(expression, whole.analysis)) : [];
    yield { ...whole, precision: judged };
    if (isJudged && judged.every(({ reached }) => reached)) return;
  }
}

/** The events whose chance an expression is about. */
const chanceOf = ({ subject }: Expression): readonly (readonly Event[])[] => (subject.kind === 'probability' ? [subject.events] : []);

/** Numbers of replications to answer from while something fills up: more and more, in eights, at the pace. Ends when it is full; rejects as it does. */
async function* countsWhile(
  filling: Promise<void>,
  begun: () => number,
  pace: Pace,
  answered: number,
): AsyncGenerator<number, void, undefined> {
  let isFull = false;
  const full = filling.finally(() => (isFull = true));
  // Whoever leaves in between does not wait for it.
  full.catch(() => {});
  for (let last = answered; !isFull;) {
    const count = 8 * Math.floor(begun() / 8);
    const isMore = count > last && count >= fewestReplications;
    const wait = isMore ? pace.wait(count) : shortWait;
    if (wait === 0) {
      yield count;
      last = count;
    } else await soonerOf(full, wait);
  }
  await full;
}

/** Milliseconds until one looks again whether there is more. */
const shortWait = 10;

/** Waits for the promise, but no longer than so many milliseconds. */
async function soonerOf(promise: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const time = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  try {
    await Promise.race([promise, time]);
  } finally {
    clearTimeout(timer);
  }
}

export async function lastOf(answers: AsyncIterable<StudyAnswer>): Promise<StudyAnswer> {
  let last: StudyAnswer | null = null;
  for await (const answer of answers) last = answer;
  return last!;
}
