#!/usr/bin/env node
// Takes the pictures of the README from the built page: docs/images/playground.png, and playground-ar.png.
//
//   npm run build && node scripts/screenshot.mjs [folder]
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { runnerImport } from 'vite';
import { root } from './install.mjs';
import { servePlayground } from './serve.mjs';

const folder = path.resolve(process.argv[2] ?? path.join(root, 'docs', 'images'));
mkdirSync(folder, { recursive: true });
const { module } = await runnerImport(path.join(root, 'test/browser.ts'), { root });
const browser = await module.openBrowser();
const address = await servePlayground('0');

for (const [file, locale] of [
  ['playground.png', 'en-US'],
  ['playground-ar.png', 'ar-SA'],
]) {
  const context = await browser.newContext({ locale, viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('#answer[data-phase=settled]').waitFor({ timeout: 120_000 });
  await page.screenshot({ path: path.join(folder, file) });
  await context.close();
  console.log(path.relative(process.cwd(), path.join(folder, file)));
}
await browser.close();
process.exit(0);
