/** The user's platforms in one strip, and below it only those that need a look. */
import { api } from '../../shared/api.js';
import { day } from '../../shared/dates.js';
import { el, icon } from '../../shared/dom.js';
import { locale, t } from '../../shared/i18n.js';

/** @import { LookRow, PopupState } from '../../shared/types.d.ts' */

/** @param {PopupState['counts']} counts @returns {Node[]} nothing when no platform is followed */
export function stripBlock(counts) {
  const items = /** @type {const} */ ([
    ['denied', 'denied', 'stateDenied'], ['allowed', 'allowed', 'stateAllowed'],
    ['unknown', 'unknown', 'stateUnknown'], ['unchecked', 'none', 'stateUnchecked'],
  ]);
  if (items.every(([key]) => counts[key] === 0)) return [];
  return [
    el('h2', { id: 'strip-title' }, t('stripTitle')),
    el('ul', { class: 'counts' }, ...items.filter(([key]) => counts[key] > 0).map(([key, symbol, text]) => el('li', { class: `pill state state-${key}`, 'data-count': key },
      icon(symbol), el('span', {}, `${t(text)} `, el('b', {}, new Intl.NumberFormat(locale()).format(counts[key])))))),
  ];
}

const WORDS = { allowed: 'stateAllowed', 'not-kept': 'stateAllowed', changed: 'stateUnknown', stale: 'stateStale', 'no-access': 'stateNoAccess' };
const SYMBOLS = { allowed: 'allowed', 'not-kept': 'allowed', changed: 'unknown', stale: 'unknown', 'no-access': 'none' };

/** @param {LookRow[]} rows @param {() => void} done @returns {Node[]} */
export function lookBlock(rows, done) {
  // asked for within the click itself: browsers refuse a request that comes later
  const allow = (/** @type {string[]} */ origins) => api.permissions.request({ origins }).then(done);
  if (rows.length === 0) return [];
  return [
    el('h2', { id: 'look-title' }, t('lookTitle')),
    el('ul', { class: 'rows' }, ...rows.map((row) => el('li', { class: `row state state-${row.state === 'allowed' && !row.likely ? 'allowed' : 'unknown'}` },
      el('span', { class: 'row-text' },
        el('b', {}, row.name),
        [row.account, row.unit].some(Boolean) && el('span', { class: 'soft' }, el('bdi', {}, [row.account, row.unit].filter(Boolean).join(' · '))),
        row.seen && el('span', { class: 'soft' }, t('lookSeen', day(row.seen, locale())))),
      el('span', { class: 'pill' }, icon(SYMBOLS[row.state]), row.state === 'allowed' && row.likely ? `${t('stateAllowed')} (${t('sureLikely')})` : t(WORDS[row.state])),
      row.state === 'no-access'
        ? el('button', { type: 'button', class: 'small', 'data-key': `allow-${row.platform}`, 'aria-label': t('allowOf', row.name), onclick: () => allow(row.hosts) }, t('actionAllowShort'))
        : el('button', { type: 'button', class: 'small', 'data-key': `open-${row.platform}-${row.control}-${row.account}`, 'aria-label': t('openOf', row.name), onclick: () => openPage(row.open) }, t('actionOpenShort'))))),
  ];
}

/** @param {string} url */
async function openPage(url) {
  await api.tabs.create({ url });
  globalThis.close();
}
