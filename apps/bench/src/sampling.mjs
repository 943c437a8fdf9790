// How the error of an answer falls with the number of replications, by way of sampling: plain Monte Carlo, Latin hypercubes and scrambled Sobol'
// points, the last without and with the common wage factor integrated out. Many seeds of one study; what they scatter around is a far larger study.
//
//   node apps/bench/src/sampling.mjs [--preset bank-ivr-verification] [--wage-share 0.1] [--weeks 4] [--seeds 8] [--most 1024] [--truth 16384]
import { parseArgs } from 'node:util';
import { analyse, compileStudy, createReplicator, createSampler, distributionOf, worldsOf } from '@percall/core';
import { parseScenario, presetText } from '@percall/scenario';

const { values: flags } = parseArgs({
  options: {
    preset: { type: 'string', default: 'bank-ivr-verification' },
    variant: { type: 'string', default: '0' },
    'wage-share': { type: 'string', default: '0.1' },
    weeks: { type: 'string', default: '4' },
    seeds: { type: 'string', default: '8' },
    most: { type: 'string', default: '1024' },
    truth: { type: 'string', default: '16384' },
    format: { type: 'string', default: 'table' },
  },
});
const [weeks, seeds, most, truth] = ['weeks', 'seeds', 'most', 'truth'].map((name) => Number(flags[name]));
const wantedShare = Number(flags['wage-share']);

/** The preset over a few weeks, with its first variant alone, and wages so uncertain that they have the wanted share of the variance. */
const documentWith = (spread) => {
  const { document } = parseScenario(presetText(flags.preset));
  document.horizon.weeks = weeks;
  document.variants = [document.variants[Number(flags.variant)]];
  for (const group of Object.values(document.agents)) {
    const typed = String(group.wage.likely ?? group.wage);
    const middle = parseFloat(typed);
    const unit = typed.replace(/^[\d.]+/, '');
    group.wage =
      spread === 0
        ? `${middle}${unit}`
        : { low: `${middle * (1 - spread)}${unit}`, likely: `${middle}${unit}`, high: `${middle * (1 + spread)}${unit}` };
  }
  return document;
};

const statistics = ['mean', 'p5', 'p50', 'p95', 'chance'];

function study(document, seed, sampling, replications) {
  const compiled = compileStudy(document, { seed, sampling, replications });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.study;
}

/** The variant's cost per handled contact: mean, P5, P50, P95, and the chance that it is cheaper and no worse. */
function answers(analysis) {
  const { kpis, versusBaseline } = analysis.scenarios[1];
  const worlds = worldsOf(kpis, 'cpc.handled');
  const sum = (column) => column.reduce((all, each) => all + each, 0);
  const { quantile } = distributionOf(worlds);
  const chance = versusBaseline.cheaperAndNoWorse ?? versusBaseline.cheaper;
  return [sum(worlds.numerator) / sum(worlds.denominator), quantile(0.05), quantile(0.5), quantile(0.95), sum(chance) / chance.length];
}

const kpis = () => false;
const varianceOf = (document) => {
  const its = study(document, 'pilot', 'sobol', 1024);
  const { numerator, denominator } = worldsOf(analyse(its, [createReplicator(its)(0, 1024)], { kpis }).scenarios[1].kpis, 'cpc.handled');
  const ratios = Array.from(numerator, (above, at) => above / denominator[at]);
  const mean = ratios.reduce((sum, each) => sum + each, 0) / ratios.length;
  return ratios.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (ratios.length - 1);
};

const without = varianceOf(documentWith(0));
const withSome = varianceOf(documentWith(0.02)) - without;
// The variance that wages add grows with the square of their spread.
const spread = 0.02 * Math.sqrt((without * wantedShare) / (1 - wantedShare) / withSome);
const document = documentWith(spread);
const share = 1 - without / varianceOf(document);
console.error(`${flags.preset}: wages within ${(spread * 100).toFixed(2)}% (P10 to P90), ${(share * 100).toFixed(1)}% of the variance`);

const chunk = 1024;
const shardsOf = (its, count) => {
  const replicate = createReplicator(its);
  return Array.from({ length: Math.ceil(count / chunk) }, (_, at) => replicate(at * chunk, Math.min((at + 1) * chunk, count)));
};
const large = study(document, 'truth', 'sobol', truth);
const exact = answers(analyse(large, shardsOf(large, truth), { kpis }));
console.error(`of ${truth}: ${exact.map((value, at) => `${statistics[at]} ${value.toFixed(5)}`).join(', ')}`);

const steps = [];
for (let step = 64; step <= most; step *= 2) steps.push(step);
const ways = [
  ['plain', 'monteCarlo', false],
  ['hypercube', 'latinHypercube', false],
  ['sobol', 'sobol', false],
  ['plain, wages out', 'monteCarlo', true],
  ['sobol, wages out', 'sobol', true],
];
/** [way][step][statistic] root mean square error over the seeds. */
const errors = ways.map(() => steps.map(() => statistics.map(() => 0)));
for (let seed = 0; seed < seeds; seed++) {
  const totals = new Map();
  for (const [way, [, sampling, integrated]] of ways.entries()) {
    for (const [at, step] of steps.entries()) {
      // A hypercube is of one size; the others are prefixes of their largest.
      const its = study(document, `seed ${seed}`, sampling, sampling === 'latinHypercube' ? step : most);
      const key = `${sampling} ${sampling === 'latinHypercube' ? step : most}`;
      if (!totals.has(key)) totals.set(key, shardsOf(its, sampling === 'latinHypercube' ? step : most));
      const shards = totals.get(key).flatMap((shard) => {
        const to = Math.min(shard.to, step);
        const cut = (all) => all.subarray(0, (all.length / (shard.to - shard.from)) * (to - shard.from));
        return to > shard.from ? [{ from: shard.from, to, totals: shard.totals.map(cut) }] : [];
      });
      const given = answers(analyse(its, shards, integrated ? { kpis } : { kpis, sampler: createSampler(its) }));
      given.forEach((value, statistic) => (errors[way][at][statistic] += (value - exact[statistic]) ** 2 / seeds));
    }
  }
  if (seed % 8 === 7) console.error(`${seed + 1} seeds`);
}
const rmse = errors.map((byStep) => byStep.map((each) => each.map(Math.sqrt)));
if (flags.format === 'json')
  console.log(JSON.stringify({ preset: flags.preset, share, seeds, steps, statistics, ways: ways.map(([name]) => name), rmse }));
else {
  // Plain Monte Carlo's mean square error falls as 1 / N: as many times fewer replications as its own at the same N is larger.
  for (const [at, step] of steps.entries()) {
    console.log(`\n${step} replications: root mean square error, and how many times fewer than plain Monte Carlo`);
    for (const [way, [name]] of ways.entries())
      console.log(
        name.padEnd(18),
        statistics
          .map((label, s) => `${label} ${rmse[way][at][s].toExponential(2)} (${((rmse[0][at][s] / rmse[way][at][s]) ** 2).toFixed(1)})`)
          .join('  '),
      );
  }
}
