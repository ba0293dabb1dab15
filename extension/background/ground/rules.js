/**
 * The rules: the packaged ones, whose index and files are never fetched from a network, and those
 * that the user made or mended (own.js).
 */
import { api } from '../../shared/api.js';
import { engineRule, isOwnId, mended, ownRules, platformOf } from './own.js';

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

/** @returns {Promise<Platform[]>} in the order of the index, the user's own ones behind them */
export async function platforms() {
  const { rules, mends } = await ownRules();
  const packaged = (await read()).platforms.map(platform => {
    const its = mends.filter(mend => mend.platform === platform.id);
    if (its.length === 0) return platform;
    const days = its.map(({ control, pointed }) => [control, pointed]);
    return { ...platform, mended: Object.fromEntries(days) };
  });
  return [...packaged, ...rules.filter(own => !own.off).map(platformOf)];
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
  const platform = await platformById(id);
  if (!platform) throw new Error(`no such platform: ${id}`);
  const { rules, mends } = await ownRules();
  if (!isOwnId(id)) return mended(await packaged(`rules/${id}.json`), mends);
  const own = rules.find(one => one.id === id);
  if (!own) throw new Error(`no such platform: ${id}`);
  const { name, hosts, kind, grade } = platform;
  return { id, name, hosts, kind, grade, decoys: [], ...engineRule(own) };
}

/** A rule as it was packaged, without what was mended. @param {Platform} platform of the index */
export const packagedRule = platform => packaged(`rules/${platform.id}.json`);

/**
 * The addresses on which a host's boot script wakes the engine, where it has none of its own
 * (content/own-routes.js): of an own rule, or of a packaged one that was mended.
 * @param {Platform} platform
 */
export async function routesOf(platform) {
  const { pages } = await ruleOf(platform.id);
  return {
    platform: platform.id,
    pages: pages.map((/** @type {any} */ page) => ({ id: page.id, url: page.url })),
  };
}

/** @param {string} path */
async function packaged(path) {
  const response = await fetch(api.runtime.getURL(path));
  return response.json();
}
