/**
 * Where the log is, in three states with one fix each; used by popup and dashboard. It never stands
 * in the way.
 */
import { copyButton } from './copy.js';
import { el, icon } from './dom.js';
import { hostCommand, hostView } from './host-view.js';
import { t } from './i18n.js';

/** @import { HostState } from './types.d.ts' */

/**
 * @param {HostState} host
 * @param {number} waiting entries in the queue
 * @param {{ setUp: () => void, retry: () => void, calm?: boolean }} on calm: who never allowed the
 *   program is told where their log is, and asked nothing
 * @returns {Node[]}
 */
export function hostLine(host, waiting, on) {
  const view = hostView(host);
  const without = host.kind === 'not-allowed';
  return [
    el(
      'div',
      { class: `host host-${view.level}`, 'data-host': view.level, 'data-kind': host.kind },
      icon(
        view.level === 'on' || without ? 'log' : view.level === 'unknown' ? 'settling' : 'warning',
      ),
      el(
        'p',
        { role: 'status' },
        t(view.text),
        waiting > 0 && el('span', { class: 'waiting' }, t('hostWaiting', waiting)),
      ),
      view.fix &&
        !(without && on.calm) &&
        el(
          'button',
          {
            type: 'button',
            class: 'small',
            'data-key': 'fix',
            'data-fix': view.fix,
            onclick: view.fix === 'set-up' ? on.setUp : on.retry,
          },
          t(view.fix === 'set-up' ? 'actionSetUp' : 'actionRetry'),
        ),
    ),
  ];
}

/**
 * What finds out more, where something is wrong.
 * @param {HostState} host
 * @returns {Node[]}
 */
export function hostHelp(host) {
  const view = hostView(host);
  const command = hostCommand(host);
  const raw = `${host.kind}: ${host.detail}`;
  return [
    ...(command
      ? [
          el(
            'p',
            { class: 'host-command' },
            t('hostDoctor'),
            ' ',
            el('code', { dir: 'ltr' }, command),
            ' ',
            copyButton('actionCopy', command, 'doctor'),
          ),
        ]
      : []),
    ...(view.fix && host.detail
      ? [
          el(
            'details',
            { class: 'host-details' },
            el('summary', { 'data-key': 'details' }, t('details')),
            el('pre', { dir: 'ltr' }, raw),
            copyButton('actionCopy', raw),
          ),
        ]
      : []),
  ];
}
