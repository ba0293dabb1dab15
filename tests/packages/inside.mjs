// Run on a throw-away copy of this machine by installed.test.mjs: installs the package given in
// OPTOUTLOG_DEB for good, as an administrator would, looks with real browsers, and removes it
// again.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { extensionSource, root } from '../e2e/lib/profile.mjs';
import { grantNativeMessaging, inChromium, inFirefox, newHome } from './findable.mjs';
import { recordOne } from './record.mjs';

const deb = process.env.OPTOUTLOG_DEB;
const bin = process.env.OPTOUTLOG_BIN ?? path.join(root, 'build/release/bin');
const browsers = { chromium: inChromium, firefox: inFirefox };

/**
 * Every path of the machine that a package may touch, without dpkg's own books, logs and caches.
 */
function everything() {
  const books = [
    '/var/lib/dpkg',
    '/var/cache',
    '/var/log',
    '/var/lib/apt',
    '/usr/share/mime',
    '/etc/ld.so.cache',
  ];
  const pruned = books.flatMap(book => ['-path', book, '-o']).slice(0, -1);
  return execFileSync(
    'find',
    [
      '/etc',
      '/usr',
      '/var',
      '/opt',
      '/lib',
      '-xdev',
      '(',
      ...pruned,
      ')',
      '-prune',
      '-o',
      '-print',
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  )
    .split('\n')
    .filter(name => !/__pycache__/.test(name));
}

/** What is in one list and not in the other: they hold a hundred thousand names. */
function beyond(list, other) {
  const known = new Set(other);
  return list.filter(name => !known.has(name));
}

function must(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', ...options });
  assert.equal(result.status, 0, `${command} ${args.join(' ')}: ${result.stdout}${result.stderr}`);
  return result.stdout;
}

function answered(found) {
  assert.equal(found.loaded, true, 'the browser did not load the extension');
  assert.equal(found.host.name, 'optoutlog-host', JSON.stringify(found.host));
  assert.equal(found.host.protocol, 1);
  assert.equal(found.policy.failed, undefined, JSON.stringify(found.policy));
  assert.equal(found.policy.protocol, 1, JSON.stringify(found.policy));
}

describe('the Debian package on this machine', () => {
  const home = newHome();
  let clean;
  before(() => {
    assert.equal(
      process.env.OPTOUTLOG_THROWAWAY,
      '1',
      'this changes the machine that it runs on: start installed.test.mjs',
    );
    clean = everything();
  });

  test('installs over what was registered by hand, with everything that it depends on', () => {
    must(path.join(bin, 'optoutlog'), [
      'register',
      '--system',
      '--browser',
      'chromium',
      '--browser',
      'firefox',
    ]);
    must('dpkg', ['-i', deb]);
    assert.match(must('dpkg-query', ['-W', '-f=${db:Status-Status}', 'optoutlog']), /^installed$/);
    assert.equal(
      must('optoutlog', ['--version']).trim(),
      must(path.join(bin, 'optoutlog'), ['--version']).trim(),
    );
  });

  for (const [name, start] of Object.entries(browsers)) {
    test(`${name} loads the extension that came with it, asking for nothing`, async () => {
      assert.equal((await start(newHome())).loaded, true);
    });
  }

  test('given the permission, both browsers reach the log program; it answers hello', async () => {
    grantNativeMessaging('/usr/share/webext/optoutlog');
    for (const start of Object.values(browsers)) answered(await start(home));
  });

  test('doctor finds nothing wrong', () => {
    const report = JSON.parse(
      must('optoutlog', ['doctor', '--json', '--browser', 'chromium', '--browser', 'firefox'], {
        env: home.env,
      }),
    );
    assert.deepEqual(
      report.browsers.map(({ browser, result }) => [browser, result]),
      [
        ['chromium', 'PASS'],
        ['firefox', 'PASS'],
      ],
      JSON.stringify(report, null, 1),
    );
  });

  test("register --system on top leaves the package's links alone, and unregister does too", () => {
    const file = '/etc/chromium/native-messaging-hosts/org.optoutlog.host.json';
    assert.match(
      must('optoutlog', ['register', '--system', '--browser', 'chromium', '--browser', 'firefox']),
      /unchanged/,
    );
    must('optoutlog', ['unregister', '--system']);
    assert.equal(
      must('readlink', [file]).trim(),
      '/usr/share/optoutlog/native-messaging-hosts/chromium/org.optoutlog.host.json',
    );
  });

  test("removing it leaves nothing of it, purging neither, and the user's log stays", () => {
    recordOne('/usr/lib/optoutlog/optoutlog-host', home.home);
    must('dpkg', ['--remove', 'optoutlog']);
    assert.deepEqual(beyond(everything(), clean), []);
    must('dpkg', ['--purge', 'optoutlog']);
    assert.deepEqual(beyond(clean, everything()), []);
    assert.ok(existsSync(path.join(home.home, '.local/share/optoutlog/record.db')));
  });

  test('afterwards no browser finds the extension', async () => {
    for (const start of Object.values(browsers))
      assert.equal((await start(newHome())).loaded, false);
  });
});

for (const scope of ['user', 'system']) {
  describe(`register alone, ${scope}-wide`, () => {
    const flags = scope === 'system' ? ['--system'] : [];
    const extension = path.join(
      mkdtempSync(path.join(tmpdir(), 'optoutlog extension ')),
      'extension',
    );
    let home;
    before(() => {
      cpSync(extensionSource, extension, { recursive: true });
      grantNativeMessaging(extension);
      home = newHome();
    });
    const names = Object.keys(browsers).flatMap(name => ['--browser', name]);

    test('before it, neither browser finds the log program', async () => {
      for (const start of Object.values(browsers)) {
        const found = await start(home, extension);
        assert.equal(found.loaded, true);
        assert.match(found.host.failed, /not found|No such native application/);
      }
    });

    test('after it, both do', async () => {
      must(path.join(bin, 'optoutlog'), ['register', ...flags, ...names], { env: home.env });
      for (const start of Object.values(browsers)) answered(await start(home, extension));
    });

    test('after unregister, neither does, and no manifest is left', async () => {
      must(path.join(bin, 'optoutlog'), ['unregister', ...flags], { env: home.env });
      const places = [
        '/etc/chromium',
        '/usr/lib/mozilla',
        path.join(home.home, '.config/chromium'),
        path.join(home.home, '.mozilla'),
      ].filter(existsSync);
      for (const place of places)
        assert.deepEqual(
          readdirSync(place, { recursive: true }).filter(name => /org\.optoutlog/.test(name)),
          [],
        );
      for (const start of Object.values(browsers))
        assert.match(
          (await start(home, extension)).host.failed,
          /not found|No such native application/,
        );
    });
  });
}
