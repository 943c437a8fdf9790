import { createWageSampler } from '../../src/study/wageNodes.ts';
import { parseScenario, presetText, type ScenarioDocument } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { createSampler, replicate, summarise, type LeafSampler, type Study } from '../../src/index.ts';
import { ledgerPlan } from '../../src/ledger/ledgerLines.ts';
import { createPriceSampler } from '../../src/study/priceWorlds.ts';
import { studyOf } from '../support/document.ts';
import { everythingWith } from '../support/everything.ts';

/** Everything that is priced is uncertain, and tied to what is not priced. */
const uncertain = (): ScenarioDocument =>
  everythingWith(
    {
      'staffing.people.attrition': { low: '25% per year', likely: '33% per year', high: '45% per year' },
      'staffing.people.overtime.premium': '50% ±5 points',
      'agents.back.onCost': '25% ±2 points',
      'costs.management': { oneFor: { low: 10, likely: 14, high: 18 }, wage: '31 per h ±10%', onCost: '28% ±2 points' },
      'costs.hiring': '4200 per hire ±20%',
      'costs.officeSpace': '230 per seat per month ±5%',
      'costs.penalties': { serviceLevelBelow: '78% ±2 points', amount: '5000 per month ±10%' },
      'targets.abandonment.atMost': '5% ±1 points',
      'targets.firstContactResolution.atLeast': '60% ±1 points',
    },
    { correlations: { 'volume~wage': 0.4, 'staffing.people.attrition~volume': 0.3, 'agents.front.shrinkage.sickness~wage': -0.2 } },
  );

/** One preset of each kind of staffing and channels: a run of every one takes long and prices nothing else. */
const priced = ['bank-ivr-verification', 'airline-disruption', 'retailer-callbacks', 'public-sector-line', 'it-help-desk'];
const presets = Object.fromEntries(
  priced.map((name) => {
    const parsed = parseScenario(presetText(name)!);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return [name, parsed.document];
  }),
);
const studies: readonly (readonly [string, () => Study])[] = [
  ['everything', () => studyOf(everythingWith())],
  ['everything uncertain', () => studyOf(uncertain())],
  ...Object.entries(presets).map(([name, document]) => [name, () => studyOf(document)] as const),
];

describe('a price sampler draws what pricing reads, and nothing else', () => {
  it.each(studies)('%s: the bytes of a sampler of all leaves', (_, build) => {
    const study = build();
    const shards = [replicate(study, 0, 64)];
    expect(JSON.stringify(summarise(study, shards))).toBe(
      JSON.stringify(summarise(study, shards, { sampler: { ...createSampler(study), wages: createWageSampler(study) } })),
    );
  });

  it('leaves the others out: an uncertain leaf that nobody prices is NaN', () => {
    const study = studyOf(uncertain());
    const [model] = study.models;
    const leaves = new Float64Array(model!.leaves.length);
    createPriceSampler(study).sampleLeaves(5, 0, leaves);
    const valueOf = (path: string): number => leaves[model!.leaves.findIndex((leaf) => leaf.path === path)]!;
    expect(valueOf('contactTypes.sales.volume')).toBeNaN();
    expect(valueOf('contactTypes.sales.patience.phone.mean')).toBe(180);
    expect(valueOf('staffing.people.attrition')).toBeGreaterThan(0.1);
    expect(valueOf('targets.abandonment.atMost')).toBeGreaterThan(0.02);
  });

  it('twin: without one of the leaves that are priced, a cost is not a number and is refused', () => {
    const study = studyOf(uncertain());
    const shards = [replicate(study, 0, 64)];
    for (const leaf of ledgerPlan(study.models[0]!).leaves) {
      const all = createSampler(study);
      const without: LeafSampler = {
        sampleLeaves: (replication, model, leaves) => {
          all.sampleLeaves(replication, model, leaves);
          if (model === 0) leaves[leaf] = NaN;
        },
      };
      const { path } = study.models[0]!.leaves[leaf]!;
      // A threshold that is not a number is never undercut: the one leaf that is compared with and not multiplied.
      if (path === 'costs.penalties.serviceLevelBelow') continue;
      expect(() => summarise(study, shards, { sampler: without }), path).toThrow(RangeError);
    }
  });
});
