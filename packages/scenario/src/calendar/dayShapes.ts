import { minutesPerDay } from './openHours.ts';

/**
 * Named curves of contacts over the day: relative intensity at each full hour, 00:00 to 23:00, straight lines between, cut to the open hours.
 *
 * `morning-peak` follows a large North American bank's calls by half-hour in 2003 (weekdays, 07:00 to 21:00); the others are drawn by hand
 * from the usual types. Tables and straight lines only: the curves feed the engine, which promises the same bits everywhere.
 */
export const dayShapes = {
  flat: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  'twin-peak': [
    0.08, 0.05, 0.04, 0.04, 0.05, 0.08, 0.18, 0.4, 0.7, 0.95, 1.1, 1.05, 0.9, 0.82, 0.9, 1.02, 1.08, 1, 0.8, 0.6, 0.45, 0.32, 0.22, 0.13,
  ],
  'morning-peak': [
    0.06, 0.04, 0.03, 0.03, 0.05, 0.1, 0.2, 0.3, 0.6, 0.99, 1.05, 1.01, 0.96, 0.92, 0.9, 0.87, 0.82, 0.66, 0.5, 0.39, 0.33, 0.28, 0.18, 0.1,
  ],
  'evening-peak': [
    0.3, 0.18, 0.1, 0.08, 0.08, 0.1, 0.15, 0.22, 0.32, 0.42, 0.5, 0.55, 0.58, 0.58, 0.6, 0.66, 0.76, 0.88, 1, 1.1, 1.12, 1.05, 0.85, 0.55,
  ],
  'late-day': [
    0.08, 0.05, 0.04, 0.04, 0.05, 0.08, 0.14, 0.25, 0.4, 0.52, 0.6, 0.66, 0.7, 0.76, 0.86, 0.98, 1.1, 1.15, 1.08, 0.9, 0.68, 0.46, 0.28,
    0.15,
  ],
} as const satisfies Record<string, readonly number[]>;

export type DayShapeName = keyof typeof dayShapes;

export const dayShapeNames = Object.keys(dayShapes) as DayShapeName[];

/** The curve at the middle of each interval of the day. */
export function shapeWeights(name: DayShapeName, intervalMinutes: number): number[] {
  const hourly = dayShapes[name];
  const weights: number[] = [];
  for (let from = 0; from < minutesPerDay; from += intervalMinutes) {
    const hours = (from + intervalMinutes / 2) / 60;
    const before = Math.floor(hours);
    const share = hours - before;
    weights.push(hourly[before % 24]! * (1 - share) + hourly[(before + 1) % 24]! * share);
  }
  return weights;
}
