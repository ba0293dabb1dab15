// The history: filters, search and order; and the letters that are made of it.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { CONTROLLERS } from '../../../../extension/pages/dashboard/letters/controllers.js';
import { letterLanguage, letterText } from '../../../../extension/pages/dashboard/letters/text.js';
import { chosen, newestFirst } from '../../../../extension/pages/dashboard/log/search.js';
import { calendarDay as today } from '../../../../extension/shared/dates.js';
import { DAY, NOW, on, platform } from '../../lib/dashboard.mjs';

describe('the history', () => {
  const entries = [
    on(1, 'allowed', { platform: 'x', account: 'ada' }),
    on(2, 'denied'),
    on(3, 'unknown', { basis: 'form', raw: 'submitted', note: 'Reference 4711' }),
    on(4, 'denied', { basis: 'declared' }),
  ];
  const pick = fields =>
    chosen(
      entries,
      { platform: '', state: '', basis: '', from: '', to: '', words: '', ...fields },
      id => (id === 'x' ? 'X, formerly Twitter' : id),
    ).map(one => entries.indexOf(one));
  test('is filtered by platform, state, basis and day', () => {
    assert.deepEqual(pick({}), [0, 1, 2, 3]);
    assert.deepEqual(pick({ platform: 'x' }), [0]);
    assert.deepEqual(pick({ state: 'denied' }), [1, 3]);
    assert.deepEqual(pick({ state: 'unknown' }), [], 'a form is no unknown state');
    assert.deepEqual(pick({ basis: 'form' }), [2]);
    assert.deepEqual(pick({ from: today(new Date(NOW.getTime() - 2 * DAY)) }), [0, 1]);
    assert.deepEqual(pick({ to: today(new Date(NOW.getTime() - 3 * DAY)) }), [2, 3]);
  });
  test('is searched by all words, in names, accounts and notes', () => {
    assert.deepEqual(pick({ words: 'TWITTER ada' }), [0]);
    assert.deepEqual(pick({ words: '4711' }), [2]);
    assert.deepEqual(pick({ words: 'twitter 4711' }), []);
  });
  test('stands in the order of time, whenever it was written', () => {
    const mixed = [entries[3], entries[0], entries[2], entries[1]];
    assert.deepEqual(newestFirst(mixed), entries);
  });
});

const RULES = new URL('../../../../extension/rules/', import.meta.url);
/** What each letter says of itself. */
const NO_ADVICE = new RegExp(
  [
    'No legal advice',
    'Keine Rechtsberatung',
    'pas un conseil juridique',
    'No es asesoramiento jurídico',
    'Non è una consulenza legale',
  ].join('|'),
);

describe('letters', () => {
  const about = (fields = {}) => ({
    platform: platform('linkedin', {
      name: 'LinkedIn',
      controls: [{ id: 'genai-training', name: 'Data for AI' }],
    }),
    entries: [],
    kind: 'objection',
    law: 'eu',
    locale: 'en',
    now: NOW,
    ...fields,
  });

  test(
    'every language, letter and law is complete: nothing is left to be filled but what only ' +
      'the user knows',
    () => {
      for (const locale of ['en', 'de', 'fr', 'es', 'it'])
        for (const kind of ['objection', 'complaint'])
          for (const law of ['eu', 'uk', 'ch']) {
            const text = letterText(about({ locale, kind, law }));
            assert.doesNotMatch(text, /[{}]|undefined|\bnull\b/, `${locale} ${kind} ${law}`);
            assert.match(text, /LinkedIn/);
            assert.match(text, /\[/);
            assert.match(text, NO_ADVICE);
          }
    },
  );
  test('is addressed to the company that the platform’s policy names, with source and day', () => {
    const eu = letterText(about());
    const head = eu.split('\n').slice(3, 7);
    assert.equal(head[0], 'To: LinkedIn Ireland Unlimited Company, data protection officer');
    assert.deepEqual(head.slice(1), ['Wilton Place', 'Dublin 2', 'Ireland']);
    assert.match(eu, /named in https:\/\/www\.linkedin\.com\/\S+, version of November 3, 2025\./);
    assert.match(letterText(about({ law: 'uk' })), /^To: LinkedIn Corporation, /m);
    const complaint = letterText(about({ kind: 'complaint' }));
    assert.match(complaint, /^Company responsible: LinkedIn Ireland .*, Wilton Place, Dublin 2/m);
  });
  test('leaves the address free, and says so, where none is known for sure', () => {
    for (const [id, law] of [
      ['substack', 'eu'],
      ['facebook', 'uk'],
    ])
      for (const kind of ['objection', 'complaint']) {
        const one = platform(id, { name: 'The Place', controls: [] });
        const text = letterText(about({ platform: one, law, kind }));
        assert.match(text, /\[name and address of the company responsible.*of The Place\]/);
        assert.match(text, /No address of The Place is known here/);
        assert.doesNotMatch(text, /as named in/);
      }
  });
  test('every address has a source, a day and a grade that letters may rest on', () => {
    const all = Object.entries(CONTROLLERS).flatMap(([id, laws]) =>
      Object.values(laws).map(one => ({ id, ...one })),
    );
    for (const { id, name, address, source, date, grade } of all) {
      assert.ok(existsSync(new URL(`${id}.json`, RULES)), `${id} is no platform`);
      assert.ok(name && address.length >= 2 && address.every(Boolean), id);
      assert.equal(new URL(source).protocol, 'https:', id);
      assert.match(date, /^20\d\d-\d\d-\d\d$/, id);
      assert.match(grade, /^[AB]$/, id);
    }
  });
  test('other languages get the English letter', () =>
    assert.deepEqual(['pl', 'ar', 'de-CH'].map(letterLanguage), ['en', 'en', 'de']));
  test('the chronology tells seen from said, names changes, and leaves repetitions out', () => {
    const entries = [
      on(50, 'denied'),
      on(40, 'denied'),
      on(30, 'allowed'),
      on(20, 'denied', { actor: 'user' }),
      on(10, 'denied', { basis: 'declared', raw: 'by-mail', date: '2026-11-14' }),
      on(5, 'unknown', { basis: 'form', raw: 'submitted', date: '2026-11-19' }),
    ];
    const lines = letterText(about({ entries }))
      .split('\n')
      .filter(one => one.startsWith('- '));
    assert.equal(lines.length, 5);
    assert.match(lines[0], /was seen: training not allowed$/);
    assert.match(lines[1], /allowed again; no action of mine was seen$/);
    assert.match(lines[2], /^- 2026-11-04: I switched/);
    assert.match(lines[3], /^- 2026-11-14: by my own account, I opted out/);
    assert.match(lines[4], /^- 2026-11-19: by my own account, I sent an objection$/);
  });
  test('what was only probable is called so, in every language', () => {
    for (const [locale, word] of [
      ['en', 'probably'],
      ['de', 'wahrscheinlich'],
      ['fr', 'probablement'],
      ['es', 'probablemente'],
      ['it', 'probabilmente'],
    ]) {
      const [line] = letterText(
        about({ locale, entries: [on(50, 'denied', { sure: 'likely', account: 'ada' })] }),
      )
        .split('\n')
        .filter(one => one.startsWith('- '));
      assert.ok(line.endsWith(`(${word}, ada)`), line);
    }
  });
});
