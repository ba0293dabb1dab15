/**
 * Turning training off on the page in front, for the person who asked for it in the popup
 * (docs/operating.md). The page's engine does it, and only where its own reading allows it.
 */
import { api } from '../../shared/api.js';
import { mayRead } from '../ground/permissions.js';
import { tabState } from './readings.js';

/** Why it ended, as the engine says it; `lost`: nobody saw what became of it. */
const ENDED = new Set([
  '',
  'again',
  'changed',
  'covered',
  'drafts',
  'hand',
  'ignored',
  'option',
  'question',
  'refused',
  'save',
]);
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
  return say(tabId, 'operate', String(control)).then(
    () => ({ ended: null }),
    () => ({ ended: 'lost' }),
  );
}

/**
 * @param {{ tabId: number, control: string }} asked
 * @returns {Promise<{ ended: string | null }>} '' where it was turned off; it waits to be confirmed
 */
export async function operated({ tabId, control }) {
  // closed, or gone elsewhere
  const ended = await say(tabId, 'operated', String(control)).catch(() => 'lost');
  return { ended: ended === null || ENDED.has(ended) ? ended : 'lost' };
}

/** @param {number} tabId @param {string} type @param {string} control @returns {Promise<any>} */
const say = (tabId, type, control) =>
  api.tabs.sendMessage(tabId, { type, v: 1, control }, { frameId: 0 });
