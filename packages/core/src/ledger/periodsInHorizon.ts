import { daysPer, type Period } from '@percall/scenario';
import type { Model } from '../model/model.ts';

/**
 * How many periods the horizon holds: D / days(P) for a horizon of D days.
 *
 * An amount or a volume stated "per P" is multiplied by this; a sum over the horizon is divided by it to be stated per P again.
 */
export const periodsInHorizon = (model: Model, period: Period): number => model.calendar.horizonDays / daysPer[period];
