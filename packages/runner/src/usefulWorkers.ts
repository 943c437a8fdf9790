import { companionEffort, effortOf, type Companion, type Study } from '@percall/core';
import { refuseUnless } from './refuse.ts';

/**
 * Effort that is worth a worker, in steps of some 1.3 microseconds (`effortOf`): half a second, of which a worker takes a good part to come up: 0.15 s to load
 * and as much until its code is compiled.
 */
const worthAWorker = 400_000;

/** Workers that a study is worth, of `cores`; 0: it is done in line before several workers would be. */
export function usefulWorkers(study: Study, replications: number, cores: number, companions: readonly Companion[] = []): number {
  const beside = companions.reduce((sum, companion) => sum + companionEffort(companion), 0);
  const workers = Math.min(cores, Math.floor((replications * effortOf(study, study.floor) + beside) / worthAWorker));
  return workers < 2 ? 0 : workers;
}

/** The number, where it is one of workers. Throws RangeError for another number, TypeError for what is none. */
export function requireWorkers(workers: number): number {
  refuseUnless(Number.isInteger(workers) && workers >= 0, 'workers must be a whole number from 0 on', workers, true);
  return workers;
}
