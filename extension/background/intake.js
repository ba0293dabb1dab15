/**
 * From a checked message of a content script to badge, queue and host. The queue comes first: it is
 * what lasts.
 */
import { api } from '../shared/api.js';
import { tell } from './alert/returns.js';
import { browserName } from './ground/browser.js';
import { mayRead } from './ground/permissions.js';
import { platformById } from './ground/rules.js';
import { makeSerial } from './ground/store.js';
import { entryOfForm, entryOfReading } from './log/entry.js';
import { deliver, queue } from './log/host.js';
import { joinOf, noteJoin } from './log/joins.js';
import { noteOwn } from './own/keep.js';
import { roundHeard } from './round/round.js';
import { paint } from './tab/badge.js';
import { bring } from './tab/engine.js';
import { judge, noteHealth } from './tab/misses.js';
import { forget, placeOf, tabState, update } from './tab/readings.js';
import { showAsAsked } from './tab/show.js';

/** @import { ContentMessage, Entry, TabState } from '../shared/types.d.ts' */

/**
 * @typedef {{ url?: string, documentId?: string, documentLifecycle?: string, tab?: { id?: number,
 *   url?: string } }} Sender
 * @typedef {{ tabId: number, url: string | undefined, place: string | undefined, document: string |
 *   null, active: boolean }} Page
 *   `url`: of the document that speaks; `place`: the tab's address, the newer one after an in-app
 *   navigation
 */

/**
 * In the order in which they came: a reading takes longer than the `left` behind it, and must not
 * come after it.
 */
export const inTurn = makeSerial();

/**
 * @param {ContentMessage} message
 * @param {Sender} sender
 * @returns {Promise<boolean>} false: its host is not granted, nothing was done. When it resolves
 *   with true, a page has its
 *   engine, and what is to be recorded is in the queue: a script that gets no answer says it again
 */
export async function onContentMessage(message, sender) {
  const page = pageOf(sender);
  if (!(await mayRead(page.url, page.tabId))) return false;
  if (message.type === 'page') {
    // nobody sees it yet: it says so again when it is shown, and is read then
    if (message.prerendered) return true;
    const before = await tabState(page.tabId);
    await inTurn(() => show(message, page));
    await bring(page.tabId, message.platform, page.document, { again: hasEngine(before, page) });
    return true;
  }
  if (message.type === 'routes') return true;
  const entry = await inTurn(() => take(message, page));
  if (entry) deliver({ userAction: true }).then(tell); // the page need not wait for the host
  return true;
}

/**
 * Said again for want of an answer, or back from the back-forward cache. Not after a navigation
 * within the app: the engine has seen that itself.
 * @param {TabState | null} before what was known of the tab before the page spoke
 * @param {Page} page
 */
function hasEngine(before, { place, document }) {
  return (
    before?.injected === true &&
    before.place === placeOf(place) &&
    (before.document ?? null) === document
  );
}

/** @param {Sender} sender @returns {Page} */
function pageOf({ url, documentId, documentLifecycle = 'active', tab }) {
  return {
    tabId: tab?.id ?? -1,
    url,
    place: tab?.url ?? url,
    document: documentId ?? null,
    active: documentLifecycle === 'active',
  };
}

/**
 * @param {ContentMessage} message
 * @param {Page} page
 * @returns {Promise<Entry | null>} what was put into the queue
 */
async function take(message, page) {
  if (!(await mayRead(page.url, page.tabId))) return null;
  const judged =
    message.type === 'reading' ? { ...message, reading: await judge(message) } : message;
  const entry = await entryOf(judged);
  if (!(await mayRead(page.url, page.tabId))) return null; // taken back meanwhile
  if (entry) await queue.add(entry);
  if (judged.type === 'reading') {
    if (entry) await noteJoin(judged, entry);
    await noteHealth(judged);
    await noteOwn(judged);
  }
  await show(judged, page);
  return entry;
}

/**
 * A document that is on its way out or out of sight has been heard, and says nothing about what the
 * tab shows.
 * @param {ContentMessage} message
 * @param {Page} page
 */
async function show(message, page) {
  const { tabId, place, document, active } = page;
  if (!active) return;
  const state = await current(tabId, await update(tabId, place, message, document));
  await paint(tabId, state, await platformById(message.platform));
  await roundHeard(tabId, state);
  await showAsAsked(tabId, message);
}

/**
 * What a page says while its tab goes elsewhere belongs into the log, and is no word about the page
 * that follows.
 * @param {number} tabId
 * @param {TabState | null} state
 */
async function current(tabId, state) {
  if (!state) return null;
  const tab = await api.tabs.get(tabId).catch(() => null);
  if (tab && placeOf(tab.url) === state.place) return state;
  await forget(tabId);
  return null;
}

/** @param {ContentMessage} message */
async function entryOf(message) {
  if (message.type === 'reading') {
    const browser = await browserName();
    return entryOfReading(
      message,
      await platformById(message.platform),
      browser,
      await idOf(message, browser),
      await joinOf(message),
    );
  }
  if (message.type === 'form')
    return entryOfForm(message, await browserName(), crypto.randomUUID());
  return null;
}

/**
 * The same look has the same id, however often it is said: a script says again what was not
 * answered, and all of it when its page was forgotten here. The log program calls the second one a
 * duplicate.
 * @param {Extract<ContentMessage, { type: 'reading' }>} message
 * @param {string} browser
 */
async function idOf({ platform, reading }, browser) {
  const { control, account, unit, training, why, how, at } = reading;
  const look = JSON.stringify([browser, platform, control, account, unit, training, why, how, at]);
  const bytes = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(look)),
  ).slice(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x40; // in the form of a random UUID
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
