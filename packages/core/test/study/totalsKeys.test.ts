import type { Json, ScenarioDocument } from '@percall/scenario';
import { canonicalJson, sha256Hex, parseScenario, presetNames, presetText, applyChanges } from '@percall/scenario';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileStudy,
  createReplicator,
  createSampler,
  createStage,
  planWorld,
  runWorld,
  sumTotals,
  totalsKeys,
  totalsLayout,
  type Model,
  type Study,
} from '../../src/index.ts';
import { floorPart } from '../../src/study/totalsKeys.ts';
import { studyOf } from '../support/document.ts';
import { everythingWith, everyVariant } from '../support/everything.ts';

const replications = 8;
const bytesOf = (totals: Float64Array): string => sha256Hex(canonicalJson(Array.from(totals, String)));
/** [model] digest of the totals of the first replications. */
const totalsOf = (study: Study): readonly string[] => createReplicator(study)(0, replications).totals.map(bytesOf);

type Change = readonly [path: string, value: Json];

/** Numbers that change what happens. */
const operational: readonly Change[] = [
  ['contactTypes.sales.volume', '5.7k'],
  ['contactTypes.sales.volume', '5k ±20%'],
  ['contactTypes.help.volume', '2k'],
  ['contactTypes.help.variation.dayToDay', '12%'],
  ['contactTypes.sales.handleTime.phone.mean', '310 s ±5%'],
  ['contactTypes.sales.patience.phone.mean', '200 s'],
  ['contactTypes.help.patience.phone.mean', '4 min ±10%'],
  ['contactTypes.help.redial.share', '20%'],
  ['contactTypes.help.firstContactResolution', '70%'],
  ['agents.back.shrinkage', '28%'],
  ['agents.front.shrinkage.leave', '12% ±3 points'],
  ['staffing.scheduleEfficiency', '90%'],
  ['staffing.maxOccupancy', '80%'],
  ['staffing.forecastError', '9%'],
  ['staffing.minimumAgents', 30],
  ['targets.serviceLevel.atLeast', '85%'],
  ['targets.abandonment.atMost', '2%'],
  ['levers.ivr.verification.success', '70% ±5 points'],
  ['levers.ivr.containment.sales', '25%'],
  ['levers.selfService.sales.tries', '35%'],
  ['levers.software.handleTime', '-6%'],
  ['levers.rootCause.sales.volume', '-9%'],
  ['calendar.events', []],
  ['calendar.holidays', ['2026-01-07']],
];

/** Numbers that change what it costs or how it is judged, and words. */
const financial: readonly Change[] = [
  ['agents.front.wage', '21 per h'],
  ['agents.front.wage', '20 per h ±10%'],
  ['agents.back.wage', '22 per h'],
  ['agents.back.onCost', '30% ±2 points'],
  ['staffing.people.overtime.premium', '60% ±5 points'],
  ['costs.telephony', '0.03 per minute'],
  ['costs.technology', '15000 per month ±10%'],
  ['costs.taxes', '800 per month'],
  ['costs.management.wage', '33 per h'],
  ['costs.miscellaneous', ['100 per month', '200 per week']],
  ['costs.penalties.amount', '9000 per month'],
  ['costs.penalties.serviceLevelBelow', '75% ±2 points'],
  ['costs.management.oneFor', '11 agents'],
  ['costs.management.oneFor', { low: 10, likely: 14, high: 18 }],
  ['costs.hiring', '5000 per hire'],
  ['staffing.people.attrition', { low: '25% per year', likely: '33% per year', high: '45% per year' }],
  ['staffing.hoursPerWeek', 37],
  ['targets.chance', '80%'],
  ['targets.tolerance.serviceLevel', '2 points'],
  ['targets.occupancy.atLeast', '40%'],
  ['targets.firstContactResolution.atLeast', '65% ±2 points'],
  ['investment.years', 5],
  ['levers.ivr.platform', '9000 per month'],
  ['levers.software.licence', '50 per seat per month'],
  ['levers.rootCause.sales.oneOff', '70000'],
  ['contactTypes.help.volume', { value: '2k ±10%', note: 'from the last report', source: 'measured' }],
];

const variants = {
  none: [],
  shipped: everyVariant,
  renamed: everyVariant.map((variant) => ({ ...(variant as object), name: `${(variant as { name: string }).name}, renamed` })),
  reversed: [...everyVariant].reverse(),
  more: [
    { name: 'Uncertain patience', changes: { 'contactTypes.sales.patience.phone.mean': '3 min ±20%', 'staffing.maxOccupancy': '85%' } },
    ...everyVariant,
  ],
} as const satisfies Readonly<Record<string, readonly Json[]>>;

const seeds = ['everything', 'another'];
const correlations: readonly Json[] = [
  { 'volume~handleTime': 0.3 },
  { 'volume~handleTime': 0.4 },
  { 'volume~handleTime': 0.3, 'contactTypes.sales.firstContactResolution~agents.front.wage': 0.5 },
  { 'volume~wage': 0.3 },
];

