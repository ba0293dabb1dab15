/** Where the log is, in three states with one fix each. It never stands in the way of reading. */
import { api } from '../../shared/api.js';
import { ask } from '../../shared/ask.js';
import { copyButton } from '../../shared/copy.js';
import { day } from '../../shared/dates.js';
import { el, icon } from '../../shared/dom.js';
import { hostView } from '../../shared/host-view.js';
import { locale, t } from '../../shared/i18n.js';

/** @import { PopupState } from '../../shared/types.d.ts' */

/**
 * @param {PopupState} state
 * @param {() => void} done
 * @returns {Node[]}
 */
export function footerBlock(state, done) {
  const { host, queued, dropped, refused } = state;
  const view = hostView(host);
  const setUp = () => api.tabs.create({ url: api.runtime.getURL('pages/welcome/welcome.html#log') }).then(() => globalThis.close());
  const retry = () => ask('host-retry').then(done);
  const fix = view.fix && el('button', {
    type: 'button', class: 'small', 'data-key': 'fix', 'data-fix': view.fix, onclick: view.fix === 'set-up' ? setUp : retry,
  }, t(view.fix === 'set-up' ? 'actionSetUp' : 'actionRetry'));
  const lost = dropped.confirmations + dropped.changes > 0;
  return [
    el('div', { class: `host host-${view.level}`, 'data-host': view.level, 'data-kind': host.kind },
      icon(view.level === 'on' ? 'log' : 'warning'),
      el('p', { role: 'status' }, t(view.text), queued > 0 ? ` ${t('hostWaiting', queued)}` : ''),
      fix),
    refused > 0 && el('p', { class: 'soft' }, t('hostRefused', refused)),
    lost && el('p', { class: 'soft' },
      t('droppedNote', day(dropped.since ?? '', locale()), dropped.confirmations, dropped.changes), ' ',
      el('button', { type: 'button', class: 'small', 'data-key': 'dropped', onclick: () => ask('dropped-seen').then(done) }, t('actionOk'))),
    view.fix && host.detail && el('details', {},
      el('summary', { 'data-key': 'details' }, t('details')),
      el('pre', {}, `${host.kind}: ${host.detail}`),
      copyButton('actionCopy', `${host.kind}: ${host.detail}`)),
    el('p', { class: 'links' },
      el('a', { href: '/pages/dashboard/dashboard.html', target: '_blank', 'data-key': 'dashboard' }, t('actionDashboard')), ' ',
      el('a', { href: '/pages/welcome/welcome.html', target: '_blank', 'data-key': 'welcome' }, t('actionChoose'))),
  ].filter((node) => node instanceof Node);
}
