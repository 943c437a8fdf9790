import { Option, type Command } from 'commander';
import { samplingMethods, type Days, type SamplingMethod } from '@percall/core';
import { en, formatNumber } from '@percall/report';
import { fewestReplications, isReplications, mostReplications, type CompileOptions, type FloorChoice } from '@percall/runner';
import { usage } from './stop.ts';

/** What every command that runs a study can be told about it. */
export interface StudyFlags {
  readonly set: readonly string[];
  readonly replications?: number;
  readonly seed?: string;
  readonly floor: FloorChoice;
  readonly sampling: SamplingMethod;
  readonly days: Days | 'auto';
  readonly workers?: number;
  readonly quiet: boolean;
}

/** Gathers the values of a repeatable option. */
export const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** `--set` as most commands have it. */
export const setOption = (): Option =>
  new Option('--set <path=value>', 'change a value of the document; repeatable').argParser(collect).default([]);

/** Adds the options of `StudyFlags` but `--quiet`, which comes last in a list. */
export const addStudyOptions = (command: Command, set: Option = setOption()): Command =>
  command
    .addOption(set)
    .option('--replications <count>', "futures: a multiple of 8, best a power of two (default: the document's)", replications)
    .option('--seed <text>', "which futures (default: the document's)")
    .addOption(
      new Option('--floor <name>', 'how contacts meet agents: erlang at once, calls exactly, auto both')
        .choices(['auto', 'erlang', 'calls'])
        .default('auto'),
    )
    .addOption(new Option('--sampling <name>', 'how futures are drawn').choices(samplingMethods).default('sobol'))
    .addOption(
      new Option('--days <name>', 'days of a long horizon that are run queue by queue: all, or strata of them')
        .choices(['auto', 'all', 'strata'])
        .default('auto'),
    )
    .option(
      '--workers <count>',
      'threads to spread the futures over; 0: none (default: one a core, where the study is worth them)',
      workers,
    );

export const addQuiet = (command: Command): Command => command.option('--quiet', 'no progress, no warnings', false);

/** The flags as a compiler wants them. */
export const compileOptions = ({ replications, seed, floor, sampling, days }: StudyFlags): CompileOptions => ({
  ...(replications === undefined ? {} : { replications }),
  ...(seed === undefined ? {} : { seed }),
  floor,
  sampling,
  days,
});

/** A number of replications that a study can have, in digits, with k for thousands. */
function replications(text: string): number {
  const [, digits, thousands] = /^(\d+)(k?)$/.exec(text) ?? [];
  const count = digits === undefined ? NaN : Number(digits) * (thousands === 'k' ? 1000 : 1);
  if (isReplications(count)) return count;
  const [fewest, most] = [fewestReplications, mostReplications].map((bound) => formatNumber(bound, 0, en.locale));
  throw usage(`--replications wants a multiple of 8 from ${fewest} to ${most}, not ${JSON.stringify(text)}`);
}

/** More threads than any machine has cores; past it a slip of the finger would ask for a thousand. */
const mostWorkers = 256;

export function workers(text: string): number {
  if (/^\d{1,3}$/.test(text) && Number(text) <= mostWorkers) return Number(text);
  throw usage(`--workers wants a whole number from 0 to ${mostWorkers}, not ${JSON.stringify(text)}`);
}
