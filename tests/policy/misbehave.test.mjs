// The policy host against a server that misbehaves in every way we know of. Each ends in its named
// state: never in an alert, never in silence, and the text that was kept stays the one to compare
// with.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import zlib from 'node:zlib';
import { Host } from './lib/host.mjs';
import { startServer } from './lib/server.mjs';
import { base, document, html, pages, send, server, useServer, watching } from './lib/watched.mjs';

const redirect = (response, location) => response.writeHead(302, { location }).end();
const bomb = zlib.gzipSync(Buffer.alloc(64 << 20, 'a'));

// path → [state, what the server does instead of answering well, extra checks on the result]
const ways = {
  loop: ['redirect-loop', (q, r) => redirect(r, `/loop?${Math.random()}`)],
  plain: ['insecure-redirect', (q, r) => redirect(r, 'http://misbehave.example/plain')],
  file: ['insecure-redirect', (q, r) => redirect(r, 'file:///etc/passwd')],
  elsewhere: [
    'moved',
    (q, r) =>
      q.headers.host.startsWith('elsewhere')
        ? send(r, base)
        : redirect(r, 'https://elsewhere.example/elsewhere'),
  ],
  huge: ['too-large', (q, r) => send(r, Buffer.alloc(9 << 20, '<p>word '))],
  bomb: ['too-large', (q, r) => send(r, bomb, { ...html, 'content-encoding': 'gzip' })],
  garbled: [
    'bad-encoding',
    (q, r) => send(r, 'this is no gzip', { ...html, 'content-encoding': 'gzip' }),
  ],
  drip: [
    'too-slow',
    (q, r) => {
      r.writeHead(200, html);
      const timer = setInterval(() => r.write('<p>x'), 500);
      r.on('close', () => clearInterval(timer));
    },
  ],
  charset: ['undecodable', (q, r) => send(r, document('charset-wrong', '1.html'), html)],
  truncated: [
    'cut-off',
    (q, r) => {
      r.writeHead(200, { ...html, 'content-length': base.length });
      r.write(base.subarray(0, 900));
      setImmediate(() => r.destroy());
    },
  ],
  reset: ['reset', (q, r) => r.socket.destroy()],
  forbidden: ['blocked', (q, r) => send(r, 'no', html, 403)],
  linkedinish: ['blocked', (q, r) => send(r, 'no', html, 999)],
  later: [
    'asked-to-wait',
    (q, r) => send(r, 'slow down', { ...html, 'retry-after': '7200' }, 429),
    result => assert.ok(wait(result) > 7_000e3 && wait(result) <= 7_200e3),
  ],
  laterdate: [
    'asked-to-wait',
    (q, r) =>
      send(
        r,
        'later',
        { ...html, 'retry-after': new Date(Date.now() + 3_600e3).toUTCString() },
        503,
      ),
    result => assert.ok(wait(result) > 3_000e3 && wait(result) <= 3_601e3),
  ],
  laternever: [
    'asked-to-wait',
    (q, r) => send(r, 'later', { ...html, 'retry-after': '99999999' }, 429),
    result => assert.ok(wait(result) <= 86_400e3),
  ],
  broken: ['server-error', (q, r) => send(r, 'oops', html, 500)],
  gone: ['not-found', (q, r) => send(r, 'gone', html, 404)],
  pdf: ['not-text', (q, r) => send(r, '%PDF-1.7', { 'content-type': 'application/pdf' })],
  wall: ['wall', (q, r) => send(r, document('sign-in-wall', '1.html'))],
  bots: ['wall', (q, r) => send(r, document('bot-wall', '1.html'))],
  shell: ['empty', (q, r) => send(r, document('empty-page', '1.html'))],
  collapsed: ['collapsed', (q, r) => send(r, document('collapsed', '1.html'))],
  deep: ['extract.too-deep', (q, r) => send(r, '<div>'.repeat(20_000))],
  wide: [
    'extract.too-complex',
    (q, r) => send(r, Buffer.alloc(8 << 20, '<br>')),
    (result, host) => assert.ok(peak(host) < 256, `${peak(host)} MiB`),
  ],
};
/** The most memory that the host has held so far, in MiB. */
const peak = ({ child }) =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024;
const wait = result => Date.parse(result.not_before) - Date.parse(result.checked);

