/**
 * The overview: the answer, its bar, and the platforms behind the part that is chosen, over time
 * and as a table.
 */
import { ask } from '../../shared/ask.js';
import { byId, el, fill } from '../../shared/dom.js';
import { locale, t } from '../../shared/i18n.js';
import { failureText } from './ground/failure.js';
import { standingsOf } from './log/answer.js';
import { drawAnswer, drawBar } from './log/answer-block.js';
import { matches, passes, rowsOf, sorted } from './log/rows.js';
import { controlsTable, uncheckedList } from './log/table.js';
import { createTimeline } from './log/timeline.js';

/** @import { DashboardState, Entry } from '../../shared/types.d.ts' */
/** @import { Start } from './fact/form.js' */
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
 * @param {Row[]} rows of platforms that were never read
 * @param {Filter} filter
 * @param {{ open: boolean, onFact: (row: Row) => void }} on
 * @param {(open: boolean) => void} onToggle
 */
function unreadBlock(rows, filter, { open, onFact }, onToggle) {
  return el(
    'details',
    {
      class: 'unread',
      open: open || filter === 'unchecked',
      ontoggle: event => onToggle(/** @type {HTMLDetailsElement} */ (event.target).open),
    },
    el('summary', { 'data-key': `unread-${filter}` }, t('uncheckedCount', rows.length)),
    uncheckedList(rows, { onFact }),
  );
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

  /** @param {Row[]} rows */
  const unread = rows =>
    unreadBlock(rows, filter, { open: unreadOpen, onFact }, open => {
      if (filter !== 'unchecked') unreadOpen = open;
    });

  function draw() {
    const state = on.state();
    const standings = standingsOf(state);
    const parts = new Map(standings.map(({ platform, part }) => [platform.id, part]));
    const all = rowsOf(state.platforms, state.lines, state.followed);
    const look = all.filter(row => passes(row, 'look', parts)).length;
    if (!all.some(row => passes(row, filter, parts))) filter = 'all'; // or it would hide the rest
    drawAnswer(standings);
    drawBar(standings, filter, look, chosen => {
      filter = chosen;
      draw();
    });
    const rows = sorted(
      all.filter(row => passes(row, filter, parts) && matches(row, search.value.trim())),
      order.column,
      order.direction,
      locale(),
    );
    const drawn = timeline.update(rows, on.entries());
    const [read, never] = [rows.filter(({ line }) => line), rows.filter(({ line }) => !line)];
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
      never.length > 0 && unread(never),
    );
    byId('shown').textContent = t('shownCount', rows.length, all.length);
    return drawn;
  }

  search.addEventListener('input', draw);
  return { draw };
}
