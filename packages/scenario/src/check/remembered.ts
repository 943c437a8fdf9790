import type { Json } from '../document.ts';

/** Documents remembered by each function: a page's baseline and variants before and after an edit, with room. */
const most = 32;

/**
 * A pure function of a document that remembers what it said of the last few: of an edited document's variants one or two are new, and the others
 * need no second reading. Answers are shared and must not be changed.
 */
export function remembered<T>(of: (document: Json) => T): (document: Json) => T {
  const answers = new Map<string, T>();
  return (document) => {
    const text = JSON.stringify(document);
    const known = answers.get(text);
    const answer = known ?? of(document);
    // The last asked for goes to the end; the first is the longest unasked for.
    answers.delete(text);
    answers.set(text, answer);
    if (answers.size > most) answers.delete(answers.keys().next().value!);
    return answer;
  };
}
