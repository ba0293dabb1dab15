// The command, from outside, on a log that the built host wrote.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Computer, ids, root } from '../installer/world.mjs';

let computer;
beforeEach(() => { computer = new Computer(); });
afterEach(() => computer.remove());

const entry = (more) => ({
  id: randomUUID(), at: new Date().toISOString(), platform: 'linkedin', control: 'genai-training', account: 'ada-l', unit: null,
  basis: 'seen', training: 'denied', why: 'ok', sure: 'sure', actor: 'user', raw: 'off', evidence: null, browser: 'chromium 156', ...more,
});

/** Sends requests to the host as a browser does, and gives their results. */
function host(...requests) {
  const frames = requests.map(([method, params], index) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', id: index, method, params }));
    const head = Buffer.alloc(4);
    head.writeUInt32LE(body.length);
    return Buffer.concat([head, body]);
  });
  const { stdout } = spawnSync(computer.at('bin/optoutlog-host'), [`chrome-extension://${ids.chromium[0]}/`],
    { env: computer.env, input: Buffer.concat(frames) });
  const answers = [];
  for (let at = 0; at < stdout.length;) {
    const length = stdout.readUInt32LE(at);
    answers.push(JSON.parse(stdout.subarray(at + 4, at + 4 + length)));
    at += 4 + length;
  }
  for (const answer of answers) assert.ok(answer.result, JSON.stringify(answer));
  return answers.map((answer) => answer.result);
}
const record = (...entries) => host(['record', { entries }]);

