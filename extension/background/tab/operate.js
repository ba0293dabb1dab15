/**
 * Turning training off on the page in front, for the person who asked for it in the popup
 * (docs/operating.md). The page's engine does it, and only where its own reading allows it.
 */
import { api } from '../../shared/api.js';
import { mayRead } from '../ground/permissions.js';
import { tabState } from './readings.js';

/**
 * Begins. What comes of it is asked of the page again and again (`operated`): a background that is
 * ended in between answers nobody.
 * @param {{ tabId: number, control: string }} asked
 * @returns {Promise<{ ended: string | null }>} null: it is under way
 */
export async function operate({ tabId, control }) {
  const reading = (await tabState(tabId))?.readings.find(one => one.control === control);
  const tab = await api.tabs.get(tabId).catch(() => null);
  if (!reading?.operable || !tab || tab.incognito) return { ended: 'changed' };
  if (!(await mayRead(tab.url, tabId))) return { ended: 'changed' };
  // asked from the popup's page of its own: nothing is pressed where nobody sees it
  if (!tab.active) await api.tabs.update(tabId, { active: true });
  return say('operate', tabId, control);
}

/**
 * @param {{ tabId: number, control: string }} asked
 * @returns {Promise<{ ended: string | null }>} '' where it was turned off; it waits to be confirmed
 */
export const operated = ({ tabId, control }) => say('operated', tabId, control);

/** @param {string} type @param {number} tabId @param {string} control */
async function say(type, tabId, control) {
  const message = { type, v: 1, control: String(control) };
  // closed, or gone elsewhere
  const ended = await api.tabs.sendMessage(tabId, message, { frameId: 0 }).catch(() => 'lost');
  return { ended: ended === undefined ? 'lost' : ended };
}
