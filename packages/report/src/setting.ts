import type { Study } from '@percall/core';
import type { Period, Scenario } from '@percall/scenario';

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
  /** Variants whose agents are given, not planned to the targets. */
  readonly given: readonly string[];
  readonly seed: string;
  readonly replications: number;
}

/** What the numbers of a study are stated in, for words and tables: what its document says, and how it was run. */
export function settingOf({ study, replications }: { readonly study: Study; readonly replications: number }): Setting {
  const { currency, period, headline, targets } = study.models[0]!;
  const given = study.models.slice(1).flatMap(({ name, staffing: { plan } }) => (plan.by === 'targets' ? [] : [name]));
  return { name: study.name, currency, period, headline, chance: targets.chance, given, seed: study.seed, replications };
}
