import {
  compileComparison as compileDocuments,
  compileStudy,
  type CompiledStudy,
  type FloorName,
  type NamedDocument,
  type Study,
  type StudyCompiler,
} from '@percall/core';
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
  const settings = settingsOf(options);
  const { checked = warningsOf(document) } = options;
  return ready(compiler(document, settings), options, checked);
}

/**
 * Checks and compiles the baselines of several documents into one study, the first document's as its baseline (`compileComparison` of the
 * engine). Throws as `compile` does.
 */
export function compileComparison(documents: readonly NamedDocument[], options: Omit<CompileOptions, 'checked'> = {}): Compiled {
  const settings = settingsOf(options);
  const checked = documents.flatMap(({ name, document }, index) => warningsOfBaseline(warningsOf(document), index === 0 ? null : name));
  return ready(compileDocuments(documents, settings), options, checked);
}

/** What is said of a document, as it is said in a comparison; its variants are not taken. `name`: of one after the first. */
export const warningsOfBaseline = (warnings: readonly Problem[], name: string | null): readonly Problem[] =>
  warnings
    .filter(({ path }) => !/^variants\b/.test(path))
    .map((warning) => (name === null ? warning : { ...warning, path: `documents.${JSON.stringify(name)}.${warning.path}` }));

function settingsOf({ replications, seed, floor }: CompileOptions): { readonly floor: FloorName; readonly seed?: string } {
  if (replications !== undefined) requireReplications(replications);
  const used = floorOf(floor ?? 'auto');
  return seed === undefined ? { floor: used } : { floor: used, seed };
}

function ready(compiled: CompiledStudy, { replications }: CompileOptions, checked: readonly Problem[]): Compiled {
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
