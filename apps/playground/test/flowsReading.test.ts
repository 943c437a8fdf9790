import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { preset } from './documents.ts';
import { answered, axeOn, builtSite, row, sentence, settled } from './site.ts';

const site = builtSite();
const { visiting, returning } = site;

/** The bank with as many variants as a desk has room for. */
const linkOf = (replications: number): string => {
  const bank = preset('bank-ivr-verification');
  const variants = (bank['variants'] as readonly unknown[]).slice(0, 3);
  const document = { ...bank, variants, replications } as ReturnType<typeof preset>;
  return site.linkOf(document);
};

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const brief = (page: Page) => page.getByTestId('brief');

it('a link opens on the scenario that was shared, and names the figures that it reproduces', async () => {
  let link = '';
  await visiting(async (page) => {
    await page.getByRole('radio', { name: "The vendor's promise" }).check();
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.locator('[data-complete=true]').waitFor();
    await expect
      .poll(() => page.locator('dialog').textContent())
      .toMatch(/cost per handled contact, Baseline \d\.\d+, IVR verification \d/);
    link = await page.getByTestId('link').inputValue();
  }, linkOf(64));
  await visiting(async (page) => {
    await settled(page);
    await expect.poll(() => page.getByRole('radio', { name: "The vendor's promise" }).isChecked()).toBe(true);
    expect(await page.getByTestId('link-verdict').textContent()).toMatch(
      /^Cost per handled contact: reproduces Baseline \d\.\d+, IVR verification \d\.\d+, The vendor's promise \d\.\d+, .* USD$/,
    );
  }, link);
});

it('a variant that changes nothing yet is the same as the baseline', () =>
  returning(async (page) => {
    await answered(page);
    await page.getByRole('button', { name: 'Add a variant' }).click();
    await answered(page);
    expect(await sentence(page)).toMatch(/^The same as the baseline\.\s+Cost per handled contact/);
    expect(await sentence(page)).not.toMatch(/of 100 futures\.|0\.00/);
  }));

it('on a phone the scenario that is looked at is in sight among the others, a new one too', () =>
  returning(async (page) => {
    await answered(page);
    const inSight = (): Promise<boolean> =>
      page.evaluate(() => {
        const { left, right } = document.querySelector('fieldset label:has(:checked)')!.getBoundingClientRect();
        return left >= 0 && right <= innerWidth;
      });
    expect(await inSight()).toBe(true);
    await page.getByRole('button', { name: 'Add a variant' }).click();
    await answered(page);
    await expect.poll(inSight).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.getByRole('radio', { name: 'Baseline' }).focus();
    await page.keyboard.press('Space');
    await expect.poll(inSight).toBe(true);
  }, phone));

it('on a phone the gist of the answer stays in sight of the inputs, and covers nothing that has the focus', () =>
  returning(async (page) => {
    await answered(page);
    await expect.poll(() => brief(page).count()).toBe(0);
    await row(page, 'levers.ivr.verification.offeredTo').scrollIntoViewIfNeeded();
    await brief(page).waitFor();
    expect(await brief(page).textContent()).toMatch(
      /^Cheaper and no worse in \d+ of 100 futures\.\s*\d\.\d\d below the baseline\s*Service (holds|at risk|breaks)/,
    );
    const { violations } = await (await axeOn(page)).include('[data-testid=brief]').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    const before = await brief(page).textContent();
    const slider = row(page, 'levers.ivr.verification.offeredTo').getByRole('slider');
    await slider.focus();
    await page.keyboard.press('Home');
    await answered(page);
    expect(await brief(page).textContent()).not.toBe(before);
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Shift+Tab');
      const [focus, covered] = await page.evaluate(() => {
        const bar = document.querySelector('[data-testid=brief]');
        const own = document.activeElement!;
        return [own.getBoundingClientRect().top, own === bar || bar === null ? 0 : bar.getBoundingClientRect().bottom];
      });
      expect(focus).toBeGreaterThanOrEqual(covered);
    }
    await page.setViewportSize({ width: 844, height: 390 });
    await row(page, 'levers.ivr.verification.offeredTo').scrollIntoViewIfNeeded();
    await expect.poll(() => brief(page).isVisible()).toBe(false);
  }, phone));

