import { readFileSync } from 'node:fs';
import { interpret, type Json } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { centralWorld, compileStudy, createSampler, type CountField, type Model, type World } from '../../src/index.ts';
import { asTyped, compileModel } from '../../src/model/compileModel.ts';
import { documentWith, studyOf } from '../support/document.ts';
import { runWithAgents } from '../support/fixedStaff.ts';

interface Case {
  readonly id: string;
  readonly params: Readonly<Record<string, never>> & {
    readonly arrivalsPerHour: number & readonly number[];
    readonly firstAttemptsPerHour: number;
    readonly agents: number & readonly number[];
    readonly ahtSec: number;
    readonly awtSec: number;
    readonly periodSec: number;
    readonly patience: { readonly meanSec: number; readonly pBalkIfDelayed?: number };
    readonly gammaAlpha?: number;
    readonly pRedialAfterAbandon: number;
    readonly pRecontactAfterService: number;
    readonly returnDelayMeanSec: number;
    readonly patienceMeanSec: number;
  };
  readonly expected: Readonly<Record<string, number>>;
}

/** Published and exact results, with their sources: see the file. */
const cases = JSON.parse(readFileSync(new URL('../fixtures/publishedQueues.json', import.meta.url), 'utf8')) as readonly Case[];
const byId = (id: string): Case => cases.find((one) => one.id === id)!;

const path = 'contactTypes.service';
const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** The case as a document: needs are the case's arrivals, opening hours its periods from 08:00 on a Monday (or round the clock). */
function changesOf({ params }: Case, serviceRate = 1): Readonly<Record<string, Json>> {
  const rates: readonly number[] | null = Array.isArray(params.arrivalsPerHour) ? params.arrivalsPerHour : null;
  const hourly = rates ? 0 : (params.arrivalsPerHour ?? params.firstAttemptsPerHour);
  const total = rates ? rates.reduce((sum, rate) => sum + (rate * params.periodSec) / 3600, 0) : hourly * 24 * 7;
  const hours = rates ? (rates.length * params.periodSec) / 3600 : 0;
  return {
    [`${path}.volume`]: { value: total, counted: 'needs' },
    [`${path}.handleTime.phone.mean`]: `${params.ahtSec / serviceRate} s`,
    [`${path}.patience.phone`]: { mean: `${params.patience?.meanSec ?? 1e7} s`, balk: params.patience?.pBalkIfDelayed ?? 0 },
    'targets.serviceLevel.within': `${params.awtSec ?? 20} s`,
    ...(rates
      ? {
          'calendar.interval': `${params.periodSec / 60} min`,
          'calendar.open': { mon: `08:00-${clock(8 + hours)}` },
          'calendar.dayShape': rates,
        }
      : { 'calendar.open': { 'mon-sun': '00:00-24:00' } }),
    ...(params.gammaAlpha ? { [`${path}.variation`]: { dayToDay: 1 / Math.sqrt(params.gammaAlpha), shared: '100%', withinDay: 0 } } : {}),
    ...(params.returnDelayMeanSec
      ? {
          [`${path}.redial`]: { share: params.pRedialAfterAbandon, after: `${params.returnDelayMeanSec} s` },
          [`${path}.repeat`]: { share: '100%', after: '15 min', handleTime: 'x1' },
          [`${path}.firstContactResolution.value`]: 1 - params.pRecontactAfterService,
        }
      : {}),
  };
}

const modelOf = (changes: Readonly<Record<string, Json>>): Model =>
  compileModel('case', interpret(documentWith(changes)).scenarios[0]!.scenario, asTyped(1));

const agentsOf = ({ params }: Case): readonly number[] => (Array.isArray(params.agents) ? params.agents : [params.agents]);

function report(sum: (field: CountField) => number) {
  const offered = sum('offered');
  return {
    offered,
    lost: sum('abandoned') / offered,
    wait: sum('waitSecondsAll') / offered,
    within: sum('answeredWithinThreshold') / offered,
    withinOrShort: (sum('answeredWithinThreshold') + sum('abandonedShort')) / offered,
  };
}

const atCentre = (one: Case, serviceRate?: number) => {
  const model = modelOf(changesOf(one, serviceRate));
  return report(runWithAgents(model, centralWorld(model), agentsOf(one)).sum);
};

