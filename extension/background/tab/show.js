/**
 * "Show me where", asked in the dashboard: the platform's page is opened, and the control is shown
 * there once the page's engine has found it. Until then its name waits in storage.session, a tab
 * each (`show:<tab>`).
 */
import { api } from '../../shared/api.js';
import { platformById } from '../ground/rules.js';
import { session } from '../ground/store.js';

/** @import { ContentMessage } from '../../shared/types.d.ts' */

const keyFor = (/** @type {number} */ tabId) => `show:${tabId}`;
/** Reasons of an unknown whose control is on the page. */
const THERE = new Set(['ok', 'locked', 'mixed', 'conflict', 'unsaved']);

/** @param {number} tabId @param {string} control scrolled to and focused, and no more */
export const showIn = (tabId, control) =>
  api.tabs.sendMessage(tabId, { type: 'show', v: 1, control });

/** @param {{ platform: string, control: string }} asked */
export async function showOnPage({ platform, control }) {
  const its = await platformById(platform);
  if (!its?.open || !its.controls.some(({ id }) => id === control)) return;
  const { id } = await api.tabs.create({ url: its.open });
  if (id !== undefined) await session.set(keyFor(id), control);
}

/** @param {number} tabId @param {ContentMessage} message what its page says */
export async function showAsAsked(tabId, message) {
  if (message.type !== 'reading' || !THERE.has(message.reading.why)) return;
  const control = await session.get(keyFor(tabId));
  if (control !== message.reading.control) return;
  await forgetShow(tabId);
  await showIn(tabId, control).catch(() => {}); // it went elsewhere
}

/** @param {number} tabId */
export const forgetShow = tabId => session.remove(keyFor(tabId));
