#!/usr/bin/env node
// The page, measured in a real browser: from an input to the frame that shows its answer, and to the answer that is final.
//
//   node src/page.mjs [--inputs 60] [--beside FOLDER]   latencies, the page's thread at full speed and a quarter of it; frames of a drag
//   node src/page.mjs --drags 1000                      memory over so many drags
//
// Every input is a key press on a slider, the next one sent when the last is answered; or a drag, in which inputs come as fast as the mouse moves. With
// `--beside` the built page of another checkout (its apps/playground/dist) is measured in the same run: machines differ by the hour, and what this one takes for
// one evaluation of Erlang A before and after says how fast it was. Everything is of the bank preset.
/* global cancelAnimationFrame, document, MutationObserver, requestAnimationFrame, window -- what runs in the page */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { preview, runnerImport } from 'vite';
import { loadEngine } from './engine.mjs';
import { kernelRows } from './kernels.mjs';
import { printTable } from './table.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const { values: options } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== '--'),
  options: {
    inputs: { type: 'string', default: '60' },
    beside: { type: 'string' },
    drags: { type: 'string', default: '0' },
  },
});
const [inputs, drags] = [Number(options.inputs), Number(options.drags)];

const { module } = await runnerImport(path.join(root, 'test/browser.ts'), { root });
const browser = await module.openBrowser();
const lever = 'levers.ivr.verification.offeredTo';
const frameOfDisplay = 'how manieth frame of the display';

async function served(folder) {
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { outDir: folder },
    preview: { host: 'localhost', port: 0, strictPort: false },
  });
  return server.resolvedUrls.local[0];
}

/**
 * Runs in the page: notes for each input when it came, and when a frame was painted whose answer is of that input or of a later one, of any number of futures; the
 * how manieth frame of a display of 60 a second that is, counted from the input to when it is begun; and when the last question had an answer that the exact floor has
 * corrected, and when it was answered for good.
 */
function watch() {
  const times = (window.percallTimes = []);
  const frames = (window.percallFramesTo = []);
  const corrected = (window.percallCorrected = []);
  const refined = (window.percallRefined = []);
  const answer = document.querySelector('#answer');
  let waiting = [];
  let unsettled = null;
  let came = null;
  let lastAsked = Number(answer.dataset.asked);
  for (const kind of ['keydown', 'input'])
    document.addEventListener(
      kind,
      (event) => {
        if (event.target.type === 'range' && (kind === 'input' || event.key.startsWith('Arrow'))) came = event.timeStamp;
      },
      true,
    );
  // A message posted from a frame's callback arrives when the frame has been drawn.
  const whenDrawn = (then) =>
    requestAnimationFrame(() => {
      const began = performance.now();
      const channel = new MessageChannel();
      channel.port1.onmessage = () => then(performance.now(), began);
      channel.port2.postMessage(null);
    });
  new MutationObserver(() => {
    const { asked, answered, phase, floor } = answer.dataset;
    // An input that moves the thumb within one step of its slider asks nothing, and an answer that comes in just then is none to it.
    if (came !== null && Number(asked) > lastAsked) {
      waiting.push((unsettled = { question: Number(asked), at: came, isCorrected: false }));
      came = null;
    }
    lastAsked = Number(asked);
    if (floor === 'both' && unsettled?.question === Number(answered) && !unsettled.isCorrected) {
      const { at } = unsettled;
      unsettled.isCorrected = true;
      whenDrawn((now) => corrected.push(now - at));
    }
    if (phase === 'settled' && unsettled?.question === Number(answered)) {
      const { at } = unsettled;
      unsettled = null;
      whenDrawn((now) => refined.push(now - at));
    }
    const done = waiting.filter(({ question }) => question <= Number(answered));
    if (done.length === 0) return;
    waiting = waiting.filter(({ question }) => question > Number(answered));
    whenDrawn((now, began) => {
      for (const { at } of done) {
        times.push(now - at);
        frames.push(Math.floor(((began - at) * 60) / 1000) + 1);
      }
    });
  }).observe(answer, {
    attributes: true,
    attributeFilter: ['data-asked', 'data-answered', 'data-phase', 'data-floor', 'data-replications'],
  });
}

