// A permission that is taken back, and a page that is read again: what the background may look at,
// and when it does.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  HERE,
  OWN_HOST,
  PAGE,
  api,
  badges,
  injected,
  read,
  rows,
  says,
  session,
  tabs,
  told,
  useTabs,
} from '../lib/tabs.mjs';

const { onTakenBack, affected } = await import('../../../extension/background/grants.js');
const { answerPage } = await import('../../../extension/background/requests.js');

useTabs();

describe('a permission that is taken back', () => {
  test('nothing is read, shown or recorded from then on', async () => {
    tabs.set(30, { id: 30, url: HERE, active: true });
    const before = (await rows()).length;
    api.permissions.withheld.add(OWN_HOST);
    for (const message of [PAGE, read('denied'), { type: 'settling' }])
      assert.equal(await says(30, message), false);
    assert.deepEqual(
      [await session.get('tab:30'), badges.get(30), injected, (await rows()).length],
      [undefined, undefined, [], before],
    );
  });

  test('also between the reading and the queue', async () => {
    tabs.set(31, { id: 31, url: HERE, active: true });
    const before = (await rows()).length;
    const { contains } = api.permissions;
    let asked = 0;
    api.permissions.contains = async what => {
      asked += 1;
      return asked < 3 && contains.call(api.permissions, what);
    };
    await says(31, read('denied'));
    Object.assign(api.permissions, { contains });
    assert.deepEqual([(await rows()).length, await session.get('tab:31')], [before, undefined]);
  });

  for (const origin of [
    'https://www.linkedin.com/*',
    '*://*/*',
    '<all_urls>',
    'https://*.linkedin.com/*',
    'https://*/*',
  ]) {
    test(
      `told as ${origin}: the tab is forgotten, its badge goes, its script is told; what was ` +
        'recorded stays',
      async () => {
        tabs.set(32, { id: 32, url: HERE, active: true });
        tabs.set(33, { id: 33, url: 'https://x.com/settings/grok_settings', active: false });
        await says(32, read('denied'));
        const before = (await rows()).length;
        api.permissions.withheld.add(OWN_HOST);
        told.length = 0;
        await onTakenBack({ origins: [origin] });
        assert.deepEqual(
          [badges.get(32), await session.get('tab:32'), (await rows()).length],
          ['', undefined, before],
        );
        assert.ok(told.some(([id, message]) => id === 32 && message.type === 'stop'));
        assert.ok(!told.some(([id]) => id === 33), 'what may still be read goes on');
      },
    );
  }

  test('a part of it that is still granted goes on', async () => {
    tabs.set(34, { id: 34, url: HERE, active: true });
    await says(34, read('denied'));
    await onTakenBack({ origins: ['https://*.linkedin.com/*'] });
    assert.equal(badges.get(34), 'OFF');
  });

  test('platforms are found by narrower and wider patterns', () => {
    const facebook = { id: 'facebook', hosts: ['https://*.facebook.com/*'] };
    const x = { id: 'x', hosts: ['https://x.com/*'] };
    const of = (...origins) => affected([facebook, x], { origins }).map(({ id }) => id);
    assert.deepEqual(of('*://*/*'), ['facebook', 'x']);
    assert.deepEqual(of('<all_urls>'), ['facebook', 'x']);
    assert.deepEqual(of('https://m.facebook.com/*'), ['facebook']);
    assert.deepEqual(of('https://*.x.com/*'), ['x']);
    assert.deepEqual(of('https://notfacebook.com/*', 'http://x.com/*', 'https://api.x.com/*'), []);
    assert.deepEqual(affected([x], {}), []);
  });
});

describe('reading again', () => {
  const ask = (type, tabId) => answerPage({ type, tabId, platform: 'linkedin' });
  test('a page that was read is loaded anew, never read as it stands', async () => {
    tabs.set(40, { id: 40, url: HERE, active: true });
    await says(40, PAGE);
    await says(40, read('denied', { how: 'changed', sure: 'likely' }));
    injected.length = 0;
    told.length = 0;
    await ask('read-now', 40);
    assert.deepEqual(
      [told, injected, badges.get(40), await session.get('tab:40')],
      [[[40, 'reload']], [], '', undefined],
    );
  });
  test('so is one whose state was forgotten: its script has run', async () => {
    tabs.set(41, { id: 41, url: HERE, active: true });
    api.scripting.executeScript = async () => [{ result: true }];
    told.length = 0;
    await ask('read-now', 41);
    assert.deepEqual(told, [[41, 'reload']]);
  });
  test('a page that was never met gets its script', async () => {
    tabs.set(42, { id: 42, url: HERE, active: true });
    told.length = 0;
    await ask('read-now', 42);
    assert.deepEqual([told, injected.at(-1).files.at(-1)], [[], 'content/boot.js']);
  });
  test('without permission nothing is read, although the click would let us', async () => {
    tabs.set(43, { id: 43, url: HERE, active: true });
    api.permissions.withheld.add(OWN_HOST);
    told.length = 0;
    await ask('read-now', 43);
    assert.deepEqual([told, injected], [[], []]);
  });
  test('the popup may ask for it by name', async () => {
    told.length = 0;
    assert.equal((await ask('reload-and-read', 40)).ok, true);
    assert.deepEqual(told, [[40, 'reload']]);
  });
});
