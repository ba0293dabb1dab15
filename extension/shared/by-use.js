/** The order in which platforms are offered. Pure. */

/** @import { Platform } from './types.d.ts' */

/** What most people have comes first: by use as known in 2026, not by alphabet. */
const FIRST = [
  ...['linkedin', 'x', 'facebook', 'instagram', 'whatsapp', 'youtube', 'chatgpt', 'gemini'],
  ...['tiktok', 'pinterest', 'claude', 'copilot', 'github', 'grok'],
];

/**
 * A setting with another purpose than training never stands before one of
 * training.
 * @param {Platform[]} platforms
 * @returns {Platform[]}
 */
export function byUse(platforms) {
  const place = (/** @type {Platform} */ { id, kind }) =>
    kind === 'not-training' ? Infinity : FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length;
  return [...platforms].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}
