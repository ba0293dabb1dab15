// Off, cancel and the end of input stop a check within a second, in whatever order they arrive:
// also when they come with it, or while it waits for its turn.
import assert from 'node:assert/strict';
import test from 'node:test';
import { pages, useServer, watching } from './lib/watched.mjs';

useServer();

const orders = {
  'cancel right behind the check': host => [host.ask('policy.check'), host.ask('policy.cancel')],
  'off right behind the check': host => [
    host.ask('policy.check'),
    host.ask('policy.enable', { on: false }),
  ],
  'two checks, then cancel': host => [
    host.ask('policy.check'),
    host.ask('policy.check'),
    host.ask('policy.cancel'),
  ],
  'two checks, then off': host => [
    host.ask('policy.check'),
    host.ask('policy.check'),
    host.ask('policy.enable', { on: false }),
  ],
};

for (const [name, send] of Object.entries(orders))
  test(`${name}: it ends within a second`, async () => {
    const path = `stop-${Object.keys(orders).indexOf(name)}`;
    const { host } = await watching(path);
    pages.set(path, () => {}); // a server that says nothing
    for (let round = 0; round < 5; round++) {
      await host.call('policy.enable', { on: true });
      const started = process.hrtime.bigint();
      await Promise.all(send(host));
      const millis = Number(process.hrtime.bigint() - started) / 1e6;
      assert.ok(millis < 1_000, `round ${round} took ${millis.toFixed(0)} ms`);
    }
    assert.equal((await host.close()).code, 0);
  });

test('the end of input right behind the check: the host ends within a second', async () => {
  const { host } = await watching('stop-end');
  pages.set('stop-end', () => {});
  host.ask('policy.check');
  const started = process.hrtime.bigint();
  assert.equal((await host.close()).code, 0);
  assert.ok(Number(process.hrtime.bigint() - started) / 1e6 < 1_000);
});
