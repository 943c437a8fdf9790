import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { preset } from './documents.ts';
import { answered, builtSite, everywhere, row, sentence, settled, violations } from './site.ts';

const site = builtSite();
const { linkOf, visiting } = site;

type Document = ReturnType<typeof preset>;
const quick = (name = 'bank-ivr-verification'): Document => ({ ...preset(name), replications: 64 });
/** A bank that pays twice as much: its cost lies around the industry's average. */
const dear = (): Document => {
  const document = quick();
  const agents = Object.fromEntries(
    Object.entries(document['agents'] as Record<string, object>).map(([name, group]) => [name, { ...group, wage: '24.5 per h ±5%' }]),
  );
  return { ...document, agents };
};

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const saved = (page: Page) => page.evaluate(() => localStorage.getItem('percall.work'));
const budget = (page: Page) => page.getByTestId('budget');
const budgetBox = (page: Page) => budget(page).getByRole('textbox');
const line = (page: Page) => page.getByRole('slider', { name: /Budget line|خط الميزانية/ });
const within = (page: Page, whose: 'baseline' | 'variant') => page.locator(`[data-within=${whose}]`).textContent();
const counted = async (page: Page, whose: 'baseline' | 'variant'): Promise<number> =>
  Number(/(\d+) of/.exec((await within(page, whose)) ?? '')?.[1]);
const view = (page: Page, name: string) => page.locator(`input[name=view][value=${name}]`);

async function type(page: Page, text: string): Promise<void> {
  await budgetBox(page).fill(text);
  await budgetBox(page).press('Enter');
}

describe('the views of the cost', () => {
  it('are four, each with a summary, and the one that was chosen stays', () =>
    visiting(async (page) => {
      await settled(page);
      for (const name of ['density', 'histogram', 'cumulative']) {
        await view(page, name).check();
        const chart = page.locator(`[data-chart=${name}]`);
        await chart.waitFor();
        expect(await chart.getAttribute('aria-label')).toMatch(/Baseline: .* IVR verification: /);
        expect(await chart.locator('path').count()).toBeGreaterThanOrEqual(2);
      }
      await page.reload();
      await answered(page);
      await expect.poll(() => view(page, 'cumulative').isChecked()).toBe(true);
    }, linkOf(quick())));

  it('have a table of their own', () =>
    visiting(async (page) => {
      await settled(page);
      await page.locator('summary', { hasText: 'The charts as a table' }).click();
      const table = page.getByRole('region', { name: 'The charts as a table' }).locator('table');
      await expect.poll(() => table.locator('tbody tr').count()).toBe(6);
      expect(await table.locator('thead th').allTextContents()).toEqual(['Cost at most', 'Baseline', 'IVR verification', 'Difference']);
      await type(page, '5.7');
      await expect.poll(() => table.textContent()).toMatch(/Within the budget of 5\.70 USD\s*\d+ of 100\s*\d+ of 100/);
    }, linkOf(quick())));
});

