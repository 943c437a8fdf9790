import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtures, percall } from './percall.ts';

const small = readFileSync(path.join(fixtures, 'small.yaml'), 'utf8');
const range = '{ low: 2700, likely: 3000, high: 3300 }';
const named = small.replace(range, '{ low: 2700 per week, likely: 3000 per week, high: 3300/week }');

const perYear = ['--set', 'period=year'];
const few = ['--replications', '64'];
const bare = 'contactTypes.service.volume is unlikely: 3000 is per year now; what was meant per week is written 3000 per week';

/** What is warned of, but for the length of the horizon: one week stands for no year, whatever its volumes are for. */
const warnings = (err: string): readonly string[] =>
  err.split('\n').filter((line) => line.startsWith('warning: ') && !line.includes('horizon.weeks'));

describe('--set period', () => {
  it.each([
    ['run', [...few]],
    ['report', [...few]],
    ['check', []],
    ['staff', []],
    ['link', ['--no-run']],
    ['sweep', ['--set', 'agents.team.wage=18 per h,20 per h', ...few]],
  ])('is warned of by %s where a volume names no period, unless quiet, and not where it does', async (command, flags) => {
    const ended = await percall([command, '-', ...perYear, ...flags], { input: small });
    expect(ended.code).toBe(0);
    expect(warnings(ended.err)[0]).toBe(`warning: ${bare}`);
    const quiet = await percall([command, '-', ...perYear, ...flags, '--quiet'], { input: small });
    expect([quiet.code, quiet.err]).toEqual([0, '']);
    const own = await percall([command, '-', ...perYear, ...flags], { input: named });
    expect([own.code, warnings(own.err)]).toEqual([0, []]);
    const same = await percall([command, '-', '--set', 'period=week', ...flags], { input: small });
    expect([same.code, warnings(same.err)]).toEqual([0, []]);
  });

  it('is warned of in data too, and of every document that is compared', async () => {
    const { out } = await percall(['check', 'small.yaml', ...perYear, '--format', 'json']);
    const { problems } = JSON.parse(out) as { problems: readonly { code: string; path: string; severity: string }[] };
    expect(problems[0]).toMatchObject({ code: 'unlikely', path: 'contactTypes.service.volume', severity: 'warning' });
    const both = await percall(['compare', 'small.yaml', 'small.yaml', ...perYear, ...few, '--format', 'json']);
    expect(warnings(both.err).filter((line) => line.includes('was meant'))).toEqual([
      `warning: ${bare}`,
      `warning: documents."Small line (small.yaml)".${bare}`,
    ]);
    const report = await percall(['report', 'small.yaml', ...perYear, ...few, '--quiet']);
    expect(report.out).toMatch(/\n## Warnings\n\n- contactTypes\.service\.volume is unlikely: 3000 is per year now/);
  });

  it('is not warned of where the volume is set with it, as is the case of a sweep of volumes', async () => {
    const own = ['--set', 'contactTypes.service.volume=156k'];
    expect(warnings((await percall(['check', 'small.yaml', ...perYear, ...own])).err)).toEqual([]);
    const swept = ['--set', 'contactTypes.service.volume=150k, 156k'];
    expect(warnings((await percall(['sweep', 'small.yaml', ...perYear, ...swept, ...few])).err)).toEqual([]);
  });

  it('restates what a document with named volumes comes to, and changes nothing else', async () => {
    interface Run {
      readonly results: {
        readonly scenarios: readonly { readonly kpis: Readonly<Record<string, { readonly mean: { readonly value: number } }>> }[];
      };
    }
    const mean = async (input: string, ...flags: string[]) => {
      const { out } = await percall(['run', '-', ...few, ...flags, '--quiet', '--format', 'json'], { input });
      const { kpis } = (JSON.parse(out) as Run).results.scenarios[1]!;
      return (id: string): number => kpis[id]!.mean.value;
    };
    const [week, year, another] = [await mean(named), await mean(named, ...perYear), await mean(small, ...perYear)];
    for (const id of ['cpc.handled', 'serviceLevel.phone', 'fte']) expect(year(id) / week(id), id).toBeCloseTo(1, 9);
    for (const id of ['totalCost', 'contacts.offered']) expect(year(id) / week(id) / (365.25 / 7), id).toBeCloseTo(1, 9);
    // Twin: the same figure per year is another centre.
    expect(another('fte') / week('fte')).toBeLessThan(0.9);
  });

  it('sweeps volumes in the period that they name, and tells them in the document’s', async () => {
    const { out } = await percall(
      [
        ...['sweep', '-', ...perYear, ...few, '--quiet', '--format', 'json', '--metric', 'cpc.handled'],
        ...['--set', 'contactTypes.service.volume=2800 per week:3200:200'],
      ],
      { input: named },
    );
    const path = 'contactTypes.service.volume';
    const { axes, rows } = JSON.parse(out) as {
      readonly axes: readonly { readonly path: string; readonly values: readonly string[] }[];
      readonly rows: readonly Readonly<Record<string, number>>[];
    };
    expect(axes).toEqual([{ path, values: ['2800 per week', '3000 per week', '3200 per week'] }]);
    const told = [...new Set(rows.map((row) => row[path]))];
    expect(told).toHaveLength(3);
    told.forEach((value, i) => expect(value! / (((2800 + 200 * i) * 365.25) / 7)).toBeCloseTo(1, 12));
  });

  it('leaves the hash of the inputs as it was where a volume names the document’s own period', async () => {
    const hash = async (input: string) => {
      const { out } = await percall(['run', '-', ...few, '--quiet', '--format', 'json'], { input });
      return (JSON.parse(out) as { readonly inputsHash: string }).inputsHash;
    };
    expect(await hash(named)).toBe(await hash(small));
    expect(await hash(named.replaceAll('3000 per week', '3001 per week'))).not.toBe(await hash(small));
  });
});
