/**
 * Whom a setting is about. Most say whether the platform may train; some (YouTube's third-party training, a blog's
 * AI crawlers) say it of others alone, and a sentence with the platform as the one who trains would be false.
 */
/** @import { Platform } from './types.d.ts' */

/** @type {Record<string, string>} */
const OTHERS = {
  sentenceAllowed: 'othersAllowed', sentenceAllowedLikely: 'othersAllowedLikely', sentenceDenied: 'othersDenied', sentenceDeniedLikely: 'othersDeniedLikely',
  sentenceLastAllowed: 'othersLastAllowed', sentenceLastDenied: 'othersLastDenied', sentenceSaidDenied: 'othersSaidDenied',
};

/** @param {string} key of a sentence @param {Platform | null | undefined} platform @returns {string} the key to say it with */
export function saying(key, platform) {
  const { trainers } = /** @type {{ trainers?: string }} */ (platform ?? {});
  return (trainers === 'others' && OTHERS[key]) || key;
}
