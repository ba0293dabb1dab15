// What a person in front of a terminal meets: a pager, what is said while they wait, one clock.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { computer, entry, hostOn, record, useComputer } from './lib/log.mjs';

useComputer();

/** Runs the command on a terminal of its own, and gives what it shows there. */
const onTerminal = (command, env = {}) =>
  spawnSync('script', ['-qec', command, '/dev/null'], {
    env: { ...computer.env, PATH: `${computer.env.PATH}:/usr/bin:/bin`, TERM: 'xterm', ...env },
    encoding: 'utf8',
  }).stdout;
/** Holds a database for writing until its standard input ends. */
const HOLD = `import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute('BEGIN IMMEDIATE')
print('held', flush=True)
sys.stdin.read()
db.execute('ROLLBACK')`;
const optoutlog = () => `'${computer.at('bin/optoutlog')}'`;

describe('on a terminal', () => {
  test('history and status go to the pager that is named, whole, with colours', () => {
    record(...Array.from({ length: 60 }, (_, at) => entry({ control: `control-${at}` })));
    const PAGER = "sed 's/^/> /'";
    for (const words of ['history --all', 'status']) {
      const shown = onTerminal(`${optoutlog()} ${words}`, { PAGER });
      assert.match(shown, /^> /, words);
      assert.equal(new Set(shown.match(/control-\d+/g)).size, 60, words);
      assert.match(shown, /\x1b\[32m/, words);
    }
  });

  test('a pager that leaves early is no error, and an empty one or "cat" is none', () => {
    record(...Array.from({ length: 60 }, (_, at) => entry({ control: `control-${at}` })));
    const command = `${optoutlog()} history --all; echo "ended $?"`;
    assert.match(onTerminal(command, { PAGER: 'head -n 1' }), /ended 0/);
    for (const PAGER of ['', 'cat'])
      assert.equal(onTerminal(command, { PAGER }).match(/control-\d+/g).length, 60, PAGER);
  });

  test('in a pipe, and for a program, no pager is asked', () => {
    record(entry());
    const env = { PAGER: 'sed s/^/paged/' };
    assert.doesNotMatch(computer.ok(['history'], { env }), /paged/);
    assert.match(onTerminal(`${optoutlog()} history --json`, env), /^\{"entries"/);
  });

  test('long work says what goes on and since when, and takes it away at its end', async () => {
    record(entry());
    computer.ok(['export', '--out', computer.at('home/log.json')]);
    const pipe = computer.at('home/slow.json');
    assert.equal(spawnSync('mkfifo', [pipe]).status, 0);
    const child = spawn('script', ['-qec', `${optoutlog()} import '${pipe}'`, '/dev/null'], {
      env: { ...computer.env, PATH: '/usr/bin:/bin', TERM: 'xterm' },
    });
    let shown = '';
    const file = await open(pipe, 'w'); // the import reads, and comes to no end
    for await (const bytes of child.stdout) {
      shown += bytes;
      if (!/Taking it in … 1 s/.test(shown) || file.fd < 0) continue;
      await file.writeFile(readFileSync(computer.at('home/log.json')));
      await file.close();
    }
    assert.match(shown, /Taking it in … 1 s[^]*\r\x1b\[KThat is an export of this very log/);
  });

  test('and how many entries it has gone through', async () => {
    record(entry(), entry({ control: 'another' }));
    const file = computer.at('home/log.json');
    computer.ok(['export', '--out', file]);
    const other = { OPTOUTLOG_DATA: computer.at('home/other') };
    hostOn(computer, [['record', { entries: [entry()] }]], other);
    // somebody writes to the log, so what was checked cannot be taken in yet
    const lock = spawn('python3', ['-c', HOLD, computer.at('home/other/record.db')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await new Promise(resolve => lock.stdout.once('data', resolve));
    const child = spawn('script', ['-qec', `${optoutlog()} import '${file}'`, '/dev/null'], {
      env: { ...computer.env, ...other, PATH: '/usr/bin:/bin', TERM: 'xterm' },
    });
    let shown = '';
    for await (const bytes of child.stdout) {
      shown += bytes;
      if (/entries checked/.test(shown)) lock.stdin.end();
    }
    assert.match(shown, /Taking it in … 2 entries checked, \d s/);
    assert.match(shown, /\r\x1b\[K\S/);
  });

  test('--utc tells and takes times of UTC', () => {
    record(entry({ at: '2026-11-20T23:30:00.000Z' }));
    const env = { TZ: 'Asia/Tokyo' };
    assert.match(computer.ok(['history'], { env }), /2026-11-21 08:30/);
    assert.match(computer.ok(['history', '--utc'], { env }), /2026-11-20 23:30/);
    const on = (...words) =>
      computer.ok(['history', '--since', '2026-11-21', ...words], { env }).includes('linkedin');
    assert.deepEqual([on(), on('--utc')], [true, false]);
    assert.match(computer.ok(['status', '--utc'], { env }), /last read 2026-11-20 23:30/);
  });
});
