import {
  createIntervalProfiler,
  createIntervalReplay,
  untilPaused,
  type IntervalProfile,
  type IntervalReplay,
  type IntervalReplayer,
  type ReplayedDay,
  type Study,
} from '@percall/core';
import type { Channel } from '@percall/scenario';
import { macrotask } from './macrotask.ts';

/** A scenario of a study by weekday and time of day, over its first futures. */
export interface ProfileOrder {
  readonly run: number;
  readonly study: Study;
  /** The scenario, by its place in the study. */
  readonly model: number;
  readonly channel: Channel;
  readonly replications: number;
}

/** One interval of one future, call by call. Orders of the same `key` are of the same study, scenario and channel. */
export interface ReplayOrder {
  readonly run: number;
  readonly key: number;
  readonly study: Study;
  readonly model: number;
  readonly channel: Channel;
  readonly replication: number;
  readonly day: ReplayedDay;
}

/** Milliseconds of work between two rests, in which a cancellation is let in. */
const atOnce = 20;

/** What lives in a worker beside the crew's, for questions about single intervals. One order is worked on at a time; the next one ends it. */
export class IntervalService {
  #newest = 0;
  /** The future that was run last, so that another of its intervals is there at once. */
  #replayed: { readonly key: number; readonly replayer: IntervalReplayer; replication: number | null } | null = null;

  /** null: another order came, or it was cancelled. */
  async profile({ run, study, model, channel, replications }: ProfileOrder): Promise<IntervalProfile | null> {
    this.#newest = run;
    const profiler = createIntervalProfiler(study, model, channel);
    for (let replication = 0; replication < replications; replication++)
      if (!(await this.#inPieces(run, () => profiler.run(replication)))) return null;
    return profiler.profile();
  }

  /** null: another order came, or it was cancelled. */
  async replay({ run, key, study, model, channel, replication, day }: ReplayOrder): Promise<IntervalReplay | null> {
    this.#newest = run;
    if (this.#replayed?.key !== key) this.#replayed = { key, replayer: createIntervalReplay(study, model, channel), replication: null };
    const replayed = this.#replayed;
    if (replayed.replication !== replication) {
      replayed.replication = null;
      if (!(await this.#inPieces(run, () => replayed.replayer.run(replication)))) return null;
      replayed.replication = replication;
    }
    return replayed.replayer.replay(day);
  }

  cancel(run: number): void {
    if (this.#newest === run) this.#newest = 0;
  }

  /** Does the work in pieces with a rest between them. False: it is not wanted any more. */
  async #inPieces(run: number, work: () => void): Promise<boolean> {
    for (;;) {
      const end = performance.now() + atOnce;
      const isDone = untilPaused(() => performance.now() >= end, work);
      await macrotask();
      if (this.#newest !== run) return false;
      if (isDone) return true;
    }
  }
}
