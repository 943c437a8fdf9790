import type { Json } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { analyse, createAnalyst, createStudyCompiler, replicate, summariseAnalysis, type Shard, type Study } from '../../src/index.ts';
import { everythingWith, everyVariant } from '../support/everything.ts';

const compile = createStudyCompiler();
function study(changes: Readonly<Record<string, Json>>, topLevel: Readonly<Record<string, Json>> = {}): Study {
  const compiled = compile(everythingWith(changes, topLevel));
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.study;
}

/** Studies one after the other: prices, what is judged by, ranges, seeds, ties between leaves, and variants that come, go and change places. */
const before = study({});
const [first, second, third] = everyVariant as readonly { readonly name: string; readonly changes: object }[];
const sequence: readonly (readonly [string, Study])[] = [
  ['as it is', before],
  ['again', study({})],
  ['a price of the baseline', study({ 'costs.telephony': '0.05 per minute' })],
  ['a price with a range', study({ 'costs.telephony': '0.05 per minute ±10%' })],
  [
    'tied to another',
    study(
      { 'costs.telephony': '0.05 per minute ±10%', 'agents.front.wage': '22 per h ±10%' },
      { correlations: { 'wage~costs.telephony': 0.5 } },
    ),
  ],
  ['a floor', study({ 'targets.abandonment.atMost': '3%' })],
  ['another seed', study({}, { seed: 'another' })],
  [
    'a price of a variant',
    study({}, { variants: [{ ...first!, changes: { 'levers.ivr.platform': '9000 per month' } }, second!, third!] as Json }),
  ],
  ['without the first variant', study({}, { variants: [second!, third!] as Json })],
  ['in another order', study({}, { variants: [third!, second!, first!] as Json })],
  ['as it was', study({})],
];

describe('an analyst that remembers says what a fresh one does', () => {
  // Totals of the first study stand for those of all: what is asked for is that they are priced as a fresh one prices them.
  const shardsOf = (of: Study, count: number): Shard[] => {
    const shard = replicate(before, 0, count);
    return [{ ...shard, totals: of.models.map((_, index) => shard.totals[index]!) }];
  };
  const sizes = new Map([64, 72].map((count) => [count, shardsOf(before, count)]));
  const shards = (of: Study, count: number): Shard[] =>
    sizes.get(count)!.map((shard) => ({ ...shard, totals: shard.totals.slice(0, of.models.length) }));
  const few = (id: string): boolean => id.startsWith('cpc.');

  it.each(sequence.slice(1))('%s', (name, next) => {
    const analyst = createAnalyst();
    for (const count of [64, 72])
      for (const kpis of [undefined, few]) {
        const options = kpis === undefined ? {} : { kpis };
        for (const [, each] of sequence.slice(
          0,
          sequence.findIndex(([other]) => other === name),
        ))
          analyst(each, shards(each, count), options);
        const found = analyst(next, shards(next, count), options);
        const fresh = analyse(next, shards(next, count), options);
        expect(JSON.stringify(summariseAnalysis(found))).toBe(JSON.stringify(summariseAnalysis(fresh)));
      }
  });

  it('and works out what changed, and nothing else', () => {
    const analyst = createAnalyst();
    const kept = (next: () => Study, count = 64): boolean[] => {
      const last = study({});
      const known = analyst(last, shards(last, 64)).scenarios;
      const edited = next();
      return analyst(edited, shards(edited, count)).scenarios.map((scenario) => known.includes(scenario));
    };
    const variants = [{ ...first!, changes: { 'levers.ivr.platform': '9000 per month' } }, second!, third!] as Json;
    expect(kept(() => study({}))).toEqual([true, true, true, true]);
    expect(kept(() => study({}, { variants }))).toEqual([true, false, true, true]);
    // A variant is set beside the baseline, so another baseline makes another comparison.
    expect(kept(() => study({ 'costs.telephony': '0.05 per minute' }))).toEqual([false, false, false, false]);
    expect(kept(() => study({}, { seed: 'another' }))).toEqual([false, false, false, false]);
    expect(kept(() => study({}), 72)).toEqual([false, false, false, false]);
  });
});
