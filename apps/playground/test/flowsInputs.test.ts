import { setAt, type Json, type ScenarioDocument } from '@percall/scenario';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answered, axeOn, builtSite, everywhere, quick, row, type VisitOptions } from './site.ts';

const site = builtSite();
const visiting = (work: (page: Page) => Promise<void>, options: VisitOptions = {}): Promise<void> =>
  site.returning(async (page) => {
    await answered(page);
    await work(page);
  }, options);

const saved = (page: Page) => page.evaluate(() => localStorage.getItem('percall.work') ?? '');
/** The work as it is saved. */
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

const openFurther = async (page: Page, section: string, which: 'parts' | 'written'): Promise<void> => {
  const further = page.locator(`[data-section=${section}] [data-further=${which}]`);
  await further.locator('> summary').click();
  await further.locator('> :not(summary)').first().waitFor();
};
const part = (page: Page, path: string) => page.locator(`[data-part='${path}']`);
const box = (page: Page, path: string) => row(page, path).getByRole('textbox').first();
const focusedLabel = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

describe('what a scenario may have', () => {
  it('is added by what is left out, marked as an example until somebody states it, and goes again', () =>
    visiting(async (page) => {
      await openSection(page, 'targets');
      await openFurther(page, 'targets', 'parts');
      await expect.poll(() => row(page, 'targets.speedOfAnswer.atMost').count()).toBe(0);
      await part(page, 'targets.speedOfAnswer').getByRole('button', { name: 'Add Speed of answer' }).click();
      await expect.poll(() => focusedLabel(page)).toBe('Remove Speed of answer');
      await answered(page);
      const floor = 'targets.speedOfAnswer.atMost';
      await expect.poll(() => row(page, floor).locator('[data-source]').getAttribute('data-source')).toBe('default');
      await expect.poll(() => row(page, floor).textContent()).toContain('Placeholder');
      await box(page, floor).fill('25 s');
      await box(page, floor).press('Enter');
      await expect.poll(() => row(page, floor).locator('[data-source]').getAttribute('data-source')).toBe('illustrative');
      await expect.poll(() => row(page, floor).textContent()).not.toContain('Placeholder');
      await answered(page);
      await expect.poll(() => page.locator('[data-kpi^=asa]').count()).toBeGreaterThan(0);
      await part(page, 'targets.speedOfAnswer').getByRole('button', { name: 'Remove Speed of answer' }).click();
      await expect.poll(() => row(page, floor).count()).toBe(0);
      await answered(page);
    }));

  it('is a second line of a cost too', () =>
    visiting(async (page) => {
      await openSection(page, 'costs');
      await openFurther(page, 'costs', 'parts');
      await part(page, 'costs.technology').getByRole('button', { name: 'Add Technology, another line' }).click();
      await expect.poll(() => row(page, 'costs.technology[1]').count()).toBe(1);
      await answered(page);
      await page.getByRole('button', { name: 'Remove Technology (2)' }).click();
      await expect.poll(() => row(page, 'costs.technology[1]').count()).toBe(0);
      await answered(page);
    }));

  it('is written out where it is no number: what does not read stays in the box, with the reason', () =>
    visiting(async (page) => {
      await openSection(page, 'demand');
      await openFurther(page, 'demand', 'written');
      const hours = box(page, 'calendar.open');
      await expect.poll(() => hours.inputValue()).toBe('{ mon-fri: "08:00-20:00", sat: "09:00-14:00" }');
      await hours.fill('{ mon-fri: "08:00-20:00"');
      await hours.press('Enter');
      await expect.poll(() => row(page, 'calendar.open').getByRole('alert').count()).toBe(1);
      await hours.fill('{ mon-fri: "20:00-08:00" }');
      await hours.press('Enter');
      await expect.poll(() => row(page, 'calendar.open').getByRole('alert').textContent()).toMatch(/Open hours/);
      await hours.fill('{ mon-fri: "09:00-17:00" }');
      await hours.press('Enter');
      await expect.poll(() => row(page, 'calendar.open').getByRole('alert').count()).toBe(0);
      await answered(page);
      expect(await saved(page)).toContain('09:00-17:00');
      await row(page, 'calendar.open')
        .getByRole('button', { name: /back to the baseline/ })
        .click();
      await expect.poll(() => hours.inputValue()).toBe('{ mon-fri: "08:00-20:00", sat: "09:00-14:00" }');
    }));

  it('has a source and a note, and what is not measured can be looked at alone', () =>
    visiting(async (page) => {
      const path = 'levers.ivr.time';
      await row(page, path).locator('[data-source]').click();
      await row(page, path).getByRole('combobox', { name: 'Comes from' }).selectOption('measured');
      await row(page, path).getByRole('textbox', { name: 'Note' }).fill('ACD report of May');
      await row(page, path).getByRole('textbox', { name: 'Note' }).press('Tab');
      await expect.poll(() => row(page, path).locator('[data-source]').textContent()).toContain('measured');
      await answered(page);
      expect(await saved(page)).toMatch(/"levers.ivr.time":\{"value":"45 s","source":"measured","note":"ACD report of May"\}/);
      await expect.poll(() => row(page, 'levers.ivr.hangUps').count()).toBe(1);
      await page.getByRole('checkbox', { name: 'Only what is not measured' }).check();
      await expect.poll(() => row(page, path).count()).toBe(0);
      await expect.poll(() => row(page, 'levers.ivr.hangUps').count()).toBe(1);
      await expect.poll(() => page.getByText(/^1 measured, \d+ not$/).count()).toBe(1);
    }));

  it('is found by path, Arabic word, unit and value; where nothing is, it says what to try', () =>
    visiting(async (page) => {
      const search = page.getByRole('textbox', { name: 'Search the inputs' });
      const found = () => page.locator('.inputs [data-path]').evaluateAll((rows) => rows.map((each) => each.getAttribute('data-path')));
      for (const [typed, path] of [
        ['levers.ivr.verif', 'levers.ivr.verification.success'],
        ['راتب', 'agents."card service".wage'],
        ['الأجر', 'agents."card service".wage'],
        ['per hire', 'costs.hiring'],
        ['14000', 'levers.ivr.platform'],
        ['open hours', 'calendar.open'],
      ] as const) {
        await search.fill(typed);
        await expect.poll(found, { message: typed }).toContain(path);
        await expect.poll(async () => (await found()).length, { message: typed }).toBeLessThan(30);
      }
      await search.fill('speed of answer');
      await expect.poll(() => part(page, 'targets.speedOfAnswer').count()).toBe(1);
      await search.fill('zzzz');
      await expect.poll(() => page.locator('.inputs').getByRole('status').textContent()).toMatch(/Nothing matches.*levers\.ivr/);
    }));
});

