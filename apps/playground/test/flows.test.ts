import { setAt } from '@percall/scenario';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { preset } from './documents.ts';
import { answered, builtSite, everywhere, quick, row, sentence, settled, violations } from './site.ts';

const site = builtSite();
const { linkOf, returning, visiting } = site;

const offered = 'levers.ivr.verification.offeredTo';
const slider = (page: Page, path: string) => row(page, path).getByRole('slider');
const box = (page: Page, path: string) => row(page, path).getByRole('textbox').first();
/** Opens a section of the inputs. Its rows come with the event that follows the press, so they are waited for. */
async function openSection(page: Page, section: string): Promise<void> {
  const details = page.locator(`[data-section='${section}']`);
  await details.locator('> summary').click();
  await details.locator('fieldset').first().waitFor();
}
const saved = (page: Page) => page.evaluate(() => localStorage.getItem('percall.work'));

/** Dots drawn in a row of the chart. */
const dots = (page: Page, row: string): Promise<number> =>
  page
    .locator(`[data-chart=${row}] .dots`)
    .evaluateAll((paths) => paths.reduce((sum, path) => sum + path.getAttribute('d')!.split('M').length - 1, 0));

describe('the page', () => {
  it('opens on a computed answer', () =>
    visiting(async (page) => {
      await answered(page);
      expect(await sentence(page)).toMatch(/^Cheaper and no worse in \d+ of 100 futures\.\s+Cost per handled contact \d\.\d\d USD/);
      await expect.poll(() => dots(page, 'baseline')).toBe(50);
      await expect.poll(() => dots(page, 'variant')).toBe(50);
      await expect
        .poll(() => page.locator('[data-kpi="serviceLevel.phone"]').textContent())
        .toMatch(/at least 80%, met in \d+ of 100 futures/);
    }));

  it('answers a dragged slider, and takes the drag back in one step', () =>
    returning(async (page) => {
      await answered(page);
      const before = await sentence(page);
      const typed = await box(page, offered).inputValue();
      await slider(page, offered).scrollIntoViewIfNeeded();
      const thumb = (await slider(page, offered).boundingBox())!;
      const at = (share: number): [number, number] => [thumb.x + thumb.width * share, thumb.y + thumb.height / 2];
      await page.mouse.move(...at(0.67));
      await page.mouse.down();
      for (const share of [0.6, 0.5, 0.4, 0.3]) await page.mouse.move(...at(share), { steps: 4 });
      await page.mouse.up();
      await answered(page);
      await expect.poll(() => box(page, offered).inputValue()).not.toBe(typed);
      const after = await sentence(page);
      expect(after).not.toBe(before);
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => box(page, offered).inputValue()).toBe(typed);
      await page.getByRole('button', { name: 'Redo' }).click();
      await expect.poll(() => box(page, offered).inputValue()).not.toBe(typed);
    }));

  it('takes what people type, keeps it as typed, and says what is wrong with what it cannot take', () =>
    returning(async (page) => {
      await answered(page);
      await openSection(page, 'handling');
      const path = 'contactTypes.accounts.handleTime.phone.mean';
      const before = await sentence(page);
      await box(page, path).fill('5m40s');
      await box(page, path).press('Enter');
      await answered(page);
      expect(await sentence(page)).not.toBe(before);
      expect(await saved(page)).toContain(`"${path}":"5m40s ±5%"`);
      await expect.poll(() => row(page, path).textContent()).toContain('changed');

      await box(page, path).fill('5 bananas');
      await box(page, path).press('Enter');
      await expect.poll(() => row(page, path).getByRole('alert').textContent()).toContain(path);
      await expect.poll(() => box(page, path).inputValue()).toBe('5 bananas');
      expect(await saved(page)).toContain('5m40s');
      await box(page, path).press('Escape');
      await expect.poll(() => box(page, path).inputValue()).toBe('5m40s ±5%');

      await box(page, path).fill('٣٤٥ s');
      await box(page, path).press('Enter');
      await answered(page);
      expect(await saved(page)).toContain('٣٤٥ s');
      await row(page, path)
        .getByRole('button', { name: /back to the baseline/ })
        .click();
      expect(await saved(page)).not.toContain(`"${path}"`);
    }));

  it('makes a number certain and uncertain again, and takes the ends of its range', () =>
    returning(async (page) => {
      await answered(page);
      await openSection(page, 'demand');
      const path = 'contactTypes.accounts.volume';
      // The period that was typed stays, in the box and on the slider, and need not be typed again.
      await expect.poll(() => box(page, path).inputValue()).toBe('121k per month ±10%');
      await box(page, path).fill('130k');
      await box(page, path).press('Enter');
      await answered(page);
      await expect.poll(() => box(page, path).inputValue()).toBe('130k per month ±10%');
      expect(await row(page, path).getByRole('slider').first().getAttribute('aria-valuetext')).toMatch(/^130,000 per month/);
      const low = row(page, path).getByRole('textbox', { name: /low/ });
      await low.fill('100k');
      await low.press('Enter');
      await answered(page);
      await expect.poll(() => low.inputValue()).toMatch(/^100(k|000|,000)$/);
      await row(page, path)
        .getByRole('button', { name: /as certain/ })
        .click();
      await expect.poll(() => low.count()).toBe(0);
      await row(page, path)
        .getByRole('button', { name: /a range/ })
        .click();
      await expect.poll(() => low.count()).toBe(1);
      await answered(page);
    }));

  it('strikes a saving through that service pays for, in words, shape and stroke', () =>
    returning(async (page) => {
      await answered(page);
      await openSection(page, 'people');
      await box(page, 'staffing.maxOccupancy').fill('97%');
      await box(page, 'staffing.maxOccupancy').press('Enter');
      await answered(page);
      expect(await sentence(page)).toMatch(/^Not a saving: /);
      expect(await page.getByTestId('sentence').locator('s').textContent()).toMatch(/below the baseline/);
      await expect.poll(() => page.locator('[data-state=breaks]').count()).toBeGreaterThan(0);
      expect(await page.locator('[data-state=breaks]').first().textContent()).toMatch(/breaks/);
    }));

  it('forgets what is half typed with Escape, and when another scenario is chosen', () =>
    returning(async (page) => {
      await answered(page);
      const before = await saved(page);
      const name = page.getByRole('textbox', { name: 'Name of the variant' });
      await page.getByRole('button', { name: 'Rename' }).click();
      await name.fill('foo');
      await name.press('Escape');
      await expect.poll(() => name.count()).toBe(0);
      expect(await saved(page)).toBe(before);
      await page.getByRole('button', { name: 'Rename' }).click();
      await name.fill('baseline');
      await name.press('Enter');
      await expect.poll(() => page.getByRole('alert').count()).toBe(1);
      await name.press('Escape');
      await expect.poll(() => name.count()).toBe(0);
      await expect.poll(() => page.getByRole('alert').count()).toBe(0);
      await box(page, 'levers.ivr.time').fill('nonsense');
      await box(page, 'levers.ivr.time').press('Enter');
      await page.getByRole('radio', { name: "The vendor's promise" }).check();
      await answered(page);
      await expect.poll(() => box(page, 'levers.ivr.time').inputValue()).toBe('45 s');
      await expect.poll(() => page.getByRole('alert').count()).toBe(0);
    }));

  it('shows all figures of all variants at the first press, and more when they come', () =>
    returning(async (page) => {
      await answered(page);
      await page.locator('summary', { hasText: 'Figures' }).click();
      await page.locator('table caption').first().waitFor();
      await expect.poll(() => page.locator('table').first().locator('thead th').count()).toBe(6);
      await expect.poll(() => page.locator('table caption').allTextContents()).toContainEqual(expect.stringMatching(/ledger/i));
      const heads = page.getByRole('region', { name: 'Figures' }).locator('table').first().locator('thead th');
      expect((await heads.allTextContents()).slice(0, 3)).toEqual(['Measure', 'Baseline', 'IVR verification']);
    }));

  it('gives the box back to the document when the slider moves under a text that was refused', () =>
    returning(async (page) => {
      await answered(page);
      await box(page, offered).fill('abc');
      await box(page, offered).press('Enter');
      await expect.poll(() => row(page, offered).getByRole('alert').count()).toBe(1);
      await slider(page, offered).focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => box(page, offered).inputValue()).toBe('69%');
      await expect.poll(() => row(page, offered).getByRole('alert').count()).toBe(0);
    }));

  it('unlocks a number with the range that the lock took, also after a look elsewhere', () =>
    returning(async (page) => {
      await answered(page);
      const path = 'levers.ivr.verification.success';
      const padlock = row(page, path).getByRole('button', { name: /as certain|a range/ });
      const before = await box(page, path).inputValue();
      expect(before).toMatch(/±(?!10%)/);
      await padlock.click();
      await expect.poll(() => box(page, path).inputValue()).not.toMatch(/±/);
      await page.getByRole('radio', { name: 'Baseline' }).check();
      await page.getByRole('radio', { name: 'IVR verification' }).check();
      await padlock.click();
      await expect.poll(() => box(page, path).inputValue()).toBe(before);
    }));

  it('keeps several variants: adds, copies, renames, removes', () =>
    returning(async (page) => {
      await answered(page);
      const scenarios = page.getByRole('radio');
      const names = () => page.locator('fieldset:has([name=scenario]) label').allTextContents();
      const before = (await names()).length;
      await page.getByRole('button', { name: 'Add a variant' }).click();
      await answered(page);
      expect((await names()).map((name) => name.trim())).toContain('Variant 5');
      await page.getByRole('button', { name: 'Rename' }).click();
      await page.getByRole('textbox', { name: 'Name of the variant' }).fill('IVR verification');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.getByRole('alert').textContent()).toMatch(/name/);
      await page.getByRole('textbox', { name: 'Name of the variant' }).fill('Half');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Duplicate' }).click();
      await answered(page);
      expect(await names()).toHaveLength(before + 2);
      await page.getByRole('button', { name: 'Remove' }).click();
      await page.getByRole('button', { name: 'Remove' }).click();
      await answered(page);
      expect(await names()).toHaveLength(before);
      await scenarios.first().check();
      await answered(page);
      expect(await sentence(page)).not.toMatch(/baseline/);
      await expect.poll(() => page.getByText('Changes made here move every variant.').count()).toBe(1);
    }));

  it('in two tabs keeps the work of both', () =>
    returning(async (page) => {
      const edit = async (tab: Page, text: string): Promise<void> => {
        await box(tab, offered).fill(text);
        await box(tab, offered).press('Enter');
        await answered(tab);
      };
      await answered(page);
      await edit(page, '33%');
      const other = await page.context().newPage();
      await other.goto(site.url);
      await answered(other);
      // The other tab found this one's work and goes on from there; this one hears of it.
      await edit(other, '44%');
      const centres = page.getByRole('combobox', { name: 'Start from a centre' });
      await expect.poll(() => centres.locator('[value^=earlier]').count()).toBe(1);
      await other.close();
      await page.reload();
      await answered(page);
      await expect.poll(() => box(page, offered).inputValue()).toBe('44%');
      await centres.selectOption('earlier:0');
      await answered(page);
      await expect.poll(() => box(page, offered).inputValue()).toBe('33%');
    }));

  it('opens another centre, and the work that it took the place of again', () =>
    returning(async (page) => {
      await answered(page);
      await box(page, offered).fill('33%');
      await box(page, offered).press('Enter');
      await page.getByRole('combobox', { name: 'Start from a centre' }).selectOption('preset:telecom-peak');
      await answered(page);
      expect(await saved(page)).toContain('Telecom');
      await page.getByRole('combobox', { name: 'Start from a centre' }).selectOption('earlier:0');
      await answered(page);
      await expect.poll(() => box(page, offered).inputValue()).toBe('33%');
      await page.reload();
      await answered(page);
      await expect.poll(() => box(page, offered).inputValue()).toBe('33%');
    }));
});

