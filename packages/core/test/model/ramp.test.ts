import type { Json } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { countIndex, createReplicator, totalsLayout, type CountField, type FloorName, type Study } from '../../src/index.ts';
import { documentWith } from '../support/document.ts';
import { studyOn } from '../floor/twoFloors.ts';

const changes = { 'levers.ivr.containment.service': '20%', 'levers.selfService.service': { tries: '30%', succeeds: '50%' } };
const path = 'contactTypes.service';

/** Four weeks from a Monday; the variants differ in when their levers start. */
function study(floor: FloorName, variants: readonly Readonly<Record<string, Json>>[]): Study {
  const document = documentWith(
    { [`${path}.volume`]: { value: 1500, counted: 'needs' }, [`${path}.repeat.share`]: '50%' },
    {
      horizon: { start: '2026-01-05', weeks: 4 },
      variants: variants.map((variant, index) => ({ name: `Variant ${index + 1}`, changes, ...variant })) as Json,
    },
  );
  return studyOn(floor, document);
}

/** Means over the futures of a count over the horizon, by scenario. */
function counts(of: Study, field: CountField, futures = 8): readonly number[] {
  const { totals } = createReplicator(of)(0, futures);
  return of.models.map((model, index) => {
    const layout = totalsLayout(model);
    let sum = 0;
    for (let future = 0; future < futures; future++) sum += totals[index]![future * layout.length + countIndex(layout, field, 0, 0)]!;
    return sum / futures;
  });
}

describe('levers that start on a day and grow', () => {
  it('are as strong in each week as in its middle', () => {
    // From the Monday of the third week on, over two weeks: a quarter of the way in the middle of the third, three quarters in the fourth's.
    const { models } = study('erlang', [{ starts: '2026-01-19', ramp: '2 weeks' }]);
    const { strength, stepOfDay, leaves, before } = models[1]!.ramp!;
    expect([...strength]).toEqual([0, 0.25, 0.75]);
    expect([...stepOfDay]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2]);
    // What grows: containment and tries, from nothing; how often a try succeeds is no one's before there are any.
    const grown = Array.from(leaves, (leaf, lever) => [models[1]!.leaves[leaf]!.path, models[1]!.leaves[before[lever]!]!.central]);
    expect(grown).toEqual(
      expect.arrayContaining([
        ['levers.selfService.service.tries', 0],
        ['levers.ivr.containment.service', 0],
      ]),
    );
    expect(grown).toHaveLength(2);
  });

  it('work from the first day, in full, where they started before the horizon', () => {
    const { models } = study('erlang', [{ starts: '2025-12-01', ramp: '4 weeks' }]);
    expect(models[1]!.ramp).toBeNull();
  });

  it.each(['erlang', 'calls'] as const)('on the floor %s: nothing before the start, the mean strength over the horizon', (floor) => {
    const of = study(floor, [{}, { starts: '2026-01-19', ramp: '2 weeks' }, { starts: '2026-02-02' }, { starts: '2026-01-19' }]);
    const [baseline, full, growing, never, half] = counts(of, 'selfServiceTried', 4);
    expect(baseline).toBe(0);
    expect(never).toBe(0);
    // Five equal days a week, the same customers in all variants. A quarter of the needs are in each week.
    const noise = floor === 'erlang' ? 1e-9 : 0.05;
    expect(Math.abs(growing! / full! - (0 + 0 + 0.25 + 0.75) / 4)).toBeLessThan(noise);
    expect(Math.abs(half! / full! - 0.5)).toBeLessThan(noise);
    // Twin: a ramp of four weeks would leave half of that.
    const [, , slower] = counts(study(floor, [{}, { starts: '2026-01-19', ramp: '4 weeks' }]), 'selfServiceTried', 4);
    expect(slower! / full!).toBeLessThan(0.16);
  });

  it('take the baseline’s bits in what happens before they start', () => {
    const of = study('erlang', [{ starts: '2026-02-02' }]);
    for (const field of ['offered', 'handled', 'abandoned', 'handleSeconds', 'repeats'] as const) {
      const [baseline, never] = counts(of, field);
      expect(never).toBe(baseline);
    }
  });

  it.each(['erlang', 'calls'] as const)('callbacks too, on the floor %s', (floor) => {
    const callback = { changes: { 'levers.callback': { accepts: '40%', offerWhenWaitExceeds: '10 s' } }, response: 'locked' };
    const of = study(floor, [callback, { ...callback, starts: '2026-02-02' }, { ...callback, starts: '2026-01-19' }]);
    const [, full, never, half] = counts(of, 'callbackAccepted', 4);
    expect(full).toBeGreaterThan(50);
    expect(never).toBe(0);
    expect(Math.abs(half! / full! - 0.5)).toBeLessThan(0.12);
  });

  it('are planned for week by week', () => {
    const of = study('erlang', [{}, { starts: '2026-01-19' }]);
    const { totals } = createReplicator(of)(0, 1);
    const paid = of.models.map((model, index) => totals[index]![totalsLayout(model).agents]!);
    expect(paid[1]).toBeLessThan(paid[2]!);
    expect(paid[2]).toBeLessThan(paid[0]!);
    // Half of the weeks; a little less, since those of before come back after.
    const share = (paid[0]! - paid[2]!) / (paid[0]! - paid[1]!);
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.52);
  });
});
