/**
 * Readings that were recorded before their page named the account. When the same visit names it
 * later, the entry of then says which earlier one it joins, and the log program counts that one as
 * the account's. In storage.session, since the background may be ended in between.
 */
import { makeSerial, session } from '../ground/store.js';

/** @import { ContentMessage, Entry } from '../../shared/types.d.ts' */

/**
 * @typedef {{ visit: string, platform: string, control: string, unit: string | null, id: string }}
 *   Unnamed
 */
/** @typedef {Extract<ContentMessage, { type: 'reading' }>} ReadingMessage */

const KEY = 'unnamed';
/** More than this many at a time are of visits that are long over. */
const BOUND = 50;
const serial = makeSerial();

/** @returns {Promise<Unnamed[]>} */
async function read() {
  return (await session.get(KEY)) ?? [];
}

/**
 * The entry that a reading joins: the oldest of its visit that no named one has joined yet.
 * @param {ReadingMessage} message
 * @returns {Promise<string | null>}
 */
export async function joinOf({ platform, reading }) {
  if (reading.account === null || !reading.visit) return null;
  const found = (await read()).find(
    one =>
      one.visit === reading.visit &&
      one.platform === platform &&
      one.control === reading.control &&
      one.unit === reading.unit,
  );
  return found?.id ?? null;
}

/**
 * After the entry of a reading is in the queue: what waits for a name, and what has got one.
 * @param {ReadingMessage} message
 * @param {Entry} entry
 */
export function noteJoin({ platform, reading }, entry) {
  const { visit } = reading;
  if (!visit || (entry.account !== null && !entry.joins)) return Promise.resolve();
  return serial(async () => {
    const rest = (await read()).filter(({ id }) => id !== entry.joins && id !== entry.id);
    const own =
      entry.account === null
        ? [{ visit, platform, control: reading.control, unit: reading.unit, id: entry.id }]
        : [];
    await session.set(KEY, [...rest, ...own].slice(-BOUND));
  });
}

/** After an erase. @param {string} [platform] all without one */
export function forgetJoins(platform) {
  return serial(async () => {
    await session.set(
      KEY,
      (await read()).filter(one => platform !== undefined && one.platform !== platform),
    );
  });
}
