#!/usr/bin/env node
// The exact floor alone: nanoseconds an event, on workloads that need no document.
//
//   node src/floor.mjs [--rounds 9]
//
// queue: M/M/100+M. day: four contact types, six groups with levels, 96 staffing periods, callbacks that keep their place, redials; a day of 10,000
// contacts, and one of 33,000. Draws are timed by themselves: the floor reads columns.
import { constants, PerformanceObserver } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { cpuSeconds } from './clock.mjs';
import { printTable } from './table.mjs';
import { loadEngine } from './engine.mjs';

const { values: options } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== '--'),
  options: { rounds: { type: 'string', default: '9' } },
});
const { core, numeric, random } = await loadEngine(new URL('../../../', import.meta.url));
const { addContact, createAgentTime, createLog, outcomes, runCalls } = core;
const { exp, log, normalInverse } = numeric;

const state = new Int32Array(4);
const uniform = () => random.uniformOf(random.nextWord(state));
const exponential = () => -log(uniform());

const plainQueue = {
  concurrency: 1,
  slowdown: Float64Array.of(0, 1),
  deferred: false,
  closeGraceSeconds: Infinity,
  holdsTrunk: false,
  afterContactShare: 0,
  weight: 1,
  callback: null,
};

/** M/M/100+M at a load of 100, patience as long as a handle time. */
function queue(contacts) {
  const arrive = (contactLog) => {
    let time = 0;
    for (let i = 0; i < contacts; i++) {
      time += exponential() / 100;
      const contact = addContact(contactLog, 0);
      contactLog.time[contact] = time;
      contactLog.work[contact] = exponential();
      contactLog.patience[contact] = exponential();
    }
  };
  const plan = {
    queues: [{ ...plainQueue, name: 'line' }],
    groups: ['team'],
    skills: [{ queue: 0, group: 0, handleTimeFactor: 1, groupRank: 0, queueRank: 0, overflowAfterSeconds: 0, reserve: 0 }],
    periodStart: Float64Array.of(0),
    periodEnd: Float64Array.of(1e9),
    agents: Float64Array.of(100),
    trunks: Infinity,
    selection: 'longest-waiting',
    agentSelection: 'longest-idle',
    end: Infinity,
  };
  return { plan, arrive, callbacks: 0, redials: 0 };
}

/** A day with a peak in the morning and one in the afternoon, at the load of its agents. */
function day(scale) {
  const share = [0.4, 0.3, 0.2, 0.1];
  const handleSeconds = [300, 240, 420, 540];
  const patience = [180, 150, 240, 300];
  const bell = (hour, centre, width) => exp((-(hour - centre) * (hour - centre)) / width);
  const shape = Array.from(
    { length: 96 },
    (_, slot) => 0.02 + bell(slot / 4, 10.5, 5) + 0.8 * bell(slot / 4, 15.5, 8) + 0.15 * bell(slot / 4, 20, 6),
  );
  const whole = shape.reduce((sum, each) => sum + each, 0);
  const rate = (type, slot) => (10_000 * scale * share[type] * shape[slot]) / whole / 900;
  const staffShare = [0.25, 0.2, 0.18, 0.15, 0.1, 0.12];
  // Contact types of each group, with their level.
  const skillsOf = [
    [[0, 0]],
    [[1, 0]],
    [
      [3, 0],
      [2, 1],
    ],
    [
      [0, 0],
      [1, 0],
    ],
    [
      [2, 0],
      [1, 1],
    ],
    [
      [3, 0],
      [2, 1],
      [0, 2],
      [1, 2],
    ],
  ];
  const agents = new Float64Array(96 * 6);
  for (let slot = 0; slot < 96; slot++) {
    const load = handleSeconds.reduce((sum, seconds, type) => sum + rate(type, slot) * seconds, 0);
    staffShare.forEach((part, group) => (agents[slot * 6 + group] = Math.max(1, Math.round((load + 0.3 * Math.sqrt(load)) * part))));
  }
  const plan = {
    queues: handleSeconds.map((seconds, type) => ({
      ...plainQueue,
      name: `type ${type}`,
      callback: {
        offerFromSeconds: 60,
        handleSeconds: seconds,
        offerFromWaiting: 0,
        queue: type,
        attempts: 3,
        retryAfterSeconds: 900,
        dialSeconds: 20,
      },
    })),
    groups: staffShare.map((_, group) => `group ${group}`),
    skills: skillsOf.flatMap((skills, group) =>
      skills.map(([type, level]) => ({
        queue: type,
        group,
        handleTimeFactor: 1,
        groupRank: group,
        queueRank: level,
        overflowAfterSeconds: 0,
        reserve: 0,
      })),
    ),
    periodStart: Float64Array.from({ length: 96 }, (_, slot) => slot * 900),
    periodEnd: Float64Array.from({ length: 96 }, (_, slot) => (slot + 1) * 900),
    agents,
    trunks: Infinity,
    selection: 'longest-waiting',
    agentSelection: 'longest-idle',
    end: Infinity,
  };
  const sigma = 0.6;
  const next = new Float64Array(4);
  const arrive = (contactLog) => {
    for (let slot = 0; slot < 96; slot++) {
      for (let type = 0; type < 4; type++) next[type] = slot * 900 + exponential() / rate(type, slot);
      for (;;) {
        let type = 0;
        for (let other = 1; other < 4; other++) if (next[other] < next[type]) type = other;
        if (next[type] >= (slot + 1) * 900) break;
        const contact = addContact(contactLog, type);
        contactLog.time[contact] = next[type];
        contactLog.work[contact] = handleSeconds[type] * exp(sigma * normalInverse(uniform()) - 0.5 * sigma * sigma);
        contactLog.patience[contact] = patience[type] * exponential();
        next[type] += exponential() / rate(type, slot);
      }
    }
  };
  return { plan, arrive, callbacks: 0.3, redials: 0.2 };
}

