// The command, from outside, on a log that the built host wrote.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Computer, ids, root } from '../installer/world.mjs';

let computer;
beforeEach(() => { computer = new Computer(); });
afterEach(() => computer.remove());

const entry = (more) => ({
  id: randomUUID(), at: new Date().toISOString(), platform: 'linkedin', control: 'genai-training', account: 'ada-l', unit: null,
  basis: 'seen', training: 'denied', why: 'ok', sure: 'sure', actor: 'none', how: (more?.basis ?? 'seen') === 'seen' ? 'loaded' : null, raw: 'off', evidence: null, browser: 'chromium 156', ...more,
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

  test('an answer to a question that nobody asked is refused, and what waits for one is named', () => {
    record(entry({ platform: 'quora' }));
    const none = computer.run(['declare', 'quora', 'genai-training', 'was-me', '--account', 'ada-l']);
    assert.equal(none.status, 2, none.stderr);
    assert.match(none.stderr, /nothing to answer. Nothing was written.\n.*optoutlog status/);
    record(entry({ platform: 'quora', training: 'allowed', actor: 'none', raw: 'on' }));
    const other = computer.run(['declare', 'quora', 'genai-training', 'was-me']);
    assert.equal(other.status, 2);
    assert.ok(other.stderr.includes("quora genai-training --account 'ada-l'"), other.stderr);
    assert.equal(JSON.parse(computer.ok(['history', '--json', '--platform', 'quora'])).entries.length, 2, 'nothing was written');
    computer.ok(['declare', 'quora', 'genai-training', 'was-me', '--account', 'ada-l']);
    computer.ok(['erase', '--platform', 'quora', '--yes']);
  });

  test('a control that returned is told with exit status 1', () => {
    record(entry());
    assert.match(computer.ok(['status']), /denied/);
    record(entry({ training: 'allowed', actor: 'none', raw: 'on' }));
    const result = computer.run(['status']);
    assert.equal(result.status, 1);
    assert.match(result.stdout, /returned/);
    assert.ok(result.stdout.includes("optoutlog declare linkedin genai-training was-me --account 'ada-l'"), result.stdout);
    assert.match(result.stdout, /LinkedIn’s AI-training switch is on again/);
    assert.match(result.stdout, /nobody\s+was\s+seen\s+to\s+allow\s+it/);
  });

  test('a return can be answered from the command', () => {
    record(entry());
    record(entry({ training: 'allowed', actor: 'none', raw: 'on' }));
    computer.ok(['declare', 'linkedin', 'genai-training', 'was-not-me', '--account', 'ada-l']);
    const told = computer.run(['status']);
    assert.equal(told.status, 1);
    assert.match(told.stdout, /You said that it was not you/);
    computer.ok(['declare', 'linkedin', 'genai-training', 'was-me', '--account', 'ada-l']);
    assert.match(computer.ok(['status']), /✗ allowed/);
  });

  test('names that would command the terminal are made harmless, and wide ones keep the columns', () => {
    record(entry({ account: '漢字の名前' }), entry({ account: 'ada' }), entry({ account: 'مستخدم‮abc' }));
    const lines = computer.ok(['status'], { env: { COLUMNS: '120' } }).split('\n').filter((line) => line.includes('last read'));
    assert.equal(lines.length, 3);
    assert.ok(lines.every((line) => !/[\u202e\u001b]/.test(line)));
    const width = (line) => [...line.slice(0, line.indexOf('last read'))].reduce((sum, c) => sum + (/[⺀-鿿]/.test(c) ? 2 : 1), 0);
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
    record(entry({ basis: 'form', training: 'unknown', sure: null, actor: 'user', raw: 'submitted', platform: 'facebook', control: 'objection', note: 'long words '.repeat(30) }));
    for (const columns of [40, 60, 80, 200]) {
      const env = { COLUMNS: String(columns) };
      for (const line of computer.ok(['history'], { env }).split('\n')) assert.ok([...line].length <= Math.max(columns, 56), line);
      for (const args of [['status'], ['history', '--details'], ['verify']]) {
        const lines = computer.ok(args, { env }).split('\n').filter((line) => !/[0-9a-f]{32}|[0-9a-f-]{36}/.test(line)); // a hash is not cut
        for (const line of lines) assert.ok([...line].length <= Math.max(columns, 56), `${args.join(' ')} in ${columns}: ${line}`);
      }
    }
  });

  test('accounts and parts of one setting stand together, and old, said and never read look different', () => {
    const later = (seconds) => new Date(Date.now() + seconds * 1000).toISOString();
    record(
      entry({ account: 'ada' }), entry({ account: 'bob' }),
      entry({ account: 'bob', at: later(1), training: 'unknown', why: 'layout-changed', sure: 'none', actor: 'none', raw: null }),
      entry({ platform: 'tumblr', control: 'third-party-sharing', account: 'cy', unit: 'blog-one', training: 'allowed' }),
      entry({ platform: 'tumblr', control: 'third-party-sharing', account: 'cy', unit: 'blog-two' }),
      entry({ platform: 'x', control: 'grok-training', training: 'unknown', why: 'locked', sure: 'none', actor: 'none', raw: null, account: null }),
      entry({ platform: 'y', control: 'said', basis: 'declared', sure: null, raw: 'in-app' }),
    );
    for (const columns of [60, 200]) {
      const said = computer.ok(['status'], { env: { COLUMNS: String(columns) } });
      const line = (pattern) => said.split('\n').find((each) => pattern.test(each)) ?? assert.fail(`${pattern} in:\n${said}`);
      assert.equal(said.match(/^linkedin\/genai-training$/gm).length, 1);
      assert.equal(said.match(/^tumblr\/third-party-sharing$/gm).length, 1);
      assert.match(line(/ ada/), /✓ denied +ada/);
      assert.match(line(/ bob/), /~ denied, stale +bob/);
      assert.match(line(/blog-one/), /✗ allowed to others/);
      assert.match(line(/blog-two/), /✓ denied to others/);
      assert.match(line(/never read$/), /never read/);
      assert.match(line(/you said/), /~ denied, you said/);
      assert.match(said, /could\s+not\s+tell:\s+What\s+the\s+page\s+showed\s+did\s+not\s+fit/);
      assert.match(said, /1\s+never\s+read/);
      assert.match(said, /1\s+denied\s+\(stale\)/);
    }
  });

  test('the details of an entry are what it rests on, and its hash', () => {
    record(entry({ evidence: { label: 'Use my data', lang: 'en', route: '/settings/ai', by: ['role', 'attr'], rule: 'linkedin', rev: 3 } }));
    const [{ entries: [{ hash, id }] }] = host(['history', {}]);
    const said = computer.ok(['history', '--details']);
    for (const word of ['Use my data', '/settings/ai', 'linkedin, revision 3', 'role, attr', 'chromium 156', hash, id]) assert.ok(said.includes(word), `${word} in:\n${said}`);
  });
});

