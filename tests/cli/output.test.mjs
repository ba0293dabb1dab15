// What a command writes: whole, or an error; and over nothing that is the person's own.
import assert from 'node:assert/strict';
import { lstatSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { computer, entry, record, useComputer } from './lib/log.mjs';

useComputer();

const bytes = file => readFileSync(computer.at('home', file), 'utf8');

for (const name of ['log.json', 'log.csv', 'log.html', 'log.zip'])
  test(`16 (18) an export to ${name} touches no file beside it, and follows no link`, () => {
    const format = name === 'log.zip' ? ['--format', 'bundle'] : [];
    record(entry());
    const home = computer.make('home');
    for (const laid of [false, true]) {
      const part = computer.at('home', `${name}.part`);
      writeFileSync(computer.at('home/precious'), 'mine');
      if (laid) symlinkSync('precious', part);
      else writeFileSync(part, 'mine too');
      computer.ok(['export', ...format, '--out', computer.at('home', name)]);
      assert.equal(bytes('precious'), 'mine');
      assert.equal(bytes(`${name}.part`), laid ? 'mine' : 'mine too');
      assert.equal(lstatSync(part).isSymbolicLink(), laid);
      assert.ok(lstatSync(computer.at('home', name)).isFile());
      assert.deepEqual(
        readdirSync(home).filter(one => one.endsWith('.part')),
        [`${name}.part`],
      );
      for (const one of [name, `${name}.part`, 'precious']) rmSync(computer.at('home', one));
    }
  });

const TOLD = ['status', 'history', 'verify', 'export --out -', 'doctor', 'policy list', '--help'];
for (const command of [...TOLD, ...TOLD.slice(0, 3).map(one => `${one} --json`)])
  test(`16 (18) ${command} into a full disk is an error`, () => {
    record(entry());
    const { status, stderr } = spawnSync(
      '/bin/sh',
      ['-c', `exec "$0" ${command} >/dev/full`, computer.at('bin/optoutlog')],
      { env: computer.env, encoding: 'utf8' },
    );
    assert.equal(status, 12, stderr);
    assert.match(stderr, /could not be written/);
  });
