/** The dashboard. Wiring; each part is in a file of its own. */
import { api } from '../../shared/api.js';
import { ask } from '../../shared/ask.js';
import { byId, el, fill } from '../../shared/dom.js';
import { hostHelp, hostLine } from '../../shared/host-line.js';
import { locale, t, translatePage } from '../../shared/i18n.js';
import { perhapsBlocks, returnedBlocks } from '../../shared/returned.js';
import { drawDue } from './due.js';
import { emptyBlock } from './empty.js';
import { createFacts } from './fact/form.js';
import { drawFlows } from './fact/objection.js';
import { wireErase } from './file/erase.js';
import { drawExportScope, wireExport } from './file/export.js';
import { drawSources, wireImport } from './file/import.js';
import { updateStamps, wireStamps } from './file/stamps.js';
import { failureText } from './ground/failure.js';
import { picture } from './ground/slices.js';
import { createLetter } from './letters/letter.js';
import { createHistory } from './log/history.js';
import { createLog } from './log/log.js';
import { matches, passes, rowsOf, sorted } from './log/rows.js';
import { controlsTable, uncheckedList } from './log/table.js';
import { createTimeline, setTimelineMarks } from './log/timeline.js';
import { createOwn } from './own/own.js';
import { createPolicy } from './policy/policy.js';
import { drawRound, wireRound } from './round.js';

/** @import { DashboardState, Entry } from '../../shared/types.d.ts' */
/** @import { LogEntry } from './log/log.js' */
/** @import { Column, Filter, Row } from './log/rows.js' */

/** @type {DashboardState} */
let state;
/** @type {{ record: string, links: number, entries: number, imported: string }[]} */
let sources = [];
/** Id of the imported record whose history is shown; null: our own. @type {string | null} */
let source = null;
/** @type {Filter} */
let filter = 'all';
/** @type {{ column: Column, direction: 1 | -1 }} */
let order = { column: 'state', direction: 1 };
const search = /** @type {HTMLInputElement} */ (byId('search'));

/** @type {[Filter, string][]} */
const FILTERS = [
  ['all', 'filterAll'],
  ['look', 'filterLook'],
  ['allowed', 'stateAllowed'],
  ['denied', 'stateDenied'],
  ['unknown', 'stateUnknown'],
];

/** @type {{ waiting: Entry[], logged: LogEntry[], all: LogEntry[] }} */
let own = { waiting: [], logged: [], all: [] };
/**
 * What was read and still waits belongs to the picture too. The same array as long as nothing is
 * new.
 */
function ownEntries() {
  const logged = log.entries();
  if (own.waiting !== state.waiting || own.logged !== logged)
    own = { waiting: state.waiting, logged, all: [...state.waiting, ...logged] };
  return own.all;
}

function drawControls() {
  const all = rowsOf(state.platforms, state.lines, state.followed);
  const rows = sorted(
    all.filter(row => passes(row, filter) && matches(row, search.value.trim())),
    order.column,
    order.direction,
    locale(),
  );
  const drawn = timeline.update(rows, ownEntries());
  const [read, unread] = [rows.filter(({ line }) => line), rows.filter(({ line }) => !line)];
  const onFact = (/** @type {Row} */ { platform, line }) =>
    facts.open({
      platform: platform.id,
      control: line?.control,
      account: line?.account,
      unit: line?.unit,
    });
  fill(
    byId('table'),
    rows.length === 0 && el('p', {}, t('noMatch')),
    read.length > 0 &&
      controlsTable(read, order, {
        onSort(column) {
          order = { column, direction: order.column === column && order.direction === 1 ? -1 : 1 };
          drawControls();
        },
        onHistory: showHistory,
        onFact,
        onDrop: dropLine,
      }),
    unread.length > 0 && unreadBlock(unread, onFact),
  );
  byId('shown').textContent = t('shownCount', rows.length, all.length);
  return drawn;
}

/** The user takes a line off the list; its entries stay in the history. @param {Row} row */
async function dropLine({ line }) {
  if (!line) return;
  const { platform, control, account, unit } = line;
  const says = byId('drop-result');
  try {
    await ask('drop-line', { line: { platform, control, account, unit } });
    await load();
    says.textContent = t('dropDone');
    says.focus(); // the button is gone
  } catch (error) {
    // an older log program does not know how to
    const old = error instanceof Error && error.name === 'method.unknown';
    says.textContent = old ? t('dropTooOld') : failureText(error);
  }
}

let unreadOpen = false;
/** @param {Row[]} rows @param {(row: Row) => void} onFact */
function unreadBlock(rows, onFact) {
  return el(
    'details',
    {
      class: 'unread',
      open: unreadOpen,
      ontoggle: event => {
        unreadOpen = /** @type {HTMLDetailsElement} */ (event.target).open;
      },
    },
    el('summary', { 'data-key': 'unread' }, t('uncheckedCount', rows.length)),
    uncheckedList(rows, { onFact }),
  );
}

/** @param {Row} row */
async function showHistory(row) {
  if (source) await chooseSource(null);
  history.show(row);
}

