#!/usr/bin/env node
// How often the 95% intervals of results hold the truth: a small centre, studied with 2,000 seeds.
//
//   npm run build && node scripts/coverage.mjs [--seeds 2000] [--only instant|corrected] && npx prettier --write docs/background/coverage.md
//
// Truth is the same study with far more replications, on the instant floor for answers of the instant floor and on the exact one for corrected
// answers. Writes the tables of docs/background/coverage.md between its marks. No chance: the same build gives the same page. Half an hour on one thread.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { analyse, compileStudy, correctAnalysis, createReplicator, summariseAnalysis } from '../packages/core/dist/index.js';
import { checkDocument } from '../packages/scenario/dist/index.js';

const { values: flags } = parseArgs({ options: { seeds: { type: 'string', default: '2000' }, only: { type: 'string' } } });
const seeds = Number(flags.seeds);
const page = new URL('../docs/background/coverage.md', import.meta.url);

const document = {
  percall: 1,
  name: 'A small line',
  currency: 'USD',
  period: 'week',
  horizon: { start: '2026-01-05', weeks: 1 },
  calendar: { interval: '1 h', open: { 'mon-fri': '09:00-15:00' }, dayShape: 'flat' },
  contactTypes: {
    service: {
      volume: '600 ±10%',
      channels: { phone: '100%' },
      variation: { dayToDay: '10%', withinDay: '5%' },
      handleTime: { phone: { mean: '300 s ±6%', cv: 1.1 } },
      patience: { phone: { mean: '180 s ±20%', balk: '0%' } },
      firstContactResolution: { value: '75%', measured: 'surveyed' },
      redial: { share: '30%', after: '10 min' },
    },
  },
  agents: { team: { skills: ['service'], wage: '20 per h ±6%', onCost: '25%', shrinkage: '30% ±2 points' } },
  staffing: { forecastError: '5%', scheduleEfficiency: '90%', maxOccupancy: '85%' },
  targets: { serviceLevel: { atLeast: '80%', within: '20 s' }, abandonment: { atMost: '5%' } },
  variants: [
    {
      name: 'shorter calls, a dearer system',
      changes: { 'contactTypes.service.handleTime.phone.mean': '288 s ±6%', 'costs.technology': '140 per week ±40%' },
    },
  ],
};
const checked = checkDocument(document);
if (!checked.ok) throw new Error(JSON.stringify(checked.problems));

const wanted = ['cpc.handled', 'serviceLevel.phone', 'abandonment.phone'];
const kpis = (id) => wanted.includes(id);

function study(seed, floor) {
  const compiled = compileStudy(checked.document, { seed, floor });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.study;
}

const analysed = (its, replications) => analyse(its, [createReplicator(its)(0, replications)], { kpis });

/** Every interval that is judged, by what it is of. */
function estimatesOf({ scenarios }) {
  const found = new Map();
  const [baseline, variant] = scenarios;
  for (const id of wanted) {
    found.set(`${id}, mean`, baseline.kpis[id].mean);
    for (const level of ['p5', 'p50', 'p95']) found.set(`${id}, ${level.toUpperCase()}`, baseline.kpis[id].quantiles[level]);
  }
  const { kpis: differences, probability } = variant.versusBaseline;
  found.set('cpc.handled less the baseline’s, mean', differences['cpc.handled'].mean);
  found.set('cpc.handled less the baseline’s, P50', differences['cpc.handled'].quantiles.p50);
  found.set('total cost per week, mean', baseline.kpis.totalCost.mean);
  found.set('quality holds', baseline.holds);
  for (const name of ['cheaper', 'noWorse', 'cheaperAndNoWorse'])
    found.set({ cheaper: 'cheaper', noWorse: 'no worse', cheaperAndNoWorse: 'cheaper and no worse' }[name], probability[name]);
  return found;
}

function table(title, truth, answerOf) {
  const hits = new Map([...truth.keys()].map((key) => [key, [0, 0]]));
  for (let seed = 0; seed < seeds; seed++) {
    const answer = estimatesOf(answerOf(`coverage ${seed}`));
    for (const [key, { value, lower, upper }] of answer) {
      const exact = truth.get(key).value;
      const counts = hits.get(key);
      if (lower <= exact && exact <= upper) counts[0]++;
      // The twin: half the width.
      if (value - (value - lower) / 2 <= exact && exact <= value + (upper - value) / 2) counts[1]++;
    }
    if (seed % 200 === 199) console.error(`${title}: ${seed + 1}`);
  }
  const percent = (count) => `${((100 * count) / seeds).toFixed(1)}%`;
  return [
    '| 95% interval of | holds the truth | half as wide |',
    '| --- | ---: | ---: |',
    ...[...hits].map(([key, [whole, half]]) => `| ${key} | ${percent(whole)} | ${percent(half)} |`),
  ].join('\n');
}

const tables = {
  instant: () => {
    const truth = estimatesOf(summariseAnalysis(analysed(study('truth', 'erlang'), 131_072)));
    return table('instant', truth, (seed) => summariseAnalysis(analysed(study(seed, 'erlang'), 256)));
  },
  corrected: () => {
    const truth = estimatesOf(summariseAnalysis(analysed(study('truth', 'calls'), 65_536)));
    return table('corrected', truth, (seed) =>
      summariseAnalysis(correctAnalysis(analysed(study(seed, 'erlang'), 256), analysed(study(seed, 'calls'), 64))),
    );
  },
};
let text = readFileSync(page, 'utf8');
for (const [name, make] of Object.entries(tables)) {
  if (flags.only !== undefined && flags.only !== name) continue;
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
  text = `${text.slice(0, text.indexOf(begin) + begin.length)}\n\n${make()}\n\n${text.slice(text.indexOf(end))}`;
}
writeFileSync(page, text);
