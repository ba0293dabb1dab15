// Rounds of checks, begun on the dashboard.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { dashboard, press } from '../lib/dashboard.mjs';
import { steady } from '../lib/pick.mjs';
import { until } from '../lib/until.mjs';

const OPEN = {
  linkedin: 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement',
  x: 'https://x.com/settings/grok_settings',
  pinterest: 'https://www.pinterest.com/settings/privacy/',
};
const round = world => world.stored('session', 'round');
const outcomes = state =>
  Object.fromEntries((state?.steps ?? []).map(({ platform, outcome }) => [platform, outcome]));

/** Counts the tabs that are open on platforms at one time, from now on. */
async function countTabs(world) {
  await world.probe.evaluate(() => {
    const { tabs } = globalThis.browser ?? globalThis.chrome;
    globalThis.tabsNow = new Set();
    globalThis.tabsMost = 0;
    globalThis.tabsOpened = 0;
    globalThis.tabsActive = 0;
    tabs.onCreated.addListener(tab => {
      globalThis.tabsNow.add(tab.id);
      globalThis.tabsOpened += 1;
      if (tab.active) globalThis.tabsActive += 1;
      globalThis.tabsMost = Math.max(globalThis.tabsMost, globalThis.tabsNow.size);
    });
    tabs.onRemoved.addListener(id => globalThis.tabsNow.delete(id));
  });
  return () =>
    world.probe.evaluate(() => ({
      now: globalThis.tabsNow.size,
      most: globalThis.tabsMost,
      opened: globalThis.tabsOpened,
      active: globalThis.tabsActive,
    }));
}

/** Answers an address only when told to. */
function held(world, url) {
  let release = () => {};
  const gate = new Promise(resolve => {
    release = resolve;
  });
  const page = steady('linkedin', 'denied');
  world.server.route(url, async () => {
    await gate;
    return { body: await readFile(page.file, 'utf8') };
  });
  return release;
}

async function follow(world, ids) {
  const { ok } = await world.ask({ type: 'follow', followed: ids });
  assert.equal(ok, true);
}

/** One page after another in a window of its own, each read and closed. */
export async function goesRound(world) {
  world.server.route(OPEN.linkedin, steady('linkedin', 'denied').file);
  world.server.route(OPEN.x, steady('x', 'allowed').file);
  // pinterest's page is not there: 404
  await follow(world, ['linkedin', 'x', 'pinterest', 'facebook', 'tumblr']);
  const page = await dashboard(world);
  const tabs = await countTabs(world);
  await press(page, 'round-start');
  await until('the round to be over', async () => (await round(world))?.state === 'done', {
    patience: 120_000,
    seen: () => round(world),
  });
  const state = await round(world);
  const { linkedin, x, pinterest } = outcomes(state);
  assert.deepEqual([linkedin, x], ['denied', 'allowed']);
  assert.ok(['unknown', 'elsewhere', 'timeout'].includes(pinterest), pinterest);
  assert.deepEqual(state.others.map(({ platform, reason }) => [platform, reason]).sort(), [
    ['facebook', 'form'],
    ['tumblr', 'no-address'],
  ]);
  // the next one is there before the one before goes, and each is shown: behind others it might
  // not load its value
  assert.deepEqual(await tabs(), { now: 0, most: 2, opened: 3, active: 3 });
  await until(
    'the log to have what was read',
    async () => {
      const lines = await world.status();
      return ['linkedin', 'x'].every(id =>
        lines.some(
          ({ platform, training }) =>
            platform === id && training === { linkedin: 'denied', x: 'allowed' }[id],
        ),
      );
    },
    { seen: () => world.status() },
  );
  assert.equal(
    (await world.history()).some(({ basis }) => basis === 'form'),
    false,
    'no form was opened',
  );
  await until('the page to tell it', () =>
    page.$eval('[data-outcome="denied"]', element => element.textContent.includes('LinkedIn')),
  );
  assert.match(
    await page.$eval('#round-says', element => element.textContent),
    /Not allowed: 1\. Allowed: 1\. Could not tell: 1\./,
  );
  await page.close();
}

/** The tab goes, and the next comes or nothing does. */
export async function skipsAndStops(world, releases) {
  releases.push(held(world, OPEN.linkedin), held(world, OPEN.x));
  await follow(world, ['linkedin', 'x', 'pinterest']);
  const page = await dashboard(world);
  await press(page, 'round-start');
  const at = async number =>
    until(
      `step ${number} with its tab`,
      async () => {
        const state = await round(world);
        return state?.state === 'running' && state.at === number && state.tab !== null;
      },
      { seen: () => round(world) },
    );
  await at(0);
  await press(page, 'round-skip');
  await at(1);
  await press(page, 'round-stop');
  await until('the round to be stopped', async () => (await round(world)).state === 'stopped');
  const first = (await round(world)).steps.map(({ outcome }) => outcome);
  assert.deepEqual(first, ['skipped', 'skipped', 'waiting']);
  await until('no tab to be left', () =>
    world.probe.evaluate(async () =>
      (await (globalThis.browser ?? globalThis.chrome).tabs.query({})).every(
        ({ url }) => !/linkedin|x\.com/.test(url ?? ''),
      ),
    ),
  );
  await page.close();
}

/** The background is ended in the middle of a round, and goes on. */
export async function goesOn(world, releases) {
  const release = held(world, OPEN.linkedin);
  releases.push(release);
  world.server.route(OPEN.x, steady('x', 'allowed').file);
  await follow(world, ['linkedin', 'x']);
  await world.ask({ type: 'round-start' });
  await until('a tab to be waiting', async () => (await round(world))?.tab !== null);
  await world.endBackground();
  release();
  await until('the round to be over', async () => (await round(world))?.state === 'done', {
    patience: 120_000,
    seen: () => round(world),
  });
  assert.deepEqual(outcomes(await round(world)), { linkedin: 'denied', x: 'allowed' });
}
