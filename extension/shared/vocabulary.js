/**
 * The vocabulary of the data model, as far as modules ask for it.
 * Made from words.json by scripts/make-words.mjs.
 */

/**
 * What is known of AI training on what a person posts or does.
 * @type {ReadonlySet<unknown>}
 */
export const TRAINING = new Set([
  'allowed', 'denied', 'unknown',
]);

/**
 * Why the training that a page shows is unknown; ok where it is known.
 * @type {ReadonlySet<unknown>}
 */
export const WHY = new Set([
  'ok', 'other-page', 'not-found', 'ambiguous', 'conflict', 'layout-changed', 'signed-out',
  'not-offered', 'locked', 'mixed', 'unsaved', 'unsettled', 'no-access',
]);

/**
 * How much stands behind a reading.
 * @type {ReadonlySet<unknown>}
 */
export const SURE = new Set([
  'sure', 'likely', 'none',
]);

/**
 * Why a document gives no new loaded reading.
 * @type {ReadonlySet<unknown>}
 */
export const AGAIN = new Set([
  'old', 'touched', 'restored',
]);

/**
 * Those of them that a page can show.
 * @type {ReadonlySet<unknown>}
 */
export const SEEN_STEP = new Set([
  'reached', 'submitted', 'confirmed',
]);

/** The name of a platform, a control, a page, a rule. */
export const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

/** The most that a member of an entry holds: bytes of UTF-8, or a number. */
export const BOUNDS = Object.freeze({
  account: 200, unit: 200, raw: 100, label: 300, lang: 35, route: 500, note: 500,
});
