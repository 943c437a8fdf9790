import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../test/browser.ts';
import { answered, row, serveBuiltPage, visit, type Visit } from './site.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof serveBuiltPage>>;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), serveBuiltPage()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Runs a visit and proves that the page complained of nothing. */
async function visiting(work: (page: Page) => Promise<void>, options: Parameters<typeof visit>[2] = {}): Promise<void> {
  const { page, faults, leave }: Visit = await visit(browser, site.url, options);
  try {
    await answered(page);
    await work(page);
    expect(faults).toEqual([]);
  } finally {
    await leave();
  }
}

const saved = (page: Page) => page.evaluate(() => localStorage.getItem('percall.work') ?? '');
/** The work as it is saved; it is saved once the first change is made. */
const documentOf = async (page: Page): Promise<string> => JSON.stringify((JSON.parse(await saved(page)) as { document: unknown }).document);
const openSection = async (page: Page, section: string): Promise<void> => {
  await page.locator(`[data-section=${section}] > summary`).click();
  await page.locator(`[data-section=${section}] > :not(summary)`).first().waitFor();
};
const item = (page: Page, name: string) => page.locator(`[data-named='${name}']`);
const names = (page: Page) => page.locator('[data-named]').evaluateAll((items) => items.map((each) => each.getAttribute('data-named')));

describe('what the centre is made of', () => {
  it('comes and goes by keyboard, says what goes with it, and comes back whole with undo', () =>
    visiting(async (page) => {
      await openSection(page, 'structure');
      await expect.poll(() => names(page)).toEqual(['accounts', 'cards', 'account service', 'card service']);
      await page.getByRole('button', { name: 'Add a contact type' }).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => names(page)).toContain('contact type 3');
      // The focus is on the new one: it is renamed at once.
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Rename contact type 3');
      await page.keyboard.press('Enter');
      await page.getByRole('textbox', { name: 'New name of contact type 3' }).fill('cards');
      await page.keyboard.press('Enter');
      await expect.poll(() => item(page, 'contact type 3').getByRole('alert').textContent()).toMatch(/cards/);
      await page.getByRole('textbox', { name: 'New name of contact type 3' }).fill('loans');
      await page.keyboard.press('Enter');
      await expect.poll(() => names(page)).toEqual(['accounts', 'cards', 'loans', 'account service', 'card service']);
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Rename loans');
      await answered(page);
      const before = await documentOf(page);
      await item(page, 'cards').getByRole('button', { name: 'Remove cards' }).click();
      const note = page.getByTestId('removed');
      await expect.poll(() => note.textContent()).toMatch(/cards is removed, and with it .*Containment/s);
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('removed');
      await answered(page);
      expect(await documentOf(page)).not.toMatch(/"cards"/);
      await note.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => names(page)).toContain('cards');
      expect(await documentOf(page)).toBe(before);
      await answered(page);
    }));

  it('gets a channel, whose share the others make room for', () =>
    visiting(async (page) => {
      await openSection(page, 'structure');
      await item(page, 'cards').getByRole('combobox', { name: 'Add a channel to cards' }).selectOption('chat');
      await answered(page);
      await openSection(page, 'demand');
      const share = (channel: string) => row(page, `contactTypes.cards.channels.${channel}`).getByRole('textbox').first();
      await expect.poll(() => share('phone').inputValue()).toBe('90%');
      await expect.poll(() => share('chat').inputValue()).toBe('10%');
      await share('chat').fill('25%');
      await share('chat').press('Enter');
      await expect.poll(() => share('phone').inputValue()).toBe('75%');
      await answered(page);
      await row(page, 'contactTypes.cards.channels.chat')
        .getByRole('button', { name: /back to the baseline/ })
        .click();
      await expect.poll(() => share('phone').inputValue()).toBe('100%');
    }));

  it('keeps what cannot go, and says why', () =>
    visiting(async (page) => {
      await openSection(page, 'structure');
      await item(page, 'card service').getByRole('button', { name: 'Remove card service' }).click();
      await expect.poll(() => item(page, 'card service').getByRole('alert').textContent()).toMatch(/cards/);
      await expect.poll(() => names(page)).toContain('card service');
      await item(page, 'account service').getByRole('checkbox', { name: 'cards' }).check();
      await expect.poll(() => item(page, 'account service').getByRole('checkbox', { name: 'cards' }).isChecked()).toBe(true);
      await answered(page);
    }));

  it('has events, whose days are typed', () =>
    visiting(async (page) => {
      await openSection(page, 'structure');
      await page.getByRole('button', { name: 'Add an event' }).click();
      const days = item(page, 'event 1').getByRole('textbox', { name: 'Days of event 1' });
      await days.fill('some day');
      await days.press('Enter');
      await expect.poll(() => item(page, 'event 1').getByRole('alert').count()).toBe(1);
      await days.fill('2026-03-09..2026-03-11');
      await days.press('Enter');
      await expect.poll(() => item(page, 'event 1').getByRole('alert').count()).toBe(0);
      await answered(page);
      expect(await saved(page)).toContain('2026-03-09..2026-03-11');
    }));
});

describe('the inputs', () => {
  it.each([
    ['en-US', 'light'],
    ['en-US', 'dark'],
    ['ar-SA', 'light'],
    ['ar-SA', 'dark'],
  ] as const)('have no fault that axe finds: %s, %s', (locale, colorScheme) =>
    visiting(
      async (page) => {
        await openSection(page, 'structure');
        await page.locator('[data-section=structure] .inside > button').last().click();
        await page.locator('[data-named=cards] > .head button').nth(2).click();
        await page.getByTestId('removed').waitFor();
        const { violations } = await new AxeBuilder({ page }).include('.inputs').analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      },
      { locale, colorScheme },
    ),
  );
});
