/**
 * The table of controls. Headers sort; on narrow screens each row becomes a card, and stays a table
 * for readers.
 */
import { ask } from '../../../shared/ask.js';
import { day } from '../../../shared/dates.js';
import { el } from '../../../shared/dom.js';
import { locale, t } from '../../../shared/i18n.js';
import { runsText, windowText } from '../../../shared/runs.js';
import { seenTraining } from '../../../shared/standing.js';
import { pathLine } from '../../../shared/menu-path.js';
import { statePill } from '../../../shared/state-pill.js';
import { plainStepText } from './rows.js';

/** @import { Line } from '../../../shared/types.d.ts' */
/** @import { Column, Row } from './rows.js' */

/**
 * What a row offers; `onProve` is null where the log cannot be asked.
 * @typedef {{ onHistory: (row: Row) => void, onFact: (row: Row) => void, onDrop: (row: Row) =>
 *   void, onProve: ((row: Row) => void) | null }} On
 */

/** @type {{ column: Column | null, text: string }[]} */
const COLUMNS = [
  { column: 'platform', text: 'colPlatform' },
  { column: 'account', text: 'colAccount' },
  { column: 'state', text: 'colState' },
  { column: 'runs', text: 'colRuns' },
  { column: 'seen', text: 'colSeen' },
  { column: null, text: 'colSure' },
  { column: null, text: 'colRule' },
  { column: null, text: 'colActions' },
];

/** Where nothing was seen there may be something to say. @type {Set<Row['state']>} */
const SAYABLE = new Set(['unknown', 'form', 'stale']);

/** Rows that are no look at the page. @type {Set<Row['state']>} */
const UNSEEN = new Set(['form', 'said']);

const DATES = new Set(['colSeen', 'colRule']);

/**
 * @param {Row[]} rows already filtered and sorted
 * @param {{ column: Column, direction: 1 | -1 }} order
 * @param {{ onSort: (column: Column) => void } & On} on
 */
export function controlsTable(rows, order, on) {
  const head = COLUMNS.map(({ column, text }) =>
    el(
      'th',
      {
        role: 'columnheader',
        scope: 'col',
        'aria-sort':
          column !== order.column ? null : order.direction === 1 ? 'ascending' : 'descending',
      },
      column
        ? el(
            'button',
            {
              type: 'button',
              class: 'sort',
              'data-key': `sort-${column}`,
              onclick: () => on.onSort(column),
            },
            t(text),
          )
        : t(text),
    ),
  );
  return el(
    'table',
    { role: 'table', 'aria-label': t('tableControls') },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...head)),
    el('tbody', { role: 'rowgroup' }, ...rows.map(row => tableRow(row, on))),
  );
}

/**
 * @param {Row} row
 * @param {On} on
 */
function tableRow(row, on) {
  const { line, platform } = row;
  const cells = [
    el('span', {}, el('b', {}, platform.name), el('span', { class: 'soft block' }, row.control)),
    accountCell(row),
    el('span', {}, statePill(row.state, row.weight), stateNote(row)),
    line && !UNSEEN.has(row.state) ? runsText(line) : '',
    seenText(row),
    line ? sureText(row) : '',
    platform.seen ? day(platform.seen, locale()) : '',
    el('span', {}, actions(row, on), ...(platform.open ? pathLine(platform.path) : [])),
  ];
  return el(
    'tr',
    { role: 'row', 'data-platform': platform.id, 'data-row-state': row.state },
    ...cells.map((cell, at) =>
      el(
        at === 0 ? 'th' : 'td',
        {
          role: at === 0 ? 'rowheader' : 'cell',
          scope: at === 0 ? 'row' : null,
          'data-date': DATES.has(COLUMNS[at].text),
          'data-label': t(COLUMNS[at].text),
        },
        cell,
      ),
    ),
  );
}

/** @param {Row} row */
function accountCell({ line, account, unit, state }) {
  if (account || unit) return el('bdi', {}, [account, unit].filter(Boolean).join(' · '));
  return line && !UNSEEN.has(state) ? t('accountUnknown') : '';
}

