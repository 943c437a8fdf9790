import { kpiGlossary, type KpiUnit } from '@percall/core';
import { sourcesSaid, structureSaid } from './structureSaid.ts';
import {
  fieldWords,
  hintTexts,
  mustTexts,
  optionWords,
  type HintKey,
  type Must,
  type Problem,
  type ProblemCode,
  type Quantity,
} from '@percall/scenario';
import { headline, headlineText } from '../src/sentence.ts';
import { problemSentence } from '../src/problem.ts';
import { resultsTable } from '../src/table.ts';
import type { PageWords } from '../src/words/page.ts';
import type { DayWords } from '../src/words/pageDay.ts';
import type { RestoreWords } from '../src/words/pageRestore.ts';
import type { SpokenValue } from '../src/words/spokenValue.ts';
import type { Words } from '../src/words/words.ts';
import { answerSaid } from './spokenAnswer.ts';
import { baseline, cut, results, setting, verified } from './madeUpResults.ts';
import { workSaid } from './workSaid.ts';

/** One thing that a language says, with the name of the key that says it. */
export type Said = readonly [key: string, text: string];

const sampleValues = (names: readonly string[]): Record<string, string | number> =>
  Object.fromEntries(names.map((name, index) => [name, index % 2 === 0 ? `sample-${name}` : 12.5]));

const quantities: readonly Quantity[] = ['duration', 'share', 'multiplier', 'points', 'count', 'number', 'money', 'cost'];

const musts: readonly Must[] = [
  ...quantities.flatMap((quantity): Must[] => [
    { rule: 'between', low: 0.05, high: 0.52, quantity },
    { rule: 'atLeast', low: -3, quantity },
    { rule: 'above', low: 0, quantity },
    { rule: 'quantity', quantity, example: '5m40s' },
  ]),
  { rule: 'oneOf', names: ['to target', 'roster'] },
  { rule: 'oneOf', names: [] },
  { rule: 'known', names: ['containment', 'time'] },
  { rule: 'known', names: [] },
  { rule: 'sumTo', total: 1 },
  { rule: 'sumTo', total: 12 },
  ...(['object', 'list', 'text', 'number', 'boolean', 'date'] as const).map((kind): Must => ({
    rule: 'kind',
    kind,
    example: 'atMost: 5%',
  })),
  { rule: 'present' },
  { rule: 'increasing' },
  { rule: 'modelled', since: 'callbacks' },
  { rule: 'modelled', since: 'a part to come' },
  ...Object.entries(mustTexts).map(([key, names]): Must => ({ rule: 'text', key, values: sampleValues(names) })),
  { rule: 'text', key: 'no such rule' },
];

const hints = (Object.entries(hintTexts) as [HintKey, readonly string[]][]).map(([key, names]) => ({ key, values: sampleValues(names) }));

const codes: readonly ProblemCode[] = [
  'syntax',
  'newer',
  'damaged',
  'unknownKey',
  'missing',
  'type',
  'unit',
  'range',
  'order',
  'sum',
  'reference',
  'overlap',
  'infeasible',
  'structure',
  'notModelledYet',
  'unused',
  'approximate',
  'unplanned',
  'unlikely',
];

function* problems(words: Words): Generator<Said> {
  for (const must of musts) yield [`must ${JSON.stringify(must)}`, words.problem.must(must)];
  for (const hint of hints) yield [`hint ${hint.key}`, words.problem.hint(hint)];
  for (const code of codes)
    for (const must of musts)
      for (const hint of [undefined, ...hints]) {
        const problem: Problem = {
          code,
          path: 'levers.ivr.containment."فواتير"',
          params: { must, got: '-0.28 USD', nearest: 'containment', ...(hint === undefined ? {} : { hint }) },
          severity: code === 'unused' ? 'warning' : 'error',
        };
        yield [`problem ${code} ${must.rule} ${hint?.key ?? ''}`, problemSentence(problem, words)];
      }
  yield [
    'problem of the whole',
    problemSentence({ code: 'missing', path: '', params: { must: { rule: 'present' }, got: null }, severity: 'error' }, words),
  ];
}

