// Each failure that users of native hosts meet, made on purpose: doctor names exactly it, and where
// its remedy is a command, running that command makes everything well again. What it says to a
// user who is not root: doctor-rights.test.mjs.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { both, chromiumFile, firefoxFile, happenOn, hello, host, id, printing } from './damage.mjs';
import { manifestFailures } from './manifest-failures.mjs';
import { programFailures } from './program-failures.mjs';
import { findings, follow } from './remedies.mjs';
import { systemFailures } from './system-failures.mjs';
import { Computer, ids, onLinux } from './world.mjs';

let computer;
beforeEach(() => {
  computer = new Computer();
  happenOn(computer);
});
afterEach(() => computer.remove());

test('with every browser on a healthy computer all is well, and doctor changes nothing', () => {
  computer.install(onLinux);
  computer.ok(['register']);
  const before = [computer.tree('home'), computer.tree('root')];
  const report = computer.doctor();
  assert.equal(report.status, 0);
  assert.equal(report.ok, true);
  for (const browser of onLinux) {
    const { result } = report.browsers.find(it => it.browser === browser.id);
    const want = browser.works ? 'WARN' : browser.only_named ? 'SKIP' : 'PASS';
    assert.equal(result, want, `${browser.id}: ${JSON.stringify(findings(report, browser.id))}`);
  }
  assert.deepEqual([computer.tree('home'), computer.tree('root')], before);
});

test('system-wide alone passes too', () => {
  computer.make('home/.config/chromium/Default');
  computer.make('home/.mozilla/firefox');
  // the temporary folder is closed to other users, whom a system manifest has to serve
  chmodSync(computer.path, 0o755);
  computer.ok(['register', '--system']);
  const report = computer.doctor();
  assert.equal(report.result, 'PASS', JSON.stringify(report, null, 1));
});

test('a browser that is not here is skipped; none at all is a warning', () => {
  const report = computer.doctor();
  assert.equal(report.status, 0);
  assert.ok(report.browsers.every(browser => browser.result === 'SKIP'));
  assert.deepEqual(
    report.general.map(check => check.name),
    ['browser.none'],
  );
});

