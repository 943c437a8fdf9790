import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/model/model.ts';
import type { Study } from '../../src/study/study.ts';
import { createSampler } from '../../src/world/sampleWorld.ts';
import { smallModel, smallStudy } from './smallStudy.ts';

const baseline = smallModel('baseline');
const { days, weeks } = baseline.calendar;
const types = baseline.contactTypes.length;

const studyWith = (changes: Partial<Study> = {}, models: readonly Model[] = [baseline], seed = 'even'): Study => ({
  ...smallStudy(models, [], seed),
  ...changes,
});
const plainly: Partial<Study> = { sampling: { method: 'monteCarlo' } };

/** [day] or [week], by replication: busyness of the first contact type, or the miss of its forecasts. */
function seriesOf(study: Study, what: 'busyness' | 'forecast', replications: number, model = 0): Float64Array[] {
  const sampler = createSampler(study);
  const world = sampler.createWorld(model);
  return Array.from({ length: replications }, (_, replication) => {
    sampler.sample(replication, model, world);
    return world[what].filter((_value, at) => at % types === 0);
  });
}

const meanOf = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
const momentsOf = (values: readonly number[]): readonly number[] => {
  const mean = meanOf(values);
  return [mean, meanOf(values.map((value) => (value - mean) ** 2)), meanOf(values.map((value) => (value - mean) ** 3))];
};

describe('the law of days and forecasts is what it is when each is drawn for itself', () => {
  const replications = 16_384;
  // A product of two Gammas of cv 8% together; a lognormal of cv 5%: in both the skewness is about 2 to 3 cv.
  for (const [what, cv, skewness, slots] of [
    ['busyness', 0.08, 0.16, days],
    ['forecast', 0.05, 0.15, weeks],
  ] as const) {
    it(`${what}: mean 1, its spread and its skewness, slot by slot; no two slots go together`, () => {
      const series = seriesOf(studyWith(), what, replications);
      const error = 4 / Math.sqrt(replications);
      for (let slot = 0; slot < slots; slot++) {
        const [mean, variance, third] = momentsOf(series.map((draws) => draws[slot]!));
        expect(Math.abs(mean! - 1)).toBeLessThan(error * cv);
        // Of a normal the variance scatters by sqrt(2 / n), the skewness by sqrt(6 / n).
        expect(Math.abs(variance! / cv ** 2 - 1)).toBeLessThan(1.5 * error * Math.SQRT2);
        expect(Math.abs(third! / variance! ** 1.5 - skewness)).toBeLessThan(1.5 * error * Math.sqrt(6));
        for (let other = 0; other < slot; other++) {
          const products = series.map((draws) => (draws[slot]! - 1) * (draws[other]! - 1));
          expect(Math.abs(meanOf(products) / cv ** 2)).toBeLessThan(error);
        }
      }
    });

    it(`${what}: twin: a mean that is added to draws which keep their own makes slots go together`, () => {
      const series = seriesOf(studyWith(), what, replications);
      const again = seriesOf(studyWith({}, [baseline], 'another'), what, replications);
      const doubled = series.map((draws, replication) => draws.map((value) => value + meanOf(again[replication]!) - 1));
      const products = doubled.map((draws) => (draws[0]! - 1) * (draws[1]! - 1));
      expect(Math.abs(meanOf(products) / cv ** 2)).toBeGreaterThan(4 / Math.sqrt(replications));
    });
  }
});

describe('means over the horizon are even among the futures', () => {
  const replications = 1024;
  /** Root mean square over seeds of the error of the mean over all futures, in standard errors of as many independent ones. */
  function unevenness(what: 'busyness' | 'forecast', changes: Partial<Study>): number {
    const cv = what === 'busyness' ? 0.08 : 0.05;
    const slots = what === 'busyness' ? days : weeks;
    const squares = Array.from({ length: 8 }, (_, seed) => {
      const series = seriesOf(studyWith(changes, [baseline], `seed ${seed}`), what, replications);
      return ((meanOf(series.map(meanOf)) - 1) / (cv / Math.sqrt(slots * replications))) ** 2;
    });
    return Math.sqrt(meanOf(squares));
  }

  for (const what of ['busyness', 'forecast'] as const) {
    it(`${what}: far evener than chance by Sobol' points and hypercubes; twin: as uneven as chance when drawn plainly`, () => {
      expect(unevenness(what, {})).toBeLessThan(0.2);
      expect(unevenness(what, { sampling: { method: 'latinHypercube', points: replications / 8 } })).toBeLessThan(0.2);
      // The mean of eight squares of standard normals is under 0.2 in one seed of a thousand, as a chi square of eight says.
      expect(unevenness(what, plainly)).toBeGreaterThan(0.4);
    });
  }
});

describe('draws stay where they are', () => {
  it('a variant that opens on further days has the baseline’s draws on the days of both', () => {
    const { calendar } = baseline;
    const dayOffset = Int32Array.of(...calendar.dayOffset, 12);
    const more: Model = {
      ...smallModel('Saturdays'),
      calendar: {
        ...calendar,
        days: days + 1,
        dayOffset,
        firstInterval: Int32Array.of(...calendar.firstInterval, calendar.intervals + 20),
        slot: Int32Array.of(...calendar.slot, ...calendar.slot.slice(0, 20)),
        intervals: calendar.intervals + 20,
      },
    };
    const study = studyWith({}, [baseline, more]);
    const ours = seriesOf(study, 'busyness', 20, 1);
    seriesOf(study, 'busyness', 20).forEach((draws, replication) => expect([...ours[replication]!.slice(0, days)]).toEqual([...draws]));
  });

  it('other days in the same worlds are independent of the first, their means too', () => {
    const replications = 4096;
    const ours = seriesOf(studyWith(), 'busyness', replications).map(meanOf);
    const others = seriesOf(studyWith({ redrawn: 'days' }), 'busyness', replications).map(meanOf);
    const variance = 0.08 ** 2 / days;
    expect(Math.abs(meanOf(ours.map((value, at) => (value - 1) * (others[at]! - 1))) / variance)).toBeLessThan(4 / Math.sqrt(replications));
    // Twin: other customers on the same days.
    const same = seriesOf(studyWith({ redrawn: 'customers' }), 'busyness', replications).map(meanOf);
    expect(same).toEqual(ours);
  });
});
