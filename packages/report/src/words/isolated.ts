const open = '\u2068';
const close = '\u2069';

/** Marks that would reach out of an isolate: overrides, embeddings, and isolates of a fixed direction. */
const foreign = /[\u202a-\u202e\u2066\u2067]/gu;

/** True where every first strong isolate that opens closes, and none closes that did not open so. */
export function isBalanced(text: string): boolean {
  let depth = 0;
  for (const mark of text) {
    if (mark === open) depth += 1;
    if (mark === close) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/**
 * The text as one unit of its own direction inside a sentence of the other one (Unicode Bidirectional Algorithm, first strong isolate), so that
 * "6.82 USD" or "0.05" stays as it is and moves nothing around it. A name that brings marks of its own cannot break out.
 */
export function isolated(text: string | number): string {
  const inner = String(text).replace(foreign, '');
  return `${open}${isBalanced(inner) ? inner : inner.replace(/[\u2068\u2069]/gu, '')}${close}`;
}

/** The text with what stands in braces isolated: `من {0} إلى {1}`. For texts without values of their own. */
export const withIsolates = (text: string): string => text.replace(/\{([^{}]*)\}/gu, (_, inner: string) => isolated(inner));
