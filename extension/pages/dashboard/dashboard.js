/** The dashboard: the log as a table, its history, export and erase. Wiring; each part is in a file of its own. */
import { api } from '../../shared/api.js';
import { ask } from '../../shared/ask.js';
import { byId, el, fill } from '../../shared/dom.js';
import { hostLine } from '../../shared/host-line.js';
import { locale, t, translatePage } from '../../shared/i18n.js';
import { returnedBlocks } from '../../shared/returned.js';
import { emptyBlock } from './empty.js';
import { wireErase } from './erase.js';
import { wireExport } from './export.js';
import { createHistory } from './history.js';
import { matches, passes, rowsOf, sorted } from './model.js';
import { controlsTable } from './table.js';

/** @import { Entry, HostState, Line, Platform } from '../../shared/types.d.ts' */
/** @import { Column, Filter } from './model.js' */

/** @type {{ platforms: Platform[], granted: string[], followed: string[], lines: Line[], host: HostState, waiting: Entry[], returned: any[] }} */
let state;
/** @type {Filter} */
let filter = 'all';
/** @type {{ column: Column, direction: 1 | -1 }} */
let order = { column: 'state', direction: 1 };
const search = /** @type {HTMLInputElement} */ (byId('search'));

/** @type {[Filter, string][]} */
const FILTERS = [['all', 'filterAll'], ['look', 'filterLook'], ['allowed', 'stateAllowed'], ['denied', 'stateDenied'], ['unknown', 'stateUnknown']];

function drawTable() {
  const all = rowsOf(state.platforms, state.lines, state.followed);
  const rows = sorted(all.filter((row) => passes(row, filter) && matches(row, search.value.trim())), order.column, order.direction, locale());
  fill(byId('table'), rows.length === 0 ? el('p', {}, t('noMatch')) : controlsTable(rows, order, {
    onSort(column) {
      order = { column, direction: order.column === column && order.direction === 1 ? -1 : 1 };
      drawTable();
    },
    onHistory: (row) => history.show(row.platform.id),
  }));
  byId('shown').textContent = t('shownCount', rows.length, all.length);
}

function drawFilters() {
  byId('filters').append(...FILTERS.map(([value, text]) => el('label', {},
    el('input', { type: 'radio', name: 'filter', value, checked: value === filter, onchange: () => { filter = value; drawTable(); } }), el('span', {}, t(text)))));
}

async function load() {
  state = await ask('dashboard-state');
  const any = state.lines.length > 0;
  fill(byId('host'), ...hostLine(state.host, state.waiting.length, {
    setUp: () => { location.href = '/pages/welcome/welcome.html#log'; },
    retry: load,
  }));
  byId('returned').hidden = state.returned.length === 0;
  fill(byId('returned'), ...returnedBlocks(state.returned, load, 'h2'));
  byId('empty').hidden = any;
  fill(byId('empty'), ...(any ? [] : emptyBlock(state.platforms, state.granted)));
  byId('controls').hidden = !any;
  byId('history').hidden = !any;
  byId('export-note').textContent = t(state.host.kind === 'on' ? 'exportNote' : 'exportNoHost');
  /** @type {HTMLButtonElement} */ (byId('verify')).disabled = state.host.kind !== 'on';
  drawTable();
  await history.update({ platforms: state.platforms, lines: state.lines, waiting: state.waiting, reachable: state.host.kind === 'on' });
  document.querySelector('main')?.setAttribute('aria-busy', 'false');
}

translatePage();
const history = createHistory();
drawFilters();
search.addEventListener('input', drawTable);
wireExport(() => ({ reachable: state.host.kind === 'on', waiting: state.waiting }));
wireErase(() => state, load);
await load();

// A reading in another tab shows up here; several at once are one redraw.
/** @type {ReturnType<typeof setTimeout> | undefined} */
let soon;
api.storage.onChanged.addListener((changes, area) => {
  if (area !== 'local' || !(changes.status || changes.queue || changes.returns || changes.followed)) return;
  clearTimeout(soon);
  soon = setTimeout(load, 200);
});
