/** The user's platforms in one strip, and below it only those that need a look. */
import { api } from '../../shared/api.js';
import { ask } from '../../shared/ask.js';
import { day } from '../../shared/dates.js';
import { el, icon } from '../../shared/dom.js';
import { locale, t } from '../../shared/i18n.js';
import { pathLine } from '../../shared/menu-path.js';
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

const LOG = '/pages/dashboard/dashboard.html';

/**
 * Each count leads to the platforms that it counts.
 * @param {Counts} counts
 * @param {boolean} canCheck whether a site is granted, so that a round has somewhere to go
 * @returns {Node[]} nothing when no platform is followed
 */
export function stripBlock(counts, canCheck) {
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
          { 'data-count': key },
          el(
            'a',
            {
              class: `pill state state-${tone}`,
              href: `${LOG}?show=${key}`,
              target: '_blank',
              'data-key': `count-${key}`,
            },
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
    ),
    ...(canCheck ? [checkButton()] : []),
  ];
}

/** A round of checks begins and is watched on the log page, which tells what keeps it from it. */
function checkButton() {
  return el(
    'p',
    { class: 'check-all' },
    el(
      'button',
      {
        type: 'button',
        class: 'small',
        'data-key': 'check-all',
        onclick: async () => {
          await ask('round-start').catch(() => {});
          await openPage(api.runtime.getURL(`${LOG.slice(1)}#round`));
        },
      },
      t('roundStart'),
    ),
  );
}

/**
 * @param {LookRow[]} rows
 * @param {boolean} open whether they are shown at once: not below a verdict of the page
 * @param {() => void} done
 * @returns {Node[]}
 */
export function lookBlock(rows, open, done) {
  if (rows.length === 0) return [];
  const count = el('b', {}, new Intl.NumberFormat(locale()).format(rows.length));
  return [
    el(
      'details',
      { open },
      el(
        'summary',
        { id: 'look-title', 'data-key': open ? 'look-open' : 'look' },
        t('lookTitle'),
        ' ',
        count,
      ),
      el('ul', { class: 'rows' }, ...rows.map(row => lookRow(row, done))),
    ),
  ];
}

/** @param {LookRow} row @param {() => void} done */
function lookRow(row, done) {
  const { account, unit, name, state } = row;
  const names = [account, unit].filter(Boolean).join(' · ');
  return el(
    'li',
    { class: 'row' },
    el(
      'span',
      { class: 'row-text' },
      el('b', {}, name),
      names && el('span', { class: 'soft' }, el('bdi', {}, names)),
      row.seen && el('span', { class: 'soft' }, t('lookSeen', day(row.seen, locale()))),
    ),
    statePill(state, state === 'changed' || row.likely ? 'likely' : 'sure'),
    state === 'no-access' ? allowButton(row, done) : openButton(row),
    ...(state === 'no-access' ? [] : pathLine(row.path)),
  );
}

/** @param {LookRow} row @param {() => void} done */
function allowButton({ platform, name, hosts }, done) {
  return el(
    'button',
    {
      type: 'button',
      class: 'small',
      'data-key': `allow-${platform}`,
      'aria-label': t('allowOf', name),
      // asked for within the click itself: browsers refuse a request that comes later
      onclick: () => api.permissions.request({ origins: hosts }).then(done),
    },
    t('actionAllowShort'),
  );
}

/** @param {LookRow} row */
function openButton({ platform, control, account, name, open }) {
  return el(
    'button',
    {
      type: 'button',
      class: 'small',
      'data-key': `open-${platform}-${control}-${account}`,
      'aria-label': t('openOf', name),
      onclick: () => openPage(open),
    },
    t('actionOpenShort'),
  );
}

/** @param {string} url */
async function openPage(url) {
  await api.tabs.create({ url });
  globalThis.close();
}
