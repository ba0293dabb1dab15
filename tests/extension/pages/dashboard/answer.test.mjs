// "Are you opted out everywhere?": the sentence and the bar below it, over every way in which a
// platform can stand.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  answerOf,
  partsOf,
  standingsOf,
} from '../../../../extension/pages/dashboard/log/answer.js';
import { passes, rowsOf } from '../../../../extension/pages/dashboard/log/rows.js';
import { countsOf } from '../../../../extension/shared/counts.js';

const platform = (id, controls = ['c'], kind = 'toggle') => ({
  id,
  name: id.toUpperCase(),
  hosts: [],
  open: '',
  kind,
  grade: 'A',
  controls: controls.map(one => ({ id: one, name: one })),
  rev: 1,
  seen: '2026-10-02',
});
const at = '2026-11-20T10:00:00.000Z';
const line = (id, training, fields = {}) => ({
  platform: id,
  control: 'c',
  account: null,
  unit: null,
  training,
  basis: 'seen',
  why: training === 'unknown' ? 'layout-changed' : 'ok',
  sure: 'sure',
  kept: training === 'unknown' ? null : 'confirmed',
  returned: false,
  stale: false,
  seen: training === 'unknown' ? null : at,
  tried: at,
  since: at,
  run: training === 'unknown' ? null : { training, first: at, last: at },
  before: null,
  form: null,
  declared: null,
  ...fields,
});
const [A, B] = [platform('a'), platform('b')];
const state = (lines, more = {}) => ({
  platforms: [A, B],
  followed: ['a', 'b'],
  waiting: [],
  lines,
  ...more,
});
const answer = (lines, more) => answerOf(standingsOf(state(lines, more)));
const key = (lines, more) => answer(lines, more).key;

describe('the answer', () => {
  test('yes only where each platform was seen off, with the oldest look', () => {
    const older = line('a', 'denied', { seen: '2026-02-01T00:00:00.000Z' });
    const said = answer([older, line('b', 'denied')]);
    assert.deepEqual([said.key, said.tone, said.oldest], ['answerDenied', 'denied', older.seen]);
    assert.deepEqual(said.notes, []);
  });

  test('one that allows makes it no, whatever the others say, and is named', () => {
    for (const other of [
      line('b', 'denied'),
      line('b', 'unknown'),
      line('b', 'denied', { kept: 'pending' }),
    ]) {
      const said = answer([line('a', 'allowed'), other]);
      assert.deepEqual([said.key, said.values], ['answerAllowed', ['A']]);
    }
    assert.equal(key([line('a', 'allowed', { returned: true })]), 'answerAllowed');
    assert.equal(key([line('a', 'allowed', { kept: 'not-kept' })]), 'answerAllowed');
    assert.equal(key([line('a', 'allowed', { returned: 'perhaps' })]), 'answerAllowed');
  });

  test('of several accounts the one that allows is named', () => {
    const lines = [
      line('a', 'denied', { account: 'ada' }),
      line('a', 'allowed', { account: 'work' }),
      line('b', 'denied'),
    ];
    assert.deepEqual(answer(lines).values, ['A (work)']);
    assert.deepEqual(answer([...lines, line('a', 'allowed')]).values, ['A'], 'one was not named');
  });

  test('no "yes" for what is unknown, stale, never checked, said, or a step of a form', () => {
    for (const other of [
      [],
      [line('b', 'unknown')],
      [line('b', 'denied', { stale: true })],
      [line('b', 'denied', { basis: 'declared', kept: null, seen: null, tried: null, run: null })],
      [
        line('b', 'unknown', {
          ...{ basis: 'form', why: 'ok', kept: null, tried: null },
          form: { step: 'submitted', at, asked: at, due: null },
        }),
      ],
      [line('b', 'denied', { kept: 'pending' })],
      [line('b', 'denied', { account: 'ada' }), line('b', 'unknown', { account: 'work' })],
    ]) {
      const said = answer([line('a', 'denied'), ...other]);
      assert.deepEqual([said.key, said.values], ['answerOpen', ['1', '2']]);
      assert.equal(said.oldest, null);
    }
  });

  test('a setting read for one account is not read for another, nor what was only said', () => {
    const two = platform('a', ['c', 'd']);
    const ada = line('a', 'denied', { account: 'ada' });
    const work = line('a', 'denied', { account: 'work', control: 'd' });
    const of = lines => key(lines, { platforms: [two], followed: ['a'] });
    assert.equal(of([ada, work]), 'answerOpen');
    const partly = answer([ada, work], { platforms: [two], followed: ['a'] });
    assert.deepEqual(partly.values, ['0', '1'], 'nor is it counted as off');
    const both = [ada, { ...ada, control: 'd' }, work, { ...work, control: 'c' }];
    assert.equal(of(both), 'answerDenied');
    const said = { basis: 'declared', kept: null, seen: null, tried: null, run: null };
    const told = line('a', 'denied', { account: 'other', ...said });
    assert.equal(of([...both, told]), 'answerOpen');
  });

  test('a change to "on" that nobody saw since is no "not known"', () => {
    const on = line('a', 'allowed', { kept: 'pending' });
    assert.deepEqual(answer([on, line('b', 'denied')]).key, 'answerAllowedLikely');
    assert.equal(key([line('a', 'allowed', { sure: 'likely' })]), 'answerAllowedLikely');
  });

  test('one sign alone gives "probably", and says where', () => {
    const said = answer([line('a', 'denied'), line('b', 'denied', { sure: 'likely' })]);
    assert.deepEqual([said.key, said.values], ['answerDeniedLikely', ['B']]);
  });

  test('a setting that was never read is told, and no "yes"', () => {
    const two = platform('b', ['c', 'voice']);
    const lines = [line('a', 'denied'), line('b', 'denied')];
    const said = answer(lines, { platforms: [A, two] });
    assert.equal(said.key, 'answerOpen');
    assert.deepEqual(said.notes, [{ key: 'answerPartly', values: ['B'] }]);
    const none = line('b', 'unknown', { control: 'voice', why: 'not-offered' });
    assert.equal(key([...lines, none], { platforms: [A, two] }), 'answerDenied', 'it has none');
    const word = line('b', 'denied', {
      ...{ control: 'voice', basis: 'declared', kept: null, seen: null, tried: null, run: null },
    });
    assert.equal(key([...lines, word], { platforms: [A, two] }), 'answerOpen', 'said, not seen');
  });

  test('a form beside a switch has no state to be read', () => {
    const form = platform('b');
    form.controls.push({ id: 'f', name: 'f', kind: 'form' });
    const lines = [line('a', 'denied'), line('b', 'denied')];
    assert.equal(key(lines, { platforms: [A, form] }), 'answerDenied');
  });

  test('what its rule has replaced does not speak', () => {
    assert.equal(key([line('a', 'denied', { control: 'old' }), line('b', 'denied')]), 'answerOpen');
  });

  test('a newer reading that waits for the log makes the old one no answer', () => {
    const waiting = [{ platform: 'b', basis: 'seen' }];
    const said = answer([line('a', 'denied'), line('b', 'denied')], { waiting });
    assert.deepEqual([said.key, said.values], ['answerOpen', ['1', '2']]);
    assert.deepEqual(said.notes, [{ key: 'answerWaiting', values: ['B'] }]);
    const old = answer([line('a', 'denied'), line('b', 'allowed')], { waiting });
    assert.equal(old.key, 'answerOpen', 'nor the old "no"');
  });

  test('what is not among the platforms is told apart, and never part of "all"', () => {
    const lines = [line('a', 'denied'), line('b', 'allowed'), line('gone', 'allowed')];
    const said = answer(lines, { followed: ['a'] });
    assert.equal(said.key, 'answerDenied');
    assert.deepEqual(said.notes, [{ key: 'answerBeside', values: ['B, gone'] }]);
  });

  test('nothing chosen, nothing checked', () => {
    assert.equal(key([], { followed: [] }), 'answerNone');
    assert.equal(key([line('a', 'denied')], { followed: [] }), 'answerNone');
    assert.equal(key([]), 'answerUnchecked');
  });

  test('more than five names end in a number', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const said = answer(
      many.map(id => line(id, 'allowed')),
      { platforms: many.map(id => platform(id)), followed: many },
    );
    assert.deepEqual(said.values, ['A, B, C, D, E, +2']);
  });
});

