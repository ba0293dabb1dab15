// What a person picks out of the log: by platform, by day, by number; and what an erase would take.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { computer, entry, host, useComputer } from './lib/log.mjs';

const about = ['linkedin', 'genai-training'];
const long = 'a-very-long-name-of-an-account-'.repeat(6) + 'end';

/** The numbers of the entries that the command tells. */
const numbers = (...args) =>
  JSON.parse(computer.ok(['history', ...args, '--json'])).entries.map(({ seq }) => seq);

describe('history and show', () => {
  useComputer();

  test('days are days of the entries, from both ends, over all pages', () => {
    for (const day of ['2026-01-05', '2026-03-01', '2026-02-01'])
      computer.ok(['declare', ...about, 'denied', '--on', day]);
    assert.deepEqual(numbers('--since', '2026-02-01'), [3, 2]);
    assert.deepEqual(numbers('--until', '2026-02-01'), [3, 1]);
    assert.deepEqual(numbers('--since', '2026-02-01', '--until', '2026-02-28'), [3]);
    assert.deepEqual(numbers('--since', '2026-01-01', '--limit', '2'), [3, 2]);
    assert.match(computer.ok(['history', '--since', '2027-01-01']), /No entries that fit/);
    assert.match(
      computer.ok(['history', '--since', '2026-01-01', '--limit', '2']),
      /add --before 2/,
    );
  });

  test('--all tells more than a page', () => {
    host([
      'record',
      { entries: Array.from({ length: 120 }, (_, n) => entry({ control: `c-${n}` })) },
    ]);
    assert.equal(numbers().length, 50);
    assert.deepEqual(
      numbers('--all'),
      Array.from({ length: 120 }, (_, n) => 120 - n),
    );
    assert.equal(numbers('--until', '2100-01-01', '--limit', '120').length, 120);
  });

  test('one entry is shown with what it rests on; one that is not there is not', () => {
    host(['record', { entries: [entry(), entry({ platform: 'x', control: 'grok' })] }]);
    const [first] = JSON.parse(
      computer.ok(['history', '--json', '--platform', 'linkedin']),
    ).entries;
    assert.deepEqual(JSON.parse(computer.ok(['show', '1', '--json'])), first);
    assert.match(computer.ok(['show', '1']), new RegExp(`^#1 [^]*${first.hash}`));
    computer.ok(['erase', '--platform', 'linkedin', '--yes']);
    const gone = computer.run(['show', '1']);
    assert.equal(gone.status, 2);
    assert.match(gone.stderr, /No entry has the number 1: it was erased/);
  });

  test('in a pipe nothing is cut, and on a width it is', () => {
    host(['record', { entries: [entry({ account: long })] }]);
    for (const command of ['history', 'status']) {
      assert.ok(computer.ok([command]).includes(long), command);
      const narrow = computer.ok([command], { env: { COLUMNS: '60' } });
      assert.ok(!narrow.split('\n').some(line => line.startsWith('  ') && line.length > 400));
    }
    assert.ok(!computer.ok(['history'], { env: { COLUMNS: '60' } }).includes(long));
  });
});

describe('status', () => {
  useComputer();

  test('of one platform, and of what asks for a look', () => {
    const on = { training: 'allowed', raw: 'on' };
    host(
      ['record', { entries: [entry(), entry({ platform: 'x', control: 'grok', ...on })] }],
      ['record', { entries: [entry(on)] }],
    );
    const controls = (...args) =>
      JSON.parse(computer.run(['status', ...args, '--json']).stdout).controls.map(
        ({ platform }) => platform,
      );
    assert.deepEqual(controls().sort(), ['linkedin', 'x']);
    assert.deepEqual(controls('--platform', 'x'), ['x']);
    assert.deepEqual(controls('--needs-look'), ['linkedin']);
    assert.deepEqual(controls('--needs-look', '--platform', 'x'), []);
    assert.equal(computer.run(['status', '--platform', 'x']).status, 0);
    assert.equal(computer.run(['status', '--platform', 'linkedin']).status, 1);
    assert.match(computer.ok(['status', '--platform', 'medium']), /no setting of medium/);
    assert.match(
      computer.ok(['status', '--platform', 'x', '--needs-look']),
      /Nothing of x asks for a look/,
    );
  });
});

describe('erase --dry-run', () => {
  useComputer();

  test('counts what an erase then takes, and changes nothing', () => {
    const its = { platform: 'x', control: 'grok' };
    host(['record', { entries: [entry(), entry({ control: 'other' }), entry(its)] }]);
    for (const [args, many] of [
      [['--platform', 'x'], 1],
      [['--account', 'ada-l'], 3],
      [['--platform', 'nobody'], 0],
      [['--all'], 3],
    ]) {
      const dry = JSON.parse(computer.ok(['erase', ...args, '--dry-run', '--json']));
      assert.deepEqual([dry.erased, dry.imported, dry.seq], [many, 0, null]);
    }
    assert.match(computer.ok(['erase', '--all', '--dry-run']), /3 entries\. Nothing was changed/);
    assert.equal(numbers().length, 3);
    const done = JSON.parse(computer.ok(['erase', '--platform', 'linkedin', '--yes', '--json']));
    assert.equal(done.erased, 2);
    const left = JSON.parse(computer.ok(['erase', '--all', '--dry-run', '--json']));
    assert.equal(left.erased, 1);
  });
});

describe('erase --dry-run of what another entry joined', () => {
  useComputer();

  test('an entry without account that was joined to one goes with it, and is counted', () => {
    const first = entry({ account: null });
    host(['record', { entries: [first] }], ['record', { entries: [entry({ joins: first.id })] }]);
    const count = (...more) =>
      JSON.parse(computer.ok(['erase', '--account', 'ada-l', ...more, '--json'])).erased;
    const dry = count('--dry-run');
    assert.equal(count('--yes'), dry);
    assert.equal(dry, 2);
  });
});

describe('policy follow and unfollow', () => {
  useComputer();

  test('one is added to the others, and taken away alone', () => {
    const followed = () => JSON.parse(computer.ok(['policy', 'list', '--json'])).platforms;
    computer.ok(['policy', 'follow', 'linkedin']);
    assert.match(computer.ok(['policy', 'follow', 'x', 'linkedin']), /Followed: .*linkedin.*x/);
    const typo = computer.run(['policy', 'follow', 'linkedn']);
    assert.equal(typo.status, 2);
    assert.equal(computer.run(['policy', 'unfollow', 'medium']).status, 2);
    assert.deepEqual(followed().sort(), ['linkedin', 'x']);
    computer.ok(['policy', 'unfollow', 'linkedin']);
    assert.deepEqual(followed(), ['x']);
    assert.match(computer.ok(['policy', 'unfollow', 'x']), /No platform is followed/);
  });
});
