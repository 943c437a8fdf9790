import { describe, expect, it } from 'vitest';
import { percall } from './percall.ts';

interface Row {
  readonly scenario: string;
  readonly week: number;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly group: string;
  readonly required: number;
  readonly scheduled: number;
  readonly paidHours: number;
  readonly fte: number;
}
interface People {
  readonly planned: number;
  readonly paid: number;
  readonly onFloor: number;
  readonly training: number;
  readonly overtime: number;
  readonly hires: number;
  readonly leavers: number;
  readonly letGo: number;
}
interface Totals {
  readonly people: People;
  readonly paidHours: number;
  readonly fte: number;
  readonly mostRequired: number;
  readonly mostScheduled: number;
}
interface Staffed {
  readonly scenarios: readonly {
    readonly name: string;
    readonly response: string;
    readonly groups: readonly (Totals & { readonly name: string; readonly weeks: readonly (Totals & { week: number; from: string })[] })[];
  }[];
  readonly rows: readonly Row[];
}

const staffed = async (...argv: string[]): Promise<Staffed> => {
  const { code, out, err } = await percall(['staff', ...argv, '--format', 'json']);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as Staffed;
};
const sum = (rows: readonly Row[], key: 'paidHours' | 'fte'): number => rows.reduce((all, row) => all + row[key], 0);

