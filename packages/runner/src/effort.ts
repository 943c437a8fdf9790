import { companionEffort, effortOf, type Companion, type Study } from '@percall/core';

/** How far a run is, in replications of its study: companions count as many as take as long. */
export interface Effort {
  readonly done: (study: Study, replications: number) => void;
}

/** Tells `onProgress` of replications done, of `replications` in all, the companions' work included. */
export function createEffort(
  study: Study,
  replications: number,
  companions: readonly Companion[],
  onProgress: ((done: number, total: number) => void) | undefined,
): Effort {
  const own = replications * effortOf(study, study.floor);
  const whole = own + companions.reduce((sum, companion) => sum + companionEffort(companion), 0);
  const spent = new Map<Study, number>();
  return {
    done: (of, count) => {
      spent.set(of, count * effortOf(of, of.floor));
      const all = [...spent.values()].reduce((sum, each) => sum + each, 0);
      onProgress?.(Math.min(replications, Math.round((all / whole) * replications)), replications);
    },
  };
}
