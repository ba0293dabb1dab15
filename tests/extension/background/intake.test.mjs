// What a page says, in the order in which it was said, and only about the page that is there.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  HERE,
  PAGE,
  VISIT,
  api,
  badges,
  inject,
  injected,
  local,
  read,
  rows,
  says,
  session,
  tabs,
  useTabs,
} from '../lib/tabs.mjs';

const { bringMissing } = await import('../../../extension/background/tab/engine.js');

useTabs();

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
      injected.length = 0;
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
    injected.length = 0;
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

  test('a prerendered page paints nothing and gets no engine: it is read when shown', async () => {
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
