import { refuseUnless } from './refuse.ts';
import { requireGlance, requireReplications } from './replications.ts';
import type { SessionStreamOptions } from './session.ts';
import { requireWorkers } from './usefulWorkers.ts';

/** The options, where each is of its kind. Otherwise throws TypeError, or RangeError for a number that will not do, and says what must hold. */
export function requireOptions<Options extends SessionStreamOptions & { readonly workers?: number }>(options: Options): Options {
  const {
    replications,
    seed,
    workers,
    signal,
    onProgress,
    onExact,
    kpis,
    precision,
    asked,
    every,
    sampling,
    shares,
    instantFirst,
    glance,
    compiled,
    days,
    floor,
  } = options;
  if (workers !== undefined) requireWorkers(workers);
  if (replications !== undefined) requireReplications(replications);
  refuseUnless(seed === undefined || typeof seed === 'string', 'seed must be text', seed);
  refuseUnless(signal === undefined || isSignal(signal), 'signal must be an AbortSignal', signal);
  refuseUnless(onProgress === undefined || typeof onProgress === 'function', 'onProgress must be a function', onProgress);
  refuseUnless(onExact === undefined || typeof onExact === 'function', 'onExact must be a function', onExact);
  refuseUnless(instantFirst === undefined || typeof instantFirst === 'boolean', 'instantFirst must be true or false', instantFirst);
  refuseUnless(
    instantFirst !== true || precision === undefined || precision.length === 0,
    'precision must be left out where the instant floor answers first',
    precision,
  );
  refuseUnless(instantFirst !== true || floor === 'auto', 'floor must be auto where the instant floor answers first', floor);
  if (glance !== undefined) requireGlance(glance);
  refuseUnless(
    glance === undefined || instantFirst === true,
    'glance must be left out where the instant floor does not answer first',
    glance,
  );
  refuseUnless(compiled === undefined || isCompiled(compiled), 'compiled must be what compile makes', compiled);
  refuseUnless(
    compiled === undefined || instantFirst === true,
    'compiled must be left out where the instant floor does not answer first',
    compiled,
  );
  refuseUnless(
    compiled === undefined || [replications, seed, sampling, days].every((option) => option === undefined),
    'replications, seed, sampling and days must be left out where the document comes compiled',
    compiled,
  );
  refuseUnless(kpis === undefined || typeof kpis === 'function', 'kpis must be a function', kpis);
  refuseUnless(precision === undefined || isPrecision(precision), 'precision must be a list of texts or of parsed expressions', precision);
  refuseUnless(asked === undefined || isParsed(asked), 'asked must be a list of parsed expressions', asked);
  refuseUnless(shares === undefined || typeof shares === 'boolean', 'shares must be true or false', shares);
  refuseUnless(
    sampling !== 'latinHypercube' || precision === undefined || precision.length === 0,
    'sampling must be sobol or monteCarlo beside a precision: a hypercube has all its replications at once',
    sampling,
  );
  refuseUnless(
    every === undefined || (typeof every === 'number' && every > 0 && every < Infinity),
    'every must be a number of milliseconds above 0',
    every,
    true,
  );
  return options;
}

const isPrecision = (given: unknown): boolean =>
  Array.isArray(given) && given.every((each: unknown) => typeof each === 'string' || (typeof each === 'object' && each !== null));

const isCompiled = (given: unknown): boolean => typeof given === 'object' && given !== null && 'study' in given;

const isParsed = (given: unknown): boolean => isPrecision(given) && !(given as readonly unknown[]).some((each) => typeof each === 'string');

/** By what is used of it: one of another window is no `instanceof AbortSignal`. */
const isSignal = (given: unknown): boolean =>
  typeof given === 'object' && given !== null && 'throwIfAborted' in given && 'addEventListener' in given;
