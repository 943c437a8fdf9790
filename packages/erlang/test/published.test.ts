import { describe, expect, test } from 'vitest';
import { exp, log, logGamma } from '@percall/numeric';
import type { Centre, Patience, Performance } from '../src/index.ts';
import {
  agentsRequired,
  erlangB,
  garnettScaledAbandonment,
  garnettWaitFraction,
  halfinWhittWaitFraction,
  priorityWaits,
  solve,
} from '../src/index.ts';
import { fixture, performanceOf } from './fixture.ts';

/** Published worked examples, with the exact value where the published one is rounded. Origin of each: its `source`. */
interface Published {
  readonly id: string;
  readonly family: string;
  readonly params: Readonly<Record<string, never>>;
  readonly expected: Readonly<Record<string, number | readonly number[]>>;
  readonly source: string;
}

const cases = fixture<Published>('published');
const of = (...families: string[]): Published[] => cases.filter((one) => families.includes(one.family));

/** The cases hold ten digits; their own tolerance is a relative 1e-6. */
const TOLERANCE = 1e-6;

const worst = (got: Readonly<Record<string, number | readonly number[]>>, expected: Published['expected']): number => {
  let relative = 0;
  for (const [name, value] of Object.entries(expected)) {
    const ours = got[name];
    if (ours === undefined) throw new Error(`nothing computed for ${name}`);
    const pairs =
      typeof value === 'number' ? [[ours as number, value] as const] : value.map((v, i) => [(ours as number[])[i]!, v] as const);
    for (const [a, b] of pairs) relative = Math.max(relative, b === 0 ? Math.abs(a) : Math.abs(a / b - 1));
  }
  return relative;
};

interface Call {
  arrivalsPerHour: number;
  ahtSec: number;
  agents: number;
  awtSec?: number;
  waitingPlaces?: number;
  patience?:
    | 'infinite'
    | {
        dist: string;
        meanSec: number;
        valueSec: number;
        aSec: number;
        bSec: number;
        k: number;
        shape: number;
        scaleSec: number;
        cv: number;
      };
}

function patienceOf(given: Call['patience']): Patience {
  if (given === undefined || given === 'infinite') return { family: 'infinite' };
  switch (given.dist) {
    case 'exponential':
      return { family: 'exponential', meanSeconds: given.meanSec };
    case 'deterministic':
      return { family: 'deterministic', valueSeconds: given.valueSec };
    case 'uniform':
      return { family: 'uniform', lowSeconds: given.aSec, highSeconds: given.bSec };
    case 'erlang':
      return { family: 'gamma', shape: given.k, meanSeconds: given.meanSec };
    case 'weibull':
      return { family: 'weibull', shape: given.shape, scaleSeconds: given.scaleSec };
    case 'lognormal':
      return { family: 'lognormal', meanSeconds: given.meanSec, coefficientOfVariation: given.cv };
    default:
      throw new Error(given.dist);
  }
}

const centreOf = (params: Call, ahtFactor = 1): Centre => ({
  callsPerHour: params.arrivalsPerHour,
  ahtSeconds: params.ahtSec * ahtFactor,
  agents: params.agents,
  patience: patienceOf(params.patience),
  ...(params.awtSec === undefined ? {} : { thresholdSeconds: params.awtSec }),
  ...(params.waitingPlaces === undefined ? {} : { waitingPlaces: params.waitingPlaces }),
});

