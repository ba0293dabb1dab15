// What a page says, in the order in which it was said, and only about the page that is there.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { makeBrowser } from '../lib/browser.mjs';
import { reading, time } from '../lib/helpers.mjs';

const { api, local, session, tabs, badges, told } = makeBrowser();
const { onContentMessage } = await import('../../../extension/background/intake.js');
const { bringMissing } = await import('../../../extension/background/tab/engine.js');
const { onTakenBack, affected } = await import('../../../extension/background/grants.js');
const { answerPage } = await import('../../../extension/background/requests.js');

const HERE = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';
const says = (tabId, message, url = HERE, sender = {}) =>
  onContentMessage(
    { platform: 'linkedin', ...message },
    { url, tab: { id: tabId, url }, ...sender },
  );
const PAGE = { type: 'page' };
const rows = async () => (await local.get('queue'))?.rows ?? [];
let injected = [];
const inject = async script => {
  injected.push(script);
  return [];
};
beforeEach(() => {
  injected = [];
  api.scripting.executeScript = inject;
});
const OWN_HOST = 'https://www.linkedin.com/*';
afterEach(() => api.permissions.withheld.clear());
const VISIT = '0f8fad5b-d9cb-469f-a165-70867728950e';
let minute = 0;
const read = (training, fields) => {
  minute += 1;
  const reset = {
    how: 'loaded',
    visit: VISIT,
    loadedAt: null,
    again: null,
    doubt: false,
    report: null,
    other: false,
    locked: false,
    shown: null,
  };
  return {
    type: 'reading',
    rev: 1,
    page: 'genai',
    reading: { ...reading(training), at: time(minute), ...reset, ...fields },
  };
};

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

describe('a page and its engine', () => {
  test(
    'is answered with yes only when the engine is there; else it is not answered, and says it ' +
      'again',
    async () => {
      tabs.set(10, { id: 10, url: HERE, active: true });
      api.scripting.executeScript = async () => {
        throw new Error('ended');
      };
      await assert.rejects(says(10, PAGE));
      assert.equal((await session.get('tab:10')).injected, false);
      api.scripting.executeScript = inject;
      assert.equal(await says(10, PAGE), true);
      assert.equal((await session.get('tab:10')).injected, true);
    },
  );

  test('the document that spoke is noted with what is known of it', async () => {
    tabs.set(11, { id: 11, url: HERE, active: true });
    await says(11, PAGE, HERE, { documentId: 'D' });
    assert.equal((await session.get('tab:11')).document, 'D');
  });

  test(
    'a background that was ended before it brought the engine brings it when it wakes, and ' +
      'only then',
    async () => {
      tabs.set(12, { id: 12, url: HERE, active: true });
      api.scripting.executeScript = async () => {
        throw new Error('ended');
      };
      await assert.rejects(says(12, PAGE));
      api.scripting.executeScript = inject;
      await bringMissing();
      assert.deepEqual([...new Set(injected.map(({ target }) => target.tabId))], [12]);
      injected = [];
      await bringMissing();
      assert.deepEqual(injected, []);
    },
  );

  test('what a page says twice for want of an answer is recorded once', async () => {
    tabs.set(13, { id: 13, url: HERE, active: true });
    const [one, before] = [read('denied'), (await rows()).length];
    await says(13, PAGE, HERE, { documentId: 'D' });
    for (let time = 0; time < 2; time += 1) await says(13, one, HERE, { documentId: 'D' });
    assert.equal((await rows()).length, before + 1);
    injected = [];
    await says(13, PAGE, HERE, { documentId: 'D' });
    assert.equal(
      injected.at(-1).args.at(-1),
      true,
      'the engine that is there says all of it again',
    );
    await says(13, one, HERE, { documentId: 'D' });
    assert.equal(badges.get(13), 'OFF');
    assert.equal((await rows()).length, before + 1);
    await says(13, PAGE, HERE, { documentId: 'E' });
    assert.equal(injected.at(-1).args.at(-1), false, 'a new document has none');
    assert.deepEqual((await session.get('tab:13')).readings, []);
  });

  test(
    'the last word of the document before is recorded, and says nothing about the one that is ' +
      'there',
    async () => {
      tabs.set(14, { id: 14, url: HERE, active: true });
      await says(14, PAGE, HERE, { documentId: 'D' });
      await says(14, read('allowed'), HERE, { documentId: 'D' });
      await says(14, PAGE, HERE, { documentId: 'E' });
      const last = read('denied', { how: 'changed', sure: 'likely', actor: 'user' });
      await says(14, last, HERE, { documentId: 'D', documentLifecycle: 'pending_deletion' });
      await says(14, { type: 'left' }, HERE, { documentId: 'D' });
      const state = await session.get('tab:14');
      assert.deepEqual([state.document, state.settling, state.readings], ['E', true, []]);
      assert.ok((await rows()).some(({ at, how }) => at === last.reading.at && how === 'changed'));
    },
  );

  test('a page that is prerendered paints nothing and gets no engine: it is read when it is shown', async () => {
    tabs.set(15, { id: 15, url: HERE, active: true });
    await says(15, read('denied'));
    assert.equal(
      await says(15, { ...PAGE, prerendered: true }, HERE, {
        documentId: 'P',
        documentLifecycle: 'prerender',
      }),
      true,
    );
    assert.deepEqual([badges.get(15), injected], ['OFF', []]);
    await says(15, PAGE, HERE, { documentId: 'P' });
    assert.deepEqual([badges.get(15), injected.length > 0], ['', true]);
  });

  test('a query that the app adds to its own address forgets nothing', async () => {
    tabs.set(16, { id: 16, url: `${HERE}?tab=1`, active: true });
    await says(16, read('denied', { how: 'changed', sure: 'likely' }));
    await says(16, read('unknown', { how: null, why: 'unsaved', doubt: true }), `${HERE}?tab=2`);
    const { readings } = await session.get('tab:16');
    assert.deepEqual(
      readings.map(({ why, changedAt }) => [why, changedAt !== null]),
      [['unsaved', true]],
    );
  });
});

describe('an account that is named late', () => {
  const joins = async () => (await rows()).map(row => row.joins);
  test('joins what the same visit recorded before, once', async () => {
    tabs.set(20, { id: 20, url: HERE, active: true });
    await local.remove('queue');
    const visit = '1f8fad5b-d9cb-469f-a165-70867728950e';
    await says(20, read('denied', { visit }));
    const [{ id }] = await rows();
    await says(20, read('denied', { visit, account: 'ada' }));
    await says(20, read('unknown', { visit, account: 'ada', why: 'conflict', how: null }));
    assert.deepEqual(await joins(), [null, id, null]);
  });
  test('joins nothing of another visit, another unit, or another control', async () => {
    await local.remove('queue');
    tabs.set(21, { id: 21, url: HERE, active: true });
    const visit = '2f8fad5b-d9cb-469f-a165-70867728950e';
    await says(21, read('denied', { visit, unit: 'one' }));
    for (const other of [
      { visit: VISIT, unit: 'one' },
      { visit, unit: 'two' },
      { visit, unit: 'one', control: 'other' },
    ])
      await says(21, read('denied', { ...other, account: 'bob' }));
    assert.deepEqual(await joins(), [null, null, null, null]);
  });
});

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
    injected = [];
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
  test('without permission nothing is read, although the click on the button would let us', async () => {
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
