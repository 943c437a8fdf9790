import type { Json } from '../document.ts';
import { setAt, type Patched } from '../patch.ts';
import { getAt } from '../paths.ts';

/** What the roster does when a lever moves. */
export type Response = 'locked' | 're-plan' | 'transition';

/** The response that holds in a scenario: of the baseline, or of a variant with its changes applied (`scenarioDocument`). */
export const responseOf = (scenario: Json): Response => (getAt(scenario, ['staffing', 'response']) as Response | undefined) ?? 're-plan';

/** The document in which a scenario has a response. A variant that does as the baseline says states nothing. */
export function documentResponding(document: Json, variant: string | null, response: Response): Patched {
  if (variant === null) return setAt(document, ['staffing', 'response'], response);
  // The key of the variant is short for the change, and two would overlap.
  const cleared = setAt(document, ['variants', variant, 'changes', 'staffing.response'], null);
  return cleared.ok
    ? setAt(cleared.document, ['variants', variant, 'response'], response === responseOf(document) ? null : response)
    : cleared;
}
