/**
 * Match patterns of rules are `https://host/*` or `https://*.host/*`; ports never matter (as in the
 * browsers).
 */

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

/** @import { Card, Platform, Without } from './types.d.ts' */

/**
 * @param {Platform} platform
 * @param {string | undefined} url
 */
export function isOn(platform, url) {
  return url !== undefined && platform.hosts.some(pattern => matchesHost(pattern, url));
}

/**
 * Two platforms may share a host; the one that is about training comes first.
 * @param {Platform[]} platforms
 * @param {string | undefined} url
 */
export function platformAt(platforms, url) {
  const here = platforms.filter(platform => isOn(platform, url));
  return here.find(({ kind }) => kind !== 'not-training') ?? here[0] ?? null;
}

/**
 * A page of the platform that is known and not read.
 * @param {Platform | null} platform
 * @param {string | undefined} url
 * @returns {Card | null}
 */
export function cardAt(platform, url) {
  if (!url || !URL.canParse(url)) return null;
  const { origin, pathname } = new URL(url);
  const address = `${origin}${pathname}`.replace(/\/+$/, '');
  return platform?.cards?.find(card => card.url === address) ?? null;
}

/**
 * @param {Without[]} list
 * @param {string | undefined} url
 */
export function withoutAt(list, url) {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return (
    list.find(({ domains }) =>
      domains.some(domain => hostname === domain || hostname.endsWith(`.${domain}`)),
    ) ?? null
  );
}
