import type { Comparator } from '../kpis/expression.ts';
import type { AlongWages } from './alongWages.ts';
import { stretchMasses, wageNodes } from './wageNodes.ts';

/** A value that is to lie on one side of a bound. */
export interface Demand {
  readonly values: AlongWages;
  readonly comparator: Comparator;
  readonly bound: number;
}

/** That an indicator [replication] is 1. */
export const has = (indicator: Uint8Array): Demand => ({
  values: {
    replications: indicator.length,
    isFlat: true,
    fill: (replication, out) => {
      out[0] = indicator[replication]!;
      return true;
    },
  },
  comparator: '>=',
  bound: 1,
});

/**
 * [replication] the chance that all demands are met at once in a world, over the common wage factor: between two nodes each value is a straight
 * line, on which a demand is met along one piece, and the pieces in common count. 0 where a value is missing.
 */
export function chanceOf(demands: readonly Demand[], replications: number): Float64Array {
  const chance = new Float64Array(replications);
  const nodes = demands.map(() => new Float64Array(wageNodes));
  const isFlat = demands.every(({ values }) => values.isFlat);
  for (let replication = 0; replication < replications; replication++) {
    let isMet = true;
    for (let place = 0; place < demands.length && isMet; place++) {
      const { values, comparator, bound } = demands[place]!;
      isMet = values.fill(replication, nodes[place]!);
      if (isMet && values.isFlat) isMet = compares(nodes[place]![0]!, comparator, bound);
    }
    if (isMet) chance[replication] = isFlat ? 1 : alongFactor(demands, nodes);
  }
  return chance;
}

/** Demands on flat values are met when this is asked. */
function alongFactor(demands: readonly Demand[], nodes: readonly Float64Array[]): number {
  let chance = 0;
  for (let stretch = 0; stretch < stretchMasses.length; stretch++) {
    let from = 0;
    let to = 1;
    for (let place = 0; place < demands.length; place++) {
      const { values, comparator, bound } = demands[place]!;
      if (values.isFlat) continue;
      const before = nodes[place]![stretch]!;
      const after = nodes[place]![stretch + 1]!;
      const begins = compares(before, comparator, bound);
      if (begins === compares(after, comparator, bound)) {
        if (!begins) to = 0;
        continue;
      }
      const crossing = (bound - before) / (after - before);
      if (begins) to = Math.min(to, crossing);
      else from = Math.max(from, crossing);
    }
    if (to > from) chance += stretchMasses[stretch]! * (to - from);
  }
  return Math.min(1, chance);
}

export function compares(value: number, comparator: Comparator, bound: number): boolean {
  switch (comparator) {
    case '<=':
      return value <= bound;
    case '<':
      return value < bound;
    case '>=':
      return value >= bound;
    case '>':
      return value > bound;
  }
}
