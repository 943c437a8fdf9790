import type { ScenarioDocument } from '@percall/scenario';
import { compile, type Compiled } from './compile.ts';
import type { Crew } from './crew.ts';
import { inLineCrew } from './inLineCrew.ts';
import { createKeptTotals } from './keptTotals.ts';
import { requireOptions } from './options.ts';
import { stepsTo } from './replications.ts';
import { execute, lastOf, stepsOfRun, withMost, type ExecuteOptions, type RunOptions, type StreamOptions } from './session.ts';
import { studyRun, type StudyRun } from './studyRun.ts';

/**
 * Runs a document's baseline and variants through the same worlds, in this thread, in chunks that leave its event loop room.
 *
 * The same document, seed and replications give the same results, bit for bit. Throws ScenarioRefused with Problems, RangeError for a
 * number of replications that no study has and (PrecisionRefused) for a precision that cannot be read, TypeError for an option of the wrong kind, and the signal's reason when aborted.
 */
export const runStudy = (document: ScenarioDocument, options: RunOptions = {}): Promise<StudyRun> => runWith(inLineCrew, document, options);

/** Answers from more and more replications: 64, 256, 1,024 ... up to the wanted number, with `every` between them too. Otherwise as `runStudy`. */
export const streamStudy = (document: ScenarioDocument, options: StreamOptions = {}): AsyncGenerator<StudyRun, void, undefined> =>
  streamWith(inLineCrew, document, options);

/** The part of `runStudy` after compiling, by a crew that stays its caller's. */
export async function runCompiled(compiled: Compiled, crew: Crew, options: ExecuteOptions = {}): Promise<StudyRun> {
  options.signal?.throwIfAborted();
  return studyRun(await lastOf(execute(compiled, crew, createKeptTotals(crew, 0), stepsOfRun(compiled.replications, options), options)));
}

/** `runStudy` by the crew that is made for the compiled study, and ended after it. */
export async function runWith(crewFor: (compiled: Compiled) => Crew, document: ScenarioDocument, options: RunOptions): Promise<StudyRun> {
  const compiled = compile(document, withMost(requireOptions(options)));
  const crew = crewFor(compiled);
  try {
    return await runCompiled(compiled, crew, options);
  } finally {
    await crew.close();
  }
}

/** `streamStudy` by the crew that is made for the compiled study, and ended after it. Options of the wrong kind throw at once. */
export const streamWith = (
  crewFor: (compiled: Compiled) => Crew,
  document: ScenarioDocument,
  options: StreamOptions,
): AsyncGenerator<StudyRun, void, undefined> => runs(crewFor, document, requireOptions(options));

async function* runs(
  crewFor: (compiled: Compiled) => Crew,
  document: ScenarioDocument,
  options: StreamOptions,
): AsyncGenerator<StudyRun, void, undefined> {
  options.signal?.throwIfAborted();
  const compiled = compile(document, withMost(options));
  const crew = crewFor(compiled);
  try {
    const answers = execute(compiled, crew, createKeptTotals(crew, 0), stepsTo(compiled.replications), options);
    for await (const answer of answers) yield studyRun(answer);
  } finally {
    await crew.close();
  }
}
