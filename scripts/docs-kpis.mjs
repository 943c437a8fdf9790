#!/usr/bin/env node
// Writes docs/reference/kpis.md and docs/reference/results.schema.json from the code that computes and describes them.
// `--check` writes nothing and fails where a page is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { runnerImport } from 'vite';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const source = async (file) => {
  const conditions = ['@percall/source'];
  const { module } = await runnerImport(path.join(root, file), {
    configFile: false,
    logLevel: 'error',
    resolve: { conditions },
    ssr: { resolve: { conditions, externalConditions: conditions }, noExternal: [/^@percall\//] },
  });
  return module;
};

const { kpiGlossary } = await source('packages/core/src/index.ts');
const { en, glossaryMarkdown, resultsSchema } = await source('packages/report/src/index.ts');
const pages = {
  'docs/reference/kpis.md': glossaryMarkdown(kpiGlossary, en),
  'docs/reference/results.schema.json': JSON.stringify(resultsSchema),
};

let stale = 0;
for (const [page, text] of Object.entries(pages)) {
  const file = path.join(root, page);
  const formatted = await prettier.format(text, { ...(await prettier.resolveConfig(file)), filepath: file });
  if (!process.argv.includes('--check')) writeFileSync(file, formatted);
  else if (readFileSync(file, 'utf8') !== formatted) {
    console.error(`${page} is out of date: run node scripts/docs-kpis.mjs`);
    stale += 1;
  }
}
process.exitCode = stale > 0 ? 1 : 0;
