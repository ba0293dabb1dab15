// How status and history show a log that the built host wrote: rows, widths, colours, details.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { computer, entry, host, record, useComputer } from './lib/log.mjs';

useComputer();

/**
 * What the command prints on a terminal.
 * @param {string} command
 * @param {Record<string, string>} [env]
 */
const onTerminal = (command, env = {}) =>
  spawnSync('script', ['-qec', `'${computer.at('bin/optoutlog')}' ${command}`, '/dev/null'], {
    env: { ...computer.env, PATH: process.env.PATH, TERM: 'xterm', PAGER: '', ...env },
    encoding: 'utf8',
  }).stdout;

describe('status and history', () => {
  test('an empty log leads to the first check', () => {
    assert.match(computer.ok(['status']), /Your log is empty/);
    assert.match(computer.ok(['history']), /No entries/);
    assert.match(computer.ok(['verify']), /nothing to verify/);
  });

  test('--json prints exactly what the host answers', () => {
    record(
      entry(),
      entry({ platform: 'x', control: 'grok', training: 'allowed', actor: 'none', account: null }),
    );
    const [status, history, verify] = host(['status', {}], ['history', {}], ['verify', {}]);
    assert.deepEqual(JSON.parse(computer.ok(['status', '--json'])), status);
    assert.deepEqual(JSON.parse(computer.ok(['history', '--json'])), history);
    assert.deepEqual(JSON.parse(computer.ok(['verify', '--json'])), verify);
    assert.equal(
      JSON.parse(computer.ok(['history', '--json', '--platform', 'x'])).entries.length,
      1,
    );
  });

  test('an answer that nobody asked for is refused, and what waits for one is named', () => {
    record(entry({ platform: 'quora' }));
    const none = computer.run([
      'declare',
      'quora',
      'genai-training',
      'was-me',
      '--account',
      'ada-l',
    ]);
    assert.equal(none.status, 2, none.stderr);
    assert.match(none.stderr, /nothing to answer. Nothing was written.\n.*optoutlog status/);
    record(entry({ platform: 'quora', training: 'allowed', actor: 'none', raw: 'on' }));
    const other = computer.run(['declare', 'quora', 'genai-training', 'was-me']);
    assert.equal(other.status, 2);
    assert.ok(other.stderr.includes("quora genai-training --account 'ada-l'"), other.stderr);
    assert.equal(
      JSON.parse(computer.ok(['history', '--json', '--platform', 'quora'])).entries.length,
      2,
      'nothing was written',
    );
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
    assert.ok(
      result.stdout.includes("optoutlog declare linkedin genai-training was-me --account 'ada-l'"),
      result.stdout,
    );
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

  test('names that would command the terminal do nothing, and wide ones keep the columns', () => {
    record(
      entry({ account: '漢字の名前' }),
      entry({ account: 'ada' }),
      entry({ account: 'مستخدم‮abc' }),
    );
    const lines = computer
      .ok(['status'], { env: { COLUMNS: '120' } })
      .split('\n')
      .filter(line => line.includes('last read'));
    assert.equal(lines.length, 3);
    assert.ok(lines.every(line => !/[\u202e\u001b]/.test(line)));
    const width = line =>
      [...line.slice(0, line.indexOf('last read'))].reduce(
        (sum, c) => sum + (/[⺀-鿿]/.test(c) ? 2 : 1),
        0,
      );
    assert.equal(new Set(lines.map(width)).size, 1, lines.join('\n'));
  });

  test('no colour where there is no terminal, nor with NO_COLOR on one', () => {
    record(entry());
    assert.doesNotMatch(computer.ok(['status']), /\u001b/);
    assert.match(onTerminal('status'), /\u001b\[32m/);
    assert.doesNotMatch(onTerminal('status', { NO_COLOR: '1' }), /\u001b\[32m/);
  });

  test('what nobody knows to have been loaded so has the colour of doubt', () => {
    record(entry({ how: undefined }));
    for (const command of ['status', 'history']) {
      const shown = onTerminal(command);
      assert.match(shown, /\u001b\[33m/, command);
      assert.doesNotMatch(shown, /\u001b\[32m/, command);
    }
  });

  test('lines stay within the terminal', () => {
    record(
      entry({ account: 'a-rather-long-account-name-for-a-terminal' }),
      entry({ training: 'unknown', why: 'layout-changed', sure: 'none', actor: 'none', raw: null }),
    );
    record(
      entry({
        basis: 'form',
        training: 'unknown',
        sure: null,
        actor: 'user',
        raw: 'submitted',
        platform: 'facebook',
        control: 'objection',
        note: 'long words '.repeat(30),
      }),
    );
    for (const columns of [40, 60, 80, 200]) {
      const env = { COLUMNS: String(columns) };
      for (const line of computer.ok(['history'], { env }).split('\n'))
        assert.ok([...line].length <= Math.max(columns, 56), line);
      for (const args of [['status'], ['history', '--details'], ['verify']]) {
        const lines = computer
          .ok(args, { env })
          .split('\n')
          .filter(line => !/[0-9a-f]{32}|[0-9a-f-]{36}/.test(line)); // a hash is not cut
        for (const line of lines)
          assert.ok(
            [...line].length <= Math.max(columns, 56),
            `${args.join(' ')} in ${columns}: ${line}`,
          );
      }
    }
  });

  test(
    'accounts and parts of one setting stand together, and old, said and never read look ' +
      'different',
    () => {
      const later = seconds => new Date(Date.now() + seconds * 1000).toISOString();
      record(
        entry({ account: 'ada' }),
        entry({ account: 'bob' }),
        entry({
          account: 'bob',
          at: later(1),
          training: 'unknown',
          why: 'layout-changed',
          sure: 'none',
          actor: 'none',
          raw: null,
        }),
        entry({
          platform: 'tumblr',
          control: 'third-party-sharing',
          account: 'cy',
          unit: 'blog-one',
          training: 'allowed',
        }),
        entry({
          platform: 'tumblr',
          control: 'third-party-sharing',
          account: 'cy',
          unit: 'blog-two',
        }),
        entry({
          platform: 'x',
          control: 'grok-training',
          training: 'unknown',
          why: 'locked',
          sure: 'none',
          actor: 'none',
          raw: null,
          account: null,
        }),
        entry({ platform: 'y', control: 'said', basis: 'declared', sure: null, raw: 'in-app' }),
      );
      for (const columns of [60, 200]) {
        const said = computer.ok(['status'], { env: { COLUMNS: String(columns) } });
        const line = pattern =>
          said.split('\n').find(each => pattern.test(each)) ??
          assert.fail(`${pattern} in:\n${said}`);
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
    },
  );

  test('the details of an entry are what it rests on, and its hash', () => {
    record(
      entry({
        evidence: {
          label: 'Use my data',
          lang: 'en',
          route: '/settings/ai',
          by: ['role', 'attr'],
          rule: 'linkedin',
          rev: 3,
        },
      }),
    );
    const [
      {
        entries: [{ hash, id }],
      },
    ] = host(['history', {}]);
    const said = computer.ok(['history', '--details']);
    for (const word of [
      'Use my data',
      '/settings/ai',
      'linkedin, revision 3',
      'role, attr',
      'chromium 156',
      hash,
      id,
    ])
      assert.ok(said.includes(word), `${word} in:\n${said}`);
  });
});
