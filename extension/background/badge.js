/**
 * The quiet badge: ON (training allowed), OFF (denied) or ? (unknown), on a recognised settings page and only for
 * that tab; its title says the same in words. Browsers clear a tab's badge when it navigates; after that nothing here
 * paints it again until the new page was read.
 */
import { api } from '../shared/api.js';
import { t } from '../shared/i18n.js';
import { saying } from '../shared/trainers.js';
import { pageVerdict } from '../shared/verdict.js';

/** @import { Platform, TabState } from '../shared/types.d.ts' */

const STRONG = { ON: '#b3261e', OFF: '#146c2e', '?': '#5f6368' };
const NEUTRAL = '#5f6368';

/**
 * Pure: what the badge of a tab shows.
 * @param {TabState | null} state
 * @returns {{ text: '' | 'ON' | 'OFF' | '?', color: string, title: 'app' | 'allowed' | 'denied' | 'unknown' | 'reached' | 'submitted' | 'confirmed', likely: boolean }}
 */
export function badgeOf(state) {
  const none = /** @type {const} */ ({ text: '', color: NEUTRAL, title: 'app', likely: false });
  if (!state || state.settling) return none;
  if (state.form) return { ...none, title: state.form.step };
  const verdict = pageVerdict(state.readings);
  // a page that is not the settings page is "elsewhere"
  if (!verdict || verdict.why === 'other-page' || verdict.why === 'unsettled') return none;
  // what a document of before draws is no word on what is stored now
  if (verdict.training !== 'unknown' && verdict.decides.again && verdict.decides.how !== 'changed') return { ...none, text: '?', title: 'unknown' };
  const text = verdict.training === 'allowed' ? 'ON' : verdict.training === 'denied' ? 'OFF' : '?';
  return { text, color: verdict.likely ? NEUTRAL : STRONG[text], title: verdict.training, likely: verdict.likely };
}

/**
 * @param {number} tabId
 * @param {TabState | null} state
 * @param {Platform | null} platform
 */
export async function paint(tabId, state, platform) {
  const badge = badgeOf(state);
  try {
    await api.action.setBadgeText({ tabId, text: badge.text });
    if (badge.text) {
      await api.action.setBadgeBackgroundColor({ tabId, color: badge.color });
      await api.action.setBadgeTextColor({ tabId, color: '#ffffff' });
    }
    await api.action.setTitle({ tabId, title: titleOf(badge, platform) });
  } catch {
    // the tab was closed meanwhile
  }
}

/**
 * @param {ReturnType<typeof badgeOf>} badge
 * @param {Platform | null} platform
 */
function titleOf(badge, platform) {
  const name = platform?.name ?? '';
  switch (badge.title) {
    case 'app': return t('appName');
    case 'allowed': return t(saying(badge.likely ? 'sentenceAllowedLikely' : 'sentenceAllowed', platform), name);
    case 'denied': return t(saying(badge.likely ? 'sentenceDeniedLikely' : 'sentenceDenied', platform), name);
    case 'unknown': return t('sentenceUnknown', name);
    case 'reached': return t('formReached', name);
    case 'submitted': return t('formSubmitted', name);
    case 'confirmed': return t('formConfirmed', name);
    default: return /** @type {never} */ (badge.title);
  }
}
