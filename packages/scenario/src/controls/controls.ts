import type { Json } from '../document.ts';
import { formatPath, isList, isObject, type Path } from '../paths.ts';
import { listedSkills } from '../schema/agents.ts';
import type { LeafDescription } from '../schema/description.ts';
import { besideNode, longForm, nodeOf, type Node, type Schema, type TableKeys } from '../schema/nodes.ts';
import { rootSchema } from '../schema/root.ts';
import { isFreeCost } from './place.ts';
import { plainDescription } from './plain.ts';
import { impliedHeadings, sectionOf, type Section } from './sections.ts';

/** One place of a document that a page can offer a control for. Derived from the schema alone. */
export interface Offered {
  /** As in changes: `contactTypes.accounts.handleTime.phone.mean`. */
  readonly path: string;
  /** The same with `*` for names that the document chooses: the key of its words, `contactTypes.*.handleTime.phone.mean`. */
  readonly pattern: string;
  /** Patterns of the groups around it, outermost first, without the section's own: what it stands under. */
  readonly within: readonly string[];
  readonly section: Section;
  /** The contact type, agent group or event that it is about, by name (an event without one: its days); null where it is about all. */
  readonly subject: string | null;
  /** All names that the document chose, in the order of the path: `agents.experts.skills.billing.handleTime` has experts and billing. */
  readonly names: readonly string[];
}

/** One number that a document has or could have. */
export interface Control extends Offered {
  readonly description: LeafDescription;
  /** Whether it is a plain number: it has no range around it. */
  readonly isPlain: boolean;
}

interface Here {
  readonly path: Path;
  readonly pattern: string;
  readonly within: readonly string[];
  readonly names: readonly string[];
}

/**
 * The numbers of a document, in the order of the schema; of the baseline, or of a variant with its changes applied (`scenarioDocument`).
 *
 * Optional numbers without a default that the document leaves out have no control; costs have one, because a cost that is left out
 * is zero. Tables by contact type have one for every contact type.
 */
export const controlsOf = (document: Json): readonly Control[] => offeredIn(document, numberOffered);

/** The numbers of a part of a document, by its key. */
export const controlsIn = (document: Json, part: string): readonly Control[] => offeredIn(document, numberOffered, () => null, part);

/** What a control is for, where a number stands or has a default. */
export function numberOffered(value: Json | undefined, node: Node): Omit<Control, keyof Offered> | null {
  if (node.kind === 'number')
    return value === undefined && node.default === null ? null : { description: plainDescription(node), isPlain: true };
  if (node.kind !== 'leaf' && node.kind !== 'cost') return null;
  const stands = value !== undefined || (node.description.default ?? null) !== null || isFreeCost(node);
  return stands ? { description: node.description, isPlain: false } : null;
}

/**
 * What `read` makes of the places of a document, with the group that each stands in; null: it has no use for one. `around` is asked of what
 * stands around them, before: of groups, lists and spellings to choose from, left out or not. Of the whole document, or of one of its parts.
 */
