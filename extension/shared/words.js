/**
 * The short word of a state, as on a pill: never the same for what is sure, what is probable and
 * what was changed. Pure.
 */

import { weightOf } from './weight.js';

/** @import { Entry, Training, WaitingRow } from './types.d.ts' */
/** @import { Weight } from './weight.js' */

/** @type {Record<Training, Record<Weight, string>>} keys of messages */
const WORDS = {
  allowed: { sure: 'stateAllowed', likely: 'stateAllowedLikely', changed: 'entryTurnedOn' },
  denied: { sure: 'stateDenied', likely: 'stateDeniedLikely', changed: 'entryTurnedOff' },
  unknown: { sure: 'stateUnknown', likely: 'stateUnknown', changed: 'stateUnknown' },
};

/** @param {Training} training @param {Weight} weight @returns {string} key of a message */
export function pillWord(training, weight) {
  return WORDS[training][weight];
}

/**
 * Of an entry that still waits: what was read, said or done.
 * @param {Entry | WaitingRow} entry
 * @returns {string} key of a message
 */
export function entryWord(entry) {
  if (entry.basis === 'form') return 'stateForm';
  if (entry.basis === 'declared' && entry.raw === 'dropped') return 'entryDropped';
  if (entry.basis === 'declared' && entry.raw === 'taken-back') return 'entryTakenBack';
  if (entry.basis === 'declared') return 'entrySaid';
  return pillWord(entry.training, weightOf(entry));
}
