import {
  compileComparison as compileDocuments,
  compileStudy,
  exactReplicationsOf,
  samplingMethods,
  type CompiledStudy,
  type Days,
  type FloorName,
  type NamedDocument,
  type SamplingMethod,
  type Study,
  type StudyCompiler,
} from '@percall/core';
import { checkDocument, type Problem, type ScenarioDocument } from '@percall/scenario';
import { requireReplications } from './replications.ts';
import { ScenarioRefused } from './scenarioRefused.ts';

/** How contacts meet agents. */
export type FloorChoice = 'auto' | 'erlang' | 'calls';

export interface CompileOptions {
  /** A multiple of 8, from 64 to 10,485,760. Default: the document's. */
  readonly replications?: number;
  /** Default: the document's. */
  readonly seed?: string;
  /**
   * `erlang` is the instant floor; `calls` runs every call by itself, and takes some hundred times as long; `auto` corrects the instant floor by the exact
   * one in as many futures as take about as long, and runs everything exactly where that is cheap or the instant floor does not take the document. Default: `auto`.
   */
  readonly floor?: FloorChoice;
  /** How uncertain numbers are drawn. Default: `sobol`, in scrambled points; the others are there to compare with. */
  readonly sampling?: SamplingMethod;
  /** Which days of the horizon the instant floor runs its live queues on. Default: `auto`, all of up to eight weeks and strata of more. */
  readonly days?: Days | 'auto';
  /** Of a document that has been checked: what its check warned of. It is not checked again. Default: it is checked. */
  readonly checked?: readonly Problem[];
}

/** A study ready to run, and what is to be said about its document. */
export interface Compiled {
  readonly study: Study;
  readonly replications: number;
  /** Whether the exact floor corrects it. */
  readonly isCorrected: boolean;
  /** What the document's check and its compilation warn of. */
  readonly warnings: readonly Problem[];
}

/**
 * Checks and compiles a document. Throws ScenarioRefused with Problems, RangeError for a number of replications that no study has and for
 * a floor that nobody knows.
 *
 * @param compiler one that remembers what it compiled, where documents come one after the other
 */
export function compile(document: ScenarioDocument, options: CompileOptions = {}, compiler: StudyCompiler = compileStudy): Compiled {
  const { checked = warningsOf(document) } = options;
  return ready((settings) => compiler(document, settings), options, checked);
}

/** `compile` on the instant floor; null: the document has what that floor does not take. */
export function onInstantFloor(document: ScenarioDocument, options: CompileOptions, compiler: StudyCompiler): Compiled | null {
  try {
    return compile(document, { ...options, floor: 'erlang' }, compiler);
  } catch (fault) {
    if (fault instanceof ScenarioRefused && fault.problems.every(({ code }) => code === 'notModelledYet')) return null;
    throw fault;
  }
}

/**
 * Checks and compiles the baselines of several documents into one study, the first document's as its baseline (`compileComparison` of the
 * engine). Throws as `compile` does.
 */
export function compileComparison(documents: readonly NamedDocument[], options: Omit<CompileOptions, 'checked'> = {}): Compiled {
  const checked = documents.flatMap(({ name, document }, index) => warningsOfBaseline(warningsOf(document), index === 0 ? null : name));
  return ready((settings) => compileDocuments(documents, settings), options, checked);
}

/** What is said of a document, as it is said in a comparison; its variants are not taken. `name`: of one after the first. */
export const warningsOfBaseline = (warnings: readonly Problem[], name: string | null): readonly Problem[] =>
  warnings
    .filter(({ path }) => !/^variants\b/.test(path))
    .map((warning) => (name === null ? warning : { ...warning, path: `documents.${JSON.stringify(name)}.${warning.path}` }));

/** Strata of days were asked for, and the study can run none. */
export class DaysRefused extends RangeError {
  override readonly name = 'DaysRefused';

  constructor({ floor, models }: Study) {
    const why =
      floor === 'calls'
        ? 'the exact floor runs every day'
        : models.some(({ targets }) => targets.extremes.length > 0)
          ? 'a worst week or interval is asked for, which may be on a day that would not be run'
          : 'callbacks may outlast a day, so that each is run';
    super(`days cannot be strata here: ${why}`);
  }
}

/** How the engine is told to compile. */
type Settings = NonNullable<Parameters<StudyCompiler>[1]>;

function ready(compileBy: (settings: Settings) => CompiledStudy, options: CompileOptions, checked: readonly Problem[]): Compiled {
  const { replications, seed, sampling, days, floor = 'auto' } = options;
  if (replications !== undefined) requireReplications(replications);
  if (sampling !== undefined) requireSampling(sampling);
  if (days !== undefined) requireDays(days);
  const compileOn = (on: FloorName): CompiledStudy =>
    compileBy({
      floor: on,
      ...(replications === undefined ? {} : { replications }),
      ...(seed === undefined ? {} : { seed }),
      ...(sampling === undefined ? {} : { sampling }),
      ...(days === undefined ? {} : { days }),
    });
  const first = compileOn(requireFloor(floor) === 'calls' ? 'calls' : 'erlang');
  const isExact =
    floor === 'auto' &&
    (first.ok ? days !== 'strata' && isCheap(first.study) : first.problems.every(({ code }) => code === 'notModelledYet'));
  const compiled = isExact ? compileOn('calls') : first;
  if (!compiled.ok) throw new ScenarioRefused(compiled.problems);
  const { study } = compiled;
  if (days === 'strata' && study.days === 'all') throw new DaysRefused(study);
  const isCorrected = floor === 'auto' && study.floor === 'erlang';
  return { study, replications: study.replications, isCorrected, warnings: [...checked, ...compiled.warnings] };
}

/** Whether the exact floor can run all of a study. */
const isCheap = (study: Study): boolean => exactReplicationsOf(study, study.replications) === study.replications;

function warningsOf(document: ScenarioDocument): readonly Problem[] {
  const checked = checkDocument(document);
  if (!checked.ok) throw new ScenarioRefused(checked.problems);
  return checked.warnings;
}

function requireFloor(choice: FloorChoice): FloorChoice {
  if (choice === 'calls' || choice === 'auto' || choice === 'erlang') return choice;
  throw new RangeError(`a floor is auto, erlang or calls, not ${JSON.stringify(choice)}`);
}

function requireSampling(method: SamplingMethod): void {
  if (!samplingMethods.includes(method)) throw new RangeError(`sampling is ${samplingMethods.join(', ')}, not ${JSON.stringify(method)}`);
}

function requireDays(days: Days | 'auto'): void {
  if (days !== 'auto' && days !== 'all' && days !== 'strata')
    throw new RangeError(`days are auto, all or strata, not ${JSON.stringify(days)}`);
}
