/** The plain reason for each `why`: keys of messages. `ok` needs no reason. */

/** @import { Why } from './types.d.ts' */

/** @type {Record<Why, string>} */
export const WHY_TEXT = {
  'ok': '',
  'other-page': 'whyOtherPage',
  'not-found': 'whyNotFound',
  'ambiguous': 'whyAmbiguous',
  'conflict': 'whyConflict',
  'layout-changed': 'whyLayoutChanged',
  'signed-out': 'whySignedOut',
  'not-offered': 'whyNotOffered',
  'locked': 'whyLocked',
  'mixed': 'whyMixed',
  'unsaved': 'whyUnsaved',
  'unsettled': 'whyUnsettled',
  'no-access': 'whyNoAccess',
};
