// The timing and sorting of the connection, with a fake port and a fake clock. The real one is
// tested end to end.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { BACK_OFF, classify, nextTry } from '../../../../extension/background/ground/failures.js';
import { createPort, IDLE, TIMEOUT } from '../../../../extension/background/ground/port.js';
import { installClock } from '../../../engine/lib/clock.mjs';
import { settle } from '../../lib/helpers.mjs';

const real = { setTimeout, clearTimeout };

/** A port that notes what it was sent; the test answers by hand. */
function fakePort() {
  const listeners = { message: [], disconnect: [] };
  return {
    sent: [],
    open: true,
    onMessage: { addListener: listener => listeners.message.push(listener) },
    onDisconnect: { addListener: listener => listeners.disconnect.push(listener) },
    postMessage(message) {
      this.sent.push(message);
    },
    disconnect() {
      this.open = false;
    },
    say(message) {
      for (const listener of listeners.message) listener(message);
    },
    answer(result) {
      this.say({ jsonrpc: '2.0', id: this.sent.at(-1).id, result });
    },
    die(text) {
      this.open = false;
      for (const listener of listeners.disconnect)
        listener(text === undefined ? {} : { error: { message: text } });
    },
  };
}

function setup({ lastError = '' } = {}) {
  const ports = [];
  const hellos = [];
  const port = createPort({
    connect: () => {
      ports.push(fakePort());
      return ports.at(-1);
    },
    lastError: () => lastError,
    client: async () => ({ name: 'extension', version: '0.1.0', browser: 'chromium 156' }),
    onHello: hello => hellos.push(hello),
  });
  const ask = (method, params) => {
    const request = port.request(method, params);
    request.catch(() => {}); // judged by the test
    return request;
  };
  return { ports, hellos, port, ask };
}

/** Opens and greets. */
async function greeted(options) {
  const it = setup(options);
  const first = it.ask('status');
  await settle();
  it.ports[0].answer({ name: 'optoutlog-host', version: '0.1.0', protocol: 1 });
  await settle();
  return { ...it, first };
}

const failure = promise =>
  promise.then(
    () => assert.fail('it should have failed'),
    error => error,
  );

