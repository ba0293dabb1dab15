/**
 * Tabs that the user lets us read for as long as they stay on their site, by opening the popup
 * there (`activeTab`): the site itself is not granted. Kept in storage.session, key `once`.
 */
import { makeSerial, session } from './store.js';

const serial = makeSerial();

/** @param {string | undefined} url */
const originOf = url =>
  url && URL.canParse(url) && new URL(url).protocol === 'https:' ? new URL(url).origin : null;

/** @param {(all: Record<string, string>) => void} work */
const change = work =>
  serial(async () => {
    const all = (await session.get('once')) ?? {};
    work(all);
    await session.set('once', all);
  });

/** @param {number} tabId @param {string | undefined} url of the tab in front */
export async function allowOnce(tabId, url) {
  const origin = originOf(url);
  if (origin) await change(all => Object.assign(all, { [tabId]: origin }));
}

/** @param {number} tabId @returns {Promise<string | undefined>} the origin */
const originIn = async tabId => ((await session.get('once')) ?? {})[tabId];

/** Cheap: asked at each load of every tab. @param {number} tabId */
export const isOnceTab = async tabId => (await originIn(tabId)) !== undefined;

/** @param {number} tabId @param {string | undefined} url */
export async function isAllowedOnce(tabId, url) {
  const origin = originOf(url);
  return origin !== null && (await originIn(tabId)) === origin;
}

/** @param {number} tabId */
export const forgetOnce = tabId =>
  change(all => {
    delete all[tabId];
  });
