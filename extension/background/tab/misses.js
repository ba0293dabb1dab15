/**
 * Visits in a row on which a rule did not fit its page. Counted here, since a page's own script has
 * no memory. Kept in storage.local under two keys:
 *
 * `visits`: a page under a settings address that was another page (decision table, row 4). On the
 * third such visit in a row the rule no longer fits, and the reading says so.
 * `health`: a page that was the settings page and had no control; it answers "since when", which a
 * single reading cannot. A reading that found the control clears it, and so does a newer rule.
 */
import { local, makeSerial } from '../ground/store.js';

/** @import { ContentMessage, Health, Platform, Reading } from '../../shared/types.d.ts' */
/** @typedef {Extract<ContentMessage, { type: 'reading' }>} ReadingMessage */
/** @typedef {{ count: number, since: string }} Elsewhere */

/** From this many visits in a row on, the rule is said to fit no longer. */
export const LIMIT = 3;
/** Readings nearer together than this belong to one visit: reading again is no new evidence. */
const VISIT_MS = 60_000;
/** Reasons that a reading can have only where the control was found. */
const FOUND = new Set(['ok', 'mixed', 'locked', 'unsaved']);
const serial = makeSerial();

/**
 * @template Count
 * @param {'visits' | 'health'} key
 * @param {string} name
 * @param {(before: Count | undefined) => Count | undefined} work the count from now on
 */
function change(key, name, work) {
  return serial(async () => {
    const all = (await local.get(key)) ?? {};
    const next = work(all[name]);
    if (next === all[name]) return;
    if (next) all[name] = next;
    else delete all[name];
    await local.set(key, all);
  });
}

/**
 * @param {ReadingMessage} message
 * @returns {Promise<Reading>} with `layout-changed` for the third `other-page` in a row
 */
export async function judge({ platform, page, rev, reading }) {
  let judged = reading;
  await change('visits', `${platform}/${page}/${reading.control}/${rev}`, before => {
    const counted = count(before, reading);
    judged = counted.reading;
    return counted.next;
  });
  return judged;
}

/**
 * Pure part of it.
 * @param {Elsewhere | undefined} before
 * @param {Reading} reading
 * @returns {{ next: Elsewhere | undefined, reading: Reading }}
 */
export function count(before, reading) {
  if (reading.why !== 'other-page') {
    // only a page that was recognised clears it; being signed out says nothing about the layout
    return { next: reading.training === 'unknown' ? before : undefined, reading };
  }
  const next = { count: (before?.count ?? 0) + 1, since: before?.since ?? reading.at };
  const fits = next.count < LIMIT;
  return { next, reading: fits ? reading : { ...reading, why: 'layout-changed' } };
}

/** @param {ReadingMessage} message as it was judged */
export function noteHealth(message) {
  const name = `${message.platform}/${message.reading.control}`;
  /** @type {(before: Health | undefined) => Health | undefined} */
  const work = before => step(before, message);
  return change('health', name, work);
}

/**
 * Pure part of it: the health after one reading. The same object means that nothing changed.
 * @param {Health | undefined} before
 * @param {ReadingMessage} message
 * @returns {Health | undefined} undefined: nothing against the rule
 */
export function step(before, { reading, rev }) {
  const { control, why, at } = reading;
  const known = before && before.rev === rev ? before : undefined;
  if (FOUND.has(why)) return undefined;
  // signed out, another page: that says nothing about the rule
  if (why !== 'layout-changed') return known;
  const report = reading.report ?? known?.report ?? null;
  if (!known) return { control, rev, visits: 1, since: at, last: at, report };
  const again = Date.parse(at) - Date.parse(known.last) < VISIT_MS;
  return again ? known : { ...known, visits: known.visits + 1, last: at, report };
}

/**
 * @param {Platform} platform
 * @returns {Promise<Health | null>} of the control that has failed the longest; null while the rule
 *   is not in doubt
 */
export async function healthOf(platform) {
  /** @type {Record<string, Health>} */
  const all = (await local.get('health')) ?? {};
  return worst(
    platform,
    Object.keys(all)
      .filter(isOf(platform.id))
      .map(name => all[name]),
  );
}

/**
 * Pure: what was counted against an older rule does not count against this one.
 * @param {Platform} platform
 * @param {Health[]} kept
 */
export function worst(platform, kept) {
  const broken = kept.filter(({ rev, visits }) => rev === platform.rev && visits >= LIMIT);
  return broken.sort((a, b) => a.since.localeCompare(b.since))[0] ?? null;
}

/** After an erase. @param {string} [platform] all without one */
export function forgetMisses(platform) {
  return serial(async () => {
    const erased = platform === undefined ? () => true : isOf(platform);
    for (const key of ['visits', 'health']) {
      const all = Object.entries((await local.get(key)) ?? {});
      await local.set(key, Object.fromEntries(all.filter(([name]) => !erased(name))));
    }
  });
}

/** @param {string} platform */
const isOf = platform => (/** @type {string} */ name) => name.startsWith(`${platform}/`);
