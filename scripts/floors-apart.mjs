#!/usr/bin/env node
// How far the instant floor is from the exact one: every preset and example, baseline and variants, both floors in the same worlds.
//
//   npm run build && node scripts/floors-apart.mjs [NAME ...] && npx prettier --write docs/background/floors-apart.md
//
// Writes a table for each scenario into docs/background/floors-apart.md, in place of what is between `<!-- begin NAME -->` and `<!-- end NAME -->` there
// (a name without a place is appended), and leaves the rest of the page alone; with names, those alone. Standard error gets the time and what is
// marked. Plain Node on one thread, some ten minutes; no chance: the same build and documents give the same page.
//
// A KPI is a ratio of sums over the worlds on either floor. The standard error is that of their difference, from the worlds' paired
// differences by the delta method. Marked "above 2%" is a difference above 2% of the instant floor's value (of shares, or above half a point, whichever
// is more) and beyond three standard errors. KPIs by contact type, and of single weeks or intervals, are left out: a small part of all is noisier.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { analyse, compileStudy, countIndex, createReplicator, totalsLayout } from '../packages/core/dist/index.js';
import { parseScenario, presetNames, presetText } from '../packages/scenario/dist/index.js';

const page = new URL('../docs/background/floors-apart.md', import.meta.url);
const examples = new URL('../examples/', import.meta.url);

/** Futures are the most of a power of two, within bounds, with so many contacts offered in all scenarios together. */
const [fewest, most] = [8, 64];
const contactsEach = 64e6;
/** `analyse` takes no fewer: a smaller study is given to it several times over, and each time meets other prices. */
const analysed = 64;
const relativeBound = 0.02;
const pointsBound = 0.005;
const beyond = 3;

const texts = new Map([
  ...presetNames().map((name) => [name, presetText(name)]),
  ...readdirSync(examples)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => [`examples/${file}`, readFileSync(new URL(file, examples), 'utf8')])
    // What the instant floor refuses is on one floor alone.
    .filter(([, text]) => compileStudy(parseScenario(text).document, { floor: 'erlang' }).ok),
]);

function studyOn(floor, document) {
  const compiled = compileStudy(document, { floor, days: 'all' });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems, null, 1));
  return compiled.study;
}

const sum = (values) => values.reduce((all, value) => all + value, 0);

/** Contacts offered in a future of a study, all scenarios together, by its first eight on the instant floor. */
function contactsOf(study) {
  const { totals } = createReplicator(study)(0, fewest);
  return sum(
    study.models.flatMap((model, at) => {
      const layout = totalsLayout(model);
      const cells = model.contactTypes.flatMap((_, type) =>
        model.channels.map((_, channel) => countIndex(layout, 'offered', type, channel)),
      );
      return Array.from({ length: fewest }, (_, future) => sum(cells.map((cell) => totals[at][future * layout.length + cell])) / fewest);
    }),
  );
}

/** The first so many futures of a study, analysed. */
function scenariosOf(study, futures) {
  const { totals } = createReplicator(study)(0, futures);
  const times = analysed / futures;
  const repeated = totals.map((each) => {
    const all = new Float64Array(each.length * times);
    for (let time = 0; time < times; time++) all.set(each, time * each.length);
    return all;
  });
  return analyse(study, [{ from: 0, to: analysed, totals: repeated }]).scenarios;
}

/** A ratio of means moves by (n - ratio d) / mean d with a world's numerator and denominator. */
function influences({ numerator, denominator }, futures) {
  const ratio = sum(numerator) / sum(denominator);
  const total = sum(denominator);
  const each = new Array(futures).fill(0);
  numerator.forEach((value, at) => (each[at % futures] += ((value - ratio * denominator[at]) * futures) / total));
  return { ratio, each };
}

