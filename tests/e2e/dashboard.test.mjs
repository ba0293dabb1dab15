// The dashboard in real browsers: a round of checks, what the user says, the timeline, several
// accounts, erase.
import assert from 'node:assert/strict';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { Host } from '../bench/status.mjs';
import { bring, dashboard, press, reading } from './lib/dashboard.mjs';
import { binaries } from './lib/host.mjs';
import { steady } from './lib/pick.mjs';
import { readIds } from './lib/profile.mjs';
import { until } from './lib/until.mjs';
import { browsers, useWorld } from './lib/world.mjs';

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

for (const name of browsers) {
  describe(`the dashboard in ${name}`, () => {
    const world = useWorld(name);
    /** Pages with a request that never ends would keep the server from closing. */
    const releases = [];
    after(() => {
      for (const release of releases) release();
    });

    test('a round of checks: one page after another in a window of its own, each read and closed', async () => {
      world().server.route(OPEN.linkedin, steady('linkedin', 'denied').file);
      world().server.route(OPEN.x, steady('x', 'allowed').file);
      // pinterest's page is not there: 404
      await follow(world(), ['linkedin', 'x', 'pinterest', 'facebook', 'tumblr']);
      const page = await dashboard(world());
      const tabs = await countTabs(world());
      await press(page, 'round-start');
      await until('the round to be over', async () => (await round(world()))?.state === 'done', {
        patience: 120_000,
        seen: () => round(world()),
      });
      const state = await round(world());
      const { linkedin, x, pinterest } = outcomes(state);
      assert.deepEqual([linkedin, x], ['denied', 'allowed']);
      assert.ok(['unknown', 'elsewhere', 'timeout'].includes(pinterest), pinterest);
      assert.deepEqual(state.others.map(({ platform, reason }) => [platform, reason]).sort(), [
        ['facebook', 'form'],
        ['tumblr', 'no-address'],
      ]);
      // the next one is there before the one before goes, and each is shown: behind others it might
      // not
      // load its value
      assert.deepEqual(await tabs(), { now: 0, most: 2, opened: 3, active: 3 });
      await until(
        'the log to have what was read',
        async () => {
          const lines = await world().status();
          return ['linkedin', 'x'].every(id =>
            lines.some(
              ({ platform, training }) =>
                platform === id && training === { linkedin: 'denied', x: 'allowed' }[id],
            ),
          );
        },
        { seen: () => world().status() },
      );
      assert.equal(
        (await world().history()).some(({ basis }) => basis === 'form'),
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
    });

    test('skip and stop: the tab goes, the next comes or nothing does', async () => {
      releases.push(held(world(), OPEN.linkedin), held(world(), OPEN.x));
      await follow(world(), ['linkedin', 'x', 'pinterest']);
      const page = await dashboard(world());
      await press(page, 'round-start');
      const at = async number =>
        until(
          `step ${number} with its tab`,
          async () => {
            const state = await round(world());
            return state?.state === 'running' && state.at === number && state.tab !== null;
          },
          { seen: () => round(world()) },
        );
      await at(0);
      await press(page, 'round-skip');
      await at(1);
      await press(page, 'round-stop');
      await until(
        'the round to be stopped',
        async () => (await round(world())).state === 'stopped',
      );
      const first = (await round(world())).steps.map(({ outcome }) => outcome);
      assert.deepEqual(first, ['skipped', 'skipped', 'waiting']);
      await until('no tab to be left', () =>
        world().probe.evaluate(async () =>
          (await (globalThis.browser ?? globalThis.chrome).tabs.query({})).every(
            ({ url }) => !/linkedin|x\.com/.test(url ?? ''),
          ),
        ),
      );
      await page.close();
    });

    test('the background is ended in the middle of a round, and goes on', async () => {
      const release = held(world(), OPEN.linkedin);
      releases.push(release);
      world().server.route(OPEN.x, steady('x', 'allowed').file);
      await follow(world(), ['linkedin', 'x']);
      await world().ask({ type: 'round-start' });
      await until('a tab to be waiting', async () => (await round(world()))?.tab !== null);
      await world().endBackground();
      release();
      await until('the round to be over', async () => (await round(world()))?.state === 'done', {
        patience: 120_000,
        seen: () => round(world()),
      });
      assert.deepEqual(outcomes(await round(world())), { linkedin: 'denied', x: 'allowed' });
    });

    test('what the user says is written as said, shown as said, and never in place of what is seen', async () => {
      const seen = (await world().status()).find(({ platform }) => platform === 'x');
      const page = await dashboard(world());
      await press(page, 'fact-add');
      await page.select('#fact-form [name=platform]', 'x');
      await page.select('#fact-form [name=kind]', 'by-mail');
      if (seen.account) await page.type('#fact-form [name=account]', seen.account);
      await page.type('#fact-form [name=note]', 'Letter of the 3rd');
      await page.$eval('#fact-form [name=date]', field => {
        field.value = '2026-01-02';
      });
      await page.click('#fact-form [value=save]');
      await until('the dialog to close', () => page.$eval('#fact-dialog', dialog => !dialog.open), {
        seen: () => page.$eval('#fact-problem', it => it.textContent),
      });
      const entry = await until('the entry', async () =>
        (await world().history()).find(({ basis }) => basis === 'declared'),
      );
      assert.deepEqual(
        [entry.platform, entry.training, entry.raw, entry.date, entry.note, entry.evidence],
        ['x', 'denied', 'by-mail', '2026-01-02', 'Letter of the 3rd', null],
      );
      const lines = (await world().status()).filter(({ platform }) => platform === 'x');
      assert.deepEqual(
        lines.map(({ training, basis, account }) => [training, basis, account]),
        [['allowed', 'seen', seen.account]],
        'what was seen since keeps deciding',
      );
      const row = await until('its line in the history', () =>
        page.$eval(`[data-entry="${entry.id}"]`, element => element.textContent),
      );
      assert.match(row, /I opted out by e-mail or letter/);
      assert.match(row, /you said/);
      const future = await world().ask({
        type: 'declare',
        fact: { platform: 'x', control: 'grok-training', kind: 'in-app', date: '2999-01-01' },
      });
      assert.deepEqual([future.ok, future.error, future.detail], [false, 'params.invalid', 'date']);
      await page.close();
    });

    test('an objection goes from sent to answered; the answer that is due is told by itself', async () => {
      const date = new Date(Date.now() - 45 * 86_400_000).toISOString().slice(0, 10);
      const { ok } = await world().ask({
        type: 'declare',
        fact: {
          platform: 'facebook',
          control: 'ai-objection',
          account: 'Ada',
          kind: 'submitted',
          date,
        },
      });
      assert.equal(ok, true);
      await until(
        'the mark on the button',
        async () =>
          (await world().probe.evaluate(() =>
            (globalThis.browser ?? globalThis.chrome).action.getBadgeText({}),
          )) === '!',
      );
      const page = await dashboard(world());
      assert.match(
        await page.$eval('#due', element => element.innerText),
        /Facebook: the answer to your objection is due/,
      );
      assert.equal(
        await page.$eval('[data-flow="facebook/ai-objection"] [data-step="late"]', element =>
          element.textContent.includes('answer due'),
        ),
        true,
      );
      await page.click('#due [data-key^="dueNo-"]');
      assert.equal(await page.$eval('#fact-form [name=kind]', field => field.value), 'answered-no');
      await page.click('#fact-form [value=save]');
      await until('the line to go', () => page.$eval('#due', element => element.hidden));
      const line = (await world().status()).find(({ platform }) => platform === 'facebook');
      assert.deepEqual(
        [line.training, line.form.step, line.form.due, line.account],
        ['unknown', 'answered-no', null, 'Ada'],
      );
      await until('the steps to end with the answer', () =>
        page.$eval('[data-flow="facebook/ai-objection"]', element =>
          /refused/.test(element.innerText),
        ),
      );
      await until(
        'no mark any more',
        async () =>
          (await world().probe.evaluate(() =>
            (globalThis.browser ?? globalThis.chrome).action.getBadgeText({}),
          )) === '',
      );
      await page.close();
    });

    test('several accounts and blogs are lines of their own, drawn over time and told as a table', async () => {
      const blog = (days, unit, training) =>
        reading(days, training, {
          platform: 'tumblr',
          control: 'third-party-sharing',
          account: 'ada',
          unit,
        });
      await bring(
        world(),
        [
          reading(60, 'denied', { account: 'ada-l' }),
          reading(40, 'denied', { account: 'ada-l' }),
          reading(5, 'allowed', { account: 'ada-l' }),
          reading(50, 'allowed', { account: 'work' }),
          ...['cats', 'notes', 'recipes'].map((unit, at) =>
            blog(30 - at, unit, at === 1 ? 'allowed' : 'denied'),
          ),
        ].sort((a, b) => a.at.localeCompare(b.at)),
      );
      assert.equal(
        (await world().command(['status'])).code,
        1,
        'status ends with 1 while something returned',
      );
      await until(
        'the mark on the button',
        async () =>
          (await world().probe.evaluate(() =>
            (globalThis.browser ?? globalThis.chrome).action.getBadgeText({}),
          )) === '!',
      );
      const page = await dashboard(world());
      const rows = await page.$$eval('tr[data-platform]', all =>
        all.map(row => [row.dataset.platform, row.cells[1].textContent, row.dataset.rowState]),
      );
      for (const wanted of [
        ['linkedin', 'ada-l', 'returned'],
        ['linkedin', 'work', 'allowed'],
        ['tumblr', 'ada · cats', 'denied'],
        ['tumblr', 'ada · notes', 'allowed'],
        ['tumblr', 'ada · recipes', 'denied'],
      ]) {
        assert.ok(
          rows.some(row => row.join() === wanted.join()),
          `${wanted} in ${JSON.stringify(rows)}`,
        );
      }
      assert.ok(
        rows.some(row => row.join() === 'linkedin,not shown on the page,denied'),
        'a reading without an account is kept apart',
      );
      const tracks = () =>
        page.$$eval('.track', all =>
          all.map(track => ({
            says: track.getAttribute('aria-label'),
            runs: track.querySelectorAll('.run').length,
            returned: track.querySelectorAll('.mark-returned').length,
          })),
        );
      const own = await until(
        'the lane',
        async () => (await tracks()).find(({ says }) => says.includes('ada-l')),
        { seen: tracks },
      );
      assert.deepEqual([own.runs, own.returned], [2, 1]);
      assert.match(own.says, /Allowed again/);
      await page.click('.as-table > summary');
      const table = await until('the table, which is drawn when it is opened', () =>
        page.$('.as-table table'),
      );
      assert.match(
        await table.evaluate(element => /** @type {HTMLElement} */ (element).innerText),
        /LinkedIn · ada-l\s+.*Allowed again/,
      );
      await page.close();
    });

    test(
      'the export that the page saves is verified by the command; the letter is filled from ' +
        'the log',
      async () => {
        const page = await dashboard(world());
        await page.evaluate(() => {
          const make = URL.createObjectURL.bind(URL);
          URL.createObjectURL = blob => {
            void blob.text().then(text => {
              globalThis.saved = { type: blob.type, text };
            });
            return make(blob);
          };
        });
        const exported = async format => {
          await page.evaluate(() => {
            globalThis.saved = undefined;
          });
          await press(page, `export-${format}`);
          return until(`the ${format} to be saved`, () => page.evaluate(() => globalThis.saved), {
            seen: () => page.$eval('#export-result', it => it.textContent),
          });
        };
        const file = path.join(world().profile.base, 'export.json');
        await writeFile(file, (await exported('json')).text);
        const verified = await world().command(['verify', file]);
        assert.equal(verified.code, 0, verified.stdout + verified.stderr);
        assert.match((await exported('html')).text, /^<!doctype html>/i);
        assert.match((await exported('csv')).text, /ada-l/);
        await page.select('#letter-form [name=platform]', 'facebook');
        await page.select('#letter-form [name=kind]', 'complaint');
        await page.$eval('#letter-form button', button => button.click());
        const letter = await page.$eval('#letter-text', area => area.value);
        assert.match(letter, /Article 77 GDPR/);
        assert.match(letter, /by my own account, the objection was refused \(Ada\)/);
        assert.match(letter, /No legal advice/);
        await page.close();
      },
    );

    test("another computer's export is taken in, kept apart, and changes no state", async () => {
      const { file, record } = await exportOfAnother(world());
      const before = await world().status();
      const page = await dashboard(world());
      const input = await page.$('#import-file');
      await input.uploadFile(file);
      await until(
        'the page to tell it',
        () =>
          page.$eval('#import-result', element =>
            element.textContent.startsWith('New entries taken in: 3'),
          ),
        { seen: () => page.$eval('#import-result', element => element.textContent) },
      );
      await until('the record to be listed', () => page.$(`[data-source="${record}"]`));
      await page.$eval(`[data-source="${record}"] button`, button => button.click());
      await until(
        'its history',
        () =>
          page.$eval('#history-count', element => element.textContent.startsWith('Shown: 3 of 3')),
        { seen: () => page.$eval('#history-count', element => element.textContent) },
      );
      // in one step: the list may be drawn anew between finding a row and clicking it
      await until('its details', () =>
        page.evaluate(() => {
          if (!document.querySelector('.detail')) document.querySelector('.item .row').click();
          return document.querySelector('.detail') !== null;
        }),
      );
      assert.ok(
        (await page.$eval('.detail', element => element.textContent)).includes(record),
        'where it came from is told',
      );
      await input.uploadFile(file);
      await until('nothing new the second time', () =>
        page.$eval('#import-result', element =>
          element.textContent.startsWith('New entries taken in: 0'),
        ),
      );
      assert.deepEqual(await world().status(), before);
      await page.close();
    });

    test("erase leaves no trace in the log's file, nor in what the browser keeps for the extension", async () => {
      const marker = 'zq7-erase-me-marker';
      await world().ask({
        type: 'declare',
        fact: {
          platform: 'x',
          control: 'grok-training',
          account: marker,
          kind: 'in-app',
          date: '2026-02-03',
          note: `note ${marker}`,
        },
      });
      await until('the marked line', async () =>
        (await world().status()).some(({ account }) => account === marker),
      );
      assert.ok(
        (await traces(world().profile, marker)).length > 0,
        'the search finds what is there',
      );
      const page = await dashboard(world());
      await press(page, 'erase');
      await page.click('#erase-scopes input[value="0"]');
      await page.click('#erase-dialog [value=erase]');
      await until(
        'the page to tell it',
        () =>
          page.$eval('#erase-result', element =>
            /^Erased entries: [1-9]/.test(element.textContent),
          ),
        { seen: () => page.$eval('#erase-result', element => element.textContent) },
      );
      assert.equal((await world().verify()).ok, true);
      assert.deepEqual(await world().status(), []);
      assert.deepEqual((await world().stored('local', 'queue')).rows, []);
      assert.equal(
        JSON.stringify(
          await world().probe.evaluate(() =>
            (globalThis.browser ?? globalThis.chrome).storage.local.get(null),
          ),
        ).includes(marker),
        false,
      );
      assert.ok(
        (await world().stored('local', 'followed')).length > 0,
        'the choice of platforms is no part of the log',
      );
      // Firefox keeps old bytes in the database behind its storage, out of an extension's reach;
      // the page
      // says so
      const ours = async () =>
        (await traces(world().profile, marker)).filter(
          file => !(name === 'firefox' && /\.sqlite(-wal)?$/.test(file)),
        );
      await until('no trace in any file', async () => (await ours()).length === 0, { seen: ours });
      await page.close();
    });

    test('nothing went wrong on any page', () =>
      assert.deepEqual(
        world().errors.filter(line => line.includes('dashboard.html')),
        [],
      ));

    test('and once the browser has closed there is none in any file of its own either', async t => {
      await world().browser.close();
      const left = await traces(world().profile, 'zq7-erase-me-marker');
      if (name === 'firefox')
        t.diagnostic(
          'bytes that Firefox keeps in files of its own: ' +
            `${left.length === 0 ? 'none' : left.map(file => path.extname(file)).join(', ')}`,
        );
      assert.deepEqual(
        left.filter(
          file =>
            name !== 'firefox' || !/storage\/default\/moz-extension.*\.sqlite(-wal)?$/.test(file),
        ),
        [],
      );
    });
  });
}

/** The log of another computer, as a file. */
async function exportOfAnother(world) {
  const data = path.join(world.profile.base, 'other');
  const host = new Host(
    path.join(binaries(), 'optoutlog-host'),
    [`chrome-extension://${(await readIds()).chromium[0]}/`],
    data,
  );
  try {
    await host.ask('record', {
      entries: [
        reading(9, 'allowed'),
        reading(8, 'denied', { actor: 'user', how: 'changed', sure: 'likely' }),
        reading(7, 'denied'),
      ],
    });
    const { text } = await host.ask('export', { format: 'json' });
    const { record } = await host.ask('verify', {});
    const file = path.join(world.profile.base, 'other.json');
    await writeFile(file, text);
    return { file, record };
  } finally {
    await host.end();
  }
}

/**
 * Files of the log and of the browser's storage for extensions in which `marker` stands, as UTF-8
 * or UTF-16.
 */
async function traces(profile, marker) {
  const wanted = [Buffer.from(marker, 'utf8'), Buffer.from(marker, 'utf16le')];
  const found = [];
  for (const folder of [profile.data, profile.home]) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath ?? entry.path, entry.name);
      if (
        folder === profile.home &&
        !/Local Extension Settings|IndexedDB|File System|moz-extension|Local Storage|Sync Extension|storage-sync|browser-extension-data/.test(
          file,
        )
      )
        continue;
      const bytes = await readFile(file).catch(() => Buffer.alloc(0)); // a file that went meanwhile
      if (wanted.some(one => bytes.includes(one))) found.push(path.relative(profile.base, file));
    }
  }
  return found;
}