describe('the bar', () => {
  const some = [
    [line('a', 'denied'), line('b', 'allowed', { returned: true, account: 'x' })],
    [line('a', 'denied', { account: 'x' }), line('a', 'allowed', { account: 'y', returned: true })],
    [line('a', 'denied', { stale: true }), line('b', 'denied', { kept: 'pending' })],
    [line('a', 'denied', { sure: 'likely' })],
    [line('a', 'denied'), line('gone', 'allowed', { returned: true })],
    [],
  ];
  test('counts as the strip of the popup does, each platform once', () => {
    for (const lines of some) {
      const parts = partsOf(standingsOf(state(lines)));
      const counts = Object.entries(countsOf([A, B], lines)).filter(([, count]) => count > 0);
      assert.deepEqual(
        Object.fromEntries(
          parts.filter(({ part }) => part !== 'beside').map(({ part, count }) => [part, count]),
        ),
        Object.fromEntries(counts),
      );
    }
  });

  test('each part shows as many platforms as it says, and each row stands in one part', () => {
    for (const lines of some) {
      const standings = standingsOf(state(lines));
      const parts = new Map(standings.map(one => [one.platform.id, one.part]));
      const rows = rowsOf([A, B], lines, ['a', 'b']);
      let shown = 0;
      for (const { part, count } of partsOf(standings)) {
        const its = rows.filter(row => passes(row, part, parts));
        shown += its.length;
        assert.equal(new Set(its.map(row => row.platform.id)).size, count, part);
      }
      assert.equal(shown, rows.length, 'no row is in none');
    }
  });

  test('a switch that returned is never in the part of those that are off', () => {
    for (const lines of some) {
      const standings = standingsOf(state(lines));
      const parts = new Map(standings.map(one => [one.platform.id, one.part]));
      const back = rowsOf([A, B], lines, []).filter(row => row.state === 'returned');
      for (const row of back) {
        assert.ok(!['denied', 'likelyDenied'].includes(parts.get(row.platform.id)));
        assert.ok(passes(row, 'look', parts));
      }
    }
  });
});