describe('inputs', () => {
  const active = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim());

  it('choose what the headline is per, whichever scenario is selected', () =>
    returning(async (page) => {
      await answered(page);
      await openSection(page, 'targets');
      await row(page, 'headline')
        .getByRole('combobox', { name: /Headline cost per/ })
        .selectOption('resolved need');
      await answered(page);
      expect(await sentence(page)).toMatch(/Cost per resolved need/);
      expect(await saved(page)).toContain('"headline":"resolved"');
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => row(page, 'headline').getByRole('combobox').inputValue()).toBe('handled');
    }));

  it('have what a change costs once and the years it is spread over', () =>
    returning(async (page) => {
      await answered(page);
      await openSection(page, 'costs');
      const once = 'variants."IVR verification".oneOff';
      await box(page, once).fill('90k');
      await box(page, once).press('Enter');
      await box(page, 'investment.years').fill('5');
      await box(page, 'investment.years').press('Enter');
      await answered(page);
      expect(await saved(page)).toContain('"oneOff":"90k"');
      expect(await saved(page)).toContain('"investment.years":5');
      expect(
        await row(page, 'investment.years')
          .getByRole('button', { name: /certain|range/ })
          .count(),
      ).toBe(0);
    }));

  it('say what they are to a keyboard, which period they count, and their units in full', () =>
    returning(async (page) => {
      await answered(page);
      await openSection(page, 'demand');
      await openSection(page, 'costs');
      expect(await row(page, 'contactTypes.accounts.volume').locator('label').textContent()).toMatch(/^Volume per month/);
      const help = row(page, 'costs.telephony').getByRole('button', { name: 'What is Telephony?' });
      const text = row(page, 'costs.telephony').getByText('Minutes in the IVR, in the queue and in conversation.');
      await expect.poll(() => text.isVisible()).toBe(false);
      await help.focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => text.isVisible()).toBe(true);
      const path = 'costs.softwareLicences';
      await box(page, path).fill('110 per seat per month ±12.5%');
      await box(page, path).press('Enter');
      await answered(page);
      const clipped = await page
        .locator('.inputs input[type=text]')
        .evaluateAll((boxes) =>
          (boxes as HTMLInputElement[]).filter((each) => each.scrollWidth > each.clientWidth).map(({ value }) => value),
        );
      expect(clipped).toEqual([]);
    }));

  it('are found by what planners call them, and refuse by their label', () =>
    returning(async (page) => {
      await answered(page);
      await page.getByRole('textbox', { name: 'Search the inputs' }).fill('AHT');
      const path = 'contactTypes.accounts.handleTime.phone.mean';
      await box(page, path).fill('5 bananas');
      await box(page, path).press('Enter');
      const alert = row(page, path).getByRole('alert');
      await expect.poll(() => alert.textContent()).toMatch(/^\s*accounts · Mean handle time, phone must be a duration/);
      expect(await alert.locator('code').textContent()).toBe(path);
    }));

  it('keep the focus when a variant is renamed or removed, and say whose roster the baseline’s switch sets', () =>
    returning(async (page) => {
      await answered(page);
      const rename = page.getByRole('button', { name: 'Rename' });
      const name = page.getByRole('textbox', { name: 'Name of the variant' });
      for (const [typed, key] of [
        ['Half', 'Enter'],
        ['Other', 'Escape'],
      ] as const) {
        await rename.focus();
        await page.keyboard.press('Enter');
        await name.fill(typed);
        await page.keyboard.press(key);
        await expect.poll(() => active(page)).toBe('Rename');
        await expect.poll(() => name.count()).toBe(0);
      }
      for (const left of [
        "Editing: The vendor's promise",
        'Editing: Verification, staff by attrition',
        'Editing: Verification, roster locked',
        'Edit the baseline',
      ]) {
        await page.getByRole('button', { name: 'Remove' }).focus();
        await page.keyboard.press('Enter');
        await expect.poll(() => active(page)).toBe(left);
      }
      await expect.poll(() => page.getByRole('combobox', { name: 'Staffing response of variants that state none' }).count()).toBe(1);
    }));
});

