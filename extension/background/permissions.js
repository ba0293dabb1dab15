/**
 * A granted permission is the only switch: with a platform's host granted it is read, with `nativeMessaging` granted
 * it is recorded. The user may take any of them back at any time.
 */
import { api } from '../shared/api.js';

/** @import { Platform } from '../shared/types.d.ts' */

/** @param {chrome.permissions.Permissions} permissions */
export async function granted(permissions) {
  return api.permissions.contains(permissions);
}

/**
 * Platforms with at least one granted host. A platform may be named by several hosts of which the user has granted
 * some; reading works on those.
 * @param {Platform[]} platforms
 * @returns {Promise<Set<string>>} ids
 */
export async function grantedPlatforms(platforms) {
  const results = await Promise.all(platforms.map(async (platform) => {
    const hosts = await Promise.all(platform.hosts.map((host) => granted({ origins: [host] })));
    return hosts.some(Boolean) ? platform.id : null;
  }));
  return new Set(results.filter((id) => id !== null));
}

/**
 * Whether a change of permissions takes back (or gives again) Firefox's consent to sending data out of the browser,
 * which counts the log program as outside.
 * @param {any} change
 */
export function concernsSending(change) {
  return Array.isArray(change.data_collection) && change.data_collection.includes('websiteContent');
}
