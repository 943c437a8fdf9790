import type { Compiled } from './compile.ts';

/** Work that takes a worker about as long as its start: replications of one model of a month of half-hours. */
const worthAWorker = 200;

/** Workers that a study is worth, of `cores`; 0: it is done in line before the first worker is up. */
export function usefulWorkers({ study, replications }: Compiled, cores: number): number {
  const workers = Math.min(cores, Math.floor((replications * study.models.length) / worthAWorker));
  return workers < 2 ? 0 : workers;
}

/** The number, where it is one of workers. Throws RangeError where it is none. */
export function requireWorkers(workers: number): number {
  if (!Number.isInteger(workers) || workers < 0) throw new RangeError(`workers are a whole number, not ${workers}`);
  return workers;
}
