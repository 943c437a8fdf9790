import { patchedVariant, withoutVariants } from '../check/checkDocument.ts';
import type { Json } from '../document.ts';
import { fix, hasSameParts, isSettled } from '../fixed.ts';
import { isList, isObject } from '../paths.ts';

/**
 * The baseline (null) or a variant by name, as one document without variants: the variant's changes applied. Null where no such variant is. Of a checked
 * document whose last edit left a scenario as it was this is the same object as before.
 */
export function scenarioDocument(document: Json, variant: string | null): Json | null {
  if (!isObject(document)) return null;
  if (variant === null) return sameAsBefore(withoutVariants(document));
  const { variants } = document;
  const wanted = isList(variants) ? variants.find((item) => isObject(item) && item['name'] === variant) : undefined;
  if (!isObject(wanted)) return null;
  const patched = patchedVariant(document, wanted);
  return patched.ok ? patched.document : null;
}

let lastBaseline: Json = null;

function sameAsBefore(baseline: { readonly [key: string]: Json }): Json {
  if (hasSameParts(lastBaseline, baseline)) return lastBaseline;
  if (Object.values(baseline).every(isSettled)) lastBaseline = fix(baseline);
  return baseline;
}
