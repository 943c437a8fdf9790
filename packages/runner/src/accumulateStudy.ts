import {
  analyse,
  createAccumulator,
  withCompanions,
  type Analysis,
  type AnalyseOptions,
  type Companion,
  type CompanionName,
  type Event,
  type Findings,
  type Shard,
  type Study,
} from '@percall/core';
import type { Crew } from './crew.ts';
import { wholeShard } from './runShard.ts';

/** Replications that are run, analysed and dropped together, whatever runs them: a multiple of 8 that is part of what the answer follows from. */
export const blockSize = 8192;

export interface AccumulateOptions {
  readonly study: Study;
  /** A multiple of 8. */
  readonly replications: number;
  /** What runs beside its first worlds; these are kept until the end. */
  readonly companions: readonly Companion[];
  readonly crew: Crew;
  readonly analyse: Pick<AnalyseOptions, 'kpis'>;
  /** Chances that the answer will be asked for. */
  readonly asked: readonly (readonly Event[])[];
  /** Replications of a block, a multiple of 8. Default: `blockSize`; others give answers that differ in the rounding of sums. */
  readonly block?: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress: (study: Study, done: number) => void;
  /** Lets in what waits for the thread; rejects where the work is to end. */
  readonly rest: () => Promise<void>;
}

/**
 * What a study found of more worlds than are kept: block by block, in order, while the crew runs the next one. The same study has the same bits for any
 * crew. Two blocks are held at a time, with the worlds that companions run too.
 */
export async function accumulateStudy(options: AccumulateOptions): Promise<Findings> {
  const {
    study,
    replications,
    companions,
    crew,
    analyse: analyseOptions,
    asked,
    signal,
    onProgress,
    rest,
    block: size = blockSize,
  } = options;
  const run = (of: Study, from: number, to: number): Promise<Shard> =>
    wholeShard(of, crew, { from, to }, { ...(signal === undefined ? {} : { signal }), onProgress: (done) => onProgress(of, from + done) });
  const block = (from: number): Promise<Shard> => {
    const running = run(study, from, Math.min(from + size, replications));
    // Where the block before it fails, nobody waits for this one.
    running.catch(() => {});
    return running;
  };
  const accumulator = createAccumulator(asked);
  const first = Math.max(0, ...companions.map((companion) => companion.replications));
  const firstShards: Shard[] = [];
  let next = block(0);
  for (let from = 0; from < replications; from += size) {
    const shard = await next;
    if (shard.to < replications) next = block(shard.to);
    accumulator.add(analyse(study, [shard], { ...analyseOptions, start: from }));
    if (from < first) firstShards.push(partTo(shard, first));
    await rest();
  }
  if (first === 0) return accumulator.findings(null);
  const beside: Partial<Record<CompanionName, Analysis>> = {};
  for (const { name, study: its, replications: count } of companions) {
    beside[name] = analyse(its, [await run(its, 0, count)], analyseOptions);
    await rest();
  }
  return accumulator.findings(withCompanions(analyse(study, firstShards, analyseOptions), beside));
}

/** The part of a shard before replication `end`. */
function partTo({ from, to, totals }: Shard, end: number): Shard {
  if (to <= end) return { from, to, totals };
  return { from, to: end, totals: totals.map((each) => each.slice(0, (each.length / (to - from)) * (end - from))) };
}
