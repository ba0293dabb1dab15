// What the policy host tells while a check runs.
import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { createPort } from '../../../../extension/background/ground/port.js';
import { installClock } from '../../../engine/lib/clock.mjs';
import { settle } from '../../lib/helpers.mjs';

describe('progress on the port', () => {
  const real = { setTimeout, clearTimeout };
  afterEach(() => Object.assign(globalThis, real));

  test('is told, and keeps a long answer waited for', async () => {
    /** @type {any} */
    const fake = { Date };
    const clock = installClock(fake);
    Object.assign(globalThis, { setTimeout: fake.setTimeout, clearTimeout: fake.clearTimeout });
    const heard = [];
    let say;
    const sent = [];
    const port = createPort({
      connect: () => ({
        postMessage: message => sent.push(message),
        disconnect() {},
        onMessage: {
          addListener: listener => {
            say = listener;
          },
        },
        onDisconnect: { addListener() {} },
      }),
      lastError: () => '',
      client: async () => ({ name: 'extension', version: '1', browser: 'x' }),
      onHello() {},
      onNotice: (method, params) => heard.push([method, params.done]),
    });
    const answer = port.request('policy.check', {}, 1000);
    await settle();
    say({ jsonrpc: '2.0', id: 1, result: {} });
    await settle();
    for (let done = 1; done <= 3; done += 1) {
      await clock.advance(900);
      say({ jsonrpc: '2.0', method: 'policy.progress', params: { done } });
    }
    say({ jsonrpc: '2.0', id: sent.at(-1).id, result: 'done' });
    assert.equal(await answer, 'done');
    assert.deepEqual(heard, [
      ['policy.progress', 1],
      ['policy.progress', 2],
      ['policy.progress', 3],
    ]);
  });
});
