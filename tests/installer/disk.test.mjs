// What register leaves behind where the disk does not take what it writes: there everything as it
// was, and a next step; elsewhere what was asked for.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { afterEach, test } from 'node:test';
import { chromiumFile, firefoxFile } from './damage.mjs';
import { Computer } from './world.mjs';

let computer;
afterEach(() => computer?.remove());

const mounts = spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;
const nobody = { uid: 65534, gid: 65534 };

test('a folder that may not be written', () => {
  computer = new Computer(process.getuid?.() === 0 ? { as: nobody } : {});
  const folder = path.dirname(computer.at(chromiumFile));
  computer.make('home/.mozilla/firefox');
  computer.write(chromiumFile, '{"name": "org.optoutlog.host", "path": "/opt/other"}');
  computer.own();
  chmodSync(folder, 0o555);
  const before = computer.tree('home');
  const closed = () => Object.entries(computer.tree(path.dirname(chromiumFile)));
  const kept = closed();
  const result = computer.run(['register', '--browser', 'chromium', '--force']);
  assert.equal(result.status, 1);
  assert.ok(result.stderr.includes(folder), result.stderr);
  assert.match(result.stderr, /Run this as the user who owns the folder/);
  assert.deepEqual(computer.tree('home'), before, 'something was left behind');
  // 16 (19): the others get theirs, and the one is named.
  const more = ['register', '--browser', 'firefox', '--browser', 'chromium', '--force'];
  const both = computer.run(more);
  assert.equal(both.status, 1);
  assert.match(
    both.stderr,
    /host is not registered for Chromium: [^]*Run this as the user who owns/,
  );
  assert.match(both.stdout, /wrote +.*native-messaging-hosts/);
  assert.deepEqual(closed(), kept);
  const json = JSON.parse(computer.run([...more, '--json']).stdout);
  assert.deepEqual(
    json.failed.map(each => each.browsers),
    [['Chromium']],
  );
  assert.deepEqual(
    json.manifests.map(each => each.effect),
    ['unchanged'],
  );
  computer.ok(['unregister', '--browser', 'firefox']);
  assert.deepEqual(computer.tree('home'), before, 'unregister left something');
});

test('a full disk', { skip: mounts ? false : 'nothing can be mounted here' }, () => {
  computer = new Computer();
  computer.make('home/.config/chromium/Default');
  const folder = computer.make(path.dirname(firefoxFile));
  // The mount is gone with the shell that made it.
  const script = `mount -t tmpfs -o size=16k none "$2" && printf old >"$2/org.optoutlog.host.json"
    head -c 1M /dev/zero >"$2/much" 2>/dev/null
    "$0" register --root "$1" --browser chromium --browser firefox --force; echo "status $?"
    cat "$2/org.optoutlog.host.json"; echo; ls -A "$2"`;
  const { stdout, stderr } = spawnSync(
    'unshare',
    ['-m', 'sh', '-c', script, computer.at('bin/optoutlog'), computer.at('root'), folder],
    { env: { ...computer.env, PATH: '/usr/bin:/bin:/usr/sbin:/sbin' }, encoding: 'utf8' },
  );
  assert.match(stderr, /Make room on the disk/);
  assert.match(stdout, /status 1\nold\nmuch\norg\.optoutlog\.host\.json\n$/, stdout);
  assert.equal(computer.written('home/.config').length, 1, 'the other browser got nothing');
});
