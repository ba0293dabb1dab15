// Settings that are about training by others: no sentence may name the platform as the one who trains.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readdirSync } from 'node:fs';
import { saying } from '../../extension/shared/trainers.js';
import { viewOf } from '../../extension/pages/popup/sentence.js';
import { json, reading } from './helpers.mjs';

const { platforms } = json('rules/index.json');
const english = json('_locales/en/messages.json');
const line = (training, basis) => ({ platform: '', control: 'c', account: null, unit: null, training, basis, why: 'ok', since: '', seen: '2026-11-01T00:00:00.000Z', returned: false, stale: false });
const ask = (platform, fields) => viewOf({ tab: { id: 1, platform, granted: true, state: null, line: null, ...fields }, returned: [], anyGranted: true }).sentence.key;
const read = (training, sure) => ({ state: { platform: '', place: '', settling: false, rev: 1, form: null, readings: [{ ...reading(training, { sure }), report: null, other: false }] } });

describe('who trains', () => {
  const states = [...['allowed', 'denied'].flatMap((training) => [read(training, 'sure'), read(training, 'likely'), { line: line(training, 'seen') }]), { line: line('denied', 'declared') }];

  for (const id of ['youtube', 'tumblr', 'wordpress', 'medium', 'substack', 'squarespace', 'hatena', 'artstation', 'deviantart']) {
    test(`${id}: others, in every sentence`, () => {
      const platform = platforms.find((one) => one.id === id);
      for (const state of states) {
        const key = ask(platform, state);
        assert.match(english[key].message, /\bothers\b.* train AI on your data from \$PLATFORM\$\./i, key);
      }
      for (const key of ['returnedSentence', 'returnedTitle']) assert.match(english[saying(key, platform)].message, /^Others may train AI on your data from \$PLATFORM\$ again/);
    });
  }

  test('linkedin: the platform itself', () => {
    const platform = platforms.find((one) => one.id === 'linkedin');
    for (const state of states) assert.match(ask(platform, state), /^sentence/);
  });

  test('in every language others are denied in other words than they are allowed', () => {
    for (const locale of readdirSync(new URL('../../extension/_locales', import.meta.url))) {
      const messages = json(`_locales/${locale}/messages.json`);
      const nots = { en: /not allowed/, de: /keine/, fr: /n’(ont|avaient)/, es: /\bno t/, ar: /(لا|لم يكن) يُسمح/, ja: /許可されていません/, it: /\bnon /, nl: /\bgeen\b/, pl: /\bnie (mają|było|jest) /, pt_BR: /\bnão t/ }[locale];
      for (const key of ['othersDenied', 'othersDeniedLikely', 'othersLastDenied', 'othersSaidDenied']) assert.match(messages[key].message, nots, `${locale} ${key}`);
      for (const key of ['othersAllowed', 'othersAllowedLikely', 'othersLastAllowed', 'othersReturned', 'othersReturnedTitle']) assert.doesNotMatch(messages[key].message, nots, `${locale} ${key}`);
    }
  });
});
