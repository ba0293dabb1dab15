/** The plain reason for each `why`: keys of messages. `ok` needs no reason. */

/** @import { Platform, Why } from './types.d.ts' */

/** @type {Record<Why, string>} */
export const WHY_TEXT = {
  ok: '',
  'other-page': 'whyOtherPage',
  'not-found': 'whyNotFound',
  ambiguous: 'whyAmbiguous',
  conflict: 'whyConflict',
  'layout-changed': 'whyLayoutChanged',
  'signed-out': 'whySignedOut',
  'not-offered': 'whyNotOffered',
  locked: 'whyLocked',
  mixed: 'whyMixed',
  unsaved: 'whyUnsaved',
  unsettled: 'whyUnsettled',
  'no-access': 'whyNoAccess',
};

/**
 * Is the control one of a team's, a site's or a blog's, and which one is not known? Pure.
 * @param {Platform | null | undefined} platform
 * @param {{ control?: string | null, unit?: string | null }} one a reading, a line or an entry
 */
export function unitLost(platform, one) {
  const unit = platform?.controls.find(({ id }) => id === one.control)?.unit ?? 'account';
  return unit !== 'account' && (one.unit ?? null) === null;
}

/**
 * The reason of an unknown, where more is known of it than its `why`: a switch that can prove only
 * one side (a default for the future) is read as on or off, and yet says nothing about the past;
 * one whose unit nobody can tell is read, too. A page that was there before us did not fail to come
 * to rest.
 * @param {Platform | null | undefined} platform
 * @param {{ why?: string | null, raw?: string | null, control?: string | null, unit?: string |
 *   null, again?: string | null }} one
 *   without `raw` (a line): what was read is not known
 * @returns {string | undefined} key of a message; empty or undefined: no reason
 */
export function reasonOf(platform, one) {
  const read = one.raw === 'on' || one.raw === 'off';
  if (one.why === 'mixed' && read) return 'whyFuture';
  if (one.why === 'ambiguous' && (read || one.raw === undefined) && unitLost(platform, one))
    return 'whyUnitLost';
  if (one.why === 'unsettled' && one.again === 'restored') return 'whyBefore';
  return WHY_TEXT[/** @type {Why} */ (one.why)];
}
