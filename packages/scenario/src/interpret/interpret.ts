import { baselineName } from '../check/consistency.ts';
import { patchedVariants } from '../check/checkDocument.ts';
import { readWithSchema } from '../check/schemaProblems.ts';
import type { Interpreted, Json, ScenarioDocument } from '../document.ts';
import type { Leaf } from '../scenario.ts';
import type { Draft } from '../schema/root.ts';
import { centralValue } from '../schema/readLeaf.ts';
import { locate } from './locate.ts';
import { oneOffOf, scenarioOf } from './scenario.ts';

function draftOf(document: Json): Draft {
  const read = readWithSchema(document);
  if (!read.ok) throw new Error(`a checked document does not read: ${JSON.stringify(read.problems)}`);
  const { source } = read.draft;
  const stated = source === 'unstated' ? null : source;
  return Object.fromEntries(Object.entries(read.draft).map(([key, part]) => [key, located(key, part, stated)])) as Draft;
}

/** What was made of a part of a draft. A part that an edit left as it was is the same object, and so is its copy. */
const copies = new WeakMap<object, { readonly source: Leaf['source']; readonly copy: unknown }>();

function located(key: string, part: unknown, source: Leaf['source']): unknown {
  if (typeof part !== 'object' || part === null) return part;
  const known = copies.get(part);
  if (known?.source === source) return known.copy;
  const copy: unknown = locate(part, source, [key]);
  copies.set(part, { source, copy });
  return copy;
}

/**
 * Reads a checked document to SI units: the baseline, then each variant with its changes applied, all defaults filled in.
 *
 * A leaf has the same path in the baseline and in every variant: the path under which the document has it, or would have it.
 */
export function interpret(document: ScenarioDocument): Interpreted {
  const { variants = [], ...baseline } = document;
  const draft = draftOf(document);
  const patched = patchedVariants({ ...baseline, variants });
  return {
    scenarios: [
      { name: baselineName, scenario: scenarioOf(draft, { oneOff: null, starts: null, rampSeconds: null }) },
      ...patched.map(({ name, patched: result }, i) => {
        if (!result.ok) throw new Error(`a checked variant does not apply: ${JSON.stringify(result.problems)}`);
        const { oneOff, starts, ramp } = draft.variants[i]!;
        const rampSeconds = ramp === null ? null : centralValue(ramp.distribution);
        return { name, scenario: scenarioOf(draftOf(result.document), { oneOff: oneOffOf(oneOff), starts, rampSeconds }) };
      }),
    ],
  };
}
