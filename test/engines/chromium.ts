import { openBrowser } from '../browser.ts';
import type { Run } from './run.ts';

/** An empty page of the Chromium that the page tests use. */
export const inChromium: Run = async (script) => {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.addScriptTag({ content: script });
    const said: unknown = await page.evaluate('globalThis.said');
    if (typeof said !== 'string') throw new Error(`The script failed in Chromium: ${faults.join('; ')}`);
    return said;
  } finally {
    await browser.close();
  }
};
