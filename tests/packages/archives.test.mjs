// The archives for the stores: the same bytes every time, accepted by the linter and by both
// browsers, and every permission justified in each store's text.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { executable as chromium } from '../e2e/lib/chromium.mjs';
import { executable as firefox } from '../e2e/lib/firefox.mjs';
import { root } from '../e2e/lib/profile.mjs';
import { until } from '../e2e/lib/until.mjs';
import { unwrapped } from '../gates/papers.mjs';

const script = path.join(root, 'scripts/pack-extension.py');
const manifest = JSON.parse(readFileSync(path.join(root, 'extension/manifest.json'), 'utf8'));
const chromiumRuns = spawnSync(chromium, ['--version']).status === 0;
const firefoxRuns = spawnSync(firefox, ['--version']).status === 0;

/** Names, times and modes in an archive, as Python's zipfile reads them. */
function entries(file) {
  const code =
    'import json,sys,zipfile\nprint(json.dumps([[e.filename,e.date_time,e.external_attr>>16,' +
    'e.compress_type] for e in zipfile.ZipFile(sys.argv[1]).infolist()]))';
  return JSON.parse(execFileSync('python3', ['-c', code, file], { encoding: 'utf8' }));
}

describe('the archives for the stores', () => {
  let folder, zip, xpi, unpacked;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'optoutlog archives '));
    execFileSync('python3', [script, path.join(folder, 'one')]);
    zip = path.join(folder, 'one', `optoutlog-${manifest.version}.zip`);
    xpi = path.join(folder, 'one', `optoutlog-${manifest.version}.xpi`);
    unpacked = path.join(folder, 'unpacked');
    execFileSync('python3', ['-m', 'zipfile', '-e', zip, unpacked]);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** A copy of what the script needs, elsewhere. */
  function copy(name) {
    const place = path.join(folder, name);
    for (const part of ['scripts/pack-extension.py', 'extension'])
      cpSync(path.join(root, part), path.join(place, part), { recursive: true });
    return place;
  }

  test(
    'a second build elsewhere, later, under another umask, zone and language, gives the same ' +
      'bytes',
    () => {
      const place = copy('elsewhere');
      for (const name of readdirSync(path.join(place, 'extension'), { recursive: true }))
        utimesSync(path.join(place, 'extension', name), 1, 1);
      const env = { ...process.env, TZ: 'Pacific/Kiritimati', LC_ALL: 'C', PYTHONHASHSEED: '7' };
      execFileSync('/bin/sh', ['-c', 'umask 077; exec python3 scripts/pack-extension.py ../two'], {
        cwd: place,
        env,
      });
      for (const file of [zip, xpi]) {
        assert.ok(
          readFileSync(file).equals(readFileSync(path.join(folder, 'two', path.basename(file)))),
          file,
        );
      }
    },
  );

  test('the zip and the xpi hold the same bytes', () => {
    assert.ok(readFileSync(zip).equals(readFileSync(xpi)));
  });

  test('names are sorted, times and modes fixed; only what is for developers is left out', () => {
    const list = entries(zip);
    const names = list.map(([name]) => name);
    assert.deepEqual(
      names,
      [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
    );
    for (const [name, time, mode, method] of list)
      assert.deepEqual([time, mode, method], [[1980, 1, 1, 0, 0, 0], 0o100644, 0], name);
    const all = readdirSync(path.join(root, 'extension'), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry =>
        path.relative(
          path.join(root, 'extension'),
          path.join(entry.parentPath ?? entry.path, entry.name),
        ),
      );
    const left = all.filter(name => !names.includes(name));
    assert.ok(
      left.every(name => name.endsWith('.d.ts') || name === 'rules/schema.json'),
      left.join(' '),
    );
    assert.deepEqual(
      names.filter(name => !all.includes(name)),
      [],
    );
  });

  test("the manifest is the folder's, without the key that the Chrome Web Store refuses", () => {
    const { key, ...rest } = manifest;
    assert.ok(key);
    assert.deepEqual(JSON.parse(readFileSync(path.join(unpacked, 'manifest.json'), 'utf8')), rest);
  });

  for (const [what, make] of [
    [
      'a file of an unknown kind',
      place => writeFileSync(path.join(place, 'extension/notes.txt'), ''),
    ],
    ['a hidden file', place => writeFileSync(path.join(place, 'extension/.secret.json'), '{}')],
    ['a link', place => symlinkSync('/etc/passwd', path.join(place, 'extension/link.json'))],
  ]) {
    test(`${what} in the folder stops it, and nothing is written`, () => {
      const place = copy(`strange ${what}`);
      make(place);
      const result = spawnSync('python3', ['scripts/pack-extension.py', 'out'], {
        cwd: place,
        encoding: 'utf8',
      });
      assert.equal(result.status, 1);
      assert.match(result.stderr, /not a kind of file that is shipped/);
      assert.deepEqual(readdirSync(path.join(place, 'out')), []);
    });
  }

  test('web-ext lint finds no error, no warning, no notice in them', () => {
    const lint = spawnSync(
      process.execPath,
      [path.join(root, 'tests/lib/lint-extension.mjs'), unpacked],
      { encoding: 'utf8' },
    );
    assert.match(lint.stdout, /^0 errors, 0 warnings, 0 notices$/m);
    assert.equal(lint.status, 0, lint.stdout);
  });

  test(
    'Chromium loads what is in the zip, and its worker runs',
    { skip: chromiumRuns ? false : 'Chromium is not here' },
    async () => {
      const browser = await puppeteer.launch({
        executablePath: chromium,
        headless: true,
        pipe: true,
        enableExtensions: [unpacked],
        userDataDir: path.join(folder, 'chromium'),
        args: [
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
          '--disable-gpu',
          '--no-first-run',
          '--host-resolver-rules=MAP * ~NOTFOUND',
        ],
      });
      try {
        const target = await browser.waitForTarget(
          it => it.type() === 'service_worker' && it.url().endsWith('/background/main.js'),
          { timeout: 60_000 },
        );
        const worker = await target.worker();
        // a worker can be met before the browser has given it its interfaces
        const loaded = await until(
          'the worker to know its manifest',
          () => worker.evaluate(() => globalThis.chrome?.runtime?.getManifest() ?? null),
          { patience: 60_000 },
        );
        assert.equal(loaded.version, manifest.version);
        assert.equal(loaded.key, undefined);
      } finally {
        await browser.close();
      }
    },
  );

  test(
    'Firefox installs the xpi',
    { skip: firefoxRuns ? false : 'Firefox is not here' },
    async () => {
      const browser = await puppeteer.launch({
        browser: 'firefox',
        executablePath: firefox,
        headless: true,
        userDataDir: path.join(folder, 'firefox'),
      });
      try {
        assert.equal(
          await browser.installExtension(xpi),
          manifest.browser_specific_settings.gecko.id,
        );
      } finally {
        await browser.close();
      }
    },
  );
});

