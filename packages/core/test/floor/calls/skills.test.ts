import { describe, expect, it } from 'vitest';
import { outcomes, flags } from '../../../src/floor/calls/contactLog.ts';
import { contentCustomers, type Customers } from '../../../src/floor/calls/customers.ts';
import { published } from './cases.ts';
import {
  always,
  busyOf,
  callbackOf,
  columnOf,
  controlsOf,
  exponential,
  holds,
  judge,
  mostErrors,
  planOf,
  queueOf,
  ratioOf,
  simulate,
  skillOf,
  slowdownOf,
  streamOf,
  tally,
  uniform,
  type Around,
  type Estimate,
  type Judgement,
  type PlanParts,
  type Run,
  type Source,
  type Tally,
  type TallyParts,
} from './support.ts';

const cut: TallyParts = { batches: 60, warmUp: 3 };
const batches = cut.batches;

/** One run in steady state, cut into batches; counts of each queue that contacts came to, and controls of all. */
interface Steady {
  readonly run: Run;
  readonly seconds: number;
  readonly of: readonly Tally[];
  readonly ratio: (above: Float64Array, below: Float64Array | number) => Estimate;
}

interface Floor extends Omit<PlanParts, 'staffing'> {
  readonly agents: readonly number[];
  readonly sources: readonly (Source & { readonly rate: number; readonly workMean: number })[];
  readonly around?: Around;
  readonly awt?: number;
}

function steady({ agents, sources, around, awt = 0, ...parts }: Floor, contacts: number, seed: string): Steady {
  const rate = sources.reduce((sum, source) => sum + source.rate, 0);
  const seconds = contacts / batches / rate;
  const plan = planOf({ ...parts, groups: agents.length, staffing: always(agents, batches + cut.warmUp!, seconds) });
  const run = simulate(plan, sources, seed, around);
  const { log } = run;
  const of = sources.map(({ queue = 0 }) => tally(run, { ...cut, awt, isOf: (contact) => log.asked[contact] === queue }));
  const controls = of.flatMap((counts, at) => controlsOf(counts, sources[at]!.rate * seconds, sources[at]!.workMean));
  return { run, seconds, of, ratio: (above, below) => ratioOf(above, below, controls) };
}

const source = (queue: number, perHour: number, aht: number, patience?: number) => ({
  queue,
  rate: perHour / 3600,
  work: exponential(aht),
  workMean: aht,
  ...(patience === undefined ? {} : { patience: exponential(patience) }),
});

/** Figures of several classes, as name[class]. */
function flat(expected: Readonly<Record<string, number | readonly number[]>>): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const [name, figure] of Object.entries(expected)) {
    if (typeof figure === 'number') figures[name] = figure;
    else for (const [at, each] of figure.entries()) figures[`${name}[${at}]`] = each;
  }
  return figures;
}

function perClass({ of, ratio, seconds }: Steady): Record<string, Estimate> {
  return Object.fromEntries(
    of.flatMap(({ offered, abandoned, delayed, waitAll }, at) => [
      [`avgQueue[${at}]`, ratio(waitAll, seconds)],
      [`meanWaitAllSec[${at}]`, ratio(waitAll, offered)],
      [`pAbandon[${at}]`, ratio(abandoned, offered)],
      [`pWait[${at}]`, ratio(delayed, offered)],
    ]),
  );
}
const sumOf = (...columns: readonly Float64Array[]): Float64Array =>
  columnOf(batches, (batch) => columns.reduce((sum, column) => sum + column[batch]!, 0));

