import type { Setting } from '@percall/report';
import { interpret, type ScenarioDocument } from '@percall/scenario';

/** What a document's numbers are stated in, for words and tables. */
export function settingOf(
  document: ScenarioDocument,
  { seed, replications }: { readonly seed: string; readonly replications: number },
): Setting {
  const { name, currency, period, headline, targets } = interpret(document).scenarios[0]!.scenario;
  return { name, currency, period, headline, chance: targets.chance, seed, replications };
}
