import type { ScenarioDocument } from './document.ts';
import { isObject } from './paths.ts';

/**
 * The baseline and one variant, by name; null, or one that is not there: the baseline alone. The other variants change no bit of theirs, and a valid document stays
 * valid when it loses variants.
 */
export function aloneWith(document: ScenarioDocument, variant: string | null): ScenarioDocument {
  const { variants, ...rest } = document;
  const wanted = Array.isArray(variants) ? variants.filter((each) => isObject(each) && each['name'] === variant) : [];
  return wanted.length === 0 ? rest : { ...rest, variants: wanted };
}
