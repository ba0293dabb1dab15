/**
 * Boot scripts follow the rules, not the grants: registering one for a host that is not granted
 * never injects, and a later grant then works at once. Browsers drop registrations on an update,
 * and Chromium never injects into tabs that are open already; both are made good here.
 */
import { api } from '../../shared/api.js';
import { routesOf } from '../ground/rules.js';
import { makeSerial } from '../ground/store.js';

/** @import { Platform } from '../../shared/types.d.ts' */

const PREFIX = 'boot-';
const serial = makeSerial();

/**
 * What the user made or mended has addresses that no packaged file has: its boot script asks.
 * @param {Platform} platform
 */
export function bootFiles(platform) {
  const asks = platform.own || platform.mended;
  return [asks ? 'content/own-routes.js' : `content/routes/${platform.id}.js`, 'content/boot.js'];
}

/**
 * Makes the registered scripts equal to the rules. Safe to call at every start; touches nothing
 * when all is well.
 * @param {Platform[]} platforms
 */
export function register(platforms) {
  return serial(async () => {
    const wanted = platforms.map(
      platform =>
        /** @type {chrome.scripting.RegisteredContentScript} */ ({
          id: PREFIX + platform.id,
          matches: platform.hosts,
          js: bootFiles(platform),
          runAt: 'document_start',
          allFrames: false,
          persistAcrossSessions: true,
        }),
    );
    const there = await api.scripting.getRegisteredContentScripts();
    const same = new Set(
      wanted.filter(script => there.some(other => isSame(script, other))).map(script => script.id),
    );
    const outdated = there.filter(script => !same.has(script.id)).map(script => script.id);
    if (outdated.length > 0) await api.scripting.unregisterContentScripts({ ids: outdated });
    const missing = wanted.filter(script => !same.has(script.id));
    if (missing.length > 0) await api.scripting.registerContentScripts(missing);
  });
}

/**
 * @param {chrome.scripting.RegisteredContentScript} a
 * @param {chrome.scripting.RegisteredContentScript} b
 */
function isSame(a, b) {
  return (
    a.id === b.id && a.runAt === b.runAt && sameList(a.matches, b.matches) && sameList(a.js, b.js)
  );
}

/**
 * Browsers may hand back paths with a leading slash or as full addresses, and matches in another
 * order.
 * @param {string[] | undefined} a
 * @param {string[] | undefined} b
 */
function sameList(a = [], b = []) {
  const plain = (/** @type {string} */ item) =>
    item.replace(/^[a-z-]+:\/\/[0-9a-f-]+\/(?=content\/)|^\//, '');
  return [...a].map(plain).sort().join('\n') === [...b].map(plain).sort().join('\n');
}

/**
 * Starts the boot script in tabs that were open before (install, update, a new grant). It guards
 * against running twice itself.
 * @param {Platform[]} platforms with a granted host
 */
export async function bootOpenTabs(platforms) {
  for (const platform of platforms) {
    const tabs = await api.tabs.query({ url: platform.hosts }).catch(() => []);
    // a tab may be closing
    await Promise.all(tabs.map(tab => bootTab(tab.id ?? -1, platform).catch(() => {})));
  }
}

/**
 * @param {number} tabId
 * @param {Platform} platform
 */
export async function bootTab(tabId, platform) {
  await api.scripting.executeScript({
    target: { tabId, frameIds: [0] },
    files: bootFiles(platform),
  });
}

/**
 * The user has made or mended a rule of the site in this tab: its boot script, where it is there,
 * learns the addresses, and wakes the engine.
 * @param {number} tabId
 * @param {Platform} platform
 */
export async function tellRoutes(tabId, platform) {
  const [there] = await api.scripting.executeScript({
    target: { tabId, frameIds: [0] },
    func: routes => {
      const { optoutlogBoot: boot, optoutlogRoutes: known } = /** @type {any} */ (globalThis);
      if (!boot) return false;
      Object.assign(known, routes);
      boot.know();
      return true;
    },
    args: [await routesOf(platform)],
  });
  if (there?.result !== true) await bootTab(tabId, platform);
}
