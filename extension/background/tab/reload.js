/**
 * The user asks for the page to be read. Only a document that was never read can be read where it
 * stands; any other is old or touched, and what it draws is no new word of the server: it is loaded
 * anew, and read as every new page is.
 */
import { api } from '../../shared/api.js';
import { mayRead } from '../ground/permissions.js';
import { platformById } from '../ground/rules.js';
import { paint } from './badge.js';
import { bring } from './engine.js';
import { forget, placeOf, tabState } from './readings.js';
import { bootTab } from './registration.js';

/**
 * @param {number} tabId
 * @param {string} id of the platform
 */
export async function readNow(tabId, id) {
  const platform = await platformById(id);
  const { url } = await api.tabs.get(tabId);
  if (!platform || !(await mayRead(url, tabId))) return;
  const state = await tabState(tabId);
  const here = state?.platform === id && state.place === placeOf(url) ? state : null;
  if (here ? here.readings.length > 0 || here.form !== null : await hasBoot(tabId))
    return reloadAndRead(tabId);
  if (here) await bring(tabId, id, here.document ?? null);
  else await bootTab(tabId, platform);
}

/**
 * Loads the tab anew; its boot script does the rest. Not from the cache, and so that no browser
 * puts back what was filled in. What was read before is not shown meanwhile.
 * @param {number} tabId
 */
export async function reloadAndRead(tabId) {
  await forget(tabId);
  await paint(tabId, null, null);
  await api.tabs.reload(tabId, { bypassCache: true });
}

/**
 * Whether the document was met before: its boot script does not run twice.
 * @param {number} tabId
 */
async function hasBoot(tabId) {
  const [found] = await api.scripting.executeScript({
    target: { tabId, frameIds: [0] },
    func: () => Boolean(/** @type {any} */ (globalThis).optoutlogBoot),
  });
  return found?.result === true;
}