describe('what inputs come to', () => {
  it('is shown where a lever moves them, by the model itself, and no slider moves', () =>
    visiting(async (page) => {
      await openSection(page, 'handling');
      await openSection(page, 'people');
      const time = row(page, 'contactTypes.cards.handleTime.phone.mean');
      await expect
        .poll(() => time.locator('[data-ghost]').first().textContent(), { timeout: 20_000 })
        .toMatch(/^comes to 6 minutes 3\d seconds here$/);
      await expect.poll(() => box(page, 'contactTypes.cards.handleTime.phone.mean').inputValue()).toBe('408 s ±5%');
      await expect
        .poll(() => row(page, 'staffing.plan').locator('[data-ghost=staff]').textContent())
        .toMatch(/card service: [\d.]+ FTE \(baseline [\d.]+\)/);
      await box(page, 'levers.ivr.verification.offeredTo').fill('0%');
      await box(page, 'levers.ivr.verification.offeredTo').press('Enter');
      await expect.poll(() => time.locator('[data-ghost]').count(), { timeout: 20_000 }).toBe(0);
      await box(page, 'levers.ivr.containment.cards').fill('50%');
      await box(page, 'levers.ivr.containment.cards').press('Enter');
      await expect.poll(() => time.locator('[data-ghost]').first().textContent(), { timeout: 20_000 }).toMatch(/^comes to 7 minutes/);
    }));
});

describe('a box', () => {
  it('that is empty says so of a limit alone: what is needed has none', () =>
    visiting(async (page) => {
      await openSection(page, 'people');
      const wage = box(page, 'agents."card service".wage');
      await wage.fill('');
      await wage.press('Enter');
      await row(page, 'agents."card service".wage').getByRole('alert').waitFor();
      expect(await wage.getAttribute('placeholder')).toBe('');
      await openSection(page, 'handling');
      expect(await box(page, 'channels.phone.trunks').getAttribute('placeholder')).toBe('no limit');
    }));
});