export function offeredIn<T>(
  document: Json,
  read: (value: Json | undefined, node: Node, group: Json | undefined) => T | null,
  around: (value: Json | undefined, node: Node) => T | null = () => null,
  part: string | null = null,
): readonly (Offered & T)[] {
  const found: (Offered & T)[] = [];
  const contactTypes = contactTypesOf(document);

  const offer = ({ path, pattern, within, names }: Here, own: T | null): void => {
    const section = sectionOf(pattern);
    if (section === null || own === null) return;
    found.push({ path: formatPath(path), pattern, within, section, subject: names[0] ?? null, names, ...own });
  };

  const named = (item: Schema, keys: TableKeys, required: boolean, value: Json, here: Here, except: readonly string[] = []): void => {
    // Skills are a table of what a group can do, and it cannot do what is not in it.
    const everyType = keys === 'contactType' && !required ? contactTypes : [];
    const entries = isObject(value) ? value : {};
    const present = [...everyType, ...Object.keys(entries).filter((name) => !everyType.includes(name) && !except.includes(name))];
    for (const name of present) visit(item, entryOf(entries, name), below(here, name, '*', [name]));
  };

  const visit = (schema: Schema, value: Json | undefined, here: Here, group?: Json): void => {
    const node = nodeOf(schema);
    if (['either', 'list', 'group', 'table'].includes(node.kind)) offer(here, around(value, node));
    switch (node.kind) {
      case 'either':
        visit(node.options[node.second(value) ? 1 : 0], value, here, group);
        return;
      case 'list':
        if (!isList(value) || value.length === 0) {
          // Of a list of costs that is empty or left out the first is offered; of other lists there is nothing to control.
          if (node.single) visit(node.item, isList(value) ? noCost : (value ?? noCost), here);
          return;
        }
        value.forEach((item, i) => {
          if (node.single) visit(node.item, item, { ...here, path: [...here.path, i] });
          else visit(node.item, item, below(headed(here), itemName(item) ?? i, '[]', itemSubject(item)));
        });
        return;
      case 'group': {
        const typed = value ?? node.usual;
        if (typed === null) return;
        const long: Json = node.shorthand === null ? typed : (longForm(node.shorthand)(typed) as Json);
        const inside = headed(here);
        const needed = neededBeside(node.entries);
        for (const [key, entry] of Object.entries(node.entries))
          if (!needed.includes(key) || entryOf(long, key) !== undefined) visit(entry, entryOf(long, key), below(inside, key, key), long);
        if (node.rest !== null) named(node.rest.item, node.rest.keys, false, long, inside, Object.keys(node.entries));
        return;
      }
      case 'table':
        named(node.item, node.keys, node.required, (listedSkills(value) as Json | undefined) ?? {}, headed(here));
        return;
      default:
        offer(here, read(value, node, group));
        if (node.kind !== 'leaf') return;
        for (const key of Object.keys(node.description.beside ?? {}))
          offer(below(here, key, key), read(entryOf(value ?? null, key), besideNode(node.description, key)!, value));
    }
  };

  const root: Here = { path: [], pattern: '', within: [], names: [] };
  if (part === null) visit(rootSchema, document, root);
  else visit(partSchemas[part]!, entryOf(document, part), below(root, part, part), document);
  return found;
}

const partSchemas = (nodeOf(rootSchema) as Extract<Node, { kind: 'group' }>).entries;

/** The parts of a document, in the order of the schema. */
export const documentParts: readonly string[] = Object.keys(partSchemas);

export const contactTypesOf = (document: Json): readonly string[] => keysOf(entryOf(document, 'contactTypes'));

/** Entries that some options of a choice beside them need: those have a control where they are given. */
const neededBeside = (entries: Readonly<Record<string, Schema>>): readonly string[] =>
  Object.values(entries).flatMap((entry) => {
    const node = nodeOf(entry);
    return node.kind === 'choice' ? Object.values(node.needs).map(({ key }) => key) : [];
  });

/** Stands for a cost that is left out: any value does, for only its being there is looked at. */
const noCost: Json = 0;

const itemName = (item: Json): string | null => (isObject(item) && typeof item['name'] === 'string' ? item['name'] : null);

/** An event without a name is known by its days. */
function itemSubject(item: Json): readonly string[] {
  const days = isObject(item) ? item['days'] : null;
  const words = itemName(item) ?? days;
  return typeof words === 'string' ? [words] : [];
}

const keysOf = (value: Json | undefined): readonly string[] => (isObject(value) ? Object.keys(value) : []);

const entryOf = (group: Json, key: string): Json | undefined => (isObject(group) && Object.hasOwn(group, key) ? group[key] : undefined);

const below = (here: Here, part: string | number, key: string, names: readonly string[] = []): Here => ({
  path: [...here.path, part],
  pattern: here.pattern === '' ? key : key === '[]' ? `${here.pattern}[]` : `${here.pattern}.${key}`,
  within: here.within,
  names: [...here.names, ...names],
});

/** Entries under a name or a position have that as their heading. */
const headed = (here: Here): Here =>
  here.pattern === '' || /[*\]]$/.test(here.pattern) || impliedHeadings.includes(here.pattern)
    ? here
    : { ...here, within: [...here.within, here.pattern] };
