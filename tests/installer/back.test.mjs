// What register takes over comes back as it was: whatever kind of file it was, and wherever
// register or unregister was killed.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { faults } from './validator.mjs';
import { callers, Computer, ids } from './world.mjs';

const folder = 'home/.config/chromium/NativeMessagingHosts';
const file = `${folder}/${ids.names.host}.json`;
const foreign = '{"name":"org.optoutlog.host","path":"/opt/other"}';
const asRoot = process.getuid() === 0;

let computer;
beforeEach(() => {
  computer = new Computer({ policy: true });
});
afterEach(() => computer.remove());

describe('a foreign file comes back with its kind, its mode and its bytes', () => {
  const link = target => {
    computer.make(folder);
    symlinkSync(target, computer.at(file));
  };
  for (const [what, make] of [
    ["another program's manifest", () => computer.write(file, foreign)],
    ['a file only its owner may read', () => computer.write(file, foreign, 0o600)],
    [
      'a file of bytes that are no UTF-8',
      () => computer.write(file, Buffer.from([0xff, 0xfe, 0x7b, 0, 0x7d, 0])),
    ],
    ['an empty file', () => computer.write(file, '')],
    ['a large file', () => computer.write(file, Buffer.alloc(1 << 20, '\u0001'))],
    [
      'a link',
      () => {
        computer.write('home/elsewhere.json', foreign);
        link('../../../elsewhere.json');
      },
    ],
    ['a link to nothing', () => link('/nowhere/at all.json')],
    ['a link to a folder', () => link('..')],
  ]) {
    test(what, () => {
      make();
      const before = computer.tree('home');
      const refused = computer.run(['register', '--browser', 'chromium']);
      assert.equal(refused.status, 1);
      assert.match(refused.stderr, /was not written by optoutlog/);
      assert.deepEqual(computer.tree('home'), before);
      computer.ok(['register', '--browser', 'chromium', '--force']);
      assert.ok(lstatSync(computer.at(file)).isFile());
      assert.deepEqual(faults(computer.at(file), 'chromium', { callers: callers.chromium }), []);
      // a second one knows still what was there first
      computer.ok(['register', '--browser', 'chromium']);
      assert.match(computer.ok(['unregister']), /put back/);
      assert.deepEqual(computer.tree('home'), before);
    });
  }

  for (const [what, make] of [
    ['that may not be read', () => computer.write(file, foreign, 0o000)],
    ['that is a folder', () => computer.make(file)],
    [
      'that is a pipe',
      () => {
        computer.make(folder);
        spawnSync('mkfifo', [computer.at(file)]);
      },
    ],
    ['that is too large to keep', () => computer.write(file, Buffer.alloc((1 << 20) + 1, ' '))],
  ]) {
    test(`one ${what} is not replaced, with --force either`, () => {
      if (asRoot) {
        // root may read everything
        computer.as = { uid: 64123, gid: 64123 };
      }
      make();
      computer.own();
      const look = () =>
        JSON.stringify([lstatSync(computer.at(file)).mode, lstatSync(computer.at(file)).size]);
      const before = look();
      for (const flags of [[], ['--force']]) {
        const result = computer.run(['register', '--browser', 'chromium', ...flags]);
        assert.equal(result.status, 1, result.stdout);
        assert.match(result.stderr, /cannot be kept/);
        assert.match(result.stderr, /Nothing was written/);
        assert.equal(look(), before);
      }
    });
  }

  test('from a receipt that knows neither modes nor links, too', () => {
    computer.write(file, foreign);
    const before = computer.tree('home');
    computer.ok(['register', '--browser', 'chromium', '--force']);
    const receipt = computer.at('home/.local/share/optoutlog/registered.json');
    const text = JSON.parse(readFileSync(receipt, 'utf8'));
    for (const each of text.files) {
      delete each.replaced_mode;
      delete each.replaced_link;
    }
    writeFileSync(receipt, JSON.stringify(text));
    computer.ok(['unregister']);
    assert.deepEqual(computer.tree('home'), before);
  });
});

describe('a receipt that cannot be read', () => {
  const receipt = 'home/.local/share/optoutlog/registered.json';
  beforeEach(() => {
    computer.write(file, foreign);
    computer.ok(['register', '--browser', 'chromium', '--force']);
    computer.write(receipt, computer.read(receipt).subarray(0, -40));
  });

  test('is told and kept by unregister: it holds what was replaced', () => {
    const before = computer.read(receipt);
    const result = computer.run(['unregister']);
    assert.equal(result.status, 1);
    assert.match(result.stderr, /registered\.json.* is damaged/);
    assert.deepEqual(computer.read(receipt), before);
  });

  test('is not written over by register', () => {
    const before = computer.tree('home');
    const result = computer.run(['register', '--browser', 'firefox', '--force']);
    assert.equal(result.status, 1);
    assert.match(result.stderr, /is damaged[^]*another name/);
    assert.deepEqual(computer.tree('home'), before);
  });
});

