// Pictures of every page of ours in its states, light and dark, in three languages; and on each of them axe, a walk by
// keyboard, and sideways overflow. node tests/e2e/screens.mjs [--readme] [--locale en]…
//
// Pictures: tests/out/screens/<locale>-<light|dark>-<page>-<state>.png. --readme renews docs/popup.png from them.
import { copyFile, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { axe, keyboard, overflow } from './lib/accessible.mjs';
import { form, steady, unknown } from './lib/pick.mjs';
import { POPUP_WIDTH } from './lib/popup.mjs';
import { out, root } from './lib/profile.mjs';
import { until } from './lib/until.mjs';
import { World } from './lib/world.mjs';

const { values } = parseArgs({ options: { readme: { type: 'boolean' }, locale: { type: 'string', multiple: true } } });
const locales = values.locale ?? ['en', 'de', 'ar'];
const folder = path.join(out, 'screens');
let passed = 0;
const failures = [];

/** The quiet moment for a picture: drawn, no motion, fonts there. */
async function still(page) {
  await until('the page to be drawn', () => page.evaluate(async () => {
    await document.fonts.ready;
    const busy = document.querySelector('[aria-busy="true"]');
    const words = document.body.innerText.trim().length > 0;
    return !busy && words && document.getAnimations().every((animation) => animation.playState !== 'running');
  }));
}

/** Pictures and checks of one page in one state. `width` in CSS pixels. */
async function picture(page, { locale, kind, state, width }) {
  await page.setViewport({ width, height: kind === 'popup' ? 600 : 900, deviceScaleFactor: 2 });
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
    await still(page);
    const name = `${locale}-${scheme}-${kind}-${state}`;
    await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
    const problems = [...await axe(page), ...(scheme === 'light' ? [...await keyboard(page), ...await overflow(page)] : [])];
    if (problems.length === 0) passed += 1;
    else failures.push(`${name}\n    ${problems.join('\n    ')}`);
    console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${name}${problems.length ? `\n    ${problems.join('\n    ')}` : ''}`);
  }
}

async function popup(world, locale, state, tabId) {
  const page = await world.extensionPage(`pages/popup/popup.html?tab=${tabId}`);
  await picture(page, { locale, kind: 'popup', state, width: POPUP_WIDTH });
  await page.close();
}

/** Goes to a test page, waits for its verdict, and takes the popup about it. */
async function popupOn(world, locale, state, page, training) {
  const visit = await world.visit(page.url, page.file);
  await visit.becomes(training);
  await popup(world, locale, state, visit.tabId);
  await visit.close();
}

async function own(world, locale, kind, state, width = 1000, hash = '') {
  const page = await world.extensionPage(`pages/${kind}/${kind}.html${hash}`);
  await picture(page, { locale, kind, state, width });
  await page.close();
}

async function withHost(locale) {
  const world = await World.open('chromium', { locale, routes: [['https://www.linkedin.com/feed/', () => ({ body: '<title>Feed</title><h1>Feed</h1>' })]] });
  try {
    await own(world, locale, 'dashboard', 'empty');
    await popup(world, locale, 'elsewhere', -1);
    await popupOn(world, locale, 'denied', steady('linkedin', 'denied'), 'denied');
    await popupOn(world, locale, 'unknown', unknown('x', 'layout-changed'), 'unknown');
    const objection = form('facebook', 'reached');
    const visit = await world.visit(objection.url, objection.file);
    await until('the form to be seen', async () => (await visit.state())?.form);
    await popup(world, locale, 'form', visit.tabId);
    await visit.close();
    await popupOn(world, locale, 'allowed', steady('x', 'allowed'), 'allowed');
    const feed = await world.visit('https://www.linkedin.com/feed/');
    await popup(world, locale, 'last-seen', feed.tabId);
    await feed.close();
    await popupOn(world, locale, 'returned', steady('linkedin', 'allowed'), 'allowed');
    await own(world, locale, 'dashboard', 'filled');
    await own(world, locale, 'dashboard', 'narrow', 360);
    await own(world, locale, 'welcome', 'granted');
  } finally {
    await world.close();
  }
}

async function withoutHost(locale) {
  const world = await World.open('chromium', { locale, host: false });
  try {
    await popupOn(world, locale, 'host-missing', steady('linkedin', 'allowed'), 'allowed');
    await own(world, locale, 'dashboard', 'host-missing');
  } finally {
    await world.close();
  }
}

async function fresh(locale) {
  const world = await World.open('chromium', { locale, host: false, granted: false });
  try {
    await popup(world, locale, 'start', -1);
    await own(world, locale, 'welcome', 'fresh');
    await own(world, locale, 'welcome', 'narrow', 360);
  } finally {
    await world.close();
  }
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const locale of locales) {
  for (const part of [withHost, withoutHost, fresh]) {
    try {
      await part(locale);
    } catch (error) {
      failures.push(`${locale} ${part.name}`);
      console.log(`FAILED ${locale} ${part.name}: ${error.stack}`);
    }
  }
}
if (values.readme) {
  await mkdir(path.join(root, 'docs'), { recursive: true });
  await copyFile(path.join(folder, 'en-light-popup-allowed.png'), path.join(root, 'docs/popup.png'));
}
console.log(`pictures: ${path.relative(root, folder)}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
