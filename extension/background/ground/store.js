/**
 * Thin typed access to the two storage areas, and a queue of jobs for read-change-write without
 * races. What is done to storage.local is done one after another, so that it can be written anew
 * (scrub.js) with nobody writing in between.
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
 * @param {<T>(job: () => Promise<T>) => Promise<T>} [turn] when an access is made
 * @returns {Area}
 */
function wrap(area, turn = job => job()) {
  return {
    get: key => turn(async () => (await area().get(key))[key]),
    set: (key, value) => turn(async () => area().set({ [key]: value })),
    setAll: values => turn(async () => area().set(values)),
    remove: key => turn(async () => area().remove(key)),
    all: () => turn(async () => area().get(null)),
  };
}

const localTurn = makeSerial();
/** @type {unknown} why storage.local is not to be used until the background starts anew */
let unusable = null;

/** Lives until the browser closes: readings per tab, the host's last state. */
export const session = wrap(() => api.storage.session);
/** Lives on: queue, last status, choices. */
export const local = wrap(
  () => api.storage.local,
  job =>
    localTurn(async () => {
      if (unusable) throw unusable;
      return job();
    }),
);

/**
 * Runs a job that goes to the browser's storage.local itself, while nobody else does. When it fails
 * the area is not whole, and nobody may take it for what the user chose: every later access is
 * refused.
 * @param {() => Promise<void>} job
 */
export function alone(job) {
  return localTurn(() =>
    job().catch(error => {
      unusable = error;
      throw error;
    }),
  );
}

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
