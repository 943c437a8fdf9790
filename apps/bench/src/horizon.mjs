#!/usr/bin/env node
// Long horizons: every KPI of a study that runs strata of its days beside the same worlds with every day run, and what each takes.
//
//   node src/horizon.mjs [--preset bank-ivr-verification] [--weeks 52] [--replications 128] [--over 5] [--every]
//
// Without --preset the presets of docs/background/long-horizons.md, at 13 and at 52 weeks. For each scenario: the KPIs whose deviation is over so many
// percent of their spread (--every: all of them), or the one that deviates most. Floors of a week are taken out: where one is asked for, every day is run.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { loadEngine, parseDocument } from './engine.mjs';
import { printTable, spell } from './table.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const presets = [
  'bank-ivr-verification',
  'retailer-callbacks',
  'health-open-enrolment',
  'saas-support',
  'gulf-ecommerce',
  'it-help-desk',
  'telecom-peak',
  'bpo-cross-training',
];
const { values: options } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== '--'),
  options: {
    preset: { type: 'string', multiple: true },
    weeks: { type: 'string', multiple: true },
    replications: { type: 'string', default: '128' },
    over: { type: 'string', default: '5' },
    every: { type: 'boolean', default: false },
  },
});
const replications = Number(options.replications);
if (!Number.isInteger(replications) || replications < 64 || replications % 8 !== 0)
  throw new RangeError('--replications must be a multiple of 8, at least 64.');
const over = Number(options.over) / 100;
const engine = await loadEngine(pathToFileURL(root + path.sep));
const { core, scenario } = engine;

/** A preset over so many weeks, without floors of a week. */
function longStudy(name, weeks, days) {
  const text = scenario
    .presetText(name)
    .replace(/horizon: \{ start: ([0-9-]+), weeks: \d+ \}/, `horizon: { start: $1, weeks: ${weeks} }`)
    .replaceAll(', every: week', '');
  const compiled = core.compileStudy(parseDocument(engine, text), { days });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.study;
}

/** The shards of each scenario by itself, and its CPU milliseconds a replication. */
function run(study) {
  const replicate = core.createReplicator(study);
  replicate(1e6, 1e6 + 1);
  const before = process.cpuUsage();
  const shard = replicate(0, replications);
  const { user, system } = process.cpuUsage(before);
  return { shard, milliseconds: (user + system) / 1000 / replications };
}

/** CPU milliseconds a replication of one scenario, planned beside its baseline where it must be. */
function alone(study, model) {
  const replicate = core.createReplicator(study);
  const count = Math.min(32, replications);
  replicate(1e6, 1e6 + 1, [model]);
  const before = process.cpuUsage();
  replicate(0, count, [model]);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / count;
}

const percent = (part) => `${(100 * part).toFixed(1)}%`;
const rows = [['preset, scenario, weeks', 'KPIs', `over ${percent(over)}`, 'most', 'of', 'ms all', 'ms strata', 'times']];
const details = [['weeks, scenario, KPI', 'mean', 'spread', 'deviation', 'bias']];
for (const name of options.preset ?? presets)
  for (const weeks of (options.weeks ?? ['13', '52']).map(Number)) {
    const [whole, strata] = ['all', 'strata'].map((days) => longStudy(name, weeks, days));
    const [all, some] = [whole, strata].map(run);
    core.deviationsOfDays(core.analyse(whole, [all.shard]), core.analyse(strata, [some.shard])).forEach(({ name: of, kpis }, model) => {
      const told = kpis.filter(({ ofSpread }) => ofSpread !== null).sort((one, other) => other.ofSpread - one.ofSpread);
      const [before, after] = [alone(whole, model), alone(strata, model)];
      const beyond = told.filter(({ ofSpread }) => ofSpread > over);
      rows.push([
        `${name}, ${of}, ${weeks}`,
        String(told.length),
        String(beyond.length),
        percent(told[0].ofSpread),
        told[0].id,
        spell(before),
        spell(after),
        (before / after).toFixed(2),
      ]);
      for (const { id, mean, spread, ofSpread, bias } of options.every ? told : beyond)
        details.push([
          `${weeks}, ${of}, ${id}`,
          Number(mean.toPrecision(4)).toString(),
          Number(spread.toPrecision(3)).toString(),
          percent(ofSpread),
          percent(bias / spread),
        ]);
    });
  }
console.log(`Node ${process.versions.node}, ${replications} replications; deviations in parts of the spread\n`);
printTable(rows);
console.log();
printTable(details);
