/**
 * The tab of a round of checks. A page that lies behind others may not have loaded its value, so it
 * is opened where it is shown: in one window of the round's own, behind the user's. Where there are
 * no windows (a phone) it lies behind, and says what it says.
 */
import { api } from '../../shared/api.js';

/** @import { RoundStep } from '../../shared/types.d.ts' */

/**
 * @param {string} url
 * @param {number | null} own the round's window, where it has one
 * @param {boolean} [watched] somebody looks on: the window comes to the front
 * @returns {Promise<{ tab: chrome.tabs.Tab, window: number | null } | null>} null: the browser
 *   opens none
 */
export async function openShown(url, own, watched = false) {
  try {
    if (own !== null && (await windowIs(own)))
      return { tab: await api.tabs.create({ url, active: true, windowId: own }), window: own };
    if (!api.windows) return { tab: await api.tabs.create({ url, active: false }), window: null };
    const window = await api.windows.create({ url, focused: watched });
    const tab = window?.tabs?.[0];
    return tab && window.id !== undefined ? { tab, window: window.id } : null;
  } catch {
    return null;
  }
}

/** @param {number} id */
async function windowIs(id) {
  return Boolean(await api.windows?.get(id).catch(() => null));
}

/** @param {number} id */
export async function tabOf(id) {
  try {
    return await api.tabs.get(id);
  } catch {
    return null;
  }
}

/** @param {RoundStep} step @returns {Promise<chrome.tabs.Tab[]>} tabs that show its page */
export async function tabsAt(step) {
  const tabs = await api.tabs.query({}).catch(() => []);
  return tabs.filter(
    (/** @type {chrome.tabs.Tab} */ tab) => (tab.pendingUrl || tab.url) === step.url,
  );
}

/**
 * The tab of a step that the background opened and had no time to note.
 * @param {RoundStep} step
 * @param {number[]} theirs tabs that were at this address before: the user's
 */
export async function orphan(step, theirs) {
  const tab = (await tabsAt(step)).find(({ id }) => id !== undefined && !theirs.includes(id));
  // in a window of its own where it is alone; behind the others it is only a tab
  return tab ? { tab, window: tab.active ? tab.windowId : null } : null;
}

/**
 * Closes what the round opened, unless it has become the user's: it lies in front in a window of
 * theirs.
 * @param {number | null | undefined} id
 * @param {number | null} own the round's window
 */
export async function closeTab(id, own) {
  const there = id === null || id === undefined ? null : await tabOf(id);
  if (there && (!there.active || there.windowId === own))
    await api.tabs.remove(/** @type {number} */ (there.id)).catch(() => {});
}
