/**
 * A site that is not granted, in the tab in front: opening the popup there is the permission
 * (docs/own-rules.md, "Reading it again").
 */
import { api } from '../../shared/api.js';
import { isOn, platformAt } from '../../shared/hosts.js';
import { allowOnce, isAllowedOnce, isOnceTab } from '../ground/once.js';
import { mayRead } from '../ground/permissions.js';
import { platforms } from '../ground/rules.js';
import { tabState } from './readings.js';
import { bootFiles, bootTab } from './registration.js';

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
 * document that was there before us gives no reading (docs/verdict.md, "Kept"). How old it was is
 * left beside the boot script, which cannot know.
 * @param {number} tabId
 */
export async function bootOnce(tabId) {
  if (!(await isOnceTab(tabId))) return;
  const { url, incognito } = await api.tabs.get(tabId).catch(() => /** @type {any} */ ({}));
  if (incognito || !(await isAllowedOnce(tabId, url)) || (await mayRead(url))) return;
  const platform = (await platforms()).find(one => (one.own || one.mended) && isOn(one, url));
  if (!platform) return;
  const target = { tabId, frameIds: [0] };
  const at = { target, injectImmediately: true };
  const aged = () => {
    const [entry] = performance.getEntriesByType('navigation');
    const came = /** @type {PerformanceNavigationTiming | undefined} */ (entry)?.responseStart ?? 0;
    /** @type {any} */ (globalThis).optoutlogAge ??= performance.now() - came;
  };
  await api.scripting
    .executeScript({ ...at, func: aged })
    .then(() => api.scripting.executeScript({ ...at, files: bootFiles(platform) }))
    .catch(() => {});
}
