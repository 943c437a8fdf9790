import type { KpiSummary, ScenarioResults, VersusBaseline } from '@percall/core';
import { formatNumber, ofHundred, placeOf } from './numbers.ts';
import { kpiName } from './kpiName.ts';
import type { Setting } from './setting.ts';
import { staffedBy } from './staffedBy.ts';
import { futuresOf, qualityState, verdictOf, type Verdict } from './verdict.ts';
import type { FirstWords } from './words/firstWords.ts';
import type { DifferenceParts } from './words/words.ts';

/** A piece of the headline; `struck` pieces speak of a saving that is none. */
export interface HeadlinePiece {
  readonly text: string;
  readonly struck: boolean;
}

export interface Headline {
  readonly pieces: readonly HeadlinePiece[];
  readonly verdict: Verdict;
  /** The difference of the headline cost without its range, for where there is little room; null where there is none to speak of. */
  readonly difference: string | null;
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
export function headline(scenario: ScenarioResults, baseline: ScenarioResults, setting: Setting, words: FirstWords): Headline {
  const { sentence } = words;
  const plain = (text: string): HeadlinePiece => ({ text, struck: false });
  const futures = (chance: number): number => futuresOf(chance, setting.chance);
  const cost = costText(scenario.kpis[`cpc.${setting.headline}`], setting, words);
  const verdict = verdictOf(scenario, baseline, setting);
  const versus = scenario.versusBaseline;
  if (versus === null) {
    const quality = scenario.holds === null ? sentence.noFloors : sentence.holds(futures(scenario.holds.value));
    return { pieces: [plain(cost), plain(sentence.stop + sentence.space + quality)], verdict, difference: null };
  }
  const pieces: HeadlinePiece[] = [];
  const { cheaper, noWorse } = versus.probability;
  const isSame = movesNothing(versus);
  const lead = isSame ? sentence.identical : leadText(scenario, versus, verdict, setting, words);
  if (lead !== null) pieces.push(plain(lead));
  pieces.push(plain((pieces.length > 0 ? sentence.space : '') + cost));
  const parts = isSame ? null : differenceParts(versus.kpis[`cpc.${setting.headline}`], setting, words);
  if (parts !== null) pieces.push(plain(sentence.comma), { text: sentence.difference(parts), struck: verdict.struck });
  if (cheaper !== null && !isSame)
    pieces.push(plain(sentence.semicolon + sentence.chances(futures(cheaper.value), noWorse === null ? null : futures(noWorse.value))));
  pieces.push(plain(sentence.stop));
  const total = totalText(versus.kpis['totalCost'], verdict.cheaper, setting, words);
  if (total !== null) pieces.push(plain(sentence.space + total));
  const missed = verdict.struck ? null : missedText(scenario, baseline, verdict, setting, words);
  if (missed !== null) pieces.push(plain(sentence.space + missed));
  if (scenario.holds === null) pieces.push(plain(sentence.space + sentence.noFloors));
  pieces.push(plain(sentence.space + sentence.response[staffedBy(scenario, setting)]));
  return { pieces, verdict, difference: parts && sentence.away(parts) };
}

/** True where no figure differs from the baseline's: nothing is changed yet, or nothing that counts. */
const movesNothing = ({ kpis }: VersusBaseline): boolean =>
  Object.values(kpis).every(({ mean, quantiles }) =>
    [mean, quantiles?.p5, quantiles?.p95].every((estimate) => estimate == null || estimate.value === 0),
  );

/** What there is to know first. Null where nobody can tell how often it is cheaper. */
function leadText(
  scenario: ScenarioResults,
  { kpis, probability: { cheaper, noWorse, cheaperAndNoWorse } }: VersusBaseline,
  { struck }: Verdict,
  setting: Setting,
  words: FirstWords,
): string | null {
  const { sentence } = words;
  if (struck) return notASaving(scenario, setting, words);
  if (cheaper === null) return null;
  const futures = (chance: number): number => futuresOf(chance, setting.chance);
  if (noWorse === null || cheaperAndNoWorse === null) return sentence.cheaper(futures(cheaper.value));
  // 1 - P(cheaper or no worse). Futures that cost the same are no dearer ones: the tenth percentile keeps them few.
  const dearerAndWorse = 1 - cheaper.value - noWorse.value + cheaperAndNoWorse.value;
  const isDearer = (kpis[`cpc.${setting.headline}`]?.quantiles?.p10.value ?? 0) > 0;
  return isDearer && dearerAndWorse >= setting.chance
    ? sentence.dearerAndWorse(futures(dearerAndWorse))
    : sentence.cheaperAndNoWorse(futures(cheaperAndNoWorse.value));
}

function notASaving(scenario: ScenarioResults, { chance }: Setting, words: FirstWords): string {
  const { met, name } = leastMet(scenario, chance, words);
  return words.sentence.notASaving(name, qualityState(met, chance), futuresOf(met, chance), ofHundred(chance));
}

/** The floor that is least likely to be met, or all of them together (`of` null) where each alone would hold. */
function leastMet({ floors, holds }: ScenarioResults, chance: number, words: FirstWords): { met: number; name: string; of: string | null } {
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
  words: FirstWords,
): string | null {
  if (state === null || state === 'holds') return null;
  const { met, name, of } = leastMet(scenario, chance, words);
  const theirs = of === null ? baseline.holds : baseline.floors.find(({ kpi }) => kpi === of)?.holds;
  return words.sentence.missed({
    floor: name,
    futures: futuresOf(met, chance),
    baseline: futuresOf(theirs?.value ?? 1, chance),
    wanted: ofHundred(chance),
  });
}

/** Where the bill goes the other way than the cost per contact: cheap contacts left the denominator, or dear ones joined it. Else null. */
function totalText(kpi: KpiSummary | undefined, cheaper: boolean, { currency, period }: Setting, words: FirstWords): string | null {
  const median = kpi?.quantiles?.p50;
  if (median === undefined) return null;
  const place = placeOf(median, 'currency', currency);
  const value = formatNumber(Math.abs(median.value), place, words.locale);
  if (median.value < 0 === cheaper || value === formatNumber(0, place, words.locale)) return null;
  return words.sentence.total({ value, direction: median.value < 0 ? 'below' : 'above', currency, period: words.period[period] });
}

function costText(kpi: KpiSummary | undefined, { currency, headline: per }: Setting, words: FirstWords): string {
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
function differenceParts(kpi: KpiSummary | undefined, { currency }: Setting, words: FirstWords): DifferenceParts | null {
  const quantiles = kpi?.quantiles;
  if (quantiles === undefined || quantiles === null) return null;
  const place = placeOf(quantiles.p50, 'currencyPerContact', currency);
  const distance = (value: number): string => formatNumber(Math.abs(value), place, words.locale);
  const direction = (value: number): DifferenceParts['direction'] =>
    distance(value) === distance(0) ? 'same' : value < 0 ? 'below' : 'above';
  const median = direction(quantiles.p50.value);
  const ends = median === 'above' ? [quantiles.p5.value, quantiles.p95.value] : [quantiles.p95.value, quantiles.p5.value];
  // An end that rounds to nothing takes the side of the other end: "0.00 to 0.52 below", not "0.00 above to 0.52 below".
  const side = ends.map(direction).find((each) => each !== 'same');
  const [from, to] = ends.map((value) => {
    const own = direction(value);
    return { value: distance(value), direction: own === 'same' ? side! : own };
  });
  return { value: distance(quantiles.p50.value), direction: median, range: side === undefined ? null : { from: from!, to: to! } };
}