it('the table of figures fits a desk; on a phone it scrolls by itself beside its labels', async () => {
  const table = async (page: Page) => {
    await settled(page);
    await page.locator('summary', { hasText: 'Figures' }).click();
    const region = page.getByRole('region', { name: 'Figures' });
    await region.locator('table').nth(3).waitFor();
    return region;
  };
  await visiting(async (page) => {
    const region = await table(page);
    expect(await region.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  }, linkOf(64));
  await visiting(
    async (page) => {
      const region = await table(page);
      await region.focus();
      const label = region.locator('tbody th').first();
      const at = (await label.boundingBox())!.x;
      await region.evaluate((each) => each.scrollBy(200, 0));
      expect(await region.evaluate(({ scrollLeft }) => scrollLeft)).toBe(200);
      expect((await label.boundingBox())!.x).toBe(at);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    },
    linkOf(64),
    phone,
  );
});

it('a study that takes long can be stopped, and keeps its answer', () =>
  visiting(async (page) => {
    await page.getByRole('button', { name: 'Stop' }).click();
    const answer = page.locator('#answer');
    await expect.poll(() => answer.getAttribute('data-phase')).toBe('stopped');
    const futures = await answer.getAttribute('data-replications');
    expect(await answer.textContent()).toMatch(/stopped: [\d,]+ of 262,144 futures/);
    expect(await sentence(page)).toMatch(/of 100 futures/);
    await page.waitForTimeout(1500);
    expect(await answer.getAttribute('data-replications')).toBe(futures);
    await expect.poll(() => page.getByRole('button', { name: 'Stop' }).count()).toBe(0);
  }, linkOf(262_144)));

const arabicFile = /\/ar-[\w-]+\.js(\?|$)/;
const fetched = (page: Page) => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));

it('the words of another language are fetched when they are wanted', () =>
  returning(async (page) => {
    await answered(page);
    expect((await fetched(page)).filter((name) => arabicFile.test(name))).toEqual([]);
    await page.getByRole('button', { name: 'العربية' }).click();
    await expect.poll(() => page.locator('html').getAttribute('dir')).toBe('rtl');
    expect((await fetched(page)).filter((name) => arabicFile.test(name))).toHaveLength(1);
    expect(await sentence(page)).toMatch(/[\u0600-\u06ff]/);
  }));

it('an Arabic reader sees Arabic words first, and English ones rather than none', async () => {
  const context = await site.browser.newContext({ locale: 'ar-SA', serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    let give = (): void => undefined;
    const held = new Promise<void>((resolve) => (give = resolve));
    await page.route(arabicFile, async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest(arabicFile);
    await page.goto(site.url, { waitUntil: 'commit' });
    await asked;
    expect(await page.locator('#app').innerHTML()).toBe('');
    give();
    await answered(page);
    expect(await sentence(page)).toMatch(/[\u0600-\u06ff]/);

    await page.unrouteAll();
    await page.route(arabicFile, (route) => route.abort());
    await page.reload();
    await answered(page);
    expect(await sentence(page)).toMatch(/^Cheaper/);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.evaluate(() => localStorage.getItem('percall.preferences'))).toContain('"ar"');
  } finally {
    await context.close();
  }
});

it('labels of an axis stand apart on a phone', () =>
  visiting(
    async (page) => {
      await settled(page);
      await page.locator('figure svg text').nth(8).waitFor();
      const gaps = await page.locator('figure svg').evaluateAll((charts) =>
        charts.flatMap((chart) => {
          const labels = [...chart.querySelectorAll('line + text')].map((each) => each.getBoundingClientRect());
          return labels.slice(1).map(({ left }, index) => left - labels[index]!.right);
        }),
      );
      expect(gaps.length).toBeGreaterThan(4);
      expect(Math.min(...gaps)).toBeGreaterThan(6);
    },
    site.linkOf({ ...preset('it-help-desk'), replications: 64 }),
    phone,
  ));
