import { ar, changeText, en } from '@percall/report';
import { cheapestChange, createSession, inLineCrew, runStudy, type CheapestChange } from '@percall/runner';
import { checkDocument, type ScenarioDocument } from '@percall/scenario';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { wholeInWords } from '../src/controls/inWords.ts';
import { preset } from './documents.ts';
import { answered, builtSite, linkTo, sentence, settled, violations, visiting } from './site.ts';

const site = builtSite();

/** A week of the help desk with other parts, in few futures. */
function desk(parts: object): ScenarioDocument {
  const checked = checkDocument({ ...preset('it-help-desk'), horizon: { start: '2026-06-01', weeks: 1 }, replications: 256, ...parts });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.document;
}

const fewer = desk({
  replications: 1024,
  variants: [{ name: 'One agent fewer', changes: { 'staffing.roster."service desk"': { 'mon-fri': 10 } } }],
});
const staffing = (preset('it-help-desk') as unknown as { staffing: object }).staffing;
/** Its calls take longer, and nobody is planned for them. */
const kept = desk({
  staffing: { plan: 'to target', response: 're-plan', maxOccupancy: '60%' },
  variants: [{ name: 'Slower calls', response: 'locked', changes: { 'contactTypes.incidents.handleTime.phone.mean': '900 s' } }],
});
/** One agent, for whom sixteen more are not enough. */
const alone = desk({
  variants: [],
  staffing: { ...staffing, roster: { 'service desk': { 'mon-fri': 1 } } },
  contactTypes: {
    incidents: {
      ...(preset('it-help-desk') as unknown as { contactTypes: { incidents: object } }).contactTypes.incidents,
      volume: '40k per month',
    },
  },
});

/** What the same search finds here, in one thread. */
function found(document: ScenarioDocument, variant: string | null): Promise<CheapestChange> {
  const before = known.get(document);
  if (before !== undefined) return before;
  const result = searched(document, variant);
  known.set(document, result);
  return result;
}
const known = new Map<ScenarioDocument, Promise<CheapestChange>>();

async function searched(document: ScenarioDocument, variant: string | null): Promise<CheapestChange> {
  const session = createSession(inLineCrew());
  for await (const step of cheapestChange(session, document, variant)) if (step.kind === 'done') return step.result;
  throw new Error('the search came to no end');
}

const restore = (page: Page) => page.getByTestId('restore');
const state = async (page: Page, name: string): Promise<void> => {
  await page.locator(`[data-testid=restore][data-search=${name}]`).waitFor({ timeout: 60_000 });
};
const work = (page: Page): Promise<{ document: ScenarioDocument }> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('percall.work')!) as { document: ScenarioDocument });
const axe = (page: Page): Promise<readonly string[]> => violations(page, '[data-testid=restore]');

