import type { Shard, Study } from '@percall/core';
import type { Crew, Task } from './crew.ts';

/** Totals of models, by what they follow from, so that no replication of a model is run twice. */
export interface KeptTotals {
  /** Replications 0..n-1 that are there of every model. */
  readonly known: (keys: readonly string[]) => number;
  /** The same, with those of runs that are under way. */
  readonly begun: (keys: readonly string[]) => number;
  /**
   * Runs what is missing of replications 0..count-1, and nothing of what is there; then nothing is awaited.
   * `keys` [model] are the study's `totalsKeys`. `onProgress` tells how many replications are there of every model.
   */
  readonly fill: (study: Study, keys: readonly string[], count: number, options: FillOptions) => Promise<void> | undefined;
  /** Shards of replications 0..count-1, all of them there or begun. The arrays are the kept ones: to be read, not written or transferred. */
  readonly shards: (keys: readonly string[], count: number) => readonly Shard[];
}

export interface FillOptions {
  /** Keys of what else is in use: runs beside this one. */
  readonly beside?: readonly string[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
}

/** A run of replications of one model, and where it ends. */
interface Block {
  readonly to: number;
  readonly totals: Float64Array;
}

/** Replications from 0 on without a gap. */
type Blocks = Block[];

/** A run of some models from `from` on, and what is there of it. */
interface UnderWay {
  readonly from: number;
  /** [model] of its study. */
  readonly keys: readonly string[];
  readonly models: readonly number[];
  ready: (() => Shard) | null;
}

/**
 * Runs go through `crew`. Totals of models that the newest study lacks are kept up to `mostBytes` in all, those used last; the newest
 * study's are kept whatever their size, since its next edit needs them.
 */
export function createKeptTotals(crew: Crew, mostBytes: number): KeptTotals {
  /** Least recently used first. */
  const kept = new Map<string, Blocks>();
  const underWay = new Set<UnderWay>();

  const knownOf = (key: string): number => kept.get(key)?.at(-1)?.to ?? 0;
  const known = (keys: readonly string[]): number => Math.min(...keys.map(knownOf));

  const begun = (keys: readonly string[]): number => Math.min(...keys.map((key) => blocksOf(key).at(-1)?.to ?? 0));

  /** What is kept of a model, and what is under way after it. */
  function blocksOf(key: string): readonly Block[] {
    const blocks = kept.get(key) ?? [];
    for (const { from, keys, models, ready } of underWay) {
      const model = models.find((each) => keys[each] === key);
      if (model === undefined || ready === null || from !== knownOf(key)) continue;
      const { to, totals } = ready();
      if (to > from) return [...blocks, { to, totals: totals[model]! }];
    }
    return blocks;
  }

  function fill(...[study, keys, count, options]: Parameters<KeptTotals['fill']>): Promise<void> | undefined {
    for (const key of keys) {
      const blocks = kept.get(key) ?? [];
      kept.delete(key);
      kept.set(key, blocks);
    }
    trim(new Set([...keys, ...(options.beside ?? [])]));
    return known(keys) >= count ? undefined : run(study, keys, count, options);
  }

  async function run(...[study, keys, count, { signal, onProgress, beside = [] }]: Parameters<KeptTotals['fill']>): Promise<void> {
    for (let from = known(keys); from < count; from = known(keys)) {
      // Models that are behind catch up with the next first, so that each task is one range of replications.
      const models = keys.flatMap((key, model) => (keys.indexOf(key) === model && knownOf(key) === from ? [model] : []));
      const to = Math.min(count, ...keys.map(knownOf).filter((each) => each > from));
      const run: UnderWay = { from, keys, models, ready: null };
      underWay.add(run);
      const task: Task = {
        study,
        from,
        to,
        models,
        ...(signal === undefined ? {} : { signal }),
        onProgress: (done, ready) => {
          run.ready = ready;
          onProgress?.(from + done);
        },
      };
      const { totals } = await crew.replicate(task).finally(() => underWay.delete(run));
      for (const model of models) append(keys[model]!, from, to, totals[model]!);
    }
    trim(new Set([...keys, ...beside]));
  }

  /** A run that has just been overtaken may bring what the newer one has as well: the same totals, so one of the two will do. */
  function append(key: string, from: number, to: number, totals: Float64Array): void {
    const blocks = kept.get(key) ?? [];
    if (knownOf(key) === from) blocks.push({ to, totals });
    kept.set(key, blocks);
  }

  function trim(inUse: ReadonlySet<string>): void {
    const bytesOf = (blocks: Blocks): number => blocks.reduce((sum, { totals }) => sum + totals.byteLength, 0);
    let bytes = 0;
    for (const blocks of kept.values()) bytes += bytesOf(blocks);
    for (const [key, blocks] of kept) {
      if (bytes <= mostBytes) return;
      if (inUse.has(key)) continue;
      bytes -= bytesOf(blocks);
      kept.delete(key);
    }
  }

  function shards(keys: readonly string[], count: number): readonly Shard[] {
    const found: Shard[] = [];
    for (let from = 0; from < count; from = found.at(-1)!.to) {
      const blocks = keys.map((key) => blockAt(blocksOf(key), from));
      const to = Math.min(count, ...blocks.map((block) => block.to));
      found.push({ from, to, totals: blocks.map((block) => part(block, from, to)) });
    }
    return found;
  }

  return { known, begun, fill, shards };
}

/** The block with replication `at` in it, and where it begins. */
function blockAt(blocks: readonly Block[], at: number): Block & { readonly from: number } {
  let from = 0;
  for (const block of blocks) {
    if (block.to > at) return { from, ...block };
    from = block.to;
  }
  throw new RangeError(`Replication ${at} has not been run.`);
}

function part({ from: start, to: end, totals }: Block & { readonly from: number }, from: number, to: number): Float64Array {
  const length = totals.length / (end - start);
  return totals.subarray((from - start) * length, (to - start) * length);
}
