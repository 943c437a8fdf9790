import { describe, expect, it } from 'vitest';
import { parseExpression, type ExpressionOptions } from '../../src/kpis/expression.ts';
import { kpiNames } from '../../src/kpis/kpisOf.ts';
import { analyse, type Analysis } from '../../src/study/analyse.ts';
import { evaluateAssertion, evaluateExpression, precisionReached } from '../../src/study/evaluateExpression.ts';
import { summariseAnalysis } from '../../src/study/summarise.ts';
import { tinyModel, tinyTotals, type TinyModel } from '../support/tinyModel.ts';
import { centralSampler, tinyShard, tinyStudy } from '../support/tinyStudy.ts';

const setting: TinyModel = {
  weeks: 1,
  period: 'week',
  groups: [{ name: 'agents', wage: 36 }],
  floors: [{ kpi: 'serviceLevel.phone', side: 'atLeast', value: 0.8, tolerance: 0.005 }],
};

/**
 * Cost per handled contact in 80 worlds: 1.00 to 1.09 by group of eight in the baseline, 0.02 less in variant A, 0.02 more in B.
 * Service level 76% to 94% in steps of two; A the same, B two points better.
 */
function analysed(names = ['baseline', 'A', 'B']): Analysis {
  const study = tinyStudy(...names.map((name) => tinyModel({ ...setting, name })));
  const shards = [
    tinyShard(study, 0, 80, (model, replication) => {
      const group = Math.floor(replication / 8);
      const paid = 10_000 + 100 * group + [0, -200, 200][model]!;
      const answeredWithinThreshold = 76 + 2 * group + [0, 0, 2][model]!;
      return tinyTotals(study.models[model]!, { counts: { offered: 100, handled: 100, answeredWithinThreshold }, agents: { paid } });
    }),
  ];
  return analyse(study, shards, { sampler: centralSampler(study) });
}

const analysis = analysed();
function parse(text: string, options?: ExpressionOptions) {
  const parsed = parseExpression(text, kpiNames(analysis.scenarios[0]!.model), options);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.expression;
}
const on = (scenario: number, text: string) => evaluateExpression(parse(text), analysis.scenarios[scenario]!);

describe('evaluateExpression', () => {
  it('agrees with the summary on every statistic it has', () => {
    const results = summariseAnalysis(analysis);
    analysis.scenarios.forEach((scenario, index) => {
      for (const kpi of ['cpc.handled', 'serviceLevel.phone', 'totalCost'])
        for (const statistic of ['mean', 'p5', 'p50', 'p95'] as const) {
          const { mean, quantiles } = results.scenarios[index]!.kpis[kpi]!;
          expect(evaluateExpression(parse(`${kpi}.${statistic} < 0`), scenario).value).toEqual(
            statistic === 'mean' ? mean : quantiles![statistic],
          );
        }
    });
    const delta = results.scenarios[1]!.versusBaseline!.kpis['cpc.handled']!;
    expect(on(1, 'delta(cpc.handled).p90 < 0').value).toEqual(delta.quantiles!.p90);
    expect(on(1, 'delta(cpc.handled).mean < 0').value).toEqual(delta.mean);
  });

  it('takes any percentile: type 7 of 80 worlds', () => {
    // Position 79 x 0.42 = 33.18: worlds 32..39 all cost 1.04.
    expect(on(0, 'cpc.handled.p42 <= 2').value!.value).toBeCloseTo(1.04, 12);
  });

  it.each([
    ['cpc.handled.mean <= 1.045', true],
    ['cpc.handled.mean < 1.04', false],
    ['p(serviceLevel.phone >= 80%) >= 0.8', true], // 8 of 10 groups, by hand
    ['p(serviceLevel.phone >= 80%) > 80%', false],
    ['p(holds) >= 80%', true],
    ['p(serviceLevel.phone >= 80% and cpc.handled < 1.05) <= 0.3', true], // groups 2, 3, 4
    ['p(serviceLevel.phone >= 80% and cpc.handled < 1.05) < 0.3', false],
    ['p(serviceLevel.phone >= 100%) <= 5%', true],
  ])('judges the baseline: %s is %s', (text, holds) => {
    expect(on(0, text).holds).toBe(holds);
  });

  it('judges against the baseline', () => {
    expect(on(1, 'p(cheaper) >= 0.99').holds).toBe(true);
    expect(on(2, 'p(cheaper) >= 0.01').holds).toBe(false);
    expect(on(1, 'p(delta(cpc.handled) < -0.019) >= 0.99').holds).toBe(true);
    expect(on(1, 'p(delta(cpc.handled) < -0.021) >= 0.01').holds).toBe(false);
    expect(on(1, 'p(cheaperAndNoWorse) >= 0.99').value).toEqual(on(1, 'p(cheaper and noWorse) >= 0.99').value);
    expect(on(2, 'delta(serviceLevel.phone).p50 >= 1.9 points').holds).toBe(true);
  });

  it('never holds on nothing: no baseline, no contacts', () => {
    for (const text of [
      'delta(cpc.handled).p50 < 9',
      'p(cheaper) >= 0',
      'fcr.phone.mean >= 0',
      'fcr.phone.mean < 100%',
      'p(fcr.phone >= 0) >= 0',
    ])
      expect(on(0, text)).toEqual({ holds: false, value: null });
  });
});

describe('evaluateAssertion', () => {
  it('asks every variant, or the one named, or the baseline alone', () => {
    const asked = (text: string, of = analysis) => {
      const { holds, scenarios } = evaluateAssertion(parse(text), of);
      return [holds, scenarios.map(({ name, holds: each }) => `${name} ${each}`)];
    };
    expect(asked('p(cheaper) >= 0.9')).toEqual([false, ['A true', 'B false']]);
    expect(asked('"A": p(cheaper) >= 0.9')).toEqual([true, ['A true']]);
    expect(asked('"baseline": cpc.handled.mean < 2')).toEqual([true, ['baseline true']]);
    expect(asked('cpc.handled.mean < 2')).toEqual([true, ['A true', 'B true']]);
    expect(asked('cpc.handled.mean < 2', analysed(['alone']))).toEqual([true, ['alone true']]);
    expect(asked('"nobody": cpc.handled.mean < 2')).toEqual([false, []]);
  });
});

describe('precisionReached', () => {
  const purpose = 'precision' as const;
  const reached = (text: string) => precisionReached(parse(text, { purpose }), analysis.scenarios[0]!);
  it('compares the half-width, relative to the estimate or not', () => {
    // The eight scrambles agree here: the half-width is zero up to rounding.
    expect(reached('cpc.handled.p50 < 0.5%')).toBe(true);
    expect(reached('fcr.phone.p50 < 0.5%')).toBe(false);
    // p(cost >= 0) = 1 is known to 1 - 0.05^(1/80) = 3.68%, half of it 1.84%.
    expect(reached('p(cpc.handled >= 0) < 1.9%')).toBe(true);
    expect(reached('p(cpc.handled >= 0) < 1.8%')).toBe(false);
  });
});
