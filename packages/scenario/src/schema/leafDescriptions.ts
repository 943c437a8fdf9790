import { parsePath, type Path } from '../paths.ts';
import type { LeafDescription, Words } from './description.ts';
import { besideNode, nodeOf, type Node, type Schema } from './nodes.ts';
import { rootSchema } from './root.ts';
import { descriptionAt } from './walk.ts';

/** The description of a number with the pattern of its paths: `contactTypes.*.volume`. */
export interface PatternDescription {
  readonly pattern: string;
  readonly description: LeafDescription;
}

/** One field of the document for reference pages: numbers and everything else. */
export interface Field {
  /** Keys with `*` for names that the document chooses and `[]` for items of a list. */
  readonly pattern: string;
  readonly depth: number;
  readonly words: Words;
  readonly node: Node;
}

/** The description of the number at a path of any document (`contactTypes.billing.volume`); null when no number can stand there. */
export function describeLeaf(path: string): LeafDescription | null {
  const parsed = parsePath(path);
  return parsed.ok ? descriptionAt(parsed.path) : null;
}

function wordsOf(node: Node): Words {
  if ('description' in node) return node.description;
  return node.kind === 'either' ? wordsOf(nodeOf(node.options[0])) : node.words;
}

/** Every field of the document in the order of the schema, groups before their entries. */
export function fields(): Field[] {
  const found: Field[] = [];
  const seen = new Set<string>();
  const walk = (schema: Schema, path: Path): void => {
    const node = nodeOf(schema);
    if (node.kind === 'either') {
      for (const option of node.options) walk(option, path);
      return;
    }
    const pattern = path.join('.').replaceAll('.[]', '[]');
    const words = wordsOf(node);
    if (pattern !== '' && !seen.has(pattern)) {
      found.push({ pattern, depth: path.length, words, node });
      seen.add(pattern);
    }
    if (node.kind === 'group') {
      for (const [key, entry] of Object.entries(node.entries)) walk(entry, [...path, key]);
      if (node.rest !== null) walk(node.rest.item, [...path, '*']);
    } else if (node.kind === 'table') walk(node.item, [...path, '*']);
    else if (node.kind === 'list' && !node.single) walk(node.item, [...path, '[]']);
  };
  walk(rootSchema, []);
  return found;
}

/** Label and help of every field of a document, groups and the choices beside numbers included, by the pattern of its paths. */
export const fieldWords = (): ReadonlyMap<string, Words> =>
  new Map(
    fields().flatMap(({ pattern, words, node }) => [
      [pattern, words] as const,
      ...besideNodes(node).map(([key, beside]) => [`${pattern}.${key}`, beside.words] as const),
    ]),
  );

const besideNodes = (node: Node): readonly (readonly [string, ChoiceNode])[] =>
  node.kind === 'leaf' ? Object.keys(node.description.beside ?? {}).map((key) => [key, besideNode(node.description, key)!]) : [];

type ChoiceNode = Extract<Node, { kind: 'choice' }>;

/** What the names of a choice are called, by the pattern of its paths: also of what only some values are offered for. */
export const optionWords = (): ReadonlyMap<string, Readonly<Record<string, string>>> =>
  new Map(
    fields().flatMap(({ pattern, node }) => {
      const own = node.kind === 'choice' ? node.named : node.kind === 'special' ? node.offers?.options : undefined;
      const named = own === undefined || own === 'contactType' ? [] : [[pattern, own] as const];
      return [...named, ...besideNodes(node).map(([key, beside]) => [`${pattern}.${key}`, beside.named] as const)];
    }),
  );

/** The patterns of all that is no uncertain number and that a control can set: names, yes or no, plain numbers, and what some values are offered for. */
export const settingPatterns = (): readonly string[] =>
  fields().flatMap(({ pattern, node }) => {
    const isSetting = ['choice', 'flag', 'number'].includes(node.kind) || (node.kind === 'special' && node.offers !== null);
    return [...(isSetting ? [pattern] : []), ...besideNodes(node).map(([key]) => `${pattern}.${key}`)];
  });

/** Every number that a document can hold: what page controls and reference pages are generated from. */
export function leafDescriptions(): PatternDescription[] {
  return fields().flatMap(({ pattern, node }) => {
    const leaf = node.kind === 'list' && node.single ? nodeOf(node.item) : node;
    return leaf.kind === 'leaf' || leaf.kind === 'cost' ? [{ pattern, description: leaf.description }] : [];
  });
}
