import { describe, expect, it } from 'vitest';
import {
  analyse,
  companionsOf,
  createReplicator,
  summariseAnalysis,
  withCompanions,
  type Analysis,
  type CompanionName,
  type Study,
} from '../../src/index.ts';
import { documentWith, studyOf } from '../support/document.ts';

const short = studyOf(documentWith({ 'contactTypes.service.volume': '2k ±10%' }));
const long = studyOf(
  documentWith(
    { 'contactTypes.service.volume': '2k ±10%' },
    {
      horizon: { start: '2026-01-05', weeks: 9 },
      calendar: { interval: '60 min', open: { 'mon-fri': '09:00-13:00' }, dayShape: 'flat' },
      variants: [{ name: 'called back', changes: { 'levers.callback': { offerWhenWaitExceeds: '30 s', accepts: '50%' } } }],
    },
  ),
);

const namesOf = (study: Study, replications: number, isCorrected: boolean, shares = true): readonly string[] =>
  companionsOf(study, replications, { isCorrected, shares }).map(({ name, replications: count }) => `${name} ${count}`);

describe('what runs beside a study', () => {
  it('is what its floor lacks, in its first worlds, and nothing that nobody asks for', () => {
    const exact: Study = { ...short, floor: 'calls' };
    expect(namesOf(short, 1024, false, false)).toEqual([]);
    expect(namesOf(short, 1024, false)).toEqual(['days 64']);
    expect(namesOf(exact, 1024, false)).toEqual(['days 64', 'customers 64']);
    // 6,000 contacts in a world of 20 hours and two weeks around: 250,000 in 41 worlds.
    expect(namesOf(short, 1024, true)).toEqual(['exact 32', 'days 64', 'customers 16']);
    expect(namesOf(short, 1024, true, false)).toEqual(['exact 32']);
    expect(namesOf(long, 1024, false)).toEqual(['days 64', 'whole 64']);
  });

  it('is the same objects each time, which whoever prepared them knows again', () => {
    const [once, again] = [
      companionsOf(short, 1024, { isCorrected: true, shares: true }),
      companionsOf(short, 4096, { isCorrected: true, shares: true }),
    ];
    once.forEach(({ study }, at) => expect(again[at]!.study).toBe(study));
  });

  it('says of every scenario which of its days ran, and how far strata are off; of one with callbacks all did', () => {
    const run = (study: Study, replications: number): Analysis =>
      analyse(study, [createReplicator(study)(0, replications)], { kpis: () => false });
    const beside: Partial<Record<CompanionName, Analysis>> = {};
    for (const { name, study, replications } of companionsOf(long, 64, { isCorrected: false, shares: true }))
      beside[name] = run(study, replications);
    const [baseline, calledBack] = summariseAnalysis(withCompanions(run(long, 64), beside)).scenarios;
    expect(baseline!.days.run).toBe('strata');
    expect(baseline!.days.replications).toBe(64);
    expect(baseline!.days.deviation!['serviceLevel.phone']).toBeGreaterThan(0);
    expect(calledBack!.days).toEqual({ run: 'all', replications: 0, deviation: null });
  });
});
