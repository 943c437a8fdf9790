import type { Remedy } from '@percall/scenario';
import { formatNumber, minorUnits } from './numbers.ts';
import type { Setting } from './setting.ts';
import { futuresOf } from './verdict.ts';
import type { Words } from './words/words.ts';

/** A change of a scenario with what it comes to, in money per contact of the headline and in chances. */
export interface RestoringChange {
  readonly remedy: Remedy;
  readonly place: number;
  readonly cost: number | null;
  readonly baselineCost: number | null;
  /** Above what the scenario costs as it is. */
  readonly more: number | null;
  readonly holds: number;
  /** null: the scenario is the baseline. */
  readonly cheaper: number | null;
}

/** How a place writes what is the document's: an input's name, and a number in the document's spelling. */
export interface ChangeSpelling {
  readonly input: (remedy: Remedy) => string;
  readonly shown: (text: string) => string;
}

/** The change itself, in words. */
export function changeText(
  { remedy, place }: Pick<RestoringChange, 'remedy' | 'place'>,
  words: Words,
  { input, shown }: ChangeSpelling,
): string {
  const { change } = words.page.restore;
  const to = remedy.to(place);
  switch (remedy.kind) {
    case 'response':
      return change.response;
    case 'roster':
      return change.roster(Number(to), words.named(remedy.names[0]!));
    case 'target':
    case 'occupancy':
    case 'minimum':
      return change.plan(input(remedy), shown(to), shown(remedy.from));
    case 'headcount':
    case 'lever':
      return change.number(input(remedy), shown(to), shown(remedy.from));
  }
}

/** What the change comes to: its cost beside that of the scenario as it is, how often service holds, and whether it is cheaper than the baseline on average. */
export function changeFigures(
  { cost, more, holds, baselineCost, cheaper }: RestoringChange,
  setting: Setting,
  words: Words,
): readonly string[] {
  const { restore } = words.page;
  const { currency, headline, chance } = setting;
  const place = -minorUnits(currency);
  const amount = (value: number): string => formatNumber(value, place, words.locale);
  const rounded = (value: number): number => Number(value.toFixed(-place));
  const figures: string[] = [];
  if (cost !== null && more !== null)
    figures.push(
      restore.cost({
        from: amount(cost - more),
        to: amount(cost),
        // Of what is shown, so that it adds up.
        more: formatNumber(rounded(cost) - rounded(cost - more), place, words.locale, 'exceptZero'),
        currency,
        denominator: words.denominator[headline],
      }),
    );
  figures.push(restore.holds(futuresOf(holds, chance)));
  if (cheaper !== null && cost !== null && baselineCost !== null)
    figures.push((cost < baselineCost ? restore.stillCheaper : restore.noLongerCheaper)(futuresOf(cheaper, chance)));
  return figures;
}

/** What a search for such changes came to: `found` from the cheapest on, and the nearest where none restores service. */
export interface RestoringChanges {
  readonly found: readonly RestoringChange[];
  readonly nearest: RestoringChange | null;
  readonly asItIs: { readonly holds: number };
  readonly wanted: number;
  /** How many there were to try. */
  readonly remedies: number;
}

/** Why nothing is offered that restores service; null: something is. */
export function nothingRestores({ found, nearest, asItIs, wanted, remedies }: RestoringChanges, words: Words): string | null {
  const { restore } = words.page;
  if (found.length > 0) return null;
  if (asItIs.holds >= wanted) return restore.notNeeded(futuresOf(asItIs.holds, wanted));
  if (remedies === 0) return restore.noRemedy;
  return nearest === null ? restore.none(remedies) : [restore.none(remedies), restore.nearest].join(words.sentence.space);
}
