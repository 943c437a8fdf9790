import { existsSync } from 'node:fs';

/**
 * Where a program lies: where the environment variable says, else the first of the usual places. Throws, in words that say what to do, where it is
 * not there: a test is never skipped.
 */
export function installed({
  what,
  variable,
  places,
  debianPackage,
}: {
  readonly what: string;
  readonly variable: string;
  readonly places: readonly string[];
  readonly debianPackage: string;
}): string {
  const named = process.env[variable];
  const found = (named ? [named] : places).find((place) => existsSync(place));
  if (found !== undefined) return found;
  const looked = named ? `${variable} names ${named}, where nothing is` : `looked for at ${places.join(', ')}`;
  throw new Error(`${what} is missing (${looked}): install Debian’s package ${debianPackage}, or name another place in ${variable}.`);
}
