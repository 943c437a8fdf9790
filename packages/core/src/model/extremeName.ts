import type { ExtremeMeasure, ModelExtreme } from './model.ts';

/** Which end of a measure is the bad one. A busy week is the worst for occupancy. */
const worstEnd: Readonly<Record<ExtremeMeasure, ModelExtreme['end']>> = {
  serviceLevel: 'lowest',
  abandonment: 'highest',
  asa: 'highest',
  occupancy: 'highest',
  fcr: 'lowest',
  responded: 'lowest',
  callbackPromise: 'lowest',
};

/** The last segment of the id of an extreme: `serviceLevel.phone.worstWeek`. */
export const extremeNames = ['worstWeek', 'worstInterval', 'bestWeek', 'bestInterval'] as const;
export type ExtremeName = (typeof extremeNames)[number];

export const extremeName = ({ measure, over, end }: ModelExtreme): ExtremeName =>
  `${end === worstEnd[measure] ? 'worst' : 'best'}${over === 'week' ? 'Week' : 'Interval'}`;
