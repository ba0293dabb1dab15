/**
 * Decision table row 4: a page under a settings address whose signature fails is some other page; when that happens
 * on three visits in a row, the rule no longer fits, and we say so. Counted here, since a page's own script has no
 * memory.
 */
import { local, makeSerial } from '../ground/store.js';

/** @import { ContentMessage, Reading } from '../../shared/types.d.ts' */

const LIMIT = 3;
const serial = makeSerial();

/**
 * @param {Extract<ContentMessage, { type: 'reading' }>} message
 * @returns {Promise<Reading>} the reading, with `layout-changed` for the third `other-page` in a row
 */
export function judge(message) {
  return serial(async () => {
    const key = `${message.platform}/${message.page}/${message.reading.control}/${message.rev}`;
    /** @type {Record<string, { count: number, since: string }>} */
    const visits = (await local.get('visits')) ?? {};
    const { next, reading } = count(visits[key], message.reading);
    if (next) visits[key] = next;
    else delete visits[key];
    await local.set('visits', visits);
    return reading;
  });
}

/** @param {string} [platform] all without one */
export function forgetVisits(platform) {
  return serial(async () => {
    const visits = (await local.get('visits')) ?? {};
    await local.set('visits', Object.fromEntries(Object.entries(visits).filter(([key]) => platform !== undefined && !key.startsWith(`${platform}/`))));
  });
}

/**
 * Pure part.
 * @param {{ count: number, since: string } | undefined} before
 * @param {Reading} reading
 * @returns {{ next: { count: number, since: string } | undefined, reading: Reading }}
 */
export function count(before, reading) {
  if (reading.why !== 'other-page') {
    // only a page that was recognised clears the count; being signed out says nothing about the layout
    return { next: reading.training === 'unknown' ? before : undefined, reading };
  }
  const next = { count: (before?.count ?? 0) + 1, since: before?.since ?? reading.at };
  return { next, reading: next.count >= LIMIT ? { ...reading, why: 'layout-changed' } : reading };
}
