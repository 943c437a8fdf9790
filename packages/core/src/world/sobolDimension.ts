import { formatPath } from '@percall/scenario';
import type { Model } from '../model/model.ts';

/**
 * Which uncertain path has which of the first 48 Sobol' dimensions, the most influential first: the first dimensions are the most even together.
 * `*` is a contact type or group, by its place in the baseline document. A path that is not here takes keyed uniforms. Class names stand for the
 * common factor of a class. Changing the table changes every result.
 */
export const dimensionTable: readonly (string | readonly [pattern: string, place: number])[] = [
  ['contactTypes.*.volume', 0],
  ['contactTypes.*.handleTime.phone.mean', 0],
  ['agents.*.shrinkage', 0],
  ['agents.*.wage', 0],
  'volume',
  'handleTime',
  'shrinkage',
  'wage',
  ['contactTypes.*.volume', 1],
  ['contactTypes.*.handleTime.phone.mean', 1],
  'staffing.scheduleEfficiency',
  ['contactTypes.*.firstContactResolution', 0],
  ['levers.ivr.containment.*', 0],
  ['levers.selfService.*.tries', 0],
  ['levers.selfService.*.succeeds', 0],
  'levers.ivr.verification.success',
  'levers.ivr.verification.saves',
  'levers.software.handleTime',
  'staffing.maxOccupancy',
  ['contactTypes.*.volume', 2],
  ['contactTypes.*.handleTime.phone.mean', 2],
  ['agents.*.wage', 1],
  ['agents.*.shrinkage', 1],
  ['contactTypes.*.patience.phone.mean', 0],
  ['contactTypes.*.repeat.share', 0],
  ['contactTypes.*.firstContactResolution', 1],
  ['levers.ivr.containment.*', 1],
  ['levers.selfService.*.tries', 1],
  ['levers.selfService.*.succeeds', 1],
  'levers.ivr.verification.offeredTo',
  ['levers.rootCause.*.volume', 0],
  'levers.software.firstContactResolution',
  ['agents.*.onCost', 0],
  ['contactTypes.*.volume', 3],
  ['contactTypes.*.handleTime.phone.mean', 3],
  ['contactTypes.*.variation.dayToDay', 0],
  'staffing.forecastError',
  ['contactTypes.*.patience.phone.mean', 1],
  ['contactTypes.*.redial.share', 0],
  ['levers.selfService.*.failureAdds', 0],
  ['agents.*.shrinkage.sickness', 0],
  'costs.telephony',
  'costs.softwareLicences',
  'costs.officeSpace',
  'costs.technology',
  'costs.management.wage',
  'staffing.people.attrition',
  'costs.hiring',
];

/**
 * Which chance of days has which of the dimensions behind those of paths: how busy the horizon's days are on average, together and by contact type, and how
 * far its forecasts miss on average (`evenMean`). `*` is a contact type, as above. Changing the table changes every result.
 */
export const chanceTable: readonly (string | readonly [pattern: string, place: number])[] = [
  'days',
  ['forecast of *', 0],
  ['days of *', 0],
  ['forecast of *', 1],
  ['days of *', 1],
  ['forecast of *', 2],
  ['days of *', 2],
  ['forecast of *', 3],
  ['days of *', 3],
  ['forecast of *', 4],
  ['days of *', 4],
  ['forecast of *', 5],
  ['days of *', 5],
  ['forecast of *', 6],
  ['days of *', 6],
  ['forecast of *', 7],
];

/**
 * The dimension of a path, or of a chance, or -1. A function of the path and of the baseline's lists alone, so that no variant moves another path's values.
 */
export function sobolDimensionOf(baseline: Model): (path: string) => number {
  const contactTypes = baseline.contactTypes.map(({ name }) => formatPath([name]));
  const groups = baseline.groups.map(({ name }) => formatPath([name]));
  const byPath = new Map<string, number>();
  [...dimensionTable, ...chanceTable].forEach((entry, dimension) => {
    if (typeof entry === 'string') {
      byPath.set(entry, dimension);
      return;
    }
    const [pattern, place] = entry;
    const name = (pattern.startsWith('agents.') ? groups : contactTypes)[place];
    if (name !== undefined) byPath.set(pattern.replace('*', name), dimension);
  });
  return (path) => byPath.get(path) ?? -1;
}
