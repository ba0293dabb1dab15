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

/** Where what is refused is kept, as far as that can be: a worker that is woken knows it again. */
const REFUSED = 'refused';
/** What could not be written last, and why. @type {Promise<Map<string, string>> | null} */
let known = null;
const refused = () =>
  (known ??= api.storage.session.get(REFUSED).then(
    all => new Map(/** @type {[string, string][] | undefined} */ (all[REFUSED])),
    () => new Map(),
  ));

/**
 * What the browser's storage refuses, until it takes the same again: whoever waits for it waits in
 * vain, and must be told.
 * @returns {Promise<string | null>} raw text, for "Details" only
 */
export const storageTrouble = async () => [...(await refused()).values()][0] ?? null;

/** @param {string[]} keys @param {() => Promise<void>} write */
async function noting(keys, write) {
  const before = await refused();
  const keep = () => api.storage.session.set({ [REFUSED]: [...before] }).catch(() => {});
  try {
    await write();
    if (keys.filter(key => before.delete(key)).length > 0) await keep();
  } catch (error) {
    for (const key of keys) before.set(key, `${key}: ${error}`);
    await keep();
    throw error;
  }
}

/**
 * @param {() => chrome.storage.StorageArea} area a function, since the API object must not be
 *   touched in Node
 * @returns {Area}
 */
function wrap(area) {
  return {
    get: async key => (await area().get(key))[key],
    set: (key, value) => noting([key], () => area().set({ [key]: value })),
    setAll: values => noting(Object.keys(values), () => area().set(values)),
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
