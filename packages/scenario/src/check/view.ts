import type { Json } from '../document.ts';
import { getAt, isObject, namedPath, type Path } from '../paths.ts';
import type { Problem } from '../problem.ts';
import { problemAt, type Finding } from '../problems.ts';
import { centralValue, readLeaf, spellsNumber } from '../schema/readLeaf.ts';
import { descriptionAt, nodeAt } from '../schema/walk.ts';

/**
 * A document as the cross checks see it: it need not be valid elsewhere, so that all problems can be reported at once. What cannot be read
 * is null, and the check that needs it stays silent: the schema has said it already.
 */
export class View {
  readonly problems: Problem[] = [];
  readonly document: Json;

  constructor(document: Json) {
    this.document = document;
  }

  report(path: Path, finding: Finding): void {
    this.problems.push(problemAt(namedPath(this.document, path), finding));
  }

  /** What is typed at a path. */
  at(path: Path): Json | undefined {
    return getAt(this.document, path);
  }

  /** The names under a path; a list of names is one too. */
  names(path: Path): readonly string[] {
    const value = this.at(path);
    if (isObject(value)) return Object.keys(value);
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  }

  /** The middle of the number at a path, its default when it is left out; null when it cannot be read. */
  central(path: Path): number | null {
    const description = descriptionAt(path);
    if (description === null) return null;
    const typed = this.typed(path) ?? description.default ?? null;
    if (typed === null) return null;
    const read = readLeaf(typed, description);
    return read.ok ? centralValue(read.value.distribution) : null;
  }

  /** What is typed for a number, in its long or its short form. */
  private typed(path: Path): Json | undefined {
    const value = this.at(path);
    if (value !== undefined) return value;
    const above = path.slice(0, -1);
    const parent = this.at(above);
    const node = nodeAt(above);
    return parent !== undefined && spellsNumber(parent) && node?.kind === 'group' && node.shorthand === path.at(-1) ? parent : undefined;
  }
}
