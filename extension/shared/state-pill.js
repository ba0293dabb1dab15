/** A state as people see it: word, icon and colour together. */
import { el, icon } from './dom.js';
import { t } from './i18n.js';

const LOOKS = /** @type {const} */ ({
  allowed: ['allowed', 'stateAllowed'],
  denied: ['denied', 'stateDenied'],
  returned: ['returned', 'stateReturned'],
  unknown: ['unknown', 'stateUnknown'],
  stale: ['unknown', 'stateStale'],
  form: ['form', 'stateForm'],
  unchecked: ['none', 'stateUnchecked'],
  'no-access': ['none', 'stateNoAccess'],
});

/**
 * @param {keyof typeof LOOKS} state
 * @param {boolean} [likely] a probable state is never coloured as if it were sure
 */
export function statePill(state, likely = false) {
  const [symbol, text] = LOOKS[state];
  return el('span', { class: `pill state state-${likely ? 'likely' : state}`, 'data-state': state }, icon(symbol), t(text));
}
