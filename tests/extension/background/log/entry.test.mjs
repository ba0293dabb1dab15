// From what was seen to an entry of the log.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { check } from '../../../../extension/background/border.js';
import {
  entryOfAnswer,
  entryOfForm,
  entryOfReading,
} from '../../../../extension/background/log/entry.js';
import { json, reading, time } from '../../lib/helpers.mjs';

const OWN = 'dnlnjpjcbedekafhfdnfjdbooljkdomi';
const ID = '11111111-2222-4333-8444-555555555555';
const platforms = json('rules/index.json').platforms.map(({ about, ...platform }) => ({
  ...platform,
  controls: about,
}));
const linkedin = platforms.find(({ id }) => id === 'linkedin');
const checked = (training, fields) =>
  check(
    {
      type: 'reading',
      v: 1,
      platform: 'linkedin',
      rev: 3,
      page: 'genai',
      reading: reading(training, fields),
    },
    { id: OWN, frameId: 0, url: 'https://www.linkedin.com/mypreferences/', tab: { id: 1 } },
    OWN,
    platforms,
  );

describe('reading → entry', () => {
  test('every member of the contract, and no other', () => {
    assert.deepEqual(
      entryOfReading(
        checked('denied', { account: 'ada-l', unit: 'blog', actor: 'user', how: 'changed' }),
        linkedin,
        'chromium 156',
        ID,
      ),
      {
        id: ID,
        at: time(0),
        platform: 'linkedin',
        control: 'genai-training',
        account: 'ada-l',
        unit: 'blog',
        basis: 'seen',
        training: 'denied',
        why: 'ok',
        sure: 'likely',
        actor: 'user',
        raw: 'on',
        how: 'changed',
        joins: null,
        evidence: {
          label: 'Use my data',
          lang: 'en',
          route: '/mypreferences/d/settings/data-for-ai-improvement',
          by: ['role', 'attr'],
          rule: 'linkedin',
          rev: 3,
        },
        browser: 'chromium 156',
      },
    );
  });

  test('what we pressed for the person says so beside the signs', () => {
    const pressed = checked('denied', { how: 'changed', assisted: true, by: ['role'] });
    assert.deepEqual(entryOfReading(pressed, linkedin, 'b', ID).evidence.by, ['role', 'assisted']);
    const loaded = checked('denied', { how: 'loaded', assisted: true, by: ['role'] });
    assert.deepEqual(entryOfReading(loaded, linkedin, 'b', ID).evidence.by, ['role']);
  });

  test('probable readings are recorded as probable', () => {
    assert.equal(
      entryOfReading(checked('allowed', { sure: 'likely' }), linkedin, 'b', ID).sure,
      'likely',
    );
  });

  test('as the page was loaded: nobody did it', () => {
    const made = entryOfReading(
      checked('denied', { how: 'loaded', actor: 'user' }),
      linkedin,
      'b',
      ID,
    );
    assert.deepEqual([made.how, made.sure, made.actor], ['loaded', 'sure', 'none']);
  });

  test('what a document of before shows is no new reading; a change in it is an event', () => {
    for (const again of ['old', 'touched', 'restored']) {
      assert.equal(
        entryOfReading(checked('denied', { how: 'loaded', again }), linkedin, 'b', ID),
        null,
      );
      assert.equal(
        entryOfReading(checked('denied', { how: 'changed', again }), linkedin, 'b', ID).how,
        'changed',
      );
    }
  });

  test('a doubt about a change is recorded, or the change would stand', () => {
    for (const why of ['unsaved', 'unsettled']) {
      const made = entryOfReading(checked('unknown', { why, doubt: true }), linkedin, 'b', ID);
      assert.deepEqual(
        [made.training, made.why, made.how, made.actor],
        ['unknown', why, null, 'none'],
      );
    }
  });

  test('a reading that names the account says which one was made before it was named', () => {
    assert.equal(
      entryOfReading(
        checked('denied', { how: 'loaded', account: 'ada-l' }),
        linkedin,
        'b',
        ID,
        'earlier',
      ).joins,
      'earlier',
    );
  });

  const recorded = [
    'layout-changed',
    'not-found',
    'ambiguous',
    'conflict',
    'mixed',
    'locked',
    'not-offered',
  ];
  const shown = ['other-page', 'signed-out', 'unsettled', 'unsaved', 'no-access'];
  for (const why of recorded)
    test(`unknown because ${why} is recorded`, () =>
      assert.equal(entryOfReading(checked('unknown', { why }), linkedin, 'b', ID).why, why));
  for (const why of shown)
    test(`unknown because ${why} is shown only`, () =>
      assert.equal(entryOfReading(checked('unknown', { why }), linkedin, 'b', ID), null));

  test('a look-alike with another purpose is no fact about training', () => {
    assert.equal(
      entryOfReading(
        checked('unknown', { why: 'ok', detail: { kind: 'not-training' } }),
        linkedin,
        'b',
        ID,
      ),
      null,
    );
    assert.equal(
      entryOfReading(
        checked('unknown', { why: 'locked', detail: { kind: 'not-training' } }),
        linkedin,
        'b',
        ID,
      ),
      null,
    );
  });

  describe('a setting of a team, an organisation, a site: the page may not say whose', () => {
    const message = (platform, control, unit, training, actor = 'none') => ({
      type: 'reading',
      platform,
      rev: 1,
      page: 'p',
      reading: { ...reading(training, { actor }), control, unit, other: false },
    });
    const made = (platform, control, unit, training, actor) =>
      entryOfReading(
        message(platform, control, unit, training, actor),
        platforms.find(({ id }) => id === platform),
        'b',
        ID,
      );

    for (const [platform, control] of [
      ['mistral', 'model-training'],
      ['grammarly', 'team-product-training'],
      ['wordpress', 'third-party-sharing'],
    ]) {
      test(`${platform}: two of them never become one line that changes its mind`, () => {
        const first = { ...made(platform, control, null, 'denied'), at: time(0) };
        const second = { ...made(platform, control, null, 'allowed'), at: time(60) };
        for (const one of [first, second])
          assert.deepEqual(
            [one.training, one.why, one.sure, one.unit],
            ['unknown', 'ambiguous', 'none', null],
          );
        assert.ok(['on', 'off'].includes(first.raw), 'what was read is kept');
      });
    }
    test('nor by a click of the user: it may be another team than the one seen last', () => {
      assert.equal(made('mistral', 'model-training', null, 'denied', 'user').training, 'unknown');
    });
    test('named by the page it is a state like any other', () => {
      assert.deepEqual(
        [made('wordpress', 'third-party-sharing', 'ada.wordpress.com', 'denied')].map(
          ({ training, unit }) => [training, unit],
        ),
        [['denied', 'ada.wordpress.com']],
      );
    });
    test("the individual's setting of Grammarly is a line of its own", () => {
      assert.equal(made('grammarly', 'product-training', null, 'denied').training, 'denied');
    });
  });

  test("a form's step is an event, never a state", () => {
    const made = entryOfForm(
      {
        type: 'form',
        platform: 'facebook',
        rev: 1,
        page: 'p',
        control: 'objection',
        step: 'confirmed',
        route: '/help/contact/1',
        lang: 'it',
        at: time(2),
      },
      'b',
      ID,
    );
    assert.deepEqual(
      [made.basis, made.training, made.why, made.raw],
      ['form', 'unknown', 'ok', 'confirmed'],
    );
  });

  test('an answer is about the line it was given for', () => {
    const line = { platform: 'linkedin', control: 'genai-training', account: 'ada-l', unit: null };
    for (const [given, raw] of [
      ['me', 'answer-me'],
      ['not-me', 'answer-not-me'],
    ]) {
      const made = entryOfAnswer(line, given, 'b', ID, time(3));
      assert.deepEqual(
        [made.basis, made.training, made.raw, made.account],
        ['declared', 'unknown', raw, 'ada-l'],
      );
    }
  });
});
