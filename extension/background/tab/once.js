/**
 * A site that is not granted, in the tab in front: opening the popup there is the permission
 * (docs/own-rules.md, "Reading it again").
 */
import { api } from '../../shared/api.js';
import { isOn, platformAt } from '../../shared/hosts.js';
import { clickOutlivesLoading } from '../ground/browser.js';
import { allowOnce, forgetOnce, isAllowedOnce, isOnceTab } from '../ground/once.js';
import { mayRead } from '../ground/permissions.js';
import { platforms, routesOf } from '../ground/rules.js';
import { tabState } from './readings.js';
import { bootFiles, bootTab } from './registration.js';
import { reloadAndRead } from './reload.js';

/** @import { Platform } from '../../shared/types.d.ts' */

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
 * The user asks in the popup for the page in front of them, whose site is not granted. It was there
 * before us: it is loaded anew, and read as it comes.
 * @param {number} tabId
 */
export async function allowAndRead(tabId) {
  const tab = await api.tabs.get(tabId);
  if (!(await isReadable(tab, platformAt(await platforms(), tab.url)))) return;
  await allowOnce(tabId, tab.url);
  await reloadAndRead(tabId);
}

/**
 * Whether the popup's click is enough for the page in front: a page of the rule's, on a site that
 * is not granted, in a browser in which it may still be read once it was loaded anew.
 * @param {chrome.tabs.Tab | null} tab
 * @param {Platform | null} platform
 */
export async function isReadable(tab, platform) {
  const { url, incognito } = tab ?? {};
  if (!platform || !url || incognito || !clickOutlivesLoading()) return false;
  if (await mayRead(url, tab?.id)) return false;
  const { pages } = await routesOf(platform);
  const Pattern = /** @type {any} */ (globalThis).URLPattern;
  return pages.some((/** @type {{ url: string[] }} */ page) =>
    page.url.some(pattern => new Pattern(pattern).test(url)),
  );
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
  // with another site in it the browser has taken the click's permission back
  if (!(await isAllowedOnce(tabId, url))) return forgetOnce(tabId);
  if (incognito || (await mayRead(url))) return;
  const here = (await platforms()).filter(one => isOn(one, url));
  // what the user made or mended has a boot script that asks for all addresses of the site
  const platform = here.find(one => one.own || one.mended) ?? platformAt(here, url);
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