describe('priority: one group, two queues of different rank', () => {
  const cobham = (id: string, contacts: number, ranks: readonly number[] = [0, 1]): Judgement => {
    const { params, expected } = published<{ arrivalsPerHour: number[]; ahtSec: number; agents: number }>(id);
    const { of, ratio } = steady(
      {
        queues: [queueOf(), queueOf()],
        skills: ranks.map((queueRank, queue) => skillOf(queue, 0, { queueRank })),
        agents: [params.agents],
        sources: params.arrivalsPerHour.map((perHour, queue) => source(queue, perHour, params.ahtSec)),
      },
      contacts,
      id,
    );
    const [high, low] = of as [Tally, Tally];
    return judge(
      {
        pWait: ratio(sumOf(high.delayed, low.delayed), sumOf(high.offered, low.offered)),
        asaHighSec: ratio(high.waitAll, high.offered),
        asaLowSec: ratio(low.waitAll, low.offered),
        asaOverallSec: ratio(sumOf(high.waitAll, low.waitAll), sumOf(high.offered, low.offered)),
      },
      expected,
    );
  };
  it('pr-2class-25', () => holds(cobham('pr-2class-25', 900_000), 0.13));
  it('pr-2class-small', () => holds(cobham('pr-2class-small', 600_000), 0.066));
  it('twin: ranks ignored fail', () => expect(cobham('pr-2class-25', 200_000, [0, 0]).worst).toBeGreaterThan(10));

  it('pr-v-aband', () => {
    const run = (ranks: readonly number[], contacts: number): Judgement => {
      const id = 'pr-v-aband';
      const { params, expected } = published<{ arrivalsPerHour: number[]; ahtSec: number; agents: number; patienceMeanSec: number[] }>(id);
      const done = steady(
        {
          queues: [queueOf(), queueOf()],
          skills: ranks.map((queueRank, queue) => skillOf(queue, 0, { queueRank })),
          agents: [params.agents],
          sources: params.arrivalsPerHour.map((perHour, queue) => source(queue, perHour, params.ahtSec, params.patienceMeanSec[queue])),
        },
        contacts,
        id,
      );
      const classes = Object.fromEntries(Object.entries(perClass(done)).filter(([name]) => !name.startsWith('pWait')));
      const [one, two] = done.of as [Tally, Tally];
      return judge(
        {
          ...classes,
          pWait: done.ratio(sumOf(one.delayed, two.delayed), sumOf(one.offered, two.offered)),
          occupancy: done.ratio(busyOf(done.run, cut), done.seconds * params.agents),
        },
        flat(expected),
      );
    };
    holds(run([0, 1], 500_000), 0.04);
    expect(run([0, 0], 100_000).worst, 'twin').toBeGreaterThan(10);
  });
});

describe('skills', () => {
  /** Specialists A for class 1, generalists B for both. `ranksOfB`: whom a freed B takes first. */
  const nDesign = (id: string, contacts: number, ranksOfB: readonly [number, number], reserve = 0): Judgement => {
    const { params, expected } = published<
      { arrivalsPerHour: number[]; ahtSecByPool: number[]; agents: { A: number; B: number } },
      Record<string, number[]>
    >(id);
    const { A, B } = params.agents;
    const done = steady(
      {
        queues: [queueOf(), queueOf()],
        skills: [
          skillOf(0, 0),
          skillOf(0, 1, { groupRank: 1, queueRank: ranksOfB[0], reserve }),
          skillOf(1, 1, { queueRank: ranksOfB[1] }),
        ],
        agents: [A, B],
        sources: params.arrivalsPerHour.map((perHour, queue) => source(queue, perHour, 300, 180)),
      },
      contacts,
      id,
    );
    return judge(
      {
        ...perClass(done),
        'occupancy[0]': done.ratio(busyOf(done.run, cut, 0), done.seconds * A),
        'occupancy[1]': done.ratio(busyOf(done.run, cut, 1), done.seconds * B),
      },
      flat(expected),
    );
  };
  it('sk-n-prio2', () => holds(nDesign('sk-n-prio2', 600_000, [1, 0]), 0.033));
  it('sk-n-prio1', () => holds(nDesign('sk-n-prio1', 600_000, [0, 1]), 0.04));
  it('sk-n-reserve1', () => holds(nDesign('sk-n-reserve1', 600_000, [1, 0], 1), 0.029));
  it('twins: ranks the other way round, and no reserve, fail', () => {
    expect(nDesign('sk-n-prio2', 150_000, [0, 1]).worst).toBeGreaterThan(10);
    expect(nDesign('sk-n-reserve1', 150_000, [1, 0], 0).worst).toBeGreaterThan(10);
  });

  /** One agent to a group: who came first is served first, by the agent idle longest. */
  const alis = (id: string, contacts: number, ranked = false): Judgement => {
    const { params, expected } = published<
      { arrivalsPerHour: number[]; compatible: number[][]; serviceRatePerHourByAgent: number[] },
      Record<string, number[]>
    >(id);
    const rates = params.serviceRatePerHourByAgent;
    const done = steady(
      {
        queues: params.arrivalsPerHour.map(() => queueOf()),
        skills: params.compatible.flatMap((can, queue) =>
          can.flatMap((yes, group) =>
            yes ? [skillOf(queue, group, { handleTimeFactor: rates[0]! / rates[group]!, groupRank: ranked ? -group : 0 })] : [],
          ),
        ),
        agents: rates.map(() => 1),
        sources: params.arrivalsPerHour.map((perHour, queue) => source(queue, perHour, 3600 / rates[0]!)),
      },
      contacts,
      id,
    );
    const classes = Object.fromEntries(
      Object.entries(perClass(done)).flatMap(([name, figure]) =>
        name.startsWith('pAbandon') ? [] : [[name.replace('meanWaitAllSec', 'meanWaitSec'), figure]],
      ),
    );
    const agents = rates.map((_, group) => [`utilByAgent[${group}]`, done.ratio(busyOf(done.run, cut, group), done.seconds)] as const);
    return judge({ ...classes, ...Object.fromEntries(agents) }, flat(expected));
  };
  it('sk-fcfs-alis-n', () => holds(alis('sk-fcfs-alis-n', 500_000), 0.04));
  it('sk-fcfs-alis-chain', () => holds(alis('sk-fcfs-alis-chain', 500_000), 0.039));
  it('twin: agents by rank and not by idle time fail', () => expect(alis('sk-fcfs-alis-n', 150_000, true).worst).toBeGreaterThan(10));

  it('sk-pool-2x', () => {
    const id = 'sk-pool-2x';
    const { params, expected } = published<Record<string, number>>(id);
    const run = (pooled: boolean, contacts: number): Judgement => {
      const done = steady(
        {
          queues: [queueOf(), queueOf()],
          skills: [skillOf(0, 0), skillOf(1, 1), ...(pooled ? [skillOf(0, 1), skillOf(1, 0)] : [])],
          agents: [params['agentsEach']!, params['agentsEach']!],
          awt: params['awtSec']!,
          sources: [0, 1].map((queue) => source(queue, params['arrivalsPerHourEach']!, params['ahtSec']!, params['patienceMeanSec'])),
        },
        contacts,
        id,
      );
      const all = (key: keyof Omit<Tally, 'batches'>): Float64Array => sumOf(...done.of.map((counts) => counts[key]));
      const name = pooled ? 'pooled' : 'separate';
      return judge(
        {
          [`${name}_pAbandon`]: done.ratio(all('abandoned'), all('offered')),
          [`${name}_waitSec`]: done.ratio(all('waitAll'), all('offered')),
          [`${name}_sl`]: done.ratio(all('within'), all('offered')),
        },
        expected,
      );
    };
    holds(run(false, 500_000), 0.041);
    holds(run(true, 500_000), 0.041);
  });
});

