/** The one permission request of the welcome page. */
import { api, isFirefox } from '../../shared/api.js';

/** @import { Platform } from '../../shared/types.d.ts' */

/**
 * What to ask for: hosts of the ticked platforms, and with the log the native host. Firefox counts
 * a native host as sending data out of the browser, so its consent belongs to the same click. Pure.
 * @param {Platform[]} platforms
 * @param {Set<string>} ticked ids
 * @param {{ log: boolean, notify: boolean, firefox?: boolean }} wishes
 * @returns {any} for permissions.request
 */
export function requestFor(platforms, ticked, { log, notify, firefox = isFirefox }) {
  const origins = [
    ...new Set(
      platforms.filter(platform => ticked.has(platform.id)).flatMap(platform => platform.hosts),
    ),
  ];
  const permissions = [...(log ? ['nativeMessaging'] : []), ...(notify ? ['notifications'] : [])];
  return {
    origins,
    permissions,
    ...(log && firefox ? { data_collection: ['websiteContent', 'browsingActivity'] } : {}),
  };
}

/**
 * Must be called inside the click itself.
 * @param {any} request
 * @returns {Promise<boolean>}
 */
export function request(request) {
  return api.permissions.request(request);
}

/**
 * Hosts of platforms that are no longer ticked are given back.
 * @param {Platform[]} platforms
 * @param {Set<string>} ticked
 * @returns {string[]} origins that no ticked platform needs
 */
export function hostsToGiveBack(platforms, ticked) {
  const kept = new Set(
    platforms.filter(platform => ticked.has(platform.id)).flatMap(platform => platform.hosts),
  );
  return [...new Set(platforms.flatMap(platform => platform.hosts))].filter(
    host => !kept.has(host),
  );
}

/**
 * What the browser will ask, as items of a list: only what it has not granted yet. Pure.
 * @param {{ origins: string[], permissions: string[], data_collection?: string[] }} wanted
 * @param {{ origins: string[], permissions: string[], data_collection?: string[] }} held
 * @returns {{ key: string, values: string[] }[]}
 */
export function asksOf(wanted, held) {
  const sites = wanted.origins.filter(origin => !held.origins.includes(origin)).map(siteOf);
  const lacks = (/** @type {string} */ name) =>
    wanted.permissions.includes(name) && !held.permissions.includes(name);
  const sends = (wanted.data_collection ?? []).some(one => !held.data_collection?.includes(one));
  return [
    ...(sites.length > 0
      ? [{ key: 'welcomeAskSites', values: [[...new Set(sites)].join(', ')] }]
      : []),
    ...(lacks('nativeMessaging') ? [{ key: 'welcomeAskLog', values: [] }] : []),
    ...(sends ? [{ key: 'welcomeAskSend', values: [] }] : []),
    ...(lacks('notifications') ? [{ key: 'welcomeAskNotify', values: [] }] : []),
  ];
}

/** @param {string} pattern a match pattern @returns {string} as a person writes it */
function siteOf(pattern) {
  const host = pattern.replace(/^[^:]+:\/\//, '').split('/')[0];
  return host.replace(/^(?:\*\.|www\.)/, '');
}
