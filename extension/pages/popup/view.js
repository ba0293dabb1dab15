/** What the popup shows first, as data: made by sentence.js and away.js, drawn by verdict.js. */

/** @import { Health, Reading, Without } from '../../shared/types.d.ts' */
/** @import { Weight } from '../../shared/weight.js' */

/**
 * @typedef {'allowed' | 'denied' | 'unknown' | 'form' | 'none' | 'settling'} Tone picks colour and
 *   icon
 * @typedef {'open' | 'open-form' | 'read' | 'read-again' | 'reload' | 'reload-confirm' | 'allow' |
 *   'read-once' | 'every-visit' | 'choose' | 'dashboard' | null} Action the one primary button
 * @typedef {{ key: string, values: string[], at?: string | null }} Text at: a time, the last of the
 *   values, in the words of now
 * @typedef {{ name: string, word: string }} Part a setting or an account among several; `word` is a
 *   message key
 * @typedef {'sure' | 'likely' | 'reported' | 'probable' | 'own'} HowKind
 *   likely: one sign alone; reported:
 *   the rule rests on reports
 * @typedef {{ tone: Tone, weight: Weight, likely: boolean, sentence: Text, reason: Text | null,
 *   then: string | null, how: { kind: HowKind, reading: Reading } | null,
 *   facts: Text[], accounts: Text[] | null, parts: Part[], runs: RunsOf | null, said:
 *   { date: string, note: string | null } | null,
 *   account: string | null, lastSeen: string | null, action: Action, report: Reading | null,
 *   health: Health | null, without: Without | null, scope: string | null, beside: Reading[],
 *   regions: boolean, limits: boolean }} View
 *   then: message of the reason at the last look; accounts: all accounts, where they differ, for
 *   the sentence; runs: a line whose looks are told; said: what the user
 *   said, beside what was seen; scope: control whose scope is shown; beside: settings with another
 *   purpose; regions: show
 *   where it is offered; limits: what the setting does not govern stands directly below the
 *   sentence
 * @typedef {Pick<import('../../shared/types.d.ts').Line, 'run' | 'before' | 'seen' | 'account'>}
 *   RunsOf
 */

/**
 * @param {Tone} tone
 * @param {string} key
 * @param {string[]} values
 * @param {Partial<Omit<View, 'reason' | 'likely'>> & { reason?: string | null, at?: string | null
 *   }} rest
 * @returns {View}
 */
export function view(tone, key, values, rest) {
  const { reason, at = null, ...others } = rest;
  return {
    tone,
    weight: 'sure',
    sentence: { key, values, at },
    reason: reason ? { key: reason, values: [] } : null,
    then: null,
    how: null,
    facts: [],
    accounts: null,
    parts: [],
    runs: null,
    said: null,
    account: null,
    lastSeen: null,
    action: null,
    report: null,
    health: null,
    without: null,
    scope: null,
    beside: [],
    regions: false,
    limits: false,
    ...others,
    likely: (others.weight ?? 'sure') !== 'sure',
  };
}
