// What the popup's sentence says, on the page and away from it, and which button stands below.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { viewOf } from '../../../../extension/pages/popup/sentence.js';
import { WHY_TEXT } from '../../../../extension/shared/why.js';
import { json } from '../../lib/helpers.mjs';
import { read, tab } from '../../lib/tab.mjs';

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