describe('IVR: lines shared by the IVR and the agents', () => {
  const run = (id: string, contacts: number, extra = 0): Judgement => {
    const { params, expected } = published<Record<string, number>>(id);
    const of = (name: string): number => params[name]!;
    const trunks = of('trunks') + extra;
    const agents = of('agents');
    const door = { ...source(0, of('arrivalsPerHour'), of('ahtSec')), ivr: exponential(of('ivrMeanSec')), contained: 1 - of('pToAgent') };
    const { run, of: counts, ratio, seconds } = steady({ trunks, agents: [agents], sources: [door] }, contacts, id);
    const { offered, blocked, handled, delayed, waitAll, admitted } = counts[0]!;
    const { log } = run;
    const inIvr = new Float64Array(batches);
    const left = new Float64Array(batches);
    for (let contact = 0; contact < log.count; contact++) {
      const batch = log.period[contact]! - cut.warmUp!;
      if (batch < 0 || batch >= batches || log.outcome[contact] === outcomes.blocked) continue;
      inIvr[batch]! += log.ivrSeconds[contact]!;
      if (log.outcome[contact] === outcomes.leftInIvr) left[batch]!++;
    }
    return judge(
      {
        pBlock: ratio(blocked, offered),
        avgInIvr: ratio(inIvr, seconds),
        avgBusyAgents: ratio(busyOf(run, cut), seconds),
        occupancy: ratio(busyOf(run, cut), seconds * agents),
        avgQueue: ratio(waitAll, seconds),
        pWaitGivenAgent: ratio(delayed, handled),
        meanWaitAgentCallsSec: ratio(waitAll, handled),
        contained: ratio(left, admitted),
      },
      expected,
    );
  };
  it('ivr-80-30', () => holds(run('ivr-80-30', 800_000), 0.33));
  it('ivr-tight', () => holds(run('ivr-tight', 600_000), 0.13));
  it('twin: one line too many fails', () => expect(run('ivr-tight', 300_000, 1).worst).toBeGreaterThan(2 * mostErrors));
});

