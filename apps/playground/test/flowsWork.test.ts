import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../test/browser.ts';
import { serveFolder } from './folderSite.ts';
import { answered, sentence, settled, visit, type Visit } from './site.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The built page in a folder of its own, which tests may change, in a folder of its host. */
const folder = mkdtempSync(path.join(tmpdir(), 'percall-work-'));
let browser: Browser;
let site: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  await build({ root, logLevel: 'error', mode: 'production', build: { outDir: folder, emptyOutDir: true } });
  [browser, site] = await Promise.all([openBrowser(), serveFolder(folder, '/tools/percall/')]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a visit and proves that the page complained of nothing. */
async function visiting(work: (page: Page) => Promise<void>, url = site.url, options: Parameters<typeof visit>[2] = {}): Promise<void> {
  const { page, faults, leave }: Visit = await visit(browser, url, options);
  try {
    await work(page);
    expect(faults).toEqual([]);
  } finally {
    await leave();
  }
}

/** Waits until the page is in the browser whole. */
const kept = (page: Page): Promise<unknown> => page.evaluate(() => navigator.serviceWorker.ready);

describe('the first visit', () => {
  it('fetches no more scripts before its answer than it is allowed, workers included', () =>
    visiting(async (page) => {
      await answered(page);
      const addresses = await page.evaluate(() => {
        const until = Number(document.querySelector<HTMLElement>('#answer')?.dataset['firstAnswerAt']);
        return performance
          .getEntriesByType('resource')
          .filter(({ name, startTime }) => name.endsWith('.js') && !(startTime > until))
          .map(({ name }) => name);
      });
      const fetched = new Set(site.asked.filter((each) => each.endsWith('.js')).map((each) => each.split('/').at(-1)!));
      console.log(addresses.length, fetched.size);
      const bytes = [...fetched].reduce(
        (sum, file) => sum + gzipSync(readFileSync(path.join(folder, 'assets', file)), { level: 9 }).length,
        0,
      );
      console.log(bytes, fetched);
    }));
});

describe('without a network', () => {
  it('the page answers again after the first visit, from a folder of its host', () =>
    visiting(async (page) => {
      await answered(page);
      const said = await sentence(page);
      await kept(page);
      await page.context().setOffline(true);
      await page.reload();
      await answered(page);
      expect((await sentence(page)).slice(0, 20)).toBe(said.slice(0, 20));
      await page.getByRole('button', { name: 'العربية' }).click();
      await expect.poll(() => page.locator('html').getAttribute('dir')).toBe('rtl');
    }));
});
void createHash; void cpSync; void readdirSync; void writeFileSync;
