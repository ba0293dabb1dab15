/**
 * A site that is not granted, in the tab in front: opening the popup there is the permission
 * (docs/own-rules.md, "Reading it again").
 */
import { api } from '../../shared/api.js';
import { isOn, platformAt } from '../../shared/hosts.js';
import { allowOnce, isAllowedOnce } from '../ground/once.js';
import { granted, mayRead } from '../ground/permissions.js';
import { platforms } from '../ground/rules.js';
import { tabState } from './readings.js';
import { bootTab } from './registration.js';

/**
 * The popup is open over this tab. What the user pointed at on its site is read, where that was not
 * done yet.
 * @param {number} tabId
 */
export async function readOnce(tabId) {
  const { url } = await api.tabs.get(tabId);
  const platform = platformAt(await platforms(), url);
  if (!platform?.own || (await mayRead(url)) || (await tabState(tabId))) return;
  await allowOnce(tabId, url);
  // where the browser does not let us in there is nothing to read, and the popup says so
  await bootTab(tabId, platform).catch(() => {});
}

/**
 * A tab that may be read loads anew: no script of ours runs there by itself. As early as can be: a
 * document that was there before us gives no reading (docs/verdict.md, "Kept").
 * @param {number} tabId
 */
export async function bootOnce(tabId) {
  const { url, incognito } = await api.tabs.get(tabId).catch(() => /** @type {any} */ ({}));
  if (incognito || !(await isAllowedOnce(tabId, url))) return;
  const platform = (await platforms()).find(one => (one.own || one.mended) && isOn(one, url));
  if (!platform || (await granted({ origins: platform.hosts }))) return;
  await bootTab(tabId, platform).catch(() => {});
}