/** A retailer whose callers' team may chat too, quick to settle. */
function retailer(): ReturnType<typeof preset> {
  const limited = setAt(preset('retailer-callbacks'), ['agents', 'voice', 'channels'], null);
  if (!limited.ok) throw new Error(JSON.stringify(limited.problems));
  return { ...(limited.document as ReturnType<typeof preset>), replications: 64 };
}

describe('choices', () => {
  const select = (page: Page, path: string) => row(page, path).getByRole('combobox');

  const responseSaved = async (page: Page): Promise<unknown> => {
    const { document } = JSON.parse((await saved(page))!) as { document: { variants: { name: string; response?: string }[] } };
    return document.variants.find(({ name }) => name === 'IVR verification')!.response;
  };

  it('say how a variant’s roster answers, and move the answer', () =>
    visiting(async (page) => {
      await settled(page);
      const response = page.getByRole('combobox', { name: 'Roster' });
      const before = await sentence(page);
      expect(before).toMatch(/Roster re-planned\.$/);
      await response.selectOption('locked');
      await settled(page);
      expect(await sentence(page)).toMatch(/Roster locked\.$/);
      expect((await sentence(page)).replace(/Roster .*$/, '')).not.toBe(before.replace(/Roster .*$/, ''));
      expect(await responseSaved(page)).toBe('locked');
      // As the baseline says is no statement of its own.
      await response.selectOption('re-planned');
      await settled(page);
      expect(await sentence(page)).toBe(before);
      expect(await responseSaved(page)).toBeUndefined();
    }, linkOf(quick)));

  it('limit a group to some channels, in one variant, and back', () =>
    visiting(async (page) => {
      await settled(page);
      await openSection(page, 'handling');
      const path = 'agents.voice.channels';
      const channels = row(page, path).getByRole('group', { name: /Channels served/ });
      const before = await sentence(page);
      await expect.poll(() => channels.getByRole('checkbox', { checked: true }).count()).toBe(4);
      await channels.getByRole('checkbox', { name: 'chat' }).focus();
      await page.keyboard.press('Space');
      await settled(page);
      expect(await saved(page)).toContain(`"${path}":["phone","email","social"]`);
      const limited = await sentence(page);
      expect(limited).not.toBe(before);
      expect(await row(page, path).textContent()).toMatch(/changed.*Baseline phone, chat, e-mail, social media/s);

      // Nobody would answer the phone: the row says so, and everything stays.
      await channels.getByRole('checkbox', { name: 'phone' }).click();
      await expect.poll(() => row(page, path).getByRole('alert').textContent()).toMatch(/group of agents|agent group/);
      await expect.poll(() => channels.getByRole('checkbox', { name: 'phone' }).isChecked()).toBe(true);
      expect(await sentence(page)).toBe(limited);

      const last = row(page, 'agents.chat.channels').getByRole('checkbox', { checked: true });
      await last.click();
      await expect.poll(() => row(page, 'agents.chat.channels').getByRole('alert').textContent()).toMatch(/At least one is needed/);
      await expect.poll(() => last.count()).toBe(1);

      await row(page, path)
        .getByRole('button', { name: /back to the baseline/ })
        .click();
      await settled(page);
      expect(await sentence(page)).toBe(before);
      expect(await saved(page)).not.toContain(path);
      await expect.poll(() => row(page, path).getByRole('alert').count()).toBe(0);
    }, linkOf(retailer())));

  it('are the callback’s rules too: yes or no, and by what', () =>
    visiting(async (page) => {
      await settled(page);
      const keeps = row(page, 'levers.callback.keepsPlace').getByRole('checkbox', { name: /Keeps the place/ });
      await keeps.uncheck();
      await select(page, 'levers.callback.offerWhen').selectOption('callers in the queue');
      await box(page, 'levers.callback.attempts').fill('1');
      await box(page, 'levers.callback.attempts').press('Enter');
      await settled(page);
      // The variant has the whole callback as one change: it is written into that.
      expect(await saved(page)).toMatch(/"levers.callback":\{[^}]*"keepsPlace":false,"offerWhen":"queueLength","attempts":1\}/);
      expect(await row(page, 'levers.callback.keepsPlace').textContent()).toMatch(/changed.*Baseline yes/s);
      expect(await row(page, 'levers.callback.offerWhen').textContent()).toMatch(/changed.*Baseline predicted wait/s);
    }, linkOf(retailer())));

  it('begin a headcount with the staff that is planned, and show it', () =>
    visiting(async (page) => {
      await settled(page);
      await openSection(page, 'people');
      await select(page, 'staffing.plan').selectOption('from the headcount');
      const staff = box(page, 'staffing.headcount."account service"');
      await expect.poll(() => staff.inputValue()).toMatch(/^\d+(\.\d)? FTE$/);
      await staff.fill('90 FTE');
      await staff.press('Enter');
      await settled(page);
      const understaffed = await sentence(page);
      await row(page, 'staffing.plan')
        .getByRole('button', { name: /back to the baseline/ })
        .click();
      await expect.poll(() => staff.count()).toBe(0);
      await settled(page);
      expect(await sentence(page)).not.toBe(understaffed);
      expect(await saved(page)).not.toContain('headcount');
    }, linkOf(quick)));

  it('take a law with what it needs, and a limit where there was none', () =>
    returning(async (page) => {
      await answered(page);
      await openSection(page, 'handling');
      const law = 'contactTypes.accounts.handleTime.phone.family';
      const phases = 'contactTypes.accounts.handleTime.phone.shape';
      await expect.poll(() => row(page, phases).count()).toBe(0);
      await select(page, law).selectOption('Erlang');
      await expect.poll(() => box(page, phases).inputValue()).toBe('2');
      await expect.poll(() => box(page, 'channels.phone.trunks').inputValue()).toBe('');
      await box(page, 'channels.phone.trunks').fill('75');
      await box(page, 'channels.phone.trunks').press('Enter');
      await answered(page);
      expect(await saved(page)).toContain('"channels.phone.trunks":75');
      await box(page, 'channels.phone.trunks').fill('');
      await box(page, 'channels.phone.trunks').press('Enter');
      await answered(page);
      expect(await saved(page)).not.toContain('trunks');
    }));

  it('say in Arabic what they are, and what the baseline has', () =>
    visiting(
      async (page) => {
        await settled(page);
        const response = page.getByRole('combobox', { name: 'جدول المناوبات' });
        const before = await sentence(page);
        await response.selectOption('أُعيد تخطيطه');
        await settled(page);
        expect(await sentence(page)).not.toBe(before);
        await openSection(page, 'handling');
        const channels = row(page, 'agents.voice.channels').getByRole('group', { name: /القنوات المخدومة/ });
        await channels.getByRole('checkbox', { name: 'الدردشة' }).uncheck();
        await settled(page);
        expect(await row(page, 'agents.voice.channels').textContent()).toMatch(/الهاتف، الدردشة، البريد الإلكتروني، وسائل التواصل/);
        const options = await page.locator('.inputs option').allTextContents();
        expect(options.filter((option) => /[A-Za-z]/.test(option))).toEqual([]);
      },
      linkOf(retailer()),
      { locale: 'ar-SA' },
    ));
});

