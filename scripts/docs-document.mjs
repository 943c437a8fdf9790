#!/usr/bin/env node
// Writes docs/reference/document.md and docs/reference/scenario.schema.json from the schema. A test compares them with it.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { module } = await runnerImport(path.join(root, 'packages/scenario/src/index.ts'), { root: path.join(root, 'packages/scenario') });
const folder = path.join(root, 'docs/reference');
writeFileSync(path.join(folder, 'document.md'), module.documentReference());
writeFileSync(path.join(folder, 'scenario.schema.json'), `${JSON.stringify(module.jsonSchema(), null, 2)}\n`);
