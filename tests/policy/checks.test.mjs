// How the policy host goes about a check: when it looks, what it sends, what it tells meanwhile and
// how it ends; and what it answers to questions that are not right.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { Host } from './lib/host.mjs';
import { base, document, html, pages, send, server, useServer, watching } from './lib/watched.mjs';

useServer();

test('cancel works within a second while a server says nothing', async () => {
  const { host, id } = await watching('silent');
  const reached = new Promise(resolve => pages.set('silent', () => resolve()));
  const running = host.call('policy.check', { documents: [id] });
  await reached;
  const started = process.hrtime.bigint();
  assert.deepEqual(await host.call('policy.cancel'), { cancelled: true });
  const answer = await running;
  const millis = Number(process.hrtime.bigint() - started) / 1e6;
  assert.equal(answer.cancelled, true);
  console.log(`cancelled after ${millis.toFixed(0)} ms`);
  assert.ok(millis < 1_000, `took ${millis} ms`);
  assert.equal(
    (await host.call('policy.list')).documents[0].state,
    'never',
    'a cancelled look leaves no trace',
  );
  await host.close();
});

test('the browser going away ends a running check', async () => {
  const { host, id } = await watching('leaving');
  const reached = new Promise(resolve => pages.set('leaving', () => resolve()));
  host.ask('policy.check', { documents: [id] });
  await reached;
  assert.equal((await host.close()).code, 0);
});

test('other methods answer while a check runs, and a second check is refused', async () => {
  const { host, id } = await watching('busy');
  let release;
  const reached = new Promise(resolve =>
    pages.set('busy', (q, r) => {
      release = () => send(r, base);
      resolve();
    }),
  );
  const running = host.call('policy.check', { documents: [id] });
  await reached;
  assert.equal((await host.call('policy.list')).documents.length, 1);
  release();
  assert.equal((await running).results[0].state, 'first');
  await host.close();
});

test('progress is told for every document of a check of 30', async () => {
  pages.set('many', (q, r) => send(r, base));
  const host = new Host({ env: server.env });
  await host.call('policy.enable', { on: true });
  for (let i = 0; i < 30; i++)
    await host.call('policy.add', { url: `https://misbehave.example/many?${i}` });
  const answer = await host.call('policy.check', { progress: true });
  assert.equal(answer.looked, 30);
  const done = host.progress.filter(one => one.params.step === 'done');
  assert.equal(done.length, 30);
  assert.deepEqual(
    done.map(one => one.params.done),
    Array.from({ length: 30 }, (_, i) => i + 1),
  );
  assert.ok(
    host.progress.every(
      one => one.method === 'policy.progress' && one.params.total === 30 && one.id === undefined,
    ),
  );
  await host.close();
});

test('at most once a day, with the validators of the kept text, and an honest name', async () => {
  const { host, check } = await watching('polite');
  pages.set('polite', (q, r) =>
    q.headers['if-none-match'] === '"v1"'
      ? r.writeHead(304).end()
      : send(r, base, { ...html, etag: '"v1"', 'set-cookie': 'a=b' }),
  );
  const requests = () => server.requests.filter(one => one.url === '/polite');
  assert.equal((await check()).state, 'first');
  assert.equal((await check()).skipped, 'checked-today');
  await host.sql(`UPDATE looks SET checked = checked - ${23.9 * 3_600_000}`);
  assert.equal((await check()).skipped, 'checked-today', 'two looks on one date');
  assert.equal(requests().length, 1);
  await host.aDayLater();
  assert.equal((await check()).state, 'unchanged');
  const [first, second] = requests();
  assert.equal(second.headers['if-none-match'], '"v1"');
  assert.match(first.headers['user-agent'], /^optoutlog-policy\/\d/);
  for (const name of ['cookie', 'referer', 'authorization'])
    assert.equal(second.headers[name], undefined, name);
  await host.close();
});

test('off until it is turned on', async () => {
  const host = new Host({ env: server.env });
  const before = server.requests.length;
  assert.equal((await host.ask('policy.check')).error.data.name, 'policy.off');
  assert.equal(
    (
      await host.ask('policy.capture', {
        document: 'x/privacy',
        url: 'https://x.com/en/privacy',
        html: '',
      })
    ).error.data.name,
    'policy.off',
  );
  assert.equal(server.requests.length, before);
  assert.equal((await host.call('hello')).enabled, false);
  await host.close();
});

