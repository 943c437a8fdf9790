import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { en, reportMarkdown, settingOf } from '@percall/report';
import { inputsHash } from '@percall/core';
import { createSession, inLineCrew } from '@percall/runner';
import { decodeLink, parseScenario, type ScenarioDocument } from '@percall/scenario';
import type { Browser, Page } from 'playwright-core';
import decodeQr from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from '../../../test/browser.ts';
import { version } from '../package.json' with { type: 'json' };
import { firstCentre } from '../src/state/centres.ts';
import { preset } from './documents.ts';
import { serveFolder } from './folderSite.ts';
import {
  answered,
  everywhere,
  linkTo,
  quick,
  row,
  sentence,
  settled,
  violations,
  visit,
  visiting as visitingSite,
  type VisitOptions,
} from './site.ts';

/** The built page in a folder of its own, which tests may change, in a folder of its host. */
const folder = mkdtempSync(path.join(tmpdir(), 'percall-work-'));
let browser: Browser;
let site: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  cpSync(inject('builtPage').folder, folder, { recursive: true });
  [browser, site] = await Promise.all([openBrowser(), serveFolder(folder, '/tools/percall/')]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

const visiting = (work: (page: Page) => Promise<void>, url = site.url, options: VisitOptions = {}): Promise<void> =>
  visitingSite(browser, url, work, { serviceWorkers: 'allow', ...options });
/** `visiting` with the quick study from an earlier visit. */
const returning = (work: (page: Page) => Promise<void>): Promise<void> => visiting(work, site.url, { kept: quick });

/** Waits until the page is in the browser whole. */
const kept = (page: Page): Promise<unknown> => page.evaluate(() => navigator.serviceWorker.ready);

const linkOf = (document: ScenarioDocument): string => linkTo(site.url, document);
const offered = 'levers.ivr.verification.offeredTo';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function type(page: Page, text: string): Promise<void> {
  const box = row(page, offered).getByRole('textbox').first();
  await box.fill(text);
  await box.press('Enter');
  await answered(page);
}

describe('the first visit', () => {
  /** Bytes, gzipped at level 9, and one percent to spare. 120 kB is wanted; docs/background/page.md says what weighs. */
  const most = 141_500;

  it('fetches no more scripts before its answer than it may, workers included, and the rest after it', async () => {
    const host = await serveFolder(folder, '/');
    try {
      const { page, faults, leave } = await visit(browser, 'about:blank');
      await page.addInitScript(() => {
        new MutationObserver((_, observer) => {
          const { answered } = document.querySelector<HTMLElement>('#answer')?.dataset ?? {};
          if (!(Number(answered) > 0)) return;
          (globalThis as unknown as { firstAnswer: number }).firstAnswer = performance.timeOrigin + performance.now();
          observer.disconnect();
        }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-answered'] });
      });
      await page.goto(host.url);
      await page.locator('.inputs').waitFor();
      const at = await page.evaluate(() => (globalThis as unknown as { firstAnswer: number }).firstAnswer);
      const scripts = host.asked.filter(({ path }) => path.endsWith('.js'));
      const before = new Set(scripts.filter((each) => each.at <= at).map((each) => each.path));
      const weight = (file: string): number => gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length;
      const bytes = [...before].reduce((sum, file) => sum + weight(file), 0);
      for (const worker of ['desk', 'replicator']) expect([...before].filter((file) => file.includes(`/${worker}-`))).toHaveLength(1);
      expect(
        [...before].filter((file) =>
          /\/(Inputs|Charts|Share|parse|exactFloor|check|checkDocument|documentCompiler|compileStudy|ProblemText)-/.test(file),
        ),
      ).toEqual([]);
      expect(scripts.map((each) => each.path).filter((file) => file.includes('Inputs'))).toHaveLength(1);
      expect(bytes).toBeLessThanOrEqual(most);
      expect(faults).toEqual([]);
      await leave();
    } finally {
      await host.close();
    }
  });

  it('opens on a model whose bits no minifier has changed', async () => {
    const assets = path.join(folder, 'assets');
    const name = JSON.stringify(preset('bank-ivr-verification')['name']).slice(1, -1);
    const file = readdirSync(assets).find((each) => {
      const text = each.endsWith('.js') ? readFileSync(path.join(assets, each), 'utf8') : '';
      return text.includes('needsPerTypedContact:') && text.includes(name);
    })!;
    const built = (await import(/* @vite-ignore */ pathToFileURL(path.join(assets, file)).href)) as { default: unknown };
    expect(built.default).toStrictEqual(await firstCentre('en'));
  });
});

describe('without a network', () => {
  it('the page answers again after the first visit, with all its parts, from a folder of its host', () =>
    visiting(async (page) => {
      await answered(page);
      await kept(page);
      await page.context().setOffline(true);
      await page.reload();
      await answered(page);
      expect(await sentence(page)).toMatch(/futures/);
      await type(page, '55%');
      await page.getByRole('combobox', { name: 'Start from a centre' }).selectOption('preset:it-help-desk');
      await answered(page);
      await button(page, 'Studies').click();
      await page.getByTestId('file').setInputFiles({ name: 'a.yaml', mimeType: 'text/yaml', buffer: Buffer.from('percall: 1') });
      await page.locator('[data-notice=fileRefused]').waitFor();
      await button(page, 'العربية').click();
      await expect.poll(() => page.locator('html').getAttribute('dir')).toBe('rtl');
    }));

  it('a part that cannot be fetched says so, the page goes on, and another try brings it', async () => {
    const { page, leave } = await visit(browser, site.url, { kept: quick });
    await answered(page);
    await page.route('**/Share-*.js', (route) => route.abort());
    await button(page, 'Share').click();
    await page.getByRole('alert').getByText('could not be fetched').waitFor();
    await type(page, '55%');
    await page.unroute('**/Share-*.js');
    await button(page, 'Try again').click();
    await page.getByTestId('link').waitFor();
    await leave();
  });
});

describe('a newer build', () => {
  it('waits until it is asked for, keeps the work, and is the page from then on', async () => {
    const [page, worker] = ['index.html', 'service-worker.js'].map((file) => path.join(folder, file)) as [string, string];
    const [oldPage, oldWorker] = [readFileSync(page, 'utf8'), readFileSync(worker, 'utf8')];
    const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
    try {
      await returning(async (tab) => {
        await answered(tab);
        await kept(tab);
        await tab.reload();
        await answered(tab);
        await type(tab, '44%');
        const newPage = oldPage.replace('<html ', '<html data-build="next" ');
        writeFileSync(page, newPage);
        writeFileSync(worker, oldWorker.replace(hash(oldPage), hash(newPage)).replace(/"version":"\w+"/, '"version":"next"'));
        await tab.reload();
        await answered(tab);
        expect(await tab.locator('html').getAttribute('data-build')).toBeNull();
        await button(tab, 'Use it now').click();
        await tab.locator('html[data-build=next]').waitFor();
        await answered(tab);
        await expect.poll(() => row(tab, offered).getByRole('textbox').first().inputValue()).toBe('44%');
        await expect.poll(() => tab.getByTestId('new-version').count()).toBe(0);
        await tab.context().setOffline(true);
        await tab.reload();
        await tab.locator('html[data-build=next]').waitFor();
        await answered(tab);
      });
    } finally {
      writeFileSync(page, oldPage);
      writeFileSync(worker, oldWorker);
    }
  });
});

describe('nothing is sent anywhere', () => {
  it('every request of a whole visit is a GET to its own folder', () =>
    visiting(async (page) => {
      const asked: string[] = [];
      page.context().on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
      await settled(page);
      await type(page, '55%');
      await button(page, 'Share').click();
      await page.getByTestId('link').waitFor();
      await button(page, 'Close').click();
      await button(page, 'Studies').click();
      await button(page, 'Close').click();
      await button(page, 'Report').click();
      await page.locator('#report article').waitFor({ timeout: 60_000 });
      await button(page, 'Close').click();
      await kept(page);
      await page.reload();
      await answered(page);
      expect(asked.length).toBeGreaterThan(5);
      const elsewhere = asked.filter(
        (each) => !each.startsWith(`GET ${site.url}`) && !each.startsWith(`GET blob:${new URL(site.url).origin}`),
      );
      expect(elsewhere).toEqual([]);
      expect(site.asked.filter(({ method }) => method !== 'GET')).toEqual([]);
    }, linkOf(quick)));

  it('and the page may not: no other address, no evaluated text, no inline script or style', async () => {
    const { page, leave } = await visit(browser, site.url, { kept: quick, serviceWorkers: 'allow' });
    await answered(page);
    const tried = await page.evaluate(async () => {
      const outcome = async (work: () => unknown): Promise<string> => {
        try {
          await work();
          return 'done';
        } catch {
          return 'refused';
        }
      };
      const inline = document.createElement('script');
      inline.textContent = 'document.documentElement.dataset.inline = "ran"';
      document.head.append(inline);
      const style = document.createElement('style');
      style.textContent = 'html { --inline: 1 }';
      document.head.append(style);
      return {
        fetched: await outcome(() => fetch('https://example.com/')),
        beacon: await outcome(() => fetch('https://example.com/', { method: 'POST', body: 'wage', mode: 'no-cors' })),
        handler: await outcome(() => {
          const button = document.createElement('button');
          button.setAttribute('onclick', 'document.documentElement.dataset.handler = 1');
          button.click();
          if (document.documentElement.dataset['handler'] === undefined) throw new Error('refused');
        }),
        script: document.documentElement.dataset['inline'] ?? 'refused',
        style: getComputedStyle(document.documentElement).getPropertyValue('--inline') || 'refused',
      };
    });
    // What a debugger runs may evaluate text whatever the page says: so the policy is read.
    const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content');
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(tried).toEqual({ fetched: 'refused', beacon: 'refused', handler: 'refused', script: 'refused', style: 'refused' });
    await leave();
  });
});

describe('studies', () => {
  const study = (page: Page, name: string) => page.locator('#studies').locator(`[data-study="${name}"]`);
  const names = (page: Page) =>
    page.locator('[data-study]').evaluateAll((rows) => rows.map((each) => (each as HTMLElement).dataset['study']));
  const bank = 'Bank, IVR verification';

  it('are renamed, copied, opened, deleted and brought back, and are there after a reload', () =>
    visiting(async (page) => {
      await settled(page);
      await type(page, '33%');
      await settled(page);
      await page.getByRole('combobox', { name: 'Start from a centre' }).selectOption('preset:it-help-desk');
      await answered(page);
      await button(page, 'Studies').click();
      await expect.poll(() => names(page).then((all) => all.length)).toBe(2);
      const [present, other] = (await names(page)) as [string, string];
      expect(await study(page, other).textContent()).toMatch(/Changed .*20\d\d.*Cost per handled contact: Baseline \d/s);

      await button(page, `Rename: ${other}`).click();
      const box = page.getByRole('textbox', { name: `Name of ${other}` });
      await box.fill('');
      await box.press('Enter');
      await expect.poll(() => study(page, other).getByRole('alert').count()).toBe(1);
      await box.fill('Mine');
      await box.press('Enter');
      await expect.poll(() => names(page)).toEqual([present, 'Mine']);
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Rename: Mine');

      await button(page, 'Duplicate: Mine').click();
      await expect.poll(() => names(page)).toEqual([present, 'Mine (copy)', 'Mine']);
      await button(page, 'Delete: Mine').click();
      await expect.poll(() => names(page)).toEqual([present, 'Mine (copy)']);
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Bring it back');
      await page.keyboard.press('Enter');
      await expect.poll(() => names(page)).toEqual([present, 'Mine (copy)', 'Mine']);
      await button(page, 'Delete: Mine (copy)').click();
      await page.reload();
      await answered(page);
      await button(page, 'Studies').click();
      await expect.poll(() => names(page)).toEqual([present, 'Mine']);
      await button(page, 'Open: Mine').click();
      await answered(page);
      await expect.poll(() => row(page, offered).getByRole('textbox').first().inputValue()).toBe('33%');
      await button(page, 'Undo').click();
      await button(page, 'Redo').click();
      await button(page, 'Studies').click();
      await expect.poll(() => names(page).then(([first]) => first)).toBe('Mine');
    }, linkOf(quick)));

  it('of another version are counted and left alone', () =>
    returning(async (page) => {
      await answered(page);
      await page.evaluate(() => localStorage.setItem('percall.earlier', '[{"version":9,"study":"later"}]'));
      await page.reload();
      await answered(page);
      await button(page, 'Studies').click();
      await page.getByText('1 study was written by another version').waitFor();
      await button(page, `Duplicate: ${bank}`).click();
      await expect.poll(() => names(page).then((all) => all.length)).toBe(2);
      expect(await page.evaluate(() => localStorage.getItem('percall.earlier'))).toContain('{"version":9,"study":"later"}');
    }));

  it('say when the browser has no room for another, and lose none', () =>
    returning(async (page) => {
      await answered(page);
      await type(page, '33%');
      await page.evaluate(() => {
        const fill = (length: number): void => {
          for (let i = 0; ; i++) localStorage.setItem(`filler ${length} ${i}`, 'x'.repeat(length));
        };
        for (const length of [1_000_000, 10_000, 100])
          try {
            fill(length);
          } catch {
            // Full to that length.
          }
      });
      const before = await page.evaluate(() => localStorage.getItem('percall.work'));
      await button(page, 'Studies').click();
      await page.locator('[data-study] button').nth(1).click();
      await page.getByText('storage is full').first().waitFor();
      expect(await page.evaluate(() => localStorage.getItem('percall.work'))).toBe(before);
    }));

  it('come from files: what does not read says why and where, and changes nothing', () =>
    returning(async (page) => {
      await answered(page);
      await type(page, '44%');
      const before = await page.evaluate(() => localStorage.getItem('percall.work'));
      const choose = async (name: string, text: string): Promise<void> => {
        await button(page, 'Studies').click();
        await page.getByTestId('file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
      };
      await choose('broken.yaml', 'percall: 1\nname: A\nname: B\n');
      const refused = page.locator('[data-notice=fileRefused]');
      await refused.waitFor();
      await expect.poll(() => refused.textContent()).toMatch(/broken\.yaml cannot be opened.*line 3/s);
      expect(await page.evaluate(() => localStorage.getItem('percall.work'))).toBe(before);
      await choose('desk.yaml', 'extends: preset:it-help-desk\nname: From a file\n');
      await page.locator('[data-notice=fileOpened]').waitFor();
      await answered(page);
      expect(await page.evaluate(() => localStorage.getItem('percall.work'))).toContain('"name":"From a file"');
      await button(page, 'Back to my work').click();
      await answered(page);
      await expect.poll(() => row(page, offered).getByRole('textbox').first().inputValue()).toBe('44%');
    }));
});

describe('sharing', () => {
  const linkIn = (page: Page) => page.getByTestId('link').inputValue();

  it('gives a code that cameras read, a file and commands, all of the same document', () =>
    visiting(async (page) => {
      await settled(page);
      await button(page, 'Share').click();
      await page.locator('[data-complete=true]').waitFor();
      const link = await linkIn(page);
      const opened = decodeLink(link);
      expect(opened).toMatchObject({ ok: true, document: quick });
      await page.locator('summary', { hasText: 'QR code' }).click();
      const code = page.getByRole('img', { name: /QR code of the link/ });
      await code.waitFor();
      const side = Number((await code.getAttribute('viewBox'))!.split(' ')[2]);
      const dark = [...(await code.locator('path').getAttribute('d'))!.matchAll(/M(\d+) (\d+)h/g)].map(([, x, y]) => [
        Number(x),
        Number(y),
      ]);
      expect(readCode(side, dark as [number, number][])).toBe(link);
      await page.locator('summary', { hasText: 'On the command line' }).click();
      const [open, run] = (await page.getByTestId('commands').inputValue()).split('\n');
      const file = /^percall open '(#s=[\w.-]+)' --out '([^']+\.json)'$/.exec(open!)!;
      expect(link.endsWith(file[1]!)).toBe(true);
      expect(run).toBe(`percall run '${file[2]}' --floor erlang`);
      const saving = page.waitForEvent('download');
      await button(page, 'Save as a file').click();
      const saved = await saving;
      expect(saved.suggestedFilename()).toBe(file[2]);
      expect(parseScenario(readFileSync(await saved.path(), 'utf8'))).toMatchObject({ ok: true, document: quick });
    }, linkOf(quick)));

  it('redacts: money as an index of 100, no names and notes, and says what is left', () =>
    visiting(async (page) => {
      await settled(page);
      const said = await sentence(page);
      await button(page, 'Share').click();
      await page.locator('[data-complete=true]').waitFor();
      await page.getByRole('radio', { name: 'Redacted' }).check();
      await expect.poll(() => page.getByTestId('reveals').textContent()).toMatch(/^Redacted: .*Still in it: volumes/);
      await expect.poll(() => linkIn(page).then((link) => link.length)).toBeGreaterThan(100);
      const link = await linkIn(page);
      const opened = decodeLink(link);
      if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
      const text = JSON.stringify(opened.document);
      expect(opened.document).toMatchObject({ name: 'A study', currency: 'XXX' });
      expect(opened).toMatchObject({ selected: 'Variant 1', headline: null });
      for (const told of ['USD', '"IVR verification"', '"note"', '"source"', '"timeZone"'])
        expect([told, JSON.stringify(quick).includes(told), text.includes(told)]).toEqual([told, true, false]);
      await button(page, 'Close').click();
      await page.evaluate((address) => location.assign(address), link);
      await page.locator('[data-notice=linkOpened]').waitFor();
      await settled(page);
      const chances = (text: string): readonly string[] => text.match(/\d+ of 100/g) ?? [];
      expect(chances(await sentence(page))).toEqual(chances(said));
      await expect.poll(() => page.locator('#answer').textContent()).toMatch(/100\.\d\d/);
    }, linkOf(quick)));

  it('refuses a code for a link that is too long for one, by its length', () => {
    const note =
      createHash('sha512').update('a').digest('hex') +
      Array.from({ length: 60 }, (_, i) => createHash('sha512').update(`${i}`).digest('base64')).join('');
    return visiting(
      async (page) => {
        await answered(page);
        await button(page, 'Share').click();
        await page.locator('summary', { hasText: 'QR code' }).click();
        await expect.poll(() => page.getByTestId('qr-refused').textContent()).toMatch(/characters long and a QR code holds 2,953/);
        await expect.poll(() => page.getByRole('img', { name: /QR code/ }).count()).toBe(0);
      },
      linkOf({ ...quick, note }),
    );
  });
});

/** What a camera reads of a code: every module as four by four pixels. */
function readCode(side: number, dark: readonly (readonly [number, number])[]): string {
  const scale = 4;
  const width = side * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [x, y] of dark)
    for (let i = 0; i < scale * scale; i++) {
      const at = 4 * ((y * scale + Math.floor(i / scale)) * width + x * scale + (i % scale));
      data.fill(0, at, at + 3);
    }
  return decodeQr({ width, height: width, data });
}

