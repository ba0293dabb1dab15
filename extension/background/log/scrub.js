/**
 * After an erase: browsers write new values beside old ones, so what was erased could lie on in the
 * profile's files. Chromium deletes its whole store when an extension clears it. Firefox gives the
 * room of deleted values free and leaves their bytes there; so that room is written over, with
 * noise that is taken away again. Then what remains is written anew. Meanwhile a copy lies in a
 * file of the extension's own, for a background or a browser that is ended in between: a file,
 * since it goes with all its bytes, which those of a database do not.
 */
import { api, isFirefox } from '../../shared/api.js';
import { alone, local } from '../ground/store.js';

const COPY = 'scrub.json';
/** In storage.local: an erase whose scrub has not come to its end. */
const DUE = 'scrubDue';
const NOISE = 'noise-';
/** Values that fill the room of small ones, and one that fills that of large ones; in bytes. */
const SMALL = { count: 240, size: 700 };
const LARGE = 400_000;

/**
 * After an erase. Before it is noted as done, so that a background that is ended in between scrubs
 * at its next start.
 */
export const oweScrub = () => local.set(DUE, true);

/**
 * While entries wait for the log program it is put off: of them there is no second copy anywhere.
 * @param {Pick<ReturnType<typeof import('./queue.js').createQueue>, 'read' | 'rest'>} queue
 */
export async function scrubIfDue(queue) {
  if (!(await local.get(DUE))) return;
  await queue.rest(async () => {
    if ((await queue.read()).rows.length > 0) return;
    if (await scrub()) await local.remove(DUE);
  });
}

/**
 * At the start of the background, before anything else is asked of storage.local: a scrub that was
 * cut off is undone.
 */
export function restore() {
  return alone(async () => {
    const kept = await readCopy();
    if (kept) await bringBack(kept);
  });
}

/** @returns {Promise<boolean>} whether it was done; without a copy nothing is cleared */
async function scrub() {
  let done = false;
  await alone(async () => {
    const kept = await api.storage.local.get(null);
    if (!(await keepCopy(kept))) return;
    try {
      await api.storage.local.clear();
      if (isFirefox) await overwrite();
      done = true;
    } catch (error) {
      console.error('scrub', error);
    }
    await bringBack(kept);
  });
  return done;
}

/**
 * The copy goes last: while it is there nobody has written to storage.local since it was made.
 * @param {Record<string, unknown>} kept
 */
async function bringBack(kept) {
  const noises = Object.keys(await api.storage.local.get(null)).filter(key =>
    key.startsWith(NOISE),
  );
  if (noises.length > 0) await api.storage.local.remove(noises);
  await api.storage.local.set(kept);
  await removeCopy();
}

/** The extension's private files: no page sees them. */
const folder = () => navigator.storage.getDirectory();

const removeCopy = async () => (await folder()).removeEntry(COPY);

/**
 * The file gets its content all at once, when it is closed.
 * @param {Record<string, unknown>} kept
 * @returns {Promise<boolean>}
 */
async function keepCopy(kept) {
  try {
    const file = await (await folder()).getFileHandle(COPY, { create: true });
    const out = await file.createWritable();
    await out.write(JSON.stringify(kept));
    await out.close();
    return true;
  } catch (error) {
    console.error('scrub', error);
    await removeCopy().catch(() => {});
    return false;
  }
}

/**
 * @returns {Promise<Record<string, unknown> | null>} null: there is none, or it was never closed
 *   and so nothing cleared
 */
async function readCopy() {
  try {
    const file = await (await folder()).getFileHandle(COPY);
    return JSON.parse(await (await file.getFile()).text());
  } catch (error) {
    // SecurityError: a browser that gives no private files, and so had no copy either
    if (
      error instanceof SyntaxError ||
      ['NotFoundError', 'SecurityError'].includes(/** @type {Error} */ (error).name)
    )
      return null;
    throw error;
  }
}

async function overwrite() {
  const small = Array.from({ length: SMALL.count }, (_none, at) => [
    `${NOISE}${at}`,
    noise(SMALL.size),
  ]);
  await api.storage.local.set(Object.fromEntries(small));
  await api.storage.local.set({ [`${NOISE}large`]: noise(LARGE) });
}

/** Text that cannot be compressed away. @param {number} length */
function noise(length) {
  let text = '';
  while (text.length < length)
    text += crypto
      .getRandomValues(new Uint32Array(256))
      .reduce((all, one) => all + one.toString(36), '');
  return text.slice(0, length);
}
