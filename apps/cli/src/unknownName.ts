import { nearestName } from '@percall/core';
import { exitCodes } from './exitCodes.ts';
import { Stop } from './stop.ts';

/** A name given to an option that names something which is not there: what is there, and what is like it. */
export function unknownName(option: string, got: string, names: readonly string[]): Stop {
  const nearest = nearestName(got, names);
  const params = { must: { rule: 'known', names }, got, ...(nearest === undefined ? {} : { nearest }) } as const;
  return new Stop(exitCodes.usage, `${option} ${JSON.stringify(got)}`, [{ code: 'reference', path: option, params, severity: 'error' }]);
}
