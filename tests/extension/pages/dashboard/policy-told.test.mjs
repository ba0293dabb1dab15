// What the dashboard says of a clause, in whole sentences made from its slots, in every language.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { extension, json } from '../../lib/helpers.mjs';

let messages = json('_locales/en/messages.json');
globalThis.chrome = /** @type {any} */ ({
  i18n: {
    getMessage: (key, values = []) =>
      (messages[key]?.message ?? '').replace(/\$LIST\$/g, [values].flat()[0]),
    getUILanguage: () => 'en',
  },
});
const { toldText } = await import('../../../../extension/pages/dashboard/policy/told.js');
const claim = (topic, negated, ...slots) => ({ topic, negated, slots });

describe('what a clause says', () => {
  test('what came, with which data, and what is named beside it', () =>
    assert.equal(
      toldText({ came: [claim('training', false, 'train', 'we', 'messages', 'voice', 'opt-out')] }),
      'New: the text speaks of training models. Named with it: messages and voice. ' +
        'An opt-out or a setting is named.',
    ));

  test('a limit is none of what it limits', () =>
    assert.equal(
      toldText({ came: [claim('training', true, 'train', 'posts')] }),
      'New: the text names a limit to training or improving models. Named with it: content.',
    ));

  test('of what went no way out is said to be named', () =>
    assert.equal(
      toldText({ came: [], went: [claim('training', false, 'improve', 'opt-out', 'consent')] }),
      'No longer as it was: what the text said of developing or improving AI or models.',
    ));

  test('what is said of both propositions of a sentence is said once', () =>
    assert.equal(
      toldText({ came: [claim('ai-used', false, 'third'), claim('inputs', false, 'third')] }),
      'New: the text speaks of the use of AI. Third parties are named. ' +
        'New: the text speaks of what is entered into AI and what it gives back.',
    ));

  test('a clause of an older version, and a topic of a newer one, tell nothing', () => {
    assert.equal(toldText({}), '');
    assert.equal(toldText({ came: [claim('unheard-of', false)], went: [] }), '');
  });

  // the same slots as the program's own, so that none is told by one of them alone
  test('every slot that the program tells has its message', () => {
    const program = readFileSync(new URL('../host/policy/judge/said.cpp', extension), 'utf8');
    const told = [
      ...program.matchAll(/"((?:An?|Some|Third|Consent|Affiliates)[^"]* (?:is|are) named\.)"/g),
    ];
    assert.ok(told.length >= 10);
    const ours = Object.values(json('_locales/en/messages.json')).map(({ message }) => message);
    assert.deepEqual(
      told.map(([, sentence]) => sentence).filter(sentence => !ours.includes(sentence)),
      [],
    );
  });

  for (const language of readdirSync(new URL('_locales', extension)))
    test(`${language}: whole sentences, in that language`, () => {
      messages = json(`_locales/${language}/messages.json`);
      const slots = ['train', 'posts', 'messages', 'opt-out', 'consent', 'region', 'affiliates'];
      const text = toldText({
        came: [claim('training', false, ...slots)],
        went: [claim('licence', false, 'posts')],
      });
      const ends = text.match(/[.。]/g);
      assert.equal(ends?.length, 8, text);
      assert.ok(text.includes(messages.policyBesideConsent.message));
      assert.doesNotMatch(text, /undefined|\$|^\s|\s$/);
    });
});
