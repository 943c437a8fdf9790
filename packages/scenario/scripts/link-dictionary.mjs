#!/usr/bin/env node
// Writes the dictionary of the link's next codec, `node scripts/link-dictionary.mjs d2`: JSON of all presets, most of what any document
// says. A codec is frozen with its dictionary: one that exists is never written again.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [, , codec = ''] = process.argv;
if (!/^d[1-9]$/.test(codec)) throw new Error('name the codec: d2');
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const load = async (file) => (await runnerImport(path.join(root, 'src', file), { root })).module;
const { presetNames, presetText } = await load('presets/presets.ts');
const { parseScenario } = await load('parse.ts');
const texts = presetNames().map((name) => {
  const parsed = parseScenario(presetText(name));
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`);
  return JSON.stringify(parsed.document);
});
// Deflate looks back 32 kB: of more, the end.
const window = 32_768;
let text = texts.join('').slice(-window);
while (Buffer.byteLength(text) > window) text = text.slice(1);
const literal = text.replace(/['\\]/g, '\\$&');
const name = `dictionary${codec.toUpperCase()}`;
writeFileSync(
  path.join(root, `src/link/${name}.ts`),
  `/** What the deflate of codec \`${codec}\` has seen before it starts: JSON of the presets. Written by scripts/link-dictionary.mjs, and frozen. */
export const ${name} =
  '${literal}';
`,
  { flag: 'wx' },
);
