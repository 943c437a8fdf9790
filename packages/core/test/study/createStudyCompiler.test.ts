import type { Json } from '@percall/scenario';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileStudy, createStudyCompiler, type CompiledStudy, type Study } from '../../src/index.ts';
import { everythingWith, everyVariant } from '../support/everything.ts';

type Edit = readonly [path: string, value: Json];

/** Edits of a baseline: operational, financial, of chance, words, calendar; some are refused when the document is compiled. */
const edits: readonly Edit[] = [
  ['contactTypes.sales.volume', '5.5k ±10%'],
  ['contactTypes.sales.volume', '5k ±20%'],
  ['contactTypes.help.volume', { value: '2k ±10%', counted: 'handled' }],
  ['contactTypes.help.handleTime.phone.mean', '420 s'],
  ['contactTypes.help.patience.phone', { family: 'weibull', shape: 0.7, mean: '3 min' }],
  ['agents.front.wage', '23 per h ±5%'],
  ['agents.back.shrinkage', '35% ±2 points'],
  ['staffing.scheduleEfficiency', { normal: { mean: '90%', sd: '30 points' } }],
  ['staffing.people.ramp', '3 weeks'],
  ['targets.serviceLevel.within', '30 s'],
  ['targets.tolerance.abandonment', '1 points'],
  ['costs.miscellaneous', ['100 per week', '500 per month']],
  ['costs.management', null],
  ['levers.ivr.verification.success', '70% ±5 points'],
  ['levers.ivr.hangUps', '100%'],
  ['levers.callback.accepts', '30%'],
  ['calendar.holidays', ['2026-01-08']],
  ['calendar.events', []],
];

/** What all scenarios have in common. */
const common: readonly Edit[] = [
  ['horizon', { start: '2026-01-05', weeks: 2 }],
  ['correlations', { 'volume~shrinkage': 0.4 }],
  ['correlations', { 'volume~handleTime': 0.95, 'volume~shrinkage': 0.95, 'handleTime~shrinkage': -0.9 }],
  ['headline', 'resolved'],
  ['seed', 'other'],
  ['note', 'tried on Monday'],
];

/** Lists of variants: some of the shipped ones, others that add and drop contact types, that are locked, and that are refused. */
const others: readonly Json[] = [
  {
    name: 'Third line',
    changes: {
      'contactTypes.orders': { volume: '1k ±10%', channels: { phone: '100%' }, handleTime: { phone: { mean: '200 s' } } },
      'agents.orders': { skills: ['orders'], wage: '20 per h' },
    },
  },
  { name: 'One line', changes: { 'contactTypes.help': null, 'agents.back': null, 'levers.ivr.containment.help': null } },
  { name: 'Locked, longer', response: 'locked', changes: { 'calendar.open': { 'mon-fri': '09:00-15:00' } } },
  { name: 'Locked, slower', response: 'locked', changes: { 'levers.software.handleTime': '+5%' } },
  { name: 'Lagging', changes: { 'staffing.people.hireLag': '2 weeks', 'levers.ivr.platform': '9000 per month' } },
  { name: 'Other threshold', changes: { 'targets.serviceLevel.within': '60 s' } },
  { name: 'Calls back', changes: { 'levers.callback.accepts': '40%' } },
];

const someOf = (list: readonly Edit[], maxLength: number) =>
  fc.uniqueArray(fc.constantFrom(...list), { maxLength, selector: ([path]) => path }).map((chosen) => Object.fromEntries(chosen));

const documents = fc.array(
  fc
    .record({
      changes: someOf(edits, 2),
      topLevel: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, someOf(common, 1)),
      variants: fc.oneof(fc.constant(everyVariant), fc.shuffledSubarray([...everyVariant, ...others], { maxLength: 4 })),
      seed: fc.constantFrom(undefined, undefined, 'given'),
    })
    .map(({ changes, topLevel, variants, seed }) => ({
      document: everythingWith(changes, { ...topLevel, variants }),
      options: seed === undefined ? {} : { seed },
    })),
  { minLength: 30, maxLength: 30 },
);

describe('a compiler that remembers compiles what a fresh one does', () => {
  it('over long sequences of edits (seed 5)', () => {
    let compiled = 0;
    let refused = 0;
    fc.assert(
      fc.property(documents, (sequence) => {
        const compile = createStudyCompiler();
        for (const { document, options } of sequence) {
          const answer = compile(document, options);
          expect(answer).toEqual(compileStudy(document, options));
          if (answer.ok) compiled++;
          else refused++;
        }
      }),
      { seed: 5, numRuns: 6 },
    );
    expect(compiled).toBeGreaterThan(60);
    expect(refused).toBeGreaterThan(20);
  });

  const study = (compiled: CompiledStudy): Study => {
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
    return compiled.study;
  };

  it('and compiles again what changed, and nothing else', () => {
    const compile = createStudyCompiler();
    const before = study(compile(everythingWith({})));
    const again = study(compile(everythingWith({}, { note: 'the same numbers' })));
    again.models.forEach((model, index) => expect(model).toBe(before.models[index]));

    const [first, ...rest] = everyVariant as readonly { readonly name: string; readonly changes: object }[];
    const variants = [{ ...first!, changes: { 'levers.ivr.verification.offeredTo': '60%' } }, ...rest] as Json;
    const edited = study(compile(everythingWith({}, { variants })));
    expect(edited.models.map((model, index) => model === before.models[index])).toEqual([true, false, true, true]);

    // Prices and ranges leave the reports what they were; a volume does not.
    const dearer = study(compile(everythingWith({ 'costs.telephony': '0.05 per minute', 'contactTypes.sales.volume': '5k ±20%' })));
    expect(dearer.models[0]).not.toBe(before.models[0]);
    expect(dearer.models[0]!.inversion).toBe(before.models[0]!.inversion);
    const busier = study(compile(everythingWith({ 'contactTypes.sales.volume': '5.1k ±10%' })));
    expect(busier.models[0]!.inversion).not.toBe(before.models[0]!.inversion);
  });

  it('and a document that is refused costs it nothing', () => {
    const compile = createStudyCompiler();
    const before = study(compile(everythingWith({})));
    expect(compile(everythingWith({ 'contactTypes.sales.patience.phone.family': 'deterministic' })).ok).toBe(false);
    expect(compile(everythingWith({ 'levers.ivr.hangUps': '100%' })).ok).toBe(false);
    expect(study(compile(everythingWith({}))).models[0]).toBe(before.models[0]);
  });
});

it('warns of a roster or a headcount that no scenario plans by', () => {
  const given = {
    'staffing.headcount': { front: '90 FTE', back: '40 FTE' },
    'staffing.roster': { front: { 'mon-fri': 60 }, back: { 'mon-fri': 30 } },
  };
  const warned = (changes: Readonly<Record<string, Json>>, ofVariant: Readonly<Record<string, Json>>) => {
    const compiled = compileStudy(everythingWith({ ...given, ...changes }, { variants: [{ name: 'Given', changes: ofVariant }] }));
    return compiled.ok && compiled.warnings.map(({ path }) => path);
  };
  expect(warned({}, {})).toEqual(['staffing.roster', 'staffing.headcount']);
  expect(warned({ 'staffing.plan': 'roster' }, {})).toEqual(['staffing.headcount']);
  expect(
    warned({ 'staffing.plan': 'roster' }, { 'staffing.plan': 'headcount', 'staffing.headcount': given['staffing.headcount'] }),
  ).toEqual([]);
});