describe('a day of changing rates and staff, from empty, against its exact transient solution', () => {
  /**
   * Fluid flow between stationary queues: measured within 0.5% of the share lost and of the wait, and 0.05 points of service level, on these three
   * days. Bounds twice that. (Infinite patience is ten million seconds.)
   */
  const days: readonly [string, 'withinOrShort' | null][] = [
    ['tv-intraday-30min', 'withinOrShort'],
    ['tv-mmc-8h', 'withinOrShort'],
    ['tv-shift-drop', null],
  ];
  it.each(days)('%s', (id, level) => {
    const { expected } = byId(id);
    const result = atCentre(byId(id));
    expect(result.offered).toBeCloseTo(expected['expectedArrivals']!, 6);
    expect(Math.abs(result.wait / expected['meanWaitAllSec']! - 1)).toBeLessThan(0.01);
    if (expected['pLost']! > 0) expect(Math.abs(result.lost / expected['pLost']! - 1)).toBeLessThan(0.01);
    if (level) expect(Math.abs(result[level] - expected['slInclShortAbandons']!)).toBeLessThan(0.001);
  });

  it.each(days.map(([id]) => id))('%s: twin: a service rate off by 2 in 100 fails', (id) => {
    expect(Math.abs(atCentre(byId(id), 1.02).wait / byId(id).expected['meanWaitAllSec']! - 1)).toBeGreaterThan(0.03);
  });
});

describe('redials and repeats, against two-dimensional Markov chains of queue and orbit', () => {
  /** Who redials comes back to the congestion that turned them away; who comes back after an answer, at any time: the second case has 15% of those. */
  it.each(['rt-redial-50', 'rt-redial-reconnect'])('%s', (id) => {
    const { expected } = byId(id);
    const result = atCentre(byId(id));
    const hours = 24 * 7;
    expect(Math.abs(result.offered / hours / expected['totalAttemptsPerHour']! - 1)).toBeLessThan(0.004);
    expect(Math.abs(result.lost / expected['pAbandonPerAttempt']! - 1)).toBeLessThan(0.02);
  });

  /** From redialChains.py. Measured within 0.9% of the wait of an attempt; the first interval of the week starts empty, 1 in 336. */
  const chains = JSON.parse(readFileSync(new URL('../fixtures/redialChains.json', import.meta.url), 'utf8')) as readonly Case[];
  const within = 0.012;
  const distances = (one: Case): readonly number[] => {
    const { wait, lost } = atCentre(one);
    const { expected } = one;
    return [wait / expected['meanWaitPerAttemptSec']! - 1, lost / expected['pAbandonPerAttempt']! - 1];
  };
  it.each(chains)(
    '$params.agents agents, $params.firstAttemptsPerHour an hour, $params.pRedialAfterAbandon redial after $params.returnDelayMeanSec s',
    (one) => {
      for (const distance of distances(one)) expect(Math.abs(distance)).toBeLessThan(within);
    },
  );

  it('twin: redials that come three hours later, when all is forgotten, miss the waits', () => {
    const misses = chains.map((one) => distances({ ...one, params: Object.assign({}, one.params, { returnDelayMeanSec: 10_800 }) })[0]!);
    expect(misses.filter((miss) => miss < -within).length).toBeGreaterThanOrEqual(chains.length - 1);
  });

  it('twin: without redials the attempts are 5% short', () => {
    const model = modelOf({ ...changesOf(byId('rt-redial-50')), [`${path}.redial`]: { share: '0%', after: '10 min' } });
    const { sum } = runWithAgents(model, centralWorld(model), [50]);
    expect(sum('offered') / 168 / byId('rt-redial-50').expected['totalAttemptsPerHour']!).toBeLessThan(0.96);
  });
});

it('lasting overload is the fluid limit: queue, abandonment and wait of 60 erlangs on 50 agents', () => {
  const { expected } = byId('fl-overload-ab');
  const scale = 100;
  const one = byId('fl-overload-ab');
  const model = modelOf({
    ...changesOf(one),
    [`${path}.volume`]: { value: 720 * scale * 168, counted: 'needs' },
    [`${path}.patience.phone`]: { mean: '180 s', balk: 0 },
  });
  const { sum } = runWithAgents(model, centralWorld(model), [50 * scale]);
  // A hundred times the size, where the fluid limit holds to a part in ten thousand; the first interval starts empty: 1 in 336.
  expect(sum('abandoned') / sum('offered')).toBeCloseTo(expected['pAbandon']!, 2);
  expect(sum('waitSecondsAnswered') / sum('handled') / expected['waitSec']!).toBeCloseTo(1, 1.5);
});

