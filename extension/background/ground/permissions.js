/**
 * A granted permission is the only switch: with a platform's host granted it is read, with
 * `nativeMessaging` granted it is recorded. The user may take any of them back at any time, so it
 * is asked at the moment of use, never remembered.
 */
import { api } from '../../shared/api.js';
import { isAllowedOnce } from './once.js';
import { overlaps } from './patterns.js';

/** @import { Platform } from '../../shared/types.d.ts' */

/** @param {chrome.permissions.Permissions} permissions */
export async function granted(permissions) {
  return api.permissions.contains(permissions);
}

/**
 * Whether the page at this address may be read now, by whatever pattern it was granted: the user
 * may have given less than a rule names (one host of a domain) or more (all sites).
 * @param {string | undefined} url
 * @param {number} [tabId] the tab may be one that the user lets us read by opening the popup there
 */
export async function mayRead(url, tabId) {
  if (!url || !URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:') return false;
  if (await granted({ origins: [`https://${hostname}/*`] })) return true;
  return tabId !== undefined && isAllowedOnce(tabId, url);
}

/**
 * Platforms with at least one granted host. A platform may be named by several hosts of which the
 * user has granted some, or a part of one; reading works on those.
 * @param {Platform[]} platforms
 * @returns {Promise<Set<string>>} ids
 */
export async function grantedPlatforms(platforms) {
  const origins = (await api.permissions.getAll()).origins ?? [];
  const near = platforms.filter(({ hosts }) =>
    hosts.some(host => origins.some(origin => overlaps(origin, host))),
  );
  const results = await Promise.all(
    near.map(async ({ id, hosts }) => {
      // what is listed may be withheld on all sites; only `contains` knows
      const asked = hosts.flatMap(host => [
        host,
        ...origins.filter(origin => overlaps(origin, host)),
      ]);
      const answers = await Promise.all(asked.map(origin => granted({ origins: [origin] })));
      return answers.some(Boolean) ? id : null;
    }),
  );
  return new Set(results.filter(id => id !== null));
}

/**
 * Whether a change of permissions takes back (or gives again) Firefox's consent to sending data out
 * of the browser, which counts the log program as outside.
 * @param {any} change
 */
export function concernsSending(change) {
  return Array.isArray(change.data_collection) && change.data_collection.includes('websiteContent');
}
