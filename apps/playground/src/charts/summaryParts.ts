import { formatNumber, type DistributionParts } from '@percall/report';
import { quantileIn, type ChartRow } from './axis.ts';

/** A row of a chart in three figures, for its summary in words. */
export function summaryParts(row: ChartRow, decimals: number, locale: string): DistributionParts {
  const text = (level: number): string => formatNumber(quantileIn(row, level), -decimals, locale);
  return { name: row.name, low: text(0.05), median: text(0.5), high: text(0.95) };
}
