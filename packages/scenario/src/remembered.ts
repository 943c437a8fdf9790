import type { Json } from './document.ts';
import { isFixed } from './fixed.ts';

/** Values remembered by each function: of a page's baseline and variants before and after an edit, with room. */
const most = 32;

/**
 * A pure function of a document, or of a part of one, that remembers what it said: of an edited document's variants one or two are new, of their parts one,
 * and the others need no second reading. Of a fixed value as long as that is there, by which object it is; of any other the last few, by its text. Answers are
 * shared and must not be changed.
 */
export function remembered<T, Value = Json>(of: (value: Value) => T): (value: Value) => T {
  const ofFixed = new WeakMap<object, { readonly answer: T }>();
  const answers = new Map<string | undefined, T>();
  return (value) => {
    if (isFixed(value)) {
      let known = ofFixed.get(value);
      if (known === undefined) ofFixed.set(value, (known = { answer: of(value) }));
      return known.answer;
    }
    // Of nothing there is no text, which is a key of its own.
    const text = JSON.stringify(value) as string | undefined;
    const known = answers.get(text);
    const answer = known ?? of(value);
    // The last asked for goes to the end; the first is the longest unasked for.
    answers.delete(text);
    answers.set(text, answer);
    if (answers.size > most) answers.delete(answers.keys().next().value);
    return answer;
  };
}