describe('a link', () => {
  it('carries the study to another profile, which comes to the same', async () => {
    let link = '';
    let said = '';
    await visiting(async (page) => {
      await box(page, offered).fill('55%');
      await box(page, offered).press('Enter');
      await settled(page);
      said = await sentence(page);
      await page.getByRole('button', { name: 'Share', exact: true }).click();
      await page.locator('[data-complete=true]').waitFor();
      link = await page.getByTestId('link').inputValue();
      expect(link.length).toBeLessThan(2000);
    }, linkOf(quick));
    await visiting(async (page) => {
      await settled(page);
      expect(await sentence(page)).toBe(said);
      expect(await page.getByTestId('link-verdict').textContent()).toMatch(/reproduces/);
      expect(new URL(page.url()).hash).toBe('');
    }, link);
  });

  it('that was cut leaves saved work alone, and says what is wrong', () =>
    returning(async (page) => {
      await answered(page);
      await box(page, offered).fill('44%');
      await box(page, offered).press('Enter');
      await answered(page);
      const before = await saved(page);
      const whole = linkOf(preset('telecom-peak'));
      await page.evaluate((address) => location.assign(address), whole.slice(0, -40));
      await page.locator('[data-notice=linkRefused]').waitFor();
      await expect.poll(() => page.locator('[data-notice=linkRefused]').textContent()).toMatch(/ends too early|a part of it was changed/);
      expect(await saved(page)).toBe(before);
      await page.goto('about:blank');
      await page.goto(whole.slice(0, -40));
      await page.locator('[data-notice=linkRefused]').waitFor();
      await answered(page);
      expect(await saved(page)).toBe(before);
      await expect.poll(() => box(page, offered).inputValue()).toBe('44%');
    }));

  it('that is whole keeps the work it takes the place of, one press away', () =>
    returning(async (page) => {
      await answered(page);
      await box(page, offered).fill('44%');
      await box(page, offered).press('Enter');
      await answered(page);
      await page.evaluate((address) => location.assign(address), linkOf(preset('telecom-peak')));
      await page.locator('[data-notice=linkOpened]').waitFor();
      await page.getByRole('button', { name: 'Back to my work' }).click();
      await answered(page);
      await expect.poll(() => box(page, offered).inputValue()).toBe('44%');
    }));

  it('from a later build, or with a document that does not fit, is refused too', () =>
    visiting(async (page) => {
      await page.locator('[data-notice=linkRefused]').waitFor();
      await answered(page);
    }, `${site.url}#s=9.z9.abcd`));
});

