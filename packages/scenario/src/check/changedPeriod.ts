import { hint } from '../hintTexts.ts';
import type { Json, ScenarioDocument } from '../document.ts';
import { mustText } from '../mustTexts.ts';
import { formatPath, getAt, isList, isObject, type Path } from '../paths.ts';
import type { Problem } from '../problem.ts';
import { problemAt } from '../problems.ts';
import { documentPeriod } from '../restate.ts';
import { readLeaf, splitSpread } from '../schema/readLeaf.ts';
import { visitNumbers } from '../schema/walk.ts';
import { patchedVariants } from './checkDocument.ts';

/**
 * Warnings where a document was given another `period` from outside: volumes that name none of their own, and that nobody wrote anew, are for
 * that one now. Each says what its volume means, and what to write for what it meant.
 */
export function changedPeriod(before: ScenarioDocument, after: ScenarioDocument): readonly Problem[] {
  const [was, is] = [documentPeriod(before), documentPeriod(after)];
  if (was === is) return [];
  const stood = scenariosOf(before);
  const said = new Set<string>();
  return scenariosOf(after).flatMap(({ path, scenario }, index) =>
    bareVolumes(scenario).flatMap(({ at, typed }): Problem[] => {
      // What all variants leave as it is, is said of the baseline.
      const identity = `${formatPath(at)} ${JSON.stringify(typed)}`;
      if (said.has(identity) || !isSame(typed, getAt(stood[index]?.scenario ?? null, at))) return [];
      said.add(identity);
      const one = oneValueOf(typed);
      const [centre, spread] = typeof one === 'string' ? (splitSpread(one, {}) ?? [one]) : [JSON.stringify(one)];
      const example = `${centre.trim()} per ${was}${spread === undefined ? '' : ` ±${spread}`}`;
      const way = hint('restated', { volume: typeof one === 'string' ? one : centre, before: was, after: is, example });
      const finding = { code: 'unlikely', must: mustText('namedPeriod', { example }), got: typed, hint: way, severity: 'warning' } as const;
      return [problemAt([...path, ...at], finding)];
    }),
  );
}

/** The baseline, and each variant with its changes applied. */
const scenariosOf = (document: ScenarioDocument): readonly { readonly path: Path; readonly scenario: Json }[] => {
  const variants = patchedVariants(document).flatMap(({ path, patched }) => (patched.ok ? [{ path, scenario: patched.document }] : []));
  return [{ path: [], scenario: document }, ...variants];
};

function bareVolumes(scenario: Json): readonly { readonly at: Path; readonly typed: Json }[] {
  const found: { readonly at: Path; readonly typed: Json }[] = [];
  visitNumbers(scenario, (at, typed, description) => {
    const read = description.perPeriod === true ? readLeaf(typed, description) : null;
    if (read?.ok === true && read.value.basis === null) found.push({ at, typed });
  });
  return found;
}

const isSame = (a: Json, b: Json | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

const besideNumber: readonly string[] = ['source', 'note', 'counted'];

/** Of a number with several values the likely one, or else the first: the others are written as it is. */
function oneValueOf(typed: Json): Json {
  if (isList(typed)) return oneValueOf(typed[0]!);
  if (!isObject(typed)) return typed;
  const values = Object.entries(typed).flatMap(([key, value]) => (besideNumber.includes(key) ? [] : [value]));
  return oneValueOf(typed['likely'] ?? values[0]!);
}
