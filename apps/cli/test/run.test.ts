import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunDocument } from '@percall/core';
import { resultsSchema } from '@percall/report';
import { inLineCrew } from '@percall/runner';
import { violations } from '../../../packages/report/test/violations.ts';
import { fixtures, percall } from './percall.ts';

const small = readFileSync(path.join(fixtures, 'small.yaml'), 'utf8');
const emptyFolder = (): string => mkdtempSync(path.join(tmpdir(), 'percall-'));

interface Written {
  readonly seed: string;
  readonly replications: number;
  readonly document: Record<string, unknown>;
  readonly results: {
    readonly scenarios: readonly { readonly name: string; readonly kpis: Record<string, { readonly mean: { readonly value: number } }> }[];
  };
}
const json = async (...flags: string[]): Promise<Written> => {
  const { code, out, err } = await percall(['run', 'small.yaml', '--format', 'json', ...flags]);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as Written;
};
const cost = ({ results }: Written, scenario = 0): number => results.scenarios[scenario]!.kpis['cpc.handled']!.mean.value;

describe('percall run', () => {
  it('says the sentence and the table on stdout, and nothing on stderr', async () => {
    const { code, out, err } = await percall(['run', 'small.yaml']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^Small line\n\nVerified: Cheaper and no worse in \d+ of 100 futures\. Cost per handled contact [\d.]+ USD \(90% range /,
    );
    expect(out).toMatch(/ below the baseline \(.*\); cheaper in \d+, service no worse in \d+\. Roster re-planned\.\n/);
    expect(out).toMatch(/\nCost per handled contact, USD +[\d.]+/);
    expect(out).not.toContain('\u001b');
  });

  it('colours a terminal unless told not to', async () => {
    const coloured = async (flags: string[], env: Record<string, string>) =>
      (await percall(['run', 'small.yaml', ...flags], { stdoutIsTerminal: true, env })).out.includes('\u001b[');
    expect(await coloured([], {})).toBe(true);
    expect(await coloured(['--no-color'], {})).toBe(false);
    expect(await coloured([], { NO_COLOR: '1' })).toBe(false);
  });

  it('writes JSON that its own schema takes', async () => {
    const run = await json();
    expect(violations(resultsSchema, run)).toEqual([]);
    expect(run).toMatchObject({ schemaVersion: 1, currency: 'USD', period: 'week', seed: 'small', replications: 64, floor: 'both' });
    expect(run.document['name']).toBe('Small line');
    expect(run.results.scenarios).toHaveLength(2);
  });

  it('runs call by call: other figures beside the instant floor’s, the same on any number of threads, and says so', async () => {
    const fewer = ['--set', 'contactTypes.service.volume=1k ±10%'];
    const run = async (...flags: string[]) =>
      JSON.parse((await percall(['run', 'small.yaml', ...fewer, '--format', 'json', ...flags])).out) as RunDocument;
    const [instant, exact, threads] = [
      await run('--floor', 'erlang'),
      await run('--floor', 'calls'),
      await run('--floor', 'calls', '--workers', '2'),
    ];
    expect(violations(resultsSchema, exact)).toEqual([]);
    expect(threads).toEqual(exact);
    expect([instant.floor, exact.floor]).toEqual(['erlang', 'calls']);
    const [was, is] = [instant.results.scenarios[0]!, exact.results.scenarios[0]!];
    expect(was.floor).toEqual({ used: 'erlang', exactReplications: 0, correction: null });
    expect(is.floor).toEqual({ used: 'calls', exactReplications: 64, correction: null });
    const off = is.kpis['cpc.handled']!.mean!.value / was.kpis['cpc.handled']!.mean!.value - 1;
    expect(Math.abs(off)).toBeGreaterThan(0);
    expect(Math.abs(off)).toBeLessThan(0.02);
    expect((await percall(['run', 'small.yaml', ...fewer, '--floor', 'calls'])).out).toContain('exact floor (call by call)');
  });

  it('gives the same bytes twice, and others with another seed', async () => {
    const run = async (...flags: string[]) => (await percall(['run', 'small.yaml', '--format', 'json', ...flags])).out;
    const first = await run();
    expect(await run()).toBe(first);
    expect(await run('--seed', 'other')).not.toBe(first);
  });

  it('writes tidy CSV, the same rows as NDJSON, and Markdown', async () => {
    const csv = (await percall(['run', 'small.yaml', '--format', 'csv'])).out.trimEnd().split('\n');
    expect(csv[0]).toBe('scenario,period,channel,contactType,metric,statistic,value,unit');
    expect(csv.every((line) => line.split(',').length === 8)).toBe(true);
    const rows = (await percall(['run', 'small.yaml', '--format', 'ndjson'])).out.trimEnd().split('\n');
    expect(rows).toHaveLength(csv.length - 1);
    expect(JSON.parse(rows[0]!)).toMatchObject({ period: 'week', metric: 'cpc.need', statistic: 'mean', unit: 'USD/contact' });
    const markdown = (await percall(['run', 'small.yaml', '--format', 'md'])).out;
    expect(markdown).toMatch(/^# Small line\n\nVerified: Cheaper and no worse/);
    expect(markdown).toContain('\n## Cost\n\n| Measure |');
  });

  it('writes ledger lines that add up to their total', async () => {
    const rows = (await percall(['run', 'small.yaml', '--format', 'ndjson'])).out.trimEnd().split('\n');
    const ledger = rows
      .map((row) => JSON.parse(row) as { scenario: string; metric: string; statistic: string; value: number })
      .filter(({ scenario, metric, statistic }) => scenario === 'baseline' && metric.startsWith('ledger.') && statistic === 'mean');
    const total = ledger.find(({ metric }) => metric === 'ledger.total')!.value;
    const lines = ledger.filter(({ metric }) => metric !== 'ledger.total').map(({ value }) => value);
    expect(lines.length).toBeGreaterThan(2);
    // A hundred rounding errors of a double.
    expect(Math.abs(lines.reduce((sum, line) => sum + line, 0) / total - 1)).toBeLessThan(100 * Number.EPSILON);
  });

  it('reads a scenario from stdin, as JSON too', async () => {
    const { out } = await percall(['run', '-', '--format', 'json'], { input: small });
    expect(cost(JSON.parse(out) as Written)).toBe(cost(await json()));
    const document = JSON.stringify((JSON.parse(out) as Written).document);
    expect((await percall(['run', '-', '--format', 'json'], { input: document })).out).toBe(out);
  });

  it('changes values with --set, in JSON or as typed', async () => {
    const before = await json();
    const dearer = await json('--set', 'costs.technology=6200 per week');
    expect(cost(dearer)).toBeGreaterThan(cost(before));
    expect((dearer.document['costs'] as { technology: string }).technology).toBe('6200 per week');
    const uncertain = await json('--set', 'costs.technology={"low": "6100 per week", "likely": "6200 per week", "high": "6300 per week"}');
    expect(cost(uncertain)).not.toBe(cost(dearer));
    // As a document writes it, which is what a message about it shows.
    expect(cost(await json('--set', 'costs.technology={low: 6100 per week, likely: 6200 per week, high: 6300 per week}'))).toBeCloseTo(
      cost(uncertain),
      9,
    );
    expect((await json('--set', 'replications=128')).replications).toBe(128);
    expect((await json('--replications', '72', '--quiet')).replications).toBe(72);
    // A value may hold "="; null removes.
    expect((await json('--set', 'name=a=b')).document['name']).toBe('a=b');
    expect((await json('--set', 'costs.technology=null')).document['costs']).toEqual({});
  });

  it('runs on the threads that it is told, by default those that the study is worth, and ends them', async () => {
    const asked: number[] = [];
    let closed = 0;
    const run = (...flags: string[]) =>
      percall(['run', 'small.yaml', '--floor', 'erlang', '--format', 'csv', '--quiet', ...flags], {
        crew: (workers) => {
          asked.push(workers);
          const crew = inLineCrew();
          return { ...crew, close: () => (closed++, crew.close()) };
        },
      });
    const { out } = await run();
    expect((await run('--workers', '3')).out).toBe(out);
    expect((await run('--workers', '0')).out).toBe(out);
    // 64 futures of a small centre are done before two threads are up.
    expect([asked, closed]).toEqual([[0, 3, 0], 3]);
  });

  it.each([
    ['small.yaml', ['--floor', 'calls'], /^error: days cannot be strata here: the exact floor runs every day\n/],
    [
      'small.yaml',
      ['--set', 'targets.abandonment={"phone": {"atMost": "5%", "every": "week"}}', '--floor', 'erlang'],
      /^error: days cannot be strata here: a worst week or interval is asked for/,
    ],
  ])('refuses strata of days that cannot be had: %s %s', async (file, flags, said) => {
    const { code, out, err } = await percall(['run', file, '--days', 'strata', ...flags]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(said);
  });

  it('takes thousands of replications by k', async () => {
    // 1,000, which is no power of two, rather than 1,024.
    const { err } = await percall(['run', 'small.yaml', '--replications', '1k', '--format', 'csv']);
    expect(err).toContain('warning: 1,000 futures');
  });

  it('warns on stderr where the futures are no power of two, and not when quiet', async () => {
    const warned = await percall(['run', 'small.yaml', '--replications', '72', '--format', 'csv']);
    expect(warned.err).toContain('warning: 72 futures are not a power of two');
    expect(warned.out).not.toContain('warning');
  });

  it('draws a bar on a terminal only, and not when quiet', async () => {
    const bar = async (...flags: string[]) => (await percall(['run', 'small.yaml', ...flags], { stderrIsTerminal: true })).err;
    expect(await bar()).toMatch(/\r█+ 64 \/ 64\r +\r$/);
    expect(await bar('--quiet')).toBe('');
  });

  it('writes a file whole, and says nothing on stdout', async () => {
    const folder = emptyFolder();
    const { code, out } = await percall(['run', path.join(fixtures, 'small.yaml'), '--format', 'csv', '--out', 'rows.csv'], {
      cwd: folder,
    });
    expect([code, out]).toEqual([0, '']);
    expect(readdirSync(folder)).toEqual(['rows.csv']);
    expect(readFileSync(path.join(folder, 'rows.csv'), 'utf8')).toBe((await percall(['run', 'small.yaml', '--format', 'csv'])).out);
  });

  it('says at the start of a long run without a terminal what it is about, unless quiet', async () => {
    const begun = async (count: string, ...flags: string[]) => {
      let err = '';
      await percall(['run', 'small.yaml', '--replications', count, ...flags], { stderr: (text) => void (err += text) });
      return err;
    };
    expect(await begun('1024')).toBe(
      'projecting 1,024 futures of 2 scenarios; --replications 256 is quick and usually enough for a first look\n',
    );
    expect(await begun('1024', '--quiet')).toBe('');
    expect(await begun('512')).toBe('');
  });

  it('leaves nothing behind where the file cannot be written', async () => {
    const folder = emptyFolder();
    const ended = await percall(['run', path.join(fixtures, 'small.yaml'), '--out', 'absent/rows.csv'], { cwd: folder });
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain('error: cannot write absent/rows.csv');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('--log', () => {
  const logged = async (
    file: string,
    ...flags: string[]
  ): Promise<{ readonly code: number; readonly err: string; readonly text: string }> => {
    const log = path.join(emptyFolder(), file);
    const few = ['--set', 'contactTypes.service.volume=300'];
    const { code, err } = await percall(['run', 'small.yaml', ...few, '--floor', 'calls', '--quiet', '--log', log, ...flags]);
    return { code, err, text: code === 0 ? readFileSync(log, 'utf8') : '' };
  };

  it('writes every contact of one future, as CSV and as NDJSON', async () => {
    const { text } = await logged('contacts.csv');
    const [header, ...rows] = text.trimEnd().split('\n');
    expect(header).toMatch(/^scenario,contact,customer,contactType,channel,origin,attempt,follows,arrived,waitSeconds,outcome,/);
    const lines = (await logged('contacts.NDJSON')).text.trimEnd().split('\n');
    expect(lines.length).toBe(rows.length);
    const [first] = lines.map((line) => JSON.parse(line) as Record<string, string | number | boolean | null>);
    expect(rows[0]!.split(',')).toEqual(Object.values(first!).map((value) => (value === null ? '' : String(value))));
    expect(new Set(rows.map((row) => row.split(',')[0])).size).toBe(2);
    expect(rows[0]).toMatch(/,need,0,,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3},/);
  });

  it('writes the same bytes twice, and another future where it is told', async () => {
    const { text } = await logged('contacts.csv', '--workers', '2');
    expect((await logged('contacts.csv', '--workers', '0')).text).toBe(text);
    expect((await logged('contacts.csv', '--log-replication', '0')).text).toBe(text);
    expect((await logged('contacts.csv', '--log-replication', '5')).text).not.toBe(text);
  });

  it.each([
    [['--log', 'contacts.txt', '--floor', 'calls'], /--log wants a file that ends in \.csv or \.ndjson, not "contacts\.txt"/],
    [['--log', 'contacts.csv'], /--log writes every contact, and only --floor calls has contacts/],
    [['--log-replication', '3'], /it wants --log FILE beside it/],
    [['--log', 'contacts.csv', '--floor', 'calls', '--log-replication', '999999'], /a future of the study, 0 to [\d,]+, not 999999/],
    [['--log', 'contacts.csv', '--floor', 'calls', '--log-replication', '-1'], /a whole number from 0 to 10,485,759, not "-1"/],
    [['--log', 'a.csv', '--out', './a.csv', '--floor', 'calls'], /--log and --out want two files/],
    [['--log', '/nowhere/contacts.csv', '--floor', 'calls'], /cannot write/],
  ])('refuses %j before anything runs', async (flags, why) => {
    const { code, out, err } = await percall(['run', 'small.yaml', ...flags]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(why);
  });
});

describe('--assert', () => {
  const asserting = (expression: string) => percall(['run', 'small.yaml', '--format', 'csv', '--assert', expression]);

  it('lets pass what holds', async () => {
    expect(await asserting('p(cheaper) >= 0.9')).toMatchObject({ code: 0, err: '' });
    expect(await asserting('cpc.handled.p50 > 0.5')).toMatchObject({ code: 0, err: '' });
  });

  it('ends with 99 where one does not hold, with the data out all the same', async () => {
    const { code, out, err } = await percall([
      'run',
      'small.yaml',
      '--format',
      'csv',
      '--assert',
      'cpc.handled.mean > 0',
      '--assert',
      'cpc.handled.mean < 0.01',
    ]);
    expect(code).toBe(99);
    expect(out).toMatch(/^scenario,period/);
    expect(err).toMatch(/^does not hold: cpc\.handled\.mean < 0\.01 \(Verified: [\d.]+\)\n$/);
  });

  it('speaks of the scenario that it names', async () => {
    const baseline = (await json()).results.scenarios[0]!.name;
    expect((await asserting(`"${baseline}": cpc.handled.mean < 0.01`)).err).toContain(`(${baseline}: `);
    expect(await asserting('"Nobody": cpc.handled.mean > 0')).toMatchObject({ code: 2, out: '' });
  });

  it.each(['p(cheaper) > 0', 'p(holds and noWorse) > 0', 'delta(fte).p50 <= 0', 'p(delta(fte) < 0) > 0'])(
    'does not compare the baseline with itself: %s ends with 2',
    async (expression) => {
      const named = await asserting(`"baseline": ${expression}`);
      expect([named.code, named.out]).toEqual([2, '']);
      expect(named.err).toMatch(/^error: --assert ".*" is about "baseline": the baseline is not compared with itself\n$/);
      const alone = await percall(['run', 'small.yaml', '--set', 'variants=null', '--assert', expression]);
      expect([alone.code, alone.out]).toEqual([2, '']);
      expect(alone.err).toContain('is about "baseline": there is no variant to compare with it\n');
      expect((await asserting(`"Verified": ${expression}`)).code).not.toBe(2);
    },
  );

  it('lets the baseline speak of itself', async () => {
    expect((await asserting('"baseline": p(cpc.handled > 0) >= 0.9')).code).toBe(0);
    expect((await percall(['run', 'small.yaml', '--set', 'variants=null', '--assert', 'cpc.handled.mean > 0'])).code).toBe(0);
  });

  it('ends with 2 for a metric that nobody knows, and suggests one', async () => {
    const { code, out, err } = await asserting('serviceLevl.phone.p50 >= 0.8');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('did you mean "serviceLevel.phone"?');
  });

  it('ends with 2 for what is no expression', async () => {
    expect(await asserting('cheaper!')).toMatchObject({ code: 2, out: '' });
  });
});

describe('a command line that cannot be', () => {
  it.each([
    [['run'], /missing required argument 'scenario'/],
    [['run', 'small.yaml', '--replicas', '64'], /unknown option '--replicas'/],
    [['run', 'small.yaml', '--replications', '60'], /multiple of 8 from 64 to 10,485,760/],
    [['run', 'small.yaml', '--replications', '10485768'], /multiple of 8 from 64 to 10,485,760, not "10485768"/],
    [['run', 'small.yaml', '--replications', '1e9'], /not "1e9"/],
    [['run', 'small.yaml', '--replications', '0x40'], /not "0x40"/],
    [['run', 'small.yaml', '--replications', ' 64'], /not " 64"/],
    [['run', 'small.yaml', '--replications', '0.128k'], /not "0\.128k"/],
    [['run', 'small.yaml', '--replications', 'many'], /not "many"/],
    [['run', 'small.yaml', '--format', 'xml'], /Allowed choices are table, json, ndjson, csv, md/],
    [['run', 'small.yaml', '--floor', 'exact'], /Allowed choices are auto, erlang, calls/],
    [['run', 'small.yaml', '--workers', 'many'], /--workers wants a whole number from 0 to 256, not "many"/],
    [['run', 'small.yaml', '--workers', '-1'], /--workers wants a whole number from 0 to 256, not "-1"/],
    [['run', 'small.yaml', '--workers', '1.5'], /not "1\.5"/],
    [['run', 'small.yaml', '--workers', '257'], /not "257"/],
    [['run', 'absent.yaml'], /cannot read absent\.yaml: no such file/],
    [['run', '.'], /cannot read \.: it is a folder/],
    [['run', 'preset:absent'], /no preset is named "absent"; there are [\w, -]+$/m],
    [['run', 'preset:it-helpdesk'], /no preset is named "it-helpdesk"; there are .+; did you mean "it-help-desk"\?/],
    [['run', 'preset:bank'], /; did you mean "bank-ivr-verification"\?/],
    [['run', 'small.yaml', '--set', 'costs'], /--set wants path=value/],
    [['run', 'small.yaml', '--set', 'a..b=1'], /"a\.\.b" is not a path/],
    [['run', 'small.yaml', '--set', 'levers.ivr.contanment=1'], /did you mean "containment"\?/],
    [['fly'], /unknown command 'fly'/],
    [[], /Usage: percall/],
  ])('%j ends with 2', async (argv, said) => {
    const { code, out, err } = await percall(argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(said);
  });

  it('asks no more than help', async () => {
    const { code, out, err } = await percall(['--help']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Exit codes:');
    expect((await percall(['--version'])).out).toBe('0.1.0\n');
  });
});

describe('a scenario that does not hold together', () => {
  const running = (input: string) => percall(['run', '-', '--floor', 'erlang'], { input });

  it.each([
    ['malformed YAML', 'percall: [1', /the document must be YAML or JSON: line \d+, column \d+/],
    [
      'an unknown key',
      small.replace('containment:', 'contanment:'),
      /levers\.ivr\.contanment is not a known key; did you mean "containment"\?/,
    ],
    [
      'a share of 140%',
      small.replace('service: 10%', 'service: 140%'),
      /levers\.ivr\.containment\.service must be a share between 0 and 1, not (140%|1\.4)\n/,
    ],
    ['a newer document', small.replace('percall: 1', 'percall: 2'), /percall must be .* that this build reads/],
    [
      'a part that is not modelled yet',
      small.replace('mean: 3 min', 'mean: 3 min, family: deterministic'),
      /contactTypes\.service\.patience\.phone is not modelled yet/,
    ],
    ['an empty document', '', /the document/],
  ])('%s ends with 3', async (_, input, said) => {
    const { code, out, err } = await running(input);
    expect([code, out]).toEqual([3, '']);
    expect(err).toMatch(said);
  });

  it('reports all its problems at once', async () => {
    const { err } = await running(small.replace('service: 10%', 'service: 140%').replace('period: week', 'period: fortnight'));
    expect(err).toContain('levers.ivr.containment.service');
    expect(err).toContain('period');
  });

  it('ends with 4 where it is no text', async () => {
    const folder = emptyFolder();
    writeFileSync(path.join(folder, 'bytes.yaml'), Uint8Array.of(0x70, 0xff, 0xfe));
    expect(await percall(['run', 'bytes.yaml'], { cwd: folder })).toMatchObject({ code: 4, out: '' });
  });
});

describe('an interrupted run', () => {
  it('ends with 130 and writes nothing', async () => {
    const folder = emptyFolder();
    const controller = new AbortController();
    const ended = await percall(
      ['run', path.join(fixtures, 'small.yaml'), '--replications', '1024', '--out', 'rows.csv', '--format', 'csv'],
      {
        cwd: folder,
        signal: controller.signal,
        stderrIsTerminal: true,
        stderr: () => controller.abort(),
      },
    );
    expect(ended).toMatchObject({ code: 130, out: '' });
    expect(readdirSync(folder)).toEqual([]);
  });
});

it('a fault of the program ends with 1, apart from all others', async () => {
  const fault = () => Promise.reject(new Error('made up'));
  const { code, err } = await percall(['run', '-'], { stdin: fault });
  expect(code).toBe(1);
  expect(err).toMatch(/^internal fault: Error: made up/);
});
