import type { IntervalCell, IntervalProfile } from '@percall/core';
import { en } from '@percall/report';
import { ar } from '@percall/report/arabic';
import { describe, expect, it } from 'vitest';
import { cellAfter, heatOf } from '../src/charts/heat.ts';

const cell = (weekday: number, slot: number, missedFraction: number | null, rest: Partial<IntervalCell> = {}): IntervalCell => ({
  weekday,
  slot,
  days: 4,
  offered: 10,
  missedFraction,
  loadErlangs: 2,
  agents: 4,
  waitSeconds: 8,
  ...rest,
});

/** Open on Monday from 9:00 and on Sunday from 9:30. */
const profile: IntervalProfile = {
  scenario: 'baseline',
  channel: 'phone',
  floor: 'erlang',
  replications: 64,
  intervalSeconds: 1800,
  target: { atLeast: 0.8, withinSeconds: 20 },
  cells: [cell(0, 18, 0.01), cell(0, 19, 0.3, { loadErlangs: 12 }), cell(6, 19, 0.9, { loadErlangs: 7 }), cell(6, 20, null)],
};

describe('a heat map', () => {
  it('has weekdays in the order of the document, and times of day down', () => {
    const from = (weekStarts: number) => heatOf(profile, 'missed', weekStarts, en).days.map(({ short }) => short);
    expect([from(0), from(6)]).toEqual([
      ['Mon', 'Sun'],
      ['Sun', 'Mon'],
    ]);
    const { rows } = heatOf(profile, 'missed', 6, en);
    expect(rows.map(({ time, cells }) => [time, ...cells.map((each) => each?.text ?? null)])).toEqual([
      ['09:00', null, '1%'],
      ['09:30', '90%', '30%'],
      ['10:00', '', null],
    ]);
  });

  it('steps a miss by how often, and other measures from their least to their most', () => {
    const steps = (measure: 'missed' | 'load') =>
      heatOf(profile, measure, 0, en).rows.flatMap(({ cells }) => cells.flatMap((each) => (each === null ? [] : [each.step])));
    expect(steps('missed')).toEqual([0, 3, 4, null]);
    expect(steps('load')).toEqual([0, 4, 2, 0]);
    expect(heatOf(profile, 'load', 0, en).legend.map(({ from, to }) => `${from}-${to}`)).toEqual([
      '2.0-4.0',
      '4.0-6.0',
      '6.0-8.0',
      '8.0-10.0',
      '10.0-12.0',
    ]);
    // All alike: one colour, and one line of the legend would say nothing.
    expect(heatOf(profile, 'agents', 0, en).legend).toEqual([]);
  });

  it('says where it is most and least', () => {
    const { extremes } = heatOf(profile, 'missed', 0, en);
    expect([extremes!.most.when, extremes!.most.text, extremes!.least.when, extremes!.least.text]).toEqual([
      'Sunday 09:30',
      '90%',
      'Monday 09:00',
      '1%',
    ]);
    expect(heatOf(profile, 'wait', 0, ar).extremes!.most.text).toMatch(/8/);
    expect(heatOf({ ...profile, cells: [cell(0, 18, null)] }, 'missed', 0, en).extremes).toBeNull();
  });

  it('is walked by arrows over open cells, the way the page is read', () => {
    const heat = heatOf(profile, 'missed', 0, en);
    const go = (row: number, day: number, key: string, isMirrored = false, isWhole = false) =>
      cellAfter(heat, { row, day }, key, isMirrored, isWhole);
    expect(go(0, 0, 'ArrowDown')).toEqual({ row: 1, day: 0 });
    expect(go(1, 0, 'ArrowDown')).toEqual({ row: 1, day: 0 });
    expect(go(1, 0, 'ArrowRight')).toEqual({ row: 1, day: 1 });
    expect(go(1, 0, 'ArrowLeft', true)).toEqual({ row: 1, day: 1 });
    expect(go(0, 0, 'ArrowRight')).toEqual({ row: 0, day: 0 });
    expect(go(1, 0, 'End')).toEqual({ row: 1, day: 1 });
    expect(go(2, 1, 'Home', false, true)).toEqual({ row: 0, day: 0 });
    expect(go(0, 0, 'a')).toBeNull();
  });
});
