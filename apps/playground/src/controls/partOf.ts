/** The part of a document that an input stands in: the first key of its path. */
export function partOf(input: { readonly path: string }): string {
  let part = parts.get(input);
  if (part === undefined) parts.set(input, (part = input.path.split(/[.[]/, 1)[0]!));
  return part;
}

/** A page asks of every input at every edit. */
const parts = new WeakMap<{ readonly path: string }, string>();