describe('the cheapest change that restores service', { timeout: 180_000 }, () => {
  it('is found when asked for, made with one press as an ordinary edit, and holds by a run', () =>
    visiting(site.browser, linkTo(site.url, fewer), async (page) => {
      await settled(page);
      expect(await sentence(page)).toMatch(/^Not a saving/);
      expect(await axe(page)).toEqual([]);
      await restore(page).getByRole('button', { name: en.page.restore.find }).click();
      await state(page, 'done');
      const { found: all, replications } = await found(fewer, 'One agent fewer');
      const text = changeText(all[0]!, en, { input: (remedy) => wholeInWords(remedy, en), shown: (shown) => shown });
      expect(await restore(page).locator('strong').first().textContent()).toBe(text);
      expect(await restore(page).textContent()).toContain(en.page.restore.basis({ changes: 1, futures: replications }));
      expect(await restore(page).getByRole('status').textContent()).toBe(text);
      expect(await axe(page)).toEqual([]);

      await restore(page)
        .getByRole('button', { name: en.page.restore.applyThis(text) })
        .click();
      await answered(page);
      await settled(page);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('answer');
      await expect.poll(() => restore(page).count()).toBe(0);
      const { document: changed } = await work(page);
      const run = await runStudy(changed, { shares: false });
      expect(run.variant('One agent fewer').holds!.value).toBeGreaterThanOrEqual(run.study.models[0]!.targets.chance);

      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      await settled(page);
      expect(await sentence(page)).toMatch(/^Not a saving/);
      expect((await work(page)).document).toEqual(fewer);
    }));

  it('plans anew where the roster was kept, among others to choose from', () =>
    visiting(site.browser, linkTo(site.url, kept), async (page) => {
      await settled(page);
      const roster = page.getByLabel(/^Roster/).first();
      expect(await roster.inputValue()).toBe('locked');
      await restore(page).getByRole('button').click();
      await state(page, 'done');
      const { found: all } = await found(kept, 'Slower calls');
      expect(all.map(({ remedy }) => remedy.kind).sort()).toEqual(['lever', 'response']);
      expect(
        await restore(page)
          .locator('[data-remedy]')
          .evaluateAll((each) => each.map((one) => one.getAttribute('data-remedy'))),
      ).toEqual(all.map(({ remedy }) => remedy.path));
      await restore(page)
        .getByRole('button', { name: en.page.restore.applyThis(en.page.restore.change.response) })
        .click();
      await settled(page);
      expect(await roster.inputValue()).toBe('re-plan');
    }));

  it('in Arabic, in the dark, on a phone, by keys alone', () =>
    visiting(
      site.browser,
      linkTo(site.url, fewer),
      async (page) => {
        await settled(page);
        await page.locator('#answer').focus();
        await page.keyboard.press('Tab');
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(ar.page.restore.find);
        await page.keyboard.press('Enter');
        await state(page, 'done');
        const { found: all } = await found(fewer, 'One agent fewer');
        const text = changeText(all[0]!, ar, { input: (remedy) => wholeInWords(remedy, ar), shown: (shown) => shown });
        expect(await restore(page).locator('strong').first().textContent()).toBe(text);
        expect(await axe(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
        // The button that began it is gone: the next key goes on from where it was.
        await page.keyboard.press('Tab');
        expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(ar.page.restore.applyThis(text));
        await page.keyboard.press('Enter');
        await answered(page);
        await settled(page);
        await expect.poll(() => restore(page).count()).toBe(0);
      },
      { locale: 'ar-SA', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
    ));

  it('says where no single change is enough, and what comes nearest', () =>
    visiting(site.browser, linkTo(site.url, alone), async (page) => {
      await settled(page);
      await restore(page).getByRole('button').click();
      await state(page, 'done');
      const { nearest, found: all } = await found(alone, null);
      expect(all).toEqual([]);
      expect(nearest?.remedy.kind).toBe('roster');
      expect(await restore(page).textContent()).toContain(`${en.page.restore.none(1)} ${en.page.restore.nearest}`);
      expect(await restore(page).locator('[data-remedy]').getAttribute('data-place')).toBe(String(nearest!.place));
      expect(await axe(page)).toEqual([]);
    }));

  it('can be stopped, and ends with the study that it is of', () =>
    visiting(site.browser, linkTo(site.url, { ...preset('retailer-callbacks'), replications: 64 }), async (page) => {
      await page.getByRole('radio', { name: 'Fewer agents, no callbacks' }).check();
      await answered(page);
      await settled(page);
      await restore(page).getByRole('button').click();
      await state(page, 'trying');
      expect(await axe(page)).toEqual([]);
      await restore(page).getByRole('button', { name: 'Stop' }).click();
      await state(page, 'stopped');
      expect(await restore(page).getByRole('status').textContent()).toBe(en.page.restore.stopped);
      await restore(page).getByRole('button').click();
      await state(page, 'trying');
      await page.getByRole('radio', { name: 'Callbacks for the peak' }).check();
      await state(page, 'ended');
      expect(await restore(page).getByRole('status').textContent()).toBe(en.page.restore.ended);
      // The page's own answers come as ever.
      await answered(page);
      await settled(page);
    }));
});
