import { spreadOf, type ScenarioResults, type Spread } from '@percall/core';
import { futuresOf, type Setting } from '@percall/report';
import type { ScenarioCost } from '../desk/desk.ts';
import { axisAround, type Axis } from './axis.ts';

/** What a variant costs less the baseline in the same future, per contact of the headline. */
export interface Difference {
  readonly name: string;
  readonly worlds: Spread;
  /** Futures of 100 in which it is cheaper: the sentence's own count, and of a variant that moves nothing none. */
  readonly cheaper: number;
  /** The same cost in every future. */
  readonly isNone: boolean;
}

/** null for the baseline itself, and where no future has contacts in both. */
export function differenceOf({ difference }: ScenarioCost, results: ScenarioResults, { chance }: Setting): Difference | null {
  const cheaper = results.versusBaseline?.probability.cheaper ?? null;
  if (difference === null || cheaper === null) return null;
  const worlds = spreadOf(difference);
  if (Number.isNaN(worlds.quantile(0.5))) return null;
  const isNone = worlds.quantile(0) === 0 && worlds.quantile(1) === 0;
  return { name: results.name, worlds, cheaper: futuresOf(cheaper.value, chance), isNone };
}

/** An axis around the middle 99% of the difference, with zero on it. */
export const differenceAxis = ({ worlds }: Difference): Axis =>
  axisAround(Math.min(0, worlds.quantile(0.005)), Math.max(0, worlds.quantile(0.995)));
