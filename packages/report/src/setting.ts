import { interpret, type Period, type Scenario, type ScenarioDocument } from '@percall/scenario';

/** What the numbers of a study are stated in: everything a sentence or a table needs besides the results themselves. */
export interface Setting {
  /** The document's own name. */
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  /** What totals and ledger lines are stated over. */
  readonly period: Period;
  /** Denominator of the headline cost per contact. */
  readonly headline: Scenario['headline'];
  /** Wanted chance that quality holds, as a fraction. */
  readonly chance: number;
  readonly seed: string;
  readonly replications: number;
}

/** What a document's numbers are stated in, for words and tables. */
export function settingOf(
  document: ScenarioDocument,
  { seed, replications }: { readonly seed: string; readonly replications: number },
): Setting {
  const { name, currency, period, headline, targets } = interpret(document).scenarios[0]!.scenario;
  return { name, currency, period, headline, chance: targets.chance, seed, replications };
}