describe('a budget', () => {
  it('is drawn, dragged, counted in dots and as a chance, kept and cleared, and no part of the document', () =>
    visiting(async (page) => {
      await settled(page);
      await expect.poll(() => line(page).count()).toBe(0);
      await budget(page).getByRole('button', { name: 'Draw a budget line' }).click();
      // At the baseline's median: half of its dots, and more of the cheaper variant's.
      await expect.poll(() => counted(page, 'baseline')).toBe(25);
      expect(await within(page, 'baseline')).toMatch(/Baseline: 25 of 50 futures within \d\.\d\d USD/);
      const before = await counted(page, 'variant');
      expect(before).toBeGreaterThan(25);

      const start = Number(await budgetBox(page).inputValue());
      await line(page).scrollIntoViewIfNeeded();
      const thumb = (await line(page).boundingBox())!;
      await page.mouse.move(thumb.x + thumb.width / 2, thumb.y + thumb.height / 2);
      await page.mouse.down();
      await page.mouse.move(thumb.x + thumb.width / 2 - 150, thumb.y + thumb.height / 2, { steps: 5 });
      await page.mouse.up();
      await expect.poll(() => counted(page, 'variant')).toBeLessThan(before);
      expect(Number(await budgetBox(page).inputValue())).toBeLessThan(start);
      // Let go is let go.
      const left = await budgetBox(page).inputValue();
      await page.mouse.move(700, 500);
      expect(await budgetBox(page).inputValue()).toBe(left);

      await view(page, 'histogram').check();
      await expect.poll(() => within(page, 'variant')).toMatch(/IVR verification: \d+ of 100 futures within/);
      const said = (await page.locator('[data-chart=histogram]').getAttribute('aria-label'))!;
      expect(said).toMatch(
        /Baseline \d+ of 50 dots, exactly \d+ of 100 futures; IVR verification \d+ of 50 dots, exactly \d+ of 100 futures/,
      );
      expect(await saved(page)).not.toMatch(/budget/i);

      await page.reload();
      await answered(page);
      await expect.poll(() => budgetBox(page).inputValue()).toBe(left);
      await budget(page).getByRole('button', { name: 'Clear the budget' }).click();
      await expect.poll(() => line(page).count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/Draw a budget line/);
      await page.reload();
      await answered(page);
      await expect.poll(() => budgetBox(page).inputValue()).toBe('');
    }, linkOf(quick())));

  it('moves by keyboard alone, and says what it counts', () =>
    visiting(async (page) => {
      await settled(page);
      await type(page, '5.70');
      await line(page).focus();
      const spoken = () => line(page).getAttribute('aria-valuetext');
      expect(await spoken()).toMatch(/^5\.70 USD; within it: Baseline \d+ of 50 dots, exactly \d+ of 100 futures; IVR verification/);
      const values: number[] = [];
      for (const key of ['ArrowRight', 'Shift+ArrowLeft', 'PageUp', 'PageDown', 'Home', 'End']) {
        const before = await budgetBox(page).inputValue();
        await page.keyboard.press(key);
        await expect.poll(() => budgetBox(page).inputValue()).not.toBe(before);
        values.push(Number(await budgetBox(page).inputValue()));
      }
      const [right, finer, up, down, home, end] = values as [number, number, number, number, number, number];
      expect(right).toBeGreaterThan(5.7);
      expect(right - finer).toBeCloseTo(0.01, 9);
      expect(up).toBeGreaterThan(right);
      expect(down).toBeCloseTo(finer, 9);
      expect(Number(await line(page).getAttribute('aria-valuemin'))).toBe(home);
      expect(Number(await line(page).getAttribute('aria-valuemax'))).toBe(end);
      expect(await counted(page, 'variant')).toBe(50);
    }, linkOf(quick())));

  it('takes money as people type it, and refuses what is none, in words', () =>
    visiting(async (page) => {
      await settled(page);
      await type(page, '٥.٧ USD');
      await expect.poll(() => budgetBox(page).inputValue()).toBe('5.70');
      await type(page, '5.70 EUR');
      await expect.poll(() => budget(page).getByRole('alert').textContent()).toMatch(/Budget per handled contact must be in the currency/);
      await expect.poll(() => budgetBox(page).inputValue()).toBe('5.70 EUR');
      await expect.poll(() => line(page).getAttribute('aria-valuenow')).toBe('5.7');
      await budgetBox(page).press('Escape');
      await expect.poll(() => budget(page).getByRole('alert').count()).toBe(0);
      await type(page, '');
      await expect.poll(() => line(page).count()).toBe(0);
    }, linkOf(quick())));

  it('that was kept and is none is left out, and the page stands', () =>
    visiting(async (page) => {
      const kept = { view: 'pie', budgets: { 'USD handled': '7', 'USD need': -1, 'USD offered': 6.5 } };
      await page.evaluate((preferences) => localStorage.setItem('percall.preferences', JSON.stringify(preferences)), kept);
      await page.reload();
      await settled(page);
      expect(await view(page, 'dots').isChecked()).toBe(true);
      expect(await budgetBox(page).inputValue()).toBe('');
      await page.getByRole('combobox', { name: 'Cost per', exact: true }).selectOption('offered contact');
      await expect.poll(() => budgetBox(page).inputValue()).toBe('6.50');
    }, linkOf(quick())));

  it('is of one denominator', () =>
    visiting(async (page) => {
      await settled(page);
      await type(page, '5.7');
      await page.getByRole('combobox', { name: 'Cost per', exact: true }).selectOption('resolved need');
      await answered(page);
      await expect.poll(() => budgetBox(page).inputValue()).toBe('');
      await page.getByRole('combobox', { name: 'Cost per', exact: true }).selectOption('handled contact');
      await answered(page);
      await expect.poll(() => budgetBox(page).inputValue()).toBe('5.70');
    }, linkOf(quick())));
});

