import { en, formatNumber } from '@percall/report';
import { formatPath, isObject, type Json, type Path } from '@percall/scenario';
import { badShard, type ShardBlock, type ShardFile } from './shardFile.ts';

/** A shard file and what it was read from. */
export interface NamedShard {
  readonly name: string;
  readonly file: ShardFile;
}

/** Stops with 4 where the files are not of one study: same document, seed, futures and floor. */
export function requireOneStudy(shards: readonly NamedShard[]): void {
  const [first, ...others] = shards;
  for (const { name, file } of others) {
    const other = first!.file;
    const differ = (what: string, ours: string, theirs: string): Error =>
      badShard(`${name} is of another study than ${first!.name}: ${what} ${ours}, not ${theirs}`);
    if (file.seed !== other.seed) throw differ('its seed is', JSON.stringify(file.seed), JSON.stringify(other.seed));
    if (file.replications !== other.replications) throw differ('it has', futures(file.replications), count(other.replications));
    if (file.floor !== other.floor) throw differ('its floor is', file.floor, other.floor);
    if (file.sampling !== other.sampling) throw differ('its sampling is', file.sampling, other.sampling);
    if (file.days !== other.days) throw differ('its days are', file.days, other.days);
    const path = firstDifference(file.document, other.document, []);
    if (path !== null)
      throw badShard(
        `${name} is of another document than ${first!.name}: they differ ${path.length === 0 ? 'in the order of their keys' : `at ${formatPath(path)}`}`,
      );
    if (file.inputsHash !== other.inputsHash || JSON.stringify(file.warnings) !== JSON.stringify(other.warnings))
      throw badShard(`${name} is of another study than ${first!.name}`);
  }
}

/** Where two documents differ first; null: nowhere. The order of keys is a difference: results are written with the document as it is. */
function firstDifference(one: Json | undefined, other: Json | undefined, path: Path): Path | null {
  if (!isObject(one) || !isObject(other)) return JSON.stringify(one) === JSON.stringify(other) ? null : path;
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = firstDifference(one[key], other[key], [...path, key]);
    if (found !== null) return found;
  }
  return JSON.stringify(one) === JSON.stringify(other) ? null : path;
}

/** Stops with 4 where the blocks of a run do not hold replications 0 to `wanted` - 1 once each. */
export function requireWhole(shards: readonly NamedShard[], run: ShardBlock['run'], wanted: number): void {
  const blocks = shards
    .flatMap(({ name, file }) => file.blocks.filter((block) => block.run === run).map((block) => ({ ...block, name, file })))
    .sort((a, b) => a.from - b.from);
  const missing: { readonly from: number; readonly to: number }[] = [];
  let next = 0;
  let last = '';
  for (const { from, to, name } of blocks) {
    if (from < next)
      throw badShard(name === last ? `${name} is given twice` : `${last} and ${name} hold the same futures: merge one of them`);
    if (from > next) missing.push({ from: next, to: from });
    next = to;
    last = name;
  }
  if (next > wanted) throw badShard(`${last} holds futures beyond the ${count(wanted)} of its study`);
  if (next < wanted) missing.push({ from: next, to: wanted });
  if (missing.length > 0) throw badShard(whatIsMissing(shards, missing));
}

/** By the number of their shards, where all files are parts of one cut; else by futures. */
function whatIsMissing(shards: readonly NamedShard[], missing: readonly { readonly from: number; readonly to: number }[]): string {
  const { of } = shards[0]!.file.shard;
  if (shards.every(({ file }) => file.shard.of === of)) {
    const there = new Set(shards.map(({ file }) => file.shard.index));
    const absent = Array.from({ length: of }, (_, shard) => shard + 1).filter((index) => !there.has(index));
    const listed = absent.slice(0, most).map((index) => `${index}/${of}`);
    if (absent.length > 0)
      return `${absent.length === 1 ? 'shard' : 'shards'} ${list(listed, absent.length)} ${absent.length === 1 ? 'is' : 'are'} missing`;
  }
  const ranges = missing.slice(0, most).map(({ from, to }) => `${count(from)} to ${count(to - 1)}`);
  return `futures ${list(ranges, missing.length)} are missing`;
}

/** More than these are counted, not listed. */
const most = 12;

const list = (named: readonly string[], all: number): string =>
  all > named.length ? `${named.join(', ')} and ${count(all - named.length)} more` : named.join(', ');

const count = (number: number): string => formatNumber(number, 0, en.locale);

const futures = (number: number): string => `${count(number)} futures`;
