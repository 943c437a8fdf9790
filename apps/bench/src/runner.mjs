#!/usr/bin/env node
// How soon a run stops, how often it answers on the way, and what a second worker is worth, on the bank preset.
//
//   node src/runner.mjs [--preset bank-ivr-verification] [--rounds 20]
//
// An abort is timed from the moment at which it was due, so that a thread which is too busy to be told counts as late; and again until the crew has run
// something else.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { printTable } from './table.mjs';

const { values: options } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== '--'),
  options: { preset: { type: 'string', default: 'bank-ivr-verification' }, rounds: { type: 'string', default: '20' } },
});
const load = (file) => import(new URL(`../../../packages/${file}`, import.meta.url));
const { parseScenario, presetText } = await load('scenario/dist/index.js');
const { compile, inLineCrew, streamStudy } = await load('runner/dist/index.js');
const { streamStudy: streamOverThreads, threadCrew } = await load('runner/dist/node.js');

const { document } = parseScenario(presetText(options.preset));
const rounds = Number(options.rounds);
const crews = { 'in line': inLineCrew, '2 threads': () => threadCrew(2) };
const studies = { instant: compile(document).study, exact: compile(document, { floor: 'calls' }).study };
const sorted = (values) => [...values].sort((a, b) => a - b);
const spread = (values) => {
  const all = sorted(values);
  return [all[all.length >> 1], all.at(-1)].map((each) => each.toFixed(1));
};

/** Milliseconds from a due abort to the rejection, and to the end of one replication of the instant floor that is asked for then. */
async function abortOnce(crew, study, after) {
  const controller = new AbortController();
  const due = performance.now() + after;
  setTimeout(() => controller.abort(), after);
  await crew.replicate({ study, from: 0, to: 1_000_000, signal: controller.signal }).catch(() => {});
  const rejected = performance.now() - due;
  await crew.replicate({ study: studies.instant, from: 0, to: 1, models: [0] });
  return { rejected, free: performance.now() - due };
}

const aborts = [['floor', 'crew', 'abort -> rejected, median ms', 'most', 'abort -> something else run, median ms', 'most']];
for (const [floor, study] of Object.entries(studies))
  for (const [name, start] of Object.entries(crews)) {
    const crew = start();
    await crew.replicate({ study, from: 0, to: 2 });
    const found = [];
    // At ever other places of a replication.
    for (let round = 0; round < rounds; round++) found.push(await abortOnce(crew, study, 150 + ((round * 61.8) % 100)));
    await crew.close();
    aborts.push([floor, name, ...spread(found.map(({ rejected }) => rejected)), ...spread(found.map(({ free }) => free))]);
  }
printTable(aborts);

/** Answers on the way to so many replications, and how long the thread was held up at most. */
async function streamOnce(stream, floor, replications, workers, kpis) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const start = performance.now();
  const moments = [];
  let told = 0;
  delay.enable();
  const own = { floor, replications, every: 100, workers, onProgress: () => (told += 1), ...(kpis === undefined ? {} : { kpis }) };
  for await (const answer of stream(document, own)) moments.push([performance.now() - start, answer.replications]);
  delay.disable();
  const seconds = (performance.now() - start) / 1000;
  const first = moments[0][0] / 1000;
  const upTo = (count) => {
    const some = moments.filter(([, each]) => each <= count);
    return some.length < 2 ? '-' : ((some.length - 1) / (some.at(-1)[0] / 1000 - first)).toFixed(1);
  };
  return [first.toFixed(2), upTo(512), upTo(replications), (told / seconds).toFixed(0), (delay.max / 1e6).toFixed(0), seconds.toFixed(1)];
}

const headline = () => false;
const streams = [
  [
    'floor',
    'futures',
    'crew',
    'KPIs',
    'first, s',
    'answers a second to 512',
    'to the end',
    'progress a second',
    'held up at most, ms',
    's',
  ],
];
for (const [floor, replications, crew, stream, workers] of [
  ['erlang', 1024, 'in line', streamStudy, undefined],
  ['erlang', 1024, '2 threads', streamOverThreads, 2],
  ['calls', 80, '2 threads', streamOverThreads, 2],
])
  for (const [kpis, asked] of [
    ['all', undefined],
    ['headline and floors', headline],
  ])
    streams.push([floor, String(replications), crew, kpis, ...(await streamOnce(stream, floor, replications, workers, asked))]);
console.log();
printTable(streams);

/** Seconds for so many replications. */
async function secondsOf(crew, study, to) {
  const start = performance.now();
  await crew.replicate({ study, from: 0, to });
  return (performance.now() - start) / 1000;
}

const speeds = [['floor', 'replications', '1 thread, s', '2 threads, s', 'times as fast']];
for (const [floor, to] of [
  ['instant', 512],
  ['exact', 8],
]) {
  const [one, two] = [threadCrew(1), threadCrew(2)];
  for (const crew of [one, two]) await crew.replicate({ study: studies[floor], from: 0, to: floor === 'exact' ? 2 : 64 });
  const found = { one: [], two: [] };
  // In turn, so that what else the machine does is shared.
  for (let round = 0; round < 3; round++) {
    found.one.push(await secondsOf(one, studies[floor], to));
    found.two.push(await secondsOf(two, studies[floor], to));
  }
  await Promise.all([one.close(), two.close()]);
  const [slow, fast] = [sorted(found.one)[1], sorted(found.two)[1]];
  speeds.push([floor, String(to), slow.toFixed(2), fast.toFixed(2), (slow / fast).toFixed(2)]);
}
console.log();
printTable(speeds);
