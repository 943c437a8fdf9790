import { inputsHash } from '@percall/core';
import { createSession, inLineCrew } from '@percall/runner';
import { decodeLink, type ScenarioDocument } from '@percall/scenario';
import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { version } from '../package.json' with { type: 'json' };
import { preset } from './documents.ts';
import { builtSite, linkTo, sentence, settled, visiting } from './site.ts';

const site = builtSite();

const quick = (name: string): ScenarioDocument => ({ ...preset(name), replications: 64 });
const papers = ['A4', 'Letter'] as const;

/** Opens the report and waits until it is known what fits on its page. */
async function openReport(page: Page, name: string): Promise<void> {
  await settled(page);
  await page.getByRole('button', { name, exact: true }).click();
  await page.locator('[data-fitted=true]').waitFor({ state: 'attached', timeout: 120_000 });
}

interface Printed {
  readonly pages: number;
  /** All that stands on them, spaces as one. */
  readonly text: string;
  /** Points from the edges of the first page to the text that is nearest to them. */
  readonly margins: readonly [left: number, right: number];
}

async function printed(page: Page, format: (typeof papers)[number]): Promise<Printed> {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format })));
  const { totalPages, text } = await extractText(pdf, { mergePages: true });
  const first = await pdf.getPage(1);
  const ends = (await first.getTextContent()).items.flatMap((item) =>
    'str' in item && item.str.trim() !== '' ? [[Number(item.transform[4]), Number(item.transform[4]) + item.width] as const] : [],
  );
  const margins = [Math.min(...ends.map(([left]) => left)), first.view[2]! - Math.max(...ends.map(([, right]) => right))] as const;
  return { pages: totalPages, text: text.replaceAll(/\s+/g, ' '), margins };
}

/** 12 mm, and a point for what a letter may stand out. */
const leastMargin = (12 / 25.4) * 72 - 1;

/** Text without spaces: where a line of paper ends is no space. */
const dense = (text: string): string => text.replaceAll(/[\s\u2066-\u2069]+/gu, '');

/** The hash that `percall run` states of what a link opens. */
async function hashOf(document: ScenarioDocument): Promise<string> {
  const opened = decodeLink(linkTo('', document));
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { study } = await createSession(inLineCrew()).run(opened.document);
  return inputsHash(study.models);
}

const presets = ['bank-ivr-verification', 'it-help-desk', 'saas-support', 'gulf-ecommerce'];

describe('the report on paper', () => {
  it.each(presets)(
    '%s is one page, A4 and Letter, with the sentence, what moves the cost, what it rests on, seed, hash and version',
    async (name) => {
      const document = quick(name);
      const hash = await hashOf(document);
      await visiting(site.browser, linkTo(site.url, document), async (page) => {
        await openReport(page, 'Report');
        const said = await sentence(page);
        for (const format of papers) {
          const { pages, text, margins } = await printed(page, format);
          expect([format, pages]).toEqual([format, 1]);
          expect(Math.min(...margins)).toBeGreaterThan(leastMargin);
          const found = dense(text);
          for (const part of [said, hash, document['seed'] as string, `Made with Percall: ${version}`])
            expect([part, found.includes(dense(part))]).toEqual([part, true]);
          for (const part of [
            'What moves the cost per contact',
            'The cost of doing nothing',
            'Assumptions',
            'chance of at',
            'Inthefileofthestudy',
          ])
            expect([part, found.includes(dense(part))]).toEqual([part, true]);
          // Nothing of the page beside it.
          expect(text).not.toMatch(/Save as Markdown|Start from a centre/);
        }
      });
    },
    240_000,
  );

  it.each(presets)(
    'in Arabic and on a dark page %s is one page too, dark on light, with what no language changes',
    async (name) => {
      const document = quick(name);
      const hash = await hashOf(document);
      await visiting(
        site.browser,
        linkTo(site.url, document),
        async (page) => {
          await openReport(page, 'التقرير');
          for (const format of papers) {
            const { pages, text, margins } = await printed(page, format);
            expect([format, pages]).toEqual([format, 1]);
            expect(Math.min(...margins)).toBeGreaterThan(leastMargin);
            const found = dense(text);
            for (const part of [hash, document['seed'] as string, version])
              expect([part, found.includes(dense(part))]).toEqual([part, true]);
          }
          const said = await sentence(page);
          await page.emulateMedia({ media: 'print' });
          const sheet = page.getByTestId('one-page');
          expect(dense(await sheet.innerText())).toContain(dense(said));
          expect(await sheet.evaluate((each) => getComputedStyle(each.firstElementChild!).color)).toBe('rgb(27, 30, 33)');
        },
        { locale: 'ar-SA', colorScheme: 'dark' },
      );
    },
    240_000,
  );

  it('of a study with a long note and a long name cuts its lists and says what it leaves out', async () => {
    const bank = preset('bank-ivr-verification') as ScenarioDocument & { readonly variants: readonly object[] };
    const [variant] = bank.variants;
    const document = {
      ...bank,
      replications: 64,
      note: Array.from({ length: 300 }, (_, at) => `word${at}`).join(' '),
      variants: [{ ...variant, name: 'A variant whose name is about as long as anybody would write one, and then a little longer' }],
    } as unknown as ScenarioDocument;
    await visiting(site.browser, linkTo(site.url, document), async (page) => {
      await openReport(page, 'Report');
      for (const format of papers) {
        const { pages, text } = await printed(page, format);
        expect([format, pages]).toEqual([format, 1]);
        expect(dense(text)).toContain(dense('… (goes on in the file of the study)'));
        expect(text).toMatch(/In the file of the study: \d+ more inputs? with a range, \d+ inputs without one\./);
      }
    });
  }, 120_000);

  it('twins: without the page for paper, and with lists that are not cut, it is more than one', async () => {
    await visiting(site.browser, linkTo(site.url, quick('bank-ivr-verification')), async (page) => {
      await openReport(page, 'Report');
      await page.evaluate(() => {
        const [row] = [...document.querySelectorAll('[data-testid=one-page] table')].at(-1)!.querySelectorAll('tbody tr');
        for (let more = 0; more < 40; more++) row!.after(row!.cloneNode(true));
      });
      expect((await printed(page, 'A4')).pages).toBeGreaterThan(1);
      await page.evaluate(() => {
        const rules = new CSSStyleSheet();
        rules.replaceSync('@media print { #report article { display: grid !important } [data-testid=one-page] { display: none } }');
        document.adoptedStyleSheets = [rules];
      });
      expect((await printed(page, 'A4')).pages).toBeGreaterThan(1);
    });
  }, 120_000);
});
