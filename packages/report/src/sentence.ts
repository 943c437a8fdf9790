import type { KpiSummary, ScenarioResults } from '@percall/core';
import { formatNumber, ofHundred, placeOf } from './numbers.ts';
import { kpiName } from './kpiName.ts';
import type { Setting } from './setting.ts';
import { qualityState, verdictOf, type Verdict } from './verdict.ts';
import type { DifferenceParts, Words } from './words/words.ts';

/** A piece of the headline; `struck` pieces speak of a saving that is none. */
export interface HeadlinePiece {
  readonly text: string;
  readonly struck: boolean;
}

export interface Headline {
  readonly pieces: readonly HeadlinePiece[];
  readonly verdict: Verdict | null;
}

/** The pieces joined; a struck piece is said in words by the lead, never by a mark that a terminal may not show. */
export const headlineText = ({ pieces }: Headline): string => pieces.map(({ text }) => text).join('');

/** The pieces joined, struck ones between `~~`, as Markdown has it. */
export const headlineMarkdown = ({ pieces }: Headline): string =>
  pieces.map(({ text, struck }) => (struck ? text.replace(/^(\s*)(.*?)(\s*)$/, '$1~~$2~~$3') : text)).join('');

/**
 * The one sentence: what it costs, how that compares with the baseline in the same futures, and whether service stands it.
 * `scenario` is the baseline itself or one of its variants.
 */
export function headline(scenario: ScenarioResults, baseline: ScenarioResults, setting: Setting, words: Words): Headline {
  const { sentence } = words;
  const plain = (text: string): HeadlinePiece => ({ text, struck: false });
  const cost = costText(scenario.kpis[`cpc.${setting.headline}`], setting, words);
  const versus = scenario.versusBaseline;
  if (versus === null) {
    const quality = scenario.holds === null ? sentence.noFloors : sentence.holds(ofHundred(scenario.holds.value));
    return { pieces: [plain(cost), plain(sentence.stop + sentence.space + quality)], verdict: null };
  }
  const verdict = verdictOf(scenario, baseline, setting);
  const pieces: HeadlinePiece[] = [];
  const { cheaper, noWorse, cheaperAndNoWorse } = versus.probability;
  const floored = scenario.holds !== null;
  if (verdict.struck) pieces.push(plain(notASaving(scenario, setting, words)));
  else if (floored && cheaperAndNoWorse !== null) pieces.push(plain(sentence.cheaperAndNoWorse(ofHundred(cheaperAndNoWorse.value))));
  else if (cheaper !== null) pieces.push(plain(sentence.cheaper(ofHundred(cheaper.value))));
  pieces.push(plain((pieces.length > 0 ? sentence.space : '') + cost));
  const difference = differenceText(versus.kpis[`cpc.${setting.headline}`], setting, words);
  if (difference !== null) pieces.push(plain(sentence.comma), { text: difference, struck: verdict.struck });
  if (cheaper !== null)
    pieces.push(
      plain(sentence.semicolon + sentence.chances(ofHundred(cheaper.value), floored && noWorse !== null ? ofHundred(noWorse.value) : null)),
    );
  pieces.push(plain(sentence.stop));
  const total = totalText(versus.kpis['totalCost'], verdict.cheaper, setting, words);
  if (total !== null) pieces.push(plain(sentence.space + total));
  const missed = verdict.struck ? null : missedText(scenario, baseline, verdict, setting, words);
  if (missed !== null) pieces.push(plain(sentence.space + missed));
  if (!floored) pieces.push(plain(sentence.space + sentence.noFloors));
  pieces.push(plain(sentence.space + sentence.response[scenario.response]));
  return { pieces, verdict };
}

function notASaving(scenario: ScenarioResults, { chance }: Setting, words: Words): string {
  const { met, name } = leastMet(scenario, chance, words);
  return words.sentence.notASaving(name, qualityState(met, chance), ofHundred(met), ofHundred(chance));
}

/** The floor that is least likely to be met, or all of them together (`of` null) where each alone would hold. */
function leastMet({ floors, holds }: ScenarioResults, chance: number, words: Words): { met: number; name: string; of: string | null } {
  const [worst] = [...floors].sort((a, b) => a.holds.value - b.holds.value);
  if (worst !== undefined && worst.holds.value < chance)
    return { met: worst.holds.value, name: words.sentence.floorName(kpiName(worst.kpi, words)), of: worst.kpi };
  return { met: holds?.value ?? 0, name: words.sentence.quality, of: null };
}

/** A floor that is met less often than wanted, said even where the variant is not to blame: null where quality holds. */
function missedText(
  scenario: ScenarioResults,
  baseline: ScenarioResults,
  { state }: Verdict,
  { chance }: Setting,
  words: Words,
): string | null {
  if (state === null || state === 'holds') return null;
  const { met, name, of } = leastMet(scenario, chance, words);
  const theirs = of === null ? baseline.holds : baseline.floors.find(({ kpi }) => kpi === of)?.holds;
  return words.sentence.missed({
    floor: name,
    futures: ofHundred(met),
    baseline: ofHundred(theirs?.value ?? 1),
    wanted: ofHundred(chance),
  });
}

/** Where the bill goes the other way than the cost per contact: cheap contacts left the denominator, or dear ones joined it. Else null. */
function totalText(kpi: KpiSummary | undefined, cheaper: boolean, { currency, period }: Setting, words: Words): string | null {
  const median = kpi?.quantiles?.p50;
  if (median === undefined) return null;
  const place = placeOf(median, 'currency', currency);
  const value = formatNumber(Math.abs(median.value), place, words.locale);
  if (median.value < 0 === cheaper || value === formatNumber(0, place, words.locale)) return null;
  return words.sentence.total({ value, direction: median.value < 0 ? 'below' : 'above', currency, period: words.period[period] });
}

function costText(kpi: KpiSummary | undefined, { currency, headline: per }: Setting, words: Words): string {
  const quantiles = kpi?.quantiles;
  if (quantiles === undefined || quantiles === null) return words.sentence.noContacts(words.denominator[per]);
  const place = placeOf(quantiles.p50, 'currencyPerContact', currency);
  const text = (value: number): string => formatNumber(value, place, words.locale);
  return words.sentence.cost({
    denominator: words.denominator[per],
    value: text(quantiles.p50.value),
    currency,
    low: text(quantiles.p5.value),
    high: text(quantiles.p95.value),
  });
}

/** The paired difference, said as a distance below or above; the range runs from its nearer end to its farther one. */
function differenceText(kpi: KpiSummary | undefined, { currency }: Setting, words: Words): string | null {
  const quantiles = kpi?.quantiles;
  if (quantiles === undefined || quantiles === null) return null;
  const place = placeOf(quantiles.p50, 'currencyPerContact', currency);
  const distance = (value: number): string => formatNumber(Math.abs(value), place, words.locale);
  const median = quantiles.p50.value;
  const zero = distance(0);
  const direction: DifferenceParts['direction'] = distance(median) === zero ? 'same' : median < 0 ? 'below' : 'above';
  // An end that rounds to nothing takes the side of the other end: "0.00 to 0.52 below", not "0.00 above to 0.52 below".
  const other = direction === 'above' ? 'above' : 'below';
  const end = (value: number): DifferenceParts['from'] => ({
    value: distance(value),
    direction: distance(value) === zero ? other : value < 0 ? 'below' : 'above',
  });
  const [from, to] =
    other === 'below' ? [end(quantiles.p95.value), end(quantiles.p5.value)] : [end(quantiles.p5.value), end(quantiles.p95.value)];
  return words.sentence.difference({ value: distance(median), direction, from, to });
}
