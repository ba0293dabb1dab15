// From what was seen to an entry of the log, and from entries to the state of a control.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { check } from '../../extension/background/border.js';
import { entryOfAnswer, entryOfForm, entryOfReading } from '../../extension/background/entry.js';
import { fold } from '../../extension/background/lines.js';
import { entry, json, reading, time } from './helpers.mjs';

const OWN = 'dnlnjpjcbedekafhfdnfjdbooljkdomi';
const ID = '11111111-2222-4333-8444-555555555555';
const platforms = json('rules/index.json').platforms.map(({ about, ...platform }) => ({ ...platform, controls: about }));
const linkedin = platforms.find(({ id }) => id === 'linkedin');
const checked = (training, fields) => check({ type: 'reading', v: 1, platform: 'linkedin', rev: 3, page: 'genai', reading: reading(training, fields) },
  { id: OWN, frameId: 0, url: 'https://www.linkedin.com/mypreferences/', tab: { id: 1 } }, OWN, platforms);

describe('reading → entry', () => {
  test('every member of the contract, and no other', () => {
    assert.deepEqual(entryOfReading(checked('denied', { account: 'ada-l', unit: 'blog', actor: 'user' }), linkedin, 'chromium 156', ID), {
      id: ID, at: time(0), platform: 'linkedin', control: 'genai-training', account: 'ada-l', unit: 'blog', basis: 'seen', training: 'denied',
      why: 'ok', sure: 'sure', actor: 'user', raw: 'on',
      evidence: { label: 'Use my data', lang: 'en', route: '/mypreferences/d/settings/data-for-ai-improvement', by: ['role', 'attr'], rule: 'linkedin', rev: 3 },
      browser: 'chromium 156',
    });
  });

  test('probable readings are recorded as probable', () => {
    assert.equal(entryOfReading(checked('allowed', { sure: 'likely' }), linkedin, 'b', ID).sure, 'likely');
  });

  const recorded = ['layout-changed', 'not-found', 'ambiguous', 'conflict', 'mixed', 'locked', 'not-offered'];
  const shown = ['other-page', 'signed-out', 'unsettled', 'unsaved', 'no-access'];
  for (const why of recorded) test(`unknown because ${why} is recorded`, () => assert.equal(entryOfReading(checked('unknown', { why }), linkedin, 'b', ID).why, why));
  for (const why of shown) test(`unknown because ${why} is shown only`, () => assert.equal(entryOfReading(checked('unknown', { why }), linkedin, 'b', ID), null));

  test('a look-alike with another purpose is no fact about training', () => {
    assert.equal(entryOfReading(checked('unknown', { why: 'ok', detail: { kind: 'not-training' } }), linkedin, 'b', ID), null);
    assert.equal(entryOfReading(checked('unknown', { why: 'locked', detail: { kind: 'not-training' } }), linkedin, 'b', ID), null);
  });

  describe('a setting of a team, an organisation, a site: the page may not say whose', () => {
    const message = (platform, control, unit, training, actor = 'none') => ({ type: 'reading', platform, rev: 1, page: 'p',
      reading: { ...reading(training, { actor }), control, unit, other: false } });
    const made = (platform, control, unit, training, actor) => entryOfReading(message(platform, control, unit, training, actor), platforms.find(({ id }) => id === platform), 'b', ID);

    for (const [platform, control] of [['mistral', 'model-training'], ['grammarly', 'team-product-training'], ['wordpress', 'third-party-sharing']]) {
      test(`${platform}: two of them never become one line that changes its mind`, () => {
        const first = { ...made(platform, control, null, 'denied'), at: time(0) };
        const second = { ...made(platform, control, null, 'allowed'), at: time(60) };
        for (const one of [first, second]) assert.deepEqual([one.training, one.why, one.sure, one.unit], ['unknown', 'ambiguous', 'none', null]);
        assert.ok(['on', 'off'].includes(first.raw), 'what was read is kept');
        const [line, ...more] = fold([], [first, second]);
        assert.deepEqual([more.length, line.training, line.returned], [0, 'unknown', false]);
      });
    }
    test('nor by a click of the user: it may be another team than the one seen last', () => {
      assert.equal(made('mistral', 'model-training', null, 'denied', 'user').training, 'unknown');
    });
    test('named by the page it is a state like any other', () => {
      assert.deepEqual([made('wordpress', 'third-party-sharing', 'ada.wordpress.com', 'denied')].map(({ training, unit }) => [training, unit]), [['denied', 'ada.wordpress.com']]);
    });
    test('the individual\'s setting of Grammarly is a line of its own', () => {
      assert.equal(made('grammarly', 'product-training', null, 'denied').training, 'denied');
    });
  });

  test('a form\'s step is an event, never a state', () => {
    const made = entryOfForm({ type: 'form', platform: 'facebook', rev: 1, page: 'p', control: 'objection', step: 'confirmed', route: '/help/contact/1', lang: 'it', at: time(2) }, 'b', ID);
    assert.deepEqual([made.basis, made.training, made.why, made.raw], ['form', 'unknown', 'ok', 'confirmed']);
  });

  test('an answer is about the line it was given for', () => {
    const line = { platform: 'linkedin', control: 'genai-training', account: 'ada-l', unit: null };
    for (const [given, raw] of [['me', 'answer-me'], ['not-me', 'answer-not-me']]) {
      const made = entryOfAnswer(line, given, 'b', ID, time(3));
      assert.deepEqual([made.basis, made.training, made.raw, made.account], ['declared', 'unknown', raw, 'ada-l']);
    }
  });
});

