import type { Words } from '@percall/report';
import { isCalled } from './searchWords.ts';
import { isArabic } from './spelling.ts';

/** Something that is looked for, by what it is and by what stands there. */
export interface Sought {
  readonly path: string;
  readonly pattern: string;
  readonly names: readonly string[];
  readonly within: readonly string[];
  /** Its value with its unit, as it is shown and as it is spoken. */
  readonly said: readonly string[];
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLocaleLowerCase()
    .replace(/[\u200e\u200f\u2066-\u2069]/gu, '');

/** `contactTypes.cards.firstContactResolution` in words, to be found by one of them. */
const inSteps = (path: string): string => path.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[.["\]]+/gu, ' ');

/** Its words, after a space each. */
const inWords = (text: string): string => ` ${text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')}`;

/** Whether a word begins with it; of numbers and signs, whether it is in there: `80%`, `5m`. */
const begins = (text: string, part: string): boolean =>
  /\p{L}/u.test(part[0]!) ? inWords(text).includes(inWords(part)) : text.includes(part);

/** Whether it is in a label or a name. Arabic words begin with what English ones have before them: `خطوط` is in `الخطوط`; `currency` is not in "Concurrency". */
const isIn = (text: string, wanted: string): boolean => (isArabic.test(wanted) ? text.includes(wanted) : begins(text, wanted));

/**
 * Whether all that was typed is of something: in its label, in what it is called beside, in the names and groups around it (of every
 * language that is here), in its path, its unit or its value.
 */
export function isFound(sought: Sought, typed: string, languages: readonly Words[]): boolean {
  const wanted = plain(typed).trim().replace(/\s+/gu, ' ');
  if (wanted === '') return true;
  const { path, pattern, names, within, said } = sought;
  const labels = languages.flatMap((words) => [
    words.field(pattern).label,
    ...within.map((outer) => words.field(outer).label),
    ...names.map((name) => words.named(name)),
  ]);
  const shown = [...labels, ...names].map(plain);
  if (shown.some((text) => isIn(text, wanted)) || isCalled(pattern, wanted) || plain(path).startsWith(wanted)) return true;
  if (wanted.includes('.') && plain(path).includes(wanted)) return true;
  const values = said.map(plain);
  if (values.some((text) => begins(text, wanted))) return true;
  // Several words may be of several of these: "cards volume".
  const everywhere = [...shown, plain(inSteps(path)), ...values];
  const parts = wanted.split(' ');
  return parts.every((part) => everywhere.some((text) => begins(text, part)) || isCalled(pattern, part));
}
