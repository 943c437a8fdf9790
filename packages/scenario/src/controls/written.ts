import type { Json } from '../document.ts';
import { getAt, isList, isObject } from '../paths.ts';
import type { Problem } from '../problem.ts';
import { nodeOf, type Node } from '../schema/nodes.ts';
import { offeredIn, type Offered } from './controls.ts';
import { pathOf } from './place.ts';

/** A place whose value is written out, as in the document: a name, a date, hours by weekday, a curve, a list of lines. */
export interface Written extends Offered {
  /** An example of it, as one would type it. */
  readonly example: string;
  /** Whether the text is the value itself. If not, it is YAML in one line: `{ mon-fri: "08:00-20:00" }`. */
  readonly isText: boolean;
  /** Whether a simpler control sets the usual spellings of it: a number for shrinkage, of which components can be written. */
  readonly isBeside: boolean;
}

/** Other controls have what is here, and none of its own shape: events, contact types of an event, changes of a variant. */
const ofOthers = /^(?:calendar\.events|variants\[\]\.changes)/;

/** The places of a scenario that take writing, in the order of the schema. */
export const writtenOf = (document: Json): readonly Written[] =>
  offeredIn<Omit<Written, keyof Offered>>(
    document,
    (_, node) => {
      if (node.kind === 'text') return { example: '', isText: true, isBeside: false };
      if (node.kind !== 'special') return null;
      const { offers, spelling, json } = node;
      if (offers !== null && (offers.several || offers.options === 'contactType' || !takesOther(json))) return null;
      return { example: spelling, isText: isObject(json) && [json['type']].flat().includes('string'), isBeside: offers !== null };
    },
    (_, node) => {
      if (node.kind === 'either') return { example: eitherExample(node), isText: false, isBeside: true };
      return node.kind === 'list' && node.single
        ? { example: '[{ amount: 12000 per month, perStarted: 50 seats }]', isText: false, isBeside: true }
        : null;
    },
  ).filter(({ pattern }) => !ofOthers.test(pattern));

/** Whether what is offered is not all that can stand there: a curve by weekday. */
const takesOther = (json: Json): boolean => isObject(json) && json['anyOf'] !== undefined;

/** The second spelling: of a number, numbers by name; of a group for all channels, one for each. */
function eitherExample({ options: [first], second }: Extract<Node, { kind: 'either' }>): string {
  if (second({ part: 0 })) return '{ leave: 12%, sickness: 5% }';
  const node = nodeOf(first);
  const each = node.kind === 'group' ? (node.words.exampleEntries ?? {}) : {};
  return flowText({ phone: each, chat: each });
}

/** What stands there, in one line; the empty text: nothing. */
export function writtenAt(scenario: Json, written: Written): string {
  const value = getAt(scenario, pathOf(written));
  return value === undefined ? '' : written.isText && typeof value === 'string' ? value : flowText(value);
}

/** Plain words of YAML: no sign that means something there, and nothing that reads as a number or a word of its own. */
const plainWord = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} _.%/+±-]*$/u;
const ownWord = /^(?:true|false|null|[\d.+-][\d._]*(?:e[\d+-]+)?|0[xo][\da-f]+)$/iu;

const wordText = (text: string): string =>
  plainWord.test(text) && !ownWord.test(text) && !text.endsWith(' ') ? text : JSON.stringify(text);

/** A value as YAML in one line. */
export function flowText(value: Json): string {
  if (typeof value === 'string') return wordText(value);
  if (isList(value)) return `[${value.map((item) => flowText(item)).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${wordText(key)}: ${flowText(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** What a person wrote there, null where the box was emptied. The reader of YAML comes when it is first needed. */
export async function readWritten(
  text: string,
  { isText }: Pick<Written, 'isText'>,
): Promise<{ readonly ok: true; readonly value: Json } | { readonly ok: false; readonly problems: readonly Problem[] }> {
  if (text.trim() === '') return { ok: true, value: null };
  if (isText) return { ok: true, value: text.trim() };
  const { decodeText } = await import('../parse.ts');
  const decoded = decodeText(text);
  return decoded.ok ? { ok: true, value: decoded.value as Json } : { ok: false, problems: decoded.problems };
}