function workload(name, { plan, arrive, callbacks, redials }, contacts) {
  const contactLog = createLog(contacts);
  const time = createAgentTime(plan);
  const customers = {
    isResolved: () => true,
    comesBack: () => false,
    acceptsCallback: () => uniform() < callbacks,
    answers: () => uniform() < 0.8,
    redials: (contact, following, clock) => {
      if (uniform() >= redials) return false;
      contactLog.time[following] = clock[0] + 600 * exponential();
      contactLog.patience[following] = 180 * exponential();
      return true;
    },
  };
  const run = (seed) => {
    random.startStream(state, Int32Array.of(seed, 1, 2, 3), 0, 0, 0, 0);
    contactLog.count = 0;
    const start = cpuSeconds();
    arrive(contactLog);
    const drawn = cpuSeconds();
    const arrived = contactLog.count;
    const from = performance.now();
    runCalls(plan, contactLog, customers, time);
    const to = performance.now();
    return { draws: (drawn - start) / arrived, floor: cpuSeconds() - drawn, events: time.events, arrived, from, to };
  };
  return {
    name,
    run,
    lost: () => contactLog.outcome.subarray(0, contactLog.count).filter((each) => each === outcomes.abandoned).length / contactLog.count,
  };
}

const workloads = [
  workload('queue, 1,000,000 contacts', queue(1_000_000), 1_000_000),
  workload('day of 10,000', day(1), 16_000),
  workload('day of 33,000', day(3.3), 50_000),
];
const garbage = [];
new PerformanceObserver((list) => garbage.push(...list.getEntries())).observe({ entryTypes: ['gc'] });
const rounds = Number(options.rounds);
const found = workloads.map(() => []);
for (let round = -2; round < rounds; round++)
  workloads.forEach(({ run }, at) => {
    const repeats = at === 0 ? 1 : 20;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const measured = run(round * repeats + repeat + 1000);
      if (round >= 0) found[at].push(measured);
    }
  });
await new Promise((soon) => setTimeout(soon, 100));
// What was collected while the floor ran: entries come late, and carry the time at which they began.
const collections = (at) => {
  const kinds = [constants.NODE_PERFORMANCE_GC_MINOR, constants.NODE_PERFORMANCE_GC_MAJOR];
  const inside = (gc) => found[at].some(({ from, to }) => gc.startTime >= from && gc.startTime < to);
  return garbage.filter((gc) => kinds.includes(gc.detail.kind) && inside(gc)).length;
};
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
printTable([
  [
    'workload',
    'events a contact',
    'abandoned',
    'draws, ns a contact',
    'floor, ns an event',
    'collections',
    'both, ns a contact',
    'both, ns an event',
  ],
  ...workloads.map(({ name, lost }, at) => {
    const events = median(found[at].map(({ events, arrived }) => events / arrived));
    const draws = median(found[at].map((each) => each.draws * 1e9));
    const floor = median(found[at].map((each) => (each.floor * 1e9) / each.events));
    const both = median(found[at].map((each) => each.draws * 1e9 + (each.floor * 1e9) / each.arrived));
    return [
      name,
      events.toFixed(2),
      `${(100 * lost()).toFixed(1)}%`,
      draws.toFixed(0),
      floor.toFixed(0),
      String(collections(at)),
      both.toFixed(0),
      (both / events).toFixed(0),
    ];
  }),
]);
