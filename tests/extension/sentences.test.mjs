// The table of sentences: what popup, badge, strip, dashboard, alarm and notification say for each
// state, side by side, in ten languages; and that none of them says more than the entry holds.
// Printed to tests/out/sentences.md, for people to read.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { before, describe, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { extension, json } from './lib/helpers.mjs';
import { CHANGED, DOUBT, KNOWN, OTHERS, PLAIN, SURE, UNSURE } from './sentences-messages.mjs';

const locales = readdirSync(new URL('_locales', extension)).sort();

/** @returns {Promise<any[]>} one row a case */
function rowsIn(locale) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./sentences-worker.mjs', import.meta.url), {
      workerData: { locale },
    });
    worker.once('message', rows => {
      resolve(rows);
      worker.terminate();
    });
    worker.once('error', reject);
  });
}

const all = row => [
  row.headline,
  row.badge,
  row.strip,
  ...row.row,
  row.alarm,
  row.perhaps,
  row.notice,
];

describe('what is said of each state', () => {
  /** @type {Map<string, any[]>} */
  const table = new Map();
  before(async () => {
    for (const locale of locales) table.set(locale, await rowsIn(locale));
    mkdirSync(new URL('../out/', import.meta.url), { recursive: true });
    writeFileSync(
      fileURLToPath(new URL('../out/sentences.md', import.meta.url)),
      [...table].map(([locale, rows]) => printed(locale, rows)).join('\n'),
    );
  });

  for (const locale of locales) {
    const rows = (wanted = () => true) => table.get(locale).filter(row => wanted(row.about, row));

    test(`${locale}: every text is there, and none is a key`, () => {
      const messages = json(`_locales/${locale}/messages.json`);
      for (const row of rows()) {
        for (const { keys, text } of all(row)) {
          assert.deepEqual(
            keys.filter(key => !messages[key]),
            [],
            row.name,
          );
          assert.doesNotMatch(text, /\$|undefined|null|NaN|Invalid/, row.name);
        }
        assert.notEqual(row.headline.text, '', row.name);
      }
    });

    test(`${locale}: only what was loaded and is sure is said as sure`, () => {
      for (const row of rows(({ how }) => UNSURE.has(how))) {
        for (const part of all(row))
          assert.deepEqual(
            part.keys.filter(key => SURE.includes(key)),
            [],
            `${row.name}: ${part.text}`,
          );
        assert.ok(
          !['allowed', 'denied'].includes(row.tone),
          `${row.name}: the colour of what is sure`,
        );
        assert.ok(row.badge.letters === '' || row.badge.grey, `${row.name}: the badge's colour`);
        assert.ok(!['allowed', 'denied'].includes(row.kind), `${row.name}: counted as sure`);
      }
      for (const row of rows(({ how }) => how === 'sure'))
        assert.equal(row.headline.keys.filter(key => SURE.includes(key)).length, 1, row.name);
    });

    test(`${locale}: sure, probable, changed; allowed, denied: six different sentences`, () => {
      for (const where of ['page', 'away']) {
        for (const whose of ['switch', 'setting', 'others']) {
          const texts = rows(
            about =>
              about.where === where &&
              about.whose === whose &&
              ['sure', 'likely', 'changed'].includes(about.how),
          ).map(row => row.headline.text);
          assert.equal(new Set(texts).size, 6, `${where} ${whose}: ${texts.join(' / ')}`);
        }
      }
      const words = rows(
        about =>
          about.where === 'away' &&
          about.whose === 'switch' &&
          ['sure', 'likely', 'changed'].includes(about.how),
      );
      assert.equal(
        new Set(words.map(row => row.strip.text)).size,
        5,
        'a change has one count, whichever way it goes',
      );
      assert.equal(new Set(words.map(row => row.row[0].text)).size, 6);
    });

    test(`${locale}: where others train, no sentence says that the platform does`, () => {
      for (const row of rows(({ whose }) => whose === 'others')) {
        for (const part of [row.headline, row.badge, row.notice]) {
          if (part.text === '' || part.letters === '' || part.keys.some(key => PLAIN.has(key)))
            continue;
          assert.match(part.text, OTHERS[locale], row.name);
        }
        for (const { keys, text } of [row.alarm, row.perhaps])
          if (keys.length > 0) assert.match(text, OTHERS[locale], row.name);
      }
      for (const row of rows(({ whose }) => whose !== 'others'))
        assert.deepEqual(
          [row.headline, row.alarm, row.perhaps, row.notice].flatMap(({ keys }) =>
            keys.filter(key => key.startsWith('others')),
          ),
          [],
          row.name,
        );
    });

    test(`${locale}: what could not be told is never said as a state`, () => {
      for (const row of rows(({ training }) => training === 'unknown')) {
        for (const part of all(row))
          assert.deepEqual(
            part.keys.filter(key => KNOWN.has(key)),
            [],
            `${row.name}: ${part.text}`,
          );
      }
    });

    test(`${locale}: a tab that shows an earlier load says so first, and is no state now`, () => {
      for (const row of rows(({ how }) => ['old', 'restored', 'touched'].includes(how))) {
        assert.ok(
          row.headline.keys.some(key => PLAIN.has(key)),
          row.name,
        );
        assert.deepEqual(
          [row.tone, row.badge.letters === 'ON' || row.badge.letters === 'OFF'].slice(0, 1),
          ['none'],
          row.name,
        );
      }
    });

    test(`${locale}: a return of an unknown account is told with doubt, not as an alarm`, () => {
      for (const row of rows(
        ({ how }) => how.startsWith('perhaps') || how === 'returned without an account',
      )) {
        assert.match(row.perhaps.text, DOUBT[locale], row.name);
        assert.deepEqual([row.alarm.text, row.notice.text], ['', ''], row.name);
        const said = [row, row.perhaps, ...row.row].flatMap(one => one.keys ?? []);
        assert.ok(
          !said.some(key => key === 'runsBetween' || key === 'windowBetween'),
          `${row.name}: they may be two accounts, of which none changed`,
        );
        assert.ok(!row.row.some(({ state }) => state === 'returned'), row.name);
      }
      for (const row of rows(({ how }) => how === 'returned')) {
        assert.notEqual(row.alarm.text, '', row.name);
        assert.doesNotMatch(row.alarm.text, DOUBT[locale], row.name);
        assert.ok(
          row.alarm.keys.includes('windowBetween'),
          'when it was seen so, and nothing of the time between',
        );
      }
    });

    test(`${locale}: strip and sentence are of one word`, () => {
      const words = {
        allowed: ['allowed', 'sure'],
        likelyAllowed: ['allowed', 'likely'],
        denied: ['denied', 'sure'],
        likelyDenied: ['denied', 'likely'],
      };
      for (const row of rows(({ where, training }) => where === 'away' && training !== 'both')) {
        const [training, weight] = words[row.kind] ?? [];
        const says = row.headline.keys.filter(key => KNOWN.has(key));
        const fits = key =>
          (training === 'allowed' ? /Allows|NotKept/ : /Denies/).test(key) &&
          key.endsWith('Likely') === (weight === 'likely');
        assert.ok(
          training
            ? says.length === 1 && says.every(fits)
            : row.kind === 'changed'
              ? says.every(key => CHANGED.includes(key)) && says.length === 1
              : says.length === 0,
          `${row.name}: ${row.kind}, ${says}`,
        );
      }
    });

    test(`${locale}: accounts that differ are all named in the sentence`, () => {
      for (const row of rows(({ training }) => training === 'both')) {
        assert.match(row.headline.text, /@ada/, row.name);
        assert.match(row.headline.text, row.name.includes('unnamed') ? /./ : /@bob/, row.name);
      }
      for (const row of rows(({ how }) => how === 'two alike'))
        assert.doesNotMatch(row.headline.text, /@ada|@bob/, row.name);
    });

    test(
      `${locale}: seen and said are two rows, and the word of the user is never a state that ` +
        'was seen',
      () => {
        for (const row of rows(({ how }) => how === 'seen allowed, said'))
          assert.deepEqual(
            row.row.map(({ state }) => state),
            ['allowed', 'said'],
            row.name,
          );
        for (const row of rows(({ how }) => how === 'said'))
          assert.deepEqual(
            [row.row.map(({ state }) => state), row.kind],
            [['said'], 'unchecked'],
            row.name,
          );
      },
    );
  }
});

/** @param {string} locale @param {any[]} rows */
function printed(locale, rows) {
  const cell = text => text.replaceAll('|', '·').replace(/\s+/g, ' ').trim();
  const line = cells => `| ${cells.map(cell).join(' | ')} |`;
  return [
    `## ${locale}`,
    '',
    line(['case', 'popup', 'badge', 'strip', 'dashboard', 'alarm, notification']),
    line(Array(6).fill('---')),
    ...rows.map(row =>
      line([
        row.name,
        row.popup.text,
        [
          row.badge.letters,
          row.badge.grey && row.badge.letters ? '(grey)' : '',
          row.badge.text,
        ].join(' '),
        row.strip.text,
        row.row.map(({ text }) => text).join(' // '),
        [row.alarm.text, row.notice.text, row.perhaps.text].filter(Boolean).join(' // '),
      ]),
    ),
    '',
  ].join('\n');
}