describe('Arabic', () => {
  it('is one press away, and mirrors the page', () =>
    returning(async (page) => {
      await answered(page);
      await page.getByRole('button', { name: 'العربية' }).click();
      await expect.poll(() => page.locator('html').getAttribute('dir')).toBe('rtl');
      expect(await page.locator('html').getAttribute('lang')).toBe('ar');
      expect(await sentence(page)).toMatch(/[\u0600-\u06ff]/);
      const inputs = (await page.locator('.inputs').boundingBox())!;
      const answer = (await page.locator('#answer').boundingBox())!;
      expect(inputs.x).toBeGreaterThan(answer.x);
      const place = (await slider(page, offered).boundingBox())!;
      await slider(page, offered).focus();
      const before = await box(page, offered).inputValue();
      await page.keyboard.press('ArrowLeft');
      await answered(page);
      expect(parseFloat(await box(page, offered).inputValue())).toBeGreaterThan(parseFloat(before));
      expect(place.width).toBeGreaterThan(100);
      await page.reload();
      await answered(page);
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    }));

  it('is what an Arabic browser sees first, units and all', () =>
    visiting(
      async (page) => {
        await answered(page);
        expect(await page.locator('html').getAttribute('lang')).toBe('ar');
        const path = 'levers.ivr.time';
        await expect.poll(() => box(page, path).inputValue()).toBe('45 ث');
        await box(page, path).fill('١ دقيقة و٥ ثوانٍ');
        await box(page, path).press('Enter');
        await answered(page);
        expect(await saved(page)).toContain('١ min ٥ s');
        await expect.poll(() => box(page, path).inputValue()).toBe('١ د ٥ ث');
        // What is wrong is said in the spelling of the page, too.
        await box(page, path).fill('هراء');
        await box(page, path).press('Enter');
        await expect.poll(() => row(page, path).textContent()).toMatch(/مثل \P{L}*\d+ ث/u);
        await box(page, path).press('Escape');
        const [ours, theirs] = await Promise.all(
          [path, offered].map((each) =>
            box(page, each).evaluate((input) => [getComputedStyle(input).direction, getComputedStyle(input).textAlign]),
          ),
        );
        expect([ours, theirs]).toEqual([
          ['rtl', 'end'],
          ['ltr', 'start'],
        ]);
      },
      site.url,
      { locale: 'ar-SA' },
    ));
});

