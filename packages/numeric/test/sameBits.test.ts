import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../../test/browser.ts';
import { digest, digests } from './grid.ts';
import pinned from './pinned/digests.json' with { type: 'json' };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

async function bundle(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions: ['@percall/source'] },
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL('grid.ts', import.meta.url)), formats: ['iife'], name: 'grid' },
    },
  });
  const [bundled] = Array.isArray(output) ? output : [output];
  if (!bundled || !('output' in bundled)) throw new Error('vite built no bundle');
  return bundled.output[0].code;
}

test('Chromium gives the same bits as Node, 100,000 results of each function', async () => {
  const page = await browser.newPage();
  await page.addScriptTag({ content: await bundle() });
  const there = await page.evaluate('grid.digests()');
  expect(Object.keys(digests())).toHaveLength(11);
  expect(there).toEqual(digests());
});

test('the digest sees one last bit flipped in one result of 100,000', () => {
  const bits = new Float64Array(1);
  const words = new Int32Array(bits.buffer);
  const flip = (result: number, index: number) => {
    bits[0] = result;
    if (index === 77_777) words[0]! ^= 1;
    return bits[0];
  };
  expect(digest('exp', flip)).not.toBe(digest('exp'));
  expect(digest('normalCdf', flip)).not.toBe(digest('normalCdf'));
});

test('pinned: the digests are those of the release before (this proves stability, not truth)', () => {
  expect(digests()).toEqual(pinned);
});
