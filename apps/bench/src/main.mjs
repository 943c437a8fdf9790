#!/usr/bin/env node
// Ours, measured: a whole study from document to results, and the kernels it spends its time in, all in one process.
//
//   node src/main.mjs [--replications 4096] [--document examples/bank-2003.yaml] [--against <another built checkout>]
//
// With --against the same replications run on both checkouts in turn, a few at a time: on a shared machine only such ratios mean anything.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { kernelRows } from './kernels.mjs';
import { loadEngine } from './engine.mjs';
import { measureStudy } from './study.mjs';
import { compareReplications } from './sideBySide.mjs';
import { printTable } from './table.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const { values: options } = parseArgs({
  // npm and pnpm hand `--` on.
  args: process.argv.slice(2).filter((word) => word !== '--'),
  options: {
    replications: { type: 'string', default: '4096' },
    document: { type: 'string', default: path.join(root, 'examples', 'bank-2003.yaml') },
    against: { type: 'string' },
  },
});
const replications = Number(options.replications);
if (!Number.isInteger(replications) || replications < 64) throw new RangeError('--replications must be a whole number, at least 64.');
const text = readFileSync(options.document, 'utf8');

const engine = await loadEngine(pathToFileURL(root + path.sep));
console.log(`Node ${process.versions.node}, ${path.basename(options.document)}, ${replications} replications\n`);
printTable(await measureStudy(engine, text, replications));
console.log();
printTable(kernelRows(engine, text));
if (options.against !== undefined) {
  const other = await loadEngine(pathToFileURL(path.resolve(options.against) + path.sep));
  console.log();
  printTable(compareReplications(engine, other, text, Math.min(512, replications)));
}