describe('busyness: worlds drawn, floor run, totals summed, against exact mixtures over the Gamma', () => {
  const replications = 2048;

  /** Ratios of summed totals, and their standard errors over replications by the delta method. */
  function study(one: Case, serviceRate?: number) {
    const compiled = studyOf(documentWith(changesOf(one, serviceRate)));
    // A case's rates are needs and are taken at their word.
    const model: Model = { ...compiled.models[0]!, inversion: asTyped(1) };
    const sampler = createSampler({ ...compiled, models: [model] });
    const world: World = sampler.createWorld(0);
    const rows: { offered: number; lost: number; wait: number; withinOrShort: number; within: number }[] = [];
    for (let replication = 0; replication < replications; replication++) {
      sampler.sample(replication, 0, world);
      const { sum } = runWithAgents(model, world, agentsOf(one));
      rows.push({
        offered: sum('offered'),
        lost: sum('abandoned'),
        wait: sum('waitSecondsAll'),
        within: sum('answeredWithinThreshold'),
        withinOrShort: sum('answeredWithinThreshold') + sum('abandonedShort'),
      });
    }
    const total = rows.reduce((sum, row) => sum + row.offered, 0);
    return (key: 'lost' | 'wait' | 'withinOrShort' | 'within') => {
      const value = rows.reduce((sum, row) => sum + row[key], 0) / total;
      const residuals = rows.reduce((sum, row) => sum + (row[key] - value * row.offered) ** 2, 0);
      return { value, error: Math.sqrt(residuals) / total };
    };
  }

  it.each(['bz-100erl-a100', 'bz-100erl-a25'])('%s: abandonment and service level of 106 agents at 100 erlangs', (id) => {
    const one = byId(id);
    const result = study(one);
    for (const [key, expected] of [
      ['lost', one.expected['pAbandon']!],
      ['within', one.expected['slServedOverOffered']!],
    ] as const) {
      const { value, error } = result(key);
      // 4.5 standard errors, and the opening minutes of one day in seven (from empty): 0.05% of the value.
      expect(Math.abs(value - expected), `${key} ${value} +- ${error}`).toBeLessThan(4.5 * error + 5e-4 * expected);
    }
    const twin = study(one, 1.02)('lost');
    expect((one.expected['pAbandon']! - twin.value) / result('lost').error).toBeGreaterThan(8);
  });

  it.each(['tv-ssj-callcenter-a400', 'tv-ssj-callcenter-a10'])('%s: the SSJ day, with staff by the hour, balking and busyness', (id) => {
    const one = byId(id);
    const model = modelOf(changesOf(one));
    const world = centralWorld(model);
    const alpha = one.params.gammaAlpha!;
    // Every busyness weighs by its density: Simpson's rule over the Gamma(alpha, alpha).
    const steps = 600;
    const top = 1 + 9 / Math.sqrt(alpha);
    const sums = { mass: 0, wait: 0, lost: 0, good: 0 };
    for (let step = 1; step < steps; step++) {
      const factor = (top * step) / steps;
      const density = (step % 2 ? 4 : 2) * Math.exp((alpha - 1) * Math.log(factor) - alpha * (factor - 1));
      world.busyness.fill(factor);
      const { sum } = runWithAgents(model, world, agentsOf(one));
      sums.mass += density;
      sums.wait += density * sum('waitSecondsAll');
      sums.lost += density * sum('abandoned');
      sums.good += density * (sum('answeredWithinThreshold') + sum('abandonedShort'));
    }
    // The published day divides by the constant 1,660 expected calls. Fluid flow on four to eight agents: bounds are twice the measured distance.
    expect(Math.abs(sums.wait / sums.mass / 1660 / one.expected['avgWaitSec']! - 1)).toBeLessThan(0.02);
    expect(Math.abs(sums.lost / sums.mass / 1660 / one.expected['lostFraction']! - 1)).toBeLessThan(0.02);
    expect(Math.abs(sums.good / sums.mass / 1660 - one.expected['goodFraction']!)).toBeLessThan(0.005);
  });
});

it('compiles every case without a Problem', () => {
  for (const one of cases.filter(({ id }) => !id.startsWith('st-')))
    expect(compileStudy(documentWith(changesOf(one))).ok, one.id).toBe(true);
});
