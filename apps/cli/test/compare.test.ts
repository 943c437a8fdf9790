import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { resultsSchema } from '@percall/report';
import { violations } from '../../../packages/report/test/violations.ts';
import type { ComparisonDocument } from '../src/runDocument.ts';
import { fixtures, percall } from './percall.ts';

const small = readFileSync(path.join(fixtures, 'small.yaml'), 'utf8');

/** A folder with documents: `base.yaml` without variants, and what `changed` makes of it, by file name. */
function folderWith(changed: Readonly<Record<string, (text: string) => string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'percall-'));
  const base = small.replace(/variants:\n(?: {2}.*\n)+/, '');
  writeFileSync(path.join(folder, 'base.yaml'), base);
  for (const [name, change] of Object.entries(changed)) {
    const text = change(base);
    expect(text).not.toBe(base);
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

const verified = (text: string): string => text.replace('offeredTo: 0%', 'offeredTo: 70%');
const named = (name: string) => (text: string) => text.replace('name: Small line', `name: ${name}`);

const compared = async (cwd: string, ...argv: string[]): Promise<ComparisonDocument> => {
  const { code, out, err } = await percall(['compare', ...argv, '--format', 'json'], { cwd });
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as ComparisonDocument;
};

describe('percall compare', () => {
  it('is number by number the study in which the second document’s lever is a variant’s', async () => {
    const cwd = folderWith({ 'verified.yaml': (text) => named('Verified')(verified(text)) });
    const run = JSON.parse((await percall(['run', 'small.yaml', '--format', 'json'])).out) as ComparisonDocument;
    const both = await compared(cwd, 'base.yaml', 'verified.yaml');
    expect(both.results).toEqual(run.results);
    expect(both.inputsHash).toBe(run.inputsHash);
    const other = await compared(cwd, 'base.yaml', 'verified.yaml', '--seed', 'other');
    expect(other.results).not.toEqual(run.results);
  });

  it('says in JSON, by its own schema, which document is which', async () => {
    const cwd = folderWith({ 'verified.yaml': (text) => named('Verified')(verified(text)) });
    const both = await compared(cwd, 'base.yaml', 'verified.yaml');
    expect(violations(resultsSchema, both)).toEqual([]);
    expect(violations(resultsSchema, { ...both, documents: [both.documents[0]] })).not.toEqual([]);
    expect(both.documents.map(({ scenario, document }) => [scenario, document['name']])).toEqual([
      ['baseline', 'Small line'],
      ['Verified', 'Verified'],
    ]);
    expect(both.document).toEqual(both.documents[0]!.document);
  });

  it('tells documents of one name apart by their files, then by number', async () => {
    const cwd = folderWith({ 'a.yaml': verified, 'b.yaml': named('baseline'), 'c.yaml': named('Other') });
    const { results } = await compared(cwd, 'base.yaml', 'a.yaml', 'a.yaml', 'b.yaml', 'c.yaml', 'c.yaml');
    expect(results.scenarios.map(({ name }) => name)).toEqual([
      'baseline',
      'Small line (a.yaml)',
      'Small line (a.yaml) (2)',
      'baseline (b.yaml)',
      'Other',
      'Other (c.yaml)',
    ]);
  });

  it('changes every document with --set, and takes seed and replications of the first', async () => {
    const cwd = folderWith({
      'verified.yaml': (text) => verified(text).replace('seed: small', 'seed: other').replace('replications: 64', 'replications: 128'),
    });
    const both = await compared(cwd, 'base.yaml', 'verified.yaml', '--set', 'costs.technology=6200 per week');
    expect([both.seed, both.replications]).toEqual(['small', 64]);
    for (const { document } of both.documents) expect(document['costs']).toEqual({ technology: '6200 per week' });
    const technology = both.results.scenarios.map(({ ledger }) => ledger.find(({ line }) => line === 'technology')!.perPeriod.value);
    expect(technology).toEqual([6200, 6200]);
  });

  it('shows the sentence and the columns of each, in a table, Markdown and tidy rows', async () => {
    const cwd = folderWith({ 'verified.yaml': (text) => named('Verified')(verified(text)) });
    const write = async (format: string) => (await percall(['compare', 'base.yaml', 'verified.yaml', '--format', format], { cwd })).out;
    expect(await write('table')).toMatch(/^Small line\n\nVerified: Cheaper and no worse in \d+ of 100 futures\./);
    expect(await write('md')).toMatch(/^# Small line\n\nVerified: /);
    expect(await write('csv')).toMatch(/\nVerified,week,,,cpc\.handled,difference\.p50,-/);
    expect((await write('ndjson')).trimEnd().split('\n').at(-2)).toContain('"scenario":"Verified"');
  });

  it('warns of what it leaves out: variants, correlations, the headline', async () => {
    const cwd = folderWith({
      'other.yaml': (text) => `${named('Other')(text)}headline: offered\ncorrelations: { volume~handleTime: 0.3 }\n`,
      'variants.yaml': (text) => `${named('Many')(text)}variants:\n  - { name: A, changes: { levers.ivr.time: 10 s } }\n`,
    });
    const { code, err } = await percall(['compare', 'base.yaml', 'other.yaml', 'variants.yaml', '--format', 'csv'], { cwd });
    expect([code, err.trimEnd().split('\n')]).toEqual([
      0,
      [
        'warning: documents."Other".headline has no effect here; it must stand in the first document to have one',
        'warning: documents."Other".correlations has no effect here; it must stand in the first document to have one',
        'warning: documents."Many".variants has no effect here; it must be run by itself to have one',
      ],
    ]);
    expect(await percall(['compare', 'base.yaml', 'variants.yaml', '--quiet', '--format', 'csv'], { cwd })).toMatchObject({ err: '' });
  });

  it('refuses another currency or period with 3, and says whose', async () => {
    const cwd = folderWith({
      'euro.yaml': (text) => named('Euro')(text.replace('currency: USD', 'currency: EUR')),
      'month.yaml': (text) => named('Month')(text.replace('period: week', 'period: month').replace('per week', 'per month')),
    });
    const { code, out, err } = await percall(['compare', 'base.yaml', 'euro.yaml', 'month.yaml'], { cwd });
    expect([code, out]).toEqual([3, '']);
    expect(err).toBe(
      'error: the scenario cannot run\n' +
        '  documents."Euro".currency must be USD, as in the first document, not "EUR"\n' +
        '  documents."Month".period must be week, as in the first document, not "month"\n',
    );
  });

  it('takes documents of another horizon, on both floors', async () => {
    const cwd = folderWith({ 'longer.yaml': (text) => named('Longer')(text.replace('weeks: 1', 'weeks: 2').replace('17:00', '18:00')) });
    for (const floor of ['erlang', 'calls']) {
      const { results } = await compared(cwd, 'base.yaml', 'longer.yaml', '--floor', floor, '--set', 'contactTypes.service.volume=300');
      const offered = results.scenarios.map(({ kpis }) => kpis['contacts.offered']!.mean!.value);
      // 300 a week and what day-to-day busyness and redials make of them.
      for (const count of offered) expect(Math.abs(count / 300 - 1)).toBeLessThan(0.05);
    }
  });

  it('judges assertions by the document’s name, with 99, and refuses names that are not there with 2', async () => {
    const cwd = folderWith({ 'verified.yaml': (text) => named('Verified')(verified(text)) });
    const judged = (assertion: string) =>
      percall(['compare', 'base.yaml', 'verified.yaml', '--format', 'csv', '--assert', assertion], { cwd });
    expect(await judged('"Verified": delta(cpc.handled).p50 < 0')).toMatchObject({ code: 0, err: '' });
    const failed = await judged('"Verified": delta(cpc.handled).p50 > 0');
    expect([failed.code, failed.out.length > 0]).toEqual([99, true]);
    expect(failed.err).toMatch(/^does not hold: "Verified": delta\(cpc\.handled\)\.p50 > 0 \(Verified: -/);
    expect(await judged('"Verifed": cpc.handled.p50 > 0')).toMatchObject({ code: 2, out: '' });
  });

  it.each([
    [['base.yaml'], 2, /missing required argument 'others'/],
    [['-', '-'], 2, /stdin \(-\) can be only one of the scenarios/],
    [['base.yaml', 'absent.yaml'], 2, /cannot read absent\.yaml: no such file/],
    [['base.yaml', 'broken.yaml'], 3, /broken\.yaml is not a valid scenario/],
    [['base.yaml', 'verified.yaml', '--out', 'verified.yaml'], 2, /--out verified\.yaml is the scenario itself/],
  ])('%j ends with %i', async (argv, code, said) => {
    const cwd = folderWith({ 'verified.yaml': verified, 'broken.yaml': (text) => text.replace('wage:', 'wagges:') });
    const ended = await percall(['compare', ...argv], { cwd });
    expect([ended.code, ended.out]).toEqual([code, '']);
    expect(ended.err).toMatch(said);
  });

  it('reads stdin as one of the two', async () => {
    const cwd = folderWith({ 'verified.yaml': verified });
    const { out } = await percall(['compare', 'base.yaml', '-', '--format', 'csv'], { cwd, input: verified(small) });
    expect(out).toContain('\nSmall line (2),week,');
  });
});
