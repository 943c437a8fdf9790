import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const scripts = fileURLToPath(new URL('../../../scripts/', import.meta.url));

/** A checkout in small: the real scripts, an installation that is up to date, a turbo that says when it builds, and a command that says how it was called. */
function checkout(): string {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'percall-checkout-')));
  const write = (file: string, text: string, mode = 0o644): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text, { mode });
  };
  for (const script of ['install.mjs', 'percall.mjs']) cpSync(path.join(scripts, script), path.join(root, 'scripts', script));
  write('package.json', JSON.stringify({ type: 'module', packageManager: 'pnpm@1.2.3' }));
  write('pnpm-lock.yaml', 'lockfileVersion: 9\n');
  write('node_modules/.percall-install', createHash('sha256').update('pnpm@1.2.3').update('lockfileVersion: 9\n').digest('hex'));
  write(
    'node_modules/.bin/turbo',
    '#!/bin/sh\necho "built $*"\nfor room in apps/cli packages/core; do mkdir -p $room/dist && : > $room/dist/index.js; done\n',
    0o755,
  );
  write('apps/cli/package.json', JSON.stringify({ type: 'module', dependencies: { '@percall/core': 'workspace:*', commander: '1' } }));
  write('packages/core/package.json', JSON.stringify({ type: 'module' }));
  for (const room of ['apps/cli', 'packages/core']) {
    write(`${room}/src/index.ts`, '');
    write(`${room}/tsconfig.build.json`, '{}');
  }
  write(
    'apps/cli/bin/percall.mjs',
    `import { text } from 'node:stream/consumers';
     const [command, ...rest] = process.argv.slice(2);
     if (command === 'wait') { process.on('SIGINT', () => process.exit(130)); console.log('waiting'); setInterval(() => {}, 1000); }
     else { console.log(JSON.stringify({ rest, cwd: process.cwd(), stdin: await text(process.stdin) })); process.exitCode = Number(command); }`,
  );
  mkdirSync(path.join(root, 'elsewhere'));
  return root;
}

const call = (root: string, ...argv: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'scripts/percall.mjs'), ...argv], {
    cwd: path.join(root, 'elsewhere'),
    input: 'typed',
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

describe('percall from the checkout', () => {
  it('builds once, says so on stderr, and keeps folder, stdin, stdout and exit code', () => {
    const root = checkout();
    const first = call(root, '99', 'a b', '--c');
    expect(first.stderr).toMatch(/^built run build --filter=percall\.\.\./);
    expect(first.status).toBe(99);
    expect(JSON.parse(first.stdout)).toEqual({ rest: ['a b', '--c'], cwd: path.join(root, 'elsewhere'), stdin: 'typed' });
    expect(call(root, '0')).toMatchObject({ status: 0, stderr: '' });
  });

  it('builds again after an edit, in a package that it depends on too', () => {
    const root = checkout();
    call(root, '0');
    writeFileSync(path.join(root, 'packages/core/src/index.ts'), 'export {};\n');
    expect(call(root, '0').stderr).toMatch(/^built /);
    expect(call(root, '0').stderr).toBe('');
    writeFileSync(path.join(root, 'apps/cli/src/another.ts'), '');
    expect(call(root, '0').stderr).toMatch(/^built /);
  });

  it('stops where the build fails', () => {
    const root = checkout();
    writeFileSync(path.join(root, 'node_modules/.bin/turbo'), '#!/bin/sh\necho broken\nexit 3\n', { mode: 0o755 });
    expect(call(root, '0')).toEqual({ status: 3, stdout: '', stderr: 'broken\n' });
  });

  it('passes a signal on and ends as the command does', async () => {
    const root = checkout();
    call(root, '0');
    const child = spawn(process.execPath, [path.join(root, 'scripts/percall.mjs'), 'wait']);
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(130);
  });
});