test('register with OPTOUTLOG_DATA, unregister without: everything is back all the same', () => {
  computer.write(file, foreign);
  const before = computer.tree('home');
  computer.ok(['register', '--browser', 'chromium', '--browser', 'firefox', '--force'], {
    env: { OPTOUTLOG_DATA: computer.at('home/data') },
  });
  computer.ok(['unregister']);
  assert.deepEqual(computer.tree('home'), before);
});

test('unregister that finds no receipt says what it could not do', () => {
  computer.ok(['register', '--browser', 'chromium'], {
    env: { XDG_DATA_HOME: computer.at('home/xdg') },
  });
  const result = computer.run(['unregister']);
  assert.equal(result.status, 0);
  assert.match(result.stderr, /There is no .*registered\.json[^]*XDG_DATA_HOME/);
});

// The system calls that change a folder or make a write last; strace counts each by itself.
const calls = ['rename', 'mkdir', 'openat', 'fchmod', 'write', 'fsync', 'unlink', 'rmdir'];

describe(
  'killed at every change, then unregister: the tree is byte for byte as before',
  { skip: spawnSync('strace', ['-V']).error ? 'strace is not there' : false },
  () => {
    /** Runs the command, killed at the `number`th such call; whether that came about. */
    function killed(call, number, args) {
      const log = computer.at('strace.log');
      const result = spawnSync(
        '/usr/bin/env',
        [
          'strace',
          '-f',
          '-qq',
          '-o',
          log,
          '-e',
          `trace=${call}`,
          '-e',
          `inject=${call}:signal=KILL:when=${number}`,
          computer.at('bin/optoutlog'),
          args[0],
          '--root',
          computer.at('root'),
          ...args.slice(1),
        ],
        {
          env: { ...computer.env, PATH: '/usr/bin:/bin' },
          cwd: computer.at('home'),
          encoding: 'utf8',
        },
      );
      const hit = readFileSync(log, 'utf8').includes('killed by SIGKILL');
      assert.ok(hit || result.status === 0, result.stderr);
      return hit;
    }

    function prepare() {
      computer.remove();
      computer = new Computer({ policy: true });
      computer.write(file, foreign, 0o600);
      symlinkSync(
        '/nowhere',
        path.join(mkdirs('home/.mozilla/native-messaging-hosts'), `${ids.names.host}.json`),
      );
      // what register makes before it can note anything is its own folder alone
      mkdirs('home/.local/share');
      return computer.tree('home');
    }
    const mkdirs = name => {
      mkdirSync(computer.at(name), { recursive: true });
      return computer.at(name);
    };
    const register = [
      'register',
      '--browser',
      'chromium',
      '--browser',
      'firefox',
      '--browser',
      'vivaldi',
      '--force',
    ];

    for (const call of calls) {
      test(`register, at each ${call}`, () => {
        let number = 1;
        for (; ; number += 1) {
          const before = prepare();
          const hit = killed(call, number, register);
          if (!hit) break;
          computer.ok(['unregister']);
          assert.deepEqual(computer.tree('home'), before, `${call} ${number}`);
        }
        assert.ok(number > 1 || ['unlink', 'rmdir'].includes(call), `no ${call} was met`);
      });

      test(`unregister, at each ${call}`, () => {
        for (let number = 1; ; number += 1) {
          const before = prepare();
          computer.ok(register);
          const hit = killed(call, number, ['unregister']);
          computer.ok(['unregister']);
          assert.deepEqual(computer.tree('home'), before, `${call} ${number}`);
          if (!hit) break;
        }
      });
    }

    test('register again after a kill at each rename, then unregister', () => {
      for (let number = 1; ; number += 1) {
        const before = prepare();
        if (!killed('rename', number, register)) break;
        computer.ok(register);
        computer.ok(['unregister']);
        assert.deepEqual(computer.tree('home'), before, `rename ${number}`);
      }
    });
  },
);

test('a step that fails says what is there, and alone it leaves all as before', () => {
  for (const [what, spoil, says] of [
    [
      'a file where a folder has to be',
      () => computer.write('home/.mozilla', 'mine'),
      /Not a directory[^]*A file stands on that path/,
    ],
    [
      'a link to nothing where a folder has to be',
      () => symlinkSync('/nowhere', computer.at('home/.mozilla')),
      /No such file or directory[^]*a link to a place that is gone/,
    ],
  ]) {
    spoil();
    computer.write(file, foreign, 0o640);
    const before = computer.tree('home');
    const result = computer.run(['register', '--browser', 'firefox', '--force']);
    assert.equal(result.status, 1, what);
    assert.match(result.stderr, says, what);
    assert.doesNotMatch(result.stderr, /disk has room/);
    assert.deepEqual(computer.tree('home'), before, what);
    computer.remove();
    computer = new Computer({ policy: true });
  }
});
