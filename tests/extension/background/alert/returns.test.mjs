// A control that is allowed again is told once by a notification, whichever way its state came to
// the extension; what was put off is told when its time comes; and nothing passes for told that was
// not shown.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { makeBrowser } from '../../lib/browser.mjs';
import { entry, line } from '../../lib/helpers.mjs';

/** The log program: what it says of the controls, and what it does not answer. */
let controls = [];
let silent = [];
let held = [];
const capabilities = [];
const METHODS = {
  hello: () => ({ version: '0', entries: 0, capabilities: [...capabilities] }),
  status: () => ({ controls, next: null }),
  record({ entries }) {
    held.push(...entries);
    return { results: entries.map(({ id }) => ({ id, effect: 'recorded' })) };
  },
};
const { api, local, session } = makeBrowser({
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
        const gone = silent.includes(method);
        const result = gone ? null : METHODS[method](params);
        setImmediate(() =>
          gone ? end({ error: { message: 'gone' } }) : hear({ jsonrpc: '2.0', id, result }),
        );
      },
    };
  },
});

/** What the browser tells, and the work that it set going. */
const work = new Set();
function event() {
  const listeners = [];
  return {
    addListener: listener => {
      listeners.push(listener);
    },
    emit(...args) {
      for (const listener of listeners) {
        const run = Promise.resolve(listener(...args)).finally(() => work.delete(run));
        work.add(run);
      }
    },
  };
}
async function quiet() {
  for (let still = 0; still < 20; still = work.size > 0 ? 0 : still + 1) {
    await Promise.all([...work]);
    await new Promise(done => {
      setImmediate(done);
    });
  }
}
for (const [part, names] of Object.entries({
  runtime: ['onInstalled', 'onStartup', 'onMessage'],
  permissions: ['onAdded', 'onRemoved'],
  tabs: ['onUpdated', 'onActivated', 'onRemoved'],
  alarms: ['onAlarm'],
  storage: ['onChanged'],
})) {
  for (const name of names) api[part][name] = event();
}
const { set } = api.storage.local;
api.storage.local.set = async values => {
  await set(values);
  api.storage.onChanged.emit(
    Object.fromEntries(Object.entries(values).map(([key, newValue]) => [key, { newValue }])),
    'local',
  );
};
const alarms = new Map();
Object.assign(api.alarms, {
  create: async (name, { when }) => {
    alarms.set(name, when);
  },
  clear: async name => alarms.delete(name),
});
const ring = name => {
  alarms.delete(name);
  api.alarms.onAlarm.emit({ name });
};
let shown = [];
const notifications = {
  create: async id => {
    shown.push(id);
  },
  onClicked: { addListener() {} },
};

await session.set('awake', true);
await import('../../../../extension/background/main.js');
const { answerPage } = await import('../../../../extension/background/requests.js');
const { deliver, lines, queue } = await import('../../../../extension/background/log/host.js');
const { REMIND_ALARM, tell } = await import('../../../../extension/background/alert/returns.js');
const { returnOf } = await import('../../../../extension/shared/standing.js');

const ALLOWED = entry('allowed', { account: 'ada', how: 'loaded' });
const ADA = { account: 'ada' };
const X = { platform: 'x', control: 'grok', account: 'ada' };
const RETURNED = () => [line('allowed', { ...ADA, returned: true })];
const TWO = () => [...RETURNED(), line('allowed', { ...X, returned: true })];
const subject = ({ platform, control, account, unit }) => ({ platform, control, account, unit });
const told = async () => (await local.get('returns'))?.told.length ?? 0;

beforeEach(async () => {
  await quiet();
  for (const key of ['status', 'queue', 'returns']) await local.remove(key);
  alarms.clear();
  api.notifications = notifications;
  [controls, silent, held, shown] = [[], [], [], []];
});

test('what waits beside a denial is shown as waiting; no state changes, no alarm', async () => {
  await local.set('status', [line('denied', ADA)]);
  await queue.add(ALLOWED);
  silent = ['record'];
  await deliver({ userAction: true });
  await quiet();
  assert.deepEqual(
    (await lines()).map(({ training, returned }) => [training, returned]),
    [['denied', false]],
  );
  assert.deepEqual(shown, []);
  const { value } = await answerPage({ type: 'popup-state', tabId: 1 });
  assert.deepEqual(
    value.waiting.map(({ name, training, how, account }) => [name, training, how, account]),
    [['LinkedIn', 'allowed', 'loaded', 'ada']],
  );
  assert.deepEqual([value.returned, value.perhaps], [[], []]);
});

