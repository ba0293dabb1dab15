// What status claims of a log that the built host wrote: what was seen, and no more.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { computer, entry, record, useComputer } from './lib/log.mjs';

useComputer();

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
      new RegExp(
        'Your setting on Substack does not allow AI training by others\\. ' +
          'It does not govern: Tools that ignore the wish',
      ),
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
      const said = [
        '→ denied, not confirmed',
        'you turned LinkedIn’s AI-training switch off\\.',
        '1 denied \\(not confirmed\\)',
      ];
      assert.match(all(['status']), new RegExp(said.join('[^]*')));
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