function* fieldsAndNames(words: Words): Generator<Said> {
  for (const pattern of fieldWords().keys()) {
    const { label, help } = words.field(pattern);
    yield [`label of ${pattern}`, label];
    yield [`help of ${pattern}`, help];
  }
  for (const [pattern, named] of optionWords())
    for (const name of Object.keys(named)) yield [`option ${name} of ${pattern}`, words.option(pattern, name)];
  yield ['an unknown option', words.option('headline', 'no such option')];
  yield ['an unknown field', words.field('no.such.field').label];
  for (const part of ['section', 'denominator', 'period', 'channel', 'category', 'qualityState', 'kpi', 'extreme', 'saving'] as const)
    for (const [key, text] of Object.entries(words[part])) yield [`${part}.${key}`, text];
  for (const channel of [null, 'phone'] as const)
    for (const type of [null, 'billing'])
      for (const extreme of [null, words.extreme.worstWeek])
        yield ['kpiOn', words.kpiOn(words.kpi['asa']!, channel === null ? null : words.channel[channel], type, extreme)];
  const units: readonly KpiUnit[] = ['currencyPerContact', 'currency', 'fraction', 'seconds', 'hours', 'fte', 'count', 'number'];
  for (const unit of units) yield [`unit ${unit}`, words.unit(unit, 'USD', words.period.month)];
}

function* sentences(words: Words): Generator<Said> {
  const { sentence } = words;
  for (const scenario of [baseline, verified, cut, { ...baseline, floors: [], holds: null }])
    yield [`headline of ${scenario.name}`, headlineText(headline(scenario, baseline, setting, words))];
  for (const count of [0, 1, 2, 3, 11, 100]) {
    yield ['cheaperAndNoWorse', sentence.cheaperAndNoWorse(count)];
    yield ['cheaper', sentence.cheaper(count)];
    yield ['dearerAndWorse', sentence.dearerAndWorse(count)];
    yield ['holds', sentence.holds(count)];
    yield ['chances', sentence.chances(count, null)];
    yield ['chances', sentence.chances(count, count)];
    for (const state of ['holds', 'atRisk', 'breaks'] as const)
      yield ['notASaving', sentence.notASaving(sentence.quality, state, count, 90)];
    yield ['missed', sentence.missed({ floor: words.kpi['asa']!, futures: count, baseline: 24, wanted: 90 })];
  }
  const [below, above] = [
    { value: '0.05', direction: 'below' },
    { value: '0.52', direction: 'above' },
  ] as const;
  for (const direction of ['below', 'above', 'same'] as const)
    for (const [from, to] of [
      [below, below],
      [above, above],
      [below, above],
    ] as const)
      yield ['difference', sentence.difference({ value: '0.28', direction, range: { from, to } })];
  yield ['difference', sentence.difference({ value: '0.00', direction: 'same', range: null })];
  for (const direction of ['below', 'above'] as const)
    yield ['total', sentence.total({ value: '37,000', direction, currency: 'USD', period: words.period.month })];
  yield ['identical', sentence.identical];
  yield ['noContacts', sentence.noContacts(words.denominator.handled)];
  for (const text of Object.values(sentence.response)) yield ['response', text];
}

function* staff(words: Words): Generator<Said> {
  yield* plainTexts('staff', words.staff);
  yield ['staff.inWeek', words.staff.inWeek('فريق team', 3, '2026-01-05')];
  yield ['staff.inAllWeeks', words.staff.inAllWeeks('team')];
  for (const last of [1, 4]) yield ['staff.ofWeeks', words.staff.ofWeeks('Baseline', 'team', 1, last, '2026-01-05')];
  yield ['staff.agents', words.staff.agents('24', '31.2')];
}

