/**
 * The tab of a round of checks. A page that lies behind others may not have loaded its value, so it
 * is opened where it is shown: in one window of the round's own, behind the user's. Where there are
 * no windows (a phone) it lies behind, and says what it says.
 */
import { api } from '../../shared/api.js';

/**
 * @param {string} url
 * @param {number | null} own the round's window, where it has one
 * @returns {Promise<{ tab: chrome.tabs.Tab, window: number | null } | null>} null: the browser
 *   opens none
 */
export async function openShown(url, own) {
  try {
    if (own !== null && (await windowIs(own)))
      return { tab: await api.tabs.create({ url, active: true, windowId: own }), window: own };
    if (!api.windows) return { tab: await api.tabs.create({ url, active: false }), window: null };
    const window = await api.windows.create({ url, focused: false });
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
