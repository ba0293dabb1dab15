/**
 * Health of a rule: how many visits in a row its page was there and its control was not. Kept in storage.local under
 * `health`, a control each; a reading that found the control clears it, and so does a newer rule. It answers "since
 * when", which a single reading cannot.
 */
import { local, makeSerial } from '../ground/store.js';

/** @import { ContentMessage, Health, Platform } from '../../shared/types.d.ts' */

/** From this many visits in a row on, the rule is said to fit no longer. */
export const LIMIT = 3;
/** Readings nearer together than this belong to one visit: reading a page again is no new evidence. */
const VISIT_MS = 60_000;
/** Reasons that a reading can have only where the control was found. */
const FOUND = new Set(['ok', 'mixed', 'locked', 'unsaved']);
const serial = makeSerial();

/** @param {Extract<ContentMessage, { type: 'reading' }>} message */
export function noteHealth(message) {
  return serial(async () => {
    const key = `${message.platform}/${message.reading.control}`;
    /** @type {Record<string, Health>} */
    const all = (await local.get('health')) ?? {};
    const next = step(all[key], message);
    if (next === all[key]) return;
    if (next) all[key] = next;
    else delete all[key];
    await local.set('health', all);
  });
}

/**
 * Pure part: the health after one reading. The same object means that nothing changed.
 * @param {Health | undefined} before
 * @param {Extract<ContentMessage, { type: 'reading' }>} message
 * @returns {Health | undefined} undefined: nothing against the rule
 */
export function step(before, { reading, rev }) {
  const known = before && before.rev === rev ? before : undefined;
  if (FOUND.has(reading.why)) return undefined;
  if (reading.why !== 'layout-changed') return known; // signed out, another page: that says nothing about the rule
  const report = reading.report ?? known?.report ?? null;
  if (!known) return { control: reading.control, rev, visits: 1, since: reading.at, last: reading.at, report };
  const again = Date.parse(reading.at) - Date.parse(known.last) < VISIT_MS;
  return again ? known : { ...known, visits: known.visits + 1, last: reading.at, report };
}

/**
 * @param {Platform} platform
 * @returns {Promise<Health | null>} of the control that has failed the longest; null while the rule is not in doubt
 */
export async function healthOf(platform) {
  /** @type {Record<string, Health>} */
  const all = (await local.get('health')) ?? {};
  return worst(platform, Object.entries(all).filter(([key]) => key.startsWith(`${platform.id}/`)).map(([, health]) => health));
}

/**
 * Pure: what was counted against an older rule does not count against this one.
 * @param {Platform} platform
 * @param {Health[]} kept
 */
export function worst(platform, kept) {
  const broken = kept.filter((health) => health.rev === platform.rev && health.visits >= LIMIT);
  return broken.sort((a, b) => a.since.localeCompare(b.since))[0] ?? null;
}

/** @param {string} [platform] all without one */
export function forgetHealth(platform) {
  return serial(async () => {
    const all = (await local.get('health')) ?? {};
    await local.set('health', Object.fromEntries(Object.entries(all).filter(([key]) => platform !== undefined && !key.startsWith(`${platform}/`))));
  });
}
