import type { FloorName } from '../floor/floorInput.ts';

/** Whether customers can have a law of patience on a floor: the exact one takes every law, the instant one the exponential alone. */
export const takesPatience = (floor: FloorName, family: string): boolean => floor === 'calls' || family === 'exponential';
