/** The popup's foot: the log program, what could not be kept, and the way to the other pages. */
import { api } from '../../shared/api.js';
import { ask } from '../../shared/ask.js';
import { day } from '../../shared/dates.js';
import { el } from '../../shared/dom.js';
import { hostLine } from '../../shared/host-line.js';
import { locale, t } from '../../shared/i18n.js';
import { waitingBlock } from '../../shared/waiting.js';

/** @import { PopupState } from '../../shared/types.d.ts' */

/**
 * @param {PopupState} state
 * @param {() => void} done
 * @returns {Node[]}
 */
export function footerBlock(state, done) {
  const { host, queued, dropped, refused } = state;
  const lost = dropped.confirmations + dropped.changes > 0;
  return [
    ...hostLine(host, queued, {
      setUp: () =>
        api.tabs
          .create({ url: api.runtime.getURL('pages/welcome/welcome.html#log') })
          .then(() => globalThis.close()),
      retry: () => ask('host-retry').then(done),
    }),
    ...waitingBlock(state.waiting ?? []),
    refused > 0 && el('p', { class: 'soft' }, t('hostRefused', refused)),
    lost &&
      el(
        'p',
        { class: 'soft' },
        t(
          'droppedNote',
          day(dropped.since ?? '', locale()),
          dropped.confirmations,
          dropped.changes,
        ),
        ' ',
        el(
          'button',
          {
            type: 'button',
            class: 'small',
            'data-key': 'dropped',
            onclick: () => ask('dropped-seen').then(done),
          },
          t('actionOk'),
        ),
      ),
    el(
      'p',
      { class: 'links' },
      el(
        'a',
        { href: '/pages/dashboard/dashboard.html', target: '_blank', 'data-key': 'dashboard' },
        t('actionDashboard'),
      ),
      ' ',
      el(
        'a',
        { href: '/pages/welcome/welcome.html', target: '_blank', 'data-key': 'welcome' },
        t('actionChoose'),
      ),
      ' ',
      el(
        'a',
        {
          href: '/pages/welcome/welcome.html#what-about',
          target: '_blank',
          'data-key': 'what-about',
        },
        t('actionWhatAbout'),
      ),
    ),
  ].filter(node => node instanceof Node);
}
