import path from 'node:path';
import { readFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { fixtures, percall } from './percall.ts';

const run = (...flags: string[]) => percall(['run', 'small.yaml', '--floor', 'erlang', '--format', 'json', '--quiet', ...flags]);

describe('--precision', () => {
  it('ends with 0 where it is reached, with the bytes of a run of so many futures', async () => {
    const found = await run('--precision', 'cpc.handled.p50 < 50%');
    expect(found).toMatchObject({ code: 0, err: '' });
    expect(found.out).toBe((await run('--replications', '256')).out);
    expect(found.out).not.toBe((await run('--replications', '512')).out);
  });

  it('ends with 5 where --replications are too few: the answer is written, and stderr says what was reached and what it takes', async () => {
    const whole = (await run('--replications', '320')).out;
    const { code, out, err } = await run('--precision', 'cpc.handled.p50 < 0.0001%', '--replications', '320');
    expect([code, out]).toEqual([5, whole]);
    const [, half, futures] =
      /^precision not reached in 320 futures: cpc\.handled\.p50 < 0\.0001% \(Verified: ([\d.]+)%\); about ([\d,]+) would do, or fewer, more than the 10,485,760 that a study can have\n$/.exec(
        err,
      )!;
    const { p50 } = (
      JSON.parse(whole) as { results: { scenarios: { kpis: Record<string, { quantiles: Record<string, Record<string, number>> }> }[] } }
    ).results.scenarios[1]!.kpis['cpc.handled']!.quantiles;
    const share = (100 * (p50!['upper']! - p50!['lower']!)) / 2 / p50!['value']!;
    expect(Number(half)).toBeCloseTo(share, 2);
    const wanted = 320 * (share / 0.0001) ** 2;
    expect(Number(futures!.replaceAll(',', '')) / wanted).toBeGreaterThanOrEqual(1);
    expect(Number(futures!.replaceAll(',', '')) / wanted).toBeLessThan(1.1);
  });

  it('is shown by examples where it is no width, each of which reads', async () => {
    const { code, out, err } = await run('--precision', 'cpc.handled.p50 > 1%');
    expect([code, out]).toEqual([2, '']);
    const shown = /must be below a width, like (.*)\n$/.exec(err)![1]!.split(/, | or /);
    expect(shown).toHaveLength(3);
    for (const example of shown)
      expect((await run('--replications', '64', '--precision', example.replace('Variant', 'Verified'))).code, example).not.toBe(2);
  });

  it('is refused beside Latin hypercubes, which have all their futures at once', async () => {
    const { code, out, err } = await run('--precision', 'cpc.handled.p50 < 5%', '--sampling', 'latinHypercube');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^error: --sampling latinHypercube has all its futures at once/);
  });

  it('speaks of amounts in their unit, of each one that is missed, and writes a file all the same', async () => {
    const cwd = mkdtempSync(path.join(tmpdir(), 'percall-'));
    const small = path.join(fixtures, 'small.yaml');
    const flags = ['--precision', 'asa.phone.mean < 0.0001s', '--precision', 'cpc.handled.mean < 90%', '--precision', 'p(holds) < 0.001%'];
    const { code, out, err } = await percall(
      ['run', small, '--replications', '64', '--format', 'csv', '--out', 'rows.csv', '--quiet', ...flags],
      { cwd },
    );
    expect([code, out]).toEqual([5, '']);
    expect(err.trimEnd().split('\n')).toHaveLength(2);
    expect(err).toMatch(/^precision not reached in 64 futures: asa\.phone\.mean < 0\.0001s \(Verified: [\d.]+s\); about [\d,]+ would do/);
    expect(err).toMatch(/p\(holds\) < 0\.001% \(Verified: [\d.]+%\); about/);
    expect(readFileSync(path.join(cwd, 'rows.csv'), 'utf8')).toBe((await percall(['run', small, '--format', 'csv'])).out);
  });

  it('speaks of what has no share, where no number of futures would do', async () => {
    const free = ['--set', 'costs.technology=0 per week', '--set', 'agents.team.wage=0 per h', '--replications', '64'];
    const { code, err } = await run('--precision', 'cpc.handled.mean < 1%', ...free);
    expect([code, err]).toEqual([
      5,
      'precision not reached in 64 futures: cpc.handled.mean < 1% (Verified: the value is 0, and has no share)\n',
    ]);
  });

  it('gives way to an assertion that does not hold: 99', async () => {
    const { code, err } = await run(
      '--precision',
      'cpc.handled.mean < 1e-9',
      '--replications',
      '64',
      '--assert',
      'cpc.handled.mean < 0.01',
    );
    expect(code).toBe(99);
    expect(err).toMatch(/^precision not reached.*\ndoes not hold: /);
    expect((await run('--precision', 'cpc.handled.mean < 1e-9', '--replications', '64', '--assert', 'cpc.handled.mean > 0')).code).toBe(5);
  });

  it.each([
    ['serviceLevl.phone.p50 < 1%', /did you mean "serviceLevel\.phone"\?/],
    ['"Nobody": cpc.handled.p50 < 1%', /^error: --precision /],
    ['cpc.handled.p50 > 1%', /^error: --precision "cpc\.handled\.p50 > 1%"\n {2}/],
    ['cpc.handled.p50 < 0%', /^error: --precision "cpc\.handled\.p50 < 0%" is never reached: the bound must be above 0\n$/],
    ['"baseline": delta(fte).p50 < 1', /is about "baseline": the baseline is not compared with itself\n$/],
  ])('%s ends with 2 before anything runs', async (expression, why) => {
    const { code, out, err } = await run('--precision', expression);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(why);
  });

  it('says at its start that it goes on until it is precise', async () => {
    const { err } = await percall(['run', 'small.yaml', '--precision', 'cpc.handled.p50 < 50%', '--format', 'csv']);
    expect(err).toBe('projecting 65,536 futures of 2 scenarios at most, until the answer is as precise as asked\n');
  });
});
