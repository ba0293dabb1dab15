/**
 * One verdict for a page with several controls: what any control allows is allowed; the platform is
 * only "not allowed" when every control that was read says so. Pure; used by badge and popup alike,
 * so that they agree.
 */
import { weightOf } from './weight.js';

/** @import { Again, Reading, TabReading, Training, Why } from './types.d.ts' */
/** @import { Weight } from './weight.js' */

/** Milliseconds after which what a tab shows is no longer told as what holds. */
const OLD = 10 * 60_000;

/**
 * `again`: what decides is shown by a document that proves nothing of now; `changedAt`: it is a
 * person's change.
 * @typedef {{ training: Training, why: Why, weight: Weight, likely: boolean, decides: TabReading,
 *   counted: TabReading[], again: Again | null, changedAt: string | null }} Verdict
 */

/**
 * @param {(Reading | TabReading)[]} all
 * @param {number} [now] milliseconds; without it no document is too old
 * @returns {Verdict | null} null: nothing was read
 */
export function pageVerdict(all, now = -Infinity) {
  const readings = /** @type {TabReading[]} */ (all.filter(reading => !reading.other));
  const allowed = readings.filter(reading => reading.training === 'allowed');
  // a control that this account does not have cannot make the others uncertain
  const offered = readings.filter(reading => reading.why !== 'not-offered');
  const unknown = (offered.length > 0 ? offered : readings).filter(
    reading => reading.training === 'unknown',
  );
  const group = allowed.length > 0 ? allowed : unknown.length > 0 ? unknown : offered;
  if (group.length === 0) return null;
  // one sure "allowed" makes the whole sure; "not allowed" is only as sure as its weakest part
  const ordered = [...group].sort((a, b) => rank(a, now) - rank(b, now));
  const decides = allowed.length > 0 ? ordered[ordered.length - 1] : ordered[0];
  const changedAt = changeOf(decides);
  const weight = changedAt ? 'changed' : weightOf(decides);
  return {
    training: decides.training,
    why: decides.why,
    weight,
    decides,
    changedAt,
    likely: decides.training !== 'unknown' && weight !== 'sure',
    counted: offered,
    again: decides.training === 'unknown' || changedAt ? null : againOf(decides, now),
  };
}

/** A change that was heard stays one until the page is loaded anew. @param {TabReading} reading */
function changeOf(reading) {
  if (reading.training === 'unknown') return null;
  if (reading.how === 'changed') return reading.changedAt ?? reading.at;
  return reading.how === 'loaded' ? null : (reading.changedAt ?? null);
}

/** @param {Reading} reading @param {number} now @returns {Again | null} */
function againOf(reading, now) {
  if (reading.again) return reading.again;
  return reading.loadedAt && now - Date.parse(reading.loadedAt) > OLD ? 'old' : null;
}

/**
 * How much a reading proves, from nothing to sure.
 * @param {TabReading} reading
 * @param {number} now
 */
function rank(reading, now) {
  if (changeOf(reading)) return 1;
  if (againOf(reading, now)) return 0;
  return weightOf(reading) === 'sure' ? 3 : 2;
}

/** Locators that rest on the same thing are one sign. */
const SIGN = /** @type {Record<string, string>} */ ({
  role: 'name',
  label: 'label',
  section: 'label',
  testid: 'hook',
  attr: 'hook',
});

/** In the log, beside the signs that agreed: the extension pressed the control for the person. */
export const ASSISTED = 'assisted';

/**
 * @param {Reading} reading
 * @returns {number} independent signs that picked the control
 */
export function signs(reading) {
  return new Set(reading.by.map(by => SIGN[by] ?? by)).size;
}
