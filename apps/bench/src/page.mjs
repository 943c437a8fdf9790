#!/usr/bin/env node
// The page, measured in a real browser: from an input to the frame that shows its answer.
//
//   node src/page.mjs [--inputs 60] [--preset bank-ivr-verification]
//
// Every input is a key press on a slider, the next one sent when the last is answered; or a drag, in which inputs come as fast as the mouse moves.
/* global document, MutationObserver, requestAnimationFrame, window -- what runs in the page */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { servePlayground } from '../../../scripts/serve.mjs';
import { printTable } from './table.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const { values: options } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== '--'),
  options: { inputs: { type: 'string', default: '60' } },
});
const inputs = Number(options.inputs);

const { module } = await runnerImport(path.join(root, 'test/browser.ts'), { root });
const browser = await module.openBrowser();
const address = await servePlayground('0');

/** Runs in the page: notes for each input when it came, and when a frame was painted whose answer is of that input or of a later one. */
function watch() {
  const times = (window.percallTimes = []);
  const answer = document.querySelector('#answer');
  let waiting = [];
  let came = null;
  for (const kind of ['keydown', 'input'])
    document.addEventListener(
      kind,
      (event) => {
        if (event.target.type === 'range' && (kind === 'input' || event.key.startsWith('Arrow'))) came = event.timeStamp;
      },
      true,
    );
  new MutationObserver(() => {
    const { asked, answered } = answer.dataset;
    if (came !== null) waiting.push({ question: Number(asked), at: came });
    came = null;
    const done = waiting.filter(({ question }) => question <= Number(answered));
    if (done.length === 0) return;
    waiting = waiting.filter(({ question }) => question > Number(answered));
    // A message posted from a frame's callback arrives when the frame has been drawn.
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        const now = performance.now();
        for (const { at } of done) times.push(now - at);
      };
      channel.port2.postMessage(null);
    });
  }).observe(answer, { attributes: true, attributeFilter: ['data-asked', 'data-answered'] });
}

async function opened() {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(address);
  await page.locator('#answer[data-replications]:not([data-replications="0"])').waitFor();
  const first = performance.now() - start;
  await page.evaluate(watch);
  return { page, first, close: () => context.close() };
}

const isAnswered = (settled) => {
  const { asked, answered, phase } = document.querySelector('#answer').dataset;
  return asked === answered && (!settled || phase === 'settled');
};
const settledIn = (page) => page.waitForFunction(isAnswered, true, { timeout: 120_000 });
const timesOf = (page) => page.evaluate(() => window.percallTimes.splice(0));

/** Key presses on one slider, each to a value of its own and answered before the next; `rest` lets all futures come in between. */
async function keys(page, path, rest) {
  await page.locator(`[data-path='${path}'] input[type=range]`).focus();
  await page.keyboard.press('Home');
  for (let i = 0; i < inputs; i++) {
    if (rest) {
      await settledIn(page);
      await page.waitForTimeout(200);
    }
    const before = await page.evaluate(() => window.percallTimes.length);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((count) => window.percallTimes.length > count, before);
  }
  return timesOf(page);
}

/** A drag to and fro: the mouse moves once a frame. */
async function drag(page, path) {
  const thumb = await page.locator(`[data-path='${path}'] input[type=range]`).boundingBox();
  const at = (share) => [thumb.x + thumb.width * share, thumb.y + thumb.height / 2];
  await page.mouse.move(...at(0.5));
  await page.mouse.down();
  for (let i = 0; i < 4; i++)
    for (let step = 0; step <= inputs; step++) await page.mouse.move(...at(0.3 + 0.4 * ((i % 2 === 0 ? step : inputs - step) / inputs)));
  await page.mouse.up();
  await page.waitForFunction(isAnswered, false);
  return timesOf(page);
}

const quantile = (sorted, level) => sorted[Math.min(sorted.length - 1, Math.ceil(level * sorted.length) - 1)];
function rowOf(name, times) {
  const sorted = [...times].sort((a, b) => a - b);
  if (process.env.ALL) console.log(name, times.map((t) => Math.round(t)).join(' '));
  return [name, String(sorted.length), ...[0.5, 0.95, 1].map((level) => `${quantile(sorted, level).toFixed(0)} ms`)];
}

const firsts = [];
for (let i = 0; i < 5; i++) {
  const { first, close } = await opened();
  firsts.push(first);
  await close();
}
const { page, close } = await opened();
await settledIn(page);
const lever = 'levers.ivr.verification.offeredTo';
const rows = [
  ['from -> to', 'inputs', 'median', 'p95', 'most'],
  rowOf('first visit -> answer (each in a new profile)', firsts),
  rowOf('key on a lever of a variant -> chart', await keys(page, lever, false)),
  rowOf('drag of that lever -> chart', await drag(page, lever)),
  rowOf('key on a price of a variant -> chart', await keys(page, 'levers.ivr.platform', true)),
];
await page.getByRole('radio').first().check();
for (const section of ['demand', 'people']) await page.locator(`[data-section=${section}] > summary`).click();
await settledIn(page);
rows.push(rowOf('key on the baseline’s volume -> chart', await keys(page, 'contactTypes.accounts.volume', false)));
await settledIn(page);
rows.push(rowOf('key on the baseline’s wage -> chart', await keys(page, 'agents."account service".wage', true)));
await close();
await browser.close();
printTable(rows);
process.exit(0);
