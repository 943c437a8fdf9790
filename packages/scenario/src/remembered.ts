import type { Json } from './document.ts';

/** Values remembered by each function: of a page's baseline and variants before and after an edit, with room. */
const most = 32;

/**
 * A pure function of a document, or of a part of one, that remembers what it said of the last few: of an edited document's variants one or two are new, of
 * their parts one, and the others need no second reading. Answers are shared and must not be changed.
 */
export function remembered<T, Value = Json>(of: (value: Value) => T): (value: Value) => T {
  const answers = new Map<string | undefined, T>();
  return (value) => {
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