function* report({ report: words, period, page: { sourceName } }: Words): Generator<Said> {
  yield* plainTexts('report', words);
  for (const weeks of [1, 2, 4, 12, 104]) yield ['report.weeksFrom', words.weeksFrom(weeks, '2026-01-05')];
  yield ['report.statedIn', words.statedIn('USD', period.month)];
  yield ['report.usual', words.usual('12%')];
  const { onePage } = words;
  yield ['report.onePage.noteGoesOn', onePage.noteGoesOn('من 240k calls')];
  for (const count of [1, 2, 3, 11, 100]) {
    yield ['report.onePage.otherVariants', onePage.otherVariants(count)];
    yield ['report.onePage.moreChanges', onePage.moreChanges(count)];
    yield ['report.onePage.moreWarnings', onePage.moreWarnings(count)];
    for (const certain of [0, 85]) yield ['report.onePage.moreInputs', onePage.moreInputs(count, certain)];
  }
  yield ['report.onePage.moreInputs', onePage.moreInputs(0, 1)];
  yield ['report.sources', words.sources(Object.values(sourceName).map((name) => words.sourceCount(12, name)))];
}

function* tables(words: Words): Generator<Said> {
  const { columns, sections, footnote } = resultsTable(results, setting, words);
  yield ['the first column', columns[0]!];
  for (const { title, rows } of sections) {
    yield ['title', title];
    for (const { label, cells } of rows) {
      yield ['row', label];
      for (const { text } of cells) yield [`cell of ${label}`, text];
    }
  }
  yield ['footnote', footnote!];
  yield* plainTexts('table', words.table);
}

function* others(words: Words): Generator<Said> {
  const { commandLine, erlang, glossary } = words;
  yield ['notAPowerOfTwo', commandLine.notAPowerOfTwo('1,000')];
  yield [
    'doesNotHold',
    commandLine.doesNotHold('cpc.handled.p50 <= 6.5', [commandLine.found('Plan B', '6.82'), commandLine.found('Plan C', null)]),
  ];
  yield ['sweptLever', commandLine.sweptLever('levers.ivr.time', 'variants.NAME.changes."levers.ivr.time"')];
  yield ['longLink', commandLine.longLink('3,100')];
  yield ['reproduces', commandLine.reproduces('6.82 USD')];
  yield ['madeWith', commandLine.madeWith('0.1.0', '6.82 USD', '0.2.0', '6.80 USD')];
  for (const count of [0, 1, 2, 3, 11, 100]) yield ['valid', commandLine.valid('Plan B', count)];
  yield* plainTexts('erlang', erlang);
  yield ['erlang.serviceLevel', erlang.serviceLevel('20 s')];
  yield ['erlang.heads', erlang.heads('12.5')];
  for (const met of [true, false]) yield ['erlang.against', erlang.against('81%', '80%', met)];
  yield* plainTexts('glossary', glossary);
  for (const entry of kpiGlossary) {
    const { numerator, denominator, rule } = glossary.counted(entry);
    for (const text of [numerator, denominator, rule]) yield [`counted by ${entry.pattern}`, text];
  }
}

function* plainTexts(key: string, value: unknown): Generator<Said> {
  if (typeof value === 'string') yield [key, value];
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) yield* plainTexts(`${key}.${name}`, inner);
}

export const spokenSamples: readonly SpokenValue[] = [
  ...[0, 1, 2, 40.55, 340, 90_061, 604_800, 3_628_800].map((value) => ({ quantity: 'duration', value }) as const),
  ...[0, 0.0025, 0.125, 1].map((value) => ({ quantity: 'share', value }) as const),
  { quantity: 'share', value: 0.35, per: 'year' } as const,
  ...[0.8, 1, 1.1, 2.2].map((value) => ({ quantity: 'multiplier', value }) as const),
  ...[0, 0.005, 0.01, 0.02, 0.03, 0.11].map((value) => ({ quantity: 'points', value }) as const),
  { quantity: 'count', value: 121_000 } as const,
  ...(['week', 'month', 'quarter', 'year'] as const).map(
    (per) => ({ quantity: 'count', value: 121_000, basis: { on: 'period', per } }) as const,
  ),
  { quantity: 'number', value: 0.9 } as const,
  { quantity: 'money', value: 60_000 } as const,
  ...(
    [
      { on: 'period', per: 'month' },
      { on: 'seat', per: 'month' },
      { on: 'fte', per: 'year' },
      { on: 'paidHour' },
      { on: 'contact' },
      { on: 'contact', of: 'phone' },
      { on: 'contact', of: 'chat' },
      { on: 'contact', of: 'email' },
      { on: 'minute' },
      { on: 'session' },
      { on: 'attempt' },
      { on: 'hire' },
      { on: 'once' },
    ] as const
  ).map((basis) => ({ quantity: 'cost', value: 17.6, basis }) as const),
].map((sample) => ({ currency: 'USD', basis: null, ...sample }));

