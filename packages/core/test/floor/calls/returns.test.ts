import { describe, expect, it } from 'vitest';
import { origins, type ContactLog } from '../../../src/floor/calls/contactLog.ts';
import { contentCustomers, type Customers } from '../../../src/floor/calls/customers.ts';
import { purposeKey, purposes } from '../../../src/random/keyedStream.ts';
import { seedKey } from '../../../src/random/seed.ts';
import { threefry4x32 } from '../../../src/random/threefry.ts';
import { uniformOf } from '../../../src/random/uniform.ts';
import { log as logarithm } from '@percall/numeric';
import { published } from './cases.ts';
import {
  always,
  busyOf,
  columnOf,
  endless,
  exponential,
  holds,
  judge,
  mostErrors,
  planOf,
  ratioOf,
  simulate,
  tally,
  type Estimate,
  type Judgement,
  type TallyParts,
} from './support.ts';

interface Returns {
  /** Chance that who gave up tries again, and that who was served comes back. */
  readonly redials: number;
  readonly comesBack: number;
  readonly delaySeconds: number;
  readonly workSeconds: number;
  readonly patienceSeconds: number;
}

/** Customers whose every attempt has draws of its own, keyed by customer and attempt: new delay, work and patience each time, all exponential. */
const returning =
  (seed: string, { redials, comesBack, delaySeconds, workSeconds, patienceSeconds }: Returns) =>
  (log: ContactLog): Customers => {
    const key = purposeKey(seedKey(seed), purposes.needs);
    const words = new Int32Array(4);
    const again = (share: number, contact: number, next: number, now: Float64Array): boolean => {
      threefry4x32(words, key, log.customer[contact]!, log.attempt[contact]!, 0, 0);
      if (uniformOf(words[0]!) >= share) return false;
      log.time[next] = now[0]! - delaySeconds * logarithm(uniformOf(words[1]!));
      log.work[next] = -workSeconds * logarithm(uniformOf(words[2]!));
      log.patience[next] = patienceSeconds === Infinity ? Infinity : -patienceSeconds * logarithm(uniformOf(words[3]!));
      return true;
    };
    return {
      ...contentCustomers,
      isResolved: () => comesBack === 0,
      redials: (contact, next, now) => again(redials, contact, next, now),
      comesBack: (contact, next, now) => again(comesBack, contact, next, now),
    };
  };

const cut: TallyParts = { batches: 60, warmUp: 6 };
const { batches } = cut;

interface Centre extends Returns {
  readonly firstPerHour: number;
  readonly agents: number;
}

/** First attempts come as a Poisson process; attempts are counted as they come. The plan ends after the last batch, or those who return never would. */
function measure(centre: Centre, hours: number, seed: string): Record<string, Estimate> {
  const { firstPerHour, agents, workSeconds, patienceSeconds } = centre;
  const seconds = (hours * 3600) / batches;
  const plan = planOf({ staffing: always([agents], batches + cut.warmUp!, seconds), end: seconds * (batches + cut.warmUp! + 2) });
  const patience = patienceSeconds === Infinity ? endless : exponential(patienceSeconds);
  const run = simulate(plan, [{ rate: firstPerHour / 3600, work: exponential(workSeconds), patience }], seed, {
    customersOf: returning(seed, centre),
  });
  const { log } = run;
  const all = tally(run, cut);
  const first = tally(run, { ...cut, isOf: (contact) => log.origin[contact] === origins.need });
  const controls = [
    first.offered.map((count) => count - (firstPerHour * seconds) / 3600),
    all.work.map((work, batch) => work - all.offered[batch]! * workSeconds),
  ];
  const ratio = (above: Float64Array, below: Float64Array | number): Estimate => ratioOf(above, below, controls);
  const busy = busyOf(run, cut);
  const scaled = (column: Float64Array, by: number): Float64Array => columnOf(batches, (batch) => column[batch]! * by);
  return {
    totalAttemptsPerHour: ratio(scaled(all.offered, 3600), seconds),
    contactsPerHour: ratio(scaled(all.offered, 3600), seconds),
    inflation: ratio(all.offered, (firstPerHour * seconds) / 3600),
    contactsPerIssue: ratio(all.offered, (firstPerHour * seconds) / 3600),
    pAbandonPerAttempt: ratio(all.abandoned, all.offered),
    meanWaitPerAttemptSec: ratio(all.waitAll, all.offered),
    pWait: ratio(all.delayed, all.offered),
    asaSec: ratio(all.waitServed, all.handled),
    avgQueue: ratio(all.waitAll, seconds),
    occupancy: ratio(busy, seconds * agents),
  };
}