function drawFilters() {
  byId('filters').append(
    ...FILTERS.map(([value, text]) =>
      el(
        'label',
        {},
        el('input', {
          type: 'radio',
          name: 'filter',
          value,
          checked: value === filter,
          onchange: () => {
            filter = value;
            drawControls();
          },
        }),
        el('span', {}, t(text)),
      ),
    ),
  );
}

/** Milliseconds between two drawings while pages of entries keep coming. */
const PACE = 300;
let planned = false;
let drawnAt = -PACE;
let drawnSome = false;
/** All that is drawn from entries. */
function drawEntries() {
  if (planned) return;
  planned = true;
  setTimeout(
    async () => {
      planned = false;
      drawnAt = performance.now();
      const shown = source ? foreign : log;
      history.update({
        platforms: state.platforms,
        entries: shown.entries(),
        waiting: source ? [] : state.waiting,
        loading: reachable() && !shown.isComplete() && !shown.isCut(),
        cut: shown.isCut(),
        sources,
      });
      // while pages keep coming only the history grows; the rest is drawn from the first and all
      const whole = log.isComplete() || log.isCut() || !reachable();
      if (source || (!whole && drawnSome)) return;
      drawnSome = !whole;
      await picture(); // each part in its own time: together they would hold the page
      const drawn = drawControls();
      await picture();
      drawFlows(state.lines, ownEntries(), state.platforms, facts.open);
      letter.update();
      if (whole && reachable())
        drawn.then(() => document.querySelector('main')?.setAttribute('data-loaded', 'true'));
    },
    Math.max(0, drawnAt + PACE - performance.now()),
  );
}

const reachable = () => state.host.kind === 'on';

/** @param {string | null} chosen */
async function chooseSource(chosen) {
  source = chosen;
  foreign.reset();
  drawEntries();
  if (chosen) await foreign.refresh(chosen).catch(() => {});
}

async function load() {
  const [fresh, reminders] = await Promise.all([ask('dashboard-state'), ask('reminders')]);
  state = fresh;
  const any = state.lines.length > 0;
  fill(
    byId('host'),
    ...hostLine(state.host, state.waiting.length, {
      setUp: () => {
        location.href = '/pages/welcome/welcome.html#log';
      },
      retry: load,
    }),
    ...hostHelp(state.host),
  );
  const perhaps = state.perhaps ?? [];
  byId('returned').hidden = state.returned.length === 0;
  byId('perhaps').hidden = perhaps.length === 0;
  fill(byId('perhaps'), ...perhapsBlocks(perhaps, load));
  fill(byId('returned'), ...returnedBlocks(state.returned, load, 'h2'));
  drawDue(reminders.due, {
    onAnswer: ({ line }, kind) => facts.open({ ...line, kind }),
    onLetter: ({ line }) => letter.show(line?.platform ?? '', 'complaint'),
    onRound: () => byId('round-start').click(),
    onLater: load,
  });
  byId('empty').hidden = any;
  fill(byId('empty'), ...(any ? [] : emptyBlock(state.platforms, state.granted)));
  byId('round').hidden = state.granted.length === 0;
  byId('controls').hidden = !any;
  byId('history').hidden = !any && sources.length === 0;
  byId('export-note').textContent = t(reachable() ? 'exportNote' : 'exportNoHost');
  for (const id of ['verify', 'export-html', 'import-choose'])
    /** @type {HTMLButtonElement} */ (byId(id)).disabled = !reachable();
  drawExportScope(
    state.platforms.filter(({ id }) => state.lines.some(line => line.platform === id)),
  );
  drawEntries();
  await drawRound();
  await ownSettings.update(state.platforms);
  // not awaited: a program of its own
  policy.update({ platforms: state.platforms, followed: state.followed, lines: state.lines });
  document.querySelector('main')?.setAttribute('aria-busy', 'false');
  updateStamps(state.host);
  if (!reachable()) return;
  // the host's line says what is wrong with it
  await Promise.all([log.refresh(), loadSources()]).catch(() => {});
  drawEntries();
}

async function loadSources() {
  ({ sources } = await ask('sources'));
  drawSources(sources, history.showSource);
  byId('history').hidden = state.lines.length === 0 && sources.length === 0;
  drawEntries();
}

translatePage();
const log = createLog(drawEntries);
const foreign = createLog(drawEntries);
const history = createHistory({ onSource: chooseSource });
const timeline = createTimeline({ onHistory: showHistory });
const policy = createPolicy(setTimelineMarks);
const facts = createFacts(() => state, load);
const ownSettings = createOwn(load);
const letter = createLetter(() => ({ platforms: state.platforms, entries: ownEntries() }));
drawFilters();
search.addEventListener('input', drawControls);
wireExport(() => ({ reachable: reachable(), waiting: state.waiting }));
wireErase(
  () => state,
  () => {
    log.reset();
    return load();
  },
);
wireImport(load);
wireStamps(load);
wireRound();
await load();

// A reading in another tab shows up here; several at once are one redraw.
/** @type {ReturnType<typeof setTimeout> | undefined} */
let soon;
api.storage.onChanged.addListener((changes, area) => {
  const told = ['status', 'queue', 'returns', 'followed', 'reminders'];
  if (area !== 'local' || !told.some(name => changes[name])) return;
  clearTimeout(soon);
  soon = setTimeout(load, 200);
});
