import type { Json } from '../document.ts';
import { getAt, isList, isObject, parsePath, type Path } from '../paths.ts';
import type { Finding } from '../problems.ts';
import { documentPeriod } from '../restate.ts';
import type { Period } from '../scenario.ts';
import { listedSkills } from '../schema/agents.ts';
import type { LeafDescription } from '../schema/description.ts';
import { besideNode, longForm, nodeOf, type Node, type Schema } from '../schema/nodes.ts';
import { readLeaf, type Reading } from '../schema/readLeaf.ts';
import { rootSchema } from '../schema/root.ts';
import { spellValue } from '../units/spell.ts';
import type { Control } from './controls.ts';
import { plainDescription } from './plain.ts';

/** The place of a number in one scenario. */
export interface Place {
  readonly schema: Schema;
  readonly description: LeafDescription;
  /** What the document says there, short forms above it written out; undefined where it leaves it out. */
  readonly typed: Json | undefined;
  /** What holds where it is left out; undefined where nothing does. */
  readonly usual: Json | undefined;
  /** The period of the document: that of a volume which names none. */
  readonly period: Period;
}

/** The keys of a control's path. */
export function pathOf(control: Pick<Control, 'path'>): Path {
  const known = paths.get(control);
  if (known !== undefined) return known;
  const parsed = parsePath(control.path);
  if (!parsed.ok) throw new Error(`no path: ${control.path}`);
  paths.set(control, parsed.path);
  return parsed.path;
}

/** A page asks of every control at every edit. */
const paths = new WeakMap<Pick<Control, 'path'>, Path>();

const has = (group: Json | undefined, key: string | number): Json | undefined =>
  isObject(group) && typeof key === 'string' && Object.hasOwn(group, key) ? group[key] : undefined;

/** Anything that a path of a scenario leads to. */
export interface Reached {
  /** null: a choice beside a number. */
  readonly schema: Schema | null;
  readonly node: Node;
  /** What the document says there, short forms above it written out; undefined where it leaves it out. */
  readonly typed: Json | undefined;
  /** What a group above that is left out has there. */
  readonly fromGroup: Json | undefined;
}

/** Where a path of a scenario leads; null where nothing can stand there as the scenario is. */
export function reach(scenario: Json, path: Path): Reached | null {
  let schema: Schema = rootSchema;
  let value: Json | undefined = scenario;
  // Below a group that is left out stands what is usual for it, and nothing is given.
  let given = true;
  for (const part of path) {
    let node = nodeOf(schema);
    if (node.kind === 'either') {
      schema = node.options[node.second(value) ? 1 : 0];
      node = nodeOf(schema);
    }
    switch (node.kind) {
      case 'group': {
        if (typeof part !== 'string') return null;
        if (value === undefined) {
          given = false;
          value = node.usual;
        }
        if (value === null) return null;
        if (node.shorthand !== null) value = longForm(node.shorthand)(value) as Json;
        if (Object.hasOwn(node.entries, part)) schema = node.entries[part]!;
        else if (node.rest !== null) schema = node.rest.item;
        else return null;
        value = has(value, part);
        break;
      }
      case 'table':
        if (typeof part !== 'string') return null;
        value = has(listedSkills(value) as Json | undefined, part);
        if (value === undefined && node.required) return null;
        schema = node.item;
        break;
      case 'list':
        if (!isList(value)) return null;
        value = getAt(value, [part]);
        if (value === undefined) return null;
        schema = node.item;
        break;
      case 'leaf': {
        const beside = part === path.at(-1) ? besideNode(node.description, part) : null;
        return beside && { schema: null, node: beside, typed: given ? has(value, part) : undefined, fromGroup: undefined };
      }
      default:
        return null;
    }
  }
  let node = nodeOf(schema);
  if (node.kind === 'either') {
    schema = node.options[node.second(value) ? 1 : 0];
    node = nodeOf(schema);
  }
  return { schema, node, typed: given ? value : undefined, fromGroup: given ? undefined : value };
}

/** The place at a path of a scenario; null where no number can stand there as the scenario is. */
export function placeAt(scenario: Json, path: Path): Place | null {
  const reached = reach(scenario, path);
  if (reached?.schema == null) return null;
  let { schema, node, typed } = reached;
  let line = false;
  if (node.kind === 'list' && node.single) {
    if (isList(typed) && typed.length > 0) return null;
    if (isList(typed)) typed = undefined;
    line = true;
    schema = node.item;
    node = nodeOf(schema);
  }
  if (node.kind !== 'leaf' && node.kind !== 'cost' && node.kind !== 'number') return null;
  const description = node.kind === 'number' ? plainDescription(node) : node.description;
  const usual = reached.fromGroup ?? (line || isFreeCost(node) ? noCost(description) : (description.default ?? undefined));
  return { schema, description, typed, usual, period: documentPeriod(scenario) };
}

/** A single cost that may be left out: it is zero then. */
export const isFreeCost = (node: Node): boolean => node.kind === 'cost' && node.description.default === null;

/** A cost that is left out: nothing, on the basis of its example. */
function noCost(description: LeafDescription): string {
  const read = readLeaf(description.example, description);
  return spellValue('cost', 0, read.ok ? read.value.basis : null);
}

/** What stands or holds at a place. */
export const standing = (place: Place): Json | undefined => place.typed ?? place.usual;

export type NumberRead = { readonly ok: true; readonly reading: Reading } | { readonly ok: false; readonly findings: readonly Finding[] };

/** Reads a number, of a staircase of costs its amount. */
export function readNumber(typed: Json, description: LeafDescription): NumberRead {
  const read = readLeaf(amountOf(typed), description);
  return read.ok ? { ok: true, reading: read.value } : read;
}

/** Of a staircase of costs the amount; of anything else the thing itself. */
export const amountOf = (typed: Json): Json => (isObject(typed) && typed['amount'] !== undefined ? typed['amount'] : typed);
