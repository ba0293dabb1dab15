// What a tab's badge says, from what was read in that tab.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { badgeOf } from '../../../../extension/background/tab/badge.js';
import { apply } from '../../../../extension/background/tab/readings.js';
import { count } from '../../../../extension/background/tab/misses.js';
import { pageVerdict, signs } from '../../../../extension/shared/verdict.js';
import { PLACE, read, tab } from '../../lib/tab.mjs';

describe('the badge', () => {
  const cases = [
    ['nothing read', null, ''],
    ['settling', { ...tab(read('allowed')), settling: true }, ''],
    ['nothing settled yet', tab(), ''],
    ['allowed', tab(read('allowed')), 'ON'],
    ['denied', tab(read('denied')), 'OFF'],
    ['unknown', tab(read('unknown')), '?'],
    ['signed out', tab(read('unknown', { why: 'signed-out' })), '?'],
    ['another page under a settings address', tab(read('unknown', { why: 'other-page' })), ''],
    ['never came to rest', tab(read('unknown', { why: 'unsettled' })), ''],
    ['only a look-alike', tab(read('unknown', { why: 'ok', other: true })), ''],
    ['what a document of before draws', tab(read('denied', { again: 'old', sure: 'likely' })), '?'],
    [
      'somebody changed it in such a document',
      tab(read('denied', { again: 'touched', how: 'changed', sure: 'likely' })),
      'OFF',
    ],
    ['a form', { ...tab(), form: { step: 'reached', at: '', control: 'objection' } }, ''],
  ];
  for (const [name, state, text] of cases)
    test(`${name}: "${text}"`, () => assert.equal(badgeOf(state).text, text));

  test('a probable verdict has the same word in a neutral colour', () => {
    const [sure, likely] = [
      badgeOf(tab(read('denied'))),
      badgeOf(tab(read('denied', { sure: 'likely' }))),
    ];
    assert.equal(likely.text, 'OFF');
    assert.notEqual(likely.color, sure.color);
    assert.equal(likely.color, badgeOf(tab(read('allowed', { sure: 'likely' }))).color);
    assert.ok(likely.likely);
  });

  test('the title of a form names its step', () => {
    for (const step of ['reached', 'submitted', 'confirmed'])
      assert.equal(badgeOf({ ...tab(), form: { step, at: '', control: 'c' } }).title, step);
  });
});

describe('one verdict for several controls', () => {
  const of = (...readings) => {
    const verdict = pageVerdict(readings);
    return verdict && [verdict.training, verdict.likely];
  };
  test('one that allows is enough; all that deny are needed', () => {
    assert.deepEqual(of(read('denied', { control: 'a' }), read('allowed', { control: 'b' })), [
      'allowed',
      false,
    ]);
    assert.deepEqual(of(read('denied', { control: 'a' }), read('unknown', { control: 'b' })), [
      'unknown',
      false,
    ]);
    assert.deepEqual(of(read('allowed', { control: 'a' }), read('unknown', { control: 'b' })), [
      'allowed',
      false,
    ]);
    assert.deepEqual(of(read('denied', { control: 'a' }), read('denied', { control: 'b' })), [
      'denied',
      false,
    ]);
  });
  test('"not allowed" is as sure as its weakest part; "allowed" as its strongest', () => {
    assert.deepEqual(
      of(read('denied', { control: 'a' }), read('denied', { control: 'b', sure: 'likely' })),
      ['denied', true],
    );
    assert.deepEqual(
      of(read('allowed', { control: 'a', sure: 'likely' }), read('allowed', { control: 'b' })),
      ['allowed', false],
    );
  });
  test('a control that this account lacks cannot spoil the others, nor stand for a denial', () => {
    assert.deepEqual(
      of(read('denied', { control: 'a' }), read('unknown', { control: 'b', why: 'not-offered' })),
      ['denied', false],
    );
    assert.deepEqual(of(read('unknown', { why: 'not-offered' })), ['unknown', false]);
  });
  test('nothing read is no verdict', () => assert.equal(of(), null));
  test('locators that rest on the same thing are one sign', () => {
    assert.equal(signs({ by: ['label', 'section', 'role', 'attr', 'testid'] }), 3);
    assert.equal(signs({ by: ['attr', 'testid'] }), 1);
  });
});