describe('chat: several contacts to an agent, slower the more there are', () => {
  const run = (id: string, contacts: number, slows = true): Judgement => {
    const { params, expected } = published<{
      arrivalsPerHour: number;
      agents: number;
      maxConcurrency: number;
      ahtSecAtConcurrency: number[];
      patience: { meanSec: number };
    }>(id);
    const [aht, ...more] = params.ahtSecAtConcurrency as [number, ...number[]];
    const slowdown = slowdownOf(1, ...more.map((each) => (slows ? each / aht : 1)));
    const done = steady(
      {
        queues: [queueOf({ concurrency: params.maxConcurrency, slowdown })],
        agents: [params.agents],
        sources: [source(0, params.arrivalsPerHour, aht, params.patience.meanSec)],
      },
      contacts,
      id,
    );
    const { offered, abandoned, handled, delayed, waitAll } = done.of[0]!;
    const { log } = done.run;
    const inHand = new Float64Array(batches);
    for (let contact = 0; contact < log.count; contact++) {
      const batch = log.period[contact]! - cut.warmUp!;
      if (batch >= 0 && batch < batches && log.outcome[contact] === outcomes.handled)
        inHand[batch]! += log.end[contact]! - log.start[contact]!;
    }
    const busy = busyOf(done.run, cut);
    return judge(
      {
        pAbandon: done.ratio(abandoned, offered),
        meanWaitAllSec: done.ratio(waitAll, offered),
        pAllFull: done.ratio(delayed, offered),
        avgChatsInService: done.ratio(inHand, done.seconds),
        meanChatDurationSec: done.ratio(inHand, handled),
        agentsBusyAtLeastOne: done.ratio(busy, done.seconds),
        observedConcurrency: done.ratio(inHand, busy),
        occupancyAnyChat: done.ratio(busy, done.seconds * params.agents),
      },
      expected,
    );
  };
  it('ch-k1', () => holds(run('ch-k1', 500_000), 0.025));
  it('ch-k3-small', () => holds(run('ch-k3-small', 600_000), 0.036));
  it('twin: without slowdown it fails', () => expect(run('ch-k3-small', 100_000, false).worst).toBeGreaterThan(10));
});

