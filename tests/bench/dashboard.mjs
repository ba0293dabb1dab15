// Whether the dashboard stays at hand over a log of 10,000 entries: node tests/bench/dashboard.mjs
// [entries]
//
// For each browser and each thing that a person does: the longest stretch in which the page could
// not answer, in Chromium a task of its main thread, in Firefox a gap between its turns
// (stretches.mjs). The budget is held against the processor time of the heaviest, so that a busy
// machine does not count as a slow page; the longest by the clock is printed beside it, and is the
// same where nothing else runs. Fails on nothing but a log that does not come.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { binaries } from '../e2e/lib/host.mjs';
import { readIds, root } from '../e2e/lib/profile.mjs';
import { until } from '../e2e/lib/until.mjs';
import { browsers, World } from '../e2e/lib/world.mjs';
import { Host, entry } from './status.mjs';
import { gaps, tasks } from './stretches.mjs';

const count = Number(process.argv[2] ?? 10_000);
/** Milliseconds: a stretch beyond it is felt. */
const BUDGET = 50;

const { platforms } = JSON.parse(
  await readFile(path.join(root, 'extension/rules/index.json'), 'utf8'),
);
const controls = platforms
  .filter(({ kind }) => kind === 'toggle')
  .slice(0, 20)
  .map(({ id, controls: [control] }) => ({ platform: id, control }));

/**
 * As people have them, with two accounts on each of twenty platforms: looked at often, changed
 * seldom.
 */
function reading(number, at) {
  const denied = Math.floor(number / 1000) % 2 === 0;
  return {
    ...entry(number, at),
    ...controls[number % controls.length],
    account: Math.floor(number / controls.length) % 2 === 0 ? 'ada-l' : 'work',
    training: denied ? 'denied' : 'allowed',
    raw: denied ? 'off' : 'on',
  };
}

/** A log of `count` entries over a year, written through the host itself. */
async function fill(data) {
  const host = new Host(
    path.join(binaries(), 'optoutlog-host'),
    [`chrome-extension://${(await readIds()).chromium[0]}/`],
    data,
  );
  const at = number => Date.now() - (365 * 86_400_000 * (count - number)) / count;
  for (let done = 0; done < count; done += 1000) {
    await host.ask('record', {
      entries: Array.from({ length: Math.min(1000, count - done) }, (_unused, n) =>
        reading(done + n, at(done + n)),
      ),
    });
  }
  await host.end();
}

async function measure(watch, what, work) {
  await watch.start();
  await work();
  const { longest, heaviest } = await watch.stop();
  console.log(
    `  ${what.padEnd(40)} ${ms(heaviest.own)}  ${ms(longest.wall)}  ` +
      `${heaviest.own > BUDGET ? 'over' : 'within'}`,
  );
}

const ms = time => `${time.toFixed(0)} ms`.padStart(8);

/** Every picture shows rows that were not there before: faster than a person can scroll by hand. */
const scroll = page =>
  page.evaluate(
    () =>
      new Promise(resolve => {
        const box = document.getElementById('entries');
        const end = box.scrollHeight - box.clientHeight;
        let at = 0;
        const next = () => {
          at += end / 400;
          box.scrollTop = at;
          if (at >= end) resolve(undefined);
          else requestAnimationFrame(next);
        };
        box.scrollIntoView();
        next();
      }),
  );

/** Letters into a field, as fast as people type. */
async function type(page, field, text) {
  await page.$eval(field, element => element.scrollIntoView({ block: 'center' }));
  await page.focus(field);
  await page.keyboard.type(text, { delay: 60 });
  await page.evaluate(
    () =>
      new Promise(resolve => {
        setTimeout(resolve, 500);
      }),
  ); // what the last letter set going
}

for (const name of browsers) {
  const data = await mkdtemp(path.join(tmpdir(), 'optoutlog-bench-'));
  await fill(data);
  const world = await World.open(name, { data });
  try {
    console.log(`${world.driver.label}, ${count} entries`);
    const what =
      name === 'chromium' ? 'longest task of the page' : 'longest gap between turns of the page';
    console.log(`  ${what.padEnd(40)} processor   clock  budget ${BUDGET} ms`);
    const page = await world.extensionPage('pages/dashboard/dashboard.html', it =>
      it.setViewport({ width: 1200, height: 900 }),
    );
    const watch = name === 'chromium' ? tasks(page) : gaps(page, world.driver.pid);
    // lives on while the page is loaded
    const outside = name === 'chromium' ? watch : gaps(world.probe, world.driver.pid);
    const loaded = () =>
      until(
        'the log to be loaded',
        () =>
          page.evaluate(
            () => !globalThis.before && document.querySelector('main')?.dataset.loaded === 'true',
          ),
        { patience: 120_000 },
      );
    await loaded();
    await measure(outside, 'load of the whole log', async () => {
      await page.evaluate(() => {
        globalThis.before = true;
        setTimeout(() => location.reload());
      });
      await loaded();
      await page.evaluate(
        () =>
          new Promise(resolve => {
            setTimeout(resolve, 1000);
          }),
      ); // what the page does by itself after loading is over
    });
    const [shown, rows, lanes] = await page.evaluate(() => [
      document.getElementById('history-count').textContent,
      document.querySelectorAll('.item').length,
      document.querySelectorAll('.track').length,
    ]);
    await measure(watch, 'scroll from end to end', () => scroll(page));
    await measure(watch, 'a letter in the search of the history', () =>
      type(page, '#history-filter [name=words]', 'work set'),
    );
    await measure(watch, 'open an entry, go on by keys', async () => {
      await page.click('.item .row');
      for (let step = 0; step < 40; step += 1) await page.keyboard.press('ArrowDown');
    });
    await measure(watch, 'a letter in the search of the settings', () =>
      type(page, '#search', 'work'),
    );
    console.log(`  ${shown}; rows of them in the document: ${rows}; lanes over time: ${lanes}`);
  } finally {
    await world.close();
    await rm(data, { recursive: true, force: true });
  }
}