/** An agent is busy all the time, or nearly so: that is a statement without an error. */
function compare(measured: Record<string, Estimate>, expected: Readonly<Record<string, unknown>>): Judgement {
  const figures: Record<string, number> = {};
  const told: Record<string, Estimate> = {};
  for (const [name, figure] of Object.entries(measured)) {
    const wanted = expected[name];
    if (typeof wanted !== 'number') continue;
    if (name === 'occupancy' && wanted === 1) expect(figure.value).toBeCloseTo(1, 9);
    else [told[name], figures[name]] = [figure, wanted];
  }
  return judge(told, figures);
}

interface Params {
  readonly firstAttemptsPerHour: number;
  readonly ahtSec: number;
  readonly agents: number;
  readonly patience: { readonly meanSec: number };
  readonly pRedialAfterAbandon: number;
  readonly pRecontactAfterService: number;
  readonly returnDelayMeanSec: number;
}

describe('redials and repeats, against a chain in two dimensions', () => {
  const run = (id: string, hours: number, changes: Partial<Centre> = {}): Judgement => {
    const { params, expected } = published<Params>(id);
    const centre: Centre = {
      firstPerHour: params.firstAttemptsPerHour,
      agents: params.agents,
      redials: params.pRedialAfterAbandon,
      comesBack: params.pRecontactAfterService,
      delaySeconds: params.returnDelayMeanSec,
      workSeconds: params.ahtSec,
      patienceSeconds: params.patience.meanSec,
    };
    return compare(measure({ ...centre, ...changes }, hours, id), expected);
  };
  it('rt-redial-50', () => holds(run('rt-redial-50', 1500), 0.021));
  it('rt-redial-reconnect', () => holds(run('rt-redial-reconnect', 1500), 0.032));
  it('rt-overload', () => holds(run('rt-overload', 300), 0.017));
  it('twins: another share that redials, or repeats, fails', () => {
    expect(run('rt-redial-50', 300, { redials: 0.4 }).worst).toBeGreaterThan(2 * mostErrors);
    expect(run('rt-redial-reconnect', 300, { comesBack: 0.12 }).worst).toBeGreaterThan(10);
  });
});

describe('repeats of the patient: a Jackson network, whatever the delay', () => {
  const run = (id: string, hours: number, share?: number): Judgement => {
    const { params, expected } = published<{ newIssuesPerHour: number; ahtSec: number; agents: number; pRecontact: number }>(id);
    return compare(
      measure(
        {
          firstPerHour: params.newIssuesPerHour,
          agents: params.agents,
          redials: 0,
          comesBack: share ?? params.pRecontact,
          delaySeconds: 3600,
          workSeconds: params.ahtSec,
          patienceSeconds: Infinity,
        },
        hours,
        id,
      ),
      expected,
    );
  };
  it('fcr-70', () => holds(run('fcr-70', 4500), 0.13));
  it('fcr-60-small', () => holds(run('fcr-60-small', 10000), 0.073));
  it('twin: another share fails', () => expect(run('fcr-60-small', 3000, 0.42).worst).toBeGreaterThan(2 * mostErrors));
});

describe('redials into lasting overload', () => {
  /** Twenty times the size, where the fluid limit holds: 1,000 agents who do 12,000 an hour. */
  const run = (redials: number): Record<string, Estimate> => {
    const { params } = published<Record<string, number>>('fl-redial-overload');
    const scale = 20;
    const capacity = params['capacityPerHour']! * scale;
    const workSeconds = 300;
    return measure(
      {
        firstPerHour: params['firstPerHour']! * scale,
        agents: (capacity * workSeconds) / 3600,
        redials,
        comesBack: params['pRecontact']!,
        delaySeconds: 60,
        workSeconds,
        patienceSeconds: 90,
      },
      12,
      'fl-redial-overload',
    );
  };
  const off = (measured: Record<string, Estimate>): number => {
    const { expected } = published('fl-redial-overload');
    return Math.max(
      Math.abs(measured['totalAttemptsPerHour']!.value / 20 / expected['attemptsPerHour']! - 1),
      Math.abs(measured['pAbandonPerAttempt']!.value / expected['pAbandonPerAttempt']! - 1),
    );
  };
  it('fl-redial-overload: within 2 in 100', () => expect(off(run(0.8))).toBeLessThan(0.02));
  it('twin: another share fails', () => expect(off(run(0.7))).toBeGreaterThan(0.1));
});
