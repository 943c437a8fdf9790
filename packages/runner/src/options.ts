import { refuseUnless } from './refuse.ts';
import { requireReplications } from './replications.ts';
import type { RunOptions } from './session.ts';
import { requireWorkers } from './usefulWorkers.ts';

/** The options, where each is of its kind. Otherwise throws TypeError, or RangeError for a number that will not do, and says what must hold. */
export function requireOptions<Options extends RunOptions & { readonly workers?: number }>(options: Options): Options {
  const { replications, seed, workers, signal, onProgress, kpis } = options;
  if (workers !== undefined) requireWorkers(workers);
  if (replications !== undefined) requireReplications(replications);
  refuseUnless(seed === undefined || typeof seed === 'string', 'seed must be text', seed);
  refuseUnless(signal === undefined || isSignal(signal), 'signal must be an AbortSignal', signal);
  refuseUnless(onProgress === undefined || typeof onProgress === 'function', 'onProgress must be a function', onProgress);
  refuseUnless(kpis === undefined || typeof kpis === 'function', 'kpis must be a function', kpis);
  return options;
}

/** By what is used of it: one of another window is no `instanceof AbortSignal`. */
const isSignal = (given: unknown): boolean =>
  typeof given === 'object' && given !== null && 'throwIfAborted' in given && 'addEventListener' in given;