describe('a box in Arabic', () => {
  it('is refused in the words that were typed, with what to write instead', () =>
    visiting(
      async (page) => {
        await openSection(page, 'people');
        const path = 'agents."card service".wage';
        const told = async (text: string): Promise<string> => {
          await box(page, path).fill(text);
          await box(page, path).press('Enter');
          await row(page, path).getByRole('alert').waitFor();
          return ((await row(page, path).getByRole('alert').textContent()) ?? '').replace(/[\u200e\u2068\u2069]/gu, '');
        };
        const monthly = await told('٢٨٠٠ في الشهر');
        expect(monthly).toContain('"٢٨٠٠ في الشهر"');
        expect(monthly).toContain('2800 شهريًا عند 40 ساعة في الأسبوع تعادل 16.10 لكل ساعة');
        expect(await told('€18')).toContain('دون €: 18');
        // The riyal's sign is a currency, which is another than the document's.
        const riyals = await told('18 ر.س لكل ساعة');
        expect(riyals).toContain('18 ر.س لكل ساعة');
        expect(riyals).toContain('USD');
        await box(page, path).fill('18.5 في الساعة');
        await box(page, path).press('Enter');
        await expect.poll(() => row(page, path).getByRole('alert').count()).toBe(0);
      },
      { locale: 'ar-SA' },
    ));
});

describe('a drag', () => {
  it('draws its own row and no other', () =>
    visiting(async (page) => {
      const path = 'levers.ivr.verification.offeredTo';
      await page.locator('.inputs').waitFor();
      await page.evaluate((moved) => {
        const touched = new Set<string>();
        Object.assign(window, { touched });
        new MutationObserver((records) => {
          for (const { target } of records) {
            // That what inputs come to is of an older work is said once, of all of it.
            if (target === document.querySelector('.inputs')) continue;
            const element = target instanceof Element ? target : target.parentElement;
            touched.add(
              element?.closest('[data-path]')?.getAttribute('data-path') ??
                `${element?.closest('[data-section], .head, .filter')?.className} ${element?.tagName}`,
            );
          }
        }).observe(document.querySelector('.inputs')!, { subtree: true, childList: true, attributes: true, characterData: true });
        return moved;
      }, path);
      await row(page, path).getByRole('slider').focus();
      for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowLeft');
      await expect.poll(() => box(page, path).inputValue()).toBe('63%');
      await answered(page);
      expect(await page.evaluate(() => [...(window as unknown as { touched: Set<string> }).touched])).toEqual([path]);
    }));
});

describe('a study that cannot be computed as it was opened', () => {
  /** Verification saves more than a call takes. */
  const refused = (): ScenarioDocument => {
    const [first] = quick['variants'] as readonly Json[];
    const patched = setAt({ ...quick, variants: [first!] }, ['levers', 'ivr', 'verification', 'saves'], '900 s');
    if (!patched.ok) throw new Error('not patched');
    return patched.document as ScenarioDocument;
  };
  const path = 'levers.ivr.verification.saves';

  it('has no last answer, and is put right where it stands: its groups stay as they are, and the focus in the box', () =>
    site.visiting(async (page) => {
      await page.getByRole('alert').first().waitFor();
      expect(await page.locator('#answer').textContent()).not.toMatch(/last answer/);
      await page.getByRole('radio', { name: 'Baseline' }).check();
      await openSection(page, 'costs');
      await openSection(page, 'people');
      await box(page, path).fill('42 s');
      await page.evaluate(() => Object.assign(window, { before: document.querySelector('.inputs') }));
      await box(page, path).press('Enter');
      await answered(page);
      expect(await page.evaluate(() => (window as unknown as { before: Element }).before === document.querySelector('.inputs'))).toBe(true);
      const open = await page.locator('[data-section][open]').evaluateAll((all) => all.map((each) => each.getAttribute('data-section')));
      expect(open).toEqual(['people', 'levers', 'costs']);
      expect(await box(page, path).evaluate((each) => each === document.activeElement)).toBe(true);
      // Once there is one, it stays.
      await box(page, path).fill('900 s');
      await box(page, path).press('Enter');
      await page.getByRole('radio', { name: 'IVR verification' }).check();
      await expect.poll(() => page.locator('#answer').textContent()).toMatch(/last answer stays/);
    }, site.linkOf(refused())));
});

describe('the inputs', () => {
  it.each(everywhere)('have no fault that axe finds: $locale, $colorScheme', ({ locale, colorScheme }) =>
    visiting(
      async (page) => {
        await openSection(page, 'structure');
        await page.locator('[data-section=structure] .inside > button').last().click();
        await page.locator('[data-named=cards] > .head button').nth(2).click();
        await page.getByTestId('removed').waitFor();
        await openSection(page, 'targets');
        await openFurther(page, 'targets', 'parts');
        await openSection(page, 'costs');
        await openFurther(page, 'costs', 'written');
        await row(page, 'levers.ivr.time').locator('[data-source]').click();
        await page.locator('.inputs:not(.stale)').waitFor();
        const { violations } = await (await axeOn(page)).include('.inputs').analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      },
      { locale, colorScheme },
    ),
  );
});
