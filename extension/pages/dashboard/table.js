/** The table of controls. Headers sort; on narrow screens each row becomes a card, and stays a table for readers. */
import { day } from '../../shared/dates.js';
import { el } from '../../shared/dom.js';
import { locale, t } from '../../shared/i18n.js';
import { statePill } from '../../shared/state-pill.js';
import { plainStepText } from './model.js';

/** @import { Column, Row } from './model.js' */

/** @type {{ column: Column | null, text: string }[]} */
const COLUMNS = [
  { column: 'platform', text: 'colPlatform' }, { column: 'account', text: 'colAccount' }, { column: 'state', text: 'colState' },
  { column: 'since', text: 'colSince' }, { column: 'seen', text: 'colSeen' }, { column: null, text: 'colSure' },
  { column: null, text: 'colRule' }, { column: null, text: 'colActions' },
];

/** Where nothing was seen there may be something to say. @type {Set<Row['state']>} */
const SAYABLE = new Set(['unknown', 'form', 'stale']);

const DATES = new Set(['colSince', 'colSeen', 'colRule']);

/**
 * @param {Row[]} rows already filtered and sorted
 * @param {{ column: Column, direction: 1 | -1 }} order
 * @param {{ onSort: (column: Column) => void, onHistory: (row: Row) => void, onFact: (row: Row) => void }} on
 */
export function controlsTable(rows, order, on) {
  const head = COLUMNS.map(({ column, text }) => el('th', {
    role: 'columnheader', scope: 'col',
    'aria-sort': column !== order.column ? null : order.direction === 1 ? 'ascending' : 'descending',
  }, column ? el('button', { type: 'button', class: 'sort', 'data-key': `sort-${column}`, onclick: () => on.onSort(column) }, t(text)) : t(text)));
  return el('table', { role: 'table', 'aria-label': t('tableControls') },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...head)),
    el('tbody', { role: 'rowgroup' }, ...rows.map((row) => tableRow(row, on))));
}

/** @param {Row} row @param {{ onHistory: (row: Row) => void, onFact: (row: Row) => void }} on */
function tableRow(row, on) {
  const { line, platform } = row;
  const cells = [
    el('span', {}, el('b', {}, platform.name), el('span', { class: 'soft block' }, row.control)),
    row.account || row.unit ? el('bdi', {}, [row.account, row.unit].filter(Boolean).join(' · ')) : line && row.state !== 'form' ? t('accountUnknown') : '',
    el('span', {}, statePill(row.state, line?.sure === 'likely' || line?.basis === 'declared'), stateNote(row)),
    line && row.state !== 'form' ? day(line.since, locale()) : '',
    line ? line.seen ? day(line.seen, locale()) : line.form ? day(line.form.at, locale()) : t('never') : t('never'),
    line ? sureText(row) : '',
    platform.seen ? day(platform.seen, locale()) : '',
    el('span', { class: 'buttons' },
      platform.open && el('a', { class: 'button small', href: platform.open, target: '_blank', rel: 'noreferrer', 'aria-label': t('openOf', platform.name), 'data-key': `open-${row.key}` }, t('actionOpenShort')),
      line && el('button', { type: 'button', class: 'small', 'aria-label': t('historyOfPlatform', platform.name), 'data-key': `history-${row.key}`, onclick: () => on.onHistory(row) }, t('historyOf')),
      SAYABLE.has(row.state) && el('button', { type: 'button', class: 'small', 'aria-label': `${t('factShort')} ${platform.name}`, 'data-key': `fact-${row.key}`, onclick: () => on.onFact(row) }, t('factShort'))),
  ];
  return el('tr', { role: 'row', 'data-platform': platform.id, 'data-row-state': row.state },
    ...cells.map((cell, at) => el(at === 0 ? 'th' : 'td', { role: at === 0 ? 'rowheader' : 'cell', scope: at === 0 ? 'row' : null, 'data-date': DATES.has(COLUMNS[at].text), 'data-label': t(COLUMNS[at].text) }, cell)));
}

/** What an old state was, and how far a form came: said beside the state, never as the state. @param {Row} row */
function stateNote({ state, line }) {
  // what the user said is never shown in the colours of what was seen
  const text = line?.basis === 'declared' ? t('entrySaid') : state === 'stale' ? t(line?.training === 'allowed' ? 'lastKnownAllowed' : 'lastKnownDenied')
    : line?.form ? t(plainStepText(line.form.step)) : '';
  return text && el('span', { class: 'soft block' }, text);
}

/** @param {Row} row */
function sureText({ line, state }) {
  if (!line || state === 'unknown' || state === 'form') return '';
  if (line.basis === 'declared') return t('sureDeclared');
  return t(line.sure === 'likely' ? 'sureLikely' : 'sureSure');
}

/**
 * Platforms that were never read: no states, so no table; each with its page and what there is to say.
 * @param {Row[]} rows
 * @param {{ onFact: (row: Row) => void }} on
 */
export function uncheckedList(rows, on) {
  return el('ul', { class: 'steps' }, ...rows.map((row) => el('li', { 'data-platform': row.platform.id, 'data-row-state': row.state },
    el('span', {}, el('b', {}, row.platform.name), el('span', { class: 'soft block' }, row.control)),
    el('span', { class: 'buttons' },
      el('a', { class: 'button small', href: row.platform.open, target: '_blank', rel: 'noreferrer', 'aria-label': t('openOf', row.platform.name), 'data-key': `open-${row.key}` }, t('actionOpenShort')),
      el('button', { type: 'button', class: 'small', 'aria-label': `${t('factShort')} ${row.platform.name}`, 'data-key': `fact-${row.key}`, onclick: () => on.onFact(row) }, t('factShort'))))));
}
