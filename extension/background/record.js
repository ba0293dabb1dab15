/** From a checked message of a content script to badge, queue and host. The queue comes first: it is what lasts. */
import { paint } from './badge.js';
import { browserName } from './browser.js';
import { entryOfForm, entryOfReading } from './entry.js';
import { deliver, queue } from './host.js';
import { noteHealth } from './health.js';
import { inject } from './inject.js';
import { update } from './readings.js';
import { tell } from './returns.js';
import { roundHeard } from './round.js';
import { platformById } from './rules.js';
import { judge } from './visits.js';

/** @import { ContentMessage } from '../shared/types.d.ts' */

/**
 * @param {ContentMessage} message
 * @param {{ url?: string, tab?: { id?: number, url?: string } }} sender
 */
export async function onContentMessage(message, sender) {
  const tabId = sender.tab?.id ?? -1;
  const judged = message.type === 'reading' ? { ...message, reading: await judge(message) } : message;
  const entry = await entryOf(judged);
  if (entry) await queue.add(entry);
  if (judged.type === 'reading') await noteHealth(judged);
  // the tab's address is the newer one after an in-app navigation
  const state = await update(tabId, sender.tab?.url ?? sender.url, judged);
  await paint(tabId, state, await platformById(message.platform));
  await roundHeard(tabId, state);
  if (message.type === 'page') await inject(tabId, message.platform);
  if (entry) deliver({ userAction: true }).then(tell); // the page need not wait for the host
}

/** @param {ContentMessage} message */
async function entryOf(message) {
  if (message.type === 'reading') return entryOfReading(message, await browserName(), crypto.randomUUID());
  if (message.type === 'form') return entryOfForm(message, await browserName(), crypto.randomUUID());
  return null;
}
