// register, from outside: what is written for each row of the table, and that it all goes again.
// What unregister leaves: unregister.test.mjs.
import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  lstatSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { faults } from './validator.mjs';
import { callers, Computer, ids, onLinux } from './world.mjs';

const hosts = Object.values(ids.names);
const registrable = onLinux.filter(browser => browser.works !== 'no' && !browser.only_named);

let computer;
beforeEach(() => {
  computer = new Computer({ policy: true });
});
afterEach(() => computer.remove());

/** The manifests that the rows say, as full paths with their family. */
function expected(browsers, scope) {
  const result = new Map();
  for (const browser of browsers) {
    for (const place of browser.linux[scope]) {
      if (place.writes === false || (place.needs && !existsSync(computer.fill(place.needs))))
        continue;
      for (const host of hosts)
        result.set(path.join(computer.fill(place.path), `${host}.json`), browser.family);
    }
  }
  return result;
}

describe('register', () => {
  for (const scope of ['user', 'system']) {
    test(
      `with every browser there, ${scope}: each row gets what it says, valid, and unregister ` +
        'restores the tree',
      () => {
        computer.install(onLinux);
        const before = [computer.tree('home'), computer.tree('root')];
        const flags = scope === 'system' ? ['--system'] : [];
        computer.ok(['register', ...flags, '--plan']);
        assert.deepEqual(
          [computer.tree('home'), computer.tree('root')],
          before,
          '--plan wrote something',
        );

        computer.ok(['register', ...flags]);
        const want = expected(registrable, scope);
        assert.deepEqual(
          computer.written(scope === 'user' ? 'home' : 'root').sort(),
          [...want.keys()].sort(),
        );
        for (const [file, family] of want) {
          assert.deepEqual(faults(file, family, { callers: callers[family] }), [], file);
        }
        const after = [computer.tree('home'), computer.tree('root')];
        computer.ok(['register', ...flags]);
        assert.deepEqual(
          [computer.tree('home'), computer.tree('root')],
          after,
          'a second register changed something',
        );

        computer.ok(['unregister', ...flags]);
        assert.deepEqual([computer.tree('home'), computer.tree('root')], before);
      },
    );
  }

  for (const browser of onLinux.filter(it => it.works !== 'no')) {
    test(`for ${browser.name} alone, named, though it is not there`, () => {
      for (const place of browser.linux.user)
        if (place.needs) computer.make(path.relative(computer.path, computer.fill(place.needs)));
      const before = computer.tree('home');
      computer.ok(['register', '--browser', browser.id]);
      assert.deepEqual(
        computer.written('home').sort(),
        [...expected([browser], 'user').keys()].sort(),
      );
      computer.ok(['unregister', '--browser', browser.id]);
      assert.deepEqual(computer.tree('home'), before);
    });
  }

  test('a sandboxed browser that cannot work is refused by name with its reason', () => {
    for (const browser of onLinux.filter(it => it.works === 'no')) {
      const result = computer.run(['register', '--browser', browser.id]);
      assert.equal(result.status, 1, browser.id);
      assert.ok(result.stderr.includes(browser.why), result.stderr);
      assert.deepEqual(computer.written('home'), []);
    }
  });

  test('under umask 077 manifests are readable and system folders can be entered', () => {
    computer.ok(['register', '--browser', 'chromium', '--browser', 'firefox', '--system'], {
      umask: '077',
    });
    for (const file of computer.written('root')) {
      assert.equal(statSync(file).mode & 0o777, 0o644);
      for (
        let folder = path.dirname(file);
        folder !== computer.at('root');
        folder = path.dirname(folder)
      ) {
        assert.equal(statSync(folder).mode & 0o777, 0o755, folder);
      }
    }
    computer.ok(['register', '--browser', 'chromium'], { umask: '077' });
    for (const file of computer.written('home')) assert.equal(statSync(file).mode & 0o777, 0o644);
  });

  test('without a host nothing is written and the next step is told', () => {
    computer.install(onLinux);
    const before = computer.tree('home');
    chmodSync(computer.at('bin/optoutlog-host'), 0o644);
    const result = computer.run(['register']);
    assert.equal(result.status, 1);
    assert.match(result.stderr, /missing or not executable/);
    assert.match(result.stderr, /--host FILE/);
    assert.deepEqual(computer.tree('home'), before);
  });

  test('without any browser it says so and how to name one', () => {
    const result = computer.run(['register']);
    assert.equal(result.status, 1);
    assert.match(result.stderr, /No browser .* was found/);
    assert.match(result.stderr, /--browser firefox/);
  });

  test('where the only browser cannot work, it says which and why, not that none was found', () => {
    for (const id of ['chromium-snap', 'chrome-flatpak', 'tor-browser']) {
      const browser = onLinux.find(it => it.id === id);
      computer.install([browser]);
      const before = computer.tree('home');
      const result = computer.run(['register'], { env: { COLUMNS: '1000' } });
      assert.equal(result.status, 1, id);
      assert.doesNotMatch(result.stderr, /No browser/);
      assert.ok(
        result.stderr.includes(browser.name) &&
          result.stderr.includes(browser.why || browser.only_named),
        result.stderr,
      );
      assert.deepEqual(computer.tree('home'), before);
      rmSync(computer.at('home'), { recursive: true });
      computer.make('home');
    }
  });

  test('a browser that is left out beside others is named, without --plan too', () => {
    computer.make('home/snap/chromium');
    computer.make('home/.mozilla/firefox');
    assert.match(
      computer.ok(['register'], { env: { COLUMNS: '1000' } }),
      /left out +Chromium \(snap\): /,
    );
  });

  test('Tor Browser, named but not there, gets nothing, which is said and no success', () => {
    const result = computer.run(['register', '--browser', 'tor-browser'], {
      env: { COLUMNS: '1000' },
    });
    assert.equal(result.status, 1);
    assert.match(result.stderr, /Tor Browser: It was not found[^]*Nothing was written/);
    assert.ok(result.stderr.includes(computer.at('home/tor-browser')), result.stderr);
    assert.deepEqual(computer.tree('home'), {});
  });

  test(
    'root in the home of another user is refused, with --force too, and so is unregister',
    { skip: process.getuid() !== 0 },
    () => {
      computer.make('home/.mozilla/firefox');
      spawnSync('chown', ['-R', '64123:64123', computer.at('home')]);
      const before = computer.tree('home');
      for (const args of [['register'], ['register', '--force'], ['unregister']]) {
        const result = computer.run(args);
        assert.equal(result.status, 1, args.join(' '));
        assert.match(result.stderr, /root[^]*another user[^]*--system/);
        assert.deepEqual(computer.tree('home'), before);
      }
      computer.ok(['register', '--system', '--browser', 'firefox']);
      assert.deepEqual(computer.tree('home'), before);
    },
  );

  test('where a shell does not find this command, the printed commands have its full path', () => {
    const env = { PATH: '/usr/bin:/bin', COLUMNS: '60' };
    const said = computer.ok(['register', '--browser', 'firefox'], { env });
    const own = `'${computer.at('bin/optoutlog')}'`;
    assert.ok(said.includes(`${own} doctor`) && said.includes(`${own} unregister`), said);
    rmSync(computer.at('home/.mozilla/native-messaging-hosts', `${hosts[0]}.json`));
    const { stdout } = computer.run(['doctor', '--browser', 'firefox'], { env });
    const remedy =
      // its name may stand below
      stdout.split('\n').find(line => /^ *do: .*register/.test(line)) ?? assert.fail(stdout);
    const command = remedy.replace(/^ *do: /, '').replace(/ *\[manifest\.missing\]$/, '');
    assert.ok(command.startsWith(`${own} register`), remedy);
    assert.equal(
      spawnSync('/bin/sh', ['-c', command], { env: { ...computer.env, ...env } }).status,
      0,
    );
    assert.equal(computer.run(['doctor', '--browser', 'firefox']).status, 0);
    assert.doesNotMatch(computer.ok(['register', '--browser', 'chromium']), /\/optoutlog doctor/);
  });

  test('links of a package to the same bytes are left alone, by register and unregister', () => {
    const folder = 'root/etc/chromium/native-messaging-hosts';
    computer.ok(['register', '--system', '--browser', 'chromium']);
    for (const host of hosts) {
      const file = computer.at(folder, `${host}.json`);
      const packaged = computer.write(`root/usr/share/optoutlog/${host}.json`, readFileSync(file));
      rmSync(file);
      symlinkSync(packaged, file);
    }
    rmSync(computer.at('root/var'), { recursive: true }); // the receipt: the package has none
    const before = computer.tree('root');
    assert.match(computer.ok(['register', '--system', '--browser', 'chromium']), /unchanged/);
    assert.deepEqual(computer.tree('root'), before);
    computer.ok(['unregister', '--system']);
    assert.deepEqual(computer.tree('root'), before);
    for (const host of hosts)
      assert.ok(lstatSync(computer.at(folder, `${host}.json`)).isSymbolicLink());
  });

  test('a link to anything else is not ours', () => {
    const file = computer.at('root/etc/chromium/native-messaging-hosts', `${hosts[0]}.json`);
    symlinkSync(
      computer.write('root/elsewhere.json', '{}'),
      (computer.make('root/etc/chromium/native-messaging-hosts'), file),
    );
    const refused = computer.run(['register', '--system', '--browser', 'chromium']);
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /was not written by optoutlog/);
  });

  test('a name that is not in the table is a usage error that shows the way', () => {
    const result = computer.run(['register', '--browser', 'netscape']);
    assert.equal(result.status, 2);
    assert.match(result.stderr, /--list/);
    assert.match(computer.ok(['register', '--list']), /^firefox +Firefox/m);
  });

  test('--user-data-dir puts it into a profile of its own', () => {
    computer.ok([
      'register',
      '--browser',
      'chromium',
      '--user-data-dir',
      computer.at('home/a profile'),
    ]);
    assert.ok(
      existsSync(computer.at('home/a profile/NativeMessagingHosts/org.optoutlog.host.json')),
    );
  });

  test('packagers stage into a folder, with the path that will be', () => {
    computer.ok([
      'register',
      '--system',
      '--browser',
      'firefox',
      '--host-path',
      '/usr/lib/optoutlog/optoutlog-host',
    ]);
    const file = computer.at(
      'root/usr/lib/mozilla/native-messaging-hosts/org.optoutlog.policy.json',
    );
    assert.equal(
      JSON.parse(readFileSync(file, 'utf8')).path,
      '/usr/lib/optoutlog/optoutlog-policy',
    );
  });

  test('relative XDG variables are ignored, absolute ones are followed', () => {
    computer.ok(['register', '--browser', 'chromium'], { env: { XDG_CONFIG_HOME: 'relative' } });
    assert.ok(
      existsSync(computer.at('home/.config/chromium/NativeMessagingHosts/org.optoutlog.host.json')),
    );
    computer.ok(['register', '--browser', 'chromium'], {
      env: { XDG_CONFIG_HOME: computer.at('home/cfg') },
    });
    assert.ok(
      existsSync(computer.at('home/cfg/chromium/NativeMessagingHosts/org.optoutlog.host.json')),
    );
  });
});
