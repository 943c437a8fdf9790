import { choosesOtherwise, differs, type Choice, type Control, type Json } from '@percall/scenario';

/** The paths of inputs at which a scenario says something else than the baseline. */
export const changedPaths = (inputs: readonly (Control | Choice)[], baseline: Json, scenario: Json): ReadonlySet<string> =>
  new Set(
    inputs
      .filter((input) => ('form' in input ? choosesOtherwise(baseline, scenario, input) : differs(baseline, scenario, input)))
      .map(({ path }) => path),
  );