describe('entries → state', () => {
  const only = (lines) => { assert.equal(lines.length, 1); return lines[0]; };

  test('the newest known reading decides, since when is kept over confirmations', () => {
    const [a, b, c] = [entry('denied'), entry('denied'), entry('denied')];
    const line = only(fold([], [a, b, c]));
    assert.deepEqual([line.training, line.since, line.seen, line.stale], ['denied', a.at, c.at, false]);
  });

  test('unknown never overwrites: the state stays and is stale, with the reason, until a known reading', () => {
    const [a, b, c] = [entry('denied'), entry('unknown', { why: 'conflict' }), entry('denied')];
    const stale = only(fold([], [a, b]));
    assert.deepEqual([stale.training, stale.stale, stale.why, stale.seen, stale.tried], ['denied', true, 'conflict', a.at, b.at]);
    assert.equal(only(fold([stale], [c])).stale, false);
  });

  test('a page that was never read successfully says so', () => {
    const line = only(fold([], [entry('unknown')]));
    assert.deepEqual([line.training, line.seen], ['unknown', null]);
  });

  test('an answer that still waits for the log is not reminded of any more', () => {
    const sent = { step: 'submitted', at: '2026-10-01T12:00:00.000Z', asked: '2026-10-01T12:00:00.000Z', due: '2026-11-01T12:00:00.000Z' };
    const before = { ...only(fold([], [entry('unknown', { basis: 'form', raw: 'submitted' })])), form: sent };
    const { form } = only(fold([before], [entry('unknown', { basis: 'form', raw: 'answered-no' })]));
    assert.deepEqual([form.step, form.asked, form.due], ['answered-no', sent.asked, null]);
    assert.equal(only(fold([before], [entry('unknown', { basis: 'form', raw: 'confirmed' })])).form.due, sent.due);
  });
  test('denied, then allowed with nobody seen: returned, until denied or answered', () => {
    const line = only(fold([], [entry('denied'), entry('allowed')]));
    assert.equal(line.returned, true);
    assert.equal(only(fold([line], [entry('allowed')])).returned, true, 'seeing it again is no answer');
    assert.equal(only(fold([line], [entry('unknown')])).returned, true);
    assert.equal(only(fold([line], [entry('denied')])).returned, false);
    assert.equal(only(fold([line], [entry('unknown', { basis: 'declared', raw: 'answer-me' })])).returned, false);
    const notMe = only(fold([line], [entry('unknown', { basis: 'declared', raw: 'answer-not-me' })]));
    assert.deepEqual([notMe.returned, notMe.answer], [true, 'not-me']);
    assert.equal(notMe.stale, false, 'an answer is no reading');
  });

  test('denied, then allowed by the user: no alarm; and none for a first reading', () => {
    assert.equal(only(fold([], [entry('denied'), entry('allowed', { actor: 'user' })])).returned, false);
    assert.equal(only(fold([], [entry('allowed')])).returned, false);
  });

  test('form steps touch no state, and a visit takes nothing back', () => {
    const step = (raw) => entry('unknown', { basis: 'form', why: 'ok', raw });
    const line = only(fold([], [entry('denied'), step('reached'), step('submitted'), step('reached')]));
    assert.deepEqual([line.training, line.stale, line.form.step], ['denied', false, 'submitted']);
  });

  test('each account and unit has its own line', () => {
    assert.equal(fold([], [entry('denied', { account: 'a' }), entry('allowed', { account: 'b' }), entry('allowed', { account: 'b', unit: 'u' }), entry('denied')]).length, 4);
  });

  test('what is given is not changed', () => {
    const lines = Object.freeze([Object.freeze({ ...fold([], [entry('denied')])[0] })]);
    assert.doesNotThrow(() => fold(lines, [entry('allowed')]));
  });
});