describe('status and history', () => {
  test('an empty log leads to the first check', () => {
    assert.match(computer.ok(['status']), /Your log is empty/);
    assert.match(computer.ok(['history']), /No entries/);
    assert.match(computer.ok(['verify']), /nothing to verify/);
  });

  test('--json prints exactly what the host answers', () => {
    record(entry(), entry({ platform: 'x', control: 'grok', training: 'allowed', actor: 'none', account: null }));
    const [status, history, verify] = host(['status', {}], ['history', {}], ['verify', {}]);
    assert.deepEqual(JSON.parse(computer.ok(['status', '--json'])), status);
    assert.deepEqual(JSON.parse(computer.ok(['history', '--json'])), history);
    assert.deepEqual(JSON.parse(computer.ok(['verify', '--json'])), verify);
    assert.equal(JSON.parse(computer.ok(['history', '--json', '--platform', 'x'])).entries.length, 1);
  });

  test('a control that returned is told with exit status 1', () => {
    record(entry());
    assert.match(computer.ok(['status']), /denied/);
    record(entry({ training: 'allowed', actor: 'none', raw: 'on' }));
    const result = computer.run(['status']);
    assert.equal(result.status, 1);
    assert.match(result.stdout, /returned/);
    assert.match(result.stdout, /nobody was seen to allow\s+it/);
  });

  test('names that would command the terminal are made harmless, and wide ones keep the columns', () => {
    record(entry({ account: '漢字の名前' }), entry({ account: 'ada' }), entry({ account: 'مستخدم‮abc' }));
    const lines = computer.ok(['status'], { env: { COLUMNS: '120' } }).split('\n').filter((line) => line.includes('linkedin'));
    assert.equal(lines.length, 3);
    assert.ok(lines.every((line) => !/[\u202e\u001b]/.test(line)));
    const width = (line) => [...line.slice(0, line.indexOf('since'))].reduce((sum, c) => sum + (/[⺀-鿿]/.test(c) ? 2 : 1), 0);
    assert.equal(new Set(lines.map(width)).size, 1, lines.join('\n'));
  });

  test('no colour where there is no terminal, nor with NO_COLOR on one', () => {
    record(entry());
    assert.doesNotMatch(computer.ok(['status']), /\u001b/);
    const onTerminal = (env) => spawnSync('script', ['-qec', `'${computer.at('bin/optoutlog')}' status`, '/dev/null'], { env: { ...computer.env, PATH: process.env.PATH, TERM: 'xterm', ...env }, encoding: 'utf8' }).stdout;
    assert.match(onTerminal({}), /\u001b\[32m/);
    assert.doesNotMatch(onTerminal({ NO_COLOR: '1' }), /\u001b\[32m/);
  });

  test('lines stay within the terminal', () => {
    record(entry({ account: 'a-rather-long-account-name-for-a-terminal' }), entry({ training: 'unknown', why: 'layout-changed', sure: 'none', actor: 'none', raw: null }));
    for (const columns of [40, 80, 200]) {
      for (const line of computer.ok(['history'], { env: { COLUMNS: String(columns) } }).split('\n')) assert.ok([...line].length <= Math.max(columns, 56), line);
    }
  });
});

describe('export, verify, import, erase', () => {
  test('an export verifies without a log; a changed byte is named', () => {
    record(entry(), entry({ platform: 'x', control: 'grok' }));
    const file = computer.at('home/log.json');
    computer.ok(['export', '--out', file]);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const elsewhere = { env: { HOME: computer.make('stranger') } };
    assert.match(computer.ok(['verify', file], elsewhere), /The chain holds: 2 entries/);
    assert.equal(existsSync(computer.at('stranger/.local')), false);
    const text = readFileSync(file, 'utf8');
    assert.ok(text.includes('ada-l'));
    writeFileSync(file, text.replace('ada-l', 'bob-l'));
    const broken = computer.run(['verify', file], elsewhere);
    assert.equal(broken.status, 1);
    assert.match(broken.stdout, /broken at entry 1 \(digest\)/);
    writeFileSync(file, '{"something": "else"}');
    assert.equal(computer.run(['verify', file]).status, 40);
    assert.equal(computer.run(['verify', computer.at('home/none.json')]).status, 2);
  });

  test('the format follows the ending, and an existing file is kept', () => {
    record(entry());
    for (const [name, start] of [['log.csv', /platform/], ['log.html', /<!doctype html/i], ['log.json', /optoutlog-export/]]) {
      computer.ok(['export', '--out', computer.at('home', name)]);
      assert.match(computer.read(`home/${name}`).toString(), start);
    }
    const again = computer.run(['export', '--out', computer.at('home/log.csv')]);
    assert.equal(again.status, 1);
    assert.match(again.stderr, /--force/);
    computer.ok(['export', '--out', computer.at('home/log.csv'), '--force']);
    assert.match(computer.ok(['export', '--out', '-']), /optoutlog-export/);
    assert.deepEqual(readdirSync(computer.at('home')).filter((name) => name.endsWith('.part')), []);
  });

  test('an export that cannot be written leaves nothing behind', () => {
    record(entry());
    const result = computer.run(['export', '--out', computer.at('home/no/such/folder/log.json')]);
    assert.equal(result.status, 1);
    assert.match(result.stderr, /Could not write/);
  });

  test('another computer\'s export is kept apart, and importing twice adds nothing', () => {
    record(entry());
    const file = computer.at('home/log.json');
    computer.ok(['export', '--out', file]);
    const other = { env: { HOME: computer.make('other') } };
    assert.match(computer.ok(['import', file], other), /1 new entries/);
    assert.match(computer.ok(['import', file], other), /Imported: 0 new entries/);
    assert.match(computer.ok(['import', file]), /this very log/);
    const { record: id } = JSON.parse(computer.ok(['import', file, '--json'], other));
    assert.match(computer.ok(['history', '--source', id], other), /linkedin/);
    assert.ok(computer.ok(['import', '--list'], other).includes(id));
    assert.match(computer.ok(['status'], other), /empty/);
  });

  test('erase asks, needs --yes without a terminal, and the rest verifies', () => {
    record(entry(), entry({ platform: 'x', control: 'grok' }));
    assert.equal(computer.run(['erase']).status, 2);
    assert.equal(computer.run(['erase', '--all', '--platform', 'x']).status, 2);
    assert.equal(computer.run(['erase', '--platform', 'x']).status, 2);
    assert.match(computer.ok(['erase', '--platform', 'x', '--yes']), /Erased: 1 entries/);
    assert.match(computer.ok(['verify']), /The chain holds/);
    assert.doesNotMatch(computer.ok(['status']), /x\/grok/);
  });
});

describe('help, errors, documentation', () => {
  const commands = ['status', 'history', 'export', 'verify', 'import', 'erase', 'register', 'unregister', 'doctor'];

  test('a mistyped command and option are told with the next step and status 2', () => {
    const result = computer.run(['stauts']);
    assert.equal(result.status, 2);
    assert.match(result.stderr, /'stauts' is no command of optoutlog/);
    assert.equal(computer.run(['status', '--jsno']).status, 2);
    assert.match(computer.run(['status', '--jsno']).stderr, /optoutlog status --help/);
    assert.equal(computer.run(['--help']).status, 0);
  });

  test('a record that cannot be used gives its own status and name', () => {
    computer.write('home/.local/share/optoutlog/record.db', 'not a database at all, only text'.repeat(40), 0o600);
    const result = computer.run(['status', '--json']);
    const { error } = JSON.parse(result.stdout);
    assert.equal(error.data.name, 'record.foreign');
    assert.equal(result.status, 25);
    assert.ok(result.stderr.length > 20);
  });

  test('man page and completions know every option of every command', () => {
    const read = (name) => readFileSync(path.join(root, 'host/cli', name), 'utf8').replaceAll('\\-', '-');
    const files = { man: read('optoutlog.1'), bash: read('completions/optoutlog.bash'), zsh: read('completions/_optoutlog'), fish: read('completions/optoutlog.fish') };
    for (const command of commands) {
      const options = new Set(computer.ok([command, '--help']).match(/(?<=^ +(?:-h,)?)--[a-z-]+/gm));
      assert.ok(options.size > 0, command);
      for (const [shell, text] of Object.entries(files)) {
        assert.ok(text.includes(command), `${shell}: ${command}`);
        for (const option of options) {
          if (option === '--help' && shell === 'man') continue;
          assert.ok(text.includes(shell === 'fish' ? `-l ${option.slice(2)} ` : option), `${shell}: ${command} ${option}`);
        }
      }
    }
  });

  test('the completions are valid in their shells, and the man page has no fault', (t) => {
    const has = (tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
    const folder = path.join(root, 'host/cli/completions');
    assert.equal(spawnSync('bash', ['-n', path.join(folder, 'optoutlog.bash')]).status, 0);
    const run = { bash: `source ${folder}/optoutlog.bash; COMP_WORDS=(optoutlog reg); COMP_CWORD=1; _optoutlog; echo "\${COMPREPLY[@]}"` };
    assert.equal(spawnSync('bash', ['-c', run.bash], { encoding: 'utf8' }).stdout.trim(), 'register');
    for (const [shell, file] of [['zsh', '_optoutlog'], ['fish', 'optoutlog.fish']]) {
      if (!has(shell)) { t.diagnostic(`${shell} is not here: its completion was not checked`); continue; }
      const result = spawnSync(shell, ['-n', path.join(folder, file)], { encoding: 'utf8' });
      assert.equal(result.status, 0, result.stderr);
    }
    if (!has('groff')) { t.diagnostic('groff is not here: the man page was not checked'); return; }
    assert.equal(spawnSync('groff', ['-man', '-Tutf8', '-ww', '-z', path.join(root, 'host/cli/optoutlog.1')], { encoding: 'utf8' }).stderr, '');
  });
});
