import { readFileSync, writeFileSync } from 'node:fs';
import { presetNames } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { percall } from '../percall.ts';

/**
 * What the command line says of every preset, taken by running it: proves that nothing changed, and nothing else. What the presets should say is
 * tested in `packages/core/test/study/presets.ts`. PERCALL_PIN=update records anew and fills the tables of docs/reference/presets.md, which
 * prettier then aligns.
 */
const update = process.env['PERCALL_PIN'] === 'update';
const fileOf = (name: string): URL => new URL(`${name}.txt`, import.meta.url);
const pageFile = new URL('../../../../docs/reference/presets.md', import.meta.url);

/** Rows of the output that the page shows, by the start of their label. */
const shown = [
  'Cost per need,',
  'Cost per handled contact,',
  'Total cost,',
  'Net present value',
  'Pay-back',
  'Service level on phone',
  'Abandonment rate on phone',
  'Callback promise kept',
  'FTE',
];

/** The page's table of an output: medians of every scenario. */
function tableOf(out: string): string {
  const rows = out.split('\n').map((line) => line.trimEnd().split(/ {2,}/));
  const heads = rows.find(([first]) => first === 'Measure')!.slice(1);
  // Measures stand side by side: one column each, a line for each scenario.
  const measures = shown.flatMap((start) => rows.filter(([first, ...cells]) => first!.startsWith(start) && cells.length === heads.length));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const median = (cell: string): string => /^[-\d.,]+%?/.exec(cell)![0];
  return [
    line(['', ...measures.map(([label]) => label!)]),
    line(['---', ...measures.map(() => '---:')]),
    ...heads.map((head, at) => line([head, ...measures.map((cells) => median(cells[at + 1]!))])),
  ].join('\n');
}

const blockOf = (name: string): RegExp => new RegExp(`(<!-- figures: ${name} -->\\n\\n)((?:\\|.*\\n)*)\\n?`);
const unaligned = (table: string): string => table.trim().replace(/-{2,}/g, '--').replace(/ {2,}/g, ' ');

describe.each(presetNames())('%s', (name) => {
  it('says what it said', async () => {
    const { code, out, err } = await percall(['run', `preset:${name}`, '--replications', '64', '--floor', 'erlang', '--quiet']);
    expect([code, err]).toEqual([0, '']);
    if (update) writeFileSync(fileOf(name), out);
    expect(out).toBe(readFileSync(fileOf(name), 'utf8'));
  });

  it('is on the page, in figures that it said', () => {
    const table = tableOf(readFileSync(fileOf(name), 'utf8'));
    const page = readFileSync(pageFile, 'utf8');
    if (update)
      writeFileSync(
        pageFile,
        page.replace(blockOf(name), (_, head: string) => `${head}${table}\n\n`),
      );
    expect(unaligned(blockOf(name).exec(readFileSync(pageFile, 'utf8'))?.[2] ?? '')).toBe(unaligned(table));
  });
});
