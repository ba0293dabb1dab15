/**
 * What is known of each tab, in storage.session: it outlives the worker and never the browser. A tab's knowledge
 * belongs to one place (origin and path); when the tab is elsewhere it is not shown.
 */
import { makeSerial, session } from './store.js';

/** @import { ContentMessage, Reading, TabReading, TabState } from '../shared/types.d.ts' */

const serial = makeSerial();

/** @param {number} tabId */
const keyFor = (tabId) => `tab:${tabId}`;

/** @param {string | undefined} url */
export function placeOf(url) {
  if (!url || !URL.canParse(url)) return '';
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/**
 * @param {number} tabId
 * @returns {Promise<TabState | null>}
 */
export async function tabState(tabId) {
  return (await session.get(keyFor(tabId))) ?? null;
}

/** @returns {Promise<[number, TabState][]>} */
export async function allTabs() {
  return Object.entries(await session.all())
    .filter(([key]) => key.startsWith('tab:'))
    .map(([key, state]) => [Number(key.slice(4)), state]);
}

/** @param {number} tabId */
export function forget(tabId) {
  return serial(() => session.remove(keyFor(tabId)));
}

/**
 * @param {number} tabId
 * @param {string | undefined} url of the tab or frame that sent the message
 * @param {ContentMessage} message
 * @returns {Promise<TabState | null>} the new state; null when the tab has left
 */
export function update(tabId, url, message) {
  return serial(async () => {
    const next = apply(await tabState(tabId), placeOf(url), message);
    if (next) await session.set(keyFor(tabId), next);
    else await session.remove(keyFor(tabId));
    return next;
  });
}

/**
 * Pure part of `update`.
 * @param {TabState | null} state
 * @param {string} place
 * @param {ContentMessage} message
 * @returns {TabState | null}
 */
export function apply(state, place, message) {
  const fresh = { platform: message.platform, place, settling: true, rev: 0, readings: [], form: null };
  const base = state && state.platform === message.platform && state.place === place ? state : fresh;
  switch (message.type) {
    case 'left':
      return null;
    case 'page':
      return fresh;
    case 'settling':
      return { ...base, settling: true, readings: [] }; // all of it is said again
    case 'reading':
      return { ...base, settling: message.wait === true, rev: message.rev, readings: replace(base.readings, message.reading) };
    case 'form':
      return { ...base, settling: false, rev: message.rev, form: { step: message.step, at: message.at, control: message.control } };
    default:
      return /** @type {never} */ (message);
  }
}

/**
 * One reading a control: a page shows one unit and one account at a time. A reading that names another account
 * replaces what was read of the account before.
 * @param {TabReading[]} readings
 * @param {Reading} reading
 * @returns {TabReading[]}
 */
function replace(readings, reading) {
  const others = readings.filter((other) => other.control !== reading.control
    && (other.account === reading.account || other.account === null || reading.account === null));
  const before = readings.find((other) => !others.includes(other) && other.control === reading.control
    && other.account === reading.account && other.unit === reading.unit && other.visit === reading.visit);
  const changedAt = reading.how === 'changed' ? reading.at : reading.how === 'loaded' ? null : before?.changedAt ?? null;
  return [...others, { ...reading, changedAt }];
}
