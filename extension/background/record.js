/** From a checked message of a content script to badge, queue and host. The queue comes first: it is what lasts. */
import { api } from '../shared/api.js';
import { paint } from './badge.js';
import { browserName } from './browser.js';
import { entryOfForm, entryOfReading } from './entry.js';
import { deliver, queue } from './host.js';
import { noteHealth } from './health.js';
import { inject } from './inject.js';
import { forget, placeOf, update } from './readings.js';
import { tell } from './returns.js';
import { roundHeard } from './round.js';
import { platformById } from './rules.js';
import { makeSerial } from './store.js';
import { judge } from './visits.js';

/** @import { ContentMessage, TabState } from '../shared/types.d.ts' */

/** In the order in which they came: a reading takes longer than the `left` behind it, and must not come after it. */
const inTurn = makeSerial();

/**
 * @param {ContentMessage} message
 * @param {{ url?: string, tab?: { id?: number, url?: string } }} sender
 */
export async function onContentMessage(message, sender) {
  const tabId = sender.tab?.id ?? -1;
  const entry = await inTurn(() => take(message, tabId, sender.tab?.url ?? sender.url));
  if (message.type === 'page') await inject(tabId, message.platform);
  if (entry) deliver({ userAction: true }).then(tell); // the page need not wait for the host
}

/**
 * @param {ContentMessage} message
 * @param {number} tabId
 * @param {string | undefined} url the tab's address: the newer one after an in-app navigation
 */
async function take(message, tabId, url) {
  const judged = message.type === 'reading' ? { ...message, reading: await judge(message) } : message;
  const entry = await entryOf(judged);
  if (entry) await queue.add(entry);
  if (judged.type === 'reading') await noteHealth(judged);
  const state = await current(tabId, await update(tabId, url, judged));
  await paint(tabId, state, await platformById(message.platform));
  await roundHeard(tabId, state);
  return entry;
}

/**
 * What a page says while its tab goes elsewhere belongs into the log, and is no word about the page that follows.
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
  if (message.type === 'reading') return entryOfReading(message, await platformById(message.platform), await browserName(), crypto.randomUUID());
  if (message.type === 'form') return entryOfForm(message, await browserName(), crypto.randomUUID());
  return null;
}
