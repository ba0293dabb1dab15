/**
 * The quiet badge: ON (training allowed), OFF (denied) or ? (unknown), on a recognised settings
 * page and only for that tab; its title says the same in words. In colour only where it is sure:
 * what is probable, and what a person has changed and no load has confirmed, is grey. Browsers
 * clear a tab's badge when it navigates; after that nothing here paints it again until the new page
 * was read.
 */
import { api } from '../../shared/api.js';
import { t } from '../../shared/i18n.js';
import { AGAIN, formOf, sentenceKey, unknownKey } from '../../shared/sentences.js';
import { pageVerdict } from '../../shared/verdict.js';
import { timeOf } from '../../shared/when.js';

/** @import { Platform, TabState } from '../../shared/types.d.ts' */
/** @import { Verdict } from '../../shared/verdict.js' */

const STRONG = { ON: '#b3261e', OFF: '#146c2e', '?': '#5f6368' };
const NEUTRAL = '#5f6368';

/**
 * @typedef {{ text: '' | 'ON' | 'OFF' | '?', color: string, title: 'app' | 'verdict' | 'reached' |
 *   'submitted' | 'confirmed',
 *   verdict: Verdict | null, likely: boolean }} Badge
 */

/**
 * Pure: what the badge of a tab shows.
 * @param {TabState | null} state
 * @returns {Badge}
 */
export function badgeOf(state) {
  const none = /** @type {const} */ ({
    text: '',
    color: NEUTRAL,
    title: 'app',
    verdict: null,
    likely: false,
  });
  if (!state || state.settling) return none;
  if (state.form) return { ...none, title: state.form.step };
  const verdict = pageVerdict(state.readings);
  // a page that is not the settings page is "elsewhere"
  if (!verdict || verdict.why === 'other-page' || verdict.why === 'unsettled') return none;
  // what a document of before draws is no word on what is stored now
  if (verdict.again) return { ...none, text: '?', title: 'verdict', verdict };
  const text = verdict.training === 'allowed' ? 'ON' : verdict.training === 'denied' ? 'OFF' : '?';
  return {
    text,
    color: verdict.likely ? NEUTRAL : STRONG[text],
    title: 'verdict',
    verdict,
    likely: verdict.likely,
  };
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
 * What the badge says in words.
 * @param {Badge} badge
 * @param {Platform | null} platform
 */
export function titleOf(badge, platform) {
  const name = platform?.name ?? '';
  switch (badge.title) {
    case 'app':
      return t('appName');
    case 'verdict':
      return verdictTitle(badge.verdict, platform);
    case 'reached':
      return t('formReached', name);
    case 'submitted':
      return t('formSubmitted', name);
    case 'confirmed':
      return t('formConfirmed', name);
    default:
      return /** @type {never} */ (badge.title);
  }
}

/**
 * A title stands as long as the page does: what is told of a time or a tab has to say of which
 * platform.
 * @param {Verdict | null} verdict
 * @param {Platform | null} platform
 */
function verdictTitle(verdict, platform) {
  const name = platform?.name ?? '';
  if (!verdict || verdict.training === 'unknown') return t(unknownKey('now', platform), name);
  const { training, weight, counted, changedAt, again, decides } = verdict;
  if (again) return `${name}: ${t(AGAIN[again], timeOf(decides.loadedAt ?? decides.at))}`;
  const key = sentenceKey({ when: 'now', form: formOf(platform, counted), training, weight });
  return changedAt ? `${name}: ${t(key, name, timeOf(changedAt))}` : t(key, name);
}
