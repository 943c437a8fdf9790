import { Option } from 'commander';
import { en, formatNumber } from '@percall/report';
import { mostKept } from '@percall/core';
import { mostShards, shardRange, type Compiled } from '@percall/runner';
import { mostShardBytes, shardBytes } from './shardFile.ts';
import { usage } from './stop.ts';

/** Shard `index` of `of`, from 1. */
export interface ShardChoice {
  readonly index: number;
  readonly of: number;
}

export const shardOption = (): Option =>
  new Option('--shard <i/n>', 'run part i of n of the futures and write a file for percall merge, e.g. 3/64').argParser(shardChoice);

function shardChoice(text: string): ShardChoice {
  const [, index, of] = /^(\d{1,7})\/(\d{1,7})$/.exec(text) ?? [];
  const choice = { index: Number(index), of: Number(of) };
  if (choice.index >= 1 && choice.index <= choice.of) return choice;
  throw usage(`--shard wants i/n, part i of n with i from 1 to n, e.g. 3/64, not ${JSON.stringify(text)}`);
}

/** Stops with 2 where there are fewer futures than a shard of so many wants, more than are merged, or more than a file holds. */
export function requireRange({ index, of }: ShardChoice, { study, replications }: Compiled): void {
  const count = (number: number): string => formatNumber(number, 0, en.locale);
  if (replications > mostKept)
    throw usage(
      `--shard ${index}/${of}: percall merge keeps all futures of a study, ${count(mostKept)} at most, and this one has ${count(replications)}: run it whole`,
    );
  const most = mostShards(replications);
  if (of > most)
    throw usage(`--shard ${index}/${of}: ${count(replications)} futures can be cut into ${count(most)} parts at most, of 8 each`);
  const range = shardRange(index, of, replications);
  if (shardBytes(study, range.to - range.from) > mostShardBytes) {
    const fewest = Math.ceil(shardBytes(study, replications) / mostShardBytes) + 1;
    throw usage(`--shard ${index}/${of} would be too large for one file: cut the study into ${count(fewest)} parts or more`);
  }
}

/** Options of `run` that say nothing of a part of its futures, and why; given beside --shard they are refused. */
const ofTheWhole: readonly (readonly [option: string, why: string])[] = [
  ['assert', 'is judged on all futures: give it to percall merge'],
  ['precision', 'decides how many futures there are, which all parts must know before: give --replications'],
  ['log', 'writes one future, which needs no parts: give it to a run without --shard'],
  ['format', 'says what results look like, and a part has none yet: give it to percall merge'],
];

/** Refuses what cannot stand beside --shard. `isGiven` tells whether an option was typed. */
export function refuseBesideShard(isGiven: (option: string) => boolean): void {
  for (const [option, why] of ofTheWhole) if (isGiven(option)) throw usage(`--${option} cannot stand beside --shard: it ${why}`);
}
