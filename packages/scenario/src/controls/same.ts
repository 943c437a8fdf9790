import * as z from 'zod/mini';
import type { Json } from '../document.ts';
import { isList, isObject } from '../paths.ts';
import { restateDistribution } from '../restate.ts';
import type { Distribution } from '../scenario.ts';
import { periodOf, type Reading } from '../schema/readLeaf.ts';
import { readNumber, standing, type Place, type Reached } from './place.ts';
import { quantilesOf } from './quantiles.ts';
import { near } from './spelling.ts';

/** Whether a value at a place would say what stands there: the number, what it is charged on, and all that stands beside it. */
export function sameNumber(place: Place | null, value: Json): boolean {
  if (place === null) return false;
  // What is written in the same way needs no reading.
  if (value !== null && standing(place) === value) return true;
  const [ours, theirs] = [standing(place), value === null ? standing({ ...place, typed: undefined }) : value].map((typed) =>
    typed === undefined ? null : meaning(typed, place),
  );
  if (ours === null || theirs === null) return ours === theirs;
  return alike(ours, theirs);
}

/** Whether a value that is no number would say what stands at a place: the schema reads the same from both, and from silence what is usual. */
export function saysSame(reached: Reached | null, value: Json | undefined): boolean {
  if (reached === null) return false;
  const { schema, node, typed } = reached;
  // What is written in the same way needs no reading.
  if (typed === value) return true;
  const [ours, theirs] = [typed, value].map((said): Json | undefined => {
    if (schema === null) return said ?? (node.kind === 'choice' ? (node.default ?? undefined) : undefined);
    const read = z.safeParse(schema, said);
    return read.success ? (read.data as Json) : said;
  });
  return alike(ours, theirs);
}

/** Of a half-width, what two roundings to three digits may take or add. */
const rounding = 0.02;

/** Whether the centre comes back to the baseline's, and the spread with it but for rounding on the way. */
export function movedBack(baseline: Place | null, scenario: Place | null, value: Json): boolean {
  const [home, from] = [baseline, scenario].map((place) => (place === null ? undefined : standing(place)));
  if (baseline === null || home === undefined || from === undefined || value === null) return false;
  const reads = [home, from, value].map((typed) => readNumber(typed, baseline.description));
  const [ours, before, now] = reads.map((read) => (read.ok ? quantilesOf(inPeriodOf(baseline, read.reading)) : null));
  if (!ours || !before || !now || near(before.median, ours.median) || !near(now.median, ours.median)) return false;
  const [below, above] = [ours.median - ours.low, ours.high - ours.median];
  if (Math.abs(now.low - ours.low) > rounding * below || Math.abs(now.high - ours.high) > rounding * above) return false;
  return alike(besides(home, baseline), besides(value, baseline));
}

/** What is said of a number other than its size. */
function besides(typed: Json, place: Place): Json {
  const said = meaning(typed, place);
  return isObject(said) ? Object.fromEntries(Object.entries(said).filter(([key]) => key !== 'distribution')) : said;
}

/** A volume for the document's period, whichever it names. */
const inPeriodOf = ({ description, period }: Place, reading: Reading): Distribution =>
  description.perPeriod === true ? restateDistribution(reading.distribution, periodOf(reading) ?? period, period) : reading.distribution;

function meaning(typed: Json, place: Place): Json {
  const { description } = place;
  const read = readNumber(typed, description);
  if (!read.ok) return typed;
  const { basis, source: own, note, beside } = read.reading;
  const distribution = inPeriodOf(place, read.reading);
  // A cost of nothing is nothing on any basis.
  const free = description.quantity === 'cost' && distribution.family === 'certain' && distribution.value === 0;
  const steps = isObject(typed) ? (typed['perStarted'] ?? null) : null;
  const source = own === 'default' ? null : own;
  return { distribution, basis: free || description.perPeriod === true ? null : basis, source, note, beside, steps };
}

/** Equal but for the noise of binary fractions. */
function alike(a: Json | undefined, b: Json | undefined): boolean {
  // Also of bounds that are infinite, which have no distance.
  if (a === b) return true;
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, i) => alike(item, b[i]));
  if (isObject(a) && isObject(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].every((key) => alike(a[key], b[key]));
  }
  return false;
}
