/**
 * After an erase: browsers write new values beside old ones, so what was erased could lie on in the profile's files.
 * Chromium deletes its whole store when an extension clears it. Firefox gives the room of deleted values free and
 * leaves their bytes there; so that room is written over, with noise that is taken away again. Then what remains is
 * written anew. A copy lies in session storage meanwhile, for a background that is ended in between.
 */
import { api, isFirefox } from '../shared/api.js';
import { local, session } from './store.js';

const KEY = 'scrub';
/** In storage.local: an erase whose scrub is still to come. */
const DUE = 'scrubDue';
const NOISE = 'noise-';
/** Values that fill the room of small ones, and one that fills that of large ones; in bytes. */
const SMALL = { count: 240, size: 700 };
const LARGE = 400_000;

/**
 * After an erase. While entries wait for the log program it is put off: the copy below dies with the browser, and would
 * take them along.
 * @param {Pick<ReturnType<typeof import('./queue.js').createQueue>, 'read' | 'rest'>} queue
 */
export function scrubAfterErase(queue) {
  return queue.rest(async () => {
    if ((await queue.read()).rows.length > 0) return local.set(DUE, true);
    await local.remove(DUE);
    await scrub();
  });
}

/** Once entries were brought to the log program. @param {Parameters<typeof scrubAfterErase>[0]} queue */
export async function scrubIfDue(queue) {
  if (await local.get(DUE)) await scrubAfterErase(queue);
}

/** Nothing else may write to storage.local meanwhile. */
async function scrub() {
  const kept = await api.storage.local.get(null);
  await session.set(KEY, kept);
  await api.storage.local.clear();
  if (isFirefox) await overwrite();
  await restore();
}

/** At the start of the background. */
export async function restore() {
  const kept = await session.get(KEY);
  if (!kept) return;
  const there = Object.keys(await api.storage.local.get(null)).filter((key) => key.startsWith(NOISE));
  if (there.length > 0) await api.storage.local.remove(there);
  await api.storage.local.set(kept);
  await session.remove(KEY);
}

async function overwrite() {
  const small = Array.from({ length: SMALL.count }, (_none, at) => [`${NOISE}${at}`, noise(SMALL.size)]);
  await api.storage.local.set(Object.fromEntries(small));
  await api.storage.local.set({ [`${NOISE}large`]: noise(LARGE) });
}

/** Text that cannot be compressed away. @param {number} length */
function noise(length) {
  let text = '';
  while (text.length < length) text += crypto.getRandomValues(new Uint32Array(256)).reduce((all, one) => all + one.toString(36), '');
  return text.slice(0, length);
}