test('perhaps the same account: listed apart, with no alarm', async () => {
  controls = [line('allowed', { returned: 'perhaps' })];
  await deliver({ userAction: true });
  await quiet();
  assert.deepEqual(shown, []);
  const { value } = await answerPage({ type: 'popup-state', tabId: 1 });
  assert.deepEqual(
    [value.returned.length, value.perhaps.map(({ name }) => name)],
    [0, ['LinkedIn']],
  );
});

test(
  'a log program that does not tell the doubt: without a known account it is perhaps, all the ' +
    'same',
  () => {
    assert.deepEqual(
      [true, 'perhaps', false].map(returned => returnOf({ returned, account: null })),
      ['perhaps', 'perhaps', false],
    );
    assert.equal(returnOf({ returned: true, account: 'ada' }), true);
  },
);

test('a rest that a clock far ahead began does not last until that clock is reached', async () => {
  controls = RETURNED();
  const key = JSON.stringify(['linkedin', 'genai-training', 'ada', null]);
  await local.set('returns', { told: [], snoozed: { [key]: Date.now() + 183 * 24 * 3600_000 } });
  await deliver({ userAction: true });
  await quiet();
  assert.deepEqual(shown, ['returned:linkedin']);
  assert.equal((await answerPage({ type: 'popup-state', tabId: 1 })).value.returned.length, 1);
});

for (const [name, way] of [
  ['the alarm of a later try', () => ring('retry-host')],
  ['the popup', () => answerPage({ type: 'popup-opened' })],
  ['the dashboard', () => answerPage({ type: 'dashboard-state' })],
  ['a permission', () => api.permissions.onAdded.emit({ permissions: ['nativeMessaging'] })],
]) {
  test(`what is learnt by ${name} is told once`, async () => {
    controls = RETURNED();
    for (let time = 0; time < 2; time += 1) {
      await way();
      await quiet();
      assert.deepEqual(shown, ['returned:linkedin']);
    }
  });
}

test('nothing is told in mid-conversation: the log may know that the user did it', async () => {
  await local.set('status', RETURNED());
  await queue.add(ALLOWED);
  controls = [line('allowed', ADA)];
  const delivered = deliver({ userAction: true });
  await tell();
  await delivered;
  await quiet();
  assert.deepEqual(shown, []);
});

test('a second "later" does not put off the first', async () => {
  controls = TWO();
  await deliver({ userAction: true });
  await quiet();
  const [first, second] = controls.map(subject);
  await answerPage({ type: 'answer-return', line: first, answer: 'later' });
  const early = alarms.get(REMIND_ALARM);
  await new Promise(done => {
    setTimeout(done, 5);
  });
  await answerPage({ type: 'answer-return', line: second, answer: 'later' });
  await quiet();
  assert.equal(alarms.get(REMIND_ALARM), early);

  // the first rest is over
  const state = await local.get('returns');
  const [one, other] = Object.keys(state.snoozed);
  await local.set('returns', { ...state, snoozed: { ...state.snoozed, [one]: Date.now() - 1 } });
  shown = [];
  ring(REMIND_ALARM);
  await quiet();
  assert.deepEqual(shown, ['returned:linkedin']);
  assert.equal(alarms.get(REMIND_ALARM), state.snoozed[other]);
});

test('what was not shown was not told: it is once notifications are granted', async () => {
  delete api.notifications;
  controls = RETURNED();
  await deliver({ userAction: true });
  await quiet();
  assert.equal(await told(), 0);
  api.notifications = notifications;
  api.permissions.onAdded.emit({ permissions: ['notifications'] });
  await quiet();
  assert.deepEqual([shown, await told()], [['returned:linkedin'], 1]);
});

test('a browser that refuses to show it is asked again', async () => {
  api.notifications = {
    ...notifications,
    create: async () => {
      throw new Error('not granted');
    },
  };
  controls = RETURNED();
  await deliver({ userAction: true });
  await quiet();
  assert.equal(await told(), 0);
  api.notifications = notifications;
  await tell();
  assert.deepEqual(shown, ['returned:linkedin']);
});

test('a line is dropped only where the log program can, and only one that it has', async () => {
  controls = [line('denied', ADA)];
  await deliver({ userAction: true });
  const drop = one => answerPage({ type: 'drop-line', line: subject(one) });
  assert.equal((await drop(controls[0])).error, 'method.unknown');
  assert.deepEqual(held, []);
  capabilities.push('drop');
  silent = ['status'];
  await deliver({ userAction: true }); // which ends the connection: the next one says hello anew
  silent = [];
  assert.equal((await drop({ ...controls[0], account: 'nobody' })).error, 'params.invalid');
  assert.equal((await drop(controls[0])).ok, true);
  assert.deepEqual(
    held.map(({ basis, raw, training, account }) => [basis, raw, training, account]),
    [['declared', 'dropped', 'unknown', 'ada']],
  );
});