/** @param {Row} row @param {Parameters<typeof tableRow>[1]} on */
function actions(row, on) {
  const { line, platform } = row;
  const whole = [platform.name, row.account, row.unit].filter(Boolean).join(' · ');
  return el(
    'span',
    { class: 'buttons' },
    platform.open && openLink(row),
    platform.open && line && !UNSEEN.has(row.state) && showButton(line, row),
    line &&
      el(
        'button',
        {
          type: 'button',
          class: 'small',
          'aria-label': t('historyOfPlatform', platform.name),
          'data-key': `history-${row.key}`,
          onclick: () => on.onHistory(row),
        },
        t('historyOf'),
      ),
    ...(line && row.state !== 'said'
      ? [
          on.onProve && rowButton('prove', 'actionProve', whole, row, on.onProve),
          rowButton('drop', 'actionDropLine', whole, row, on.onDrop),
        ]
      : []),
    SAYABLE.has(row.state) && factButton(row, on.onFact),
  );
}

/**
 * @param {string} key
 * @param {string} text
 * @param {string} whole whose row it is
 * @param {Row} row
 * @param {(row: Row) => void} act
 */
function rowButton(key, text, whole, row, act) {
  return el(
    'button',
    {
      type: 'button',
      class: 'small',
      'aria-label': `${t(text)}: ${whole}`,
      'data-key': `${key}-${row.key}`,
      onclick: () => act(row),
    },
    t(text),
  );
}

/** @param {Row} row */
function openLink({ key, platform }) {
  return el(
    'a',
    {
      class: 'button small',
      href: platform.open,
      target: '_blank',
      rel: 'noreferrer',
      'aria-label': t('openOf', platform.name),
      'data-key': `open-${key}`,
    },
    t('actionOpenShort'),
  );
}

/**
 * Opens the page and shows the control there.
 * @param {Line} line
 * @param {Row} row
 */
function showButton({ platform: id, control }, { key, platform: { name } }) {
  return el(
    'button',
    {
      type: 'button',
      class: 'small',
      'aria-label': `${t('showWhere')}: ${name}`,
      'data-key': `show-${key}`,
      onclick: () => ask('show-on-page', { platform: id, control }),
    },
    t('showWhere'),
  );
}

/** @param {Row} row @param {(row: Row) => void} onFact */
function factButton(row, onFact) {
  return el(
    'button',
    {
      type: 'button',
      class: 'small',
      'aria-label': `${t('factShort')} ${row.platform.name}`,
      'data-key': `fact-${row.key}`,
      onclick: () => onFact(row),
    },
    t('factShort'),
  );
}

/** @param {Row} row */
function seenText({ line, state }) {
  if (state === 'said') return '';
  if (line?.seen) return day(line.seen, locale());
  return line?.form ? day(line.form.at, locale()) : t('never');
}

/** What stands beside the state, never as the state. @param {Row} row */
function stateNote(row) {
  const text = noteText(row);
  return text && el('span', { class: 'soft block' }, text);
}

/** @param {Row} row */
function noteText({ state, line }) {
  if (!line) return '';
  // what the user said is never shown in the colours of what was seen
  if (state === 'said')
    return [
      line.declared && t('saidOn', day(line.declared.date ?? line.declared.at, locale())),
      line.declared?.note,
    ]
      .filter(Boolean)
      .join(' ');
  if (state === 'returned') return windowText(line);
  if (state === 'changed')
    return t(line.training === 'allowed' ? 'entryTurnedOn' : 'entryTurnedOff');
  if (state === 'not-kept') return t('stateAllowed');
  if (state === 'stale')
    return t(seenTraining(line) === 'allowed' ? 'lastKnownAllowed' : 'lastKnownDenied');
  return line.form ? t(plainStepText(line.form.step)) : '';
}

/** @param {Row} row */
function sureText({ state, weight }) {
  if (state === 'unknown' || state === 'form' || state === 'stale') return '';
  if (state === 'said') return t('sureDeclared');
  return t({ sure: 'sureSure', likely: 'sureLikely', changed: 'sureChanged' }[weight]);
}

/**
 * Platforms that were never read: no states, so no table; each with its page and what there is to
 * say.
 * @param {Row[]} rows
 * @param {{ onFact: (row: Row) => void }} on
 */
export function uncheckedList(rows, on) {
  return el(
    'ul',
    { class: 'steps' },
    ...rows.map(row =>
      el(
        'li',
        { 'data-platform': row.platform.id, 'data-row-state': row.state },
        el(
          'span',
          {},
          el('b', {}, row.platform.name),
          el('span', { class: 'soft block' }, row.control),
          ...pathLine(row.platform.path),
        ),
        el('span', { class: 'buttons' }, openLink(row), factButton(row, on.onFact)),
      ),
    ),
  );
}
