/**
 * Whom a setting is about. Most say whether the platform may train; some (YouTube's third-party training, a blog's
 * AI crawlers) say it of others alone, and a sentence with the platform as the one who trains would be false.
 */
/** @type {Record<string, string>} */
const OTHERS = {
  sentenceAllowed: 'othersAllowed', sentenceAllowedLikely: 'othersAllowedLikely', sentenceDenied: 'othersDenied', sentenceDeniedLikely: 'othersDeniedLikely',
  sentenceLastAllowed: 'othersLastAllowed', sentenceLastDenied: 'othersLastDenied', sentenceSaidDenied: 'othersSaidDenied', returnedSentence: 'othersReturned', returnedTitle: 'othersReturnedTitle',
};

/** @param {string} key of a sentence @param {object | null | undefined} about a platform of the index, or a line that carries its trainers
 * @returns {string} the key to say it with */
export function saying(key, about) {
  const { trainers } = /** @type {{ trainers?: string }} */ (about ?? {});
  return (trainers === 'others' && OTHERS[key]) || key;
}