test('who only asks leaves no file behind', async () => {
  const host = new Host({ env: server.env });
  const file = path.join(host.folder, 'data/policy/policy.db');
  assert.equal((await host.call('hello')).enabled, false);
  assert.equal((await host.call('policy.list', { all: true })).enabled, false);
  assert.deepEqual((await host.call('policy.changes')).changes, []);
  assert.equal((await host.ask('policy.check')).error.data.name, 'policy.off');
  assert.equal((await host.ask('policy.enable')).error.data.name, 'params.invalid');
  await host.call('policy.enable', { on: false });
  assert.equal(existsSync(file), false);
  await host.call('policy.enable', { on: true });
  assert.equal(existsSync(file), true);
  assert.equal((await host.call('hello')).enabled, true);
  await host.close();
});

test('a page of the browser is taken in parts, for the right site only', async () => {
  const host = new Host({ env: server.env });
  await host.call('policy.enable', { on: true });
  const id = 'facebook/privacy',
    url = 'https://www.facebook.com/privacy/policy/?entry=secret';
  const take = async text => {
    const half = text.length >> 1;
    assert.deepEqual(
      await host.call('policy.capture', {
        document: id,
        url,
        part: 0,
        of: 2,
        html: text.slice(0, half),
      }),
      { document: id, received: 1, of: 2 },
    );
    return host.call('policy.capture', {
      document: id,
      url,
      part: 1,
      of: 2,
      html: text.slice(half),
    });
  };
  const first = await take(base.toString('utf8'));
  assert.equal(first.state, 'first');
  assert.equal(first.final_url, 'https://www.facebook.com/privacy/policy/', 'no query is kept');
  const changed = document('clause-dated', '1.html').toString('utf8');
  assert.equal((await take(changed)).state, 'waiting');
  assert.equal((await take(changed)).state, 'alert', 'the second look confirms');
  for (const params of [
    { url: 'https://evil.example/', part: 0, of: 1 },
    { url, part: 1, of: 2 },
  ]) {
    assert.equal(
      (await host.ask('policy.capture', { document: id, html: '<p>x', ...params })).error.data.name,
      'policy.capture-invalid',
    );
  }
  await host.close();
});

test('what needs scripts is not fetched, and says so', async () => {
  const host = new Host({
    env: { ...server.env, OPTOUTLOG_POLICY_CONNECT_TO: `::127.0.0.1:${server.port}` },
  });
  await host.call('policy.enable', { on: true });
  await host.call('policy.follow', { platforms: ['snapchat'] });
  const before = server.requests.length;
  const answer = await host.call('policy.check', {});
  assert.ok(answer.total > 0);
  assert.ok(
    answer.results.every(one => one.skipped === 'needs-page' && one.state === 'needs-page'),
  );
  assert.equal(server.requests.length, before);
  await host.close();
});

test('bad params name the field, unknown ids and methods their error; it goes on', async () => {
  const host = new Host({ env: server.env });
  const name = async (method, params) => (await host.ask(method, params)).error?.data;
  const unknown = await name('policy.nothing');
  assert.deepEqual(Object.keys(unknown), ['methods', 'name']);
  assert.equal(unknown.name, 'method.unknown');
  for (const known of ['hello', 'policy.check', 'policy.show'])
    assert.ok(unknown.methods.includes(known), known);
  assert.deepEqual(await name('policy.enable', {}), { name: 'params.invalid', field: 'on' });
  assert.deepEqual(await name('policy.follow', { platforms: [1] }), {
    name: 'params.invalid',
    field: 'platforms',
  });
  assert.deepEqual(await name('policy.show', { change: -1 }), {
    name: 'params.invalid',
    field: 'change',
  });
  assert.equal((await name('policy.show', { change: 99 })).name, 'policy.change-unknown');
  assert.equal(
    (await name('policy.remove', { document: 'linkedin/terms' })).name,
    'policy.document-unknown',
  );
  assert.equal((await name('hello', { protocol: 9 })).name, 'protocol.unsupported');
  assert.equal((await host.call('hello', { protocol: 1 })).name, 'optoutlog-policy');
  await host.close();
});

test('another extension gets no answers', async () => {
  const host = new Host({ origin: `chrome-extension://${'a'.repeat(32)}/` });
  assert.equal((await host.ask('policy.list')).error.data.name, 'caller.forbidden');
  await host.close();
});