describe('the report', () => {
  it('says what percall report says, and is saved', () =>
    visiting(async (page) => {
      await settled(page);
      await button(page, 'Report').click();
      const article = page.locator('#report article');
      await article.waitFor({ timeout: 60_000 });
      // A link writes the keys of a document in an order of its own.
      const opened = decodeLink(linkOf(quick));
      if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
      const { document } = opened;
      const answer = await createSession(inLineCrew()).run(document);
      const { results, warnings, study } = answer;
      const hash = inputsHash(study.models);
      const wanted = reportMarkdown(
        { document, results, setting: settingOf(answer), warnings, engineVersion: version, inputsHash: hash },
        en,
      );
      const saving = page.waitForEvent('download');
      await button(page, 'Save as Markdown').click();
      expect(readFileSync(await (await saving).path(), 'utf8')).toBe(wanted);
      const shown = (await article.textContent())!.replaceAll(/\s+/g, ' ');
      for (const part of [hash, 'The cost of doing nothing', 'Assumptions', 'Made with Percall']) expect(shown).toContain(part);
      expect(await article.locator('table').count()).toBe((wanted.match(/^\| ---/gm) ?? []).length);
      expect(await article.locator('[data-chart]').count()).toBeGreaterThan(0);
    }, linkOf(quick)));
});

