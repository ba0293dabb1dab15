// Whether the dashboard stays at hand over a log of 10,000 entries: node tests/bench/dashboard.mjs [entries]
//
// For each browser the longest stretch in which the page could not answer, while the log is loaded, scrolled from end to end
// and searched. Chromium tells its long tasks itself; in both a ticker of messages shows the longest gap, painting included.
// Prints; fails on nothing but a log that does not come.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { binaries } from '../e2e/lib/host.mjs';
import { readIds } from '../e2e/lib/profile.mjs';
import { until } from '../e2e/lib/until.mjs';
import { browsers, World } from '../e2e/lib/world.mjs';
import { Host, entry } from './status.mjs';

const count = Number(process.argv[2] ?? 10_000);

/** As people have them: looked at often, changed seldom. */
function reading(number, at) {
  const denied = Math.floor(number / 1000) % 2 === 0;
  return { ...entry(number, at), training: denied ? 'denied' : 'allowed', raw: denied ? 'off' : 'on' };
}

/** A log of `count` entries over a year, written through the host itself. */
async function fill(data) {
  const host = new Host(path.join(binaries(), 'optoutlog-host'), [`chrome-extension://${(await readIds()).chromium[0]}/`], data);
  const at = (number) => Date.now() - (365 * 86_400_000 * (count - number)) / count;
  for (let done = 0; done < count; done += 1000) {
    await host.ask('record', { entries: Array.from({ length: Math.min(1000, count - done) }, (_unused, n) => reading(done + n, at(done + n))) });
  }
  await host.end();
}

/** Begins to watch; `stop` gives the longest gap and the longest task in ms (null: the browser does not tell tasks). */
const watch = (page) => page.evaluate(() => {
  const { port1, port2 } = new MessageChannel();
  const seen = { gap: 0, task: PerformanceObserver.supportedEntryTypes.includes('longtask') ? 0 : null, last: performance.now(), on: true };
  if (seen.task !== null) new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (seen.on) seen.task = Math.max(seen.task, entry.duration); }).observe({ type: 'longtask' });
  port1.onmessage = () => {
    const now = performance.now();
    seen.gap = Math.max(seen.gap, now - seen.last);
    seen.last = now;
    if (seen.on) port2.postMessage(0);
  };
  port2.postMessage(0);
  globalThis.watched = seen;
});

const stop = (page) => page.evaluate(() => new Promise((resolve) => {
  setTimeout(() => {
    globalThis.watched.on = false;
    resolve({ gap: globalThis.watched.gap, task: globalThis.watched.task });
  }, 200); // long tasks are told a little later
}));

async function measure(page, what, work) {
  await watch(page);
  await work();
  const { gap, task } = await stop(page);
  const told = task === null ? 'the browser does not tell tasks' : task === 0 ? 'no task over 50 ms' : `longest task ${task.toFixed(0)} ms`;
  console.log(`  ${what.padEnd(28)} ${told}; longest gap ${gap.toFixed(0)} ms`);
}

const scroll = (page) => page.evaluate(() => new Promise((resolve) => {
  const box = document.getElementById('entries');
  const step = Math.max(60, box.scrollHeight / 400);
  const next = () => {
    box.scrollTop += step;
    if (box.scrollTop + box.clientHeight >= box.scrollHeight - 2) resolve(undefined);
    else requestAnimationFrame(next);
  };
  box.scrollIntoView();
  next();
}));

for (const name of browsers) {
  const data = await mkdtemp(path.join(tmpdir(), 'optoutlog-bench-'));
  await fill(data);
  const world = await World.open(name, { data });
  try {
    console.log(`${world.driver.label}, ${count} entries`);
    const page = await world.extensionPage('pages/dashboard/dashboard.html', (it) => it.setViewport({ width: 1200, height: 900 }));
    await measure(page, 'load', () => until('the log to be loaded', () => page.evaluate(() => document.querySelector('main')?.dataset.loaded === 'true'), { patience: 120_000 }));
    // what the page does by itself after loading is over
    await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 1000); }));
    const rows = await page.$eval('#history-count', (element) => element.textContent);
    console.log(`  ${rows}; rows in the document: ${await page.$$eval('.item', (all) => all.length)}`);
    await measure(page, 'scroll from end to end', () => scroll(page));
    await page.focus('#history-filter [name=words]');
    await measure(page, 'search, letter by letter', () => page.keyboard.type('control-7', { delay: 60 }));
    await measure(page, 'open an entry, go on by keys', async () => {
      await page.click('.item .row');
      for (let step = 0; step < 40; step += 1) await page.keyboard.press('ArrowDown');
    });
  } finally {
    await world.close();
    await rm(data, { recursive: true, force: true });
  }
}
