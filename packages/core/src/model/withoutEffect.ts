import { applyChanges, getAt, parsePath, type Json, type Problem, type ScenarioDocument } from '@percall/scenario';

/** Parts of a document that are valid and that nothing in this build reads yet, with what will read them. */
const waiting: readonly (readonly [path: string, since: string])[] = [
  ['calendar.closeGrace', 'the end of the day, customer by customer'],
  ['staffing.people.hireLag', 'the weeks between two rosters'],
  ['staffing.people.training', 'the weeks between two rosters'],
  ['staffing.people.ramp', 'the weeks between two rosters'],
  ['staffing.people.severance', 'the weeks between two rosters'],
  ['staffing.people.overtime.max', 'the weeks between two rosters'],
  ['staffing.roster', 'rosters given in the document'],
  ['staffing.headcount', 'headcounts given in the document'],
  ['investment.discount', 'net present value'],
];

/**
 * A warning for each part that was typed and changes nothing yet, in the baseline or in a variant: accepted, because the document is right,
 * but never in silence. What would change an answer if it were modelled is refused instead (`notModelledYet`).
 */
export function withoutEffect(document: ScenarioDocument, variants: readonly string[]): Problem[] {
  const baseline = typedIn(document);
  const warnings = waiting.flatMap(([path, since]) => (path in baseline ? [warning(path, since, baseline[path]!)] : []));
  for (const name of variants) {
    const changes = changesOf(document, name);
    const changed = changes === null ? null : applyChanges(document, changes);
    if (changed === null || !changed.ok) continue;
    const typed = typedIn(changed.document);
    for (const [path, since] of waiting)
      if (path in typed && JSON.stringify(typed[path]) !== JSON.stringify(baseline[path]))
        warnings.push(warning(`variants.${JSON.stringify(name)}.${path}`, since, typed[path]!));
  }
  return warnings;
}

/** The waiting parts that a document types, by path. */
function typedIn(document: Json): Readonly<Record<string, Json>> {
  const typed: Record<string, Json> = {};
  for (const [path] of waiting) {
    const parsed = parsePath(path);
    const value = parsed.ok ? getAt(document, parsed.path) : undefined;
    if (value !== undefined) typed[path] = value;
  }
  return typed;
}

function changesOf(document: ScenarioDocument, name: string): { readonly [path: string]: Json } | null {
  const changes = getAt(document, ['variants', name, 'changes']);
  return typeof changes === 'object' && changes !== null && !Array.isArray(changes) ? (changes as { readonly [path: string]: Json }) : null;
}

const warning = (path: string, since: string, got: Json): Problem => ({
  code: 'unused',
  path,
  params: { must: { rule: 'modelled', since }, got },
  severity: 'warning',
});