describe('the paired difference', () => {
  it('is cheaper as often as the sentence says', () =>
    visiting(async (page) => {
      await settled(page);
      const said = /cheaper in (\d+)/.exec(await sentence(page))![1]!;
      await expect.poll(() => page.getByTestId('cheaper').textContent()).toMatch(new RegExp(`^\\s*Cheaper in ${said} of 100 futures`));
      const summary = (await page.locator('[data-chart=difference]').getAttribute('aria-label'))!;
      expect(summary).toMatch(new RegExp(`cheaper in \\d+ of 50 dots, and exactly in ${said} of 100 futures`));
      await page.getByRole('radio', { name: 'Baseline' }).check();
      await answered(page);
      await expect.poll(() => page.locator('[data-chart=difference]').count()).toBe(0);
    }, linkOf(quick())));

  it('says of a saving that breaks service that it is none', () =>
    visiting(async (page) => {
      await settled(page);
      const people = page.locator('[data-section=people]');
      await people.locator('> summary').click();
      const box = row(page, 'staffing.maxOccupancy').getByRole('textbox').first();
      await box.fill('97%');
      await box.press('Enter');
      await settled(page);
      const cheaper = page.getByTestId('cheaper');
      await expect.poll(() => cheaper.locator('s').textContent()).toMatch(/Cheaper in/);
      expect(await cheaper.textContent()).toMatch(/Not a saving: .* breaks/);
    }, linkOf(quick())));
});

describe('the industry average', () => {
  const reference = (page: Page) => page.getByTestId('reference');

  it('is a labelled mark in every view where it lies on the axis', () =>
    visiting(async (page) => {
      await settled(page);
      for (const name of ['dots', 'density', 'histogram', 'cumulative']) {
        await view(page, name).check();
        await expect.poll(() => page.locator('.reference').textContent()).toMatch(/industry average 7\.16/);
      }
      expect(await reference(page).textContent()).toMatch(/No primary source is known/);
    }, linkOf(dear())));

  it('is said beside the chart where it lies outside, and is off in other currencies and denominators', () =>
    visiting(async (page) => {
      await settled(page);
      await expect.poll(() => reference(page).textContent()).toMatch(/7\.16 USD.*lies above this axis/);
      await expect.poll(() => page.locator('.reference').count()).toBe(0);
      await page.getByRole('combobox', { name: 'Cost per', exact: true }).selectOption('need');
      await answered(page);
      await expect.poll(() => reference(page).count()).toBe(0);
      await page.evaluate((address) => location.assign(address), linkOf({ ...quick(), currency: 'SAR' }));
      await page.locator('[data-notice=linkOpened]').waitFor();
      await answered(page);
      await expect.poll(() => page.getByTestId('sentence').textContent()).toMatch(/SAR/);
      expect(await reference(page).count()).toBe(0);
    }, linkOf(quick())));
});

