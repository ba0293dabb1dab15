// Every language says everything, with the same placeholders; every text that is used exists, and
// none is left over.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'node:test';
import { extension, json } from './lib/helpers.mjs';

const root = fileURLToPath(extension);
const locales = readdirSync(join(root, '_locales')).sort();
const english = json('_locales/en/messages.json');
const names = message =>
  [...message.matchAll(/\$([A-Za-z_]+)\$/g)].map(found => found[1].toLowerCase()).sort();

function files(folder, ends) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter(name => ends.test(name))
    .map(name => readFileSync(join(root, folder, name), 'utf8'));
}

/** Words that a language shares with English. Everything else that is equal was forgotten. */
const SAME_WORD = {
  de: ['details', 'detailBrowser', 'pointTeam', 'pointOrganisation'],
  fr: [
    ...['colActions', 'pointSiteUnit', 'pointPublication', 'pointOrganisation'],
    'policyNamesMessages',
  ],
  it: ['forAccount', 'detailBrowser', 'pointTeam'],
  nl: [
    ...['details', 'forAccount', 'colPlatform', 'colAccount', 'historyPlatform'],
    ...['pointSiteUnit', 'pointTeam'],
  ],
  pt_BR: ['pointSiteUnit'],
};

describe('languages', () => {
  test('the ten languages are there, and no other', () => {
    assert.deepEqual(locales, ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt_BR']);
  });

  for (const locale of locales) {
    const messages = json(`_locales/${locale}/messages.json`);
    test(`${locale}: the same keys in the same order as English`, () =>
      assert.deepEqual(Object.keys(messages), Object.keys(english)));

    test(`${locale}: the same placeholders, each declared and used`, () => {
      for (const [key, { message, placeholders = {} }] of Object.entries(messages)) {
        const expected = english[key];
        assert.deepEqual(names(message), names(expected.message), key);
        assert.deepEqual(
          names(message).filter((name, at, all) => all.indexOf(name) === at),
          Object.keys(placeholders).sort(),
          key,
        );
        for (const [name, { content }] of Object.entries(placeholders))
          assert.equal(content, expected.placeholders[name].content, `${key} ${name}`);
      }
    });

    test(`${locale}: no empty text, no markup, no stray dollar, no double space`, () => {
      for (const [key, { message }] of Object.entries(messages)) {
        assert.ok(message.trim() === message && message !== '', key);
        assert.doesNotMatch(message, /<[a-z]|&[a-z]+;| {2}/i, key);
        assert.doesNotMatch(message.replace(/\$[A-Za-z_]+\$/g, ''), /\$/, key);
      }
    });

    test(`${locale}: its own language tag, and a description that the stores take`, () => {
      assert.equal(messages.localeTag.message, locale.replace('_', '-'));
      assert.ok(messages.appDescription.message.length <= 132);
    });

    // In a popup of 320 px a button holds about 30 letters a line, and a pill of the strip 20
    // beside
    // its icon and number.
    test(`${locale}: no word is too long for its button, no state for its pill`, () => {
      const width = text =>
        [...text].reduce((sum, letter) => sum + (/[\u1100-\uffef]/.test(letter) ? 2 : 1), 0);
      const plain = key => messages[key].message.replace(/\$[A-Z]+\$/g, '');
      const words = text =>
        text
          .split(/[\s\u00a0-]+/)
          // Japanese breaks anywhere
          .map(word => (/[\u3040-\u30ff\u4e00-\u9fff]/.test(word) ? '' : word));
      const keys = Object.keys(messages);
      assert.deepEqual(
        keys.filter(
          key =>
            /^(action|returned|welcome|sentence|form|host)/.test(key) &&
            words(plain(key)).some(word => width(word) > 28),
        ),
        [],
      );
      assert.deepEqual(
        [
          'stateAllowed',
          'stateDenied',
          'stateUnknown',
          'stateUnchecked',
          'stateAllowedLikely',
          'stateDeniedLikely',
          'stateChanged',
        ].filter(key => width(plain(key)) > 22),
        [],
      );
      assert.deepEqual(
        ['actionOpenShort', 'actionAllowShort', 'actionOk'].filter(key => width(plain(key)) > 12),
        [],
      );
    });

    if (locale !== 'en')
      test(`${locale}: translated, not copied`, () => {
        const same = Object.keys(english).filter(
          key => english[key].message === messages[key].message,
        );
        const names = new Set(['appName', 'actionOk', 'pointBlog', ...(SAME_WORD[locale] ?? [])]);
        assert.deepEqual(
          same.filter(key => !names.has(key)),
          [],
        );
      });
  }

  const sources = [
    ...files('background', /\.js$/),
    ...files('pages', /\.(js|html)$/),
    ...files('shared', /\.js$/),
    readFileSync(join(root, 'manifest.json'), 'utf8'),
  ].join('\n');

  test('every key in HTML and manifest exists', () => {
    const used = [
      ...sources.matchAll(/data-i18n(?:-label|-placeholder)?="([^"]+)"|__MSG_([A-Za-z]+)__/g),
    ].map(found => found[1] ?? found[2]);
    assert.ok(used.length > 20);
    assert.deepEqual(
      used.filter(key => !english[key]),
      [],
    );
  });

  test('every key in a call of t exists', () => {
    const used = [...sources.matchAll(/\bt\('([^']+)'/g)].map(found => found[1]);
    assert.ok(used.length > 40);
    assert.deepEqual(
      used.filter(key => !english[key]),
      [],
    );
  });

  // Who speaks to the computer says what is written on the button (WCAG 2.5.3, Label in Name).
  test('what is written on a button is part of its accessible name, in every language', () => {
    const labelled =
      /'aria-label': t\(\s*'(\w+)'(?:(?!aria-label|\bel\()[^;])*?,\s*t\('(\w+)'\),?\s*\)/g;
    const pairs = [...sources.matchAll(labelled)].map(([, name, text]) => [name, text]);
    assert.ok(pairs.length >= 4, 'the pairs are found in the sources');
    for (const locale of locales) {
      const said = key => json(`_locales/${locale}/messages.json`)[key].message.toLowerCase();
      assert.deepEqual(
        pairs.filter(([name, text]) => !said(name).includes(said(text))),
        [],
        locale,
      );
    }
  });

  test('every fact with a key is translated, and English says the same as the rule', () => {
    const { platforms, without } = json('rules/index.json');
    const facts = [
      ...platforms.flatMap(({ about, regions }) => [
        ...about.flatMap(({ scope }) => [...(scope?.covers ?? []), ...(scope?.not ?? [])]),
        ...regions,
      ]),
      ...without.map(({ sentence }) => sentence),
    ];
    const keyed = facts.filter(({ key }) => key);
    assert.ok(keyed.length > 50);
    for (const { key, text } of keyed) assert.equal(english[key]?.message, text, key);
    for (const id of [
      'linkedin',
      'x',
      'facebook',
      'instagram',
      'whatsapp',
      'youtube',
      'github',
      'chatgpt',
    ]) {
      const its = platforms.find(platform => platform.id === id);
      for (const fact of [
        ...its.about.flatMap(({ scope }) => [...scope.covers, ...scope.not]),
        ...its.regions,
      ])
        assert.ok(fact.key, `${id}: ${fact.text}`);
    }
  });

  test('no text is left over', () => {
    const facts = JSON.stringify(json('rules/index.json'));
    const unused = Object.keys(english).filter(
      key =>
        !sources.includes(`'${key}'`) &&
        !sources.includes(`"${key}"`) &&
        !sources.includes(`  ${key}: `) &&
        !sources.includes(`_${key}_`) &&
        !facts.includes(`"${key}"`),
    );
    assert.deepEqual(unused, []);
  });
});