describe('percall staff', () => {
  it('writes a row for each open interval and group, by the clock of the centre', async () => {
    const { rows } = await staffed('small.yaml', '--set', 'horizon.weeks=2');
    const baseline = rows.filter(({ scenario }) => scenario === 'baseline');
    // Two weeks of five days of eight hours.
    expect(baseline).toHaveLength(2 * 5 * 16);
    expect(baseline[0]).toMatchObject({ week: 1, date: '2026-01-05', from: '09:00', to: '09:30', group: 'team' });
    expect(baseline.at(-1)).toMatchObject({ week: 2, date: '2026-01-16', from: '16:30', to: '17:00' });
    for (const { required, scheduled, paidHours, fte } of rows) {
      expect(Number.isInteger(required)).toBe(true);
      expect(scheduled / required).toBeCloseTo(rows[0]!.scheduled / rows[0]!.required, 12);
      expect([paidHours, fte]).toEqual([scheduled / 2, scheduled / 2 / 40]);
    }
  });

  it('says the same in CSV and NDJSON as in JSON, and its rows add up to its totals', async () => {
    const { rows, scenarios } = await staffed('preset:telecom-peak');
    const csv = (await percall(['staff', 'preset:telecom-peak', '--format', 'csv'])).out.trimEnd().split('\n');
    expect(csv[0]).toBe('scenario,week,date,from,to,group,required,scheduled,paidHours,fte');
    expect(csv).toHaveLength(rows.length + 1);
    const lines = (await percall(['staff', 'preset:telecom-peak', '--format', 'ndjson'])).out.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as Row)).toEqual(rows);
    for (const { name: scenario, groups } of scenarios)
      for (const { name: group, weeks, ...all } of groups) {
        const own = rows.filter((row) => row.scenario === scenario && row.group === group);
        expect(own.length).toBeGreaterThan(100);
        expect(sum(own, 'paidHours') / all.paidHours).toBeCloseTo(1, 12);
        expect(sum(own, 'fte') / weeks.length / all.fte).toBeCloseTo(1, 12);
        expect(all.mostRequired).toBe(Math.max(...own.map(({ required }) => required)));
        for (const { week, ...of } of weeks)
          expect(
            sum(
              own.filter((row) => row.week === week),
              'paidHours',
            ) / of.paidHours,
          ).toBeCloseTo(1, 12);
      }
  });

  it('comes near the median FTE of the futures, and a locked roster is the baseline’s', async () => {
    const { scenarios } = await staffed('preset:telecom-peak');
    const [baseline, locked, replanned] = scenarios;
    expect([locked!.response, replanned!.response]).toEqual(['locked', 're-plan']);
    const hours = ({ groups }: (typeof scenarios)[number]) =>
      groups.map(({ name, fte, paidHours, people }) => [name, fte, paidHours, people.paid]);
    expect(hours(locked!)).toEqual(hours(baseline!));
    expect(hours(replanned!)).not.toEqual(hours(baseline!));
    // Beside it stands whom its own plan would pay.
    expect(locked!.groups.map(({ people }) => people.planned)).toEqual(replanned!.groups.map(({ people }) => people.planned));
    const run = JSON.parse((await percall(['run', 'preset:telecom-peak', '--replications', '64', '--quiet', '--format', 'json'])).out) as {
      results: { scenarios: { kpis: Record<string, { quantiles: { p50: { value: number } } }> }[] };
    };
    for (const [place, { groups, response }] of scenarios.entries()) {
      // Staff on their way to a plan are not the plan.
      if (response === 'transition') continue;
      const fte = groups.reduce((all, group) => all + group.fte, 0);
      const median = run.results.scenarios[place]!.kpis['fte']!.quantiles.p50.value;
      // 64 futures and whole agents: the spread of the median itself is some percent.
      expect(Math.abs(fte / median - 1)).toBeLessThan(0.04);
    }
  });

  it('spreads a headcount that is given, in parts of agents', async () => {
    const given = ['--set', 'staffing.plan=headcount', '--set', 'staffing.headcount={"team": 18}', '--scenario', 'baseline'];
    const { scenarios } = await staffed('small.yaml', ...given);
    expect(scenarios[0]!.groups[0]!.fte).toBeCloseTo(18, 10);
    const { out } = await percall(['staff', 'small.yaml', ...given]);
    expect(out).toMatch(/\nteam, week 1 from 2026-01-05 +720 +18\.0 +\d+\.\d +/);
  });

  it('shows weekdays side by side, like weeks once, and the totals first', async () => {
    const { out, code, err } = await percall(['staff', 'small.yaml', '--set', 'horizon.weeks=3', '--set', 'calendar.seasons=[1, 1, 0.5]']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^Small line\n\nGroup +Paid hours +FTE +Most required +Most scheduled\n\nbaseline\nteam, week 1 from 2026-01-05 +[\d,]+ +[\d.]+/,
    );
    expect(out).toMatch(/\nteam, all weeks +[\d,]+/);
    expect(out).toMatch(/\nFrom +Mon +Tue +Wed +Thu +Fri\n\nbaseline, team, weeks 1 to 2 from 2026-01-05\n09:00( +\d+ \(\d+\.\d\)){5}\n/);
    expect(out).toContain('\nbaseline, team, week 3 from 2026-01-19\n');
    expect(out).not.toContain('week 2 from 2026-01-12\n09:00');
    expect(out).toMatch(/At central inputs: .*\n$/);
  });

  const moving = [
    'small.yaml',
    ...['--set', 'horizon.weeks=3', '--set', 'variants."Verified".response=transition'],
    ...['--set', 'variants."Verified".changes."contactTypes.service.volume"=4000'],
    ...['--set', 'staffing.people={"hireLag": "1 week", "training": 0, "ramp": 0, "overtime": {"max": "5%"}}'],
  ];

  it('tells who is there where that is not the plan, in transition and on a locked roster', async () => {
    const { out, code, err } = await percall(['staff', ...moving]);
    expect([code, err]).toEqual([0, '']);
    expect(out.match(/\nGroup +Planned +Paid +On the floor +In training +Overtime +Hires +Leavers +Let go\n/g)).toHaveLength(1);
    expect(out).toMatch(/Let go\n\nVerified\nteam, week 1 from 2026-01-05( +\d+\.\d){8}\n/);
    const locked = await percall(['staff', 'small.yaml', '--set', 'variants."Verified".response=locked']);
    expect(locked.out).toMatch(/Let go\n\nVerified\nteam, week 1/);
    expect((await percall(['staff', 'small.yaml'])).out).not.toContain('Let go');
  });

  it('by week writes the people of every scenario alone, the same in all formats', async () => {
    const { rows, scenarios } = await staffed(...moving, '--by', 'week');
    const people = rows as unknown as readonly (People & { scenario: string; week: number; from: string; group: string })[];
    expect(people.map(({ scenario, week, from, group }) => [scenario, week, from, group].join(' '))).toEqual(
      ['baseline', 'Verified'].flatMap((scenario) =>
        ['1 2026-01-05', '2 2026-01-12', '3 2026-01-19'].map((week) => `${scenario} ${week} team`),
      ),
    );
    scenarios.forEach(({ groups: [group] }, scenario) =>
      group!.weeks.forEach((of, week) => expect(people[3 * scenario + week]).toMatchObject(of.people)),
    );
    const [first, second] = [people[3]!, people[4]!];
    expect(first.overtime).toBeCloseTo(0.05 * first.paid, 10);
    expect(second.paid).toBeGreaterThan(1.1 * first.paid);
    const csv = (await percall(['staff', ...moving, '--by', 'week', '--format', 'csv'])).out.trimEnd().split('\n');
    expect(csv[0]).toBe('scenario,week,from,group,planned,paid,onFloor,training,overtime,hires,leavers,letGo');
    expect(csv).toHaveLength(1 + 6);
    const lines = (await percall(['staff', ...moving, '--by', 'week', '--format', 'ndjson'])).out.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(rows);
    const { out } = await percall(['staff', ...moving, '--by', 'week']);
    expect(out).toMatch(/Let go\n\nbaseline\nteam, week 1 .*\n(.*\n)+\nVerified\nteam, week 1/);
    expect(out).not.toContain('09:00');
    const one = await staffed(...moving, '--by', 'week', '--week', '2', '--scenario', 'Verified');
    expect(one.rows).toEqual([rows[4]]);
  });

  it('leaves closed days and hours empty', async () => {
    const open = 'calendar.open={"mon-wed": "09:00-11:00", "fri": "10:00-11:00"}';
    const { out } = await percall(['staff', 'small.yaml', '--scenario', 'baseline', '--set', open]);
    expect(out).toMatch(/\nFrom +Mon +Tue +Wed +Fri\n/);
    expect(out).toMatch(/\n09:30( +\d+ \(\d+\.\d\)){3}\n10:00( +\d+ \(\d+\.\d\)){4}\n/);
  });

  it('writes Markdown', async () => {
    const { out } = await percall(['staff', 'small.yaml', '--format', 'md']);
    expect(out).toMatch(/^# Small line\n\n## baseline\n\n\| Group \| Paid hours \|/);
    expect(out).toContain('## Verified, team, week 1 from 2026-01-05\n\n| From | Mon |');
  });

  it('takes one scenario and one week', async () => {
    const { rows, scenarios } = await staffed('small.yaml', '--set', 'horizon.weeks=2', '--scenario', 'Verified', '--week', '2');
    expect([...new Set(rows.map(({ scenario, week }) => `${scenario} ${week}`))]).toEqual(['Verified 2']);
    expect(scenarios.map(({ name, groups }) => [name, groups[0]!.weeks.map(({ from }) => from)])).toEqual([['Verified', ['2026-01-12']]]);
    const both = await staffed('small.yaml', '--set', 'horizon.weeks=2');
    expect(rows).toEqual(both.rows.filter(({ scenario, week }) => scenario === 'Verified' && week === 2));
  });

  it.each([
    [['--week', '2'], 2, /--week wants a week of the horizon, which has one: 1, not "2"/],
    [['--week', '0', '--set', 'horizon.weeks=3'], 2, /--week wants a week of the horizon, from 1 to 3, not "0"/],
    [['--scenario', 'Verifed'], 2, /--scenario must be a known name: baseline, Verified, not "Verifed"; did you mean "Verified"\?/],
    [['--set', 'staffing.maxOccupancy=140%'], 3, /staffing\.maxOccupancy must be/],
    [['--by', 'month'], 2, /Allowed choices are interval, week/],
    [['--format', 'xlsx'], 2, /Allowed choices are table, json, ndjson, csv, md/],
    [['--out', 'small.yaml'], 2, /--out small\.yaml is the scenario itself/],
  ])('%j ends with %i', async (flags, code, said) => {
    const ended = await percall(['staff', 'small.yaml', ...flags]);
    expect([ended.code, ended.out]).toEqual([code, '']);
    expect(ended.err).toMatch(said);
  });
});
