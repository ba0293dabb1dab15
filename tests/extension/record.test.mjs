// What a page says, in the order in which it was said, and only about the page that is there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeBrowser } from './browser.mjs';
import { reading } from './helpers.mjs';

const { local, session, tabs, badges } = makeBrowser();
const { onContentMessage } = await import('../../extension/background/record.js');

const HERE = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';
const says = (tabId, message, url = HERE) => onContentMessage({ platform: 'linkedin', ...message }, { url, tab: { id: tabId, url } });
const read = (training) => ({ type: 'reading', rev: 1, page: 'genai', reading: { ...reading(training), report: null, other: false, locked: false, shown: null } });

test('a page that left at once after its reading shows nothing; the reading is kept', async () => {
  tabs.set(1, { id: 1, url: HERE, active: true });
  await Promise.all([says(1, read('denied')), says(1, { type: 'left' })]);
  assert.equal(badges.get(1), '');
  assert.equal(await session.get('tab:1'), undefined);
  assert.equal((await local.get('queue')).rows.length, 1);
});

test('what was settling after a reading is settling', async () => {
  tabs.set(2, { id: 2, url: HERE, active: true });
  await Promise.all([says(2, read('allowed')), says(2, { type: 'settling' })]);
  assert.equal(badges.get(2), '');
  assert.equal((await session.get('tab:2')).settling, true);
});

test('a reading that arrives when its tab is elsewhere is kept and not shown', async () => {
  tabs.set(3, { id: 3, url: 'https://www.linkedin.com/feed/', active: true });
  const before = (await local.get('queue')).rows.length;
  await says(3, read('denied'));
  assert.equal(badges.get(3), '');
  assert.equal(await session.get('tab:3'), undefined);
  assert.equal((await local.get('queue')).rows.length, before + 1);
});

test('on its page it is shown, each tab its own', async () => {
  tabs.set(4, { id: 4, url: HERE, active: true });
  tabs.set(5, { id: 5, url: HERE, active: false });
  await Promise.all([says(4, read('allowed')), says(5, read('denied'))]);
  assert.deepEqual([badges.get(4), badges.get(5)], ['ON', 'OFF']);
});
