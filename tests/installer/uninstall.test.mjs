// Both uninstall.sh, under dash and bash, on logs that are whole, damaged, foreign, put aside, or
// somewhere else.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Computer, root } from './world.mjs';

let computer;
beforeEach(() => {
  computer = new Computer();
});
afterEach(() => computer.remove());

const data = 'home/.local/share/optoutlog';
const held = (folder = data) =>
  readdirSync(computer.at(folder))
    .filter(name => !name.startsWith('registered'))
    .sort();

/** The clone's script beside what it needs, finding the command on PATH. */
function inClone() {
  for (const name of ['uninstall.sh', 'erase-log.sh']) {
    mkdirSync(computer.at('clone/installer'), { recursive: true });
    copyFileSync(path.join(root, 'installer', name), computer.at('clone/installer', name));
  }
  return computer.at('clone/installer/uninstall.sh');
}

/** The tarball's script as setup.sh copies it, with the programs that it removes. */
function inTarball() {
  const lib = computer.make('place/lib/optoutlog');
  computer.make('place/bin');
  copyFileSync(computer.at('bin/optoutlog'), computer.at('place/bin/optoutlog'));
  copyFileSync(path.join(root, 'packaging/tarball/uninstall.sh'), path.join(lib, 'uninstall.sh'));
  copyFileSync(path.join(root, 'installer/erase-log.sh'), path.join(lib, 'erase-log.sh'));
  writeFileSync(
    path.join(lib, 'installed.txt'),
    'bin/optoutlog\nlib/optoutlog/uninstall.sh\nlib/optoutlog/erase-log.sh\n',
  );
  writeFileSync(
    path.join(lib, 'folders.txt'),
    `${computer.at('place')}\n${computer.at('place/bin')}\n${computer.at('place/lib')}\n${lib}\n`,
  );
  return path.join(lib, 'uninstall.sh');
}

const declare = env => computer.ok(['declare', 'linkedin', 'genai-training', 'denied'], { env });
/** Breaks the log behind its header, so that it is known as ours and damaged. */
function damage() {
  const bytes = computer.read(`${data}/record.db`);
  bytes.fill(0x5a, 100, bytes.length);
  computer.write(`${data}/record.db`, bytes, 0o600);
}

for (const shell of ['dash', 'bash']) {
  for (const [which, place] of [
    ['the clone', inClone],
    ['the tarball', inTarball],
  ]) {
    describe(`uninstall.sh of ${which}, ${shell}`, () => {
      const run = (args, env = {}) =>
        spawnSync(`/bin/${shell}`, [place(), ...args], {
          encoding: 'utf8',
          cwd: computer.at('home'),
          env: { ...computer.env, PATH: `${computer.at('bin')}:/usr/bin:/bin`, ...env },
        });
      const erase = env => run(['--erase-log', '--yes'], env);

      test(
        'keeps the log and says where it is, then erases it whole, logs that were put aside ' +
          'and notes too',
        () => {
          declare();
          damage();
          assert.equal(computer.run(['verify']).status, 23);
          computer.ok(['set-aside', '--yes']);
          declare();
          damage();
          computer.run(['verify']);
          for (const name of [
            'policy.db',
            'policy/policy.db',
            'pictures/0a.jpg',
            'record-aside-2026-01-02-3.db-journal',
          ])
            computer.write(`${data}/${name}`, '');
          assert.deepEqual(
            held().filter(name => /^record(-aside-.*\.db|\.damaged)$/.test(name)).length,
            2,
            held().join(),
          );
          const before = held();
          const kept = run([]);
          assert.equal(kept.status, 0, kept.stderr);
          assert.ok(kept.stdout.includes(computer.at(data)), kept.stdout);
          assert.deepEqual(held(), before);
          const erased = erase();
          assert.equal(erased.status, 0, erased.stdout + erased.stderr);
          assert.ok(!existsSync(computer.at(data)), erased.stdout);
          if (which === 'the tarball') assert.ok(!existsSync(computer.at('place')));
        },
      );

      test('without --yes and without a terminal nothing is erased', () => {
        declare();
        const result = run(['--erase-log']);
        assert.equal(result.status, 2);
        assert.match(result.stderr, /no terminal[^]*--yes/);
        assert.deepEqual(held(), ['record.db']);
      });

      test('what is no log of ours stays and is named; the rest goes', () => {
        computer.write(`${data}/record.db`, "somebody else's", 0o600);
        computer.write(`${data}/policy.db`, '');
        computer.write(`${data}/other`, '');
        const result = erase();
        assert.equal(result.status, 1);
        assert.match(result.stdout, /record\.db is not known as a log of ours/);
        assert.deepEqual(held(), ['other', 'record.db']);
      });

      test('a relative XDG_DATA_HOME is ignored, as in the programs, a full one followed', () => {
        const env = { XDG_DATA_HOME: 'data' };
        declare(env);
        computer.write('home/data/optoutlog/record.db', 'not this one');
        assert.equal(erase(env).status, 0);
        assert.ok(!existsSync(computer.at(data)));
        assert.deepEqual(held('home/data/optoutlog'), ['record.db']);
        const own = { XDG_DATA_HOME: computer.at('home/xdg') };
        declare(own);
        declare();
        assert.equal(erase(own).status, 0);
        assert.ok(!existsSync(computer.at('home/xdg/optoutlog')));
        assert.deepEqual(held(), ['record.db']);
      });

      test('OPTOUTLOG_DATA is followed; a relative one is refused', () => {
        declare();
        const env = { OPTOUTLOG_DATA: computer.at('home/own') };
        declare(env);
        const result = erase({ OPTOUTLOG_DATA: 'own' });
        assert.equal(result.status, 2);
        assert.match(result.stderr, /relative/);
        assert.equal(erase(env).status, 0);
        assert.ok(!existsSync(computer.at('home/own')));
        assert.deepEqual(held(), ['record.db']);
      });

      test('where there is no log it says so', () => {
        const result = erase();
        assert.equal(result.status, 0, result.stderr);
        assert.match(result.stdout, /There is no log in/);
        rmSync(computer.at('home'), { recursive: true });
        computer.make('home');
      });
    });
  }
}
