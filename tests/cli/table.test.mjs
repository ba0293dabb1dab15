// One command: every subcommand tells errors, answers programs, folds its lines and ends in the
// same form (optoutlog.1, EXIT STATUS and OUTPUT). A row is a case of a subcommand; each runs plain
// and with --json, in 40, 60, 100 and 200 columns.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Computer } from '../installer/world.mjs';
import { Host } from '../policy/lib/host.mjs';
import { startServer } from '../policy/lib/server.mjs';
import { entry } from './lib/log.mjs';
import { TABLE, newer, older, usage } from './lib/subcommands.mjs';

const WIDTHS = [40, 60, 100, 200];

/** @type {Computer} */
let computer;
/** @type {Record<string, Record<string, string>>} what each state of the data is reached by */
const states = {};
let server, watch;

const data = name => computer.make('data', name);

before(async () => {
  computer = new Computer();
  computer.install([{ linux: { detect: ['{config}/chromium'] } }]);
  let body = readFileSync(older);
  server = await startServer((request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(body),
  );
  watch = new Host({ env: server.env });
  await watch.call('policy.enable', { on: true });
  const url = 'https://misbehave.example/policy';
  await watch.call('policy.add', { url, platform: 'linkedin', name: 'LinkedIn: Policy' });
  await watch.call('policy.check');
  await watch.aDayLater();
  body = readFileSync(newer);
  await watch.call('policy.check');
  await watch.aDayLater(); // it is told at the second look
  await watch.call('policy.check');

  const full = { OPTOUTLOG_DATA: path.join(watch.folder, 'data') };
  const log = new Host({ program: 'optoutlog-host', folder: watch.folder });
  const entries = Array.from({ length: 60 }, (_, at) => entry({ control: `control-${at}` }));
  await log.call('record', {
    entries: [
      entry(),
      entry({ account: '漢字の名前', unit: 'blog', raw: 'on' }),
      ...entries,
      entry({ platform: 'x', control: 'grok', training: 'unknown', why: 'locked', sure: 'none' }),
    ],
  });
  const eve = { account: 'eve', control: 'genai-training', training: 'allowed', raw: 'on' };
  await log.call('record', { entries: [entry({ account: 'eve' })] });
  await log.call('record', { entries: [entry(eve)] });
  await log.close({ keep: true });
  const proxies = Object.fromEntries(
    ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'].map(name => [name, '']),
  );
  states.full = { ...full, ...server.env, ...proxies };
  states.none = { OPTOUTLOG_DATA: path.join(computer.path, 'nothing') };
  for (const name of ['record', 'policy']) {
    computer.write(`data/${name}/${name}.db`, 'not a database, only text. '.repeat(99), 0o600);
    states[`bad ${name}`] = { OPTOUTLOG_DATA: data(name) };
  }
  for (const name of ['data', 'data/record', 'data/policy']) chmodSync(computer.at(name), 0o700);
  states.other = { OPTOUTLOG_DATA: path.join(computer.path, 'other') };
  mkdirSync(states.other.OPTOUTLOG_DATA, { mode: 0o700 });
  run(['export', '--out', computer.at('home/log.json')], { state: 'full' });
  writeFileSync(computer.at('home/noise.json'), '{"something": "else"}');
});

after(async () => {
  await watch?.close();
  await server?.close();
  computer?.remove();
});

/** @param {string[]} args */
const run = (args, { state = 'none', width = null, env = {} } = {}) =>
  computer.run(args, {
    env: { ...states[state], ...(width === null ? {} : { COLUMNS: String(width) }), ...env },
  });

/** Cells of a line, with the wide characters that these tests use. */
const cells = line => [...line].reduce((sum, c) => sum + (/[⺀-鿿]/.test(c) ? 2 : 1), 0);

/** A line that is too long for a reason: one word, behind at most a mark or a column, that cannot
 * be broken: a path, an address, a hash, an option; or a command, to be pasted. */
function unbreakable(line) {
  if (/^ *(['(]?|\S+ +)optoutlog(-checkpoint-v1)? \S/.test(line)) return true;
  const [last, ...others] = line.replaceAll(computer.path, '').trim().split(/ +/).reverse();
  const label = others.join(' ');
  return (/[/:=-]|[0-9a-f]{32}/.test(last) || label === '') && label.length <= 14;
}

function assertWidth(text, width, what) {
  for (const line of text.split('\n'))
    assert.ok(cells(line) <= width || unbreakable(line), `${what} in ${width}:\n${line}`);
}

const flat = text => text.replace(/\s+/g, ' ').trim();

/** What must hold of a run, whatever the subcommand. */
function assertForm(result, { name = null, status }, { json, width, what }) {
  const told = `${what}: ${result.status}\n${result.stdout}${result.stderr}`.slice(0, 1500);
  assert.equal(result.status, status, told);
  assert.doesNotMatch(result.stdout + result.stderr, /[\x00-\x09\x0b-\x1f\x7f]/, told);
  assertWidth(result.stderr, width, what);
  if (result.stderr !== '') assert.match(result.stderr, /^optoutlog: [^]*\n$/, told);
  if (json) {
    assert.match(result.stdout, /^[^\n]+\n$/, told);
    const { error: problem } = JSON.parse(result.stdout);
    assert.equal(problem?.name ?? null, name, told);
    if (name === null) return;
    assert.equal(problem.exit, status, told);
    assert.ok(flat(result.stderr).includes(`optoutlog: ${flat(problem.message)}`), told);
  } else if (name === null) {
    assert.match(result.stdout, /\S\n$/, told);
    assertWidth(result.stdout, width, what);
  } else {
    assert.equal(result.stdout, '', told);
  }
  if (name !== null) assert.match(flat(result.stderr), /^optoutlog: \S.{10,}/, told);
}

function runAll(command, row) {
  for (const json of [false, true]) {
    for (const width of WIDTHS) {
      const args = row.args.map(each => (typeof each === 'function' ? each(computer) : each));
      const all = [...command.split(' '), ...args, ...(json ? ['--json'] : [])];
      if (command === 'export' && row.status === 0) rmSync(args[1], { force: true });
      assertForm(run(all, { state: row.state, width }), row, { json, width, what: all.join(' ') });
    }
  }
}

describe('the table', () => {
  test('has every subcommand that the help names', () => {
    const named = (...args) => {
      const [, list] = run([...args, '--help']).stdout.split('Subcommands:\n');
      return [...list.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name]) => [...args, name].join(' '));
    };
    const all = [...named().filter(name => name !== 'policy'), ...named('policy')];
    assert.deepEqual(Object.keys(TABLE).sort(), all.sort());
  });

  for (const [command, rows] of Object.entries(TABLE)) {
    test(command, async () => {
      // looked at within the minute, so nothing is read: the server of this process cannot answer
      // while a command runs
      if (command === 'policy check') {
        await watch.aDayLater();
        await watch.call('policy.check');
      }
      for (const row of [usage('--no-such-option'), ...rows]) runAll(command, row);
      for (const width of WIDTHS) {
        const result = run([...command.split(' '), '--help'], { width });
        assertForm(result, { status: 0 }, { json: false, width, what: `${command} --help` });
        assert.match(result.stdout, /--json/, `${command} has --json`);
      }
    });
  }

  test('a word that is no subcommand', () => {
    for (const command of ['stauts', 'policy lits', 'policy']) runAll(command, usage());
    assert.match(run(['policy', 'lits']).stderr, /'lits' is no command of optoutlog policy/);
    const alone = run([]);
    assert.deepEqual([alone.status, alone.stdout], [2, '']);
    assert.match(alone.stderr, /Usage: optoutlog/);
  });
});

describe('what a terminal or a pipe is given', () => {
  const shell = (words, env = {}) =>
    spawnSync('bash', ['-c', words], {
      env: { ...computer.env, ...states.full, PATH: `${computer.at('bin')}:/usr/bin:/bin`, ...env },
      cwd: computer.at('home'),
      encoding: 'utf8',
    });

  test('a reader who goes away ends the command quietly', () => {
    for (const command of [
      'history --limit 500 --details',
      'status',
      'export --out -',
      'history --json --limit 500',
      'policy show 1',
      'policy list --json',
    ]) {
      const result = shell(`for n in 1 2 3; do optoutlog ${command} | head -1; done`);
      assert.equal(result.stderr, '', command);
      assert.equal(result.status, 0, command);
    }
  });

  test('an answer that cannot be written is an error', () => {
    const result = shell('optoutlog history > /dev/full');
    assert.equal(result.status, 12);
    assert.match(result.stderr, /^optoutlog: Standard output could not be written/);
  });

  test('without a terminal an error is one line, the next step at most one more', () => {
    assert.equal(
      run(['verify', 'x.json']).stderr,
      'optoutlog: Could not read x.json (No such file or directory).\n' +
        'Check the name; it has to be an export as json, or a bundle.\n',
    );
    assert.equal(run(['policy', 'check']).stderr.split('\n').length, 2);
  });

  test('colours on a terminal alone, and none with NO_COLOR', () => {
    const compare = `policy compare ${older} ${newer}`;
    for (const command of ['status', 'history', compare]) {
      const words = `script -qec "optoutlog ${command}" /dev/null`;
      const xterm = { TERM: 'xterm', PAGER: '' };
      assert.match(shell(words, xterm).stdout, /\u001b\[/, command);
      assert.doesNotMatch(shell(words, { ...xterm, NO_COLOR: '1' }).stdout, /\u001b/, command);
    }
  });
});
