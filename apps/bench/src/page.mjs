#!/usr/bin/env node
// The page, measured in a real browser: from an input to the frame that shows its answer.
//
//   node src/page.mjs [--inputs 60] [--preset bank-ivr-verification]
//
// Every input is a key press on a slider, the next one sent when the last is answered; or a drag, in which inputs come as fast as the mouse moves.
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

/** Runs in the page: notes for each input when it came, and when a frame was painted whose answer is of that input or a later one. */
function watch() {
  const times = (window.percallTimes = []);
  let waiting = [];
  const painted = (work) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => work();
      channel.port2.postMessage(null);
    });
  for (const kind of ['keydown', 'input'])
    document.addEventListener(
      kind,
      (event) => {
        if (event.target.type !== 'range') return;
        if (kind === 'keydown' && !event.key.startsWith('Arrow')) return;
        waiting.push(event.timeStamp);
      },
      true,
    );
  const answer = document.querySelector('#answer');
  new MutationObserver(() => {
    if (answer.dataset.stale !== 'false' || waiting.length === 0) return;
    const came = waiting;
    waiting = [];
    painted(() => {
      const now = performance.now();
      for (const at of came) times.push(now - at);
    });
  }).observe(answer, { attributes: true, attributeFilter: ['data-stale', 'data-document'] });
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

const settledIn = (page) => page.locator('#answer[data-phase=settled][data-stale=false]').waitFor({ timeout: 120_000 });
const timesOf = (page) => page.evaluate(() => window.percallTimes.splice(0));

/** Key presses on one slider, each answered before the next; `rest` lets all futures come in between. */
async function keys(page, path, rest) {
  await page.locator(`[data-path='${path}'] input[type=range]`).focus();
  for (let i = 0; i < inputs; i++) {
    if (rest) await settledIn(page);
    const before = await page.evaluate(() => window.percallTimes.length);
    await page.keyboard.press(i % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
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
  await page.locator('#answer[data-stale=false]').waitFor();
  return timesOf(page);
}

const quantile = (sorted, level) => sorted[Math.min(sorted.length - 1, Math.ceil(level * sorted.length) - 1)];
function rowOf(name, times) {
  const sorted = [...times].sort((a, b) => a - b);
  return [name, String(sorted.length), ...[0.5, 0.95, 1].map((level) => `${quantile(sorted, level).toFixed(0)} ms`)];
}

const firsts = [];
for (let i = 0; i < 5; i++) {
  const { first, close } = await opened();
  firsts.push(first);
  await close();
}
const { page, close } = await opened();
await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
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
await settledIn(page);
rows.push(rowOf('key on the baseline’s volume -> chart', await keys(page, 'contactTypes.accounts.volume', false)));
await settledIn(page);
rows.push(rowOf('key on the baseline’s wage -> chart', await keys(page, 'agents."account service".wage', true)));
await close();
await browser.close();
printTable(rows);
process.exit(0);
