/**
 * The log program as the rest of the background sees it: bring it what waits in the queue, ask it
 * things, and know how it is. One conversation at a time. The state is kept in storage so that it
 * survives this worker.
 */
import { api } from '../../shared/api.js';
import { isKnownCopy, OTHER_COPY } from '../../shared/host-view.js';
import { client } from '../ground/browser.js';
import { HostFailure, nextTry } from '../ground/failures.js';
import { granted } from '../ground/permissions.js';
import { createPort } from '../ground/port.js';
import { local, makeSerial, session } from '../ground/store.js';
import { deliverAll } from './delivery.js';
import { createQueue } from './queue.js';

/** @import { HostState, Line } from '../../shared/types.d.ts' */

export const HOST_NAME = 'org.optoutlog.host';
export const RETRY_ALARM = 'retry-host';

export const queue = createQueue(local);
const serial = makeSerial();

/** @type {any} the last answer to `hello` */
let hello = null;

const port = createPort({
  connect: () => /** @type {any} */ (api.runtime.connectNative(HOST_NAME)),
  lastError: () => api.runtime.lastError?.message ?? '',
  client,
  onHello: answer => {
    hello = answer;
  },
});

/** @returns {Promise<HostState>} */
export async function hostState() {
  return (await session.get('host')) ?? { kind: 'unknown', detail: '', at: '' };
}

/**
 * The state of every control: the host's last word. What still waits for it is no part of it.
 * @returns {Promise<Line[]>}
 */
export async function lines() {
  return (await local.get('status')) ?? [];
}

/**
 * The same when no conversation goes on: in the midst of one the host may be about to say something
 * else.
 */
export const linesAtRest = () => serial(lines);

/**
 * Asks the host. Rejects with HostFailure, after the state was noted.
 * @param {string} method
 * @param {object} [params]
 */
export function ask(method, params) {
  return serial(() => call(method, params));
}

/**
 * @typedef {{ platform?: string, account?: string, all?: true }} Scope of an erase, as the host's
 *   method takes it
 */

/**
 * @param {Scope} scope
 * @returns {(one: { platform: string, account: string | null }) => boolean}
 */
export const within = scope => one =>
  scope.all === true ||
  (one.platform === (scope.platform ?? one.platform) &&
    (scope.account === undefined || one.account === scope.account));

/**
 * Erases in the record, and with it what waits for it; nothing is sent in between, or what was just
 * erased would be written again. What the extension keeps of it besides is forgotten by
 * `forgetMore`, while nothing is sent either.
 * @param {Scope} scope
 * @param {(scope: Scope) => Promise<void>} forgetMore
 * @returns {Promise<any>} the host's answer and `reached`: false when it was not asked, null when
 *   it did not answer, so that
 *   nobody knows; rejects, with nothing erased, when the host refuses
 */
export function eraseEverywhere(scope, forgetMore) {
  return serial(async () => {
    // for a background that is ended before all of it is forgotten here too
    await local.set('erasing', scope);
    const result = await call('erase', scope).then(
      answer => ({ ...answer, reached: true }),
      async error => {
        if (error instanceof HostFailure && error.answer === null)
          return { reached: error.kind === 'exited' ? null : false };
        await local.remove('erasing');
        throw error;
      },
    );
    await forgetErased(scope, forgetMore);
    return result;
  });
}

/**
 * At the start of the background: an erase that was begun is brought to its end before anything is
 * sent. Whether the host had done its part nobody knows any more, so it is asked again.
 * @param {(scope: Scope) => Promise<void>} forgetMore
 */
export async function finishErase(forgetMore) {
  const scope = await local.get('erasing');
  if (!scope) return;
  if (await local.get('hostAnswered')) await local.set('eraseOwed', scope);
  await forgetErased(scope, forgetMore);
  deliver(); // not awaited: the host may be slow, and what waits for this must not
}

/** Before anything is sent: what is recorded after an erase is not erased. */
async function repeatErase() {
  const scope = await local.get('eraseOwed');
  if (!scope) return;
  await call('erase', scope).catch(error => {
    // what it will never do must not hold back the rest
    if (error.answer?.name !== 'params.invalid') throw error;
  });
  await local.remove('eraseOwed');
}

/** @param {Scope} scope @param {(scope: Scope) => Promise<void>} forgetMore */
async function forgetErased(scope, forgetMore) {
  await forgetMore(scope);
  await queue.erase(within(scope));
  await local.set(
    'status',
    ((await local.get('status')) ?? []).filter((/** @type {Line} */ line) => !within(scope)(line)),
  );
  await local.remove('erasing');
}

/** @param {string} method @param {object} [params] */
async function call(method, params) {
  try {
    if (
      !(await granted({ permissions: ['nativeMessaging'] })) ||
      (await local.get('sendingWithdrawn'))
    ) {
      throw new HostFailure('not-allowed', 'permission not granted');
    }
    const result = await port.request(method, params);
    await note({
      kind: 'on',
      detail: '',
      at: new Date().toISOString(),
      version: hello?.version,
      entries: hello?.entries,
      capabilities: hello?.capabilities ?? [],
    });
    await local.set('hostAnswered', true);
    await session.set('hostFailures', 0);
    await api.alarms.clear(RETRY_ALARM);
    return result;
  } catch (error) {
    const failure = error instanceof HostFailure ? error : new HostFailure('exited', String(error));
    if (failure.kind === 'forbidden' && !isKnownCopy(api.runtime.id)) failure.detail = OTHER_COPY;
    // an answer about the request itself (`params.invalid`, `cursor.stale`, …) says that the host
    // is
    // well
    if (!failure.answer || /^(record|caller|protocol|internal)/.test(failure.answer.name))
      await note({ kind: failure.kind, detail: failure.detail, at: new Date().toISOString() });
    throw failure;
  }
}

/** @param {HostState} state */
async function note(state) {
  const before = await hostState();
  if (
    before.kind === state.kind &&
    before.detail === state.detail &&
    before.version === state.version &&
    before.capabilities?.join() === state.capabilities?.join()
  )
    return;
  await session.set('host', state);
}

/**
 * Sends everything that waits, then refreshes the status. Never rejects: what could not be sent
 * stays queued, and tries again by itself where that makes sense.
 * @param {{ userAction?: boolean }} [options] a user's action starts the back-off anew
 * @returns {Promise<void>}
 */
export function deliver({ userAction = false } = {}) {
  return serial(async () => {
    if (userAction) await session.set('hostFailures', 0);
    try {
      await repeatErase();
      await deliverAll(queue, call);
      await local.set('status', await wholeStatus());
    } catch (error) {
      await planRetry(/** @type {HostFailure} */ (error));
    }
  });
}

/** @returns {Promise<Line[]>} */
async function wholeStatus() {
  const controls = [];
  let cursor = null;
  do {
    const page = /** @type {{ controls: Line[], next: number | null }} */ (
      await call('status', cursor === null ? undefined : { cursor })
    );
    controls.push(...page.controls);
    cursor = page.next ?? null;
  } while (cursor !== null);
  return controls;
}

/** @param {HostFailure} failure */
async function planRetry(failure) {
  const failures = ((await session.get('hostFailures')) ?? 0) + 1;
  await session.set('hostFailures', failures);
  const wait = nextTry(failure.kind, failures, (await local.get('hostAnswered')) ?? false);
  if (wait === null) return;
  // An alarm wakes a worker that died meanwhile; below its minimum of 30 s a timer is enough, since
  // the worker was just active and will live longer than that.
  if (wait >= 30_000) await api.alarms.create(RETRY_ALARM, { when: Date.now() + wait });
  else setTimeout(() => deliver(), wait);
}
