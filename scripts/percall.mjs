#!/usr/bin/env node
// `npx percall ...` from the checkout: installs and builds when stale, then runs the command line where you stand.
// All of its own talk goes to stderr; stdin, stdout, the working folder and the exit code are the command's.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { checkNode, installWhenStale, root, run } from './install.mjs';

const toStderr = ['ignore', process.stderr.fd, process.stderr.fd];

/** The command line and the packages it is built from: their own `workspace:` dependencies, all the way down. */
function builtFrom(folder, found = new Set()) {
  if (found.has(folder)) return found;
  found.add(folder);
  const { dependencies = {} } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
  for (const [name, version] of Object.entries(dependencies))
    if (version.startsWith('workspace:')) builtFrom(path.join('packages', name.replace('@percall/', '')), found);
  return found;
}

function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(path.join(folder, entry.name)) : [path.join(folder, entry.name)]));
}

/** Digest of every name, size and time of change that the build depends on: cheap to take, and new after any edit. */
function sourceStamp(folders) {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const files = [
      ...filesOf(path.join(root, folder, 'src')),
      ...['package.json', 'tsconfig.build.json', 'vite.config.ts'].map((name) => path.join(root, folder, name)).filter(existsSync),
    ];
    for (const file of files) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${path.relative(root, file)} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function buildWhenStale() {
  const folders = [...builtFrom(path.join('apps', 'cli'))];
  const stamp = path.join(root, 'node_modules', '.percall-build');
  const wanted = sourceStamp(folders);
  const built = folders.every((folder) => existsSync(path.join(root, folder, 'dist', 'index.js')));
  if (built && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  run('turbo', ['run', 'build', '--filter=percall...', '--output-logs=errors-only'], toStderr);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

checkNode();
installWhenStale(toStderr);
buildWhenStale();

const child = spawn(process.execPath, [path.join(root, 'apps', 'cli', 'bin', 'percall.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
// A signal sent to this process alone is passed on; one from the terminal reaches the child twice, which does no harm.
// Either way the child says how it ended.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
child.on('exit', (code, signal) => {
  process.exitCode = code ?? 128 + constants.signals[signal];
});
