// What the dashboard writes and takes in: exports, letters, another log; and what an erase leaves.
import assert from 'node:assert/strict';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Host } from '../../bench/status.mjs';
import { dashboard, press, reading } from '../lib/dashboard.mjs';
import { binaries } from '../lib/host.mjs';
import { readIds } from '../lib/profile.mjs';
import { until } from '../lib/until.mjs';

/** A name that stands nowhere else. */
/** Where a browser keeps an extension's storage; it overwrites what it holds in its own time. */
export const DATABASES =
  /storage\/default\/moz-extension.*\.sqlite(-wal)?$|\/Local Extension Settings\/.*\.(log|ldb)$/;

export const MARKER = 'zq7-erase-me-marker';

/** What the page saves is verified by the command; the letter is filled from the log. */
export async function exportsAndWrites(world) {
  const page = await dashboard(world);
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
  const file = path.join(world.profile.base, 'export.json');
  await writeFile(file, (await exported('json')).text);
  const verified = await world.command(['verify', file]);
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
}

/** Another computer's export is taken in, kept apart, and changes no state. */
export async function imports(world) {
  const { file, record } = await exportOfAnother(world);
  const before = await world.status();
  const page = await dashboard(world);
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
    () => page.$eval('#history-count', element => element.textContent.startsWith('Shown: 3 of 3')),
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
  assert.deepEqual(await world.status(), before);
  await page.close();
}

/** No trace is left in the log's file, nor in what the browser keeps for the extension. */
export async function erases(world) {
  const marker = MARKER;
  await world.ask({
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
    (await world.status()).some(({ account }) => account === marker),
  );
  assert.ok((await traces(world.profile, marker)).length > 0, 'the search finds what is there');
  const page = await dashboard(world);
  await press(page, 'erase');
  await page.click('#erase-scopes input[value="0"]');
  await page.click('#erase-dialog [value=erase]');
  await until(
    'the page to tell it',
    () =>
      page.$eval('#erase-result', element => /^Erased entries: [1-9]/.test(element.textContent)),
    { seen: () => page.$eval('#erase-result', element => element.textContent) },
  );
  assert.equal((await world.verify()).ok, true);
  assert.deepEqual(await world.status(), []);
  assert.deepEqual((await world.stored('local', 'queue')).rows, []);
  assert.equal(
    JSON.stringify(
      await world.probe.evaluate(() =>
        (globalThis.browser ?? globalThis.chrome).storage.local.get(null),
      ),
    ).includes(marker),
    false,
  );
  assert.ok(
    (await world.stored('local', 'followed')).length > 0,
    'the choice of platforms is no part of the log',
  );
  // Firefox keeps old bytes in the database behind its storage, out of an extension's reach; the
  // page says so
  const ours = async () =>
    (await traces(world.profile, marker)).filter(file => !DATABASES.test(file));
  await until('no trace in any file', async () => (await ours()).length === 0, { seen: ours });
  await page.close();
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

/** Where a browser keeps what an extension has. */
const STORAGE = new RegExp(
  [
    'Local Extension Settings',
    'IndexedDB',
    'File System',
    'moz-extension',
    'Local Storage',
    'Sync Extension',
    'storage-sync',
    'browser-extension-data',
  ].join('|'),
);

/**
 * Files of the log and of the browser's storage for extensions in which `marker` stands, as UTF-8
 * or UTF-16.
 */
export async function traces(profile, marker) {
  const wanted = [Buffer.from(marker, 'utf8'), Buffer.from(marker, 'utf16le')];
  const found = [];
  for (const folder of [profile.data, profile.home]) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath ?? entry.path, entry.name);
      if (folder === profile.home && !STORAGE.test(file)) continue;
      const bytes = await readFile(file).catch(() => Buffer.alloc(0)); // a file that went meanwhile
      if (wanted.some(one => bytes.includes(one))) found.push(path.relative(profile.base, file));
    }
  }
  return found;
}
