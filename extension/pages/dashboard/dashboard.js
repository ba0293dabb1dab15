/** The dashboard. Wiring; each part is in a file of its own. */
import { api } from '../../shared/api.js';
import { ask } from '../../shared/ask.js';
import { byId, fill } from '../../shared/dom.js';
import { hostHelp, hostLine } from '../../shared/host-line.js';
import { t, translatePage } from '../../shared/i18n.js';
import { perhapsBlocks, returnedBlocks } from '../../shared/returned.js';
import { createControls } from './controls.js';
import { drawDue } from './due.js';
import { emptyBlock } from './empty.js';
import { createFacts } from './fact/form.js';
import { drawFlows } from './fact/objection.js';
import { wireErase } from './file/erase.js';
import { drawExportScope, saveStatement, wireExport } from './file/export.js';
import { drawSources, wireImport } from './file/import.js';
import { updateStamping, wireStamping } from './file/stamping.js';
import { updateStamps, wireStamps } from './file/stamps.js';
import { picture } from './ground/slices.js';
import { createViews } from './ground/views.js';
import { createLetter } from './letters/letter.js';
import { createHistory } from './log/history.js';
import { createLog } from './log/log.js';
import { setTimelineMarks } from './log/timeline.js';
import { createOwn } from './own/own.js';
import { createPolicy } from './policy/policy.js';
import { drawRound, wireRound } from './round.js';

/** @import { DashboardState, Entry } from '../../shared/types.d.ts' */
/** @import { LogEntry } from './log/log.js' */
/** @import { Row } from './log/rows.js' */

/** @type {DashboardState} */
let state;
/** @type {{ record: string, links: number, entries: number, imported: string }[]} */
let sources = [];
/** Id of the imported record whose history is shown; null: our own. @type {string | null} */
let source = null;
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

/** @param {Row} row */
async function showHistory(row) {
  if (source) await chooseSource(null);
  views.show('history');
  history.show(row);
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
      const drawn = controls.draw();
      await picture();
      drawFlows(state.lines, ownEntries(), state.platforms, facts.open);
      letter.update(state.returned.map(({ platform }) => platform));
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
    onLetter: ({ line }) => {
      views.show('objections');
      letter.show(line?.platform ?? '', 'complaint');
    },
    onRound: () => byId('round-start').click(),
    onLater: load,
  });
  const nothing = !any && state.waiting.length === 0; // what waits for the log was seen, too
  byId('empty').hidden = !nothing;
  fill(byId('empty'), ...(nothing ? emptyBlock(state.platforms, state.granted) : []));
  byId('round').hidden = state.granted.length === 0;
  byId('controls').hidden = !any && state.followed.length === 0;
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
  updateStamps(state.host).then(updateStamping);
  if (!reachable()) return;
  // the host's line says what is wrong with it
  await Promise.all([log.refresh(), loadSources()]).catch(() => {});
  drawEntries();
}

async function loadSources() {
  ({ sources } = await ask('sources'));
  drawSources(sources, one => {
    views.show('history');
    history.showSource(one);
  });
  drawEntries();
}

translatePage();
const views = createViews();
const log = createLog(drawEntries);
const foreign = createLog(drawEntries);
const history = createHistory({ onSource: chooseSource });
const controls = createControls({
  state: () => state,
  entries: ownEntries,
  onHistory: showHistory,
  onFact: start => facts.open(start),
  onProve: row => saveStatement(row.platform.id),
  onChanged: load,
});
const policy = createPolicy(setTimelineMarks);
const facts = createFacts(() => state, load);
const ownSettings = createOwn(load);
const letter = createLetter(() => ({ platforms: state.platforms, entries: ownEntries() }));
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
wireStamping();
wireRound();
await load();
views.arrive();

// A reading in another tab shows up here; several at once are one redraw.
/** @type {ReturnType<typeof setTimeout> | undefined} */
let soon;
api.storage.onChanged.addListener((changes, area) => {
  const told = ['status', 'queue', 'returns', 'followed', 'reminders', 'stamping'];
  if (area !== 'local' || !told.some(name => changes[name])) return;
  clearTimeout(soon);
  soon = setTimeout(load, 200);
});