describe('the connection to the host', () => {
  // node:test's own mocked timers differ between Debian 12's Node and later ones
  let clock;
  beforeEach(() => {
    const fake = { Date };
    clock = installClock(fake);
    Object.assign(globalThis, { setTimeout: fake.setTimeout, clearTimeout: fake.clearTimeout });
  });
  afterEach(() => {
    Object.assign(globalThis, real);
  });

  test("hello goes first, with the protocol's number; the request follows its answer", async () => {
    const { ports, ask, hellos } = setup();
    ask('status');
    await settle();
    assert.deepEqual(ports[0].sent, [
      {
        jsonrpc: '2.0',
        id: 1,
        method: 'hello',
        params: {
          client: { name: 'extension', version: '0.1.0', browser: 'chromium 156' },
          protocol: 1,
        },
      },
    ]);
    ports[0].answer({ version: '9' });
    await settle();
    assert.deepEqual(hellos, [{ version: '9' }]);
    assert.deepEqual(ports[0].sent[1], { jsonrpc: '2.0', id: 2, method: 'status' });
  });

  test('answers find their requests by id, in any order', async () => {
    const { ports, ask, first } = await greeted();
    const second = ask('verify');
    await settle();
    const [, status, verify] = ports[0].sent;
    ports[0].say({ id: verify.id, result: 'v' });
    ports[0].say({ id: status.id, result: 's' });
    assert.deepEqual(await Promise.all([first, second]), ['s', 'v']);
    assert.equal(ports.length, 1, 'one port for both');
  });

  test(
    'the port is closed when nothing was asked for ten seconds, not before, and opened again ' +
      'by the next request',
    async () => {
      const { ports, ask, first } = await greeted();
      ports[0].answer({});
      await first;
      await clock.advance(IDLE - 1);
      assert.ok(ports[0].open);
      await clock.advance(1);
      assert.ok(!ports[0].open);
      ask('status');
      await settle();
      assert.equal(ports.length, 2);
      assert.equal(ports[1].sent[0].method, 'hello');
    },
  );

  test('a request in between starts the ten seconds anew; no long answer is cut off', async () => {
    const { ports, ask, first } = await greeted();
    ports[0].answer({});
    await first;
    await clock.advance(IDLE - 1);
    ask('history');
    await settle();
    await clock.advance(IDLE + 1);
    assert.ok(ports[0].open, 'an answer is still due');
    ports[0].answer({});
    await clock.advance(IDLE);
    assert.ok(!ports[0].open);
  });

  test('without an answer in time the request fails and the host is let go', async () => {
    const { ports, first } = await greeted();
    await clock.advance(TIMEOUT);
    const error = await failure(first);
    assert.equal(error.kind, 'exited');
    assert.match(error.detail, /status/);
    assert.ok(!ports[0].open);
  });

  test('a host that ends fails all that waits, and the next request opens a new one', async () => {
    const { ports, ask, first } = await greeted({ lastError: 'Native host has exited.' });
    const second = ask('verify');
    await settle();
    ports[0].die();
    for (const request of [first, second]) assert.equal((await failure(request)).kind, 'exited');
    ask('status');
    await settle();
    assert.equal(ports.length, 2);
  });

  test('the reason comes from runtime.lastError in Chromium, the port in Firefox', async () => {
    const chromium = setup({ lastError: 'Specified native messaging host not found.' });
    const one = chromium.ask('status');
    await settle();
    chromium.ports[0].die();
    assert.equal((await failure(one)).kind, 'not-found');
    const firefox = setup();
    const other = firefox.ask('status');
    await settle();
    firefox.ports[0].die('No such native application org.optoutlog.host');
    const error = await failure(other);
    assert.equal(error.kind, 'not-found');
    assert.match(error.detail, /No such native application/);
  });

  test('an error that the host answers carries its name, and the port stays open', async () => {
    const { ports, first } = await greeted();
    ports[0].say({
      id: ports[0].sent.at(-1).id,
      error: { code: -32020, message: 'The log is busy.', data: { name: 'record.busy' } },
    });
    const error = await failure(first);
    assert.deepEqual(
      [error.kind, error.answer.name, error.detail],
      ['record', 'record.busy', 'record.busy: The log is busy.'],
    );
    assert.ok(ports[0].open);
  });

  test('params.invalid brings the number of the entry', async () => {
    const { ports, first } = await greeted();
    ports[0].say({
      id: ports[0].sent.at(-1).id,
      error: { code: -32602, message: 'm', data: { name: 'params.invalid', index: 3 } },
    });
    assert.deepEqual((await failure(first)).answer, { name: 'params.invalid', index: 3 });
  });

  test('a wrong caller or foreign protocol closes the port: nothing more would come', async () => {
    for (const [name, kind] of [
      ['caller.forbidden', 'forbidden'],
      ['protocol.unsupported', 'protocol'],
    ]) {
      const { ports, ask } = setup();
      const request = ask('status');
      await settle();
      ports[0].say({ id: 1, error: { code: -1, message: '', data: { name } } });
      assert.equal((await failure(request)).kind, kind);
      assert.ok(!ports[0].open);
    }
  });

  test('an error without an id is about everything that waits', async () => {
    const { ports, first } = await greeted();
    ports[0].say({
      id: null,
      error: { code: -32000, message: '', data: { name: 'frame.too-large' } },
    });
    assert.equal((await failure(first)).answer.name, 'frame.too-large');
    assert.ok(!ports[0].open, 'the host is let go');
  });

  test('answers that nobody asked for change nothing', async () => {
    const { ports, first } = await greeted();
    ports[0].say({ id: 999, result: {} });
    ports[0].say(null);
    ports[0].answer('ok');
    assert.equal(await first, 'ok');
  });

  test('no permission: connect itself throws', async () => {
    const port = createPort({
      connect: () => {
        throw new TypeError('connectNative is not a function');
      },
      lastError: () => '',
      client: async () => ({}),
      onHello() {},
    });
    assert.equal((await failure(port.request('status'))).kind, 'not-allowed');
  });
});

describe('what a failure means', () => {
  const texts = [
    ['Specified native messaging host not found.', false, 'not-found'],
    ['No such native application org.optoutlog.host', false, 'not-found'],
    ['Access to the specified native messaging host is forbidden.', false, 'forbidden'],
    [
      'This extension does not have permission to use native application org.optoutlog.host ' +
        '(or the application is not installed)',
      false,
      'forbidden',
    ],
    ['Native host has exited.', true, 'exited'],
    ['Native host has exited.', false, 'start-failed'],
    ['Failed to start native messaging host.', false, 'start-failed'],
    ['Error when communicating with the native messaging host.', false, 'protocol'],
    ['', true, 'exited'],
    ['', false, 'start-failed'],
  ];
  for (const [text, answered, kind] of texts) {
    test(`"${text}" ${answered ? 'after' : 'before'} an answer is ${kind}`, () =>
      assert.equal(classify(text, answered), kind));
  }

  test('tries by itself after 1, 5 and 30 seconds, then waits for the user', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5].map(failures => nextTry('exited', failures, true)),
      [...BACK_OFF, null, null],
    );
    assert.deepEqual(BACK_OFF, [1000, 5000, 30000]);
  });

  test('never by itself before a first answer, nor when the host is missing or forbidden', () => {
    assert.equal(nextTry('start-failed', 1, false), null);
    for (const kind of ['not-found', 'forbidden', 'not-allowed'])
      assert.equal(nextTry(kind, 1, true), null);
  });
});
