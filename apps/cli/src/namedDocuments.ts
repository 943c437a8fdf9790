import path from 'node:path';
import type { NamedDocument } from '@percall/core';
import { interpret, presetNames, type ScenarioDocument } from '@percall/scenario';
import { isLink } from './readScenario.ts';

/** A document and what it was read from. */
export interface Source {
  readonly source: string;
  readonly document: ScenarioDocument;
}

/**
 * Documents with names to tell them apart. Each goes by its own name; where another has the same, all but the first of them go by the file's
 * name beside it, and where that is the same too, by a number: copies of one document that differ in a lever usually kept its name.
 */
export function namedDocuments(sources: readonly Source[]): readonly NamedDocument[] {
  // What the first document's scenario is called in every table.
  const taken = new Set(['baseline']);
  return sources.map(({ source, document }) => {
    const own = interpret(document).scenarios[0]!.scenario.name;
    const file = fileName(source);
    const wanted = taken.has(own) && file !== null ? `${own} (${file})` : own;
    let name = wanted;
    for (let number = 2; taken.has(name); number++) name = `${wanted} (${number})`;
    taken.add(name);
    return { name, document };
  });
}

/** How a person would call what a document was read from; null: a link or stdin has no name. */
function fileName(source: string): string | null {
  if (source === '-' || isLink(source)) return null;
  const preset = presetNames().find((name) => source === `preset:${name}`);
  return preset ?? path.basename(source);
}
