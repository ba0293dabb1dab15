// A switch of each of nine component libraries, on sites that no rule knows: pointed at, answered,
// read, changed, loaded again and confirmed; a second visit reads it by itself where the site was
// granted, and where it was not, once the popup is opened there. The normal run plays two libraries
// in each browser, OPTOUTLOG_FULL=1 all. The pages: tests/pages/render/live.mjs.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { asked, answered, loadAnew } from './lib/pointing.mjs';
import { clickedPopup, popupPage, popupSays } from './lib/popup.mjs';
import { out } from './lib/profile.mjs';
import { until } from './lib/until.mjs';
import { browsers, useWorld } from './lib/world.mjs';

const made = path.join(out, 'render/live.json');
const all = existsSync(made) ? JSON.parse(readFileSync(made, 'utf8')) : [];
const SOME = { chromium: ['radix', 'material'], firefox: ['headless-ui', 'primer'] };
/** Played without a grant as well: there the toolbar's own button has to be pressed (Chromium). */
const UNGRANTED = ['radix', 'spectrum', 'primer'];
const full = process.env.OPTOUTLOG_FULL === '1';

const hostOf = ({ id }) => `${id}.exampler.test`;
const addressOf = library => `https://${hostOf(library)}/account/privacy`;
const ownId = library => `own-${hostOf(library).replaceAll('-', '--').replaceAll('.', '-')}`;

/** The library's site, which holds `on`. @param {any} world @param {any} library */
function site(world, library) {
  const server = { held: 'on' };
  const html = () => `<!doctype html><!-- ${library.credit} -->
<html lang="en" data-held="${server.held}"><meta charset="utf-8"><title>Privacy</title>
<style>sp-switch, md-switch { display: inline-block }</style>
<main><h1>Privacy</h1><div><label><input type="checkbox" checked> Show me as online</label></div>
<h2>Artificial intelligence</h2><div id="root"></div></main>
<script>${library.script}</script></html>`;
  world.server.route(addressOf(library), () => ({ body: html() }));
  world.server.route(`https://${hostOf(library)}/store`, ({ body }) => {
    server.held = body;
    return { status: 204 };
  });
  return server;
}

/** What the command says of it. */
const line = (world, library, wanted) =>
  until(
    `${library.id} to be ${JSON.stringify(wanted)}`,
    async () => {
      const its = (await world.status()).find(({ platform }) => platform === ownId(library));
      return its && Object.entries(wanted).every(([key, value]) => its[key] === value) ? its : null;
    },
    { seen: () => world.status() },
  );

/** As a person changes it. @param {any} page @param {any} library */
async function turnOff(page, { control, chooses }) {
  if (!chooses) return (await page.$(control)).click();
  await page.focus(control);
  return page.keyboard.press('ArrowDown'); // to the second of its two values
}

/**
 * Loaded anew. Firefox may put back what was in a native control: where a script alone sets its
 * state, a reload proves nothing there, and a plain visit is read.
 * @param {any} world @param {any} library @param {any} visit @param {() => Promise<any>} reload
 */
const again = (world, library, visit, reload) =>
  world.name === 'firefox' && library.scripted ? visit.page.goto(addressOf(library)) : reload();

/** Pointed at, read and changed, by whoever opens the popup so. */
async function course(world, library, popupOf) {
  const server = site(world, library);
  const visit = await world.visit(addressOf(library));
  await until('the switch to be drawn', () => visit.page.$(library.control));
  const popup = await popupOf(visit);
  await asked(popup, library.label);
  await answered(popup, { allows: library.chooses?.[0], name: library.id });
  // the page was there before the rule: it says what it shows once it is loaded anew
  await visit.page.bringToFront();
  await visit.becomes('unknown', 'ai-training');
  await again(world, library, visit, () => loadAnew(visit, popupOf));
  await visit.becomes('allowed', 'ai-training');
  await line(world, library, { training: 'allowed', sure: 'likely' });
  await turnOff(visit.page, library);
  await until('the site to hold it', () => server.held === 'off');
  await line(world, library, { training: 'denied', kept: 'pending' });
  return visit;
}

/** The exports and the status name the site. @param {any} world @param {any} library */
async function isHeld(world, library) {
  for (const format of ['json', 'csv', 'html']) {
    const { stdout } = await world.command(['export', '--out', '-', '--format', format]);
    assert.ok(stdout.includes(format === 'html' ? hostOf(library) : ownId(library)), format);
  }
  const entries = await world.history(['--platform', ownId(library)]);
  assert.deepEqual([...new Set(entries.map(({ training }) => training))].sort().slice(0, 2), [
    'allowed',
    'denied',
  ]);
}

const skip = all.length ? false : 'run npm ci and npm run render in tests/pages/render';

for (const name of browsers) {
  const libraries = all.filter(({ id }) => full || SOME[name].includes(id));
  describe(`switches of component libraries, in ${name}`, { skip }, () => {
    const routes = libraries.map(library => [addressOf(library), '']);
    const hosts = libraries.map(library => `https://${hostOf(library)}/*`);
    const world = useWorld(name, { hosts, required: true, routes });

    for (const library of libraries)
      test(`${library.credit}: pointed at, changed, confirmed, read by itself`, async () => {
        const visit = await course(world(), library, popupPage);
        await again(world(), library, visit, () => visit.page.reload());
        await line(world(), library, { training: 'denied', kept: 'confirmed' });
        await visit.close();
        const other = await world().visit(addressOf(library));
        await other.becomes('denied', 'ai-training');
        assert.match((await popupSays(other)).text, /pointed at/);
        await isHeld(world(), library);
        await other.close();
      });
  });
}

if (browsers.includes('chromium'))
  describe('the same where the site was not granted', { skip }, () => {
    const libraries = all.filter(({ id }) => UNGRANTED.includes(id)).slice(0, full ? 9 : 1);
    const routes = libraries.map(library => [addressOf(library), '']);
    const world = useWorld('chromium', { routes });

    for (const library of libraries)
      test(`${library.credit}: read when the popup is opened there`, async () => {
        const visit = await course(world(), library, clickedPopup);
        await loadAnew(visit, clickedPopup);
        await line(world(), library, { training: 'denied', kept: 'confirmed' });
        await visit.close();
        const other = await world().visit(addressOf(library));
        assert.equal(await other.state(), null, 'nothing is read by itself');
        await loadAnew(other, clickedPopup);
        await other.becomes('denied', 'ai-training');
        await other.close();
      });
  });
