import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import carried from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';
import { wholeFolder } from './wholeFolder.ts';

/** Where an installed Chromium or Chrome usually lies, after the two variables that name one. */
const installed = [
  process.env['PERCALL_BROWSER'],
  process.env['CHROME_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

/**
 * Opens a headless Chromium: an installed one, Playwright's own, or else the one that the npm package
 * `@sparticuz/chromium` carries (Linux x64). Throws when there is none: a page test is never skipped.
 */
export async function openBrowser(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  const args = process.platform === 'linux' ? ['--no-sandbox', ...quiet] : quiet;
  for (const executablePath of installed) {
    if (executablePath && existsSync(executablePath)) return chromium.launch({ executablePath, args });
  }
  if (existsSync(chromium.executablePath())) return chromium.launch({ args });
  // Its own arguments are for servers without a desktop, and of one process: there a page that is left while its workers compute ends the browser.
  return chromium.launch({ executablePath: await unpacked(), args });
}

/** The browser that the package carries. The package by itself unpacks it under a name that other processes start it by, half written too: it crashes. */
async function unpacked(): Promise<string> {
  const { devDependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const folder = await wholeFolder(path.join(tmpdir(), `percall-chromium-${devDependencies['@sparticuz/chromium']}`), async (own) => {
    const { TMPDIR } = process.env;
    process.env['TMPDIR'] = own;
    try {
      await carried.executablePath();
    } finally {
      if (TMPDIR === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = TMPDIR;
    }
  });
  return path.join(folder, 'chromium');
}
