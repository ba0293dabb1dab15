/**
 * A state as people see it: word, icon and colour together; only what is sure has the colour of its
 * state.
 */
import { el, icon } from './dom.js';
import { t } from './i18n.js';

/** @import { Weight } from './weight.js' */

const LOOKS = /** @type {const} */ ({
  allowed: ['allowed', 'stateAllowed', 'stateAllowedLikely'],
  denied: ['denied', 'stateDenied', 'stateDeniedLikely'],
  returned: ['returned', 'stateReturned', 'stateReturned'],
  perhaps: ['unknown', 'statePerhaps', 'statePerhaps'],
  changed: ['settling', 'stateChanged', 'stateChanged'],
  'not-kept': ['allowed', 'stateNotKept', 'stateNotKept'],
  said: ['said', 'sureDeclared', 'sureDeclared'],
  unknown: ['unknown', 'stateUnknown', 'stateUnknown'],
  stale: ['unknown', 'stateStale', 'stateStale'],
  form: ['form', 'stateForm', 'stateForm'],
  unchecked: ['none', 'stateUnchecked', 'stateUnchecked'],
  'no-access': ['none', 'stateNoAccess', 'stateNoAccess'],
});

/**
 * States whose word is the same for both: what is probable says so beside it.
 * @type {Set<string>}
 */
const DOUBTED = new Set(['returned', 'not-kept']);

/** @typedef {keyof typeof LOOKS} PillState */

/**
 * @param {PillState} state
 * @param {Weight} [weight] what is not sure has its own word, and never the colour of the sure
 *   state
 */
export function statePill(state, weight = 'sure') {
  const [symbol, sure, likely] = LOOKS[state];
  const unsure = weight !== 'sure';
  const doubt = weight === 'likely' && DOUBTED.has(state) ? ` (${t('sureLikely')})` : '';
  return el(
    'span',
    {
      class: `pill state state-${unsure ? 'likely' : state}`,
      'data-state': state,
      'data-weight': weight,
    },
    icon(symbol),
    `${t(unsure ? likely : sure)}${doubt}`,
  );
}