/** A performance under the names of the cases. */
const named = (p: Performance): Record<string, number> => ({
  pWait: p.waitFraction,
  pAbandon: p.abandonedFraction,
  pBlock: p.blockedFraction,
  pWaitGivenAdmitted: p.waitFraction / (1 - p.blockedFraction),
  asaSec: p.asaSeconds,
  asaIfDelayedSec: p.meanWaitOfWaitersSeconds,
  meanWaitAllSec: p.meanWaitSeconds,
  meanWaitAdmittedSec: p.meanWaitSeconds,
  meanWaitServedSec: p.asaSeconds,
  meanTimeToAbandonSec: p.meanWaitOfAbandonersSeconds ?? 0,
  avgQueue: p.meanQueue,
  occupancy: p.occupancyFraction,
  serviceLevel: p.serviceLevel['answered / offered'],
  slServedOverOffered: p.serviceLevel['answered / offered'],
  slServedOverServed: p.serviceLevel['answered / answered'],
  slExclShortAbandons: p.serviceLevel['answered / (offered - short abandoned)'],
  slInclShortAbandons: p.serviceLevel['(answered + short abandoned) / offered'],
});

const without = (expected: Published['expected'], ...names: string[]): Published['expected'] =>
  Object.fromEntries(Object.entries(expected).filter(([name]) => !names.includes(name)));

describe.each(of('erlang-c', 'erlang-a', 'general-patience', 'finite-buffer').map((one) => [one.id, one] as const))('%s', (_, one) => {
  // The wait of a caller who never hangs up is not a result of ours.
  const expected = without(one.expected, 'offeredWaitSec');
  const params = one.params as unknown as Call;
  test('agrees', () => expect(worst(named(performanceOf(centreOf(params))), expected)).toBeLessThan(TOLERANCE));
  test('sabotage: handle time off by 2%', () =>
    expect(worst(named(performanceOf(centreOf(params, 1.02))), expected)).toBeGreaterThan(TOLERANCE));
  if (one.family === 'erlang-a' || one.family === 'general-patience') {
    test('sabotage: patience 2% longer', () => {
      const centre = centreOf(params);
      const longer = Object.fromEntries(
        Object.entries(centre.patience!).map(([name, value]) => [
          name,
          name.endsWith('Seconds') ? (value as number) * 1.02 : (value as unknown),
        ]),
      ) as unknown as Patience;
      expect(worst(named(performanceOf({ ...centre, patience: longer })), expected)).toBeGreaterThan(TOLERANCE);
    });
    test('sabotage: two service-level rules swapped', () => {
      const ours = named(performanceOf(centreOf(params)));
      expect(worst({ ...ours, slServedOverOffered: ours.slServedOverServed! }, expected)).toBeGreaterThan(TOLERANCE);
    });
  }
});

describe.each(of('erlang-b').map((one) => [one.id, one] as const))('%s', (_, one) => {
  const params = one.params as unknown as { offeredErlangs: number; servers: number & number[]; blocking?: number };
  const computed = (sabotage: number): Record<string, number | number[]> => {
    if (params.blocking !== undefined) {
      const loads = params.servers.map((servers) => {
        const answer = solve({
          ahtSeconds: 3600 * sabotage,
          agents: servers,
          patience: { family: 'infinite' },
          waitingPlaces: 0,
          target: { measure: 'blockedFraction', value: params.blocking },
        });
        return answer.ok ? answer.value : NaN;
      });
      return { offeredErlangs: loads };
    }
    const load = params.offeredErlangs * sabotage;
    const pBlock = erlangB(load, params.servers);
    return { pBlock, carriedErlangs: load * (1 - pBlock), occupancy: (load * (1 - pBlock)) / params.servers };
  };
  test('agrees', () => expect(worst(computed(1), one.expected)).toBeLessThan(TOLERANCE));
  test('sabotage: load off by 2%', () => expect(worst(computed(1.02), one.expected)).toBeGreaterThan(TOLERANCE));
});

