import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { mustTexts } from '../src/index.ts';

const folder = fileURLToPath(new URL('../src', import.meta.url));

const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('mustTexts.ts'))
  .map((name) => readFileSync(path.join(folder, name), 'utf8'))
  .join('\n');

it.each(Object.entries(mustTexts))('%s is said somewhere, with its values', (key, values: readonly string[]) => {
  expect(sources).toContain(`'${key}'`);
  const said = [...sources.matchAll(new RegExp(`mustText\\('${key}'(?:, \\{([^}]*)\\})?\\)`, 'g'))];
  for (const [, given = ''] of said)
    expect(
      given
        .split(',')
        .map((pair) => pair.split(':')[0]!.trim())
        .filter((name) => name !== '')
        .sort(),
    ).toEqual([...values].sort());
});
