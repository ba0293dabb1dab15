// What the command says of a log that the built host wrote: status and history.
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
    env: { ...computer.env, PATH: process.env.PATH, TERM: 'xterm', ...env },
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

  test('an answer to a question that nobody asked is refused, and what waits for one is named', () => {
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

  test('names that would command the terminal are made harmless, and wide ones keep the columns', () => {
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

describe('status says what was seen, and no more', () => {
  const all = args => computer.run(args).stdout.replace(/\s+/g, ' ');
  const hours = count => new Date(Date.now() - count * 3600e3).toISOString();

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

  test("a setting about others is never told as the platform's own training", () => {
    record(
      entry({
        platform: 'tumblr',
        control: 'third-party-sharing',
        unit: 'blog',
        training: 'allowed',
        actor: 'none',
      }),
      entry({ platform: 'substack', control: 'ai-training', unit: 'letters' }),
    );
    const said = all(['status']);
    assert.match(said, /Your setting on Tumblr allows AI training by others\./);
    assert.match(
      said,
      /Your setting on Substack does not allow AI training by others\. It does not govern: Tools that ignore the wish/,
    );
    assert.doesNotMatch(said, /(Tumblr|Substack) (may|is allowed|is not allowed)/);
    assert.match(said, /1 allowed to others, 1 denied to others/);
  });

  test(
    'what the setting does not govern stands below a denial, and the first sentence says what ' +
      'was seen',
    () => {
      record(entry());
      const lines = computer.ok(['status'], { env: { COLUMNS: '200' } }).split('\n');
      const at = lines.findIndex(line => line.includes('LinkedIn’s AI-training switch is off.'));
      assert.match(lines[at + 1], /It does not govern: Training already done is not undone/);
      assert.doesNotMatch(lines.join('\n'), /since/);
    },
  );

  test('likely does not look or count like sure', () => {
    record(entry({ account: 'ada' }), entry({ account: 'bob', sure: 'likely' }));
    const said = all(['status']);
    assert.match(said, /✓ denied +ada/);
    assert.match(said, /≈ denied, likely +bob/);
    assert.match(said, /LinkedIn’s AI-training switch is probably off\./);
    assert.match(said, /1 denied, 1 denied \(likely\)\./);
  });

  test(
    'a change is told as an event, and one that was not kept asks for a look without the words ' +
      'of an alarm',
    () => {
      record(entry({ how: 'changed', actor: 'user', sure: 'likely' }));
      assert.match(
        all(['status']),
        /→ denied, not confirmed[^]*you turned LinkedIn’s AI-training switch off\.[^]*1 denied \(not confirmed\)/,
      );
      assert.doesNotMatch(all(['status']), /Confirmed:|switch is off/);
      record(entry({ training: 'allowed', raw: 'on' }));
      assert.equal(computer.run(['status']).status, 1);
      assert.match(all(['status']), /the change was not kept/);
      assert.doesNotMatch(all(['status']), /nobody was seen/);
    },
  );

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
    record(
      entry({
        platform: 'roblox',
        control: 'data-sharing-default',
        training: 'unknown',
        why: 'mixed',
        sure: 'none',
        actor: 'none',
        raw: 'off',
      }),
      entry({
        platform: 'tumblr',
        control: 'third-party-sharing',
        training: 'unknown',
        why: 'ambiguous',
        sure: 'none',
        actor: 'none',
        raw: 'on',
      }),
    );
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

  test(
    'after an erase it says that things were erased, not that nothing was seen yet; an empty ' +
      'log needs no erase',
    () => {
      assert.match(
        all(['erase', '--all', '--yes']),
        /holds no entry: there was nothing to erase\. ?$/,
      );
      assert.match(all(['status']), /Your log is empty/);
      record(entry());
      computer.ok(['erase', '--all', '--yes']);
      assert.match(all(['status']), /Nothing is in your log now: what it held was erased/);
      assert.doesNotMatch(all(['status']), /Your log is empty/);
      assert.match(all(['erase', '--all', '--yes']), /holds no entry: there was nothing to erase/);
    },
  );
});
