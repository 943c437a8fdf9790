import type { Json } from '../document.ts';
import type { Patched } from '../patch.ts';
import { formatPath, getAt, isList, isObject } from '../paths.ts';
import type { LeafDescription } from '../schema/description.ts';
import { nodeOf, type Node } from '../schema/nodes.ts';
import { schemaAt } from '../schema/walk.ts';
import { occupancyRoom } from '../check/consistency.ts';
import { View } from '../check/view.ts';
import { splitSpread } from '../schema/readLeaf.ts';
import { spellValue } from '../units/spell.ts';
import { bare } from './beside.ts';
import { clean } from './spelling.ts';
import { documentWith } from './change.ts';
import { offeredIn, type Offered } from './controls.ts';
import { pathOf } from './place.ts';

/** A part of the document that may be left out, and that means something by being there: a floor, a bound of one, a line of costs. */
export interface Part extends Offered {
  readonly stands: boolean;
  /** The smallest that can stand there, by the examples of the schema. */
  readonly first: Json;
  /** Whether it is one more line beside those that stand at its path. */
  readonly isLine: boolean;
}

/** What a channel's use brings along, and what a plan by given staff does: neither is added by itself. */
const ofOthers = /^(?:contactTypes\.\*\.handleTime|staffing\.(?:roster|headcount))\b/;

/**
 * The parts that a scenario may have beside what it must, standing or not, in the order of the schema. `mark` says of the value of an example
 * that it is one.
 */
export function partsOf(document: Json, mark: (example: string) => Json): readonly Part[] {
  type Own = Omit<Part, keyof Offered>;
  const found = offeredIn<Own>(
    document,
    (value, node, group) => {
      if (node.kind === 'cost') return { stands: true, first: null, isLine: false };
      // A floor that has one bound goes with it.
      const isOnly = value !== undefined && otherBounds(group).length === 1;
      const isOptional = node.kind === 'leaf' && node.description.default === null && !isOnly;
      return isOptional ? { stands: value !== undefined, first: mark(otherBound(group) ?? node.description.example), isLine: false } : null;
    },
    (value, node) => {
      if (node.kind === 'list' && node.single && value !== undefined) return { stands: false, first: mark(exampleOf(node)), isLine: true };
      return node.kind === 'group' && node.usual === null
        ? { stands: value !== undefined, first: firstOf(node, mark), isLine: false }
        : null;
    },
  );
  // Of costs those are parts that stand in a list of lines.
  const own = found.filter(({ path, pattern, first }) => !ofOthers.test(pattern) && (first !== null || path.endsWith(']')));
  return [
    ...own.map((part) => (part.path === 'targets.occupancy' ? { ...part, first: roomyFloor(document, mark) } : part)),
    ...overflows(document, mark),
  ];
}

const otherBounds = (group: Json | undefined): readonly string[] =>
  isObject(group) ? ['atLeast', 'atMost'].filter((bound) => Object.hasOwn(group, bound)) : [];

/** The bound on the other side, where the group has one: the two may meet and not cross. */
function otherBound(group: Json | undefined): string | null {
  const other = isObject(group) ? bare(group['atMost'] ?? group['atLeast'] ?? null) : null;
  return typeof other === 'string' ? (splitSpread(other, {})?.[0] ?? other) : null;
}

/** A floor on occupancy that leaves the plan its room. */
function roomyFloor(document: Json, mark: (example: string) => Json): Json {
  const planned = new View(document).central(['staffing', 'maxOccupancy']) ?? 0;
  return { atMost: mark(spellValue('share', Math.min(1, Math.max(0.9, clean(planned + occupancyRoom))))) };
}

function exampleOf({ item }: Extract<Node, { kind: 'list' }>): string {
  const node = nodeOf(item);
  return node.kind === 'cost' ? node.description.example : '';
}

/** A group as its words show it, its numbers marked. */
function firstOf({ words, entries }: Extract<Node, { kind: 'group' }>, mark: (example: string) => Json): Json {
  const example = Object.entries(words.exampleEntries ?? {});
  const needed = Object.entries(entries).flatMap(([key, entry]): readonly (readonly [string, string])[] => {
    const description = numberIn(nodeOf(entry));
    return description !== null && description.default === undefined ? [[key, description.example]] : [];
  });
  return Object.fromEntries(
    (example.length > 0 ? example : needed).map(([key, text]) => [key, numberIn(nodeOf(entries[key]!)) === null ? text : mark(text)]),
  );
}

const numberIn = (node: Node): LeafDescription | null => (node.kind === 'leaf' || node.kind === 'cost' ? node.description : null);

const overflowPath = ['levers', 'routing', 'overflowAfter'];

/** A group that takes what others should serve, after a wait: a table that groups are in or not. */
function overflows(document: Json, mark: (example: string) => Json): readonly Part[] {
  const groups = getAt(document, ['agents']);
  const table = nodeOf(schemaAt(overflowPath)!);
  const description = table.kind === 'table' ? numberIn(nodeOf(table.item)) : null;
  if (!isObject(groups) || description === null) return [];
  return Object.keys(groups).map((group) => ({
    path: formatPath([...overflowPath, group]),
    pattern: `${overflowPath.join('.')}.*`,
    within: ['levers.routing'],
    section: 'levers',
    subject: group,
    names: [group],
    stands: getAt(document, [...overflowPath, group]) !== undefined,
    first: mark(description.example),
    isLine: false,
  }));
}

/** The document in which a scenario has a part that it did not have; not yet checked. */
export function documentWithPart(document: Json, variant: string | null, scenario: Json, part: Part): Patched {
  const lines = part.isLine ? getAt(scenario, pathOf(part)) : undefined;
  const value = lines === undefined ? part.first : [...(isList(lines) ? lines : [lines]), part.first];
  return documentWith(document, variant, part, value);
}
