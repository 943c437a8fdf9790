import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { encodeLink, type ScenarioDocument } from '@percall/scenario';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build, preview } from 'vite';
import { afterAll, beforeAll, expect } from 'vitest';
import { openBrowser } from '../../../test/browser.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The built page, served on a free port. */
export async function serveBuiltPage(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  await build({ root, logLevel: 'error', mode: 'production' });
  const server = await preview({ root, configFile: false, logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } });
  return { url: server.resolvedUrls!.local[0]!, close: () => server.close() };
}

export type VisitOptions = BrowserContextOptions;

/** A visit in a browser profile of its own. Whatever the page complains of is kept in `faults`. */
export interface Visit {
  readonly page: Page;
  readonly faults: readonly string[];
  readonly leave: () => Promise<void>;
}

/** Opens the page as a new visitor would. */
export async function visit(browser: Browser, url: string, options: VisitOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(url);
  return { page, faults, leave: () => context.close() };
}

/** A visit with something to do, of which the page must not complain. */
export async function visiting(
  browser: Browser,
  url: string,
  work: (page: Page) => Promise<void>,
  options: VisitOptions = {},
): Promise<void> {
  const { page, faults, leave } = await visit(browser, url, options);
  try {
    await work(page);
    expect(faults).toEqual([]);
  } finally {
    await leave();
  }
}

/** The built page and a browser, for all tests of a file. */
export interface Site {
  readonly browser: Browser;
  readonly url: string;
  /** A link that opens a document. */
  readonly linkOf: (document: ScenarioDocument) => string;
  /** `visiting` this page: its first centre, where no other address is given. */
  readonly visiting: (work: (page: Page) => Promise<void>, url?: string, options?: VisitOptions) => Promise<void>;
}

/** Has the page built and a browser opened before the tests of a file, and both closed after them. Called once, outside of them. */
export function builtSite(): Site {
  let browser: Browser | undefined;
  let served: Awaited<ReturnType<typeof serveBuiltPage>> | undefined;
  beforeAll(async () => {
    [browser, served] = await Promise.all([openBrowser(), serveBuiltPage()]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  const site: Site = {
    get browser() {
      return browser!;
    },
    get url() {
      return served!.url;
    },
    linkOf: (document) => linkTo(site.url, document),
    visiting: (work, url = site.url, options = {}) => visiting(site.browser, url, work, options),
  };
  return site;
}

/** Each language in each theme, each theme and each language on a desk and on a phone. */
export const everywhere = [
  { locale: 'en-US', colorScheme: 'light', width: 1440 },
  { locale: 'en-US', colorScheme: 'dark', width: 390 },
  { locale: 'ar-SA', colorScheme: 'light', width: 390 },
  { locale: 'ar-SA', colorScheme: 'dark', width: 1440 },
] as const;

/** What breaks WCAG 2.2 AA in a part of the page, once it is there, or in all of it: the rule, and the first elements that do. */
export async function violations(page: Page, part?: string): Promise<readonly string[]> {
  // A dialog is fetched when it is first opened, and may come after the press that opens it; axe takes the page as it is.
  if (part !== undefined) await page.locator(part).first().waitFor();
  const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  const { violations: found } = await (part === undefined ? axe : axe.include(part)).analyze();
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html)
        .join(' ')}`,
  );
}

/** A link to the page that opens a document. */
export const linkTo = (url: string, document: ScenarioDocument): string =>
  url + encodeLink(document, { engineVersion: '0.1.0', headline: null });

/** Waits until the answer is of the present document, from at least so many futures. */
export async function answered(page: Page, replications = 64): Promise<void> {
  await page.waitForFunction(
    (least) => {
      const { asked, answered, replications: count } = document.querySelector<HTMLElement>('#answer')?.dataset ?? {};
      return asked !== undefined && asked === answered && Number(count) >= least;
    },
    replications,
    { timeout: 60_000 },
  );
}

/** Waits until all futures are in. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const { asked, answered, phase } = document.querySelector<HTMLElement>('#answer')?.dataset ?? {};
      return asked !== undefined && asked === answered && phase === 'settled';
    },
    null,
    { timeout: 120_000 },
  );
}

export const sentence = async (page: Page): Promise<string> => (await page.getByTestId('sentence').textContent()) ?? '';

/** The slider and the box of an input, by its path. */
export const row = (page: Page, path: string) => page.locator(`[data-path='${path}']`);
