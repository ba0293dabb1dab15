/** The popup's first block: the sentence, why, how we know, how old the rule is, and one button. */
import { api } from '../../shared/api.js';
import { ask } from '../../shared/ask.js';
import { copyButton } from '../../shared/copy.js';
import { ago, day } from '../../shared/dates.js';
import { el, icon } from '../../shared/dom.js';
import { locale, t } from '../../shared/i18n.js';
import { scopeDetails } from '../../shared/scope.js';
import { signs } from '../../shared/verdict.js';

/** @import { PopupState } from '../../shared/types.d.ts' */
/** @import { Action, View } from './sentence.js' */

/**
 * @param {View} view
 * @param {'h1' | 'h2'} level h2 when something more urgent is the page's heading
 * @returns {Node[]} what a screen reader announces when it changes
 */
export function sentenceBlock(view, level) {
  const how = view.how;
  const count = how ? String(signs(how.reading)) : '';
  return [
    el('div', { class: `sentence state state-${view.likely ? 'likely' : view.tone}` },
      el('span', { class: 'disc' }, icon(view.tone)),
      el(level, { id: level === 'h1' ? 'sentence' : 'page-sentence' }, t(view.sentence.key, ...view.sentence.values))),
    ...[
      view.reason && t(view.reason.key),
      how && t(how.kind === 'likely' ? 'howLikely' : 'howSure', ago(how.reading.at, locale()), count),
      view.account && t('forAccount', view.account),
      view.lastSeen && t('lastSeen', ago(view.lastSeen, locale())),
    ].filter((text) => text).map((text) => el('p', { class: 'soft' }, String(text))),
  ];
}

/**
 * @param {View} view
 * @param {PopupState} state
 * @param {() => void} done called when an action has changed something
 * @returns {Node[]}
 */
export function actionBlock(view, state, done) {
  const { platform } = state.tab;
  return [
    view.action ? actionButton(view.action, state, done) : null,
    view.report?.report ? el('p', { class: 'report' },
      copyButton('actionCopyReport', reportText(view, state)), el('span', { class: 'soft' }, t('reportNote'))) : null,
    platform && view.tone !== 'none' && view.tone !== 'settling' && platform.seen ? el('p', { class: 'soft' }, [t('ruleAge', day(platform.seen, locale())), platform.grade === 'C' && t('gradeReported')].filter(Boolean).join(' ')) : null,
    platform && view.how ? scopeDetails(platform, view.how.reading.control) : null,
  ].filter((node) => node !== null);
}

/** @param {Action} action @param {PopupState} state @param {() => void} done */
function actionButton(action, state, done) {
  const { platform, id } = state.tab;
  const make = (/** @type {string} */ key, /** @type {() => unknown} */ act, primary = true) => el('button', {
    type: 'button', class: primary ? 'primary wide' : 'wide', 'data-key': 'primary', 'data-action': String(action),
    onclick: async () => { await act(); done(); },
  }, t(key));
  const open = (/** @type {string} */ url) => api.tabs.create({ url }).then(() => globalThis.close());
  switch (action) {
    case 'open': return make('actionOpen', () => open(platform?.open ?? ''));
    case 'open-form': return make('actionOpenForm', () => open(platform?.open ?? ''));
    case 'read': return make('actionRead', () => ask('read-now', { tabId: id, platform: platform?.id }));
    case 'read-again': return make('actionReadAgain', () => ask('read-now', { tabId: id, platform: platform?.id }), false);
    case 'allow': return make('actionAllow', () => api.permissions.request({ origins: platform?.hosts ?? [] }));
    case 'choose': return make('actionChoose', () => open(api.runtime.getURL('pages/welcome/welcome.html')));
    case 'dashboard': return make('actionDashboard', () => open(api.runtime.getURL('pages/dashboard/dashboard.html')), false);
    default: return null;
  }
}

/** @param {View} view @param {PopupState} state */
function reportText(view, state) {
  return JSON.stringify({
    product: 'Opt-Out Log', version: api.runtime.getManifest().version, platform: state.tab.platform?.id, rev: state.tab.state?.rev,
    control: view.report?.control, why: view.report?.why, lang: view.report?.lang, at: view.report?.at, report: view.report?.report,
  }, null, 2);
}
