import type { ScenarioDocument } from '@percall/scenario';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { preset } from './documents.ts';
import { answered, builtSite, everywhere, row, violations } from './site.ts';

const site = builtSite();
const { linkOf, visiting } = site;

/** Six variants: more than stand side by side. */
const telecom = { ...preset('telecom-peak'), replications: 64 } as ScenarioDocument;
const bank = { ...preset('bank-ivr-verification'), replications: 64 } as ScenarioDocument;

async function openCompare(page: Page, title = 'Compare'): Promise<void> {
  await answered(page);
  await page.locator('#answer summary', { hasText: title }).click();
  await page.getByRole('region', { name: title }).locator('table').waitFor({ timeout: 60_000 });
}
const heads = async (page: Page): Promise<readonly string[]> =>
  page.getByRole('region', { name: 'Compare' }).locator('thead th').allInnerTexts();
const differing = (page: Page, path: string) => page.locator(`[data-input='${path}']`);
const offered = 'levers.ivr.verification.offeredTo';

describe('variants side by side', () => {
  it('begin with what differs, and follow an edit', () =>
    visiting(async (page) => {
      await openCompare(page);
      await expect.poll(() => heads(page)).toHaveLength(5);
      await expect.poll(() => page.getByRole('region', { name: 'Compare' }).locator('tbody').first().innerText()).toMatch(/^What differs/);
      await expect.poll(() => differing(page, offered).innerText()).toMatch(/Offered to\s+0%\s+68%\s+68%\s+68%\s+68%/);
      await row(page, offered).getByRole('textbox').first().fill('33%');
      await row(page, offered).getByRole('textbox').first().press('Enter');
      await expect.poll(() => differing(page, offered).innerText(), { timeout: 30_000 }).toMatch(/Offered to\s+0%\s+33%\s+68%/);
    }, linkOf(bank)));

  it('are four at most, pinned by keyboard, and stay pinned', () =>
    visiting(async (page) => {
      await openCompare(page);
      await expect.poll(() => heads(page)).toHaveLength(5);
      const pins = page.getByRole('group', { name: /Pinned variants/ }).getByRole('checkbox');
      await expect.poll(() => pins.count()).toBe(6);
      expect(await pins.nth(5).isDisabled()).toBe(true);
      await pins.first().focus();
      await page.keyboard.press('Space');
      await expect.poll(() => heads(page)).toHaveLength(4);
      await expect.poll(() => pins.nth(5).isDisabled()).toBe(false);
      await pins.nth(5).focus();
      await page.keyboard.press('Space');
      await expect.poll(() => heads(page)).toHaveLength(5);
      const last = await page
        .getByRole('group', { name: /Pinned variants/ })
        .locator('label')
        .nth(5)
        .innerText();
      expect((await heads(page)).at(-1)).toBe(last.trim());
      await page.reload();
      await openCompare(page);
      await expect.poll(async () => (await heads(page)).at(-1)).toBe(last.trim());
    }, linkOf(telecom)));

  it.each(everywhere)(
    'scroll inside themselves and meet WCAG 2.2 AA: $locale, $colorScheme, $width pixels',
    ({ locale, colorScheme, width }) =>
      visiting(
        async (page) => {
          await openCompare(page, locale === 'en-US' ? 'Compare' : 'مقارنة');
          expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
          expect(await violations(page, '#answer details[open]')).toEqual([]);
        },
        linkOf(bank),
        { locale, colorScheme, viewport: { width, height: 900 } },
      ),
  );
});