/** Everything that the page's words can say, by sample values for every function; a function that is not called here fails the test. */
function* page({ page: words, kpi, qualityState, commandLine, denominator, period }: Words): Generator<Said> {
  const name = 'Plan B';
  const parts = { name, low: '6.45', median: '6.82', high: '7.21' };
  const counts = [0, 1, 2, 3, 11, 100];
  const called: { readonly [K in keyof PageWords]?: readonly string[] } & Readonly<Record<string, readonly string[]>> = {
    editing: [words.editing(name)],
    newVariantName: counts.map(words.newVariantName),
    resetLabel: [words.resetLabel(name)],
    changedCount: counts.map(words.changedCount),
    padlockOn: [words.padlockOn(name)],
    padlockOff: [words.padlockOff(name)],
    spreadOf: [words.spreadOf(name)],
    lowOf: [words.lowOf(name)],
    highOf: [words.highOf(name)],
    slider: [words.slider(name)],
    box: [words.box(name)],
    baselineTick: [words.baselineTick('5m40s')],
    valueText: [
      words.valueText({ label: name, value: words.asBaseline, changeFromBaseline: words.belowBaseline('6') }),
      words.valueText({ label: null, value: words.asBaseline, changeFromBaseline: null }),
    ],
    belowBaseline: [words.belowBaseline('6')],
    aboveBaseline: [words.aboveBaseline('6')],
    spokenValue: spokenSamples.map(words.spokenValue),
    linkLength: [...counts, 1840].map(words.linkLength),
    linkSays: [words.linkSays(kpi['cpc.handled']!, words.figureOf(name, '4.31'))],
    figureOf: [words.figureOf(name, '4.31')],
    linkVerdict: [words.linkVerdict(kpi['cpc.handled']!, commandLine.reproduces('6.82 USD'))],
    linkTooLong: [words.linkTooLong(3100)],
    opened: [words.opened(name)],
    ...restoreSamples(words.restore, denominator.handled, counts),
    ...daySamples(words.day, kpi['cpc.handled']!, counts),
    failed: [words.failed('out of memory')],
    warnings: counts.map(words.warnings),
    qualityFloor: [words.qualityFloor('atLeast', '80%'), words.qualityFloor('atMost', '5%')],
    stateOfQuality: Object.values(qualityState).map(words.stateOfQuality),
    qualityChance: counts.map(words.qualityChance),
    qualityInBaseline: counts.map(words.qualityInBaseline),
    'dots.explain': [words.dots.explain(50)],
    'dots.summary': [words.dots.summary(parts)],
    'density.explain': [words.density.explain('0.05')],
    'density.summary': [words.density.summary(parts)],
    amount: [words.amount('6.82', 'USD')],
    chartAxis: [words.chartAxis('USD', 'handled')],
    matches: counts.map(words.matches),
    ...answerSaid(words.inAnswer, denominator.handled, period.month),
    ...structureSaid(words.structure),
    ...workSaid(words.work),
    ...sourcesSaid(words.input, Object.values(words.sourceName)),
    'input.help': [words.input.help(name)],
    'input.per': (['week', 'month', 'quarter', 'year'] as const).map((period) => words.input.per(words.inputs, period)),
  };
  const missing = functionsIn(words).filter((key) => !Object.hasOwn(called, key));
  if (missing.length > 0) throw new Error(`not tried: ${missing.join(', ')}`);
  for (const [key, texts] of Object.entries(called)) for (const text of texts) yield [`page.${key}`, text];
  yield* plainTexts('page', words);
}

