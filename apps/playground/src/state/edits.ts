import {
  documentChoosing,
  documentChoosingAsBaseline,
  documentResponding,
  documentStatedOver,
  documentWith,
  documentWithout,
  getAt,
  isObject,
  setAt,
  type Choice,
  type Chosen,
  type Control,
  type Json,
  type Period,
  type Remedy,
  type Response,
  type Scenario,
} from '@percall/scenario';
import { variantNames, type Edit } from './work.ts';

/** Writes a value (null: leaves it out) where the selected scenario has it. */
export const setControl =
  (control: Control, value: Json): Edit =>
  ({ document, selected }) => {
    const patched = documentWith(document, selected, control, value);
    // What cannot be written is refused by the check, with the words for it.
    return { document: patched.ok ? patched.document : document, selected };
  };

/** Back to the baseline's value, in the selected variant. */
export const resetControl =
  (control: Control): Edit =>
  ({ document, selected }) => {
    const patched = selected === null ? null : documentWithout(document, selected, control);
    return { document: patched?.ok ? patched.document : document, selected };
  };

/** Makes a choice in the selected scenario, or in the document where all scenarios share it. */
export const setChoice =
  (choice: Choice, chosen: Chosen): Edit =>
  ({ document, selected }) => {
    const patched = documentChoosing(document, selected, choice, chosen);
    return { document: patched.ok ? patched.document : document, selected };
  };

/** Back to the baseline's choice, in the selected variant. */
export const resetChoice =
  (choice: Choice): Edit =>
  ({ document, selected }) => {
    const patched = selected === null ? null : documentChoosingAsBaseline(document, selected, choice);
    return { document: patched?.ok ? patched.document : document, selected };
  };

const variantsOf = (document: Json): readonly Json[] => {
  const variants = getAt(document, ['variants']);
  return Array.isArray(variants) ? (variants as readonly Json[]) : [];
};

const withVariants = (document: Json, variants: readonly Json[]): Json => {
  const patched = setAt(document, ['variants'], variants.length === 0 ? null : variants);
  return patched.ok ? patched.document : document;
};

/** A new variant at the end, a copy of the selected one where `copy` says so; it is selected. */
export const addVariant =
  (name: string, copy: boolean): Edit =>
  ({ document, selected }) => {
    const variants = variantsOf(document);
    const source = copy ? variants.find((variant) => isObject(variant) && variant['name'] === selected) : undefined;
    // Its note speaks of the one that was copied.
    const kept = isObject(source) ? Object.fromEntries(Object.entries(source).filter(([key]) => key !== 'note')) : { changes: {} };
    return { document: withVariants(document, [...variants, { ...kept, name }]), selected: name };
  };

export const renameVariant =
  (from: string, to: string): Edit =>
  ({ document, selected }) => ({
    document: withVariants(
      document,
      variantsOf(document).map((variant) => (isObject(variant) && variant['name'] === from ? { ...variant, name: to } : variant)),
    ),
    selected: selected === from ? to : selected,
  });

/** Removes a variant; the one before it is selected where it was the selected one. */
export const removeVariant =
  (name: string): Edit =>
  ({ document, selected }) => {
    const names = variantNames(document);
    const at = names.indexOf(name);
    const rest = names.filter((each) => each !== name);
    return {
      document: withVariants(
        document,
        variantsOf(document).filter((variant) => !(isObject(variant) && variant['name'] === name)),
      ),
      selected: selected === name ? (rest[Math.max(0, at - 1)] ?? null) : selected,
    };
  };

/** What the roster does when a lever moves, in the selected scenario. A variant that does as the baseline says states nothing. */
export const setResponse =
  (response: Response): Edit =>
  ({ document, selected }) => {
    const patched = documentResponding(document, selected, response);
    return { document: patched.ok ? patched.document : document, selected };
  };

/** Makes a change that restores the service of the selected scenario. */
export const applyRemedy =
  (remedy: Remedy, place: number): Edit =>
  ({ document, selected }) => {
    const patched = remedy.documentAt(document, place);
    return { document: patched.ok ? patched.document : document, selected };
  };

/** What the headline cost is per, in all scenarios. */
export const setHeadline =
  (headline: Scenario['headline']): Edit =>
  ({ document, selected }) => {
    const patched = setAt(document, ['headline'], headline);
    return { document: patched.ok ? patched.document : document, selected };
  };

/** What totals are stated over. Volumes stay what they are: those that name no period are written with the one that they were for. */
export const stateOver =
  (period: Period): Edit =>
  ({ document, selected }) => {
    const patched = documentStatedOver(document, period);
    return { document: patched.ok ? patched.document : document, selected };
  };

/** `Variant 3`, `Variant 4` ...: the first that no variant has. */
export function freeName(document: Json, named: (count: number) => string): string {
  const taken = variantNames(document);
  for (let count = taken.length + 1; ; count++) if (!taken.includes(named(count))) return named(count);
}
