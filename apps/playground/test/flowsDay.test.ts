import type { ScenarioDocument } from '@percall/scenario';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { preset } from './documents.ts';
import { answered, builtSite, everywhere, violations } from './site.ts';

const site = builtSite();
const { linkOf, visiting } = site;

/** Few contacts, so that a future runs call by call in no time. */
const desk = { ...preset('it-help-desk'), replications: 64 } as ScenarioDocument;
const retailer = { ...preset('retailer-callbacks'), replications: 64 } as ScenarioDocument;
const gulf = { ...preset('gulf-ecommerce'), replications: 64 } as ScenarioDocument;

async function openDay(page: Page, title = 'Time of day'): Promise<void> {
  await answered(page);
  await page.locator('#answer summary', { hasText: title }).click();
  await page.getByRole('grid').waitFor({ timeout: 60_000 });
}
const texts = (page: Page): Promise<string> => page.getByRole('grid').innerText();
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);

describe('time of day', () => {
  it('shows four measures by weekday and interval, and follows an edit', () =>
    visiting(async (page) => {
      await openDay(page);
      await expect.poll(() => texts(page)).toMatch(/Mon[\s\S]*\d+%/);
      const missed = await texts(page);
      await page.getByRole('radio', { name: 'Agents', exact: true }).check();
      await expect.poll(() => texts(page)).not.toMatch(/%/);
      const agents = await texts(page);
      for (const measure of ['Load', 'Mean wait']) {
        await page.getByRole('radio', { name: measure }).check();
        await expect.poll(() => texts(page)).not.toBe(agents);
      }
      await page.getByRole('radio', { name: 'Agents', exact: true }).check();
      // Two agents fewer than the baseline has.
      await page.getByRole('radio', { name: 'Baseline' }).check();
      await expect.poll(() => texts(page), { timeout: 30_000 }).not.toBe(agents);
      await page.getByRole('radio', { name: 'Target missed' }).check();
      await expect.poll(() => texts(page)).not.toBe(missed);
    }, linkOf(desk)));

  it('is walked by the arrow keys, with one place for Tab, and gives its summary in words', () =>
    visiting(async (page) => {
      await openDay(page);
      const grid = page.getByRole('grid');
      await expect.poll(() => grid.locator('button[tabindex="0"]').count()).toBe(1);
      await grid.locator('button[tabindex="0"]').focus();
      const first = await focused(page);
      expect(first).toMatch(/^\w+day \d\d:\d\d, Target missed: /);
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => focused(page)).not.toBe(first);
      await page.keyboard.press('ArrowUp');
      await expect.poll(() => focused(page)).toBe(first);
      await page.keyboard.press('End');
      await expect.poll(() => focused(page)).not.toBe(first);
      await page.keyboard.press('Control+Home');
      await expect.poll(() => focused(page)).toBe(first);
      await expect.poll(() => page.locator('#answer').innerText()).toMatch(/Target missed: most on \w+day \d\d:\d\d \(\d+%\), least on/);
    }, linkOf(desk)));

  it('has weekdays in the order of the document, mirrored in Arabic', () =>
    visiting(
      async (page) => {
        await openDay(page, 'حسب ساعات اليوم');
        const heads = page.getByRole('columnheader');
        await expect.poll(() => heads.nth(1).textContent()).toMatch(/الأحد/);
        const [sunday, monday] = [(await heads.nth(1).boundingBox())!, (await heads.nth(2).boundingBox())!];
        expect(sunday.x).toBeGreaterThan(monday.x);
        const grid = page.getByRole('grid');
        await grid.locator('button[tabindex="0"]').focus();
        expect(await focused(page)).toMatch(/الأحد/);
        await page.keyboard.press('ArrowLeft');
        await expect.poll(() => focused(page)).toMatch(/الاثنين/);
      },
      linkOf(gulf),
      { locale: 'ar-SA' },
    ));

  it('replays a cell call by call: steps, plays, shows another future, and gives the focus back', () =>
    visiting(
      async (page) => {
        await openDay(page);
        const cell = page.locator("[data-cell='4 1']");
        const name = await cell.getAttribute('aria-label');
        await cell.focus();
        await page.keyboard.press('Enter');
        const replay = page.getByTestId('replay');
        await expect.poll(() => focused(page)).toMatch(/call by call/);
        await page.getByTestId('replay-summary').waitFor({ timeout: 60_000 });
        const summary = await page.getByTestId('replay-summary').innerText();
        expect(summary).toMatch(/^\d+ contacts? in the interval: \d+ waited, the longest \d+ s; \d+ hung up\.$/);
        // Who wants less motion starts it: it stands at the beginning.
        const time = () => replay.locator('[data-count=time]').innerText();
        const begun = await time();
        expect(begun).toMatch(/:[03]0:00$/);
        await replay.getByRole('button', { name: 'Next event' }).click();
        await expect.poll(time).not.toBe(begun);
        await replay.getByRole('button', { name: 'Back to the start' }).click();
        await expect.poll(time).toBe(begun);
        await replay.getByRole('button', { name: 'Play', exact: true }).click();
        await expect.poll(time).not.toBe(begun);
        await replay.getByRole('button', { name: 'Pause' }).click();
        await replay.getByRole('slider').fill('1799');
        expect(await replay.getByRole('slider').getAttribute('aria-valuetext')).toMatch(/:59:59|:29:59/);
        await replay.locator('summary').click();
        await expect.poll(() => replay.getByRole('row').count()).toBeGreaterThan(Number(/^\d+/.exec(summary)![0]));
        expect(await violations(page, '#answer')).toEqual([]);
        const first = await page.getByTestId('replay').innerText();
        await replay.getByRole('button', { name: 'Another future' }).click();
        await expect.poll(() => replay.innerText()).toMatch(/future 2/);
        expect(await replay.innerText()).not.toBe(first);
        await replay.getByRole('button', { name: 'Close the replay' }).click();
        await expect.poll(() => replay.count()).toBe(0);
        await expect.poll(() => focused(page)).toBe(name);
      },
      linkOf(desk),
      { reducedMotion: 'reduce' },
    ));

  it('is of each channel that somebody waits on, the replay with it, and stays there after an edit', () =>
    visiting(async (page) => {
      await openDay(page);
      const channel = (name: string) => page.locator('fieldset:has([name$=-channel])').getByRole('radio', { name });
      expect(await channel('phone').isChecked()).toBe(true);
      await page.getByRole('radio', { name: 'Load' }).check();
      const calls = await texts(page);
      await page.locator("[data-cell='4 1']").click();
      await page.getByTestId('replay-summary').waitFor({ timeout: 60_000 });
      await expect.poll(() => page.getByTestId('replay').getAttribute('aria-busy')).toBe('false');
      const callsThen = await page.getByTestId('replay-summary').innerText();
      await channel('phone').focus();
      await page.keyboard.press('ArrowRight');
      expect(await channel('chat').isChecked()).toBe(true);
      await expect.poll(() => texts(page), { timeout: 30_000 }).not.toBe(calls);
      // Of chats the target is another: within a minute.
      await page.getByRole('radio', { name: 'Target missed' }).check();
      await expect.poll(() => page.locator('#answer').innerText()).toMatch(/The target: 80% answered within 60 s\./);
      await page.getByTestId('replay-summary').waitFor({ timeout: 60_000 });
      await expect.poll(() => page.getByTestId('replay-summary').innerText(), { timeout: 60_000 }).not.toBe(callsThen);
      expect(await violations(page, '#answer')).toEqual([]);
      await page.getByRole('radio', { name: 'Baseline' }).check();
      await answered(page);
      expect(await channel('chat').isChecked()).toBe(true);
    }, linkOf(retailer)));

  it('has no switch where calls alone are waited on', () =>
    visiting(async (page) => {
      await openDay(page);
      expect(await page.locator('[name$=-channel]').count()).toBe(0);
    }, linkOf(desk)));

  it('plays by itself where motion is welcome', () =>
    visiting(async (page) => {
      await openDay(page);
      await page.locator("[data-cell='4 1']").click();
      const replay = page.getByTestId('replay');
      await replay.getByRole('button', { name: 'Pause' }).waitFor({ timeout: 60_000 });
      await expect.poll(() => replay.locator('[data-count=time]').innerText()).not.toMatch(/:[03]0:0\d$/);
    }, linkOf(desk)));

  it.each(everywhere)('meets WCAG 2.2 AA: $locale, $colorScheme, $width pixels', ({ locale, colorScheme, width }) =>
    visiting(
      async (page) => {
        await openDay(page, locale === 'en-US' ? 'Time of day' : 'حسب ساعات اليوم');
        // Of a measure whose steps all have cells.
        await page.locator('fieldset:has([name$=-measure])').getByRole('radio').nth(1).check();
        await page.locator("[data-cell='4 1']").click();
        await page.getByTestId('replay-summary').waitFor({ timeout: 60_000 });
        expect(await violations(page, '#answer')).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(overflow).toBe(0);
      },
      linkOf(desk),
      { locale, colorScheme, viewport: { width, height: 900 } },
    ),
  );
});
