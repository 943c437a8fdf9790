import { compileStudy, type FloorName, type Study, type StudyCompiler } from '@percall/core';
import { checkDocument, type Problem, type ScenarioDocument } from '@percall/scenario';
import { requireReplications } from './replications.ts';
import { ScenarioRefused } from './scenarioRefused.ts';

/** How contacts meet agents. */
export type FloorChoice = 'auto' | 'erlang' | 'calls';

export interface CompileOptions {
  /** A multiple of 8, from 64 to 1,048,576. Default: the document's. */
  readonly replications?: number;
  /** Default: the document's. */
  readonly seed?: string;
  /** `auto` and `erlang` are the instant floor; `calls` runs every call by itself, and takes some hundred times as long. Default: `auto`. */
  readonly floor?: FloorChoice;
  /** Of a document that has been checked: what its check warned of. It is not checked again. Default: it is checked. */
  readonly checked?: readonly Problem[];
}

/** A study ready to run, and what is to be said about its document. */
export interface Compiled {
  readonly study: Study;
  readonly replications: number;
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
  const { replications, seed } = options;
  const floor = floorOf(options.floor ?? 'auto');
  if (replications !== undefined) requireReplications(replications);
  const { checked = warningsOf(document) } = options;
  const compiled = compiler(document, seed === undefined ? { floor } : { floor, seed });
  if (!compiled.ok) throw new ScenarioRefused(compiled.problems);
  const { study } = compiled;
  return { study, replications: replications ?? study.replications, warnings: [...checked, ...compiled.warnings] };
}

function warningsOf(document: ScenarioDocument): readonly Problem[] {
  const checked = checkDocument(document);
  if (!checked.ok) throw new ScenarioRefused(checked.problems);
  return checked.warnings;
}

function floorOf(choice: FloorChoice): FloorName {
  if (choice === 'calls') return choice;
  if (choice === 'auto' || choice === 'erlang') return 'erlang';
  throw new RangeError(`a floor is auto, erlang or calls, not ${JSON.stringify(choice)}`);
}
