import { runStudy } from '@percall/runner';
import { parseScenario, presetText, setAt, type ScenarioDocument } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { percall } from './percall.ts';

interface Found {
  readonly kind: string;
  readonly path: string;
  readonly to: string;
  readonly holds: number;
  readonly cost: number;
}
interface Said {
  readonly scenario: string;
  readonly found: readonly Found[];
  readonly nearest: Found | null;
  readonly asItIs: { readonly holds: number };
  readonly wanted: number;
  readonly replications: number;
}

const desk = ['preset:it-help-desk', '--set', 'horizon.weeks=1'];
const restore = (...flags: string[]) => percall(['restore', ...desk, '--quiet', ...flags]);

describe('percall restore', () => {
  it('names a change that holds all floors by a run', async () => {
    const { code, out, err } = await restore('--variant', 'Two agents fewer', '--format', 'json');
    expect([code, err]).toEqual([0, '']);
    const { scenario, found, asItIs, wanted, replications } = JSON.parse(out) as Said;
    expect([scenario, asItIs.holds < wanted]).toEqual(['Two agents fewer', true]);
    const [{ kind, path, to, holds, cost }] = found as readonly [Found];
    expect([kind, path]).toEqual(['roster', 'staffing.roster."service desk"']);
    const parsed = parseScenario(presetText('it-help-desk')!);
    if (!parsed.ok) throw new Error('no preset');
    // Nine agents, and as many more.
    const weeks = setAt(parsed.document, ['horizon', 'weeks'], 1);
    const named = weeks.ok
      ? setAt(weeks.document, ['variants'], [{ name: 'More', changes: { [path]: { 'mon-fri': 9 + Number(to) } } }])
      : weeks;
    if (!named.ok) throw new Error(JSON.stringify(named.problems));
    const run = await runStudy(named.document as ScenarioDocument, { replications, shares: false });
    expect([run.variant('More').holds!.value, run.variant('More').cpc.handled.mean!.value]).toEqual([holds, cost]);
    expect(holds).toBeGreaterThanOrEqual(wanted);
  });

  it('says it in words, in both languages', async () => {
    const { code, out } = await restore('--variant', 'Two agents fewer');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^\d+ more agents of service desk whenever it is on duty\n {2}[\d.]+ → [\d.]+ USD per handled contact on average \(\+[\d.]+\)\n {2}all floors met in \d+ of 100 futures\n/,
    );
    expect((await restore('--variant', 'Two agents fewer', '--language', 'ar')).out).toContain('مكتب الخدمة');
  });

  it('says that there is nothing to name where a scenario has no variants', async () => {
    const { code, err } = await percall(['restore', 'small.yaml', '--quiet', '--set', 'variants=[]', '--variant', 'X']);
    expect(code).toBe(2);
    expect(err).toContain('--variant must be left out: there is none that it could name, not "X"');
  });

  it('refuses a variant that is not there, with what is like it, and a scenario without floors', async () => {
    const { code, err } = await restore('--variant', 'Two agent fewer');
    expect(code).toBe(2);
    expect(err).toContain('Two agents fewer');
    // A floor for a channel that nobody uses is none.
    const free = await percall([
      'restore',
      'small.yaml',
      '--quiet',
      '--set',
      'targets={"serviceLevel":{"chat":{"atLeast":"80%","within":"60 s"}}}',
    ]);
    expect([free.code, free.out]).toEqual([3, '']);
    expect(free.err).toContain('no quality floor');
  });
});