describe('callback', () => {
  /** Who is called back accepts, and answers, by draws of the contact's own. */
  const willing =
    (seed: string, accepts: number, answers = 1): NonNullable<Around['customersOf']> =>
    (log): Customers => {
      const stream = streamOf(seed, 99);
      const draws = Float64Array.from({ length: 4 * log.count }, () => uniform(stream));
      return {
        ...contentCustomers,
        acceptsCallback: (contact) => draws[4 * contact]! < accepts,
        answers: (contact, dialled) => draws[4 * contact + dialled]! < answers,
      };
    };

  interface Counted extends Steady {
    readonly called: Float64Array;
    readonly lost: Float64Array;
    readonly online: Float64Array;
    readonly waitOnline: Float64Array;
    readonly waitCalled: Float64Array;
    readonly reached: Float64Array;
  }
  /** Callbacks apart from who stays on the line. */
  function count(done: Steady): Counted {
    const { log } = done.run;
    const [called, lost, online, waitOnline, waitCalled, reached] = Array.from({ length: 6 }, () => new Float64Array(batches)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    for (let contact = 0; contact < log.count; contact++) {
      const batch = log.period[contact]! - cut.warmUp!;
      if (batch < 0 || batch >= batches) continue;
      if ((log.flags[contact]! & flags.callback) !== 0) {
        called[batch]!++;
        if (log.outcome[contact] === outcomes.callbackLost) lost[batch]!++;
        else {
          reached[batch]!++;
          waitCalled[batch]! += log.start[contact]! - log.joined[contact]!;
        }
      } else {
        online[batch]!++;
        waitOnline[batch]! +=
          (log.outcome[contact] === outcomes.abandoned ? log.end[contact]! : log.start[contact]!) - log.joined[contact]!;
      }
    }
    return { ...done, called, lost, online, waitOnline, waitCalled, reached };
  }

  /** Callbacks wait in a queue of lower rank, and leave agents idle for the line. */
  const apart = (id: string, contacts: number, changes: { reserve?: number; rank?: number } = {}): Judgement => {
    const { params, expected } = published<Record<string, number> & { patience: { meanSec: number } }>(id);
    const of = (name: string): number => params[name]!;
    const { reserve = of('reserveIdle'), rank = 1 } = changes;
    const callback = callbackOf({ queue: 1, offerFromWaiting: of('offerWhenOnlineWaitingAtLeast') });
    const done = count(
      steady(
        {
          queues: [queueOf({ callback }), queueOf()],
          skills: [skillOf(0, 0), skillOf(1, 0, { queueRank: rank, reserve })],
          agents: [of('agents')],
          sources: [source(0, of('arrivalsPerHour'), of('ahtSec'), params.patience.meanSec)],
          around: { customersOf: willing(id, of('pAccept')) },
        },
        contacts,
        id,
      ),
    );
    const { ratio, seconds } = done;
    const { offered, abandoned } = done.of[0]!;
    const measured: Record<string, Estimate> = {
      callbackShare: ratio(done.called, offered),
      pAbandonAllOffered: ratio(abandoned, offered),
      pAbandonOnline: ratio(abandoned, done.online),
      meanWaitOnlineSec: ratio(done.waitOnline, done.online),
      meanCallbackWaitSec: ratio(done.waitCalled, done.reached),
      avgOnlineQueue: ratio(done.waitOnline, seconds),
      avgCallbackQueue: ratio(done.waitCalled, seconds),
      occupancy: ratio(busyOf(done.run, cut), seconds * of('agents')),
    };
    const told = Object.fromEntries(Object.entries(measured).filter(([name]) => expected[name] !== 0));
    for (const name of Object.keys(measured)) if (expected[name] === 0) expect(measured[name]!.value, name).toBe(0);
    return judge(told, expected);
  };
  it('cb-thr5-p60', () => holds(apart('cb-thr5-p60', 800_000), 0.13));
  it('cb-thr3-small', () => holds(apart('cb-thr3-small', 600_000), 0.049));
  it('cb-all', () => holds(apart('cb-all', 800_000), 0.21));
  it('cb-reserve1', () => holds(apart('cb-reserve1', 600_000), 0.056));
  it('twins: callbacks of the same rank, and none kept free for the line, fail', () => {
    expect(apart('cb-thr3-small', 100_000, { rank: 0 }).worst).toBeGreaterThan(10);
    expect(apart('cb-reserve1', 100_000, { reserve: 0 }).worst).toBeGreaterThan(10);
  });

  /** Callbacks keep their place; offered by expected wait. `ownQueue` false: they lose it. */
  const hold = (id: string, contacts: number, keepsPlace = true): Judgement => {
    const { params, expected, se } = published<Record<string, number> & { patience: { meanSec: number } }>(id);
    const of = (name: string): number => params[name]!;
    const callback = callbackOf({
      queue: keepsPlace ? 0 : 1,
      offerFromSeconds: of('offerIfEwtSecAtLeast'),
      handleSeconds: of('ahtSec'),
      attempts: of('maxAttempts'),
      retryAfterSeconds: of('retryAfterSec'),
      dialSeconds: of('dialSec'),
    });
    const done = count(
      steady(
        {
          queues: [queueOf({ callback }), queueOf()],
          skills: [skillOf(0, 0), skillOf(1, 0, { queueRank: 1 })],
          agents: [of('agents')],
          sources: [source(0, of('arrivalsPerHour'), of('ahtSec'), params.patience.meanSec)],
          around: { customersOf: willing(id, of('pAccept'), of('pAnswer')) },
        },
        contacts,
        id,
      ),
    );
    const { ratio, seconds } = done;
    const { offered, abandoned, handled } = done.of[0]!;
    const busy = busyOf(done.run, cut);
    const measured: Record<string, Estimate> = {
      pAbandonAllOffered: ratio(abandoned, offered),
      callbackShare: ratio(done.called, offered),
      meanWaitOnlineSec: ratio(done.waitOnline, done.online),
      meanCallbackWaitSec: ratio(done.waitCalled, done.reached),
      occupancy: ratio(busy, seconds * of('agents')),
      completedPerOffered: ratio(handled, offered),
      ...(expected['callbackFailShare'] === undefined
        ? {}
        : { callbackFailShare: ratio(done.lost, done.called), agentSecPerCompleted: ratio(busy, handled) }),
    };
    return judge(measured, expected, se);
  };
  it('cb-vhold-ideal', () => holds(hold('cb-vhold-ideal', 700_000), 0.11));
  it('cb-vhold-overload', () => holds(hold('cb-vhold-overload', 600_000), 0.081));
  it('twin: a callback that loses its place fails', () => expect(hold('cb-vhold-ideal', 200_000, false).worst).toBeGreaterThan(10));
});
