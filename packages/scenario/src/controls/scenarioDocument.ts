import { patchedVariants } from '../check/checkDocument.ts';
import type { Json } from '../document.ts';
import { isList, isObject } from '../paths.ts';

/** The baseline (null) or a variant by name, as one document without variants: the variant's changes applied. Null where no such variant is. */
export function scenarioDocument(document: Json, variant: string | null): Json | null {
  if (!isObject(document)) return null;
  if (variant === null) return Object.fromEntries(Object.entries(document).filter(([key]) => key !== 'variants'));
  const { variants, ...baseline } = document;
  const wanted = isList(variants) ? variants.filter((item) => isObject(item) && item['name'] === variant) : [];
  const found = patchedVariants({ ...baseline, variants: wanted })[0];
  return found?.patched.ok === true ? found.patched.document : null;
}
