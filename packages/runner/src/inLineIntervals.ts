import { IntervalService } from './intervalService.ts';
import { createIntervalSession, type IntervalSession } from './intervalSession.ts';

/** A session in this thread, in pieces that leave its event loop room. */
export const inLineIntervals = (): IntervalSession =>
  createIntervalSession(() => ({ service: new IntervalService(), failed: new Promise<never>(() => {}), terminate: () => {} }));
