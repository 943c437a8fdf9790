import type { Json } from '../document.ts';
import { formatPath, isList, isObject, parsePath, type Path } from '../paths.ts';
import { readEnds } from '../schema/correlations.ts';

/** The paths, with the value at each, that stand for one path of a variant's change or of a correlation; none: it goes. */
export type Become = (path: Path, value: Json, here: Path) => readonly (readonly [Path, Json])[];

/** A path that stays is spelled as it was typed. */
const spelled = (typed: string, before: Path, after: Path): string =>
  formatPath(after) === formatPath(before) ? typed : formatPath(after);

type Changes = { readonly [key: string]: Json };

/** A variant's changes with other paths. */
export function changesWith(changes: Changes, here: Path, become: Become, lose: (path: Path) => void): Json {
  return Object.fromEntries(
    Object.entries(changes).flatMap(([key, change]): readonly (readonly [string, Json])[] => {
      const parsed = parsePath(key);
      if (!parsed.ok) return [[key, change]];
      const next = become(parsed.path, change, [...here, key]);
      if (next.length === 0) lose([...here, key]);
      return next.map(([path, value]) => [spelled(key, parsed.path, path), value]);
    }),
  );
}

/** Correlations whose ends have other paths. Two ends that are both copied are copied together. */
export function correlationsWith(correlations: Changes, here: Path, become: Become, lose: (path: Path) => void): Json {
  return Object.fromEntries(
    Object.entries(correlations).flatMap(([key, rho]): readonly (readonly [string, Json])[] => {
      const ends = readEnds(key);
      if (ends === null) return [[key, rho]];
      const [from, to] = ends.map((end): readonly string[] => {
        const parsed = parsePath(end);
        return parsed.ok ? become(parsed.path, rho, [...here, key]).map(([path]) => spelled(end, parsed.path, path)) : [end];
      }) as [readonly string[], readonly string[]];
      if (from.length === 0 || to.length === 0) lose([...here, key]);
      const together = from.length > 1 && to.length > 1;
      const pairs = from.flatMap((end, i) => (together ? to.slice(i, i + 1) : to).map((other) => `${end}~${other}`));
      return pairs.map((pair) => [pair === ends.join('~') ? key : pair, rho]);
    }),
  );
}

/** A document in which all paths to its own places, of changes and of correlations, are others. */
export function withPaths(document: Json, become: Become, lose: (path: Path) => void): Json {
  if (!isObject(document)) return document;
  const { variants, correlations } = document;
  const inVariant = (variant: Json, i: number): Json => {
    if (!isObject(variant) || !isObject(variant['changes'])) return variant;
    const { name } = variant;
    return {
      ...variant,
      changes: changesWith(variant['changes'], ['variants', typeof name === 'string' ? name : i, 'changes'], become, lose),
    };
  };
  return {
    ...document,
    ...(isList(variants) && { variants: variants.map(inVariant) }),
    ...(isObject(correlations) && { correlations: correlationsWith(correlations, ['correlations'], become, lose) }),
  };
}