describe('the texts for the stores', () => {
  for (const store of ['chrome', 'amo']) {
    test(`${store}.md justifies every permission of the manifest, and none besides`, () => {
      const text = unwrapped(readFileSync(path.join(root, `packaging/store/${store}.md`), 'utf8'));
      const items = text.matchAll(/^- (.+?) \((at install|asked.*?)\): .{30,}$/gm);
      const justified = new Map(
        [...items].map(([, name, when]) => [name.replaceAll('`', ''), when]),
      );
      assert.deepEqual(
        [...justified.keys()].sort(),
        [...manifest.permissions, ...manifest.optional_permissions, 'host permissions'].sort(),
      );
      for (const name of manifest.permissions) assert.equal(justified.get(name), 'at install');
      for (const name of manifest.optional_permissions)
        assert.equal(justified.get(name), 'asked, optional');
      assert.equal(manifest.host_permissions, undefined);
    });
  }

  test('amo.md quotes the data categories that the manifest declares', () => {
    const text = readFileSync(path.join(root, 'packaging/store/amo.md'), 'utf8');
    const quoted = JSON.parse(`{${/"data_collection_permissions": \{[^}]*\}/.exec(text)[0]}}`);
    assert.deepEqual(
      quoted.data_collection_permissions,
      manifest.browser_specific_settings.gecko.data_collection_permissions,
    );
  });

  test("summaries fit the stores' limits", () => {
    const description = JSON.parse(
      readFileSync(path.join(root, 'extension/_locales/en/messages.json'), 'utf8'),
    ).appDescription.message;
    const chrome = readFileSync(path.join(root, 'packaging/store/chrome.md'), 'utf8').replace(
      /\s+/g,
      ' ',
    );
    assert.ok(
      chrome.includes(`*${description}*`),
      'the short description is not the one of the package',
    );
    assert.ok(description.length <= 132);
    const amo = readFileSync(path.join(root, 'packaging/store/amo.md'), 'utf8').replace(
      /\s+/g,
      ' ',
    );
    assert.ok(/\*\*Summary\*\*[^*]*\*([^*]+)\*/.exec(amo)[1].length <= 250);
  });

  test('every image that is listed is in the repository or made by the screens', () => {
    const text = readFileSync(path.join(root, 'packaging/store/images.md'), 'utf8');
    const screens = readFileSync(path.join(root, 'tests/e2e/screens.mjs'), 'utf8');
    assert.ok(
      readFileSync(path.join(root, /`(extension\/icons\/[^`]+)`/.exec(text)[1])).length > 0,
    );
    for (const [, page, state] of text.matchAll(/`en-light-([a-z]+)-([a-z-]+)\.png`/g)) {
      assert.ok(screens.includes(page) && screens.includes(state), `${page} ${state}`);
    }
  });
});
