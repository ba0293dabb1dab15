/** Who we are, for `hello` and for each entry, and what this browser does. */
import { api } from '../../shared/api.js';

/** @returns {Promise<string>} for example `chromium 156`, `firefox 153` */
export async function browserName() {
  const info = await /** @type {any} */ (api.runtime).getBrowserInfo?.();
  if (info) return `${info.name.toLowerCase()} ${major(info.version)}`;
  const brands = /** @type {any} */ (navigator).userAgentData?.brands ?? [];
  const known = brands.filter((/** @type {any} */ brand) => !/not.?a.?brand/i.test(brand.brand));
  const best = known.find((/** @type {any} */ brand) => brand.brand !== 'Chromium') ?? known[0];
  return best
    ? `${best.brand.toLowerCase().replace(/[^a-z0-9]+/g, '-')} ${major(best.version)}`
    : 'unknown';
}

/**
 * Firefox binds the permission of a click (`activeTab`) to the document in front: a page that is
 * loaded anew is closed to us again. Chromium binds it to the site.
 */
export const clickOutlivesLoading = () => !('getBrowserInfo' in api.runtime);

/** @param {string} version */
function major(version) {
  return version.split('.', 1)[0];
}

/** @returns {Promise<{ name: string, version: string, browser: string }>} */
export async function client() {
  return {
    name: 'extension',
    version: api.runtime.getManifest().version,
    browser: await browserName(),
  };
}
