import type { Json } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { createIntervalProfiler } from '../../src/index.ts';
import { documentWith, studyOf } from '../support/document.ts';

/** A line of four weeks to which most come back after a day, and more than enough agents, so that nobody abandons. */
const weeks = (calendar: Readonly<Record<string, Json>>) =>
  studyOf(
    documentWith(
      {
        'contactTypes.service.volume': 5000,
        'contactTypes.service.firstContactResolution': { value: '40%', measured: 'surveyed' },
        'contactTypes.service.repeat.share': '90%',
        'targets.serviceLevel.atLeast': '99%',
      },
      { calendar: { interval: '30 min', dayShape: 'flat', ...calendar }, horizon: { start: '2026-01-05', weeks: 4 } },
    ),
  );

/** Contacts that the instant floor has on a Monday and a Tuesday, by half-hour, in one future: everything is certain. */
function offered(study: ReturnType<typeof studyOf>): readonly number[] {
  const profiler = createIntervalProfiler(study, 0, 'phone');
  profiler.run(0);
  return profiler
    .profile()
    .cells.filter(({ weekday }) => weekday < 2)
    .map((cell) => cell.offered);
}

const closed = weeks({ open: { 'mon-fri': '08:00-18:00' } });
const quiet = (saturday: number) => weeks({ open: { 'mon-sat': '08:00-18:00' }, dayWeights: { sat: saturday } });
const difference = (study: ReturnType<typeof studyOf>): number => {
  const expected = offered(closed);
  return Math.max(...offered(study).map((each, at) => Math.abs(each / expected[at]! - 1)));
};

describe('a Saturday on which the doors are open and nobody comes', () => {
  it('leaves as many to Monday as one on which they are closed', () => {
    expect(offered(closed)).toHaveLength(40);
    expect(difference(quiet(0))).toBeLessThan(1e-6);
  });

  it('twin: one on which a few come does not', () => {
    expect(difference(quiet(0.05))).toBeGreaterThan(0.01);
  });
});
