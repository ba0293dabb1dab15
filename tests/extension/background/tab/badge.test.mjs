// What a tab's badge and the popup's sentence say, from what was read in that tab.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { badgeOf } from '../../../../extension/background/tab/badge.js';
import { apply } from '../../../../extension/background/tab/readings.js';
import { count } from '../../../../extension/background/tab/misses.js';
import { viewOf } from '../../../../extension/pages/popup/sentence.js';
import { pageVerdict, signs } from '../../../../extension/shared/verdict.js';
import { WHY_TEXT } from '../../../../extension/shared/why.js';
import { json, reading } from '../../lib/helpers.mjs';

const PLACE = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';
const read = (training, fields) => ({
  ...reading(training, fields),
  report: null,
  other: false,
  ...fields,
});
const tab = (...readings) => ({
  platform: 'linkedin',
  place: PLACE,
  settling: false,
  rev: 1,
  readings,
  form: null,
});

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
  test('a control that this account does not have cannot spoil the others, nor stand for a denial', () => {
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
  test('a denial behind which another switch is still to be read is no verdict on the page yet', () => {
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

describe("the popup's sentence", () => {
  const platform = {
    id: 'linkedin',
    name: 'LinkedIn',
    hosts: [],
    open: 'https://x',
    kind: 'toggle',
    grade: 'B',
    controls: [],
    rev: 1,
    seen: '2026-10-02',
  };
  const state = (fields = {}, rest = {}) => ({
    tab: { id: 1, platform, granted: true, state: null, line: null, lines: [], ...fields },
    returned: [],
    anyGranted: true,
    ...rest,
  });
  const line = (training, fields) => ({
    platform: 'linkedin',
    control: 'c',
    account: null,
    unit: null,
    training,
    basis: 'seen',
    why: 'ok',
    since: '',
    seen: '2026-11-01T00:00:00.000Z',
    returned: false,
    stale: false,
    sure: 'sure',
    kept: 'confirmed',
    ...fields,
  });

  test('says what was read on this page', () => {
    const said = (...readings) => {
      const view = viewOf(state({ state: tab(...readings) }));
      return [view.sentence.key, view.tone, view.likely];
    };
    assert.deepEqual(said(read('allowed')), ['sentenceOn', 'allowed', false]);
    assert.deepEqual(said(read('denied')), ['settingDenies', 'denied', false]);
    assert.deepEqual(said(read('denied', { sure: 'likely' })), [
      'settingDeniesLikely',
      'denied',
      true,
    ]);
    assert.deepEqual(said(read('allowed', { sure: 'likely' })), [
      'sentenceOnLikely',
      'allowed',
      true,
    ]);
  });

  test('every reason has its own plain words, in every language', () => {
    const keys = new Set(Object.keys(json('_locales/en/messages.json')));
    for (const [why, key] of Object.entries(WHY_TEXT).filter(([one]) => one !== 'ok')) {
      assert.ok(keys.has(key), `${why} has no words`);
      if (why === 'other-page' || why === 'no-access') continue;
      assert.equal(
        viewOf(
          state({ state: tab(read('unknown', { why, raw: why === 'mixed' ? 'mixed' : 'on' })) }),
        ).reason.key,
        key,
      );
    }
  });

  test('a page that changed offers the report', () => {
    assert.ok(
      viewOf(state({ state: tab(read('unknown', { why: 'layout-changed', report: '{}' })) }))
        .report,
    );
    assert.equal(
      viewOf(state({ state: tab(read('unknown', { why: 'signed-out', report: '{}' })) })).report,
      null,
    );
  });

  test('away from the page an old reading is never shown as the state now', () => {
    for (const training of ['allowed', 'denied']) {
      const view = viewOf(state({ lines: [line(training)] }));
      assert.equal(view.tone, 'none');
      assert.match(view.sentence.key, /^last(Allows|Denies)$/);
      assert.equal(view.lastSeen, '2026-11-01T00:00:00.000Z');
      assert.equal(view.action, 'open');
    }
  });

  test('a last look that was only probable, or that nobody can vouch for, is called so', () => {
    const key = fields => viewOf(state({ lines: [line('denied', fields)] })).sentence.key;
    assert.deepEqual(
      [key({}), key({ sure: 'likely' }), key({ kept: null })],
      ['lastDenies', 'lastDeniesLikely', 'lastDeniesLikely'],
    );
  });

  test('what the user said is told as said, never as seen', () => {
    const said = viewOf(state({ lines: [line('denied', { basis: 'declared', seen: null })] }));
    assert.deepEqual([said.sentence.key, said.tone, said.lastSeen], ['saidRefused', 'none', null]);
  });

  test('a permission that was seen does not vanish behind what the user said later', () => {
    const run = {
      training: 'allowed',
      first: '2026-11-20T00:00:00.000Z',
      last: '2026-11-20T00:00:00.000Z',
      times: 1,
    };
    const both = viewOf(
      state({
        lines: [
          line('denied', {
            basis: 'declared',
            kept: null,
            sure: null,
            run,
            declared: { training: 'denied', at: '2026-11-21T00:00:00.000Z', date: '2026-11-21' },
          }),
        ],
      }),
    );
    assert.deepEqual(
      [both.sentence.key, both.runs.run, both.said.date],
      ['lastAllowsLikely', run, '2026-11-21'],
    );
  });

  test('another page of the platform says no more than that', () => {
    assert.equal(
      viewOf(state({ state: tab(read('unknown', { why: 'other-page' })), lines: [line('denied')] }))
        .sentence.key,
      'lastDenies',
    );
  });

  test('each state has its one button', () => {
    const action = (fields, rest) => viewOf(state(fields, rest)).action;
    assert.equal(action({ granted: false }), 'allow');
    assert.equal(action({ platform: null }), 'dashboard');
    assert.equal(action({ platform: null }, { anyGranted: false }), 'choose');
    assert.equal(action({}), 'open');
    assert.equal(action({ platform: { ...platform, kind: 'form' } }), 'open-form');
    assert.equal(action({ state: tab(read('unknown')) }), 'read');
    assert.equal(action({ state: { ...tab(), settling: true } }), null);
  });

  test('a form is told as its step, with the note that nothing can be read from it', () => {
    const view = viewOf(
      state({ state: { ...tab(), form: { step: 'submitted', at: '', control: 'objection' } } }),
    );
    assert.deepEqual(
      [view.sentence.key, view.reason.key, view.tone],
      ['formSubmitted', 'formNote', 'form'],
    );
  });
});
