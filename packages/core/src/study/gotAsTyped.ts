import { getAt, isObject, parsePath, scenarioDocument, type Json, type Path, type Problem, type ScenarioDocument } from '@percall/scenario';

/**
 * Problems of a compiled study that say what was given as it was typed, in its own unit and for its own period: the scenarios that were compiled
 * have it in SI, and volumes for the period of the document.
 */
export const gotAsTyped = (document: ScenarioDocument, problems: readonly Problem[]): Problem[] =>
  problems.map((problem) => {
    const typed = problem.code === 'infeasible' ? typedFor(document, problem.path) : undefined;
    return typed === undefined ? problem : { ...problem, params: { ...problem.params, got: typed } };
  });

/** undefined: nothing is typed there, and a default is meant. */
function typedFor(document: ScenarioDocument, text: string): Json | undefined {
  const parsed = parsePath(text);
  if (!parsed.ok) return undefined;
  const { path } = parsed;
  const [first, name] = path;
  return first === 'variants' && typeof name === 'string'
    ? typedAt(scenarioDocument(document, name), path.slice(2))
    : typedAt(document, path);
}

function typedAt(document: Json, path: Path): Json | undefined {
  const typed = getAt(document, path);
  if (typed !== undefined) return isObject(typed) ? (typed['value'] ?? typed) : typed;
  // `phone: 5 min` is the short form of `phone: { mean: 5 min }`.
  const above = getAt(document, path.slice(0, -1));
  return above === undefined || (isObject(above) && !('likely' in above) && !('value' in above)) ? undefined : above;
}
