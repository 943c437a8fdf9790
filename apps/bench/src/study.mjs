import { PerformanceObserver } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { compile, parseDocument } from './engine.mjs';
import { timed } from './clock.mjs';
import { spell, spellSeconds } from './table.mjs';

/** Replications run and thrown away first, so that the engine is compiled. */
const warmUp = 64;
const chunk = 64;

/** A whole study: parse, compile, replicate, summarise. */
export async function measureStudy(engine, text, replications) {
  const parsed = timed(() => parseDocument(engine, text));
  const compiled = timed(() => compile(engine, parsed.result));
  const study = compiled.result;
  const run = engine.core.createReplicator(study);
  run(0, warmUp);

  let collections = 0;
  const observer = new PerformanceObserver((list) => (collections += list.getEntries().length));
  observer.observe({ entryTypes: ['gc'] });
  const before = process.memoryUsage().heapUsed;
  const shards = [];
  const replicated = timed(() => {
    for (let from = 0; from < replications; from += chunk) shards.push(run(from, Math.min(from + chunk, replications)));
  });
  const grown = process.memoryUsage().heapUsed - before;
  const kept = shards.reduce((sum, { totals }) => sum + totals.reduce((bytes, { byteLength }) => bytes + byteLength, 0), 0);
  // Collections are reported a little later.
  await setTimeout(50);
  observer.disconnect();
  const summarised = timed(() => engine.core.summarise(study, shards));
  const { intervals } = study.models[0].calendar;
  const perReplication = replicated.cpuSeconds / replications;
  return [
    ['study', 'value'],
    ['scenarios x intervals', `${study.models.length} x ${intervals}`],
    ['parse and check', spellSeconds(parsed.wallSeconds)],
    ['compile', spellSeconds(compiled.wallSeconds)],
    [`replicate ${replications}, wall`, spellSeconds(replicated.wallSeconds)],
    [`replicate ${replications}, CPU`, spellSeconds(replicated.cpuSeconds)],
    ['replications per CPU second', spell(1 / perReplication)],
    ['CPU per replication', spellSeconds(perReplication)],
    ['CPU per interval and scenario', spellSeconds(perReplication / study.models.length / intervals)],
    ['totals kept per replication', `${spell(kept / replications)} B`],
    ['growth of the JavaScript heap per replication', `${spell(grown / replications)} B`],
    ['garbage collections meanwhile', `${collections}`],
    ['summarise', spellSeconds(summarised.wallSeconds)],
    ['peak memory', `${spell(process.resourceUsage().maxRSS / 1024)} MiB`],
  ];
}
