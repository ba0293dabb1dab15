/**
 * Thin typed access to the two storage areas, and a queue of jobs for read-change-write without
 * races.
 */
import { api } from '../../shared/api.js';

/**
 * @typedef {{ get(key: string): Promise<any>, set(key: string, value: unknown): Promise<void>,
 *   setAll(values: Record<string, unknown>): Promise<void>, remove(key: string): Promise<void>,
 *   all(): Promise<Record<string, any>> }} Area
 */

/**
 * @param {() => chrome.storage.StorageArea} area a function, since the API object must not be
 *   touched in Node
 * @returns {Area}
 */
function wrap(area) {
  return {
    get: async key => (await area().get(key))[key],
    set: async (key, value) => area().set({ [key]: value }),
    setAll: async values => area().set(values),
    remove: async key => area().remove(key),
    all: async () => area().get(null),
  };
}

/** Lives until the browser closes: readings per tab, the host's last state. */
export const session = wrap(() => api.storage.session);
/** Lives on: queue, last status, choices. */
export const local = wrap(() => api.storage.local);

/**
 * Runs the given jobs one after another, in the order of the calls; a failed job does not stop the
 * next.
 * @returns {<T>(job: () => Promise<T>) => Promise<T>}
 */
export function makeSerial() {
  /** @type {Promise<unknown>} */
  let tail = Promise.resolve();
  return job => {
    const run = tail.then(job, job);
    tail = run.catch(() => {});
    return run;
  };
}
