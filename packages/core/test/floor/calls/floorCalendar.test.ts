import { describe, expect, it } from 'vitest';
import { floorCalendar, warmUpWeeks } from '../../../src/floor/calls/floorCalendar.ts';
import type { Model } from '../../../src/index.ts';
import { documentWith } from '../../support/document.ts';
import { published } from './cases.ts';
import { byCalendar, modelsOf, type Ran } from './centres.ts';
import { mostErrors } from './support.ts';

const modelWith = (after: string, share = '100%'): Model =>
  modelsOf(documentWith({ 'contactTypes.service.repeat': { share, after, handleTime: 'x1' } })).models[0]!;

describe('weeks of warm-up and run-off', () => {
  it('are one where customers come back within a day and a half, and as many as 99 in 100 need', () => {
    expect(
      ['12 h', '1 day', '36 h', '37 h', '2 days', '3 days', '8 days', '30 days'].map((after) => warmUpWeeks(modelWith(after))),
    ).toEqual([1, 1, 1, 2, 2, 2, 6, 8]);
    expect(warmUpWeeks(modelWith('8 days', '0%'))).toBe(1);
  });

  it('are like the first and the last, and the clock starts with them', () => {
    const calendar = floorCalendar(modelWith('3 days'));
    const perWeek = 5 * 20;
    expect([calendar.countedFrom, calendar.countedTo, calendar.interval.length]).toEqual([2 * perWeek, 3 * perWeek, 5 * perWeek]);
    expect(calendar.horizonStartSeconds).toBe(14 * 86_400);
    expect(calendar.start[calendar.countedFrom]).toBe(14 * 86_400 + 8 * 3600);
    expect(calendar.slot[0]).toBe(-14 * 48 + 16);
    expect(calendar.slot[calendar.countedFrom]).toBe(16);
    for (const week of [0, 1, 3, 4])
      expect(calendar.interval.slice(week * perWeek, (week + 1) * perWeek)).toEqual(calendar.interval.slice(2 * perWeek, 3 * perWeek));
    expect(calendar.dayNumber).toEqual(Int32Array.from({ length: 25 }, (_, day) => 7 * Math.floor(day / 5) + (day % 5)));
    expect(calendar.endSeconds).toBe(35 * 86_400);
  });
});

describe('customers who come back after eight days, each time by a chance of their own (cost-fcr, seed "plain")', () => {
  const { params, expected } = published<{ fcr: readonly number[] }, { contactsPerIssue: readonly number[] }>('cost-fcr');
  const study = (fcr: number) =>
    modelsOf(
      documentWith(
        {
          'contactTypes.service.volume': 10_000,
          'contactTypes.service.repeat': { share: '100%', after: '8 days', handleTime: 'x1' },
          'contactTypes.service.firstContactResolution.value': fcr,
        },
        { calendar: { interval: '60 min', open: { 'mon-sun': '00:00-24:00' }, dayShape: 'flat' } },
      ),
    );
  const perIssue = ({ sum }: Ran): number => sum('offered') / sum('needs');
  /** Of 99 in 100 who have come back, and of chance: repeats of n needs are geometric. */
  const tolerance = (fcr: number): number => 0.01 * (1 / fcr - 1) + mostErrors * Math.sqrt((1 - fcr) / fcr / fcr / 10_000);

  it.each(params.fcr.map((fcr, at) => [fcr, expected.contactsPerIssue[at]!] as const))(
    '%f resolved: %f contacts a need',
    (fcr, contacts) => {
      expect(
        Math.abs(
          perIssue(
            byCalendar(
              study(fcr),
              () => 30,
              (usual) => usual,
            ),
          ) - contacts,
        ),
      ).toBeLessThan(tolerance(fcr));
    },
  );

  it('twin: one week is too short', () => {
    const [fcr, contacts] = [params.fcr[0]!, expected.contactsPerIssue[0]!];
    const ran = byCalendar(
      study(fcr),
      () => 30,
      () => floorCalendar({ ...study(fcr).models[0]!, ...oneWeek(study(fcr).models[0]!) }),
    );
    expect(Math.abs(perIssue(ran) - contacts)).toBeGreaterThan(2 * tolerance(fcr));
  });

  const oneWeek = ({ leaves, contactTypes }: Model): Pick<Model, 'leaves'> => ({
    leaves: leaves.map((leaf, at) => (at === contactTypes[0]!.repeat.after ? { ...leaf, central: 86_400 } : leaf)),
  });
});
