import { Option } from 'commander';
import type { Expression, Study } from '@percall/core';
import { en, formatNumber, plainText } from '@percall/report';
import {
  mostForPrecision,
  mostReplications,
  PrecisionRefused,
  readPrecision,
  type PrecisionInScenario,
  type PrecisionResult,
  type StudyRun,
} from '@percall/runner';
import { exitCodes } from './exitCodes.ts';
import type { Io } from './io.ts';
import { Stop } from './stop.ts';
import { collect } from './studyOptions.ts';

export const precisionOption = (): Option =>
  new Option(
    '--precision <expression>',
    `run until half the 95% interval is so narrow, with --replications futures at most (default: ${formatNumber(mostForPrecision, 0, en.locale)}); repeatable, e.g. 'cpc.handled.p50 < 0.5%'`,
  )
    .argParser(collect)
    .default([]);

/** A precision of this study; anything else is a fault of usage, found before anything runs. */
export function readPrecisionOption(text: string, study: Study): Expression {
  try {
    return readPrecision(text, study);
  } catch (fault) {
    if (!(fault instanceof PrecisionRefused)) throw fault;
    const { problems, message } = fault;
    throw new Stop(exitCodes.usage, problems.length === 0 ? `--${message}` : `--precision ${JSON.stringify(text)}`, problems);
  }
}

/** Says on stderr which precisions were not reached, and what they would take. Whether all were. */
export function sayPrecision(io: Io, { precision, replications }: StudyRun): boolean {
  const missed = precision.filter(({ reached }) => !reached);
  for (const result of missed) io.stderr(`${plainText(sentence(result, replications))}\n`);
  return missed.length === 0;
}

function sentence({ expression, scenarios }: PrecisionResult, replications: number): string {
  const missed = scenarios.filter(({ reached }) => !reached);
  const found = missed.map((scenario) => `${scenario.name}: ${reachedIn(scenario, expression)}`);
  return `precision not reached in ${count(replications)} futures: ${expression.text} (${found.join('; ')})${remedy(missed)}`;
}

/** In the unit that the bound was typed in: a share of the estimate, points, seconds. */
function reachedIn({ estimate, halfWidth, wanted }: PrecisionInScenario, { text }: Expression): string {
  if (estimate === null) return 'no value';
  if (wanted === 0) return 'the value is 0, and has no share';
  const [, number = '', unit = ''] = /([\d.]+(?:e[+-]?\d+)?)(\s*(?:%|\p{L}+))?\s*$/iu.exec(text)!;
  return `${short((Number(number) * halfWidth) / wanted)}${unit}`;
}

function remedy(missed: readonly PrecisionInScenario[]): string {
  const needed = missed.map(({ replications }) => replications);
  if (needed.includes(null)) return '';
  const most = Math.max(...(needed as readonly number[]));
  const beyond = most > mostReplications ? `, more than the ${count(mostReplications)} that a study can have` : '';
  return `; about ${count(roundedUp(most))} would do, or fewer${beyond}`;
}

/** Two digits: it is an estimate of an estimate. */
function roundedUp(number: number): number {
  const unit = Math.max(1, 10 ** (Math.floor(Math.log10(number)) - 1));
  return Math.ceil(number / unit) * unit;
}

const short = (number: number): string => String(Number(number.toPrecision(2)));

const count = (number: number): string => formatNumber(number, 0, en.locale);
