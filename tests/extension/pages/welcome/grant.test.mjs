// The choice of platforms, and what is said of the browser's question before it comes.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { asksOf, requestFor } from '../../../../extension/pages/welcome/grant.js';
import { byUse } from '../../../../extension/shared/by-use.js';
import { json } from '../../lib/helpers.mjs';

const platforms = json('rules/index.json').platforms;
const none = { origins: [], permissions: [] };

describe('the order of the choice', () => {
  const order = byUse(platforms);
  test('what most people have comes first, each platform once', () => {
    assert.deepEqual(
      order.slice(0, 8).map(({ id }) => id),
      ['linkedin', 'x', 'facebook', 'instagram', 'whatsapp', 'youtube', 'chatgpt', 'gemini'],
    );
    assert.deepEqual(order.map(({ id }) => id).sort(), platforms.map(({ id }) => id).sort());
  });
  test('a setting with another purpose stands behind all of training', () => {
    const first = order.findIndex(({ kind }) => kind === 'not-training');
    assert.ok(first > 14);
    assert.ok(order.slice(first).every(({ kind }) => kind === 'not-training'));
  });
});

describe('what the browser will ask', () => {
  const x = platforms.filter(({ id }) => ['x', 'linkedin'].includes(id));
  const ids = new Set(['x', 'linkedin']);
  const keys = (wishes, held = none) =>
    asksOf(requestFor(x, ids, wishes), held).map(({ key }) => key);

  test('the sites by their names, and each other wish', () => {
    const [sites] = asksOf(requestFor(x, ids, { log: false, notify: false }), none);
    assert.deepEqual(sites, { key: 'welcomeAskSites', values: ['linkedin.com, x.com'] });
    assert.deepEqual(keys({ log: true, notify: true, firefox: true }), [
      ...['welcomeAskSites', 'welcomeAskLog', 'welcomeAskSend', 'welcomeAskNotify'],
    ]);
    assert.deepEqual(keys({ log: true, notify: false, firefox: false }), [
      ...['welcomeAskSites', 'welcomeAskLog'],
    ]);
  });

  test('nothing that is granted already', () => {
    const held = {
      origins: x.flatMap(({ hosts }) => hosts),
      permissions: ['nativeMessaging'],
      data_collection: ['websiteContent', 'browsingActivity'],
    };
    assert.deepEqual(keys({ log: true, notify: false, firefox: true }, held), []);
    assert.deepEqual(keys({ log: true, notify: true, firefox: true }, held), ['welcomeAskNotify']);
  });
});
