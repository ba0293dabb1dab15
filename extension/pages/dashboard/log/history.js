/**
 * The history: all entries, newest first, filtered and searched; those still waiting for the log
 * program come first.
 */
import { byId, el, fill } from '../../../shared/dom.js';
import { t } from '../../../shared/i18n.js';
import { dayOf, entryDetail, entryRow } from './entry.js';
import { chosen, newestFirst, prepare } from './search.js';
import { RowWindow } from './window.js';

/** @import { Entry, Platform } from '../../../shared/types.d.ts' */
/** @import { LogEntry } from './log.js' */
/** @import { Row } from './rows.js' */

const STATES = [
  ['', 'filterAny'],
  ['denied', 'stateDenied'],
  ['allowed', 'stateAllowed'],
  ['unknown', 'stateUnknown'],
];
const BASES = [
  ['', 'filterAny'],
  ['seen', 'basisSeen'],
  ['declared', 'entrySaid'],
  ['form', 'basisForm'],
];

const FILTERS = ['platform', 'state', 'basis', 'from', 'to', 'words'];

/**
 * @typedef {{ platforms: Platform[], entries: LogEntry[], waiting: Entry[], loading: boolean, cut:
 *   boolean, sources: { record: string }[] }} State
 * @typedef {(name: string) => HTMLSelectElement | HTMLInputElement} Field
 */

/** @param {{ onSource: (source: string | null) => void }} on */
export function createHistory(on) {
  const form = /** @type {HTMLFormElement} */ (byId('history-filter'));
  /** @type {Field} */
  const field = name =>
    /** @type {HTMLSelectElement | HTMLInputElement} */ (form.elements.namedItem(name));
  /** @type {State} */
  let state = { platforms: [], entries: [], waiting: [], loading: false, cut: false, sources: [] };
  const nameOf = (/** @type {string} */ id) =>
    state.platforms.find(platform => platform.id === id)?.name ?? id;
  const list = new RowWindow(byId('entries'), {
    row: (/** @type {LogEntry} */ entry, before) =>
      entryRow(entry, state.platforms, !before || dayOf(before) !== dayOf(entry)),
    detail: (/** @type {LogEntry} */ entry) => entryDetail(entry, state.platforms),
    key: entry => entry.id ?? `seq-${entry.seq}`,
  });
  offerFixed(field);
  const ownInOrder = makeOrder();

  function draw() {
    const all = field('source').value ? state.entries : ownInOrder(state);
    const wanted = /** @type {any} */ (
      Object.fromEntries(FILTERS.map(name => [name, field(name).value]))
    );
    const shown = chosen(all, wanted, nameOf);
    list.show(shown);
    byId('history-count').textContent = countText(shown.length, all.length, state);
  }

  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('input', event => {
    if (event.target === field('source')) on.onSource(field('source').value || null);
    else draw();
  });

  return {
    /** @param {State} fresh */
    update(fresh) {
      state = fresh;
      offer(field, fresh);
      draw();
      if (!fresh.loading) prepare(fresh.entries, nameOf, () => state === fresh);
    },
    /** @param {Row} row */
    show(row) {
      form.reset();
      field('platform').value = row.platform.id;
      field('words').value = [row.account, row.unit].filter(Boolean).join(' ');
      draw();
      goThere();
    },
    /** @param {string} source */
    showSource(source) {
      field('source').value = source;
      on.onSource(source);
      goThere();
    },
  };
}

/**
 * Our own record, by time; put in order anew only where something is new: not for each letter of a
 * search.
 * @returns {(state: State) => LogEntry[]}
 */
function makeOrder() {
  let ordered = {
    entries: /** @type {LogEntry[]} */ ([]),
    waiting: /** @type {Entry[]} */ ([]),
    all: /** @type {LogEntry[]} */ ([]),
  };
  return ({ entries, waiting }) => {
    if (ordered.entries !== entries || ordered.waiting !== waiting)
      ordered = {
        entries,
        waiting,
        all: newestFirst([.../** @type {LogEntry[]} */ (waiting), ...entries]),
      };
    return ordered.all;
  };
}

/** @param {number} shown @param {number} all @param {State} state */
function countText(shown, all, { loading, cut }) {
  return [
    // while entries are on their way nobody knows that there are none
    all > 0 ? t('shownCount', shown, all) : !loading && t('historyNone'),
    loading && t('historyLoading'),
    cut && t('historyCut'),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The choices that are always the same. @param {Field} field */
function offerFixed(field) {
  for (const [name, choices] of /** @type {const} */ ([
    ['state', STATES],
    ['basis', BASES],
  ]))
    field(name).replaceChildren(
      ...choices.map(([value, text]) => el('option', { value }, t(text))),
    );
}

/**
 * The platforms and records that there are to choose from.
 * @param {Field} field
 * @param {State} state
 */
function offer(field, { platforms, entries, waiting, sources }) {
  const names = new Set([...entries, ...waiting].map(entry => entry.platform));
  options(field('platform'), [
    ['', t('allPlatforms')],
    ...platforms.filter(({ id }) => names.has(id)).map(({ id, name }) => [id, name]),
  ]);
  byId('history-source').hidden = sources.length === 0;
  options(field('source'), [
    ['', t('sourceOwn')],
    ...sources.map(({ record }) => [record, record.slice(0, 8)]),
  ]);
}

function goThere() {
  byId('history').scrollIntoView({ block: 'start' });
  byId('history-title').focus();
}

/**
 * Keeps what was chosen, and touches nothing that is the same.
 * @param {HTMLElement} select
 * @param {string[][]} choices
 */
function options(select, choices) {
  const list = /** @type {HTMLSelectElement} */ (select);
  if (
    [...list.options].map(({ value }) => value).join('\n') ===
    choices.map(([value]) => value).join('\n')
  )
    return;
  const chosenBefore = list.value;
  fill(list, ...choices.map(([value, text]) => el('option', { value }, text)));
  list.value = choices.some(([value]) => value === chosenBefore) ? chosenBefore : '';
}
