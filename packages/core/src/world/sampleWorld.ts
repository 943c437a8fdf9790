import { normalInverse } from '@percall/numeric';
import type { Model } from '../model/model.ts';
import { gammaKeys } from '../random/gamma.ts';
import { purposeKey, purposes } from '../random/keyedStream.ts';
import { nameHash } from '../random/nameHash.ts';
import { anotherSeed, seedKey } from '../random/seed.ts';
import { scrambles } from '../random/sobol.ts';
import type { Study } from '../study/study.ts';
import { evenAxes, type EvenMean } from './evenMean.ts';
import { createColumn, drawGamma, drawLognormal, drawUniform, type KeyedColumn } from './keyedColumn.ts';
import { axisOf } from './leafScores.ts';
import { createLeafSampler, type LeafSampler } from './sampleLeaves.ts';
import type { World } from './world.ts';
import { createWorld } from './worldShape.ts';

export interface Sampler extends LeafSampler {
  /** Fills `world` (made by `createWorld` for the same model) with replication `replication` of the model. No allocation. */
  readonly sample: (replication: number, model: number, world: World) => void;
  readonly createWorld: (model: number) => World;
}

/** How one model draws. Columns are shared by the models of the study. */
interface Plan {
  readonly model: Model;
  readonly commonDay: KeyedColumn;
  /** [contactType] */
  readonly ownDay: readonly KeyedColumn[];
  readonly withinDay: readonly KeyedColumn[];
  readonly forecast: readonly KeyedColumn[];
  /** [group] */
  readonly rounding: readonly KeyedColumn[];
}

/**
 * Draws the worlds of a study. The mean busyness of its days and the mean miss of its forecasts are drawn as its uncertain numbers are (`evenMean`). Replication r is the same whatever was drawn before it, on whatever worker, and whatever other models there are:
 * every draw is a function of (seed, replication, purpose, slot since the start of the horizon, name), and all models share it.
 */
export function createSampler(study: Study): Sampler {
  const seed = seedKey(study.redrawn === 'days' ? anotherSeed(study.seed) : study.seed);
  const keys = {
    commonDay: gammaKeys(seed, purposes.commonDay),
    ownDay: gammaKeys(seed, purposes.ownDay),
    withinDay: gammaKeys(seed, purposes.withinDay),
    forecast: purposeKey(seed, purposes.forecast),
    rounding: purposeKey(seed, purposes.rounding),
  };
  const plans = planModels(study, evenMeans(study));

  const { sampleLeaves } = createLeafSampler(study);

  const sample = (replication: number, model: number, world: World): void => {
    const plan = plans[model]!;
    const { leaves } = world;
    (world as { replication: number }).replication = replication;
    sampleLeaves(replication, model, leaves);
    const types = plan.model.contactTypes;
    const forecastError = leaves[plan.model.staffing.forecastError]!;
    for (let type = 0; type < types.length; type++) {
      const contactType = types[type]!;
      const dayToDay = leaves[contactType.dayToDay]!;
      const shared = leaves[contactType.shared]!;
      // The product of both has the typed cv: (1 + common^2)(1 + own^2) = 1 + dayToDay^2, with common^2 the shared part of dayToDay^2.
      const commonVariance = shared * dayToDay * dayToDay;
      const ownVariance = ((1 - shared) * dayToDay * dayToDay) / (1 + commonVariance);
      drawGamma(plan.commonDay, keys.commonDay, replication, Math.sqrt(commonVariance));
      const ownDay = plan.ownDay[type]!;
      drawGamma(ownDay, keys.ownDay, replication, Math.sqrt(ownVariance));
      const common = plan.commonDay.values;
      const own = ownDay.values;
      for (let day = 0; day < own.length; day++) world.busyness[day * types.length + type] = common[day]! * own[day]!;

      const withinDay = plan.withinDay[type]!;
      drawGamma(withinDay, keys.withinDay, replication, leaves[contactType.withinDay]!);
      scatter(withinDay.values, world.withinDay, types.length, type);

      const forecast = plan.forecast[type]!;
      drawLognormal(forecast, keys.forecast, replication, forecastError);
      scatter(forecast.values, world.forecast, types.length, type);
    }
    for (let group = 0; group < plan.rounding.length; group++) {
      const rounding = plan.rounding[group]!;
      drawUniform(rounding, keys.rounding, replication);
      scatter(rounding.values, world.rounding, plan.rounding.length, group);
    }
  };

  return { sample, sampleLeaves, createWorld: (model) => createWorld(study.models[model]!) };
}

/** Column `column` of the row-major matrix `to`. */
function scatter(values: Float64Array, to: Float64Array, columns: number, column: number): void {
  for (let i = 0, at = column; i < values.length; i++, at += columns) to[at] = values[i]!;
}

/** The even mean of the draws of a purpose and a contact type; of `commonDay` the type is ''. null: there is none. */
type EvenMeans = (purpose: number, name: string) => EvenMean | null;

function evenMeans(study: Study): EvenMeans {
  const axes = evenAxes(study);
  const axis = axisOf(study.sampling, axes, seedKey(study.seed));
  const means = axes.map(({ purpose, name, slots, weights }, at) => {
    const score = (replication: number): number => {
      const scramble = replication % scrambles;
      return normalInverse(axis(at, replication, scramble, (replication - scramble) / scrambles));
    };
    return [`${purpose}|${name}`, { slots, weights, score }] as const;
  });
  const byName = new Map<string, EvenMean>(means);
  return (purpose, name) => byName.get(`${purpose}|${name}`) ?? null;
}

function planModels(study: Study, evenMeanOf: EvenMeans): readonly Plan[] {
  const columns = new Map<string, KeyedColumn>();
  const columnOf = (purpose: number, slots: Int32Array, name: string): KeyedColumn => {
    const key = `${purpose}|${slots.join()}|${name}`;
    let column = columns.get(key);
    if (column === undefined) columns.set(key, (column = createColumn(slots, nameHash(name), evenMeanOf(purpose, name))));
    return column;
  };
  return study.models.map((model) => {
    const { days, intervals, weeks, dayOffset, firstInterval, slot, intervalSeconds } = model.calendar;
    const intervalsPerDay = Math.round(86400 / intervalSeconds);
    const intervalSlots = new Int32Array(intervals);
    for (let day = 0; day < days; day++) {
      for (let interval = firstInterval[day]!; interval < firstInterval[day + 1]!; interval++) {
        intervalSlots[interval] = dayOffset[day]! * intervalsPerDay + slot[interval]!;
      }
    }
    const daySlots = dayOffset.slice(0, days);
    const weekSlots = Int32Array.from({ length: weeks }, (_, week) => week);
    const ofTypes = (purpose: number, slots: Int32Array): readonly KeyedColumn[] =>
      model.contactTypes.map(({ name }) => columnOf(purpose, slots, name));
    return {
      model,
      commonDay: columnOf(purposes.commonDay, daySlots, ''),
      ownDay: ofTypes(purposes.ownDay, daySlots),
      withinDay: ofTypes(purposes.withinDay, intervalSlots),
      forecast: ofTypes(purposes.forecast, weekSlots),
      rounding: model.groups.map(({ name }) => columnOf(purposes.rounding, intervalSlots, name)),
    };
  });
}