describe('what is known of a tab', () => {
  const say = (state, message, place = PLACE) =>
    apply(state, place, { platform: 'linkedin', rev: 1, page: 'genai', ...message });
  const seen = (control, training, fields) => ({
    type: 'reading',
    reading: read(training, { control, ...fields }),
  });

  test('a new reading of a control replaces its old one, others stay', () => {
    let state = say(null, seen('a', 'allowed'));
    state = say(state, seen('b', 'allowed'));
    state = say(state, seen('a', 'denied'));
    assert.deepEqual(
      state.readings.map(one => [one.control, one.training]),
      [
        ['b', 'allowed'],
        ['a', 'denied'],
      ],
    );
  });
  test('the blog that the page showed before does not stay beside the one that it shows', () => {
    const state = say(
      say(null, seen('a', 'allowed', { unit: 'one' })),
      seen('a', 'denied', { unit: 'two' }),
    );
    assert.deepEqual(
      state.readings.map(one => [one.unit, one.training]),
      [['two', 'denied']],
    );
  });
  test('what was read before a page settles anew is no part of what it says then', () => {
    let state = say(say(null, seen('a', 'denied')), seen('b', 'denied'));
    state = say(say(state, { type: 'settling' }), seen('a', 'denied'));
    assert.deepEqual(
      state.readings.map(one => one.control),
      ['a'],
    );
  });
  test('a denial with another switch still to be read is no verdict on the page yet', () => {
    let state = say(null, { ...seen('a', 'denied'), wait: true });
    assert.equal(badgeOf(state).text, '');
    state = say(state, seen('b', 'allowed'));
    assert.equal(badgeOf(state).text, 'ON');
  });
  test(
    'when it was changed is known until the page is loaded anew, in whatever the same visit ' +
      'says after',
    () => {
      const at = state => state.readings[0].changedAt;
      let state = say(null, seen('a', 'denied', { how: 'changed', visit: 'one' }));
      const { at: when } = state.readings[0];
      assert.equal(at(state), when);
      state = say(
        state,
        seen('a', 'unknown', { how: null, why: 'unsaved', doubt: true, visit: 'one' }),
      );
      assert.equal(at(state), when);
      assert.equal(
        at(say(state, seen('a', 'denied', { how: null, again: 'touched', visit: 'two' }))),
        null,
      );
      assert.equal(at(say(state, seen('a', 'denied', { how: 'loaded', visit: 'one' }))), null);
    },
  );
  test("another account's readings do not stay beside", () => {
    const state = say(
      say(null, seen('a', 'denied', { account: 'ada' })),
      seen('b', 'allowed', { account: 'bob' }),
    );
    assert.deepEqual(
      state.readings.map(one => one.account),
      ['bob'],
    );
  });
  test('a new page, another place and leaving forget what was read', () => {
    const state = say(null, seen('a', 'denied'));
    assert.deepEqual(say(state, { type: 'page' }).readings, []);
    assert.deepEqual(
      say(state, { type: 'settling' }, 'https://www.linkedin.com/other').readings,
      [],
    );
    assert.equal(say(state, { type: 'left' }), null);
    assert.equal(say(state, { type: 'settling' }).settling, true);
  });
});

describe('pages that are not what they should be', () => {
  test('three other pages in a row mean that the layout changed; a good one starts anew', () => {
    const other = read('unknown', { why: 'other-page' });
    let at = count(undefined, other);
    assert.equal(at.reading.why, 'other-page');
    at = count(at.next, other);
    assert.equal(at.reading.why, 'other-page');
    at = count(at.next, read('unknown', { why: 'signed-out' }));
    assert.equal(at.reading.why, 'signed-out', 'being signed out is no visit of either kind');
    at = count(at.next, other);
    assert.equal(at.reading.why, 'layout-changed');
    assert.equal(count(at.next, read('denied')).next, undefined);
  });
});