describe('status says what was seen, and no more', () => {
  const all = (args) => computer.run(args).stdout.replace(/\s+/g, ' ');
  const hours = (count) => new Date(Date.now() - count * 3600e3).toISOString();

  test('what was seen stays a row of its own behind what was said', () => {
    record(entry({ training: 'allowed', actor: 'none', raw: 'on', at: hours(72) }));
    computer.ok(['declare', 'linkedin', 'genai-training', 'denied', '--account', 'ada-l']);
    const said = all(['status']);
    assert.match(said, /allowed, earlier/);
    assert.match(said, /When last seen, on \d{4}-\d\d-\d\d, LinkedIn’s AI-training switch was on/);
    assert.match(said, /denied, you said/);
    assert.match(said, /You said that you refused AI training on LinkedIn/);
    assert.match(said, /1 denied \(you said\)/);
  });

  test('a setting about others is never told as the platform\'s own training', () => {
    record(entry({ platform: 'tumblr', control: 'third-party-sharing', unit: 'blog', training: 'allowed', actor: 'none' }),
      entry({ platform: 'substack', control: 'ai-training', unit: 'letters' }));
    const said = all(['status']);
    assert.match(said, /Your setting on Tumblr allows AI training by others\./);
    assert.match(said, /Your setting on Substack does not allow AI training by others\. It does not govern: Tools that ignore the wish/);
    assert.doesNotMatch(said, /(Tumblr|Substack) (may|is allowed|is not allowed)/);
    assert.match(said, /1 allowed to others, 1 denied to others/);
  });

  test('what the setting does not govern stands below a denial, and the first sentence says what was seen', () => {
    record(entry());
    const lines = computer.ok(['status'], { env: { COLUMNS: '200' } }).split('\n');
    const at = lines.findIndex((line) => line.includes('LinkedIn’s AI-training switch is off.'));
    assert.match(lines[at + 1], /It does not govern: Training already done is not undone/);
    assert.doesNotMatch(lines.join('\n'), /since/);
  });

  test('likely does not look or count like sure', () => {
    record(entry({ account: 'ada' }), entry({ account: 'bob', sure: 'likely' }));
    const said = all(['status']);
    assert.match(said, /✓ denied +ada/);
    assert.match(said, /≈ denied, likely +bob/);
    assert.match(said, /LinkedIn’s AI-training switch is probably off\./);
    assert.match(said, /1 denied, 1 denied \(likely\)\./);
  });

  test('a change is told as an event, and one that was not kept asks for a look without the words of an alarm', () => {
    record(entry({ how: 'changed', actor: 'user', sure: 'likely' }));
    assert.match(all(['status']), /→ denied, not confirmed[^]*you turned LinkedIn’s AI-training switch off\.[^]*1 denied \(not confirmed\)/);
    assert.doesNotMatch(all(['status']), /Confirmed:|switch is off/);
    record(entry({ training: 'allowed', raw: 'on' }));
    assert.equal(computer.run(['status']).status, 1);
    assert.match(all(['status']), /the change was not kept/);
    assert.doesNotMatch(all(['status']), /nobody was seen/);
  });

  test('of an account that no page named a return is only perhaps one', () => {
    record(entry({ account: null }));
    record(entry({ account: null, training: 'allowed', raw: 'on' }));
    assert.equal(computer.run(['status']).status, 1);
    const said = all(['status']);
    assert.match(said, /If this is the same account, LinkedIn’s AI-training switch is on again/);
    assert.match(said, /no alarm/);
    assert.doesNotMatch(said, /nobody was seen/);
  });

  test('a said day is a day, in the history too', () => {
    computer.ok(['declare', 'linkedin', 'genai-training', 'denied', '--on', '2026-03-01']);
    assert.match(computer.ok(['history']), /^#1 +2026-03-01  +denied/m);
    assert.match(all(['status']), /\(2026-03-01\)/);
    assert.doesNotMatch(computer.ok(['export', '--format', 'html', '--out', '-']), /2026-03-01 \d/);
  });

  test('a default for the future and a missing unit are told by their own reasons', () => {
    record(entry({ platform: 'roblox', control: 'data-sharing-default', training: 'unknown', why: 'mixed', sure: 'none', actor: 'none', raw: 'off' }),
      entry({ platform: 'tumblr', control: 'third-party-sharing', training: 'unknown', why: 'ambiguous', sure: 'none', actor: 'none', raw: 'on' }));
    const said = all(['status']);
    assert.match(said, /only sets the default for what comes later/);
    assert.match(said, /did not say whose setting this is/);
    assert.doesNotMatch(said, /denied|not allow/);
  });

  test('a control that its rule has replaced is shown apart and not counted', () => {
    record(entry({ control: 'a-name-of-before' }), entry());
    const said = all(['status']);
    assert.match(said, /Of an older rule/);
    assert.match(said, /1 denied; not counted: 1 of an older rule\./);
  });

  test('after an erase it says that things were erased, not that nothing was seen yet; an empty log needs no erase', () => {
    assert.match(all(['erase', '--all', '--yes']), /holds no entry: there was nothing to erase\. ?$/);
    assert.match(all(['status']), /Your log is empty/);
    record(entry());
    computer.ok(['erase', '--all', '--yes']);
    assert.match(all(['status']), /Nothing is in your log now: what it held was erased/);
    assert.doesNotMatch(all(['status']), /Your log is empty/);
    assert.match(all(['erase', '--all', '--yes']), /holds no entry: there was nothing to erase/);
  });
});

describe('declare', () => {
  test('what was done elsewhere is written down as said, in the words of the extension', () => {
    const said = computer.ok(['declare', 'linkedin', 'genai-training', 'denied', '--by', 'app', '--on', '2026-11-01', '--account', 'ada-l', '--note', 'ticket 7']);
    assert.match(said, /#1, as your word: you denied training/);
    assert.match(said, /first entry about/);
    const [{ entries: [stored] }, { controls: [line] }] = host(['history', {}], ['status', {}]);
    assert.partialDeepStrictEqual?.(stored, { basis: 'declared', training: 'denied', raw: 'in-app', date: '2026-11-01', note: 'ticket 7', account: 'ada-l', actor: 'user', evidence: null });
    assert.deepEqual([stored.basis, stored.training, stored.raw, stored.date, stored.note, stored.evidence], ['declared', 'denied', 'in-app', '2026-11-01', 'ticket 7', null]);
    assert.ok(stored.at.startsWith('2026-11-01') || stored.at.startsWith('2026-10-31'), stored.at);
    assert.deepEqual([line.training, line.basis, line.seen], ['denied', 'declared', null]);
    assert.match(computer.ok(['status']), /denied, you said/);
  });

  test('the steps of an objection lead to the day when an answer is due', () => {
    computer.ok(['declare', 'facebook', 'objection', 'sent']);
    assert.match(computer.ok(['status']), /Objection: the objection was sent, \d{4}-\d\d-\d\d\.\s+Where\s+the\s+GDPR\s+applies[^.]*an\s+answer\s+is\s+due\s+by/);
    assert.match(computer.ok(['status']), /▤ objection[^]*\n1 objection\./, 'a form has no state that could be read');
    assert.match(computer.ok(['declare', 'facebook', 'objection', 'sent']), /already says so/);
    computer.ok(['declare', 'instagram', 'objection', 'sent', '--on', '2026-01-31']);
    assert.match(computer.ok(['status']), /sent, 2026-01-31\.\s+Where\s+the\s+GDPR\s+applies[^.]*an\s+answer\s+was\s+due\s+by\s+2026-02-28\s+[^.]*\.?[^.]*;\s+none\s+is\s+on\s+record/);
    const statement = computer.ok(['export', '--format', 'html', '--out', '-']);
    assert.match(statement, /an answer was due by 2026-02-28 [^<]*; none is on record/);
    assert.match(statement, /an answer is due by/);
    computer.ok(['declare', 'facebook', 'objection', 'refused']);
    assert.match(computer.ok(['status']), /Objection: the platform refused the objection/);
    const written = JSON.parse(computer.ok(['declare', 'x', 'grok', 'confirmed', '--json']));
    assert.equal(written.results[0].effect, 'recorded');
  });

  test('a wrong word, day, way or name is told, and nothing is written', () => {
    const tomorrow = new Date(Date.now() + 2 * 86400e3).toISOString().slice(0, 10);
    for (const [args, words] of [
      [['linkedin', 'genai-training'], /WHAT/],
      [['linkedin', 'genai-training', 'perhaps'], /one of: accepted, allowed/],
      [['linkedin', 'genai-training', 'denied', '--on', '2026-02-30'], /no day/],
      [['linkedin', 'genai-training', 'denied', '--on', tomorrow], /no day/],
      [['linkedin', 'genai-training', 'denied', '--by', 'pigeon'], /one of: app/],
      [['linkedin', 'genai-training', 'sent', '--by', 'app'], /does not go with/],
      [['Linked In', 'genai-training', 'denied'], /platform/],
      [['linkedin', 'genai-training', 'denied', '--note', 'x'.repeat(501)], /note/],
    ]) {
      const result = computer.run(['declare', ...args]);
      assert.equal(result.status, 2, `${args.join(' ')}: ${result.stdout}${result.stderr}`);
      assert.match(result.stderr, words);
      assert.ok(!existsSync(computer.at('home/.local/share/optoutlog/record.db')), args.join(' '));
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
    assert.match(computer.ok(['verify', file], elsewhere), /The chain holds: 2 entries\./);
    assert.equal(existsSync(computer.at('stranger/.local')), false);
    const text = readFileSync(file, 'utf8');
    assert.ok(text.includes('ada-l'));
    writeFileSync(file, text.replace('ada-l', 'bob-l'));
    const broken = computer.run(['verify', file], elsewhere);
    assert.equal(broken.status, 1);
    assert.match(broken.stdout, /broken at entry 1 \(digest\)/);
    assert.match(broken.stdout, /As it stands there now: .*linkedin\/genai-training +denied +bob-l/s);
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
    assert.match(computer.ok(['import', file], other), /1 new entry of the record/);
    assert.match(computer.ok(['import', file], other), /Imported: 0 new entries of/);
    assert.match(computer.ok(['import', file]), /this very log/);
    const { record: id } = JSON.parse(computer.ok(['import', file, '--json'], other));
    assert.match(computer.ok(['history', '--source', id], other), /linkedin/);
    const list = computer.ok(['import', '--list'], other);
    assert.ok(list.includes(id));
    assert.match(list, /1 entry that can be read, of 1; imported \d{4}-\d\d-\d\d \d\d:\d\d; written by\s+optoutlog \d/);
    assert.match(computer.ok(['status'], other), /empty/);
  });

  test('a file whose ending names no format is refused', () => {
    const result = computer.run(['export', '--out', computer.at('home/log.pdf')]);
    assert.equal(result.status, 2);
    assert.match(result.stderr, /no format for files that end in \.pdf; nothing was written.\n.*--format/);
    assert.ok(!existsSync(computer.at('home/log.pdf')));
  });

  test('an erase names the damaged logs that were put aside', () => {
    record(entry());
    const aside = computer.at('home/.local/share/optoutlog/record-aside-2026-01-02.db');
    writeFileSync(aside, 'what it held');
    assert.ok(computer.ok(['erase', '--platform', 'nowhere', '--yes']).includes(aside));
    rmSync(aside);
    assert.doesNotMatch(computer.ok(['erase', '--platform', 'nowhere', '--yes']), /aside/);
  });

  test('erase asks, needs --yes without a terminal, and the rest verifies', () => {
    record(entry(), entry({ platform: 'x', control: 'grok' }));
    assert.equal(computer.run(['erase']).status, 2);
    assert.equal(computer.run(['erase', '--all', '--platform', 'x']).status, 2);
    assert.equal(computer.run(['erase', '--platform', 'x']).status, 2);
    assert.match(computer.ok(['erase', '--platform', 'x', '--yes']), /Erased: 1 entry\./);
    assert.match(computer.ok(['verify']), /The chain holds/);
    assert.doesNotMatch(computer.ok(['status']), /x\/grok/);
    assert.match(computer.ok(['erase', '--platform', 'x', '--yes']), /Nothing in your log fits: there was nothing to erase/);
  });
});

describe('help, errors, documentation', () => {
  const commands = ['status', 'history', 'declare', 'export', 'verify', 'import', 'erase', 'set-aside', 'register', 'unregister', 'doctor'];

  test('a mistyped command and option are told with the next step and status 2', () => {
    const result = computer.run(['stauts']);
    assert.equal(result.status, 2);
    assert.match(result.stderr, /'stauts' is no command of optoutlog/);
    assert.equal(computer.run(['status', '--jsno']).status, 2);
    assert.match(computer.run(['status', '--jsno']).stderr, /optoutlog status --help/);
    assert.equal(computer.run(['--help']).status, 0);
  });

  test('help fits the terminal', () => {
    for (const columns of [60, 100]) {
      for (const args of [['--help'], ...commands.map((command) => [command, '--help'])]) {
        for (const line of computer.ok(args, { env: { COLUMNS: String(columns) } }).split('\n')) assert.ok([...line].length <= columns, `${args.join(' ')} in ${columns}: ${line}`);
      }
    }
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
