import { en, formatNumber, placeOf } from '@percall/report';
import type { Setting } from '@percall/report';
import type { StudyRun } from './runStudy.ts';

/** What a link says that it showed: the median headline cost per contact of each scenario, as displayed. */
export function linkHeadline({ results }: StudyRun, { headline, currency }: Setting): string {
  const medians = results.scenarios.map(({ kpis }) => {
    const median = kpis[`cpc.${headline}`]?.quantiles?.p50;
    return median === undefined
      ? en.table.noContacts
      : formatNumber(median.value, placeOf(median, 'currencyPerContact', currency), en.locale);
  });
  return `${medians.join(', ')} ${currency}`;
}
