// Erasing while entries wait: nothing that was erased is written again, and nothing of the others
// is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeBrowser } from '../lib/browser.mjs';
import { entry } from '../lib/helpers.mjs';

/** What the log program was asked, and what it holds. */
const asked = [];
let held = [];
let erased = () => {};
/** What the log program says to an erase: that it is done, or nothing, before it ends. */
let answer = 'done';
const METHODS = {
  hello: () => ({ version: '0', entries: 0 }),
  status: () => ({ controls: [], next: null }),
  record({ entries }) {
    held.push(...entries);
    return { results: entries.map(({ id }) => ({ id, effect: 'recorded' })) };
  },
  erase(scope) {
    if (answer === 'none') return undefined;
    held = held.filter(one => scope.all !== true && one.platform !== scope.platform);
    erased();
    return { erased: 1 };
  },
};

const { local } = makeBrowser({
  native() {
    let hear = () => {};
    let end = () => {};
    return {
      onMessage: {
        addListener: listener => {
          hear = listener;
        },
      },
      onDisconnect: {
        addListener: listener => {
          end = listener;
        },
      },
      disconnect() {},
      postMessage({ id, method, params }) {
        asked.push(method);
        const result = METHODS[method](params);
        setImmediate(() =>
          result ? hear({ jsonrpc: '2.0', id, result }) : end({ error: { message: 'gone' } }),
        );
      },
    };
  },
});
const { answerPage } = await import('../../../extension/background/requests.js');
const { forgetBesides } = await import('../../../extension/background/erase.js');
const { deliver, finishErase, queue } = await import('../../../extension/background/log/host.js');
const { resultText, withScope } = await import('../../../extension/pages/dashboard/file/erase.js');

test('what waits is not sent behind the erase', async () => {
  const other = entry('denied', { platform: 'x' });
  for (const one of [entry('denied'), entry('allowed'), other]) await queue.add(one);
  /** @type {Promise<void>[]} a reading in another tab brings the queue at this very moment */
  const sent = [];
  erased = () => {
    sent.push(deliver());
  };
  const { value } = await answerPage({ type: 'erase', scope: { platform: 'linkedin' } });
  await Promise.all(sent);
  assert.equal(value.reached, true);
  assert.ok(asked.includes('record'));
  assert.deepEqual(
    held.map(({ id }) => id),
    [other.id],
  );
  assert.deepEqual((await queue.read()).rows, []);
  erased = () => {};
  held = [];
});

test("without the log program the browser's own part goes, and no more", async () => {
  const kept = entry('denied');
  await local.set('queue', { rows: [kept, entry('denied', { platform: 'x' })] });
  await local.set('sendingWithdrawn', true);
  assert.deepEqual((await answerPage({ type: 'erase', scope: { platform: 'x' } })).value, {
    reached: false,
  });
  assert.deepEqual(
    (await queue.read()).rows.map(({ id }) => id),
    [kept.id],
  );
});

test(
  "an erase that was cut off after the log program's answer is brought to its end at the next " +
    'start',
  async () => {
    const kept = entry('denied');
    await local.set('queue', { rows: [kept, entry('denied', { platform: 'x' })] });
    await local.set('status', [
      { platform: 'x', account: null },
      { platform: 'linkedin', account: null },
    ]);
    await local.set('erasing', { platform: 'x' });
    await local.set('visits', {
      'x/grok': { count: 1, since: '' },
      'linkedin/genai-training': { count: 1, since: '' },
    });
    await finishErase(forgetBesides);
    assert.deepEqual(
      (await queue.read()).rows.map(({ id }) => id),
      [kept.id],
    );
    assert.deepEqual(
      (await local.get('status')).map(({ platform }) => platform),
      ['linkedin'],
    );
    assert.deepEqual(Object.keys(await local.get('visits')), ['linkedin/genai-training']);
    assert.equal(await local.get('erasing'), undefined);
    await local.remove('sendingWithdrawn');
    await deliver({ userAction: true });
    assert.deepEqual(
      held.map(({ id }) => id),
      [kept.id],
    );
  },
);

test('a log program that does not answer may have erased or not: nobody says either', async () => {
  answer = 'none';
  assert.deepEqual((await answerPage({ type: 'erase', scope: { platform: 'x' } })).value, {
    reached: null,
  });
  answer = 'done';
  assert.equal(await local.get('eraseOwed'), undefined, 'the user was told, and decides');
});

test(
  'an erase that the background was ended in is asked for again, before what is recorded after ' +
    'it is sent',
  async () => {
    held = [entry('denied', { platform: 'x' }), entry('denied')];
    const [, other] = held;
    await local.set('erasing', { platform: 'x' });
    await local.set('sendingWithdrawn', true); // not to be reached for a while
    await finishErase(forgetBesides);
    await deliver();
    const later = entry('allowed', { platform: 'x' });
    await queue.add(later);
    assert.equal(held.length, 2);
    await local.remove('sendingWithdrawn');
    asked.length = 0;
    for (let time = 0; time < 2; time += 1) await deliver({ userAction: true });
    assert.deepEqual(
      asked.filter(method => method === 'erase' || method === 'record'),
      ['erase', 'record'],
      'once',
    );
    assert.deepEqual(
      held.map(({ id }) => id),
      [other.id, later.id],
    );
    assert.equal(await local.get('eraseOwed'), undefined);
  },
);

test('a log program that never answered is owed nothing', async () => {
  await local.remove('hostAnswered');
  await local.set('sendingWithdrawn', true);
  await local.set('erasing', { platform: 'x', account: 'ada' });
  await finishErase(forgetBesides);
  assert.doesNotMatch(JSON.stringify(await local.all()), /ada/);
});

test('the page says what is known of the file, and offers again what is to be erased again', () => {
  const done = { reached: true, erased: 2, remains: { entries: 1 } };
  for (const [result, text] of [
    [{ ...done, compacted: true }, 'eraseDone'],
    [{ ...done, compacted: false }, 'eraseDone eraseRemains'],
    [{ reached: false }, 'eraseLocalOnly'],
    [{ reached: null }, 'eraseUnknown'],
  ])
    assert.equal(resultText(result), text);
  assert.deepEqual(withScope([{ all: true }], { platform: 'x' }), [
    { all: true },
    { platform: 'x' },
  ]);
  assert.deepEqual(withScope([{ all: true }, { platform: 'x' }], { platform: 'x' }), [
    { all: true },
    { platform: 'x' },
  ]);
  assert.deepEqual(withScope([{ all: true }], null), [{ all: true }]);
});
