import { expose } from 'comlink';
import type { IntervalServiceAfar } from './intervalSession.ts';
import { ReplicationService } from './replicationService.ts';

/** Fetched with the first question: a worker of the crew never hears one, and it brings the exact floor along. */
const service = async () => (loading ??= import('./intervalService.ts').then(({ IntervalService }) => new IntervalService()));
let loading: Promise<import('./intervalService.ts').IntervalService> | null = null;

const intervals: IntervalServiceAfar = {
  profile: async (order) => (await service()).profile(order),
  replay: async (order) => (await service()).replay(order),
  cancel: async (run) => (await loading)?.cancel(run),
};

// One file for both: a worker of the crew never hears of intervals, and the other of nothing else.
expose(Object.assign(new ReplicationService(), { intervals }));
