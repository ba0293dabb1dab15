/**
 * The overview: the answer, its bar, and the platforms behind the part that is chosen, over time
 * and as a table.
 */
import { ask } from '../../shared/ask.js';
import { byId, el, fill } from '../../shared/dom.js';
import { locale, t } from '../../shared/i18n.js';
import { failureText } from './ground/failure.js';
import { partOf, standingsOf } from './log/answer.js';
import { drawAnswer, drawBar } from './log/answer-block.js';
import { matches, passes, rowsOf, sorted } from './log/rows.js';
import { controlsTable, uncheckedList } from './log/table.js';
import { createTimeline } from './log/timeline.js';

/** @import { DashboardState, Entry } from '../../shared/types.d.ts' */
/** @import { Start } from './fact/form.js' */
/** @import { Part } from './log/answer.js' */
/** @import { Column, Filter, Row } from './log/rows.js' */

/** @param {Row} row @returns {Start} what there is to say of it */
const startOf = ({ platform, line }) => ({
  platform: platform.id,
  control: line?.control,
  account: line?.account,
  unit: line?.unit,
});

/**
 * @param {{ column: Column, direction: 1 | -1 }} order
 * @param {Column} column that was pressed: once more turns it around
 * @returns {{ column: Column, direction: 1 | -1 }}
 */
const turned = (order, column) => ({
  column,
  direction: order.column === column && order.direction === 1 ? -1 : 1,
});

/**
 * The user takes a line off the list; its entries stay in the history.
 * @param {Row} row
 * @param {() => Promise<void>} onChanged
 */
async function dropLine({ line }, onChanged) {
  if (!line) return;
  const { platform, control, account, unit } = line;
  const says = byId('row-result');
  try {
    await ask('drop-line', { line: { platform, control, account, unit } });
    await onChanged();
    says.textContent = t('dropDone');
    says.focus(); // the button is gone
  } catch (error) {
    // an older log program does not know how to
    const old = error instanceof Error && error.name === 'method.unknown';
    says.textContent = old ? t('dropTooOld') : failureText(error);
  }
}

/** @param {Row} row @param {(row: Row) => Promise<string>} work */
async function prove(row, work) {
  const says = byId('row-result');
  says.textContent = '';
  says.textContent = await work(row).catch(failureText);
  says.focus(); // far above the button
}

/**
 * What has no line in the log: read, and on its way there; or never read, folded.
 * @param {Row[]} rows
 * @param {Map<string, Part>} parts
 * @param {{ open: boolean, onFact: (row: Row) => void }} on
 * @param {(open: boolean) => void} onToggle
 * @returns {Node[]}
 */
function unreadBlocks(rows, parts, { open, onFact }, onToggle) {
  const waits = (/** @type {Row} */ { platform }) => parts.get(platform.id) === 'waiting';
  const [waiting, never] = [rows.filter(waits), rows.filter(row => !waits(row))];
  const fold = el(
    'details',
    {
      class: 'unread',
      open,
      ontoggle: event => onToggle(/** @type {HTMLDetailsElement} */ (event.target).open),
    },
    el('summary', { 'data-key': `unread-${open}` }, t('uncheckedCount', never.length)),
    uncheckedList(never, { onFact }),
  );
  return [
    ...(waiting.length > 0
      ? [el('h3', {}, t('historyWaiting')), uncheckedList(waiting, { onFact })]
      : []),
    ...(never.length > 0 ? [fold] : []),
  ];
}

/**
 * @param {{ state: () => DashboardState, entries: () => Entry[], onHistory: (row: Row) => void,
 *   onFact: (start: Start) => void, onProve: (row: Row) => Promise<string>, onChanged: () =>
 *   Promise<void> }} on
 */
export function createControls(on) {
  // a count of the popup leads here; what is none of the bar's parts is dropped when it is drawn
  let filter = /** @type {Filter} */ (new URLSearchParams(location.search).get('show') ?? 'all');
  /** @type {{ column: Column, direction: 1 | -1 }} */
  let order = { column: 'state', direction: 1 };
  let unreadOpen = false;
  const search = /** @type {HTMLInputElement} */ (byId('search'));
  const timeline = createTimeline({ onHistory: on.onHistory });

  const onFact = (/** @type {Row} */ row) => on.onFact(startOf(row));

  const unread = (/** @type {Row[]} */ rows, /** @type {Map<string, Part>} */ parts) =>
    unreadBlocks(rows, parts, { open: unreadOpen || filter === 'unchecked', onFact }, open => {
      if (filter !== 'unchecked') unreadOpen = open;
    });

  function draw() {
    const state = on.state();
    const standings = standingsOf(state);
    const parts = partOf(standings);
    const all = rowsOf(state.platforms, state.lines, state.followed);
    const look = all.filter(row => passes(row, 'look', parts)).length;
    if (!all.some(row => passes(row, filter, parts))) filter = 'all'; // or it would hide the rest
    drawAnswer(standings);
    drawBar(standings, filter, look, chosen => {
      filter = chosen;
      draw();
    });
    const wanted = all.filter(
      row => passes(row, filter, parts) && matches(row, search.value.trim()),
    );
    const rows = sorted(wanted, order.column, order.direction, locale());
    const drawn = timeline.update(rows, on.entries());
    const read = rows.filter(({ line }) => line);
    fill(
      byId('table'),
      rows.length === 0 && el('p', {}, t('noMatch')),
      read.length > 0 &&
        controlsTable(read, order, {
          onSort(column) {
            order = turned(order, column);
            draw();
          },
          onHistory: on.onHistory,
          onFact,
          onDrop: row => dropLine(row, on.onChanged),
          onProve: state.host.kind === 'on' ? row => prove(row, on.onProve) : null,
        }),
      ...unread(
        rows.filter(({ line }) => !line),
        parts,
      ),
    );
    byId('shown').textContent = t('shownCount', rows.length, all.length);
    return drawn;
  }

  search.addEventListener('input', draw);
  return { draw };
}
