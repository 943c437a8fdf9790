import {
  createStudyCompiler,
  effortOf,
  liveChannels,
  type IntervalProfile,
  type IntervalReplay,
  type ReplayedDay,
  type Study,
} from '@percall/core';
import type { Channel, Problem, ScenarioDocument } from '@percall/scenario';
import { compile, onInstantFloor } from './compile.ts';
import type { IntervalService } from './intervalService.ts';

export interface IntervalOptions {
  /** Of a document that has been checked: what its check warned of. It is not checked again. */
  readonly checked?: readonly Problem[];
  /** Default: the first that somebody waits on. */
  readonly channel?: Channel;
  /** Rejects with its reason, within some tens of milliseconds of work. */
  readonly signal?: AbortSignal;
}

export interface ReplayOptions extends IntervalOptions {
  /** Which future. */
  readonly replication: number;
  readonly day: ReplayedDay;
}

/** Questions about single intervals of a scenario, beside a study's answers. The newest one wins: the one before rejects with an AbortError. */
export interface IntervalSession {
  /**
   * The scenario of that place (0: the baseline) by weekday and time of day: on the instant floor where it takes the document, in as many of its futures as take a second or so.
   * null: nobody waits on any channel. Throws ScenarioRefused, RangeError for a scenario that is not there.
   */
  readonly profile: (document: ScenarioDocument, scenario: number, options?: IntervalOptions) => Promise<IntervalProfile | null>;
  /** An interval of one future on the exact floor, call by call. null: nobody waits on any channel. */
  readonly replay: (document: ScenarioDocument, scenario: number, options: ReplayOptions) => Promise<IntervalReplay | null>;
  readonly close: () => void;
}

/** The service, near or far, and how it is ended. */
export interface IntervalWorker {
  readonly service: IntervalServiceAfar;
  /** Rejects when it is gone. */
  readonly failed: Promise<never>;
  readonly terminate: () => unknown;
}

/** The service in a worker: everything takes a message. */
export interface IntervalServiceAfar {
  readonly profile: (...order: Parameters<IntervalService['profile']>) => Promise<IntervalProfile | null>;
  readonly replay: (...order: Parameters<IntervalService['replay']>) => Promise<IntervalReplay | null>;
  readonly cancel: (run: number) => Promise<void> | void;
}

/** Effort of a profile, in the steps of `effortOf`: about a second of one core. */
const profileEffort = 8e5;
const [fewest, most] = [8, 256];

/** Futures of a profile: a multiple of 8, so that each scramble has as many. */
export function profileReplications(study: Study, model: number): number {
  const each = effortOf({ ...study, models: [study.models[model]!] }, study.floor);
  return Math.min(study.replications, most, Math.max(fewest, 8 * Math.floor(profileEffort / each / 8)));
}

/** A session over a service that is started when first asked. */
export function createIntervalSession(start: () => IntervalWorker): IntervalSession {
  const compiler = createStudyCompiler();
  let worker: IntervalWorker | null = null;
  let runs = 0;
  /** What the last replay was of. */
  let replayed: { readonly document: ScenarioDocument; readonly scenario: number; readonly channel: Channel; readonly key: number } | null =
    null;
  let newest: AbortController | null = null;

  /** Runs one order as the only one. */
  async function order<Answer>(
    signal: AbortSignal | undefined,
    send: (service: IntervalServiceAfar, run: number) => Promise<Answer | null>,
  ): Promise<Answer> {
    newest?.abort();
    const own = new AbortController();
    newest = own;
    const onAbort = (): void => own.abort(signal?.reason);
    signal?.throwIfAborted();
    signal?.addEventListener('abort', onAbort);
    const run = ++runs;
    worker ??= start();
    const { service, failed } = worker;
    const ended = new Promise<never>((_, reject) =>
      own.signal.addEventListener('abort', () => {
        void service.cancel(run);
        reject(own.signal.reason as Error);
      }),
    );
    const gone = failed.catch((reason: unknown) => {
      worker = null;
      throw reason;
    });
    try {
      const answer = await Promise.race([send(service, run), ended, gone]);
      // Nothing but a later order or a signal ends one, and both reject above.
      if (answer === null) throw new Error('an order about an interval ended without an answer');
      return answer;
    } finally {
      signal?.removeEventListener('abort', onAbort);
      if (newest === own) newest = null;
    }
  }

  function studyOf(document: ScenarioDocument, scenario: number, options: IntervalOptions): { study: Study; channel: Channel } | null {
    const { checked, channel } = options;
    const given = checked === undefined ? {} : { checked };
    const { study } = onInstantFloor(document, given, compiler) ?? compile(document, { ...given, floor: 'calls' }, compiler);
    const model = study.models[scenario];
    if (model === undefined) throw new RangeError(`the document has ${study.models.length} scenarios, and none at place ${scenario}`);
    const live = liveChannels(model);
    const of = channel !== undefined && live.includes(channel) ? channel : live[0];
    return of === undefined ? null : { study, channel: of };
  }

  return {
    profile: async (document, scenario, options = {}) => {
      const found = studyOf(document, scenario, options);
      if (found === null) return null;
      const { study, channel } = found;
      const replications = profileReplications(study, scenario);
      return order(options.signal, (service, run) => service.profile({ run, study, model: scenario, channel, replications }));
    },
    replay: async (document, scenario, options) => {
      const found = studyOf(document, scenario, options);
      if (found === null) return null;
      const { study, channel } = found;
      const { replication, day } = options;
      if (replayed?.document !== document || replayed.scenario !== scenario || replayed.channel !== channel)
        replayed = { document, scenario, channel, key: runs + 1 };
      const { key } = replayed;
      return order(options.signal, (service, run) => service.replay({ run, key, study, model: scenario, channel, replication, day }));
    },
    close: () => {
      newest?.abort();
      void worker?.terminate();
      worker = null;
    },
  };
}
