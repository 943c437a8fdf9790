import { choosesOtherwise, differs, isObject, type Choice, type Control, type Json } from '@percall/scenario';

/** The paths of inputs at which a scenario says something else than the baseline. */
export function changedPaths(inputs: readonly (Control | Choice)[], baseline: Json, scenario: Json): ReadonlySet<string> {
  // Most parts of a variant are the baseline's word for word, and need no reading.
  const isOther = new Map<string, boolean>();
  const isInOther = ({ path }: Control | Choice): boolean => {
    const [part] = path.split(/[.[]/, 1) as [string];
    let other = isOther.get(part);
    if (other === undefined) isOther.set(part, (other = textOf(baseline, part) !== textOf(scenario, part)));
    return other;
  };
  const isChanged = (input: Control | Choice): boolean =>
    'form' in input ? choosesOtherwise(baseline, scenario, input) : differs(baseline, scenario, input);
  return new Set(inputs.filter((input) => isInOther(input) && isChanged(input)).map(({ path }) => path));
}

const textOf = (document: Json, part: string): string | undefined => (isObject(document) ? JSON.stringify(document[part]) : undefined);
