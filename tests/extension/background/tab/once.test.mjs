// Reading a page by the popup's click alone: offered where it leads somewhere, and nowhere else.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import 'urlpattern-polyfill';
import { makeBrowser } from '../../lib/browser.mjs';

const { api, session, tabs, told } = makeBrowser();
const { allowAndRead, bootOnce } = await import('../../../../extension/background/tab/once.js');
const { popupState } = await import('../../../../extension/background/popup-state.js');

const SETTINGS =
  'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement?ref=menu';
const FEED = 'https://www.linkedin.com/feed/';
const SITE = 'https://www.linkedin.com/*';
const { getBrowserInfo } = api.runtime;
const once = async () => (await session.get('once')) ?? {};
const offered = async () => {
  const { granted, readable, once: by } = (await popupState(1)).tab;
  return { granted, readable, once: by };
};
const NOT = { granted: false, readable: false, once: false };

beforeEach(async () => {
  told.length = 0;
  await session.set('once', {});
  api.permissions.withheld = new Set([SITE, 'https://*/*']);
  delete api.runtime.getBrowserInfo;
  tabs.set(1, { id: 1, url: SETTINGS, active: true, incognito: false });
});

test('a settings page of a site that is not granted', async () => {
  assert.deepEqual(await offered(), { ...NOT, readable: true });
  await allowAndRead(1);
  assert.deepEqual(await once(), { 1: 'https://www.linkedin.com' });
  assert.deepEqual(told, [[1, 'reload']]);
  assert.deepEqual(await offered(), { ...NOT, granted: true, once: true });
});

for (const [where, change] of [
  ['another page of the site', () => Object.assign(tabs.get(1), { url: FEED })],
  ['a private window', () => Object.assign(tabs.get(1), { incognito: true })],
  ['a page whose address is hidden', () => delete tabs.get(1).url],
  [
    'a browser that closes the page again when it is loaded',
    () => Object.assign(api.runtime, { getBrowserInfo }),
  ],
])
  test(`${where}: neither offered nor done`, async () => {
    change();
    assert.equal((await offered()).readable, false);
    await allowAndRead(1);
    assert.deepEqual([await once(), told], [{}, []]);
  });

test('with the site granted it is read as always', async () => {
  api.permissions.withheld = new Set();
  assert.deepEqual(await offered(), { ...NOT, granted: true });
  await allowAndRead(1);
  assert.deepEqual([await once(), told], [{}, []]);
});

test('another site in the tab ends it, also where its address is hidden', async () => {
  for (const url of ['https://www.example.org/', undefined]) {
    tabs.get(1).url = SETTINGS;
    await allowAndRead(1);
    assert.deepEqual(Object.keys(await once()), ['1']);
    tabs.get(1).url = url;
    await bootOnce(1);
    assert.deepEqual(await once(), {}, url);
  }
});
