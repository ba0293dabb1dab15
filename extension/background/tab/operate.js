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
/** A page that is stuck does not answer. */
const PATIENCE_MS = 45_000;
/** So often it is asked what came of it. */
const STEP_MS = 300;

/** Tabs in which it is under way: a double click is one. @type {Set<number>} */
const under = new Set();

/**
 * @param {{ tabId: number, control: string }} asked
 * @returns {Promise<{ ended: string }>} ended: '' where it was turned off; it waits to be confirmed
 */
export async function operate({ tabId, control }) {
  if (under.has(tabId)) return { ended: 'again' };
  under.add(tabId);
  try {
    return { ended: await operated(tabId, String(control)) };
  } finally {
    under.delete(tabId);
  }
}

/** @param {number} tabId @param {string} control */
async function operated(tabId, control) {
  const reading = (await tabState(tabId))?.readings.find(one => one.control === control);
  const tab = await api.tabs.get(tabId).catch(() => null);
  if (!reading?.operable || !tab || tab.incognito) return 'changed';
  if (!(await mayRead(tab.url, tabId))) return 'changed';
  // asked from the popup's page of its own: nothing is pressed where nobody sees it
  if (!tab.active) await api.tabs.update(tabId, { active: true });
  const say = (/** @type {string} */ type) =>
    api.tabs.sendMessage(tabId, { type, v: 1, control }, { frameId: 0 });
  try {
    await say('operate');
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
      await new Promise(resolve => setTimeout(resolve, STEP_MS));
      const ended = await say('operated');
      if (ended === undefined) return 'lost';
      if (ended !== null) return ENDED.has(ended) ? ended : 'lost';
    }
  } catch {
    // closed, or gone elsewhere
  }
  return 'lost';
}