describe('what the answer is stated in', () => {
  const period = (page: Page) => page.getByRole('combobox', { name: 'Totals per' });

  it('is the document’s period, in one step, with the same volumes and cost per contact', () =>
    visiting(async (page) => {
      await settled(page);
      const before = await sentence(page);
      const total = page.getByTestId('total');
      const amounts = async () =>
        ((await total.textContent()) ?? '').match(/[\d,]+(?= USD)/g)!.map((text) => Number(text.replaceAll(',', '')));
      const [monthly] = (await amounts()) as [number];
      await period(page).selectOption('year');
      // What switches it may still be on its way: settled is the answer to the next question.
      await expect.poll(() => total.textContent()).toMatch(/USD per year, baseline .* USD per year/);
      await settled(page);
      const [yearly] = (await amounts()) as [number];
      expect(yearly / monthly).toBeGreaterThan(11.9);
      expect(yearly / monthly).toBeLessThan(12.1);
      expect(await sentence(page)).toBe(before);
      expect(await saved(page)).toContain('"period":"year"');
      // What named no period is written with the one that it was for.
      expect(await saved(page)).toContain('"volume":"121k per month ±10%"');
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => period(page).inputValue()).toBe('month');
    }, linkOf(bareVolumes())));

  it('divides one bill by four counts, which follow from one another', () =>
    visiting(async (page) => {
      await settled(page);
      const panel = page.getByTestId('denominators');
      await panel.locator('summary').focus();
      await page.keyboard.press('Enter');
      await settled(page);
      const cells = async (name: string) =>
        (await panel.locator(`[data-row=${name}] td`).allTextContents()).map((text) => Number(text.trim().replace(/[,+]/g, '')));
      await expect.poll(() => panel.locator('tbody tr').count()).toBe(10);
      const [needs, offered, handled] = [await cells('need'), await cells('offered'), await cells('handled')];
      const steps = await Promise.all(['ended', 'redials', 'repeats', 'notHandled'].map(cells));
      const total = await cells('total');
      for (const contacts of [0, 2]) {
        const [ended, redials, repeats, notHandled] = steps.map((each) => each[contacts]!) as [number, number, number, number];
        expect(needs[contacts]! + ended + redials + repeats).toBe(offered[contacts]);
        expect(offered[contacts]! + notHandled).toBe(handled[contacts]);
        for (const each of [needs, offered, handled]) expect(each[contacts]! * each[contacts + 1]!).toBeCloseTo(total[contacts + 1]!, -4);
      }
      await expect.poll(() => panel.locator('[data-row=handled] .headline').count()).toBe(1);
      await page.getByRole('combobox', { name: 'Cost per', exact: true }).selectOption('offered contact');
      await expect.poll(() => sentence(page)).toMatch(/Cost per offered contact/);
      await settled(page);
      expect(await saved(page)).toContain('"headline":"offered"');
      await expect.poll(() => panel.locator('[data-row=offered] .headline').count()).toBe(1);
    }, linkOf(quick())));
});

/** The bank with volumes that name no period. */
function bareVolumes(): Document {
  const document = quick();
  const contactTypes = Object.fromEntries(
    Object.entries(document['contactTypes'] as Record<string, { volume: string }>).map(([name, { volume, ...rest }]) => [
      name,
      { volume: volume.replace(' per month', ''), ...rest },
    ]),
  );
  return { ...document, contactTypes };
}

