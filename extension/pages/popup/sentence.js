/**
 * What the popup says first, decided without a DOM. The page's own verdict, else what was last seen of the platform,
 * else what to do next. Never says more than was seen: away from the settings page everything is "when last seen".
 */
import { pageVerdict } from '../../shared/verdict.js';
import { WHY_TEXT } from '../../shared/why.js';

/** @import { PopupState, Reading } from '../../shared/types.d.ts' */

/**
 * @typedef {'allowed' | 'denied' | 'unknown' | 'form' | 'none' | 'settling'} Tone picks colour and icon
 * @typedef {'open' | 'open-form' | 'read' | 'read-again' | 'allow' | 'choose' | 'dashboard' | null} Action the one primary button
 * @typedef {{ key: string, values: string[] }} Text
 * @typedef {{ tone: Tone, likely: boolean, sentence: Text, reason: Text | null, how: { kind: 'sure' | 'likely', reading: Reading } | null,
 *   account: string | null, lastSeen: string | null, action: Action, report: Reading | null }} View
 */

/**
 * @param {PopupState} state
 * @returns {View}
 */
export function viewOf(state) {
  const { platform, state: page, granted } = state.tab;
  if (!platform) return elsewhere(state);
  const name = platform.name;
  if (!granted) return view('unknown', 'sentenceNoAccess', [name], { reason: WHY_TEXT['no-access'], action: 'allow' });
  if (page?.form) {
    const key = { reached: 'formReached', submitted: 'formSubmitted', confirmed: 'formConfirmed' }[page.form.step];
    return view('form', key, [name], { reason: 'formNote' });
  }
  if (page?.settling) return view('settling', 'sentenceSettling', [], {});
  const verdict = page && pageVerdict(page.readings);
  if (!verdict) return lastSeen(state, name);
  const { decides, likely } = verdict;
  if (verdict.training === 'unknown') {
    if (verdict.why === 'other-page') return { ...lastSeen(state, name), report: null };
    return view('unknown', 'sentenceUnknown', [name], {
      reason: WHY_TEXT[verdict.why], action: 'read', account: decides.account,
      report: verdict.why === 'layout-changed' || verdict.why === 'ambiguous' || verdict.why === 'conflict' || verdict.why === 'not-found' ? decides : null,
    });
  }
  const allowed = verdict.training === 'allowed';
  return view(verdict.training, (allowed ? 'sentenceAllowed' : 'sentenceDenied') + (likely ? 'Likely' : ''), [name], {
    likely, how: { kind: likely ? 'likely' : 'sure', reading: decides }, account: decides.account,
    reason: allowed ? 'hintAllowed' : null, action: 'read-again',
  });
}

/** @param {PopupState} state @returns {View} */
function elsewhere(state) {
  return state.anyGranted
    ? view('none', 'sentenceElsewhere', [], { action: 'dashboard' })
    : view('none', 'sentenceStart', [], { action: 'choose' });
}

/** @param {PopupState} state @param {string} name @returns {View} */
function lastSeen(state, name) {
  const { platform, line } = state.tab;
  const isForm = platform?.kind === 'form';
  if (!line || line.basis === 'form') {
    return isForm
      ? view('none', 'sentenceFormPlatform', [name], { reason: 'formNote', action: 'open-form' })
      : view('none', 'sentenceUnchecked', [name], { action: 'open' });
  }
  const key = { allowed: 'sentenceLastAllowed', denied: 'sentenceLastDenied', unknown: 'sentenceLastUnknown' }[line.training];
  // an old reading is never coloured as if it were the state now
  return view('none', key, [name], {
    lastSeen: line.seen, account: line.account, action: 'open', reason: line.stale ? WHY_TEXT[line.why] : null,
  });
}

/**
 * @param {Tone} tone
 * @param {string} key
 * @param {string[]} values
 * @param {Partial<Omit<View, 'reason'>> & { reason?: string | null }} rest
 * @returns {View}
 */
function view(tone, key, values, rest) {
  const { reason, ...others } = rest;
  return {
    tone, likely: false, sentence: { key, values }, reason: reason ? { key: reason, values: [] } : null,
    how: null, account: null, lastSeen: null, action: null, report: null, ...others,
  };
}
