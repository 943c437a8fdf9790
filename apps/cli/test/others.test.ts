import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { erlangB } from '@percall/erlang';
import { resultsSchema } from '@percall/report';
import { presetNames } from '@percall/scenario';
import { version } from '../src/version.ts';
import { fixtures, percall } from './percall.ts';

const small = readFileSync(path.join(fixtures, 'small.yaml'), 'utf8');

describe('percall check', () => {
  it('says that a valid scenario is one', async () => {
    expect(await percall(['check', 'small.yaml'])).toEqual({ code: 0, out: 'Small line: valid, 1 variant\n', err: '' });
    const { out } = await percall(['check', 'small.yaml', '--format', 'json']);
    expect(JSON.parse(out)).toEqual({ ok: true, problems: [] });
  });

  it('ends with 3 and every problem, in words or as data', async () => {
    const input = small.replace('service: 10%', 'service: 140%').replace('technology:', 'technolgy:');
    const told = await percall(['check', '-'], { input });
    expect([told.code, told.out]).toEqual([3, '']);
    expect(told.err).toContain('levers.ivr.containment.service must be a share between 0 and 1');
    expect(told.err).toContain('costs.technolgy is not a known key; did you mean "technology"?');
    const data = await percall(['check', '-', '--format', 'json'], { input });
    expect([data.code, data.err]).toEqual([3, '']);
    const { ok, problems } = JSON.parse(data.out) as { ok: boolean; problems: { code: string; path: string }[] };
    expect(ok).toBe(false);
    expect(problems.map(({ code, path: where }) => `${where} ${code}`)).toEqual(
      expect.arrayContaining(['levers.ivr.containment.service range', 'costs.technolgy unknownKey']),
    );
  });

  it('warns of what has no effect, unless quiet', async () => {
    const flags = ['check', 'small.yaml', '--set', `calendar.events=[{"name":"late","days":"2027-01-05","volume":"x2"}]`];
    const warned = await percall(flags);
    expect([warned.code, warned.out]).toEqual([0, 'Small line: valid, 1 variant\n']);
    expect(warned.err).toMatch(/^warning: calendar\.events\.late.*\n$/);
    expect(await percall([...flags, '--quiet'])).toEqual({ ...warned, err: '' });
    const { problems } = JSON.parse((await percall([...flags, '--quiet', '--format', 'json'])).out) as { problems: unknown[] };
    expect(problems).toHaveLength(1);
  });

  it.each(['check', 'run', 'sweep', 'report'])(
    '%s lists errors without the warnings among them where it is to be quiet',
    async (command) => {
      const input = small.replace('service: 10%', 'service: 140%').replace('mean: 300 s', 'mean: 3 s');
      const flags = command === 'sweep' ? ['--set', 'costs.technology=1 per week,2 per week'] : [];
      const told = await percall([command, '-', ...flags], { input });
      const quiet = await percall([command, '-', ...flags, '--quiet'], { input });
      expect([told.code, quiet.code]).toEqual([3, 3]);
      expect(told.err).toContain('warning: contactTypes.service.handleTime.phone');
      expect(quiet.err).toBe(told.err.replace(/ *warning: .*\n/, ''));
      expect(quiet.err).not.toBe('');
    },
  );

  it('takes what the exact floor alone runs, and refuses what would not run', async () => {
    const steadfast = await percall(['check', 'small.yaml', '--set', 'contactTypes.service.patience.phone.family=deterministic']);
    expect(steadfast.code).toBe(0);
    const none = '{"volume~handleTime": 0.95, "volume~shrinkage": 0.95, "handleTime~shrinkage": -0.95}';
    const impossible = await percall(['check', 'small.yaml', '--set', `correlations=${none}`]);
    expect(impossible).toMatchObject({ code: 3, out: '' });
    expect(impossible.err).toContain('correlations');
  });

  it('leaves a missing file a fault of usage', async () => {
    expect(await percall(['check', 'absent.yaml', '--format', 'json'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('percall presets', () => {
  it('lists those that there are, each of which runs', async () => {
    const { code, out, err } = await percall(['presets']);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n').filter((line) => line !== '')).toHaveLength(presetNames().length);
    for (const name of presetNames()) {
      expect((await percall(['presets', name])).out).toContain('percall: 1');
      expect(await percall(['check', `preset:${name}`])).toMatchObject({ code: 0 });
    }
  });

  it('ends with 2 for one that there is not', async () => {
    expect(await percall(['presets', 'absent'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('percall schema', () => {
  it('prints the schema of documents, or of results', async () => {
    const document = JSON.parse((await percall(['schema'])).out) as { $schema: string; properties: Record<string, unknown> };
    expect(document.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(Object.keys(document.properties)).toEqual(expect.arrayContaining(['percall', 'contactTypes', 'levers']));
    expect(JSON.parse((await percall(['schema', '--results'])).out)).toEqual(resultsSchema);
  });
});

describe('a share link', () => {
  const link = async (...flags: string[]): Promise<string> => (await percall(['link', 'small.yaml', ...flags])).out.trim();

  it('goes there and back, and reproduces', async () => {
    const address = await link('--base', 'https://example.org/percall/');
    expect(address).toMatch(/^https:\/\/example\.org\/percall\/#s=1\.d\d\.[\w-]+$/);
    const opened = await percall(['open', address]);
    expect(opened.code).toBe(0);
    expect(opened.err).toMatch(/^reproduces [\d.]+, [\d.]+ USD\n$/);
    expect(await percall(['run', '-', '--format', 'csv'], { input: opened.out })).toEqual(
      await percall(['run', 'small.yaml', '--format', 'csv']),
    );
    expect(await percall(['run', address, '--format', 'csv'])).toEqual(await percall(['run', 'small.yaml', '--format', 'csv']));
  });

  it('carries a changed document, and can leave out what it came to', async () => {
    const address = await link('--set', 'levers.ivr.containment.service=12%', '--no-run');
    const { out, err } = await percall(['open', address]);
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({ levers: { ivr: { containment: { service: '12%' } } } });
  });

  it('is found among what trackers put around it', async () => {
    const bare = await link('--no-run');
    const document = (await percall(['open', bare])).out;
    const fragment = bare.slice(1);
    for (const around of [
      `https://example.org/${bare}&utm_source=mail&x=1`,
      `https://example.org/?utm_source=mail${bare}`,
      `https://example.org/?s=other${bare}?fbclid=1`,
      `https://example.org/#utm_source=mail&${fragment}`,
      `${bare}#top`,
      `${fragment}&x=1`,
      ` ${bare}\n`,
    ]) {
      expect([around, await percall(['open', around])]).toEqual([around, { code: 0, out: document, err: '' }]);
      expect(await percall(['check', around])).toMatchObject({ code: 0 });
    }
    // A file may have "&s=" in its name.
    expect((await percall(['check', 'absent&s=1.yaml'])).err).toContain('cannot read absent&s=1.yaml: no such file');
  });

  it('opens into a file', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'percall-'));
    const address = await link('--no-run');
    expect(await percall(['open', address, '--out', 'opened.json'], { cwd: folder })).toEqual({ code: 0, out: '', err: '' });
    expect(JSON.parse(readFileSync(path.join(folder, 'opened.json'), 'utf8'))).toMatchObject({ name: 'Small line' });
  });

  it('that is damaged, cut or newer ends with 3 and says so', async () => {
    const address = await link('--no-run');
    const at = address.length - 20;
    const other = address[at] === 'A' ? 'B' : 'A';
    const cases = [
      [address.slice(0, at) + other + address.slice(at + 1), /the link must be whole/],
      [address.slice(0, -30), /the link must be whole/],
      [address.replace('#s=1.', '#s=2.'), /the link must be in a form that this build reads/],
      ['#s=nonsense', /the link must be a whole Percall link/],
    ] as const;
    for (const [wrong, said] of cases) {
      for (const command of ['open', 'run']) {
        const { code, out, err } = await percall([command, wrong]);
        expect([wrong, code, out]).toEqual([wrong, 3, '']);
        expect(err).toMatch(said);
      }
    }
  });

  it('that is long says so', async () => {
    const words = Array.from({ length: 600 }, (_, index) => ((index * 7919) % 46656).toString(36)).join(' ');
    const { err, out } = await percall(['link', 'small.yaml', '--no-run', '--set', `note=${words}`]);
    expect(out.length).toBeGreaterThan(1800);
    expect(err).toMatch(/^warning: the link is [\d,]+ characters long/);
  });
});

describe('percall erlang', () => {
  const erlang = (...flags: string[]) => percall(['erlang', ...flags]);
  const data = async (...flags: string[]) => {
    const { code, out, err } = await erlang(...flags, '--format', 'json');
    expect([code, err]).toEqual([0, '']);
    return JSON.parse(out) as {
      unknown: string | null;
      value: number | null;
      scheduled: { heads: number } | null;
      performance: { blockedFraction: number; serviceLevel: Record<string, number>; offeredLoadErlangs: number };
    };
  };

  it('finds the agents of the textbook: 100 calls in 30 min of 3 min each, 80% in 20 s, are 14 by Erlang C', async () => {
    const { code, out } = await erlang(
      '--calls',
      '100',
      '--per',
      '30min',
      '--aht',
      '3min',
      '--service-level',
      '80%',
      '--within',
      '20s',
      '--shrinkage',
      '30%',
    );
    expect(code).toBe(0);
    expect(out).toMatch(/Offered load, erlangs +10\.00\n/);
    expect(out).toMatch(/Agents on duty +14 {2}<- found\n/);
    expect(out).toMatch(/Scheduled with shrinkage +20\.0, 20 people\n/);
    expect(out).toMatch(/Service level within 20\.0 s +88\.8% \(target 80\.0%: met\)\n/);
  });

  it('finds each other unknown, and each comes back as the given of the next', async () => {
    const common = ['--per', '30min', '--service-level', '80%'];
    const calls = await data(...common, '--aht', '3min', '--agents', '14');
    expect(calls.unknown).toBe('callsPerHour');
    const aht = await data(...common, '--calls', String(calls.value! / 2), '--agents', '14');
    expect(aht.unknown).toBe('ahtSeconds');
    expect(aht.value).toBeCloseTo(180, 6);
    const within = await data(...common, '--calls', String(calls.value! / 2), '--aht', '3min', '--agents', '14', '--within', '?');
    expect(within.unknown).toBe('thresholdSeconds');
    expect(within.value).toBeCloseTo(20, 6);
    const patience = await data(
      '--calls',
      '100',
      '--per',
      '30min',
      '--aht',
      '3min',
      '--agents',
      '10',
      '--abandonment',
      '8%',
      '--patience',
      '?',
    );
    expect(patience.unknown).toBe('patience');
  });

  it('measures where nothing is left out, by each formula', async () => {
    const blocked = await data('--calls', '10', '--per', '1h', '--aht', '1h', '--agents', '12', '--model', 'b');
    expect(blocked.performance.blockedFraction).toBeCloseTo(erlangB(10, 12), 14);
    const patient = await data('--calls', '100', '--per', '30min', '--aht', '3min', '--agents', '12');
    const impatient = await data('--calls', '100', '--per', '30min', '--aht', '3min', '--agents', '12', '--patience', '3min');
    expect(impatient.performance.serviceLevel['answered / offered']).toBeGreaterThan(
      patient.performance.serviceLevel['answered / offered']!,
    );
    const against = async (target: string): Promise<string> =>
      (await erlang('--calls', '100', '--per', '30min', '--aht', '3min', '--agents', '12', '--service-level', target)).out;
    expect(await against('95%')).toContain('(target 95.0%: missed)');
    expect(await against('100%')).toContain('(target 100.0%: missed)');
  });

  it.each([
    [['--calls', '100', '--aht', '3min'], 2, /to find --agents, set --service-level/],
    [['--calls', '100', '--service-level', '80%'], 2, /leave one quantity to find, not --aht, --agents/],
    [['--calls', '100', '--aht', '3', '--agents', '12'], 2, /--aht must be a duration, such as .*, not 3\n/],
    [['--calls', '100', '--aht', '3min', '--agents', '12', '--model', 'c', '--patience', '3min'], 2, /--patience is of Erlang A/],
    [['--calls', '100', '--aht', '3min', '--blocking', '1%'], 2, /--blocking is of Erlang B, .*: add --model b/],
    [
      ['--calls', '100', '--aht', '3min', '--agents', '12', '--patience', '3min', '--blocking', '1%'],
      2,
      /add --model b, without a --patience/,
    ],
    [['--calls', '100', '--aht', '3min', '--abandonment', '5%'], 2, /--abandonment is of Erlang A, .*: add --patience\n/],
    [
      ['--calls', '100', '--aht', '3min', '--agents', '12', '--abandonment', '5%', '--model', 'b'],
      2,
      /add --patience and leave out --model b\n/,
    ],
    [['--calls', '100', '--aht', '3min', '--agents', '12', '--model', 'a'], 2, /--model a wants a --patience/],
    [['--calls', '100', '--aht', '3min', '--service-level', '140%'], 2, /--service-level must be a share between 0 and 1, not 140%/],
    [['--calls', '100', '--aht', '3min', '--agents', '12', '--shrinkage', '100%'], 2, /--shrinkage must be below 100%/],
    [['--calls', '0', '--aht', '3min', '--agents', '12'], 2, /cannot be read\n {2}--calls must be a count above 0, not 0\n/],
    [['--calls', '100', '--aht', '0', '--agents', '12'], 2, /cannot be read\n {2}--aht must be a duration above 0 s, not 0\n/],
    [['--calls', '100', '--per', '0', '--aht', '3min', '--agents', '12'], 2, /--per must be a duration above 0 s, not 0\n/],
    [['--per', '0 min', '--aht', '3min', '--agents', '12', '--service-level', '80%'], 2, /--per must be a duration above 0 s/],
    [['--calls', '1000', '--aht', '3min', '--agents', '12'], 3, /--agents must be more than the 50 erlangs offered/],
    [
      ['--calls', '100', '--aht', '3min', '--service-level', '100%'],
      3,
      /--service-level 100% has no answer: ask for a little less than all/,
    ],
    [['--aht', '3min', '--agents', '9', '--service-level', '100%'], 3, /--service-level 100% has no answer/],
    [['--calls', '100', '--aht', '3min', '--service-level', '0%'], 3, /--service-level 0% has no answer: it asks for nothing/],
    [
      ['--calls', '100', '--aht', '3min', '--patience', '3min', '--abandonment', '0'],
      3,
      /--abandonment 0 has no answer: ask for a little more than none/,
    ],
    [['--calls', '100', '--aht', '3min', '--agents', '4', '--within', '?', '--service-level', '80%'], 3, /the question has no answer/],
    [['--calls', '100', '--aht', '3min', '--service-level', '99.99999999999%'], 3, /the question has no answer/],
  ])('%j ends with %i', async (flags, code, said) => {
    const ended = await erlang(...flags);
    expect([ended.code, ended.out]).toEqual([code, '']);
    expect(ended.err).toMatch(said);
  });
});

it('the version is that of the package', () => {
  const { version: packaged } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  expect(version).toBe(packaged);
});
