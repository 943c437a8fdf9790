import { en, linkHeadline, settingOf } from '@percall/report';
import { runStudy } from '@percall/runner';
import { decodeLink, type ScenarioDocument, setAt } from '@percall/scenario';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { preset } from './documents.ts';
import { answered, axeOn, builtSite, row, sentence, settled } from './site.ts';

const site = builtSite();
const { linkOf, visiting } = site;

/** The help desk has so few contacts that eight of its 256 futures are run call by call; the bank has too many for any. */
const desk = { ...preset('it-help-desk'), replications: 256 } as ScenarioDocument;
const bank = { ...preset('bank-ivr-verification'), replications: 64 } as ScenarioDocument;

/** What the instant floor does not take. */
function impatient(): ScenarioDocument {
  const [type] = Object.keys((desk as unknown as { contactTypes: object }).contactTypes);
  const patched = setAt({ ...desk, replications: 64, variants: [] }, ['contactTypes', type!, 'patience', 'phone'], {
    mean: '2 min',
    family: 'deterministic',
  });
  if (!patched.ok) throw new Error(JSON.stringify(patched.problems));
  return patched.document as ScenarioDocument;
}

const floors = async (page: Page): Promise<string> => ((await page.getByTestId('floor-state').textContent()) ?? '').trim();
const box = (page: Page, path: string) => row(page, path).getByRole('textbox').first();

describe('both floors', () => {
  it('answer one after the other: the exact one corrects, and says by how much', () =>
    visiting(async (page) => {
      await settled(page);
      expect(await floors(page)).toMatch(
        /^256 futures, corrected by the exact floor, call by call in 8 of them: it moves the cost per .+ by .+ ± .+ [A-Z]{3}\. Counts of 100 futures may be \d\d off\.$/,
      );
      // The next edit is answered from the instant floor, and corrected again.
      await page.getByRole('radio').first().check();
      await settled(page);
      expect(await floors(page)).toMatch(/corrected by the exact floor/);
      const before = await floors(page);
      const path = 'staffing.maxOccupancy';
      await page.locator("[data-section='people'] > summary").click();
      await box(page, path).fill('70%');
      await box(page, path).press('Enter');
      await answered(page);
      await settled(page);
      await expect.poll(() => floors(page)).not.toBe(before);
      expect(await floors(page)).toMatch(/corrected by the exact floor/);
    }, linkOf(desk)));

  it('come to what a link says, which is what a run says', () =>
    visiting(async (page) => {
      await settled(page);
      await page.getByRole('button', { name: 'Share', exact: true }).click();
      await page.locator('[data-testid=link][data-complete=true]').waitFor({ timeout: 60_000 });
      const link = decodeLink(new URL(await page.getByTestId('link').inputValue()).hash);
      const run = await runStudy(desk, { shares: false });
      expect(run.results.scenarios[0]!.floor.used).toBe('both');
      expect(link).toMatchObject({ ok: true, headline: linkHeadline(run.results, settingOf(run), en) });
    }, linkOf(desk)));

  it('are the instant one alone where the exact one takes too long', () =>
    visiting(async (page) => {
      await settled(page);
      expect(await floors(page)).toMatch(
        /^64 futures on the instant floor\. Call by call would take too long here, so nothing corrects it\. Counts of 100 futures may be \d+ off by sampling alone\.$/,
      );
    }, linkOf(bank)));

  it('are the exact one alone where the instant one does not take the document', () =>
    visiting(async (page) => {
      await settled(page);
      expect(await floors(page)).toMatch(/^64 futures, every one of them call by call\. Counts of 100 futures may be \d+ off\.$/);
      expect(await sentence(page)).toMatch(/^Cost per/);
    }, linkOf(impatient())));

  it('are told of in Arabic, and on a phone', () =>
    visiting(
      async (page) => {
        await settled(page);
        expect(await floors(page)).toMatch(/صُحّحت بالحساب الدقيق مكالمة بمكالمة/);
        const { violations } = await (await axeOn(page)).include('[data-testid=floor-state]').analyze();
        expect(violations.map(({ id }) => id)).toEqual([]);
      },
      linkOf(desk),
      { locale: 'ar-SA', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
    ));
});