const edited = (changes: readonly Change[], topLevel: Readonly<Record<string, Json>> = {}): ScenarioDocument =>
  everythingWith(Object.fromEntries(changes), topLevel);

const arbitraryStudy = fc
  .record({
    changes: fc.uniqueArray(fc.constantFrom(...operational.slice(0, 6), ...financial), { maxLength: 2, selector: ([path]) => path }),
    variants: fc.constantFrom(...Object.values(variants)),
    seed: fc.constantFrom('everything', ...seeds),
    correlations: fc.constantFrom(...correlations.slice(0, 1), ...correlations),
  })
  .map(({ changes, ...topLevel }) => studyOf(edited(changes, topLevel)));

/** Pairs of models that agree in `keys`, and of those the ones whose totals differ. */
function agreement(
  studies: readonly Study[],
  keys: (study: Study) => readonly string[],
): { readonly equal: number; readonly wrong: number } {
  const models = studies.flatMap((study) => {
    const totals = totalsOf(study);
    return keys(study).map((key, model) => ({ key, totals: totals[model]! }));
  });
  let equal = 0;
  let wrong = 0;
  models.forEach((one, i) =>
    models.slice(0, i).forEach((other) => {
      if (one.key !== other.key) return;
      equal++;
      if (one.totals !== other.totals) wrong++;
    }),
  );
  return { equal, wrong };
}

describe('equal keys, equal totals (seed 11, 40 studies drawn)', () => {
  const studies = fc.sample(arbitraryStudy, { seed: 11, numRuns: 40 });

  it('in every pair of models of any studies', () => {
    const { equal, wrong } = agreement(studies, totalsKeys);
    expect(wrong).toBe(0);
    // Not for want of pairs that agree.
    expect(equal).toBeGreaterThan(200);
  });

  it('twins: a key without the seed, without the correlations, or without the roster that is taken over, is found out', () => {
    const withoutSeed = (study: Study) => totalsKeys({ ...study, seed: '' });
    const withoutCorrelations = (study: Study) =>
      totalsKeys({ ...study, cholesky: Float64Array.from(study.cholesky, (_, i) => (i % (study.coordinates.length + 1) === 0 ? 1 : 0)) });
    expect(agreement(studies, withoutSeed).wrong).toBeGreaterThan(0);
    expect(agreement(studies, withoutCorrelations).wrong).toBeGreaterThan(0);

    // A locked variant that states a number of its own, over baselines that differ in it.
    const locked = [{ name: 'L', response: 'locked', changes: { 'staffing.forecastError': '6%' } }] as const;
    const overBaselines = ['5%', '9%'].map((error) => studyOf(edited([['staffing.forecastError', error]], { variants: locked })));
    const withoutRoster = (study: Study) =>
      study.models.flatMap((model, index) => totalsKeys({ ...study, models: [model], coordinateOfLeaf: [study.coordinateOfLeaf[index]!] }));
    expect(agreement(overBaselines, withoutRoster).wrong).toBeGreaterThan(0);
    expect(agreement(overBaselines, totalsKeys).wrong).toBe(0);
  });
});

describe('keys that stay', () => {
  const study = studyOf(edited([]));
  const keys = totalsKeys(study);
  const byName = ({ models }: Study, all: readonly string[]) => Object.fromEntries(models.map(({ name }, model) => [name, all[model]!]));

  it.each(financial)('when %s becomes %j', (...change) => {
    expect(totalsKeys(studyOf(edited([change])))).toEqual(keys);
  });

  it('of a variant that only prices differently: it is the baseline’s, and so are the totals', () => {
    const dearer = study.models.findIndex(({ name }) => name === 'Dearer');
    expect(keys[dearer]).toBe(keys[0]);
    const totals = totalsOf(study);
    expect(totals[dearer]).toBe(totals[0]);
    expect(new Set(keys).size).toBe(3);
  });

  it('of the others when a variant is added, renamed, removed, moved or edited', () => {
    for (const list of Object.values(variants)) {
      const other = studyOf(edited([], { variants: list }));
      const others = byName(other, totalsKeys(other));
      for (const [name, key] of Object.entries(byName(study, keys))) {
        const now = others[name] ?? others[`${name}, renamed`];
        if (now !== undefined) expect(now, name).toBe(key);
      }
    }
    const touched = everyVariant.map((variant, i) =>
      i === 0
        ? { ...(variant as object), changes: { 'levers.ivr.verification.success': '90% ±2 points', 'contactTypes.help.volume': '2k ±30%' } }
        : variant,
    );
    const [, first, ...rest] = totalsKeys(studyOf(edited([], { variants: touched as Json })));
    expect(first).not.toBe(keys[1]);
    expect(rest).toEqual(keys.slice(2));
  });
});

