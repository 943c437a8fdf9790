import type { ScenarioResults } from '@percall/core';
import type { CountStep } from '@percall/report';
import type { Scenario } from '@percall/scenario';

/** A count that the bill is divided by, and what one of it costs; or what leads from one count to the next. A place for each scenario; null: not known. */
export type CountRow =
  | { readonly kind: 'count'; readonly of: Scenario['headline']; readonly contacts: readonly Known[]; readonly cost: readonly Known[] }
  | { readonly kind: 'step'; readonly step: CountStep; readonly sign: 1 | -1; readonly contacts: readonly Known[] };
type Known = number | null;

/**
 * The four denominators of the cost per contact in one chain: resolved needs, with those left unresolved all needs, what of these and of their redials and
 * repeats asks for an agent, and what of that is handled. Averages over the futures, in whole contacts: every step is the difference of the counts beside it,
 * so that the chain adds up as it is shown.
 */
export function denominatorRows(scenarios: readonly ScenarioResults[]): readonly CountRow[] {
  const mean = (id: string): readonly Known[] => scenarios.map(({ kpis }) => kpis[id]?.mean?.value ?? null);
  const whole = (values: readonly Known[]): readonly Known[] => values.map((value) => value && Math.round(value));
  const count = (of: Scenario['headline']): CountRow & { kind: 'count' } => ({
    kind: 'count',
    of,
    contacts: whole(mean(`contacts.${of}`)),
    cost: mean(`cpc.${of}`),
  });
  const [resolved, need, offered, handled] = [count('resolved'), count('need'), count('offered'), count('handled')];
  /** A rate of all offered contacts, as contacts. */
  const ofOffered = (id: string): readonly Known[] => {
    const all = mean('contacts.offered');
    return whole(mean(id).map((rate, at) => (rate === null ? 0 : all[at]! && rate * all[at])));
  };
  const sum = (...terms: readonly (readonly [sign: 1 | -1, values: readonly Known[]])[]): readonly Known[] =>
    scenarios.map((_, at) =>
      terms.reduce<Known>((total, [sign, values]) => (total === null || values[at] == null ? null : total + sign * values[at]), 0),
    );
  const redials = ofOffered('redialRate');
  const rounded = ofOffered('repeatRate');
  const rest = sum([1, need.contacts], [1, redials], [1, rounded], [-1, offered.contacts]);
  /** None ended early where rounding alone leaves less than none: the repeats have the contact that is missing. */
  const ended = rest.map((value) => value && Math.max(0, value));
  const repeats = sum([1, rounded], [1, ended], [-1, rest]);
  const step = (name: CountStep, sign: 1 | -1, contacts: readonly Known[]): CountRow => ({ kind: 'step', step: name, sign, contacts });
  return [
    resolved,
    step('unresolved', 1, sum([1, need.contacts], [-1, resolved.contacts])),
    need,
    step('ended', -1, ended),
    step('redials', 1, redials),
    step('repeats', 1, repeats),
    offered,
    step('notHandled', -1, sum([1, offered.contacts], [-1, handled.contacts])),
    handled,
  ];
}