describe('everyone', () => {
  const said = {
    'en-US': { names: ['Studies', 'Share', 'Report'], redacted: 'Redacted', close: 'Close' },
    'ar-SA': { names: ['الدراسات', 'مشاركة', 'التقرير'], redacted: 'محجوب', close: 'إغلاق' },
  } as const;
  it.each(everywhere)(
    'meets WCAG 2.2 AA: $locale, $colorScheme, $width pixels',
    ({ locale, colorScheme, width }) =>
      visiting(
        async (page) => {
          const { names, redacted, close } = said[locale];
          await settled(page);
          for (const name of names) {
            await button(page, name).click();
            await page.locator('dialog').waitFor();
            if (name === names[1]) {
              await page.locator('[data-complete=true]').waitFor();
              await page.getByRole('radio', { name: redacted }).check();
              for (const summary of await page.locator('dialog summary').all()) await summary.click();
              await page.locator('dialog svg').waitFor();
            }
            if (name === names[2]) await page.locator('#report article').waitFor();
            const overflow = await page.locator('dialog').evaluate((each) => each.scrollWidth - each.clientWidth);
            expect([name, overflow]).toEqual([name, 0]);
            expect([name, await violations(page, 'dialog')]).toEqual([name, []]);
            await button(page, close).click();
            await expect.poll(() => page.locator('dialog').count()).toBe(0);
            await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(name);
          }
        },
        linkOf(quick),
        { locale, colorScheme, viewport: { width, height: 900 } },
      ),
    120_000,
  );
});
