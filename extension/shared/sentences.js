/**
 * The one table of what is said of a state: which text for which claim. Popup, badge, notification
 * and alarm all take their sentence from here, so that none of them says more than another. Pure.
 *
 * Three forms. `switch`: a switch that is on when training is allowed, so that "off" is what a
 * person sees. `setting`: anything else, where "off" might be the opposite of what is drawn.
 * `others`: the setting is about training by others, and a sentence with the platform as the one
 * who trains would be false.
 */

/** @import { Platform, Reading, Training } from './types.d.ts' */
/** @import { Weight } from './weight.js' */

/** @typedef {'switch' | 'setting' | 'others'} Form */
/** @typedef {'now' | 'not-kept' | 'last' | 'returned' | 'perhaps' | 'said'} When */
/** @typedef {'allowed' | 'denied'} Known */

/**
 * Per form and weight: denied, allowed. Values of all of them: the platform's name, and a time
 * where it is an event.
 */
const NOW = /** @type {const} */ ({
  switch: {
    sure: ['sentenceOff', 'sentenceOn'],
    likely: ['sentenceOffLikely', 'sentenceOnLikely'],
    changed: ['sentenceTurnedOff', 'sentenceTurnedOn'],
  },
  setting: {
    sure: ['settingDenies', 'settingAllows'],
    likely: ['settingDeniesLikely', 'settingAllowsLikely'],
    changed: ['settingChangedDenies', 'settingChangedAllows'],
  },
  others: {
    sure: ['othersDenies', 'othersAllows'],
    likely: ['othersDeniesLikely', 'othersAllowsLikely'],
    changed: ['othersChangedDenies', 'othersChangedAllows'],
  },
});

/** Away from the page nobody knows how the control looks: no `switch` there. */
const LAST = /** @type {const} */ ({
  setting: {
    sure: ['lastDenies', 'lastAllows'],
    likely: ['lastDeniesLikely', 'lastAllowsLikely'],
    changed: NOW.setting.changed,
  },
  others: {
    sure: ['othersLastDenies', 'othersLastAllows'],
    likely: ['othersLastDeniesLikely', 'othersLastAllowsLikely'],
    changed: NOW.others.changed,
  },
});

const NOT_KEPT = { switch: 'sentenceNotKept', setting: 'settingNotKept', others: 'othersNotKept' };
const RETURNED = {
  own: ['returnedAllows', 'returnedAllowsLikely'],
  others: ['othersReturnedAllows', 'othersReturnedAllowsLikely'],
};
const PERHAPS = {
  own: ['perhapsAllows', 'perhapsAllowsLikely'],
  others: ['othersPerhapsAllows', 'othersPerhapsAllowsLikely'],
};
/** Sentences for a document that proves nothing of now. Value of the first: when it was loaded. */
export const AGAIN = {
  old: 'sentenceOld',
  restored: 'sentenceRestored',
  touched: 'sentenceTouched',
};
const SAID = { own: 'saidRefused', others: 'othersSaidRefused' };
const UNKNOWN = {
  now: { own: 'sentenceUnknown', others: 'othersUnknown' },
  last: { own: 'lastUnknown', others: 'othersLastUnknown' },
  stale: { own: 'staleUnknown', others: 'othersStaleUnknown' },
  differ: { own: 'accountsDiffer', others: 'othersAccountsDiffer' },
};

/**
 * @param {{ when: When, form: Form, training: Known, weight: Weight }} claim a return and a change
 *   that was not kept are
 *   of permissions, what was said is a refusal
 * @returns {string} key of a message
 */
export function sentenceKey({ when, form, training, weight }) {
  const at = training === 'allowed' ? 1 : 0;
  const whose = form === 'others' ? 'others' : 'own';
  const unsure = weight === 'sure' ? 0 : 1;
  switch (when) {
    case 'now':
      return NOW[form][weight][at];
    case 'last':
      return LAST[form === 'others' ? 'others' : 'setting'][weight][at];
    case 'not-kept':
      return NOT_KEPT[form];
    case 'returned':
      return RETURNED[whose][unsure];
    case 'perhaps':
      return PERHAPS[whose][unsure];
    case 'said':
      return SAID[whose];
    default:
      return /** @type {never} */ (when);
  }
}

/**
 * What is said where no single state can be: on the page, so far, at the last look, or of accounts
 * that differ.
 * @param {keyof typeof UNKNOWN} which
 * @param {{ trainers?: string } | null | undefined} about
 */
export function unknownKey(which, about) {
  return UNKNOWN[which][about?.trainers === 'others' ? 'others' : 'own'];
}

/**
 * @param {{ trainers?: string } | null | undefined} about a platform of the index, or a line that
 *   carries its trainers
 * @returns {Exclude<Form, 'switch'>} the form in which every state can be said
 */
export function plainForm(about) {
  return about?.trainers === 'others' ? 'others' : 'setting';
}

/**
 * The form for what was read on a page: the words of a switch only where one switch alone shows
 * what they say.
 * @param {Platform | null} platform
 * @param {Reading[]} counted the readings that the verdict rests on
 * @returns {Form}
 */
export function formOf(platform, counted) {
  const plain = plainForm(platform);
  if (plain === 'others' || counted.length !== 1) return plain;
  const [{ control, raw, training }] = counted;
  const kind = platform?.controls.find(({ id }) => id === control)?.kind ?? platform?.kind;
  const drawn = { on: 'allowed', off: 'denied' }[String(raw)];
  return kind === 'toggle' && drawn === training ? 'switch' : plain;
}

/** @param {Training} training @returns {training is Known} */
export function isKnown(training) {
  return training !== 'unknown';
}
