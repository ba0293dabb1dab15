// Several runs of register and unregister: at once, one after another with and without --host, and
// by a way over links, as package managers make it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { chromiumFile, firefoxFile } from './damage.mjs';
import { Computer } from './world.mjs';

const receipt = 'home/.local/share/optoutlog/registered.json';

let computer;
beforeEach(() => {
  computer = new Computer({ policy: true });
  computer.make('home/.config/chromium/Default');
  computer.make('home/.mozilla/firefox');
});
afterEach(() => computer.remove());

const started = (...args) =>
  once(
    spawn(
      computer.at('bin/optoutlog'),
      [args[0], '--root', computer.at('root'), ...args.slice(1)],
      { env: computer.env, cwd: computer.at('home'), stdio: 'ignore' },
    ),
    'exit',
  );
const programOf = file => JSON.parse(readFileSync(computer.at(file), 'utf8')).path;

test('16 (19) two register at once: both are noted, and unregister takes back both', async () => {
  const before = computer.tree('home');
  for (let round = 0; round < 12; ++round) {
    const ends = await Promise.all([
      started('register', '--browser', 'chromium'),
      started('register', '--browser', 'firefox'),
      started('register', '--browser', 'vivaldi'),
    ]);
    assert.deepEqual(
      ends.map(([code]) => code),
      [0, 0, 0],
      `round ${round}`,
    );
    const noted = JSON.parse(computer.read(receipt)).files.map(each => each.path);
    assert.deepEqual(noted.sort(), computer.written('home').sort(), `round ${round}`);
    assert.equal(noted.length, 6);
    computer.ok(['unregister']);
    assert.deepEqual(computer.tree('home'), before, `round ${round}`);
  }
});

test('16 (20) --host is remembered, until it names the own program or is gone', () => {
  const other = computer.write('other/optoutlog-host', computer.read('bin/optoutlog-host'), 0o755);
  computer.ok(['register', '--browser', 'chromium', '--host', other]);
  const said = computer.ok(['register', '--browser', 'chromium', '--browser', 'firefox'], {
    env: { COLUMNS: '1000' },
  });
  assert.ok(said.includes(`The host is ${other}, as --host said before.`), said);
  assert.deepEqual([programOf(chromiumFile), programOf(firefoxFile)], [other, other]);
  assert.deepEqual(
    computer
      .doctor(['--browser', 'chromium'])
      .browsers.flatMap(each => each.checks.map(check => check.name)),
    ['ok'],
  );
  const own = computer.at('bin/optoutlog-host');
  computer.ok(['register', '--host', own]);
  computer.ok(['register']);
  assert.equal(programOf(chromiumFile), own);
  computer.ok(['register', '--host', other]);
  rmSync(other);
  computer.ok(['register']);
  assert.equal(programOf(chromiumFile), own);
});

test('16 (20) what is called over a link is registered by the link, which stays', () => {
  // As Homebrew and stow do it: one folder a version, and links to what is in it.
  mkdirSync(computer.at('Cellar'));
  renameSync(computer.at('bin'), computer.at('Cellar/1.0'));
  mkdirSync(computer.at('bin'));
  const link = name => symlinkSync(`../Cellar/1.0/${name}`, computer.at('bin', name));
  for (const name of ['optoutlog', 'optoutlog-host', 'optoutlog-policy']) link(name);
  computer.ok(['register', '--browser', 'chromium']);
  assert.equal(programOf(chromiumFile), computer.at('bin/optoutlog-host'));
  assert.equal(computer.doctor(['--browser', 'chromium']).result, 'PASS');
  // The host is not linked: its own place is the only one there is.
  rmSync(computer.at('bin/optoutlog-host'));
  computer.ok(['register', '--browser', 'chromium']);
  assert.equal(programOf(chromiumFile), computer.at('Cellar/1.0/optoutlog-host'));
  // A link of the same name to another version is not taken.
  mkdirSync(computer.at('Cellar/2.0'));
  computer.write('Cellar/2.0/optoutlog-host', computer.read('Cellar/1.0/optoutlog-host'), 0o755);
  symlinkSync('../Cellar/2.0/optoutlog-host', computer.at('bin/optoutlog-host'));
  computer.ok(['register', '--browser', 'chromium']);
  assert.equal(programOf(chromiumFile), computer.at('Cellar/1.0/optoutlog-host'));
});

test('16 (24) unregister speaks of a log only where there is one', () => {
  computer.ok(['register']);
  assert.doesNotMatch(computer.ok(['unregister']), /log is still there/);
  computer.ok(['register']);
  computer.ok(['declare', 'x', 'grok', 'denied', '--by', 'app']);
  assert.ok(existsSync(path.join(path.dirname(computer.at(receipt)), 'record.db')));
  assert.match(computer.ok(['unregister']), /log is still there/);
});
