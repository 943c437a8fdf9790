import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inLineCrew } from '@percall/runner';
import { fixtures, percall } from './percall.ts';

interface Row {
  readonly cell: number;
  readonly scenario: string;
  readonly channel: string;
  readonly metric: string;
  readonly statistic: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly [path: string]: string | number | null;
}

const wage = 'agents.team.wage';
const offered = 'variants.Verified.changes."levers.ivr.verification.offeredTo"';
const sweep = (...flags: string[]) =>
  percall(['sweep', 'small.yaml', '--quiet', ...flags.flatMap((flag) => (/^[\w."]+=/.test(flag) ? ['--set', flag] : [flag]))]);
const rowsOf = async (...flags: string[]): Promise<readonly Row[]> => {
  const { code, out, err } = await sweep('--format', 'ndjson', ...flags);
  expect([code, err]).toEqual([0, '']);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
};
const distinct = (rows: readonly Row[], key: string): readonly unknown[] => [...new Set(rows.map((row) => row[key]))];

describe('percall sweep', () => {
  it('gives in every cell the numbers of a run with these values', async () => {
    const rows = await rowsOf(`${wage}=18 per h:22 per h:2 per h`, `${offered}=20%,60%`, 'costs.technology=2000 per week');
    expect(distinct(rows, 'cell')).toEqual([1, 2, 3, 4, 5, 6]);
    for (const [cell, paid, share] of [
      [2, '18 per h', '60%'],
      [5, '22 per h', '20%'],
    ] as const) {
      const run = await percall([
        'run',
        'small.yaml',
        '--format',
        'ndjson',
        '--set',
        `${wage}=${paid}`,
        '--set',
        `${offered}=${share}`,
        '--set',
        'costs.technology=2000 per week',
      ]);
      const known = new Map(
        run.out
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as Row)
          .map(({ scenario, channel, metric, statistic, value }) => [[scenario, channel, metric, statistic].join(), value]),
      );
      const own = rows.filter((row) => row.cell === cell);
      expect(own.length).toBeGreaterThan(40);
      for (const { scenario, channel, metric, statistic, value, lower, upper } of own) {
        const key = [scenario, channel, metric, statistic].join();
        expect([key, value, lower, upper]).toEqual([key, known.get(key), known.get(`${key}.lower`), known.get(`${key}.upper`)]);
      }
      expect([own[0]![wage], own[0]![offered]]).toEqual([Number(paid.slice(0, 2)), Number(share.slice(0, 2)) / 100]);
    }
  });

  it('writes one row for each cell, scenario, metric and statistic, in CSV as in NDJSON', async () => {
    const rows = await rowsOf(`${wage}=18 per h:20 per h:2 per h`);
    const keys = rows.map(({ cell, scenario, channel, metric, statistic }) => [cell, scenario, channel, metric, statistic].join());
    expect(new Set(keys).size).toBe(rows.length);
    expect(distinct(rows, 'metric')).toEqual([
      'cpc.handled',
      'totalCost',
      'serviceLevel',
      'abandonment',
      'fte',
      'holds',
      'cheaper',
      'noWorse',
      'cheaperAndNoWorse',
    ]);
    expect(distinct(rows, 'statistic')).toEqual(
      expect.arrayContaining(['mean', 'p5', 'p50', 'p95', 'holds.atLeast', 'probability', 'difference.p50']),
    );
    const csv = (await sweep('--format', 'csv', `${wage}=18 per h:20 per h:2 per h`)).out.trimEnd().split('\n');
    expect(csv[0]).toBe(`cell,${wage},scenario,period,channel,contactType,metric,statistic,value,lower,upper,unit`);
    expect(csv).toHaveLength(rows.length + 1);
    expect(csv[1]).toBe(Object.values(rows[0]!).join(','));
  });

  it('moves what the values move: dearer hours cost more, and change nothing else', async () => {
    const rows = await rowsOf(`${wage}=16 per h:24 per h:4 per h`);
    const medians = (metric: string) =>
      rows.filter((row) => row.metric === metric && row.statistic === 'p50' && row.scenario === 'baseline').map(({ value }) => value!);
    const [cheap, middle, dear] = medians('cpc.handled');
    expect(cheap! < middle! && middle! < dear!).toBe(true);
    expect(new Set(medians('fte')).size).toBe(1);
  });

  it('picks metrics by id and chances by name', async () => {
    const rows = await rowsOf(`${wage}=18 per h,20 per h`, '--metric', 'asa.phone', '--metric', 'holds');
    expect(distinct(rows, 'metric')).toEqual(['asa', 'holds']);
    expect(await sweep(`${wage}=18 per h,20 per h`, '--metric', 'serviceLevel.fone')).toMatchObject({ code: 2, out: '' });
    const { err } = await sweep(`${wage}=18 per h,20 per h`, '--metric', 'cpc.handeld');
    expect(err).toMatch(/--metric must be a known name: .*, not "cpc\.handeld"; did you mean "cpc\.handled"\?\n$/);
  });

  it('sweeps words too, and takes what the document takes as one value', async () => {
    const rows = await rowsOf('staffing.response=locked,re-plan', 'name=Small, and swept', '--metric', 'fte');
    const fte = (response: string) =>
      rows.find((row) => row['staffing.response'] === response && row.scenario === 'Verified' && row.statistic === 'difference.p50')!.value;
    expect(fte('locked')).toBeCloseTo(0, 12);
    expect(fte('re-plan')).toBeLessThan(0);
    const { out } = await sweep('horizon.weeks=1:2:1', 'calendar.open={"mon-fri": "09:00-17:00"}', 'name=Small, and swept');
    expect(out).toMatch(/^Small, and swept\n\nhorizon\.weeks +Cost per handled contact, USD /);
  });

  it('shows a section for each scenario, a row for each cell', async () => {
    const { out } = await sweep(
      `${wage}=18 per h,20 per h`,
      `${offered}=20%:60%:40%`,
      '--metric',
      'cpc.handled',
      '--metric',
      'holds',
      '--metric',
      'cheaper',
    );
    const lines = out.split('\n');
    expect(lines[2]).toMatch(
      /^agents\.team\.wage +variants\.Verified\.changes\.\S+ +Cost per handled contact, USD +chance of every floor +Cheaper$/,
    );
    expect(lines[4]).toBe('baseline');
    expect(lines.slice(5, 9).map((line) => line.split(/ {2,}/).slice(0, 2))).toEqual([
      ['18 per h', '20%'],
      ['18 per h', '60%'],
      ['20 per h', '20%'],
      ['20 per h', '60%'],
    ]);
    expect(lines[5]).toMatch(/ {2}[\d.]+( ±[\d.]+)? \([\d.]+ to [\d.]+\) +\d+%( ±\d+)? holds +-$/);
    expect(lines[10]).toBe('Verified');
    const markdown = (await sweep(`${wage}=18 per h,20 per h`, '--metric', 'cpc.handled', '--format', 'md')).out;
    expect(markdown).toMatch(
      /^# Small line\n\n## baseline\n\n\| agents\.team\.wage \| Cost per handled contact, USD \|\n\| --- \| ---: \|\n\| 18 per h \| /,
    );
  });

  it('writes JSON that says what the grid was', async () => {
    const flags = [`${wage}=18 per h:20 per h:1 per h`, 'costs.technology=2000 per week', '--metric', 'cpc.handled'];
    const document = JSON.parse((await sweep(...flags, '--format', 'json')).out) as Record<string, unknown>;
    expect(document).toMatchObject({
      schemaVersion: 1,
      seed: 'small',
      replications: 64,
      floor: 'both',
      axes: [{ path: wage, values: ['18 per h', '19 per h', '20 per h'] }],
      cells: 3,
      warnings: [],
      document: { costs: { technology: '2000 per week' } },
    });
    expect(document['rows']).toEqual(await rowsOf(...flags));
  });

  it('says the same on any number of threads, and ends them', async () => {
    const asked: number[] = [];
    let closed = 0;
    const run = async (...flags: string[]) =>
      (
        await percall(
          ['sweep', 'small.yaml', '--quiet', '--floor', 'erlang', '--format', 'csv', '--set', `${wage}=18 per h,20 per h`, ...flags],
          {
            crew: (workers) => {
              asked.push(workers);
              const crew = inLineCrew();
              return { ...crew, close: () => (closed++, crew.close()) };
            },
          },
        )
      ).out;
    expect(await run('--workers', '3')).toBe(await run());
    expect([asked, closed]).toEqual([[3, 0], 2]);
  });

  it('ends with 130 on Ctrl-C in the middle of the grid, and writes nothing', async () => {
    const controller = new AbortController();
    const bar: string[] = [];
    const ended = await percall(['sweep', 'small.yaml', '--set', `${wage}=18 per h:22 per h:1 per h`], {
      stderrIsTerminal: true,
      signal: controller.signal,
      stderr: (text) => {
        bar.push(text);
        if (/ (?:128|192) \/ 320$/.test(text)) controller.abort();
      },
    });
    expect([ended.code, ended.out]).toEqual([130, '']);
    expect(bar.at(-1)).toBe('interrupted\n');
    expect(bar.join('')).not.toContain(' 320 / 320');
  });

  it('refuses a cell that does not hold before any is run, and names it', async () => {
    const bar: string[] = [];
    const flags = ['--set', `${offered}=60%:140%:40%`, '--set', `${wage}=18 per h,20 per h`];
    const ended = await percall(['sweep', 'small.yaml', ...flags], { stderrIsTerminal: true, stderr: (text) => void bar.push(text) });
    expect([ended.code, ended.out]).toEqual([3, '']);
    expect(bar.join('')).toMatch(
      /^error: cell 5 \(variants\.Verified\.changes\."levers\.ivr\.verification\.offeredTo"=140%, agents\.team\.wage=18 per h\) does not fit the scenario\n {2}.*must be a share between 0 and 1, not 140%\n$/,
    );
    const cannot = await sweep(
      'contactTypes.service.channels={"phone": "100%"}',
      'contactTypes.service.patience.phone.family=exponential,deterministic',
      '--floor',
      'erlang',
    );
    expect([cannot.code, cannot.out]).toEqual([3, '']);
    expect(cannot.err).toMatch(
      /^error: cell 2 \(contactTypes\.service\.patience\.phone\.family=deterministic\) cannot run\n {2}contactTypes\.service\.patience/,
    );
  });

  it('warns where a lever of the baseline is swept, which moves nothing that its reports show', async () => {
    const { code, err } = await percall(['sweep', 'small.yaml', '--format', 'csv', '--set', 'levers.ivr.containment.service=10%,20%']);
    expect(code).toBe(0);
    expect(err).toBe(
      'warning: levers.ivr.containment.service is swept in the baseline, whose reports are taken as made with it, so its volumes stay as typed: to see what the lever does, sweep variants.Verified.changes."levers.ivr.containment.service"\n',
    );
  });

  it('draws a bar over all cells, and says at the start of a long one what it is about', async () => {
    const bar = (await percall(['sweep', 'small.yaml', '--set', `${wage}=18 per h,20 per h`], { stderrIsTerminal: true })).err;
    expect(bar).toMatch(/ 64 \/ 128/);
    expect(bar).toMatch(/\r█+ 128 \/ 128\r +\r$/);
    const long = await percall([
      'sweep',
      'small.yaml',
      '--format',
      'csv',
      '--set',
      `${wage}=18 per h:25.5 per h:0.5 per h`,
      '--metric',
      'fte',
      '--replications',
      '64',
    ]);
    expect(long.err).toBe('projecting 64 futures of 2 scenarios in each of 16 cells\n');
  });

  it.each([
    [[], 2, /sweep wants a value to sweep: --set path=from:to:step/],
    [[`${wage}=20 per h`], 2, /sweep wants a value to sweep/],
    [[`${wage}=18 per h:20 per h:1 per week`], 2, /--set agents\.team\.wage=\S.* cannot be read\n {2}agents\.team\.wage must/],
    [[`${wage}=18 per h:20 per h:0 per h`], 2, /agents\.team\.wage must be a cost above 0, not 0 per h/],
    [[`${wage}=18 per h,20 per h`, `${wage}=19 per h,21 per h`], 2, /--set sweeps agents\.team\.wage twice/],
    [[`${wage}=1 per h:20 per h:0.001 per h`], 2, /--set asks for 19,001 cells, and a sweep has at most 10,000/],
    [[`${wage}=1 per h:20 per h:0.1 per h`, 'horizon.weeks=1:100:1'], 2, /--set asks for 19,100 cells/],
    [['contactTypes.service.volume=2,700,3,000'], 2, /volume=2,700,3,000 may be thousands, or a list/],
    [
      ['contactTypes.service.volume=2,700'],
      2,
      /volume=2,700 may be thousands, or a list: write thousands without commas, and a blank after each comma of a list/,
    ],
    [['levers.ivr.containmnt.service=1%,2%'], 2, /cell 1 .* does not fit the scenario\n {2}.*did you mean "containment"/],
    [['currency=USD,EUR'], 2, /--set sweeps currency, and amounts of another currency cannot stand side by side/],
    [['period=week,month'], 2, /--set sweeps period, and amounts/],
  ])('%j ends with %i', async (flags, code, said) => {
    const ended = await sweep(...flags);
    expect([ended.code, ended.out]).toEqual([code, '']);
    expect(ended.err).toMatch(said);
  });

  it('never writes over the scenario', async () => {
    const before = readFileSync(path.join(fixtures, 'small.yaml'), 'utf8');
    expect(await sweep(`${wage}=18 per h,20 per h`, '--out', 'small.yaml')).toMatchObject({ code: 2, out: '' });
    expect(readFileSync(path.join(fixtures, 'small.yaml'), 'utf8')).toBe(before);
  });
});
