import type { Model } from '../model/model.ts';
import type { KpiDefinition } from './definition.ts';

/** A KPI that no sums of one replication give: it follows from the ledgers of a variant and its baseline, week by week. */
export type InvestmentKpi = Omit<KpiDefinition, 'numerator' | 'denominator' | 'rule'> & { readonly rule: (model: Model) => string };

const saving = 'cost of the baseline less that of the variant in the same future, without one-off amounts, by week';
const whose = 'Only of a variant in transition that has a one-off cost or another platform fee than the baseline.';

export const netPresentValueKpi: InvestmentKpi = {
  id: 'npv',
  unit: 'amount',
  better: 'higher',
  byContactType: false,
  rule: ({ investmentYears }) => `present value of ${investmentYears} years of savings - one-off amounts`,
  inWords: {
    numerator: `${saving}, each divided by (1 + discount) to the power of the years until then; less what it costs more once, at the start`,
    denominator: 'one',
    rule: `After the horizon the saving stays what it is in its last week, without training and severance, and with leavers replaced. ${whose}`,
  },
  source: 'net present value at a constant yearly rate',
};

export const payBackKpi: InvestmentKpi = {
  id: 'payback',
  unit: 'months',
  better: 'lower',
  byContactType: false,
  rule: ({ investmentYears }) =>
    `months until savings have paid the one-off amounts; ${12 * investmentYears} stands for not within ${12 * investmentYears} months`,
  inWords: {
    numerator: `months until the sum of the ${saving}, not discounted, is at least the one-off amounts, and stays so`,
    denominator: 'one',
    rule: `Where that is not within the investment's years, it is their number of months: such a future is counted and not left out. See paidBack. ${whose}`,
  },
  source: 'simple pay-back period; futures without one are censored at the end of the years',
};

export const paidBackKpi: InvestmentKpi = {
  id: 'paidBack',
  unit: 'fraction',
  better: 'higher',
  byContactType: false,
  rule: ({ investmentYears }) => `1 where the one-off amounts are paid back within ${investmentYears} years, else 0`,
  inWords: {
    numerator: "1 where savings pay the one-off amounts back within the investment's years, else 0",
    denominator: 'one',
    rule: `Its mean is the chance of a pay-back. ${whose}`,
  },
  source: 'simple pay-back period',
};

export const investmentKpis: readonly InvestmentKpi[] = [netPresentValueKpi, payBackKpi, paidBackKpi];