/**
 * Runs in the page: notes how long its thread was held up, where that was longer than 50 ms, and how far frames are apart, until `percallFrames.end()`: a page of
 * which every frame is asked for has a frame to draw when the next key comes.
 */
function watchFrames() {
  const found = (window.percallFrames = { held: [], apart: [] });
  const observer = new PerformanceObserver((list) => found.held.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: 'longtask' });
  let last = null;
  const frame = (now) => {
    if (last !== null) found.apart.push(now - last);
    last = now;
    next = requestAnimationFrame(frame);
  };
  let next = requestAnimationFrame(frame);
  found.end = () => {
    cancelAnimationFrame(next);
    observer.disconnect();
    return { held: found.held, apart: found.apart };
  };
}

async function opened(address, slower = 1) {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  if (slower > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const start = performance.now();
  await page.goto(address);
  await page.locator('#answer[data-replications]:not([data-replications="0"])').waitFor();
  const first = performance.now() - start;
  await page.evaluate(watch);
  return { page, session, first, close: () => context.close() };
}

const isAnswered = (settled) => {
  const { asked, answered, phase } = document.querySelector('#answer').dataset;
  return asked === answered && (!settled || phase === 'settled');
};
const settledIn = (page) => page.waitForFunction(isAnswered, true, { timeout: 120_000 });
const timesOf = (page, name = 'percallTimes') => page.evaluate((each) => window[each].splice(0), name);

/** Key presses on one slider, each to a value of its own and answered before the next; `rest` lets all futures come in between. */
async function keys(page, path, rest, count = inputs) {
  await page.locator(`[data-path='${path}'] input[type=range]`).focus();
  await page.keyboard.press('Home');
  for (let i = 0; i < count; i++) {
    if (rest) {
      await settledIn(page);
      await page.waitForTimeout(200);
    }
    const before = await page.evaluate(() => window.percallTimes.length);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((many) => window.percallTimes.length > many, before);
  }
  if (rest) await settledIn(page);
  return timesOf(page);
}

/** Sweeps so far: none stops where another did, as long as the slider has places (some 160), since one that was answered before is answered at once. */
let sweeps = 0;

/** A drag to and fro: the mouse moves once a frame. */
async function drag(page, path, times = 4, steps = inputs) {
  const thumb = await page.locator(`[data-path='${path}'] input[type=range]`).boundingBox();
  const at = (share) => [thumb.x + thumb.width * share, thumb.y + thumb.height / 2];
  await page.mouse.move(...at(0.5));
  await page.mouse.down();
  for (let i = 0; i < times; i++, sweeps++) {
    // Multiples of the golden ratio lie evenly between the steps, however many there are.
    const shift = (sweeps * 0.618034) % 1;
    for (let step = 0; step < steps; step++)
      await page.mouse.move(...at(0.1 + (0.8 * ((i % 2 === 0 ? step : steps - 1 - step) + shift)) / steps));
  }
  await page.mouse.up();
  await page.waitForFunction(isAnswered, false);
}

const quantile = (sorted, level) => sorted[Math.min(sorted.length - 1, Math.ceil(level * sorted.length) - 1)];
const inWords = (times, what) => {
  const unit = what.includes(frameOfDisplay) ? '' : ' ms';
  const sorted = [...times].sort((a, b) => a - b);
  return [String(sorted.length), ...[0.5, 0.95, 1].map((level) => `${quantile(sorted, level).toFixed(0)}${unit}`)];
};

/** Every latency of one page, by name. */
async function latencies(address) {
  const found = {};
  const first = [];
  for (let i = 0; i < 5; i++) {
    const visit = await opened(address);
    first.push(visit.first);
    await visit.close();
  }
  found['first visit -> answer (each in a new profile)'] = first;
  for (const slower of [1, 4]) {
    const { page, close } = await opened(address, slower);
    const name = (what) => (slower === 1 ? what : `${what}, the page's thread ${slower} times slower`);
    await settledIn(page);
    found[name('key on a lever of a variant -> chart')] = await keys(page, lever, false);
    await drag(page, lever);
    found[name('drag of that lever -> chart')] = await timesOf(page);
    await settledIn(page);
    await page.evaluate(watchFrames);
    await drag(page, lever);
    const { held, apart } = await page.evaluate(() => window.percallFrames.end());
    await timesOf(page);
    found[name('drag: from frame to frame')] = apart;
    found[name('drag: held up for more than 50 ms')] = held;
    await timesOf(page, 'percallRefined');
    await timesOf(page, 'percallFramesTo');
    found[name('key on a price of a variant -> chart')] = await keys(page, 'levers.ivr.platform', true);
    found[name(`key on a price of a variant -> ${frameOfDisplay}`)] = await timesOf(page, 'percallFramesTo');
    found[name('key on a price of a variant -> settled')] = await timesOf(page, 'percallRefined');
    if (slower === 1) {
      await timesOf(page, 'percallCorrected');
      await keys(page, lever, true, 10);
      found['key on a lever of a variant -> corrected by the exact floor'] = await timesOf(page, 'percallCorrected');
      found['key on a lever of a variant -> settled'] = await timesOf(page, 'percallRefined');
      await page.getByRole('radio').first().check();
      for (const section of ['demand', 'people']) await page.locator(`[data-section=${section}] > summary`).click();
      await settledIn(page);
      found['key on the baseline’s volume -> chart'] = await keys(page, 'contactTypes.accounts.volume', false);
      await settledIn(page);
      found['key on the baseline’s wage -> chart'] = await keys(page, 'agents."account service".wage', true);
    }
    await close();
  }
  return found;
}

/** Memory of the browser's processes that run pages and their workers, in MB: of the largest, which is the page's. */
const residentMegabytes = () =>
  Math.max(
    ...execFileSync('ps', ['-eo', 'rss,args'], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line.includes('--type=renderer'))
      .map((line) => Number.parseInt(line, 10) / 1024),
  );

async function memory(address, many) {
  const { page, session, close } = await opened(address);
  await settledIn(page);
  const rows = [['drags', 'heap of the page, MB', 'its process with its workers, MB']];
  const note = async (done) => {
    await settledIn(page);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    rows.push([String(done), (usedSize / 2 ** 20).toFixed(1), residentMegabytes().toFixed(0)]);
  };
  await note(0);
  for (let done = 1; done <= many; done++) {
    await drag(page, lever, 1, 4);
    await timesOf(page);
    await timesOf(page, 'percallRefined');
    if (done % (many / 10) === 0) await note(done);
  }
  await close();
  return rows;
}

/** One evaluation of Erlang A: what it is, and how long this machine takes for it now. */
async function erlangRow() {
  const engine = await loadEngine(pathToFileURL(root + path.sep));
  const [, [what, each]] = kernelRows(engine, readFileSync(path.join(root, 'examples/bank-2003.yaml'), 'utf8'));
  return [what, each];
}

const own = await served(path.join(root, 'apps/playground/dist'));
if (drags > 0) printTable(await memory(own, drags));
else {
  const pages = [['', own], ...(options.beside === undefined ? [] : [[', the other page', await served(path.resolve(options.beside))]])];
  const rows = [['from -> to', 'inputs', 'median', 'p95', 'most']];
  const found = [];
  const before = await erlangRow();
  for (const [name, address] of pages) found.push([name, await latencies(address)]);
  for (const what of Object.keys(found[0][1]))
    for (const [name, times] of found)
      rows.push([what + name, ...(times[what].length === 0 ? ['0', '-', '-', '-'] : inWords(times[what], what))]);
  printTable(rows);
  const [kernel, each] = before;
  const [, after] = await erlangRow();
  console.log();
  printTable([
    ['kernel, in Node', 'before', 'after'],
    [kernel, each, after],
  ]);
}
await browser.close();
process.exit(0);
