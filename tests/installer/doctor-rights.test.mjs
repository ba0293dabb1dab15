// What doctor says to a user who is not root about files of root and of their own that are closed.
import assert from 'node:assert/strict';
import { chmodSync, chownSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { chromiumFile, happenOn } from './damage.mjs';
import { findings, follow } from './remedies.mjs';
import { Computer } from './world.mjs';

let computer;
describe(
  'doctor, asked by a user who is not root, names',
  { skip: process.getuid?.() === 0 ? false : 'only root can give files to others' },
  () => {
    beforeEach(() => {
      computer = new Computer({ as: { uid: 65534, gid: 65534 } });
      happenOn(computer);
      computer.make('home/.config/chromium/Default');
      computer.own();
      computer.ok(['register']);
      assert.equal(computer.doctor().result, 'PASS');
    });
    afterEach(() => computer.remove());

    /** The only finding; its remedy helps when it is followed, by root where it says sudo. */
    function one(name, sudo) {
      const found = findings(computer.doctor(), 'chromium');
      assert.deepEqual(
        found.map(check => check.name),
        [name],
        JSON.stringify(found),
      );
      assert.equal(found[0].remedy.startsWith('sudo '), sudo, found[0].remedy);
      follow(found[0].remedy.replace(/^sudo /, ''));
      return found[0];
    }

    test('a program of root that only root may run', () => {
      chownSync(computer.at('bin/optoutlog-host'), 0, 0);
      chmodSync(computer.at('bin/optoutlog-host'), 0o744);
      one('binary.not-executable', true);
      assert.equal(computer.doctor().result, 'PASS');
    });

    test('a program of root that others may run, but not read: nothing is wrong', () => {
      chownSync(computer.at('bin/optoutlog-host'), 0, 0);
      chmodSync(computer.at('bin/optoutlog-host'), 0o711);
      assert.equal(computer.doctor().result, 'PASS', JSON.stringify(computer.doctor()));
    });

    test('a program below a folder that only root may enter', () => {
      computer.write('closed/bin/optoutlog-host', computer.read('bin/optoutlog-host'), 0o755);
      chmodSync(computer.at('closed'), 0o700);
      computer.write(
        chromiumFile,
        computer
          .read(chromiumFile)
          .toString()
          .replace('/bin/optoutlog-host', '/closed/bin/optoutlog-host'),
      );
      const { what } = one('binary.folder-closed', true);
      assert.ok(what.includes(`${computer.at('closed')},`) && what.includes('closed to you'), what);
      assert.deepEqual(
        findings(computer.doctor(), 'chromium').map(check => check.name),
        ['binary.other-copy'],
      );
    });

    test('a folder of manifests that its owner closed', () => {
      chmodSync(computer.at(path.dirname(chromiumFile)), 0o600);
      one('manifest.folder-closed', false);
      assert.equal(computer.doctor().result, 'PASS');
    });
  },
);
