import { totalsLayout } from '../floor/totals.ts';
import { scrambles } from '../random/sobol.ts';
import type { Shard, Study } from './study.ts';

/**
 * The shards by replication, `start` being the first, a multiple of 8, and counted from there: what comes first of the whole comes first of them, and
 * scramble 0 with it. Throws where a replication is missing or comes twice, where a shard does not fit the study's models, or where their number is 0
 * or not a multiple of 8.
 */
export function inReplicationOrder(study: Study, shards: readonly Shard[], start = 0): readonly Shard[] {
  if (start % scrambles !== 0) throw new RangeError(`Replications start at a multiple of ${scrambles}, not at ${start}.`);
  const ordered = shards.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from);
  let next = start;
  for (const { from, to, totals } of ordered) {
    if (from > next) throw new RangeError(`Replications ${next} to ${from - 1} are missing.`);
    if (from < next) throw new RangeError(`Replication ${from} comes twice.`);
    study.models.forEach((model, index) => {
      const wanted = (to - from) * totalsLayout(model).length;
      if (totals[index]?.length !== wanted)
        throw new RangeError(`Replications ${from} to ${to - 1} of ${model.name} hold ${totals[index]?.length ?? 0} sums, not ${wanted}.`);
    });
    next = to;
  }
  const count = next - start;
  if (count === 0 || count % scrambles !== 0) throw new RangeError(`Replications must be a multiple of ${scrambles}, not ${count}.`);
  return start === 0 ? ordered : ordered.map(({ from, to, totals }) => ({ from: from - start, to: to - start, totals }));
}
