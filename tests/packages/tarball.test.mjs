// The tarball: unpacked into a folder with a space, set up and taken back in a private home, under
// dash and bash.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { pack, unable } from './build.mjs';
import { recordOne } from './record.mjs';

describe('the tarball', { skip: unable() }, () => {
  let folder, unpacked, home;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'optoutlog tar '));
    const file = pack('TGZ', path.join(folder, 'made'), { SOURCE_DATE_EPOCH: '1700000000' });
    execFileSync('tar', ['-xf', file, '-C', folder]);
    unpacked = path.join(
      folder,
      readdirSync(folder).find(name => name.startsWith('optoutlog-')),
    );
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => {
    home = mkdtempSync(path.join(folder, 'home '));
    mkdirSync(path.join(home, '.config/chromium'), { recursive: true });
  });

  const run = (shell, script, ...args) =>
    spawnSync(`/bin/${shell}`, [script, ...args], {
      encoding: 'utf8',
      cwd: home,
      env: { HOME: home, PATH: process.env.PATH, LANG: 'C.UTF-8' },
    });
  const everything = () => readdirSync(home, { recursive: true }).sort();

  for (const shell of ['dash', 'bash']) {
    test(
      `${shell}: setup.sh copies, registers and checks; uninstall.sh restores the home, folder ` +
        'for folder',
      () => {
        mkdirSync(path.join(home, '.local/bin'), { recursive: true });
        const before = everything();
        const result = run(shell, path.join(unpacked, 'setup.sh'));
        assert.equal(result.status, 0, result.stdout + result.stderr);
        const manifest = JSON.parse(
          readFileSync(
            path.join(home, '.config/chromium/NativeMessagingHosts/org.optoutlog.host.json'),
            'utf8',
          ),
        );
        assert.equal(manifest.path, path.join(home, '.local/lib/optoutlog/optoutlog-host'));
        assert.ok(existsSync(path.join(home, '.local/share/webext/optoutlog/manifest.json')));
        const after = everything();
        assert.equal(run(shell, path.join(unpacked, 'setup.sh')).status, 0, 'a second time');
        assert.deepEqual(everything(), after);

        const back = run(shell, path.join(home, '.local/lib/optoutlog/uninstall.sh'));
        assert.equal(back.status, 0, back.stdout + back.stderr);
        assert.deepEqual(everything(), before);
      },
    );
  }

  test('uninstall.sh keeps the log and says where it is; --erase-log removes it', () => {
    assert.equal(run('dash', path.join(unpacked, 'setup.sh')).status, 0);
    const data = path.join(home, '.local/share/optoutlog');
    recordOne(path.join(home, '.local/lib/optoutlog/optoutlog-host'), home);
    writeFileSync(path.join(data, 'other'), '');
    assert.ok(existsSync(path.join(data, 'record.db')));
    const kept = run('dash', path.join(unpacked, 'uninstall.sh'));
    assert.equal(kept.status, 0, kept.stderr);
    assert.ok(kept.stdout.includes(data), kept.stdout);
    assert.ok(existsSync(path.join(data, 'record.db')));

    assert.equal(run('dash', path.join(unpacked, 'setup.sh')).status, 0);
    const erased = run('dash', path.join(unpacked, 'uninstall.sh'), '--erase-log', '--yes');
    assert.equal(erased.status, 0, erased.stdout + erased.stderr);
    assert.deepEqual(readdirSync(data), ['other']);
    assert.match(erased.stdout, /holds other files and stays/);
  });

  test('--plan changes nothing; another prefix is followed; what is not known is refused', () => {
    const before = everything();
    assert.match(
      run('dash', path.join(unpacked, 'setup.sh'), '--plan').stdout,
      /would be copied[^]*would write/,
    );
    assert.deepEqual(everything(), before);
    assert.equal(
      run('dash', path.join(unpacked, 'setup.sh'), '--prefix', path.join(home, 'my place')).status,
      0,
    );
    assert.equal(run('dash', path.join(home, 'my place/lib/optoutlog/uninstall.sh')).status, 0);
    assert.deepEqual(everything(), before);
    for (const script of ['setup.sh', 'uninstall.sh']) {
      assert.equal(run('dash', path.join(unpacked, script), '--nonsense').status, 2);
      assert.equal(run('dash', path.join(unpacked, script), '--help').status, 0);
    }
    assert.match(run('dash', path.join(unpacked, 'uninstall.sh')).stderr, /nothing of Opt-Out Log/);
  });
});