describe('doctor names exactly', () => {
  for (const [scenario, browser, spoil, names, { cure, says, warns, general = [], args = [] }] of [
    ...manifestFailures,
    ...programFailures,
    ...systemFailures,
  ]) {
    test(`${scenario}, in ${browser}`, () => {
      computer.make('home/.config/chromium/Default');
      computer.make('home/.mozilla/firefox');
      computer.ok(['register']);
      assert.equal(computer.doctor().result, 'PASS');
      spoil();
      const report = computer.doctor(['--browser', browser, ...args]);
      const found = findings(report, browser);
      assert.deepEqual(
        found.map(check => check.name),
        names,
        JSON.stringify(found, null, 1),
      );
      assert.deepEqual(
        report.general.map(check => check.name),
        general,
      );
      assert.equal(report.status, warns ? 0 : 1);
      assert.equal(report.result, warns ? 'WARN' : 'FAIL');
      for (const check of found) {
        assert.ok(check.what.length > 0 && check.remedy.length > 0, JSON.stringify(check));
        assert.doesNotMatch(check.what + check.remedy, /[{}](?!.*")/, 'a brace was not filled in');
      }
      if (says)
        assert.ok(
          found.some(check => check.what.includes(says)),
          `${says} is not in ${JSON.stringify(found)}`,
        );
      // For people the same, with the remedy below.
      const text = computer.run(['doctor', '--browser', browser, ...args], {
        env: { COLUMNS: '400' },
      }).stdout;
      for (const check of found)
        assert.ok(text.includes(check.what) && text.includes(check.remedy), text);
      if (!cure) return;
      follow(found.at(-1).remedy);
      assert.equal(
        computer.doctor(['--browser', browser]).result,
        'PASS',
        JSON.stringify(computer.doctor(['--browser', browser]), null, 1),
      );
    });
  }

  for (const browser of onLinux.filter(it => it.works)) {
    test(`${browser.name}, a sandboxed package, with its own remedy`, () => {
      computer.install([browser]);
      const [check] = findings(computer.doctor(), browser.id);
      assert.equal(
        check.name,
        browser.works === 'no' ? 'browser.sandboxed' : 'browser.sandbox-asks',
      );
      assert.equal(check.result, 'WARN');
      assert.ok(check.what.includes(browser.why));
      assert.equal(check.remedy, browser.remedy.replace('{host}', ids.names.host));
    });
  }

  test('a shell with a record of its own', () => {
    const report = computer.doctor([], { env: { OPTOUTLOG_DATA: computer.at('home/elsewhere') } });
    assert.equal(report.general[0].name, 'record.elsewhere');
  });

  test('a policy host that is there but not registered, as a warning', () => {
    computer.make('home/.mozilla/firefox');
    computer.ok(['register']);
    copyFileSync(computer.at('bin/optoutlog-host'), computer.at('bin/optoutlog-policy'));
    const report = computer.doctor();
    assert.deepEqual(
      findings(report, 'firefox').map(check => [check.name, check.host]),
      [['manifest.optional-missing', 'org.optoutlog.policy']],
    );
    assert.equal(report.status, 0);
  });

  test('a user data folder of its own', () => {
    computer.make('home/.config/chromium/Default');
    computer.ok(['register']);
    mkdirSync(computer.at('home/profile'));
    const report = computer.doctor([
      '--browser',
      'chromium',
      '--user-data-dir',
      computer.at('home/profile'),
    ]);
    assert.equal(report.status, 1);
    assert.equal(report.browsers[1].checks[0].name, 'manifest.missing');
    follow(report.browsers[1].checks[0].remedy);
    assert.equal(
      computer.doctor(['--browser', 'chromium', '--user-data-dir', computer.at('home/profile')])
        .result,
      'PASS',
    );
  });

  test('the user data folder of the environment, and the remedy names it', () => {
    computer.make('home/.config/chromium/Default');
    computer.ok(['register']);
    const env = { CHROME_USER_DATA_DIR: computer.make('home/profile') };
    const report = computer.doctor(['--browser', 'chromium'], { env });
    assert.deepEqual(
      findings(report, 'chromium').map(check => check.name),
      ['manifest.missing'],
    );
    follow(findings(report, 'chromium')[0].remedy);
    assert.equal(computer.doctor(['--browser', 'chromium'], { env }).result, 'PASS');
  });

  test(
    'what is wrong in a user data folder with a quote in its name, with remedies that the ' +
      'shell takes',
    () => {
      computer.make('home/.config/chromium/Default');
      chmodSync(computer.path, 0o755);
      computer.ok(['register', '--system']);
      const folder = computer.make('home/it\'s "mine"; $HOME');
      const file = path.join(folder, 'NativeMessagingHosts/org.optoutlog.host.json');
      computer.ok(['register', '--browser', 'chromium', '--user-data-dir', folder]);
      const look = () =>
        computer.doctor(['--browser', 'chromium', '--user-data-dir', folder]).browsers[1];
      const name = path.relative(computer.path, file);
      const good = computer.read(name);
      for (const [spoil, want] of [
        [() => chmodSync(file, 0o000), ['manifest.unreadable', 'manifest.shadowing']],
        [() => computer.write(name, ''), ['manifest.empty', 'manifest.shadowing']],
      ]) {
        for (const at of want.keys()) {
          computer.write(name, good);
          assert.equal(look().result, 'PASS', JSON.stringify(look()));
          spoil();
          const { checks } = look();
          assert.deepEqual(
            checks.map(check => check.name),
            want,
          );
          follow(checks[at].remedy);
          assert.equal(look().result, 'PASS', `${checks[at].remedy}: ${JSON.stringify(look())}`);
        }
      }
    },
  );

  test('a pipe for a manifest; neither doctor nor register waits for it', () => {
    computer.make('home/.config/chromium/Default');
    computer.ok(['register']);
    rmSync(computer.at(chromiumFile));
    assert.equal(spawnSync('mkfifo', [computer.at(chromiumFile)]).status, 0);
    const found = findings(computer.doctor(['--browser', 'chromium']), 'chromium');
    assert.deepEqual(
      found.map(check => check.name),
      ['manifest.no-file'],
    );
    assert.match(computer.run(['register', '--force']).stderr, /cannot be kept for later/);
    rmSync(computer.at(chromiumFile));
    computer.ok(['register']);
    assert.equal(computer.doctor(['--browser', 'chromium']).result, 'PASS');
  });

  test('nothing, where its own input is closed', () => {
    computer.make('home/.config/chromium/Default');
    computer.ok(['register']);
    const command = '"$0" doctor --json --browser chromium --root "$1" <&-';
    const { stdout } = spawnSync(
      '/bin/sh',
      ['-c', command, computer.at('bin/optoutlog'), computer.at('root')],
      { env: computer.env, encoding: 'utf8' },
    );
    assert.equal(JSON.parse(stdout).result, 'PASS', stdout);
  });

  test('nothing, where a file beside policies.json forbids the add-on', () => {
    computer.make('home/.mozilla/firefox');
    computer.ok(['register']);
    computer.write(
      'root/etc/firefox/policies/old-policies.json',
      '{"policies": {"ExtensionSettings": {"*": {"installation_mode": "blocked"}}}}',
    );
    assert.equal(computer.doctor().result, 'PASS');
  });
});

test('doctor starts the host as a browser does: arguments, folder, bare environment', () => {
  computer.make('home/.config/chromium/Default');
  computer.make('home/.mozilla/firefox');
  const seen = computer.at('home/seen');
  host(
    `#!/bin/sh\n{ pwd; echo "$#"; for a; do echo "$a"; done; env; } ` +
      `>>'${seen}'\n${printing(both(hello())).split('\n').slice(1).join('\n')}`,
  );
  computer.ok(['register']);
  const report = computer.doctor([], {
    env: { SECRET_OF_THIS_SHELL: 'x', OPTOUTLOG_MAX_FRAME: '10' },
  });
  assert.equal(report.result, 'PASS', JSON.stringify(report));
  const text = computer.read('home/seen').toString();
  assert.ok(text.includes(`${computer.at('bin')}\n1\nchrome-extension://${id}/\n`), text);
  assert.ok(
    text.includes(`${computer.at('bin')}\n2\n${computer.at(firefoxFile)}\n${ids.firefox[0]}\n`),
    text,
  );
  assert.ok(text.includes('PATH=/usr/bin:/bin'), text);
  assert.doesNotMatch(text, /SECRET_OF_THIS_SHELL|OPTOUTLOG_/);
});
