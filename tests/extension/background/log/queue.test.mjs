// What waits for the host: durable before it is sent, bounded, and a change is never dropped before
// a confirmation.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { add, BOUND, createQueue, emptyQueue } from '../../../../extension/background/log/queue.js';
import { entry, memoryArea } from '../../lib/helpers.mjs';

describe('the queue', () => {
  test('what was added is in storage when add resolves, and outlives the worker', async () => {
    const area = memoryArea();
    const row = entry('denied');
    await createQueue(area).add(row);
    assert.deepEqual((await createQueue(area).read()).rows, [row]);
  });

  test('entries added at the same time are all kept, in order', async () => {
    const area = memoryArea();
    const queue = createQueue(area);
    const rows = Array.from({ length: 40 }, (_, at) =>
      entry('denied', { control: `control-${at}` }),
    );
    await Promise.all(rows.map(row => queue.add(row)));
    assert.deepEqual((await queue.read()).rows, rows);
  });

  test('only acknowledged ids leave; unknown ids change nothing', async () => {
    const queue = createQueue(memoryArea());
    const rows = [entry('denied'), entry('allowed'), entry('denied')];
    for (const row of rows) await queue.add(row);
    await queue.remove([rows[1].id, 'not-there']);
    assert.deepEqual((await queue.read()).rows, [rows[0], rows[2]]);
  });

  test('an entry added while another is being acknowledged is not lost', async () => {
    const queue = createQueue(memoryArea());
    const [first, second] = [entry('denied'), entry('allowed')];
    await queue.add(first);
    await Promise.all([queue.remove([first.id]), queue.add(second)]);
    assert.deepEqual((await queue.read()).rows, [second]);
  });

  test('the same id twice is one entry', async () => {
    const queue = createQueue(memoryArea());
    const row = entry('denied');
    await queue.add(row);
    await queue.add(row);
    assert.equal((await queue.read()).rows.length, 1);
  });

  test('of a run of equal readings the first and the latest stay', () => {
    const state = emptyQueue();
    const rows = ['denied', 'denied', 'denied', 'denied'].map(training => entry(training));
    for (const row of rows) add(state, row);
    assert.deepEqual(state.rows, [rows[0], rows[3]]);
    assert.equal(
      state.dropped.confirmations,
      0,
      'a run says all by its ends; nothing is lost that would have to be told',
    );
  });

  test('every change of a switch stays, however often it changes', () => {
    const state = emptyQueue();
    for (let at = 0; at < 60; at += 1) add(state, entry(at % 2 ? 'allowed' : 'denied'));
    assert.equal(state.rows.length, 60);
  });

  test('readings of different accounts and units are not confirmations of each other', () => {
    const state = emptyQueue();
    for (const account of ['ada', 'bob', null])
      for (const unit of [null, 'blog']) add(state, entry('denied', { account, unit }));
    assert.equal(state.rows.length, 6);
  });

  test(
    'a probable reading is not taken for a confirmation of a sure one, nor one reason for ' +
      'another',
    () => {
      const state = emptyQueue();
      add(state, entry('denied'));
      add(state, entry('denied', { sure: 'likely' }));
      add(state, entry('unknown'));
      add(state, entry('unknown', { why: 'conflict' }));
      assert.equal(state.rows.length, 4);
    },
  );

  test('answers and form steps are never merged', () => {
    const state = emptyQueue();
    for (const raw of ['reached', 'reached'])
      add(state, entry('unknown', { basis: 'form', why: 'ok', raw }));
    for (const raw of ['answer-me', 'answer-me'])
      add(state, entry('unknown', { basis: 'declared', why: 'ok', raw }));
    assert.equal(state.rows.length, 4);
  });

  test('over the bound the oldest confirmation goes, and it is counted and dated', () => {
    const state = emptyQueue();
    const rows = [
      entry('denied', { control: 'a' }),
      entry('denied', { control: 'a' }),
      entry('denied', { control: 'b' }),
      entry('allowed', { control: 'b' }),
    ];
    for (const row of rows) add(state, row, 3);
    assert.deepEqual(state.rows, [rows[0], rows[2], rows[3]]);
    assert.deepEqual(state.dropped, { confirmations: 1, changes: 0, since: rows[1].at });
  });

  test(
    'a change goes only when nothing but changes is left, and then one that a later entry ' +
      'supersedes',
    () => {
      const state = emptyQueue();
      const single = entry('denied', { control: 'single' });
      const flips = ['denied', 'allowed', 'denied', 'allowed'].map(training =>
        entry(training, { control: 'flips' }),
      );
      for (const row of [single, ...flips]) add(state, row, 4);
      assert.deepEqual(state.rows, [single, ...flips.slice(1)], 'the newest of each control stays');
      assert.deepEqual(state.dropped, { confirmations: 0, changes: 1, since: flips[0].at });
    },
  );

  test('what the user said stays as long as there is a change that was only seen', () => {
    const state = emptyQueue();
    const said = entry('denied', { basis: 'declared', actor: 'user', raw: 'by-mail' });
    const sent = entry('unknown', { basis: 'form', actor: 'user', raw: 'submitted' });
    const flips = ['allowed', 'denied', 'allowed', 'denied'].map(training => entry(training));
    for (const row of [said, sent, ...flips]) add(state, row, 4);
    assert.deepEqual(state.rows, [said, sent, ...flips.slice(2)]);
  });

  test(
    'a flood of every kind keeps the bound, drops no change before a confirmation, and keeps ' +
      'each newest state',
    () => {
      const state = emptyQueue();
      const newest = new Map();
      let seed = 7;
      const random = n => {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        return seed % n;
      };
      for (let at = 0; at < 1500; at += 1) {
        const control = `c${random(40)}`;
        const row = entry(['allowed', 'denied', 'unknown'][random(3)], {
          control,
          account: random(2) ? 'ada' : null,
        });
        const before = state.dropped.changes;
        const waiting = [...state.rows];
        add(state, row);
        newest.set(`${control} ${row.account}`, row.training);
        assert.ok(state.rows.length <= BOUND);
        if (state.dropped.changes > before) {
          const kept = waiting.filter(
            (one, i) =>
              waiting
                .slice(0, i)
                .findLast(other => other.control === one.control && other.account === one.account)
                ?.training === one.training,
          );
          assert.deepEqual(kept, [], 'a change was dropped while a confirmation stayed');
        }
      }
      const kept = new Map(state.rows.map(row => [`${row.control} ${row.account}`, row.training]));
      assert.deepEqual(kept, new Map([...kept.keys()].map(key => [key, newest.get(key)])));
      assert.equal(kept.size, newest.size, 'a control is gone from the queue');
      assert.ok(state.dropped.changes > 0, 'the flood was large enough to test the bound');
    },
  );

  test('what was dropped stays told until the user has read it', async () => {
    const area = memoryArea({
      queue: {
        ...emptyQueue(),
        dropped: { confirmations: 3, changes: 0, since: '2026-11-01T00:00:00.000Z' },
      },
    });
    const queue = createQueue(area);
    const row = entry('denied');
    await queue.add(row);
    await queue.remove([row.id]);
    assert.equal((await queue.read()).dropped.confirmations, 3);
    await queue.forgetDropped();
    assert.equal((await queue.read()).dropped.confirmations, 0);
  });

  test('an entry that the host will never take steps aside with its reason', async () => {
    const queue = createQueue(memoryArea());
    const [bad, good] = [entry('denied'), entry('allowed')];
    await queue.add(bad);
    await queue.add(good);
    await queue.refuse(bad.id, 'params.invalid: entries[0].at');
    const state = await queue.read();
    assert.deepEqual(state.rows, [good]);
    assert.deepEqual(state.refused, [{ entry: bad, error: 'params.invalid: entries[0].at' }]);
  });

  test('after an erase nothing of it waits any more', async () => {
    const queue = createQueue(memoryArea());
    await queue.add(entry('denied'));
    const other = entry('allowed', { platform: 'x', control: 'grok-training' });
    await queue.add(other);
    await queue.erase(row => row.platform === 'linkedin');
    assert.deepEqual((await queue.read()).rows, [other]);
  });
});
