/**
 * The popup's foot, always in sight: the log program, and the way to the other pages. What there is
 * to say of the log besides stands at the end of what scrolls.
 */
import { api } from '../../shared/api.js';
import { ask } from '../../shared/ask.js';
import { day } from '../../shared/dates.js';
import { el, icon } from '../../shared/dom.js';
import { hostHelp, hostLine } from '../../shared/host-line.js';
import { locale, t } from '../../shared/i18n.js';
import { waitingBlock } from '../../shared/waiting.js';

/** @import { PopupState } from '../../shared/types.d.ts' */

/**
 * @param {PopupState} state
 * @param {() => void} done
 * @returns {Node[]}
 */
export function footerBlock(state, done) {
  const { host, queued } = state;
  return [
    ...hostLine(host, queued, {
      setUp: () =>
        api.tabs
          .create({ url: api.runtime.getURL('pages/welcome/welcome.html#log') })
          .then(() => globalThis.close()),
      retry: () => ask('host-retry').then(done),
      calm: true,
    }),
    el(
      'p',
      { class: 'links' },
      pageLink('dashboard', '/pages/dashboard/dashboard.html', 'actionDashboard'),
      ' ',
      pageLink('welcome', '/pages/welcome/welcome.html', 'actionChoose'),
      ' ',
      pageLink('what-about', '/pages/welcome/welcome.html#what-about', 'actionWhatAbout'),
      ' ',
      el('bdi', { class: 'version', dir: 'ltr' }, `Opt-Out Log ${version()}`),
    ),
  ];
}

/**
 * @param {PopupState} state
 * @param {() => void} done
 * @returns {Node[]}
 */
export function logBlock({ host, waiting, dropped, refused, storage, tab }, done) {
  const lost = dropped.confirmations + dropped.changes > 0;
  return [
    storage &&
      !tab.state?.settling &&
      el('p', { 'data-storage': 'failed' }, icon('warning'), ' ', t('storageFailed')),
    storage &&
      el(
        'details',
        {},
        el('summary', { 'data-key': 'storage' }, t('details')),
        el('pre', { dir: 'ltr' }, storage),
      ),
    refused > 0 && el('p', { class: 'soft' }, t('hostRefused', refused)),
    lost && droppedNote(dropped, done),
    ...waitingBlock(waiting ?? []),
    ...hostHelp(host),
  ].filter(node => node instanceof Node);
}

/** @param {PopupState['dropped']} dropped @param {() => void} done */
function droppedNote({ since, confirmations, changes }, done) {
  return el(
    'p',
    { class: 'soft' },
    t('droppedNote', day(since ?? '', locale()), confirmations, changes),
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
  );
}

const version = () => api.runtime.getManifest().version;

/** @param {string} key @param {string} href @param {string} text */
function pageLink(key, href, text) {
  return el('a', { href, target: '_blank', 'data-key': key }, t(text));
}
