import { daysPer } from '../scenario.ts';
import { readNumber } from './number.ts';

const minute = 60;
const hour = 3600;
const day = 24 * hour;

const secondsPer: readonly (readonly [names: string, seconds: number])[] = [
  ['s sec secs second seconds', 1],
  ['m min mins minute minutes', minute],
  ['h hr hrs hour hours', hour],
  ['d day days', day],
  ['w wk week weeks', daysPer.week * day],
  ['month months', daysPer.month * day],
  ['quarter quarters', daysPer.quarter * day],
  ['y year years', daysPer.year * day],
];

const secondsOf = new Map(secondsPer.flatMap(([names, seconds]) => names.split(' ').map((name) => [name, seconds] as const)));

export const durationUnits: readonly string[] = [...secondsOf.keys()];

/**
 * Seconds from normalised text: `5m40s`, `345 s`, `1h30`, `6 weeks`, `0:05:40` (hours:minutes:seconds). Null when it is no duration.
 *
 * `5:40` is refused: minutes and seconds to one reader, hours and minutes to the next.
 */
export function readDuration(text: string): number | null {
  const sign = text.startsWith('-') ? -1 : 1;
  const body = text.replace(/^[+-]\s*/, '').toLowerCase();
  const clock = /^(\d{1,4}):([0-5]\d):([0-5]\d)$/.exec(body);
  if (clock) return sign * (Number(clock[1]) * hour + Number(clock[2]) * minute + Number(clock[3]));
  const short = /^(\d+)\s?([hm])\s?([0-5]?\d)$/.exec(body);
  if (short) {
    const unit = short[2] === 'h' ? hour : minute;
    return sign * (Number(short[1]) * unit + (Number(short[3]) * unit) / 60);
  }
  let seconds = 0;
  let rest = body;
  let last = Infinity;
  while (rest !== '') {
    const match = /^([\d.,' _]*\d)\s?([a-z]+)\s*(?:and )?/.exec(rest);
    if (match === null) return null;
    const amount = readNumber(match[1]!);
    const unit = secondsOf.get(match[2]!);
    // Units fall from left to right: "40s 5m" is a slip of the keyboard.
    if (amount === null || unit === undefined || unit >= last) return null;
    seconds += amount * unit;
    last = unit;
    rest = rest.slice(match[0].length);
  }
  return body === '' ? null : sign * seconds;
}
