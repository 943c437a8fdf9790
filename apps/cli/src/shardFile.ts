import { createHash } from 'node:crypto';
import { samplingMethods, totalsLayout, type CompanionName, type Days, type SamplingMethod, type Shard, type Study } from '@percall/core';
import { totalsOwners, type FloorChoice } from '@percall/runner';
import { isObject, type Problem, type ScenarioDocument } from '@percall/scenario';
import { exitCodes } from './exitCodes.ts';
import { floatsOfText, textOfFloats } from './floatBits.ts';
import { jsonText } from './formats.ts';
import { Stop } from './stop.ts';
import { version } from './version.ts';

/** What every shard file begins with, and nothing else does. */
const kind = 'percall shard';

const schemaVersion = 1;

export type RunName = CompanionName | 'study';

export const runName = (name: CompanionName | null): RunName => name ?? 'study';

/** Totals of replications [from, to) of one of the runs of a study. */
export interface ShardBlock {
  /** The study itself, or a companion of it (`runsOf`). */
  readonly run: RunName;
  readonly from: number;
  readonly to: number;
  /** [model] `textOfFloats` of [replication - from][totals of its layout]; empty: the model's totals are an earlier one's. */
  readonly totals: readonly string[];
}

/** What `percall run --shard` writes: all that `percall merge` needs to give the answer of the whole study. */
export interface ShardFile {
  /** With every `--set` in it. */
  readonly document: ScenarioDocument;
  /** What was said of the `--set`s. */
  readonly warnings: readonly Problem[];
  readonly seed: string;
  /** Of the whole study. */
  readonly replications: number;
  /** As it was asked for. */
  readonly floor: FloorChoice;
  readonly sampling: SamplingMethod;
  readonly days: Days;
  readonly inputsHash: string;
  /** From 1. */
  readonly shard: { readonly index: number; readonly of: number };
  readonly blocks: readonly ShardBlock[];
}

/** Bytes of totals that one file may hold: in base64 and in quotes they are still a text that JavaScript can hold, of 512 million characters. */
export const mostShardBytes = 256 * 1024 * 1024;

/** Bytes of totals of so many replications. */
export function shardBytes(study: Study, replications: number): number {
  const owners = totalsOwners(study);
  return study.models.reduce(
    (sum, model, index) => (owners[index] === index ? sum + 8 * replications * totalsLayout(model).length : sum),
    0,
  );
}

export const shardBlock = (run: RunName, { from, to, totals }: Shard): ShardBlock => ({
  run,
  from,
  to,
  totals: totals.map((sums) => (sums.length === 0 ? '' : textOfFloats(sums))),
});

/** The file's text. The same contents give the same bytes. */
export function shardText(file: ShardFile): string {
  const contents = { kind, schemaVersion, engineVersion: version, ...file };
  return jsonText({ ...contents, checksum: checksumOf(contents) });
}

export const badShard = (message: string): Stop => new Stop(exitCodes.badData, message);

/** Of the contents as compact JSON, whatever blanks and line ends stand between them in a file. */
const checksumOf = (contents: object): string => createHash('sha256').update(JSON.stringify(contents)).digest('hex');

/** Reads `shardText`. Stops with 4 where it is none, was damaged or cut, or comes from another version. */
export function readShardText(name: string, text: string): ShardFile {
  const refuse = (why: string): Stop => badShard(`${name} ${why}`);
  if (text.trim() === '') throw refuse('is empty: run its shard again');
  let read: unknown = null;
  try {
    read = JSON.parse(text);
  } catch {
    // Damaged, where it was a shard file; told below.
  }
  const isOurs = isObject(read) ? read['kind'] === kind : text.slice(0, 100).includes(`"${kind}"`);
  if (!isOurs) throw refuse('is not a shard file: those are what percall run --shard i/n writes');
  if (read === null) throw refuse('is damaged or cut: it is no whole JSON document. Run its shard again');
  const { checksum, ...contents } = read as Record<string, unknown>;
  const { engineVersion } = contents;
  if (contents['schemaVersion'] !== schemaVersion || engineVersion !== version)
    throw refuse(
      `must be made by version ${version}, which is to merge it, not by ${String(engineVersion)}: other versions give other numbers`,
    );
  if (checksum !== checksumOf(contents)) throw refuse('is damaged: its checksum is of other contents. Run its shard again');
  if (!isShardFile(contents)) throw refuse('is not a shard file that this version can read');
  return contents;
}

function isShardFile(read: object): read is ShardFile {
  const { document, warnings, seed, replications, floor, sampling, days, inputsHash, shard, blocks } = read as Record<
    keyof ShardFile,
    unknown
  >;
  const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
  const isBlock = (block: unknown): boolean =>
    isObject(block) &&
    typeof block['run'] === 'string' &&
    isCount(block['from']) &&
    isCount(block['to']) &&
    block['from'] < block['to'] &&
    Array.isArray(block['totals']) &&
    block['totals'].every((sums) => typeof sums === 'string');
  return (
    isObject(document) &&
    Array.isArray(warnings) &&
    typeof seed === 'string' &&
    isCount(replications) &&
    (floor === 'auto' || floor === 'erlang' || floor === 'calls') &&
    samplingMethods.includes(sampling as SamplingMethod) &&
    (days === 'all' || days === 'strata') &&
    typeof inputsHash === 'string' &&
    isObject(shard) &&
    isCount(shard['index']) &&
    isCount(shard['of']) &&
    Array.isArray(blocks) &&
    blocks.every(isBlock)
  );
}

/** The totals of a block, bit for bit. Stops with 4 where they are not those of the study's models. */
export function shardOfBlock(name: string, study: Study, { from, to, totals }: ShardBlock): Shard {
  const owners = totalsOwners(study);
  const read = study.models.map((model, index) => {
    const count = owners[index] === index ? (to - from) * totalsLayout(model).length : 0;
    const sums = count === 0 && totals[index] === '' ? new Float64Array(0) : floatsOfText(totals[index] ?? '', count);
    if (sums === null) throw badShard(`${name} does not hold the totals of ${model.name}. Run its shard again`);
    return sums;
  });
  return { from, to, totals: read };
}
