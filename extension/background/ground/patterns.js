/**
 * Match patterns beside one another. Browsers tell of a permission in their own words: narrower,
 * wider, all sites. Pure.
 */

/**
 * @param {string} a match pattern, or `<all_urls>`
 * @param {string} b
 * @returns {boolean} whether there is an https address that both take; a path is not looked at
 */
export function overlaps(a, b) {
  const [one, other] = [hostOf(a), hostOf(b)];
  if (one === null || other === null) return false;
  return within(one, other) || within(other, one);
}

/**
 * @param {string} pattern
 * @returns {string | null} `*`, `*.host` or `host`; null: it takes no https address
 */
function hostOf(pattern) {
  if (pattern === '<all_urls>') return '*';
  return /^(?:\*|https):\/\/([^/:]+)(?::[0-9*]+)?\//.exec(pattern)?.[1].toLowerCase() ?? null;
}

/** @param {string} inner @param {string} outer */
function within(inner, outer) {
  if (outer === '*') return true;
  if (!outer.startsWith('*.')) return inner === outer;
  const bare = inner.replace(/^\*\./, '');
  return bare === outer.slice(2) || bare.endsWith(outer.slice(1));
}