function compare(instant, exact, futures) {
  const [was, is] = [influences(instant, futures), influences(exact, futures)];
  const variance = sum(is.each.map((value, world) => (value - was.each[world]) ** 2)) / (futures - 1) / futures;
  const difference = is.ratio - was.ratio;
  const isShare = instant.kpi.unit === 'fraction';
  const bound = Math.max(relativeBound * Math.abs(was.ratio), isShare ? pointsBound : 0);
  const error = Math.sqrt(variance);
  return {
    id: instant.kpi.id,
    isShare,
    instant: was.ratio,
    exact: is.ratio,
    difference,
    error,
    isAbove: Math.abs(difference) > Math.max(bound, beyond * error),
  };
}

/** Whether a KPI is of a whole channel or centre and of the whole horizon. */
const isWhole = (id, contactTypes) =>
  !/\.(worst|best)(Week|Interval)$/.test(id) && !contactTypes.some(({ name }) => id.endsWith(`.${name}`));

const inDigits = (value, digits) => value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const asNumber = (value) => inDigits(value, Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 100 ? 1 : Math.abs(value) >= 10 ? 2 : 3);
const signed = (text) => (text.startsWith('-') ? text : `+${text}`);

function rowOf({ id, isShare, instant, exact, difference, error, isAbove }) {
  const value = (number) => (isShare ? `${inDigits(100 * number, 2)}%` : asNumber(number));
  const scale = isShare ? 100 : 100 / Math.abs(instant);
  const unit = isShare ? ' points' : '%';
  const apart = instant === exact ? ['0', '0'] : [signed(inDigits(scale * difference, 2)) + unit, inDigits(scale * error, 2) + unit];
  return `| ${[`\`${id}\``, value(instant), value(exact), ...apart, isAbove ? '**above 2%**' : ''].join(' | ')} |`;
}

const head = ['| KPI | instant | exact | exact less instant | standard error | |', '| --- | ---: | ---: | ---: | ---: | --- |'];

function blockOf(name) {
  const parsed = parseScenario(texts.get(name));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
  const started = performance.now();
  const studies = ['erlang', 'calls'].map((floor) => studyOn(floor, parsed.document));
  const futures = Math.min(most, Math.max(fewest, 2 ** Math.floor(Math.log2(contactsEach / contactsOf(studies[0])))));
  const [instant, exact] = studies.map((study) => scenariosOf(study, futures));
  const lines = [`## ${name}`, '', `${futures} futures.`];
  instant.forEach((scenario, at) => {
    const { contactTypes, name: title } = studies[0].models[at];
    const rows = scenario.kpis.flatMap((worlds) => {
      const other = exact[at].kpis.find(({ kpi }) => kpi.id === worlds.kpi.id);
      if (!isWhole(worlds.kpi.id, contactTypes) || other === undefined || !(sum(worlds.denominator) > 0 && sum(other.denominator) > 0))
        return [];
      return [compare(worlds, other, futures)];
    });
    for (const row of rows) if (row.isAbove) console.error(`${name}, ${title}: ${rowOf(row)}`);
    lines.push('', `### ${name}: ${title}`, '', ...head, ...rows.map(rowOf));
  });
  console.error(`${name}: ${futures} futures, ${((performance.now() - started) / 1000).toFixed(0)} s`);
  return lines.join('\n');
}

function putBlock(text, name, block) {
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
  const from = text.indexOf(begin);
  const whole = `${begin}\n\n${block}\n\n${end}`;
  if (from < 0) return `${text.trimEnd()}\n\n${whole}\n`;
  return text.slice(0, from) + whole + text.slice(text.indexOf(end, from) + end.length);
}

const names = process.argv.length > 2 ? process.argv.slice(2) : [...texts.keys()];
for (const name of names) {
  if (!texts.has(name)) throw new Error(`There is no ${name}: ${[...texts.keys()].join(', ')}.`);
  const block = blockOf(name);
  writeFileSync(page, putBlock(readFileSync(page, 'utf8'), name, block));
}
