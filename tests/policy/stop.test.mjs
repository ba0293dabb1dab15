// Cancel, off, the end of input and SIGTERM stop a check within a second, in whatever order they
// arrive: with the check itself, behind two of them, once the site was asked, and while a page is
// read that was made to keep the reader busy. OPTOUTLOG_FULL=1 plays each order a hundred times;
// the normal run, which has other work beside it, adds to the second what ten greetings take there.
import assert from 'node:assert/strict';
import test from 'node:test';
import { pages, send, useServer, watching } from './lib/watched.mjs';

const FULL = process.env.OPTOUTLOG_FULL === '1';
const ROUNDS = FULL ? 100 : 3;
const BUSY = Buffer.from('<p>' + 'train '.repeat(600_000) + 'AI model not you '.repeat(200_000));

useServer();

const now = () => Number(process.hrtime.bigint()) / 1e6;

/** Milliseconds that a stop may take of a host on this machine, as busy as it is. */
async function limitOf(host) {
  const began = now();
  if (!FULL) await host.call('hello');
  return 1_000 + 10 * (FULL ? 0 : now() - began);
}

/** What ends it, and whether the host lives on. */
const stops = {
  cancel: { send: host => host.ask('policy.cancel'), lives: true },
  off: { send: host => host.ask('policy.enable', { on: false }), lives: true },
  'the end of input': { send: host => host.close({ keep: true }), lives: false },
  SIGTERM: { send: host => host.child.kill('SIGTERM') && host.exit, lives: false },
};
/** When it comes: each begins checks and resolves when the stop is to be sent. */
const moments = {
  'with the check': { begin: async host => [host.ask('policy.check')], answer: () => {} },
  'behind two checks': {
    begin: async host => [host.ask('policy.check'), host.ask('policy.check')],
    answer: () => {},
  },
  'once the site was asked': {
    begin: async (host, asked) => {
      const check = host.ask('policy.check');
      await asked;
      return [check];
    },
    answer: () => {}, // a server that says nothing
  },
  'while the page is read': {
    begin: async (host, asked) => {
      const check = host.ask('policy.check');
      await asked;
      return [check];
    },
    answer: response => send(response, BUSY),
  },
};

for (const [when, { begin, answer }] of Object.entries(moments))
  for (const [what, stop] of Object.entries(stops))
    test(`${what}, ${when}: it ends within a second`, async t => {
      const page = `stop-${Object.keys(moments).indexOf(when)}-${Object.keys(stops).indexOf(what)}`;
      let watched;
      let slowest = 0;
      for (let round = 0; round < ROUNDS; round++) {
        watched ??= await watching(page);
        const { host } = watched;
        await host.call('policy.enable', { on: true });
        const asked = new Promise(resolve =>
          pages.set(page, (request, response) => {
            answer(response);
            if (response.writableEnded) response.on('finish', resolve);
            else resolve();
          }),
        );
        const limit = await limitOf(host);
        const checks = await begin(host, asked);
        const started = now();
        await Promise.all([...checks, stop.send(host)]);
        const millis = now() - started;
        slowest = Math.max(slowest, millis);
        assert.ok(millis < limit, `round ${round} took ${millis.toFixed(0)} ms`);
        if (!stop.lives) {
          assert.ok([0, null].includes((await host.exit).code));
          watched = undefined;
        }
      }
      t.diagnostic(`${ROUNDS} rounds, the slowest ${slowest.toFixed(0)} ms`);
      if (watched) assert.equal((await watched.host.close()).code, 0);
    });
