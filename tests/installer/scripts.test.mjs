// The shell parts of the installer, under dash and bash, with stand-ins for apt, sudo and dpkg.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { root } from './world.mjs';

const scripts = ['setup.sh', 'install-packages.sh', 'uninstall.sh'].map(name =>
  path.join(root, 'installer', name),
);
const packages = readFileSync(path.join(root, 'installer/packages.txt'), 'utf8')
  .split('\n')
  .filter(line => line && !line.startsWith('#'))
  .map(line => line.split(' '));

for (const shell of ['dash', 'bash']) {
  for (const script of scripts) {
    test(`${path.basename(script)} is clean ${shell}, helps, and refuses the unknown`, () => {
      assert.equal(spawnSync(shell, ['-n', script]).status, 0);
      const help = spawnSync(shell, [script, '--help'], { encoding: 'utf8' });
      assert.equal(help.status, 0, help.stderr);
      assert.match(help.stdout, /--/);
      const unknown = spawnSync(shell, [script, '--nonsense'], { encoding: 'utf8' });
      assert.equal(unknown.status, 2);
      assert.match(unknown.stderr, /--help/);
    });
  }
}

test('the list of packages has known groups and names no package twice in one', () => {
  const seen = new Set();
  for (const [group, name] of packages) {
    assert.ok(['build', 'run', 'browsers', 'test', 'windows'].includes(group), group);
    assert.match(name, /^[a-z0-9][a-z0-9.+-]+$/);
    assert.ok(!seen.has(`${group} ${name}`), name);
    seen.add(`${group} ${name}`);
  }
});

describe('install-packages.sh', () => {
  let folder;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'optoutlog apt '));
    mkdirSync(path.join(folder, 'bin'));
    for (const tool of ['sh', 'sed', 'grep', 'dirname', 'env', 'cat', 'echo'])
      symlinkSync(`/usr/bin/${tool}`, path.join(folder, 'bin', tool));
    tool(
      'dpkg-query',
      'case " $INSTALLED " in *" ${3##*/} "*) printf installed ;; *) exit 1 ;; esac',
    );
    tool('apt-cache', 'echo "  Candidate: 1.0"');
    tool(
      'apt-get',
      'echo "apt-get $*" >>"$LOG"; case "$*" in *update*) exit 0 ;; esac; [ -z "${APT_FAILS:-}" ]',
    );
    tool('id', 'echo "${FAKE_UID:-0}"');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function tool(name, text) {
    writeFileSync(path.join(folder, 'bin', name), `#!/bin/sh\n${text}\n`);
    chmodSync(path.join(folder, 'bin', name), 0o755);
  }
  function run(args, env = {}) {
    writeFileSync(path.join(folder, 'log'), '');
    const result = spawnSync('/bin/dash', [scripts[1], ...args], {
      env: { PATH: path.join(folder, 'bin'), LOG: path.join(folder, 'log'), INSTALLED: '', ...env },
      encoding: 'utf8',
    });
    return { ...result, apt: readFileSync(path.join(folder, 'log'), 'utf8') };
  }
  const names = group => packages.filter(([it]) => it === group).map(([, name]) => name);

  test('says first what is missing, and installs that alone', () => {
    const [first, ...rest] = names('build');
    const result = run(['build'], { INSTALLED: rest.join(' ') });
    assert.equal(result.status, 0, result.stderr);
    assert.ok(result.stdout.indexOf(first) < result.stdout.length);
    assert.match(
      result.apt,
      new RegExp(`install --no-install-recommends ${first.replaceAll('+', '\\+')}\n$`),
    );
    assert.doesNotMatch(result.apt, /update/);
  });

  test('with everything there apt is not touched', () => {
    const result = run(['build', 'test'], {
      INSTALLED: [...names('build'), ...names('test')].join(' '),
    });
    assert.equal(result.status, 0, result.stderr);
    assert.match(result.stdout, /all there/);
    assert.equal(result.apt, '');
  });

  test('the lists are updated only where a package is not known', () => {
    tool('apt-cache', 'echo "  Candidate: (none)"');
    assert.match(run(['run']).apt, /^apt-get -q -y update\napt-get -q -y install/);
  });

  test('a failed install is tried once more with new lists, then told', () => {
    const result = run(['run'], { APT_FAILS: '1' });
    assert.equal(result.status, 1);
    assert.match(result.apt, /install[^]*update[^]*install/);
    assert.match(result.stderr, /could not be installed/);
  });

  test('a user without root and sudo gets the command to hand on', () => {
    const result = run(['run'], { FAKE_UID: '1000' });
    assert.equal(result.status, 1);
    assert.match(result.stderr, /not root, and there is no sudo[^]*apt-get install nodejs/);
    assert.equal(result.apt, '');
  });

  test('a user with sudo installs through it', () => {
    tool('sudo', 'echo "sudo" >>"$LOG"; exec "$@"');
    assert.match(run(['run'], { FAKE_UID: '1000' }).apt, /^sudo\napt-get/);
  });

  test('a tool from elsewhere will do', () => {
    tool('node', 'true');
    tool('npm', 'true');
    assert.doesNotMatch(run(['run']).apt, /nodejs|npm/);
  });

  test('--plan installs nothing', () => {
    const result = run(['--plan', 'build']);
    assert.match(result.stdout, /nothing was installed/);
    assert.equal(result.apt, '');
  });

  test('where there is no apt it says what to do', () => {
    rmSync(path.join(folder, 'bin/apt-get'));
    const result = run(['build']);
    assert.equal(result.status, 1);
    assert.match(result.stderr, /packages\.txt/);
  });
});
