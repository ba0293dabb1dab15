// The policy host against a server that misbehaves in every way we know of. Each ends in its named
// state: never in an alert, never in silence, and the text that was kept stays the one to compare
// with.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import zlib from 'node:zlib';
import { Host } from './lib/host.mjs';
import { root } from './lib/optoutlog.mjs';
import { startServer } from './lib/server.mjs';

const document = (name, file) =>
  readFileSync(path.join(root, 'tests/policy/documents', name, file));
const base = document('clause-dated', '0.html');
const html = { 'content-type': 'text/html; charset=utf-8' };
const send = (response, body, headers = html, status = 200) =>
  response.writeHead(status, headers).end(body);
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
};
const wait = result => Date.parse(result.not_before) - Date.parse(result.checked);

let server, pages;
before(async () => {
  pages = new Map();
  server = await startServer((request, response) => {
    const name = request.url.slice(1).split('?')[0];
    (pages.get(name) ?? ((q, r) => send(r, 'nothing here', html, 404)))(request, response);
  });
});
after(() => server.close());

async function watching(name, env = {}) {
  const host = new Host({ env: { ...server.env, ...env } });
  await host.call('policy.enable', { on: true });
  const { document: id } = await host.call('policy.add', {
    url: `https://misbehave.example/${name}`,
  });
  const check = async () => {
    const answer = await host.call('policy.check', { documents: [id] });
    return answer.results[0];
  };
  return { host, id, check };
}

test('each way of misbehaving has its state', { concurrency: 6 }, async t => {
  const all = Object.entries(ways).map(([name, [state, misbehave, more]]) =>
    t.test(`${name} ends as ${state}`, async () => {
      const { host, id, check } = await watching(name);
      pages.set(name, (q, r) => send(r, base));
      const first = await check();
      assert.equal(first.state, 'first');
      host.aDayLater();
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
      more?.(bad);
      if (bad.not_before) {
        const before = server.requests.length;
        const again = await host.call('policy.check', { documents: [id], asked: true });
        assert.equal(again.results[0].skipped, 'asked-to-wait');
        assert.ok(
          !server.requests.slice(before).some(one => one.url === `/${name}`),
          'the site is left alone',
        );
      }
      host.aDayLater();
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
  assert.equal(requests().length, 1);
  host.aDayLater();
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

test('an undated clause waits for a second look, then alerts once', async () => {
  const { host, check } = await watching('undated');
  pages.set('undated', (q, r) => send(r, document('clause-added', '0.html')));
  assert.equal((await check()).state, 'first');
  pages.set('undated', (q, r) => send(r, document('clause-added', '1.html')));
  const said = [];
  for (let i = 0; i < 3; i++) {
    host.aDayLater();
    said.push((await check()).state);
  }
  assert.deepEqual(said, ['waiting', 'alert', 'unchanged']);
  await host.close();
});

test('a dated clause alerts at once; shown, marked as read, and quiet afterwards', async () => {
  const { host, check } = await watching('dated');
  pages.set('dated', (q, r) => send(r, base));
  await check();
  host.aDayLater();
  pages.set('dated', (q, r) => send(r, document('clause-dated', '1.html')));
  const alert = await check();
  assert.equal(alert.state, 'alert');
  const {
    changes: [change],
  } = await host.call('policy.changes');
  assert.equal(change.change, alert.change);
  assert.equal(change.effective, '2025-04-07');
  assert.match(change.clause.new, /train our artificial intelligence models/);
  const shown = await host.call('policy.show', { change: change.change });
  assert.ok(shown.judgement.clauses[0].hits.length > 0);
  assert.ok(shown.changes.length > 0);
  assert.match(shown.old_sha256, /^[0-9a-f]{64}$/);
  assert.notEqual(shown.old_sha256, shown.new_sha256);
  assert.equal((await host.call('policy.list')).documents[0].unread, 1);
  assert.equal((await host.call('policy.read', { change: change.change })).read, 1);
  assert.equal((await host.call('policy.list')).documents[0].unread, 0);
  host.aDayLater();
  assert.equal((await check()).state, 'unchanged');
  assert.equal((await host.call('policy.changes')).changes.length, 1);
  await host.close();
});

test('after an update of the word lists kept changes are scored anew, and nothing is told twice', async () => {
  const { host, check } = await watching('rescored');
  pages.set('rescored', (q, r) => send(r, base));
  await check();
  host.aDayLater();
  pages.set('rescored', (q, r) => send(r, document('clause-dated', '1.html')));
  const alert = await check();
  await host.call('policy.read', { change: alert.change });
  // as a version with a poorer list would have left it: a mention without a clause, told and read
  host.sql(
    `UPDATE settings SET value = 'older lists' WHERE name = 'terms'`,
    `UPDATE changes SET verdict = 'mention', level = 1, judgement = json_set(judgement, ` +
      `'$.level', 1, '$.verdict', 'mention', '$.clauses', json('[]'))`,
    `UPDATE looks SET memory = json_set(memory, '$.told', json('[]'))`,
  );
  const { changes } = await host.call('policy.changes');
  assert.equal(changes.length, 1);
  const [change] = changes;
  assert.deepEqual(
    [change.change, change.verdict, change.level, change.effective],
    [alert.change, 'alert', 3, '2025-04-07'],
  );
  assert.match(change.clause.new, /train our artificial intelligence models/);
  assert.ok(change.reasons.some(reason => reason.name === 'rescored'));
  assert.equal(new Set(change.reasons.map(reason => reason.name)).size, change.reasons.length);
  assert.ok(change.read, 'what was read stays read');
  assert.deepEqual((await host.call('policy.changes')).changes, changes, 'and it is done once');
  // the clause flaps out and in again: it counts as told
  for (const [file, allowed] of [
    ['0.html', ['changed', 'mention', 'unchanged']],
    ['1.html', ['changed', 'mention', 'unchanged']],
  ]) {
    host.aDayLater();
    pages.set('rescored', (q, r) => send(r, document('clause-dated', file)));
    const { state } = await check();
    assert.ok(allowed.includes(state), state);
  }
  await host.close();
});

test('who only asks leaves no file behind', async () => {
  const host = new Host({ env: server.env });
  const file = path.join(host.folder, 'data/policy.db');
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

test('a flapping text makes one alert, a doubled one is announced and then in force', async () => {
  for (const [name, files, states] of [
    ['flap', ['0.html', '1.html', '2.html', '3.html'], ['first', 'alert', 'changed', 'mention']],
    [
      'doubled',
      ['0.html', '1.html', '2.html', '3.html'],
      ['first', 'alert', 'unchanged', 'in-force'],
    ],
  ]) {
    const { host, check } = await watching(name);
    const said = [];
    for (const file of files) {
      pages.set(name, (q, r) => send(r, document(name, file)));
      said.push((await check()).state);
      host.aDayLater();
    }
    assert.deepEqual(said, states, name);
    await host.close();
  }
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
  assert.equal((await take(document('clause-dated', '1.html').toString('utf8'))).state, 'alert');
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

test('bad params name the field, unknown ids and methods their error; the host goes on', async () => {
  const host = new Host({ env: server.env });
  const name = async (method, params) => (await host.ask(method, params)).error?.data;
  assert.equal((await name('policy.nothing')).name, 'method.unknown');
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
