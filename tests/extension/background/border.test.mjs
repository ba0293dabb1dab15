// The border: nothing that a page may have forged gets past it (forgery.test.mjs), and nothing true
// is lost at it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { BOUNDS, check } from '../../../extension/background/border.js';
import { clamp } from '../../../extension/background/ground/utf8.js';
import { time } from '../lib/helpers.mjs';
import { OWN, message, pass, platforms, reading, sender } from '../lib/messages.mjs';

const bytes = text => new TextEncoder().encode(text).length;

describe('the border', () => {
  test('a good reading passes whole', () => {
    const checked = pass(message());
    assert.equal(checked.type, 'reading');
    const { basis, ...expected } = reading('denied');
    assert.equal(basis, 'seen');
    assert.deepEqual(checked.reading, {
      ...expected,
      how: null,
      visit: null,
      loadedAt: null,
      again: null,
      doubt: false,
      report: null,
      other: false,
      locked: false,
      shown: null,
    });
  });

  test('page, left and settling pass with the platform alone', () => {
    for (const type of ['page', 'left', 'settling'])
      assert.deepEqual(pass({ type, v: 1, platform: 'linkedin', extra: 'x' }), {
        type,
        platform: 'linkedin',
      });
  });

  test('an unknown never carries sureness', () => {
    assert.equal(
      pass(message({ reading: reading('unknown', { sure: 'sure' }) })).reading.sure,
      'none',
    );
  });

  test('a route loses query and fragment, which may hold secrets', () => {
    const read = route => pass(message({ reading: reading('denied', { route }) })).reading.route;
    assert.equal(read('/a/b?token=1#x'), '/a/b');
    assert.equal(read('/a/b#token=1'), '/a/b');
    assert.equal(read('https://x.com/a'), null);
    assert.equal(read(`/${'é'.repeat(400)}`).length <= 251, true);
  });

  test("texts are cut at a whole character and keep within the host's bounds", () => {
    const { label, lang, raw } = pass(
      message({
        reading: reading('denied', {
          label: 'ü'.repeat(400),
          lang: 'e'.repeat(80),
          raw: '🙂'.repeat(80),
        }),
      }),
    ).reading;
    for (const [name, text] of Object.entries({ label, lang, raw })) {
      assert.ok(bytes(text) <= BOUNDS[name], name);
      assert.ok(bytes(text) > BOUNDS[name] - 4, `${name} was cut more than needed`);
      assert.doesNotMatch(text, /\uFFFD/);
    }
  });

  test('control characters, which the host refuses, become spaces', () => {
    assert.equal(
      pass(message({ reading: reading('denied', { label: ' a\u0000b\u0085c\n ' }) })).reading.label,
      'a b c',
    );
  });

  test("an account that is too long is unknown, never cut: a cut name could be another's", () => {
    const read = account =>
      pass(message({ reading: reading('denied', { account }) })).reading.account;
    assert.equal(read('a'.repeat(200)), 'a'.repeat(200));
    assert.equal(read('a'.repeat(201)), null);
    assert.equal(read('a\u0001b'), null);
    assert.equal(read(7), null);
  });

  test('only the very word makes an actor a user', () => {
    for (const actor of ['USER', true, 1, undefined])
      assert.equal(pass(message({ reading: reading('denied', { actor }) })).reading.actor, 'none');
    assert.equal(
      pass(message({ reading: reading('denied', { actor: 'user' }) })).reading.actor,
      'user',
    );
  });

  describe('how it was seen', () => {
    const of = (training, fields, around = {}) =>
      pass(message({ reading: reading(training, fields), ...around })).reading;
    const VISIT = '0f8fad5b-d9cb-469f-a165-70867728950e';

    test("as it was loaded: sure, and nobody's deed", () => {
      const { how, sure, actor } = of('denied', { how: 'loaded', actor: 'user' });
      assert.deepEqual([how, sure, actor], ['loaded', 'sure', 'none']);
    });
    test("as somebody changed it: a person's deed, and never more than likely", () => {
      const { how, sure, actor } = of('denied', { how: 'changed', sure: 'sure' });
      assert.deepEqual([how, sure, actor], ['changed', 'likely', 'user']);
    });
    test('an unknown was neither loaded nor changed; it may cast doubt on a change', () => {
      const { how, actor, doubt } = of('unknown', { why: 'unsaved', how: 'changed', doubt: true });
      assert.deepEqual([how, actor, doubt], [null, 'none', true]);
      assert.equal(of('denied', { how: 'changed', doubt: true }).doubt, false);
    });
    test('a document of before can give no loaded reading, and nothing sure', () => {
      for (const again of ['old', 'touched', 'restored']) {
        const one = of('denied', { how: 'loaded', again });
        assert.deepEqual([one.how, one.sure, one.again], [null, 'likely', again]);
      }
    });
    test('only what is loaded, sure and allowed may be operated; only a change was', () => {
      const offers = (training, fields) =>
        of(training, { operable: true, assisted: true, ...fields });
      assert.equal(offers('allowed', { how: 'loaded' }).operable, true);
      assert.equal(offers('allowed', { how: 'loaded' }).assisted, undefined);
      assert.equal(offers('denied', { how: 'changed' }).assisted, true);
      for (const [training, fields] of [
        ['denied', { how: 'loaded' }],
        ['allowed', { how: 'changed' }],
        ['allowed', { how: 'loaded', sure: 'likely' }],
        ['allowed', { how: 'loaded', again: 'old' }],
        ['unknown', { why: 'locked' }],
      ])
        assert.equal(offers(training, fields).operable, undefined, JSON.stringify(fields));
    });
    test('the members may stand beside the reading too; what is not known of them is null', () => {
      const one = of('denied', {}, { how: 'loaded', visit: VISIT, loadedAt: time(2) });
      assert.deepEqual(
        [one.how, one.visit, one.loadedAt, one.again],
        ['loaded', VISIT, time(2), null],
      );
      const odd = of('denied', {
        how: 'said',
        visit: 'x',
        loadedAt: 'yesterday',
        again: 'maybe',
        actor: 'user',
      });
      assert.deepEqual(
        [odd.how, odd.visit, odd.loadedAt, odd.again, odd.actor],
        [null, null, null, null, 'none'],
      );
    });
  });

  test('a report is kept as text, within its bound', () => {
    const { report } = pass(
      message({
        reading: reading('unknown', { detail: { report: { tried: Array(5000).fill('x') } } }),
      }),
    ).reading;
    assert.ok(bytes(report) <= BOUNDS.report);
  });

  test('a look-alike of another purpose is marked, and needs no reason to be unknown', () => {
    const checked = pass(
      message({ reading: reading('unknown', { why: 'ok', detail: { kind: 'not-training' } }) }),
    );
    assert.equal(checked.reading.other, true);
    assert.equal(checked.reading.training, 'unknown');
  });

  test('the packaged rule makes a look-alike one, whatever the page says', () => {
    const list = [
      {
        ...platforms.find(({ id }) => id === 'linkedin'),
        controls: [{ id: 'genai-training', kind: 'not-training' }],
      },
    ];
    const through = (training, fields) =>
      check(message({ reading: reading(training, fields) }), sender(), OWN, list);
    assert.equal(through('denied'), null);
    assert.equal(through('unknown', { why: 'ok' }).reading.other, true);
    assert.equal(
      pass(message({ reading: reading('allowed', { detail: { kind: 'not-training' } }) })),
      null,
    );
  });

  test('two platforms on one host each pass under their own name', () => {
    const linkedin = platforms.find(({ id }) => id === 'linkedin');
    const list = [linkedin, { ...linkedin, id: 'twin', kind: 'not-training', controls: [] }];
    for (const { id } of list)
      assert.equal(check({ type: 'page', v: 1, platform: id }, sender(), OWN, list).platform, id);
  });

  test('what the page shows beside the state is kept in bounds; only true means locked', () => {
    const of = detail => pass(message({ reading: reading('denied', { detail }) })).reading;
    assert.equal(of({ shown: 'ü'.repeat(400), locked: true }).locked, true);
    assert.ok(bytes(of({ shown: 'ü'.repeat(400) }).shown) <= BOUNDS.shown);
    assert.deepEqual(
      [of({ shown: {}, locked: 'yes' }).shown, of({ locked: 'yes' }).locked],
      [null, false],
    );
  });

  test("a form's step passes with what belongs to it", () => {
    const step = {
      type: 'form',
      v: 1,
      platform: 'facebook',
      rev: 1,
      page: 'objection',
      control: 'objection',
      step: 'submitted',
      route: '/help/contact/1?x=1',
      lang: 'de',
      at: time(1),
    };
    const from = sender({ url: 'https://fr-fr.facebook.com/help/contact/1' });
    assert.deepEqual(pass(step, from), {
      type: 'form',
      platform: 'facebook',
      rev: 1,
      page: 'objection',
      control: 'objection',
      step: 'submitted',
      route: '/help/contact/1',
      lang: 'de',
      at: time(1),
    });
    for (const fields of [{ step: 'done' }, { at: 'now' }, { control: '' }])
      assert.equal(pass({ ...step, ...fields }, from), null);
  });

  test('lone surrogates become valid UTF-8', () => {
    assert.equal(clamp('a\uD800b', 10), 'a\uFFFDb');
  });
});
