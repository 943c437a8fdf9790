import { webIntervals, type IntervalSession } from '@percall/runner';
import { startReplicator } from './replicators.ts';

/** Questions about single intervals, answered by a worker of their own. */
export const openIntervals = (): IntervalSession => webIntervals(startReplicator);
