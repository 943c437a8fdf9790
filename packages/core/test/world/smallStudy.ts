import type { Correlation, Distribution, LeafClass, Role, Support } from '@percall/scenario';
import type { Model, ModelContactType, ModelGroup, ModelLeaf } from '../../src/model/model.ts';
import { medianOf } from '../../src/random/distributions/median.ts';
import type { Study } from '../../src/study/study.ts';
import { planCoordinates, type WithinClass } from '../../src/world/coordinates.ts';

export const positive: Support = { lower: 0, upper: Infinity };
export const share: Support = { lower: 0, upper: 1 };
export const within: WithinClass = { volume: 0.7, handleTime: 0.7, wage: 0.7, shrinkage: 0.7 };

export const certain = (value: number): Distribution => ({ family: 'certain', value });
export const range = (low: number, likely: number, high: number): Distribution => ({ family: 'range', low, likely, high });

export interface Wanted {
  readonly path: string;
  readonly distribution: Distribution;
  readonly support?: Support;
  readonly role?: Role;
  readonly class?: LeafClass;
}

/**
 * As much of a Model as chance needs: two weeks of 5 open days (the second Tuesday closed), half-hours from 8:00 to 18:00.
 * `changes` replace or add leaves by path.
 */
export function smallModel(name: string, changes: readonly Wanted[] = [], types = ['billing', 'technical'], groups = ['frontline']): Model {
  const wanted = new Map<string, Wanted>();
  for (const type of types) {
    wanted.set(`contactTypes.${type}.volume`, {
      path: `contactTypes.${type}.volume`,
      distribution: range(900, 1000, 1200),
      class: 'volume',
    });
    wanted.set(`contactTypes.${type}.handleTime.phone.mean`, {
      path: `contactTypes.${type}.handleTime.phone.mean`,
      distribution: range(280, 300, 350),
      class: 'handleTime',
    });
    for (const [key, value] of [
      ['dayToDay', 0.08],
      ['shared', 0.7],
      ['withinDay', 0.05],
    ] as const) {
      wanted.set(`contactTypes.${type}.variation.${key}`, { path: `contactTypes.${type}.variation.${key}`, distribution: certain(value) });
    }
    wanted.set(`contactTypes.${type}.patience.phone.mean`, {
      path: `contactTypes.${type}.patience.phone.mean`,
      distribution: range(100, 180, 400),
    });
  }
  for (const group of groups) {
    wanted.set(`agents.${group}.wage`, {
      path: `agents.${group}.wage`,
      distribution: range(17, 17.6, 18.6),
      class: 'wage',
      role: 'financial',
    });
    wanted.set(`agents.${group}.shrinkage`, {
      path: `agents.${group}.shrinkage`,
      distribution: range(0.25, 0.3, 0.36),
      support: share,
      class: 'shrinkage',
    });
  }
  wanted.set('costs.technology', { path: 'costs.technology', distribution: range(15000, 18000, 22000), role: 'financial' });
  wanted.set('staffing.forecastError', { path: 'staffing.forecastError', distribution: certain(0.05) });
  for (const change of changes) wanted.set(change.path, { ...wanted.get(change.path), ...change });

  const leaves: ModelLeaf[] = [...wanted.values()].map(
    ({ path, distribution, support = positive, role = 'operational', class: leafClass = 'other' }) => ({
      path,
      distribution,
      support,
      role,
      class: leafClass,
      central: medianOf(distribution, support),
    }),
  );
  const leaf = (path: string): number => leaves.findIndex((candidate) => candidate.path === path);
  const offsets = [0, 1, 2, 3, 4, 7, 9, 10, 11];
  const perDay = 20;
  const contactTypes = types.map((type) => ({
    name: type,
    volume: leaf(`contactTypes.${type}.volume`),
    profile: new Float64Array(offsets.length * perDay).fill(1 / (offsets.length * perDay)),
    dayToDay: leaf(`contactTypes.${type}.variation.dayToDay`),
    shared: leaf(`contactTypes.${type}.variation.shared`),
    withinDay: leaf(`contactTypes.${type}.variation.withinDay`),
  })) as unknown as readonly ModelContactType[];
  return {
    name,
    leaves,
    calendar: {
      intervalSeconds: 1800,
      horizonDays: 14,
      weeks: 2,
      intervals: offsets.length * perDay,
      days: offsets.length,
      firstInterval: Int32Array.from({ length: offsets.length + 1 }, (_, day) => day * perDay),
      dayOffset: Int32Array.from(offsets),
      weekday: Int32Array.from(offsets, (offset) => offset % 7),
      week: Int32Array.from(offsets, (offset) => Math.floor(offset / 7)),
      slot: Int32Array.from({ length: offsets.length * perDay }, (_, interval) => 16 + (interval % perDay)),
    },
    contactTypes,
    groups: groups.map((group) => ({ name: group })) as unknown as readonly ModelGroup[],
    staffing: { forecastError: leaf('staffing.forecastError') },
  } as unknown as Model;
}

/** The study of these models; throws where the correlations are refused. */
export function smallStudy(
  models: readonly Model[],
  correlations: readonly Correlation[] = [],
  seed = 'small study',
  withinClass = within,
): Study {
  const plan = planCoordinates(models, correlations, withinClass);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const { coordinates, cholesky, coordinateOfLeaf } = plan;
  return {
    models,
    name: 'small',
    replications: 64,
    coordinates,
    cholesky,
    coordinateOfLeaf,
    seed,
    sampling: { method: 'sobol' },
    redrawn: null,
    floor: 'erlang',
    days: 'all',
  };
}
