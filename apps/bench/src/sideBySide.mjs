import { compile, parseDocument } from './engine.mjs';
import { cpuSeconds } from './clock.mjs';
import { spell, spellSeconds } from './table.mjs';

const chunk = 16;

/** The same replications on two checkouts, a few at a time in turn: median time of each, their ratio, and how far their totals lie apart. */
export function compareReplications(engine, other, text, replications) {
  const sides = [other, engine].map((side) => {
    const study = compile(side, parseDocument(side, text));
    return { run: side.core.createReplicator(study), study, seconds: [] };
  });
  for (const { run } of sides) run(0, 2 * chunk);
  let farthest = 0;
  for (let from = 0; from + chunk <= replications; from += chunk) {
    const shards = sides.map(({ run, seconds }) => {
      const start = cpuSeconds();
      const shard = run(from, from + chunk);
      seconds.push((cpuSeconds() - start) / chunk);
      return shard;
    });
    farthest = Math.max(farthest, distance(shards[0].totals, shards[1].totals));
  }
  const [then, now] = sides.map(({ seconds }) => seconds.sort((a, b) => a - b)[seconds.length >> 1]);
  return [
    ['CPU per replication', 'median'],
    ['the other checkout', spellSeconds(then)],
    ['this one', spellSeconds(now)],
    ['times faster', spell(then / now)],
    ['largest relative difference of a total', farthest === 0 ? 'none' : farthest.toExponential(1)],
  ];
}

function distance(before, after) {
  let farthest = 0;
  before.forEach((totals, model) =>
    totals.forEach((total, at) => {
      const size = Math.max(Math.abs(total), Math.abs(after[model][at]));
      if (size > 1e-9) farthest = Math.max(farthest, Math.abs(total - after[model][at]) / size);
    }),
  );
  return farthest;
}
