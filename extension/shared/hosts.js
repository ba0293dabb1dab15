/** Match patterns of rules are `https://host/*` or `https://*.host/*`; ports never matter (as in the browsers). */

/**
 * @param {string} pattern
 * @param {string} url
 * @returns {boolean} false for anything that is not an https address
 */
export function matchesHost(pattern, url) {
  const parts = /^https:\/\/(\*\.)?([a-z0-9.-]+)\/\*$/.exec(pattern);
  if (!parts || !URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:') return false;
  const host = parts[2];
  return hostname === host || (parts[1] !== undefined && hostname.endsWith('.' + host));
}

/**
 * @param {import('./types.d.ts').Platform[]} platforms
 * @param {string | undefined} url
 */
export function platformAt(platforms, url) {
  if (!url) return null;
  return platforms.find((platform) => platform.hosts.some((pattern) => matchesHost(pattern, url))) ?? null;
}
