/**
 * One verdict for a page with several controls: what any control allows is allowed; the platform is only "not
 * allowed" when every control that was read says so. Pure; used by badge and popup alike, so that they agree.
 */

/** @import { Reading, Training, Why } from './types.d.ts' */

/**
 * @param {Reading[]} all
 * @returns {{ training: Training, why: Why, likely: boolean, decides: Reading } | null} null: nothing was read
 */
export function pageVerdict(all) {
  const readings = all.filter((reading) => !reading.other);
  const allowed = readings.filter((reading) => reading.training === 'allowed');
  // a control that this account does not have cannot make the others uncertain
  const offered = readings.filter((reading) => reading.why !== 'not-offered');
  const unknown = (offered.length > 0 ? offered : readings).filter((reading) => reading.training === 'unknown');
  const group = allowed.length > 0 ? allowed : unknown.length > 0 ? unknown : offered;
  if (group.length === 0) return null;
  // one sure "allowed" makes the whole sure; "not allowed" is only as sure as its weakest part
  const sure = group.find((reading) => reading.sure === 'sure');
  const weak = group.find((reading) => reading.sure !== 'sure');
  const decides = (allowed.length > 0 ? sure ?? weak : weak ?? sure) ?? group[0];
  return { training: decides.training, why: decides.why, likely: decides.sure === 'likely', decides };
}

/** Locators that rest on the same thing are one sign. */
const SIGN = /** @type {Record<string, string>} */ ({ role: 'name', label: 'label', section: 'label', testid: 'hook', attr: 'hook' });

/**
 * @param {Reading} reading
 * @returns {number} independent signs that picked the control
 */
export function signs(reading) {
  return new Set(reading.by.map((by) => SIGN[by] ?? by)).size;
}
