// The boot script of a site that the user pointed at: it asks for its addresses, and a document
// that was there before it is none that it has witnessed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import vm from 'node:vm';
import { root } from '../../scripts/lib-rules.mjs';
import { openPage } from './lib/page.mjs';

const URL_ = 'https://www.exampler.test/account/privacy';
const PAGES = [{ id: 'ai-training', url: [URL_] }];
const source = name => readFileSync(join(root, 'extension/content', name), 'utf8');

/** @param {{ answers: any[], age?: number }} of answers: to `routes`, one after another */
async function boot({ answers, age }) {
  const page = await openPage({ html: '<main></main>', url: URL_, rule: {} });
  const sent = [];
  const sendMessage = message => {
    sent.push(message.type);
    return Promise.resolve(message.type === 'routes' ? answers.shift() : { ok: true });
  };
  page.window.chrome = { runtime: { id: 'x', sendMessage } };
  page.window.optoutlogAge = age;
  Object.defineProperty(page.window.document, 'readyState', { value: 'loading' });
  for (const file of ['own-routes.js', 'boot.js'])
    new vm.Script(source(file)).runInContext(page.dom.getInternalVMContext());
  await new Promise(setImmediate); // the answer comes before time goes on
  await page.clock.advance(5000);
  const { early } = page.window.optoutlogBoot;
  page.close();
  return { sent, early };
}
const KNOWN = { ok: true, platform: 'own-www-exampler-test', pages: PAGES };

test('it asks, and says page once it knows its addresses', async () => {
  assert.deepEqual((await boot({ answers: [KNOWN] })).sent, ['routes', 'page']);
});

test('a question that nobody answered is asked again', async () => {
  assert.deepEqual((await boot({ answers: [null, KNOWN] })).sent, ['routes', 'routes', 'page']);
});

test('where it may not read it falls silent', async () => {
  assert.deepEqual((await boot({ answers: [{ ok: false }] })).sent, ['routes']);
});

test('what was used before it came may have been changed: it has not witnessed that', async () => {
  assert.equal((await boot({ answers: [KNOWN] })).early, true);
  assert.equal((await boot({ answers: [KNOWN], age: 40 })).early, true);
  assert.equal((await boot({ answers: [KNOWN], age: 4000 })).early, false);
});