/** The cheapest change that brings service back. */
const restoreSamples = (
  { trying, confirming, change, cost, holds, stillCheaper, noLongerCheaper, applyThis, none, notNeeded, basis }: RestoreWords,
  denominator: string,
  counts: readonly number[],
): Readonly<Record<string, readonly string[]>> => ({
  'restore.trying': counts.map((of) => trying(1, of)),
  'restore.confirming': counts.map((of) => confirming(1, of)),
  'restore.change.roster': counts.map((agents) => change.roster(agents, 'service desk')),
  'restore.change.plan': [change.plan('Plan B', '84%', '80%')],
  'restore.change.number': [change.number('Plan B', '5m40s', '6 min')],
  'restore.cost': [cost({ from: '5.61', to: '5.66', more: '+0.05', currency: 'USD', denominator })],
  'restore.holds': counts.map(holds),
  'restore.stillCheaper': counts.map(stillCheaper),
  'restore.noLongerCheaper': counts.map(noLongerCheaper),
  'restore.applyThis': [applyThis(change.response)],
  'restore.none': counts.map(none),
  'restore.notNeeded': counts.map(notNeeded),
  'restore.basis': counts.map((changes) => basis({ changes, futures: 1024 })),
});

/** Floors, by what is said of them. */
const daySamples = (
  { floors, heat, replay, compare }: DayWords,
  headline: string,
  counts: readonly number[],
): Readonly<Record<string, readonly string[]>> => {
  const used = ['erlang', 'calls', 'both'] as const;
  const corrected = { exact: '16', headline, moved: { value: '−0.013', error: '0.009' }, currency: 'USD' };
  return {
    'day.floors.computingExact': counts.map((of) => floors.computingExact(1, of)),
    'day.floors.refining': used.map((each) => floors.refining(each, 64, 4096)),
    'day.floors.correcting': counts.map((of) => floors.correcting('erlang', 1, of)).concat(floors.correcting('both', 1, 8)),
    'day.floors.corrected': [
      ...counts.map((futures) => floors.corrected({ ...corrected, futures })),
      floors.corrected({ ...corrected, futures: 64, moved: null }),
    ],
    'day.floors.countsOff': counts.flatMap((off) => [floors.countsOff(off, false), floors.countsOff(off, true)]),
    'day.floors.exactAlone': counts.map(floors.exactAlone),
    'day.floors.instantAlone': counts.map(floors.instantAlone),
    'day.floors.stopped': used.map((each) => floors.stopped(each, 1024, 65_536)),
    'day.floors.uncorrected': counts.map(floors.uncorrected),
    'day.heat.basis': (['erlang', 'calls'] as const).map((floor) => heat.basis({ scenario: 'Plan B', futures: 256, floor })),
    'day.heat.target': [heat.target({ atLeast: '80%', within: heat.wait('20') })],
    'day.heat.when': [heat.when(heat.time, '09:30')],
    'day.heat.cell': [heat.cell(heat.when(heat.time, '09:30'), heat.measure.load, '12.5')],
    'day.heat.wait': [heat.wait('12.5')],
    'day.heat.summary': [
      heat.summary({ measure: heat.measure.load, most: { when: heat.time, value: '12.5' }, least: { when: heat.time, value: '1.2' } }),
    ],
    'day.compare.most': [compare.most(4)],
    'day.compare.sameCustomers': counts.map(compare.sameCustomers),
    'day.replay.title': [replay.title(heat.when(heat.time, '09:30'))],
    'day.replay.scope': [replay.scope('Plan B', '7')],
    'day.replay.summary': counts.map((calls) => replay.summary({ calls, waited: 1, longest: heat.wait('41'), abandoned: 0 })),
    'day.replay.times': [replay.times('60')],
    'day.replay.momentText': [replay.momentText({ time: '09:42:10', waiting: 3, withAgents: 21 })],
    'day.heat.step': [heat.step(heat.steps.missed[0], '1', '5')],
  };
};

const functionsIn = (value: object, before = ''): string[] =>
  Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'function'
      ? [before + key]
      : typeof inner === 'object' && inner !== null
        ? functionsIn(inner, `${before}${key}.`)
        : [],
  );

/** Everything that a language says, each function driven with sample values. */
export function* everythingSaid(words: Words): Generator<Said> {
  yield* problems(words);
  yield* fieldsAndNames(words);
  yield* sentences(words);
  yield* tables(words);
  yield* staff(words);
  yield* report(words);
  yield* others(words);
  yield* page(words);
}