describe.each(of('staffing').map((one) => [one.id, one] as const))('%s', (_, one) => {
  const params = one.params as unknown as {
    arrivalsPerHour: number;
    ahtSec: number;
    awtSec: number;
    slTarget: number;
    maxOccupancy: number | null;
    shrinkage?: number;
    patienceMeanSec?: number;
  };
  const staffing = (threshold: number, shrinkage: number): Record<string, number> => {
    const answer = agentsRequired({
      callsPerHour: params.arrivalsPerHour,
      ahtSeconds: params.ahtSec,
      thresholdSeconds: threshold,
      patience:
        params.patienceMeanSec === undefined ? { family: 'infinite' } : { family: 'exponential', meanSeconds: params.patienceMeanSec },
      targets: [
        { measure: 'serviceLevel', value: params.slTarget },
        ...(params.maxOccupancy ? [{ measure: 'occupancyFraction' as const, value: params.maxOccupancy }] : []),
      ],
      shrinkageFraction: shrinkage,
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
    return {
      agents: answer.agents,
      scheduledFteExact: answer.scheduledAgents,
      scheduledHeads: answer.scheduledHeads,
      serviceLevel: answer.performance.serviceLevel['answered / offered'],
      occupancy: answer.performance.occupancyFraction,
    };
  };
  const shrinkage = params.shrinkage ?? 0;
  test('agrees, people exactly', () => {
    const ours = staffing(params.awtSec, shrinkage);
    expect(ours.agents).toBe(one.expected.agents);
    if ('scheduledHeads' in one.expected) expect(ours.scheduledHeads).toBe(one.expected.scheduledHeads);
    expect(worst(ours, one.expected)).toBeLessThan(TOLERANCE);
  });
  test('sabotage: threshold 2% shorter', () =>
    expect(worst(staffing(params.awtSec * 0.98, shrinkage), one.expected)).toBeGreaterThan(TOLERANCE));
});

describe.each(of('priority').map((one) => [one.id, one] as const))('%s', (_, one) => {
  const params = one.params as unknown as { arrivalsPerHour: number[]; ahtSec: number; agents: number };
  const computed = (rates: number[]): Record<string, number> => {
    const answer = priorityWaits(rates, params.ahtSec, params.agents);
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
    return {
      pWait: answer.waitFraction,
      asaHighSec: answer.asaSeconds[0]!,
      asaLowSec: answer.asaSeconds[1]!,
      asaOverallSec: answer.overallAsaSeconds,
    };
  };
  test('agrees', () => expect(worst(computed(params.arrivalsPerHour), one.expected)).toBeLessThan(TOLERANCE));
  test('sabotage: ranks reversed', () =>
    expect(worst(computed([...params.arrivalsPerHour].reverse()), one.expected)).toBeGreaterThan(TOLERANCE));
});

describe.each(of('qed').map((one) => [one.id, one] as const))('%s', (_, one) => {
  const { beta, thetaOverMu } = one.params as unknown as { beta: number[]; thetaOverMu?: number };
  const computed = (sabotage: number): Record<string, number[]> =>
    thetaOverMu === undefined
      ? { alpha: beta.map((b) => halfinWhittWaitFraction(b * sabotage)) }
      : {
          pWait: beta.map((b) => garnettWaitFraction(b, thetaOverMu * sabotage)),
          sqrtN_pAbandon: beta.map((b) => garnettScaledAbandonment(b, thetaOverMu * sabotage)),
        };
  test('agrees', () => expect(worst(computed(1), one.expected)).toBeLessThan(TOLERANCE));
  test('sabotage: off by 2%', () => expect(worst(computed(1.02), one.expected)).toBeGreaterThan(TOLERANCE));
});

describe.each(of('busyness').map((one) => [one.id, one] as const))('%s', (_, one) => {
  const params = one.params as unknown as Call & { gammaAlpha: number };
  const centre = centreOf(params);

  /** E[B x(B)] / E[B] over B ~ Gamma(alpha, alpha) by the trapezoid rule, which converges geometrically on a density that vanishes at both ends. */
  const mixture = (alpha: number): Record<string, number> => {
    const sums = { pAbandon: 0, meanWaitAllSec: 0, slServedOverOffered: 0 };
    let weights = 0;
    let busy = 0;
    let density = 0;
    const spread = 1 / Math.sqrt(alpha);
    for (let k = 1; k <= 300; k++) {
      const b = Math.max(0, 1 - 8 * spread) + (k / 300) * (Math.min(1, 8 * spread) + 10 * spread);
      const weight = exp(alpha * log(alpha) - logGamma(alpha) + (alpha - 1) * log(b) - alpha * b);
      const at = performanceOf({ ...centre, callsPerHour: centre.callsPerHour * b });
      sums.pAbandon += weight * b * at.abandonedFraction;
      sums.meanWaitAllSec += weight * b * at.meanWaitSeconds;
      sums.slServedOverOffered += weight * b * at.serviceLevel['answered / offered'];
      weights += weight * b;
      busy += weight * at.occupancyFraction;
      density += weight;
    }
    const atMean = performanceOf(centre);
    return {
      pAbandon: sums.pAbandon / weights,
      meanWaitAllSec: sums.meanWaitAllSec / weights,
      slServedOverOffered: sums.slServedOverOffered / weights,
      occupancy: busy / density,
      pAbandonAtMeanRate: atMean.abandonedFraction,
      meanWaitAllSecAtMeanRate: atMean.meanWaitSeconds,
      slAtMeanRate: atMean.serviceLevel['answered / offered'],
    };
  };
  test('agrees', () => expect(worst(mixture(params.gammaAlpha), one.expected)).toBeLessThan(TOLERANCE));
  test('sabotage: busyness 2% less varied', () =>
    expect(worst(mixture(params.gammaAlpha * 1.04), one.expected)).toBeGreaterThan(TOLERANCE));
});

describe.each(of('retrial-fcr').map((one) => [one.id, one] as const))('%s', (_, one) => {
  const params = one.params as unknown as { newIssuesPerHour: number; ahtSec: number; agents: number; pRecontact: number };
  /** Jackson: the agents see an Erlang C queue at the inflated rate. */
  const computed = (recontact: number): Record<string, number> => {
    const contacts = params.newIssuesPerHour / (1 - recontact);
    const p = performanceOf({ callsPerHour: contacts, ahtSeconds: params.ahtSec, agents: params.agents });
    return { contactsPerHour: contacts, contactsPerIssue: 1 / (1 - recontact), ...named(p) };
  };
  const expected = without(one.expected, 'queueStateDist');
  test('agrees', () => expect(worst(computed(params.pRecontact), expected)).toBeLessThan(TOLERANCE));
  test('sabotage: 2% fewer recontacts', () => expect(worst(computed(params.pRecontact * 0.98), expected)).toBeGreaterThan(TOLERANCE));
});

describe.each(of('chat').map((one) => [one.id, one] as const))('%s', (_, one) => {
  const params = one.params as unknown as Call & { ahtSecAtConcurrency: number[] };
  /** One chat at a time is Erlang A. */
  const computed = (sabotage: number): Record<string, number> => {
    const p = performanceOf(centreOf({ ...params, ahtSec: params.ahtSecAtConcurrency[0]! * sabotage }));
    return {
      pAbandon: p.abandonedFraction,
      meanWaitAllSec: p.meanWaitSeconds,
      avgChatsInService: p.meanBusyAgents,
      agentsBusyAtLeastOne: p.meanBusyAgents,
      occupancyAnyChat: p.occupancyFraction,
      pAllFull: p.allBusyFraction,
    };
  };
  const expected = without(one.expected, 'meanChatDurationSec', 'observedConcurrency');
  test('agrees', () => expect(worst(computed(1), expected)).toBeLessThan(TOLERANCE));
  test('sabotage: handle time off by 2%', () => expect(worst(computed(1.02), expected)).toBeGreaterThan(TOLERANCE));
});

test('every case is used, and says where it is from', () => {
  const used = [
    'erlang-b',
    'erlang-c',
    'erlang-a',
    'general-patience',
    'finite-buffer',
    'staffing',
    'priority',
    'qed',
    'busyness',
    'retrial-fcr',
    'chat',
  ];
  expect(cases.filter((one) => !used.includes(one.family) || one.source === '')).toEqual([]);
  expect(cases).toHaveLength(51);
});
