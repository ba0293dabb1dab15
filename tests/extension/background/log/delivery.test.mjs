// From the queue to the host: whatever goes wrong, nothing is lost, nothing blocks the rest, and it
// ends.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { BATCH, deliverAll } from '../../../../extension/background/log/delivery.js';
import { HostFailure } from '../../../../extension/background/ground/failures.js';
import { createQueue } from '../../../../extension/background/log/queue.js';
import { entry, memoryArea } from '../../lib/helpers.mjs';

async function filled(count) {
  const queue = createQueue(memoryArea());
  const rows = Array.from({ length: count }, (_, at) => entry('denied', { control: `c-${at}` }));
  for (const row of rows) await queue.add(row);
  return { queue, rows };
}

/** A log that knows ids, as the host does. */
function log() {
  const held = new Map();
  return {
    held,
    calls: [],
    async call(method, { entries }) {
      assert.equal(method, 'record');
      this.calls.push(entries.length);
      return {
        results: entries.map(one => {
          const effect = held.has(one.id) ? 'duplicate' : 'recorded';
          held.set(one.id, one);
          return { id: one.id, effect };
        }),
      };
    },
  };
}

describe('delivery', () => {
  test('all goes over in batches, in order, and the queue is empty', async () => {
    const { queue, rows } = await filled(BATCH * 2 + 7);
    const host = log();
    await deliverAll(queue, (...args) => host.call(...args));
    assert.deepEqual(
      [...host.held.keys()],
      rows.map(row => row.id),
    );
    assert.deepEqual(host.calls, [BATCH, BATCH, 7]);
    assert.deepEqual((await queue.read()).rows, []);
  });

  test(
    'the connection dies before or after the host has written: the next try loses nothing and ' +
      'doubles nothing',
    async () => {
      for (const written of [false, true]) {
        const { queue, rows } = await filled(5);
        const host = log();
        const dying = async (...args) => {
          if (written) await host.call(...args);
          throw new HostFailure('exited', 'gone');
        };
        await assert.rejects(deliverAll(queue, dying), { kind: 'exited' });
        assert.equal(
          (await queue.read()).rows.length,
          5,
          'nothing left the queue without an answer',
        );
        await deliverAll(queue, (...args) => host.call(...args));
        assert.deepEqual(
          [...host.held.keys()],
          rows.map(row => row.id),
        );
      }
    },
  );

  test('ids that were not answered stay, and are sent again', async () => {
    const { queue, rows } = await filled(4);
    const host = log();
    const half = async (method, { entries }) =>
      host.call(method, { entries: entries.slice(0, Math.ceil(entries.length / 2)) });
    await deliverAll(queue, half);
    assert.deepEqual(
      [...host.held.keys()],
      rows.map(row => row.id),
    );
  });

  test('a host that acknowledges nothing, or foreign ids, ends the delivery', async () => {
    const { queue } = await filled(2);
    await assert.rejects(
      deliverAll(queue, async () => ({ results: [{ id: 'other', effect: 'recorded' }] })),
      { kind: 'protocol' },
    );
    assert.equal((await queue.read()).rows.length, 2);
  });

  for (const named of [true, false]) {
    test(
      'an entry that the host refuses steps aside ' +
        `${named ? 'by its number' : 'although it is not named'}, the others arrive`,
      async () => {
        const { queue, rows } = await filled(6);
        const host = log();
        const strict = async (method, { entries }) => {
          const index = entries.findIndex(one => one.control === 'c-3');
          if (index >= 0)
            throw new HostFailure('record', 'params.invalid: no', {
              name: 'params.invalid',
              ...(named ? { index } : {}),
            });
          return host.call(method, { entries });
        };
        await deliverAll(queue, strict);
        const state = await queue.read();
        assert.deepEqual(state.rows, []);
        assert.deepEqual(
          state.refused.map(({ entry: one }) => one.id),
          [rows[3].id],
        );
        assert.deepEqual(
          [...host.held.keys()],
          rows.filter(row => row !== rows[3]).map(row => row.id),
        );
      },
    );
  }

  test('a busy record stops it, and keeps everything', async () => {
    const { queue } = await filled(3);
    await assert.rejects(
      deliverAll(queue, async () => {
        throw new HostFailure('record', 'record.busy', { name: 'record.busy' });
      }),
      { detail: 'record.busy' },
    );
    assert.equal((await queue.read()).rows.length, 3);
  });
});