useServer();

test('each way of misbehaving has its state', { concurrency: 6 }, async t => {
  const all = Object.entries(ways).map(([name, [state, misbehave, more]]) =>
    t.test(`${name} ends as ${state}`, async () => {
      const { host, id, check } = await watching(name);
      pages.set(name, (q, r) => send(r, base));
      const first = await check();
      assert.equal(first.state, 'first');
      await host.aDayLater();
      pages.set(name, misbehave);
      const bad = await check();
      assert.equal(bad.state, state, bad.detail);
      assert.equal(bad.ok, false);
      assert.equal(bad.change, null, 'no alert and no mention');
      assert.ok(bad.detail.length > 10, 'a sentence for a person');
      assert.ok(
        bad.failing_since && bad.good && bad.good < bad.failing_since,
        'since when, and the last good check',
      );
      assert.equal(bad.sha256, first.sha256, 'the kept text stays');
      more?.(bad, host);
      if (bad.not_before) {
        const before = server.requests.length;
        const again = await host.call('policy.check', { documents: [id], asked: true });
        assert.equal(again.results[0].skipped, 'asked-to-wait');
        assert.ok(
          !server.requests.slice(before).some(one => one.url === `/${name}`),
          'the site is left alone',
        );
      }
      await host.aDayLater();
      pages.set(name, (q, r) => send(r, base));
      const good = await check();
      assert.equal(good.state, 'unchanged');
      assert.equal(good.failing_since, null);
      assert.deepEqual((await host.call('policy.changes')).changes, []);
      assert.equal((await host.close()).code, 0);
    }),
  );
  await Promise.all(all);
});

test('a certificate that nobody vouches for is refused', async () => {
  pages.set('cert', (q, r) => send(r, base));
  const other = await startServer((q, r) => send(r, base));
  const { host, check } = await watching('cert', {
    OPTOUTLOG_POLICY_CA: other.env.OPTOUTLOG_POLICY_CA,
  });
  assert.equal((await check()).state, 'certificate');
  await host.close();
  await other.close();
});

test('a certificate of another name is refused', async () => {
  const host = new Host({
    env: {
      ...server.env,
      OPTOUTLOG_POLICY_CONNECT_TO: `other.example:443:127.0.0.1:${server.port}`,
    },
  });
  await host.call('policy.enable', { on: true });
  const { document: id } = await host.call('policy.add', { url: 'https://other.example/x' });
  assert.equal(
    (await host.call('policy.check', { documents: [id] })).results[0].state,
    'certificate',
  );
  await host.close();
});

test('an address of the user that leads into a private network is refused', async () => {
  const { host } = await watching('private');
  const before = server.requests.length;
  for (const url of [
    `https://localhost:${server.port}/x`,
    `https://127.0.0.1:${server.port}/x`,
    `https://[::1]:${server.port}/x`,
  ]) {
    const { document: id } = await host.call('policy.add', { url });
    assert.equal(
      (await host.call('policy.check', { documents: [id] })).results[0].state,
      'address-refused',
      url,
    );
  }
  assert.equal(server.requests.length, before);
  await host.close();
});

test('addresses that cannot be watched are refused with the reason', async () => {
  const { host } = await watching('refusals');
  for (const url of [
    'http://a.example/',
    'ftp://a.example/',
    'https://',
    'https://me:pw@a.example/',
    'https://a.example/#part',
    'javascript:alert(1)',
    'https://a.example/a b',
  ]) {
    const { error } = await host.ask('policy.add', { url });
    assert.equal(error?.data.name, 'policy.url-refused', url);
  }
  await host.close();
});

test('no connection at all is a state, too', async () => {
  const closed = await startServer(() => {});
  const { host, check } = await watching('x', closed.env);
  await closed.close();
  const result = await check();
  assert.ok(['no-connection', 'certificate'].includes(result.state), result.state);
  await host.close();
});
