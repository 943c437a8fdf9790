import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openBrowser } from './browser.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The first of the two commands, as a newcomer has it: a clone of the last commit with nothing installed. It must project the example, print an
 * address last, serve a page there that answers, and stop when it is told to.
 */
it('npm start in a fresh clone serves a page that answers', { timeout: 600_000 }, async () => {
  const clone = mkdtempSync(path.join(tmpdir(), 'percall-start-'));
  execFileSync('git', ['clone', '--quiet', '--no-local', root, clone]);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const env = { ...process.env, PORT: '0' };
  // A process group of its own, as a terminal gives it: Ctrl-C reaches all of it.
  const started = spawn(npm, ['start'], { cwd: clone, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => started.on('exit', resolve));
  let said = '';
  try {
    const address = await new Promise<string>((resolve, reject) => {
      const hear = (chunk: Buffer): void => {
        said += chunk.toString();
        const found = /^Playground: (http:\/\/\S+)\n/m.exec(said);
        if (found) resolve(found[1]!);
      };
      started.stdout.on('data', hear);
      started.stderr.on('data', hear);
      void ended.then((code) => reject(new Error(`npm start ended with ${code}:\n${said.slice(-2000)}`)));
    });
    expect(said).toMatch(/Cost per handled contact \d+\.\d\d USD/);
    expect(said.trimEnd().split('\n').at(-1)).toBe(`Playground: ${address}`);
    const browser = await openBrowser();
    try {
      const page = await browser.newPage({ locale: 'en-US' });
      await page.goto(address);
      const sentence = page.getByTestId('sentence');
      await sentence.waitFor();
      expect(await sentence.textContent()).toMatch(/Cost per handled contact \d+\.\d\d USD/);
    } finally {
      await browser.close();
    }
  } finally {
    if (started.pid !== undefined && started.exitCode === null) process.kill(-started.pid, 'SIGINT');
    await ended;
    rmSync(clone, { recursive: true, force: true });
  }
});