describe('everyone', () => {
  it('can do all of it by keyboard', () =>
    returning(async (page) => {
      await answered(page);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#answer');
      /** Tabs on until the focus is on what the selector names. */
      const tabTo = async (selector: string): Promise<void> => {
        for (let i = 0; i < 400; i++) {
          if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
          await page.keyboard.press('Tab');
        }
        throw new Error(`Tab never reached ${selector}`);
      };
      await tabTo('[name=scenario]:checked');
      await page.keyboard.press('ArrowRight');
      await answered(page);
      expect(await page.locator('[name=scenario]:checked').evaluate((radio) => radio.closest('label')?.textContent?.trim())).toBe(
        "The vendor's promise",
      );
      await tabTo(`[data-path='${offered}'] input[type=range]`);
      const spoken = () => page.evaluate(() => document.activeElement?.getAttribute('aria-valuetext'));
      expect(await spoken()).toMatch(/^68 percent/);
      await page.keyboard.press('ArrowRight');
      expect(await spoken()).toMatch(/^69 percent/);
      await page.keyboard.press('Shift+ArrowRight');
      expect(await spoken()).toMatch(/^69\.1 percent/);
      await page.keyboard.press('PageDown');
      expect(await spoken()).toMatch(/^59\.1 percent/);
      await page.keyboard.press('End');
      expect(await spoken()).toMatch(/^100 percent/);
      await answered(page);
      await page.keyboard.press('Control+z');
      expect(await spoken()).toMatch(/^59\.1 percent/);
      await page.keyboard.press('Control+y');
      expect(await spoken()).toMatch(/^100 percent/);
    }));

  it.each([390, 320])('reads it on a screen %i pixels wide, answer first', (width) =>
    returning(
      async (page) => {
        await answered(page);
        // Which comes after the answer, above the strip.
        await page.locator('.restore button').waitFor();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(overflow).toBe(0);
        const said = (await page.getByTestId('sentence').boundingBox())!;
        const strip = (await page.locator('[data-kpi]').first().boundingBox())!;
        const inputs = (await page.locator('.inputs').boundingBox())!;
        expect(said.y).toBeLessThan(strip.y);
        expect(strip.y).toBeLessThan(844);
        expect(inputs.y).toBeGreaterThan(strip.y);
      },
      { viewport: { width, height: 844 }, hasTouch: true, isMobile: true },
    ),
  );

  it.each(everywhere)(
    'meets WCAG 2.2 AA: $locale, $colorScheme, $width pixels',
    ({ locale, colorScheme, width }) =>
      visiting(
        async (page) => {
          await settled(page);
          // The inputs are fetched beside the answer, which may be the first to be whole.
          await page.locator('[data-section=targets]').waitFor();
          await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
          await page.locator('[data-section=targets] input[type=range]').first().waitFor();
          expect(await violations(page)).toEqual([]);
          await page.getByRole('button', { name: locale === 'en-US' ? 'Share' : 'مشاركة', exact: true }).click();
          expect(await violations(page, 'dialog[open]')).toEqual([]);
        },
        linkOf(quick),
        { locale, colorScheme, viewport: { width, height: 900 } },
      ),
    // Every row is looked at.
    240_000,
  );

  it('twin: axe does find what is wrong', () =>
    returning(async (page) => {
      await answered(page);
      await page
        .locator('input[type=range]')
        .first()
        .evaluate((slider) => slider.removeAttribute('aria-label'));
      expect((await violations(page)).join('\n')).toMatch(/^label: /m);
    }));
});
