/**
 * Why turning off for a person ended (docs/operating.md), as a sentence.
 */
const ENDED = /** @type {Record<string, string>} */ ({
  again: 'operateAgain',
  changed: 'operateChanged',
  covered: 'operateCovered',
  drafts: 'operateDrafts',
  hand: 'operateHand',
  ignored: 'operateIgnored',
  lost: 'operateLost',
  old: 'operateOld',
  option: 'operateOption',
  question: 'operateQuestion',
  refused: 'operateRefused',
  save: 'operateSave',
});

/**
 * @param {string | undefined} ended
 * @returns {string} key of the message
 */
export const endedText = ended =>
  ended !== undefined && Object.hasOwn(ENDED, ended) ? ENDED[ended] : 'operateLost';
