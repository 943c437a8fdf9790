import { getAt, parsePath, setAt, type Json, type Path, type Problem, type ScenarioDocument } from '@percall/scenario';

/** Staff that are given count where the plan says so; where one is given without the other, that is a slip. */
const givenPlans = ['roster', 'headcount'] as const;
const plan: Path = ['staffing', 'plan'];

/**
 * A warning for a roster or a headcount that was typed and that neither the baseline nor a variant plans by: accepted, because the document is
 * right, but never in silence. What would change an answer if it were modelled is refused instead (`notModelledYet`).
 */
export function withoutEffect(document: ScenarioDocument, variants: readonly string[]): Problem[] {
  const plans = new Set(
    [document, ...variants.map((name) => changed(document, changesOf(document, name)))].map((each) => getAt(each, plan)),
  );
  return givenPlans.flatMap((key): Problem[] => {
    const given = getAt(document, ['staffing', key]);
    if (given === undefined || plans.has(key)) return [];
    const must = { rule: 'text', key: 'underItsPlan', values: { plan: key } } as const;
    return [{ code: 'unused', path: `staffing.${key}`, params: { must, got: given }, severity: 'warning' }];
  });
}

/** The document with those of the changes that reach the plan. It was checked with all of them, so none is validated again. */
function changed(document: Json, changes: Readonly<Record<string, Json>>): Json {
  let result = document;
  for (const [text, value] of Object.entries(changes)) {
    const parsed = parsePath(text);
    if (!parsed.ok || !overlap(plan, parsed.path)) continue;
    const set = setAt(result, parsed.path, value);
    if (set.ok) result = set.document;
  }
  return result;
}

/** Whether one of two places is in the other. */
function overlap(one: Path, other: Path): boolean {
  for (let depth = 0; depth < one.length && depth < other.length; depth++) if (one[depth] !== other[depth]) return false;
  return true;
}

function changesOf(document: ScenarioDocument, name: string): Readonly<Record<string, Json>> {
  const changes = getAt(document, ['variants', name, 'changes']);
  return typeof changes === 'object' && changes !== null && !Array.isArray(changes) ? (changes as Readonly<Record<string, Json>>) : {};
}
