/** The user's platforms in one strip, and below it only those that need a look. */
import { api } from '../../shared/api.js';
import { day } from '../../shared/dates.js';
import { el, icon } from '../../shared/dom.js';
import { locale, t } from '../../shared/i18n.js';
import { statePill } from '../../shared/state-pill.js';

/** @import { Counts, LookRow } from '../../shared/types.d.ts' */

/**
 * What is sure has its colour; what is probable or waits for its confirmation has none, and a
 * number of its own.
 */
const ITEMS = /** @type {const} */ ([
  ['denied', 'denied', 'denied', 'stateDenied'],
  ['likelyDenied', 'denied', 'likely', 'stateDeniedLikely'],
  ['allowed', 'allowed', 'allowed', 'stateAllowed'],
  ['likelyAllowed', 'allowed', 'likely', 'stateAllowedLikely'],
  ['changed', 'settling', 'likely', 'stateChanged'],
  ['unknown', 'unknown', 'unknown', 'stateUnknown'],
  ['unchecked', 'none', 'unchecked', 'stateUnchecked'],
]);

/** @param {Counts} counts @returns {Node[]} nothing when no platform is followed */
export function stripBlock(counts) {
  const shown = ITEMS.filter(([key]) => counts[key] > 0);
  if (shown.length === 0) return [];
  return [
    el('h2', { id: 'strip-title' }, t('stripTitle')),
    el(
      'ul',
      { class: 'counts' },
      ...shown.map(([key, symbol, tone, text]) =>
        el(
          'li',
          { class: `pill state state-${tone}`, 'data-count': key },
          icon(symbol),
          el(
            'span',
            {},
            `${t(text)} `,
            el('b', {}, new Intl.NumberFormat(locale()).format(counts[key])),
          ),
        ),
      ),
    ),
  ];
}

/** @param {LookRow[]} rows @param {() => void} done @returns {Node[]} */
export function lookBlock(rows, done) {
  // asked for within the click itself: browsers refuse a request that comes later
  const allow = (/** @type {string[]} */ origins) =>
    api.permissions.request({ origins }).then(done);
  if (rows.length === 0) return [];
  return [
    el('h2', { id: 'look-title' }, t('lookTitle')),
    el(
      'ul',
      { class: 'rows' },
      ...rows.map(row =>
        el(
          'li',
          { class: 'row' },
          el(
            'span',
            { class: 'row-text' },
            el('b', {}, row.name),
            [row.account, row.unit].some(Boolean) &&
              el(
                'span',
                { class: 'soft' },
                el('bdi', {}, [row.account, row.unit].filter(Boolean).join(' · ')),
              ),
            row.seen && el('span', { class: 'soft' }, t('lookSeen', day(row.seen, locale()))),
          ),
          statePill(row.state, row.state === 'changed' || row.likely ? 'likely' : 'sure'),
          row.state === 'no-access'
            ? el(
                'button',
                {
                  type: 'button',
                  class: 'small',
                  'data-key': `allow-${row.platform}`,
                  'aria-label': t('allowOf', row.name),
                  onclick: () => allow(row.hosts),
                },
                t('actionAllowShort'),
              )
            : el(
                'button',
                {
                  type: 'button',
                  class: 'small',
                  'data-key': `open-${row.platform}-${row.control}-${row.account}`,
                  'aria-label': t('openOf', row.name),
                  onclick: () => openPage(row.open),
                },
                t('actionOpenShort'),
              ),
        ),
      ),
    ),
  ];
}

/** @param {string} url */
async function openPage(url) {
  await api.tabs.create({ url });
  globalThis.close();
}