describe('the quality strip', () => {
  it('stays in sight while the answer scrolls, at a desk', () =>
    visiting(async (page) => {
      await settled(page);
      const strip = page.getByRole('region', { name: 'Service quality' });
      await page.locator('summary', { hasText: 'Figures' }).scrollIntoViewIfNeeded();
      await page.locator('#answer').evaluate((answer) => (answer.scrollTop = answer.scrollHeight));
      await expect.poll(() => page.getByTestId('sentence').evaluate((text) => text.getBoundingClientRect().bottom)).toBeLessThan(0);
      await expect.poll(async () => (await strip.boundingBox())!.y).toBeGreaterThanOrEqual(0);
      expect((await strip.boundingBox())!.y).toBeLessThan(20);
      expect(await strip.locator('li').count()).toBe(6);
    }, linkOf(quick())));

  it('is of the channels that a centre has, all floors among them, and covers nothing that has the focus', () =>
    visiting(
      async (page) => {
        await settled(page);
        const strip = page.getByRole('region', { name: 'Service quality' });
        const shown = await strip.locator('li').evaluateAll((items) => items.map((each) => (each as HTMLElement).dataset['kpi']!));
        expect(shown).toHaveLength(8);
        for (const id of ['serviceLevel.chat', 'abandonment.chat', 'responded.email', 'responseTime.email', 'occupancy.phone'])
          expect(shown).toContain(id);
        const floored = await strip.locator('li[data-state]').count();
        expect(floored).toBe(5);
        // Upwards through what lies below: each is scrolled to where the strip, of two rows here, leaves it in sight.
        await page.locator('#answer').evaluate((answer) => (answer.scrollTop = answer.scrollHeight));
        await page.locator('#answer summary').last().focus();
        for (let step = 0; step < 6; step++) {
          await page.keyboard.press('Shift+Tab');
          const covered = await page.evaluate(() => {
            const at = document.activeElement!.getBoundingClientRect();
            return at.top < document.querySelector('#answer > .strip')!.getBoundingClientRect().bottom - 1;
          });
          expect(covered).toBe(false);
        }
      },
      linkOf(quick('gulf-ecommerce')),
    ));

  it('is the least sure measure on a phone, and the rest at a tap', () =>
    visiting(
      async (page) => {
        await settled(page);
        const strip = page.getByRole('region', { name: 'Service quality' });
        const button = strip.getByRole('button');
        await expect.poll(() => strip.locator('li').count()).toBe(0);
        // Of service level and abandonment the one that fewer futures keep.
        expect(await button.textContent()).toMatch(/Least sure: Abandonment rate on phone.*at risk.*5 more/s);
        expect(await button.getAttribute('aria-expanded')).toBe('false');
        await button.tap();
        await expect.poll(() => button.getAttribute('aria-expanded')).toBe('true');
        await expect.poll(() => strip.locator('li').count()).toBe(6);
        expect(await strip.locator('li').first().textContent()).toMatch(
          /Baseline .*at least 80%, met in \d+ of 100 futures · baseline: \d+ of 100/s,
        );
        await button.tap();
        await expect.poll(() => strip.locator('li').count()).toBe(0);
      },
      linkOf(quick()),
      phone,
    ));

  it('goes along with the gist, which says that a saving is none', () =>
    visiting(
      async (page) => {
        await settled(page);
        await page.locator('[data-section=people] > summary').tap();
        const box = row(page, 'staffing.maxOccupancy').getByRole('textbox').first();
        await box.fill('97%');
        await box.press('Enter');
        await settled(page);
        const brief = page.getByTestId('brief');
        await expect.poll(() => brief.getByRole('link').textContent()).toMatch(/Not a saving: .* breaks/);
        expect(await brief.locator('s').textContent()).toMatch(/below the baseline/);
        const button = brief.getByRole('button');
        expect(await button.textContent()).toMatch(/breaks/);
        await button.focus();
        await page.keyboard.press('Enter');
        await expect.poll(() => brief.locator('li').count()).toBe(6);
        const { y, height } = (await brief.boundingBox())!;
        expect(y).toBe(0);
        expect(height).toBeLessThan(844);
      },
      linkOf(quick()),
      phone,
    ));
});

describe('everyone', () => {
  it.each(everywhere)(
    'finds the answer accessible in every view: $locale, $colorScheme, $width pixels',
    ({ locale, colorScheme, width }) =>
      visiting(
        async (page) => {
          await settled(page);
          await type(page, '6.9');
          await page.locator('#answer').evaluate((answer) => answer.querySelectorAll('details').forEach((each) => (each.open = true)));
          await page.getByTestId('denominators').locator('table').waitFor();
          await settled(page);
          if (width < 992) await page.locator('#answer > .strip button').tap();
          for (const name of ['dots', 'density', 'histogram', 'cumulative']) {
            await view(page, name).check();
            await page.locator(`[data-chart=${name === 'dots' ? 'variant' : name}]`).waitFor();
            // What is around the chart is the same in all views.
            expect(await violations(page, name === 'dots' ? '#answer' : '#answer figure')).toEqual([]);
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
            expect(overflow).toBe(0);
          }
        },
        linkOf(dear()),
        { locale, colorScheme, viewport: { width, height: 900 }, hasTouch: width < 992, isMobile: width < 992 },
      ),
    180_000,
  );
});