it('what is left out is read by no plan and on no floor: were it another number, the totals would be the same', () => {
  const study = studyOf(edited([['staffing.people.attrition', { low: '25% per year', likely: '33% per year', high: '45% per year' }]]));
  const sampler = createSampler(study);
  const shard = createReplicator(study)(0, 16);
  const other = (value: number): number => 0.9 * value + 0.01;
  const unlike = (keep: (model: Model, leaf: number) => boolean): readonly boolean[] => {
    const models = study.models.map((model) => ({
      ...model,
      leaves: model.leaves.map((leaf, index) => (keep(model, index) ? leaf : { ...leaf, central: other(leaf.central) })),
    }));
    const stages = models.map((model) => createStage(model));
    return stages.map((stage, index) => {
      const { length } = totalsLayout(stage.model);
      const totals = new Float64Array(16 * length);
      for (let replication = 0; replication < 16; replication++) {
        const world = sampler.createWorld(index);
        const ofBaseline = sampler.createWorld(0);
        sampler.sample(replication, 0, ofBaseline);
        sampler.sample(replication, index, world);
        for (const [at, from] of [
          [world, index],
          [ofBaseline, 0],
        ] as const)
          models[from]!.leaves.forEach(
            (_, leaf) => (at.leaves[leaf] = keep(study.models[from]!, leaf) ? at.leaves[leaf]! : other(at.leaves[leaf]!)),
          );
        planWorld(stages[0]!, ofBaseline, null);
        const outcome = runWorld(stage, world, index === 0 ? null : stages[0]!);
        sumTotals(stage.model, outcome, stage.roster.scheduled, totals, replication * length);
      }
      return bytesOf(totals) === bytesOf(shard.totals[index]!);
    });
  };
  expect(unlike((model, leaf) => floorPart(model).leaves.has(leaf))).toEqual(study.models.map(() => true));
  // Twin: one leaf more, and it shows.
  const waiting = 'contactTypes.help.patience.phone.mean';
  expect(unlike((model, leaf) => floorPart(model).leaves.has(leaf) && model.leaves[leaf]!.path !== waiting)).not.toContain(true);
  expect(floorPart(study.models[0]!).leaves.size).toBeLessThan(study.models[0]!.leaves.length - 20);
});

describe('keys that move', () => {
  const study = studyOf(edited([]));
  const keys = totalsKeys(study);
  const totals = totalsOf(study);

  it.each(operational)('when %s becomes %j, or else the totals are the same', (...change) => {
    const other = studyOf(edited([change]));
    const otherTotals = totalsOf(other);
    let moved = 0;
    totalsKeys(other).forEach((key, model) => {
      if (otherTotals[model] !== totals[model]) moved++;
      if (key === keys[model]) expect(otherTotals[model]).toBe(totals[model]);
    });
    expect(moved).toBeGreaterThan(0);
  });

  it('of a variant with days of its own, with the days of the baseline: even means are by those', () => {
    const weights = (mon: number): Json => ({ mon, tue: 1, wed: 1, thu: 1, fri: 1 });
    const variants = [{ name: 'Days of its own', changes: { 'calendar.dayWeights': weights(1.2) } }];
    const [one, other] = [1.4, 0.6].map((mon) => studyOf(edited([['calendar.dayWeights', weights(mon)]], { variants })));
    // Behind another baseline, the variant itself being the same.
    const moved: Study = { ...one!, models: [other!.models[0]!, one!.models[1]!] };
    const isSame = (of: (study: Study) => readonly string[], changes: Partial<Study>): boolean =>
      of({ ...one!, ...changes })[1] === of({ ...moved, ...changes })[1];
    for (const of of [totalsKeys, totalsOf]) {
      expect(isSame(of, {})).toBe(false);
      // Drawn plainly it does not hear of the baseline.
      expect(isSame(of, { sampling: { method: 'monteCarlo' } })).toBe(true);
    }
  });

  it('with the seed, and with a correlation', () => {
    const reseeded = compileStudy(edited([]), { seed: 'another' });
    if (!reseeded.ok) throw new Error();
    const tied = studyOf(edited([], { correlations: { 'volume~handleTime': 0.31 } }));
    for (const other of [reseeded.study, tied])
      totalsKeys(other).forEach((key, model) => {
        expect(key).not.toBe(keys[model]);
        expect(totalsOf(other)[model]).not.toBe(totals[model]);
      });
  });
});

it.each(presetNames())('%s: a price moves no key, a volume moves all', (name) => {
  const parsed = parseScenario(presetText(name)!);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const keysWith = (changes: Readonly<Record<string, Json>>) => {
    const changed = applyChanges(parsed.document, changes);
    if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
    return totalsKeys(studyOf(changed.document));
  };
  const keys = keysWith({});
  const path = (table: 'contactTypes' | 'agents', key: string): string =>
    `${table}.${JSON.stringify(Object.keys(parsed.document[table] as object)[0])}.${key}`;
  expect(keysWith({ [path('agents', 'wage')]: '33 per h', 'costs.taxes': '4000 per month' })).toEqual(keys);
  keysWith({ [path('contactTypes', 'volume')]: '99k' }).forEach((key, model) => expect(key).not.toBe(keys[model]));
});
