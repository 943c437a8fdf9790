// What every command from the checkout needs first: a fitting Node, the pinned pnpm's installation, and an environment for turbo.
// Shared by run.mjs and percall.mjs. Plain Node: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { packageManager } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Percall needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

export const env = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  DO_NOT_TRACK: '1',
  PATH: path.join(root, 'node_modules', '.bin') + path.delimiter + process.env.PATH,
};
// npm passes its own settings down as npm_config_*; pnpm would read them as pnpm settings.
for (const key of Object.keys(env))
  if (/^npm_config_(?!cache|userconfig|registry|cafile|https?_proxy|noproxy|prefer_offline|offline|yes)/i.test(key)) delete env[key];

/** Runs a command in the root of the checkout and ends the process with its exit code when it fails. */
export function run(command, args, stdio = 'inherit') {
  const ended = spawnSync(command, args, { cwd: root, stdio, env, shell: process.platform === 'win32' });
  if (ended.error) {
    console.error(ended.error.message);
    process.exit(1);
  }
  if (ended.status !== 0) process.exit(ended.status ?? 1);
}

/** Installs with the pinned pnpm where the lock file has changed since the last time. `stdio` may send pnpm's talk to stderr. */
export function installWhenStale(stdio = 'inherit') {
  const stamp = path.join(root, 'node_modules', '.percall-install');
  const wanted = createHash('sha256')
    .update(packageManager)
    .update(readFileSync(path.join(root, 'pnpm-lock.yaml')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  run('npx', ['--yes', packageManager.replace(/\+.*/, ''), 'install', '--frozen-lockfile', '--config.confirmModulesPurge=false'], stdio);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}
