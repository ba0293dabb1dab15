/**
 * The policy program as the rest of the background sees it. Its own port and process: the program
 * that keeps the log never talks to the network, and this one never sees the log.
 */
import { api } from '../../shared/api.js';
import { client } from '../ground/browser.js';
import { HostFailure } from '../ground/failures.js';
import { granted } from '../ground/permissions.js';
import { createPort } from '../ground/port.js';
import { local } from '../ground/store.js';

const POLICY_HOST = 'org.optoutlog.policy';
/** Milliseconds a check may be silent: one document is tried three times, at most a minute each. */
const QUIET = 240_000;

/** @type {(params: any) => void} */
let onProgress = () => {};

const port = createPort({
  connect: () => /** @type {any} */ (api.runtime.connectNative(POLICY_HOST)),
  lastError: () => api.runtime.lastError?.message ?? '',
  client,
  onHello: () => {},
  onNotice: (method, params) => {
    if (method === 'policy.progress') onProgress(params);
  },
});

/**
 * Rejects with HostFailure. The port stays open while an answer is waited for, and keeps the
 * background alive.
 * @param {string} method of host/policy/POLICY.md
 * @param {object} [params]
 * @param {number} [timeout]
 */
export async function askPolicy(method, params, timeout) {
  if (
    !(await granted({ permissions: ['nativeMessaging'] })) ||
    (await local.get('sendingWithdrawn'))
  ) {
    throw new HostFailure('not-allowed', 'permission not granted');
  }
  return port.request(method, params, timeout);
}

/**
 * Looks at every document that is due.
 * @param {boolean} asked by the user just now
 * @param {(params: { done: number, total: number, document: string, name: string, step: string,
 *   result: any }) => void} tell
 */
export async function runCheck(asked, tell) {
  onProgress = tell;
  try {
    return await askPolicy('policy.check', { asked, progress: true }, QUIET);
  } finally {
    onProgress = () => {};
  }
}
