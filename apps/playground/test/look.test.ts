import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { physicalPlaces } from '../../../scripts/lint/logicalCss.mjs';

const source = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).map((file) => path.join(source, file));

it.each(files.filter((file) => file.endsWith('.css')))('%s names logical sides only', (file) => {
  expect(physicalPlaces(readFileSync(file, 'utf8'))).toEqual([]);
});

it('twin: a physical side is found, in a comment it is not', () => {
  expect(physicalPlaces('a { margin-left: 1px; }')).toHaveLength(1);
  expect(physicalPlaces('a { text-align: right }')).toHaveLength(1);
  expect(physicalPlaces('a { /* left: 0; */ inset-inline-start: 0; }')).toEqual([]);
});

it('colours and sizes of type stand in tokens.css alone', () => {
  const styles = files
    .filter((file) => /\.(svelte|css)$/.test(file) && !file.endsWith('tokens.css'))
    .map((file) => [path.relative(source, file), readFileSync(file, 'utf8')] as const);
  const own = styles.flatMap(([file, text]) =>
    [...text.matchAll(/#[0-9a-f]{3,8}\b(?=[;\s,)])|rgb\(|hsl\(|light-dark\(|font-size:\s*[\d.]/gi)].map(([found]) => `${file}: ${found}`),
  );
  expect(own).toEqual([]);
});
