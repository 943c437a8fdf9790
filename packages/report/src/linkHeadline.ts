import type { Results } from '@percall/core';
import { formatNumber, placeOf } from './numbers.ts';
import type { Setting } from './setting.ts';
import type { FirstWords } from './words/firstWords.ts';

/** What a link says that it showed: the median headline cost per contact of each scenario, as displayed. Links are compared by it, so in one language. */
export function linkHeadline({ scenarios }: Results, { headline, currency }: Setting, words: FirstWords): string {
  const medians = scenarios.map(({ kpis }) => {
    const median = kpis[`cpc.${headline}`]?.quantiles?.p50;
    return median === undefined
      ? words.table.noContacts
      : formatNumber(median.value, placeOf(median, 'currencyPerContact', currency), words.locale);
  });
  return `${medians.join(', ')} ${currency}`;
}
