#!/usr/bin/env node
// Writes src/link/dictionaryD0.ts: canonical JSON of all presets, most of what any document says. Once a codec is frozen its
// dictionary is never written again; a new one is a new codec.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { module } = await runnerImport(path.join(root, 'src/index.ts'), { root });
const texts = module.presetNames().map((name) => {
  const parsed = module.parseScenario(module.presetText(name));
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`);
  return module.canonicalJson(parsed.document);
});
const literal = texts.join('').replace(/['\\]/g, '\\$&');
writeFileSync(
  path.join(root, 'src/link/dictionaryD0.ts'),
  `/** What the deflate of codec \`d0\` has seen before it starts: canonical JSON of the presets. Written by scripts/link-dictionary.mjs. */
export const dictionaryD0 =
  '${literal}';
`,
);
