import { createStudyCompiler } from '@percall/core';
import type { ScenarioDocument } from '@percall/scenario';
import { compile, onInstantFloor, type Compiled, type CompileOptions } from './compile.ts';

/** Checks and compiles documents that come one after the other, and remembers the last: a change to it costs what it changes. */
export interface DocumentCompiler {
  /** As `compile` does, and throws as it does. */
  readonly compile: (document: ScenarioDocument, options: CompileOptions) => Compiled;
  /** On the instant floor; null: the document has what that floor does not take. */
  readonly onInstantFloor: (document: ScenarioDocument, options: CompileOptions) => Compiled | null;
}

export function createDocumentCompiler(): DocumentCompiler {
  const compiler = createStudyCompiler();
  return {
    compile: (document, options) => compile(document, options, compiler),
    onInstantFloor: (document, options) => onInstantFloor(document, options, compiler),
  };
}
