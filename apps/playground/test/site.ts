import { AxeBuilder } from '@axe-core/playwright';
import { checkDocument, encodeLink, type ScenarioDocument } from '@percall/scenario';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { openBrowser } from '../../../test/browser.ts';
import { noStore, SavedWork } from '../src/state/savedWork.ts';
import { opened } from '../src/state/work.ts';
import { preset } from './documents.ts';

export interface VisitOptions extends BrowserContextOptions {
  /** The study that the browser has from an earlier visit. Absent: it has none, and the page opens on its first centre. */
  readonly kept?: ScenarioDocument;
}

/** A visit in a browser profile of its own. Whatever the page complains of is kept in `faults`. */
export interface Visit {
  readonly page: Page;
  readonly faults: readonly string[];
  readonly leave: () => Promise<void>;
}

/** Opens the page as a visitor would, a new one unless something is kept. No service worker stands between page and host unless it is allowed. */
export async function visit(browser: Browser, url: string, { kept, ...options }: VisitOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
    ...(kept && { storageState: storageWith(kept, url) }),
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(url);
  return { page, faults, leave: () => context.close() };
}

/** What the page itself writes into the storage of its address when it saves a study that was opened. */
function storageWith(document: ScenarioDocument, url: string) {
  const store = noStore();
  new SavedWork(store, checkDocument).save(opened(document));
  const name = 'percall.work';
  return { cookies: [], origins: [{ origin: new URL(url).origin, localStorage: [{ name, value: store.getItem(name)! }] }] };
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

/** The centre of a first visit, in so few futures that it settles soon. */
export const quick = { ...preset('bank-ivr-verification'), replications: 64 } as ScenarioDocument;

/** The built page and a browser, for all tests of a file. */
export interface Site {
  readonly browser: Browser;
  readonly url: string;
  /** A link that opens a document. */
  readonly linkOf: (document: ScenarioDocument) => string;
  /** `visiting` this page: its first centre, where no other address is given. */
  readonly visiting: (work: (page: Page) => Promise<void>, url?: string, options?: VisitOptions) => Promise<void>;
  /** `visiting` with the quick study from an earlier visit: for all that is not about the first, whose thousands of futures take both cores. */
  readonly returning: (work: (page: Page) => Promise<void>, options?: VisitOptions) => Promise<void>;
}

/** The page that `builtPage.ts` has built, and a browser opened before the tests of a file and closed after them. Called once, outside of them. */
export function builtSite(): Site {
  let browser: Browser | undefined;
  const { url } = inject('builtPage');
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  const site: Site = {
    get browser() {
      return browser!;
    },
    url,
    linkOf: (document) => linkTo(url, document),
    visiting: (work, address = url, options = {}) => visiting(site.browser, address, work, options),
    returning: (work, options = {}) => visiting(site.browser, url, work, { kept: quick, ...options }),
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

/**
 * axe with all of its rules, for what breaks them. Not for what keeps them, whose elements take it a quarter of its time to name; nor in a second
 * page, where it would put together what it finds in frames: the page has none. What is out of sight has no place until somebody scrolls there, and
 * axe measures it: it is laid out first.
 */
export async function axeOn(page: Page): Promise<AxeBuilder> {
  await page.evaluate(() => {
    for (const fieldset of document.querySelectorAll('fieldset')) fieldset.style.contentVisibility = 'visible';
  });
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
}

/** What breaks WCAG 2.2 AA in a part of the page, once it is there, or in all of it: the rule, and the first elements that do. */
export async function violations(page: Page, part?: string): Promise<readonly string[]> {
  // A dialog is fetched when it is first opened, and may come after the press that opens it; axe takes the page as it is.
  if (part !== undefined) await page.locator(part).first().waitFor();
  const axe = (await axeOn(page)).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
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

/** Waits until the answer is of the present document, and of what was pressed last, from at least so many futures. */
export async function answered(page: Page, replications = 64): Promise<void> {
  await page.waitForFunction(
    (least) => {
      const answer = document.querySelector<HTMLElement>('#answer');
      const { asked, answered, replications: count } = answer?.dataset ?? {};
      return answer?.ariaBusy === 'false' && asked === answered && Number(count) >= least;
    },
    replications,
    { timeout: 60_000 },
  );
}

/** Waits until all futures are in. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const answer = document.querySelector<HTMLElement>('#answer');
      const { asked, answered, phase } = answer?.dataset ?? {};
      return answer?.ariaBusy === 'false' && asked === answered && phase === 'settled';
    },
    null,
    { timeout: 120_000 },
  );
}

export const sentence = async (page: Page): Promise<string> => (await page.getByTestId('sentence').textContent()) ?? '';

/** The slider and the box of an input, by its path. */
export const row = (page: Page, path: string) => page.locator(`[data-path='${path}']`);
