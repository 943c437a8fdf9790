import type { Chance } from './estimate.ts';
import type { Event } from './events.ts';

type ChanceIn = (events: readonly Event[]) => Chance | null;

/**
 * Chances that agree with each other, of chances that are corrected by the exact floor one by one: from a few futures of it one event may be found more
 * often than another that it is a part of.
 *
 * What happens together is no more frequent than the rarest of its parts, and no rarer than what all of them miss in sum leaves: max(0, 1 - sum (1 - p)) <= p <= min p
 * (Frechet 1935). Floors that hold are no worse than the baseline's. A chance outside is moved to the nearer bound, over all futures and in each scramble, which takes it
 * no farther from the truth where its parts are true. Chances that are not corrected keep to this by themselves.
 *
 * @param floors the chance of each floor of the scenario
 */
export function agreeing(chanceIn: ChanceIn, floors: readonly Chance[]): ChanceIn {
  const chance: ChanceIn = (events) => {
    const found = chanceIn(events);
    if (found === null) return null;
    const each = (...parts: readonly Event[]): readonly Chance[] => parts.map((part) => chance([part])!);
    if (events.length > 1) return together(found, each(...events));
    switch (events[0]) {
      case 'holds':
        return together(found, floors);
      case 'noWorse':
        return atLeast(found, each('holds')[0]!);
      case 'cheaperAndNoWorse':
        return together(found, each('cheaper', 'noWorse'));
      default:
        return found;
    }
  };
  return chance;
}

const together = ({ share, judged }: Chance, parts: readonly Chance[]): Chance => ({
  judged,
  share: (first, step) => {
    let least = Infinity;
    let missed = 0;
    for (const part of parts) {
      const its = part.share(first, step);
      least = Math.min(least, its);
      // A corrected chance may lie beyond 1, where none is missed.
      missed += Math.max(0, 1 - its);
    }
    return Math.min(least, Math.max(1 - missed, share(first, step)));
  },
});

const atLeast = ({ share, judged }: Chance, part: Chance): Chance => ({
  judged,
  share: (first, step) => Math.max(part.share(first, step), share(first, step)),
});
