/**
 * The packaged rules: the index of platforms and, on demand, one platform's rule. Never fetched
 * from a network.
 */
import { api } from '../../shared/api.js';

/** @import { Platform, Without } from '../../shared/types.d.ts' */

/** @type {Promise<{ platforms: Platform[], without: Without[] }> | undefined} */
let index;

function read() {
  // in the file `controls` are ids alone, and `about` says what each of them is
  index ??= packaged('rules/index.json').then(json => ({
    platforms: json.platforms.map((/** @type {any} */ { about, ...platform }) => ({
      ...platform,
      controls: about ?? [],
    })),
    without: json.without ?? [],
  }));
  return index;
}

/** @returns {Promise<Platform[]>} in the order of the index */
export async function platforms() {
  return (await read()).platforms;
}

/** @returns {Promise<Without[]>} platforms that have no control to read */
export async function without() {
  return (await read()).without;
}

/** @param {string} id */
export async function platformById(id) {
  return (await platforms()).find(platform => platform.id === id) ?? null;
}

/**
 * The rule as the engine takes it. Only ids of the index are ever looked up, so the path cannot be
 * chosen by a page.
 * @param {string} id
 */
export async function ruleOf(id) {
  if (!(await platformById(id))) throw new Error(`no such platform: ${id}`);
  return packaged(`rules/${id}.json`);
}

/** @param {string} path */
async function packaged(path) {
  const response = await fetch(api.runtime.getURL(path));
  return response.json();
}
