import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { build, createServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../test/browser.ts';
import { compile, inLineCrew } from '../src/index.ts';
import type { Page } from './page/main.ts';
import { digestsOf } from './support/bytes.ts';
import { bankDocument } from './support/documents.ts';
import { bundledCrew } from './support/threads.ts';
import { page as config } from './support/vite.ts';

/** In chunks of three: more of them than five workers are given at first. */
const replications = 64;
const notLoaded = /^no worker could be started: the file with @percall\/runner\/worker in it could not be loaded\./;
const { study } = compile(bankDocument());
let expected: ReturnType<typeof digestsOf>;
let browser: Browser;
const folder = mkdtempSync(path.join(tmpdir(), 'percall-page-'));
const outDir = path.join(folder, 'dist');

beforeAll(async () => {
  browser = await openBrowser();
  expected = digestsOf(study, await inLineCrew().replicate({ study, from: 0, to: replications }));
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

it.each([1, 2, 5])('the bank’s 64 futures have the same bytes on worker threads: %i', async (workers) => {
  const crew = bundledCrew(workers);
  expect(digestsOf(study, await crew.replicate({ study, from: 0, to: replications }))).toEqual(expected);
  await crew.close();
});

/** Served as a developer's page and as a built one: vite finds the worker in different ways. */
async function developed() {
  // Nothing is watched: an edit while the test runs would load the page anew.
  const server = await createServer({ ...config, cacheDir: path.join(folder, 'cache'), server: { port: 0, hmr: false, watch: null } });
  await server.listen();
  return { address: server.resolvedUrls!.local[0]!, close: () => server.close() };
}

async function built() {
  await build({ ...config, build: { outDir, emptyOutDir: true } });
  const server = await preview({ ...config, build: { outDir }, preview: { port: 0 } });
  return { address: server.resolvedUrls!.local[0]!, close: () => server.close() };
}

describe.each([
  ['as it is developed', developed, [2]],
  ['as it is built', built, [0, 1, 2, 5]],
] as const)('in Chromium, a page %s', (_, serve, counts) => {
  let ask: <K extends keyof Page>(name: K, ...argv: Parameters<Page[K]>) => Promise<Awaited<ReturnType<Page[K]>>>;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const server = await serve();
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.goto(server.address);
    await page.waitForFunction('globalThis.runner !== undefined').catch(() => {
      throw new Error(`the page did not start: ${faults.join('; ')}`);
    });
    ask = (name, ...argv) => page.evaluate(`runner.${name}(${argv.map((each) => JSON.stringify(each)).join(', ')})`);
    close = async () => {
      await page.close();
      await server.close();
    };
  });
  afterAll(() => close());

  it.each(counts)('gives the same bytes as Node, by Web Workers: %i', async (workers) => {
    expect(await ask('digests', workers, replications)).toEqual(expected);
  });

  it('twin: another number of futures has other bytes', async () => {
    const fewer = await ask('digests', 0, 16);
    expect(fewer.totals).not.toBe(expected.totals);
    expect(fewer.results).not.toBe(expected.results);
  });

  it('rejects where the worker’s file is not there', async () => {
    expect(await ask('absent')).toMatch(notLoaded);
  });

  it.each([0, 2])('stops within some tens of milliseconds, by Web Workers: %i', async (workers) => {
    // A chunk of eight takes 50 ms in line on the slowest machine tried; the rest is for one that has other things to do.
    expect(await ask('stop', workers)).toBeLessThan(1000);
  });

  // The last: the page has no workers from here on.
  it('rejects where the page may have no workers', async () => {
    expect(await ask('blocked')).toMatch(notLoaded);
  });
});
