/**
 * Over time: a lane for each control. Drawn with boxes and logical properties, so that it mirrors,
 * prints and follows dark mode by itself; colour never stands alone (pattern, symbol, and the same
 * as a table).
 */
import { byId, el, fill, icon } from '../../../shared/dom.js';
import { locale, t } from '../../../shared/i18n.js';
import { inSlices, picture } from '../ground/slices.js';
import { laneOf, ticksOf } from './lane.js';
import { keyOf, stepText, wayText } from './rows.js';

/** @import { Row } from './rows.js' */
/** @import { LogEntry } from './log.js' */
/** @import { Lane, Mark } from './lane.js' */

/**
 * @typedef {{ platform: string, at: string, kind: 'policy', text: string, href?: string }}
 *   OuterMark
 */

const DAY = 86_400_000;
/** Runs drawn in one lane: beyond it they are narrower than a pixel. */
const MOST = 60;
const RANGES = /** @type {const} */ ([
  ['range3', 91],
  ['range12', 366],
  ['rangeAll', null],
]);
const STATE = { allowed: 'stateAllowed', denied: 'stateDenied', unknown: 'stateUnknown' };
const SYMBOL = {
  changed: 'check',
  'not-kept': 'allowed',
  perhaps: 'unknown',
  returned: 'returned',
  said: 'said',
  form: 'form',
  policy: 'policy',
};

/** @type {OuterMark[]} */
let outer = [];
/** @type {() => void} */
let redraw = () => {};

/**
 * Marks that come from elsewhere: a policy change stands on every lane of its platform.
 * @param {OuterMark[]} marks all of them; replaces those given before. `at` is ISO 8601, `text`
 *   says what happened
 */
export function setTimelineMarks(marks) {
  outer = marks;
  redraw();
}

/** @param {{ onHistory: (row: Row) => void }} on */
export function createTimeline(on) {
  /** @type {{ rows: Row[], entries: LogEntry[] }} */
  let shown = { rows: [], entries: [] };
  /** @type {number | null} days; null: everything */
  let range = RANGES[1][1];
  let tableOpen = false;

  let turn = 0;
  async function draw() {
    const mine = ++turn;
    const wanted = () => mine === turn;
    // a lane shows both
    const rows = shown.rows.filter(row => row.line !== null && row.state !== 'said');
    byId('timeline').hidden = rows.length === 0;
    if (rows.length === 0 || !(await grouped(shown.entries, wanted))) return;
    /** @type {Drawn[]} */
    const lanes = [];
    if (!(await inSlices(rows, row => lanes.push({ row, lane: laneFor(row) }), wanted))) return;
    const times = lanes.flatMap(({ lane }) => [
      ...lane.runs.map(({ from }) => from),
      ...lane.marks.map(({ at }) => at),
    ]);
    const to = Date.now();
    const oldest = Math.min(to - 7 * DAY, ...times);
    // never wider than what there is: a young log fills its axis
    const from = Math.max(
      oldest - (to - oldest) * 0.03,
      range === null ? -Infinity : to - range * DAY,
    );
    const table = el(
      'details',
      {
        class: 'as-table',
        open: tableOpen,
        ontoggle: () => {
          tableOpen = table.open;
          // made when it is wanted
          if (tableOpen && table.childElementCount === 1) table.append(asTable(lanes, from, to));
        },
      },
      el('summary', { 'data-key': 'timeline-table' }, t('timelineTable')),
    );
    /** @type {Node[]} */
    const parts = [];
    if (!(await inSlices(lanes, one => parts.push(laneRow(one, from, to, on)), wanted))) return;
    await picture(); // the table's first
    if (!wanted()) return;
    fill(
      byId('timeline'),
      el(
        'div',
        { class: 'bar' },
        el('h3', { id: 'timeline-title' }, t('timelineTitle')),
        legend(),
        ranges(range, chosen => {
          range = chosen;
          draw();
        }),
      ),
      el(
        'div',
        { class: 'lanes' },
        ...parts,
        el('div', { class: 'lane' }, el('span', { class: 'axis-name' }), axis(from, to)),
      ),
      table,
    );
  }
  redraw = draw;

  return {
    /**
     * @param {Row[]} rows filtered and sorted
     * @param {LogEntry[]} entries
     * @returns {Promise<void>} once it is drawn, or a newer one is
     */
    update(rows, entries) {
      shown = { rows, entries };
      return draw();
    },
  };
}

/** @typedef {{ row: Row, lane: Lane }} Drawn */

/** Lanes of one state of the log: a filter or a search need not make them anew. */
let made = {
  entries: /** @type {LogEntry[] | null} */ (null),
  byLine: /** @type {Map<string, LogEntry[]>} */ (new Map()),
  lanes: /** @type {WeakMap<object, Lane>} */ (new WeakMap()),
};

/**
 * @param {LogEntry[]} entries the same array as long as nothing is new
 * @param {() => boolean} wanted
 * @returns {Promise<boolean>}
 */
async function grouped(entries, wanted) {
  if (made.entries === entries) return true;
  /** @type {typeof made.byLine} */
  const byLine = new Map();
  const through = await inSlices(
    entries,
    entry => {
      const key = keyOf(entry);
      const list = byLine.get(key);
      if (list) list.push(entry);
      else byLine.set(key, [entry]);
    },
    wanted,
  );
  if (through) made = { entries, byLine, lanes: new WeakMap() };
  return through;
}

/** @param {Row} row @returns {Lane} */
function laneFor({ key, line, platform }) {
  let lane = line && made.lanes.get(line);
  if (!lane) {
    lane = laneOf(made.byLine.get(key) ?? [], line);
    if (line) made.lanes.set(line, lane);
  }
  const policy = outer
    .filter(mark => mark.platform === platform.id)
    .map(
      ({ at, text, href }) =>
        /** @type {Mark} */ ({ at: Date.parse(at), kind: 'policy', text, href }),
    )
    .filter(({ at }) => !Number.isNaN(at));
  return policy.length === 0
    ? lane
    : { runs: lane.runs, marks: [...lane.marks, ...policy].sort((a, b) => a.at - b.at) };
}

/** @param {number} at @param {number} from @param {number} to */
const share = (at, from, to) =>
  `${(Math.min(1, Math.max(0, (at - from) / (to - from))) * 100).toFixed(3)}%`;

/**
 * @param {Drawn} drawn
 * @param {number} from
 * @param {number} to
 * @param {{ onHistory: (row: Row) => void }} on
 */
function laneRow({ row, lane }, from, to, on) {
  const name = el(
    'span',
    { class: 'lane-name' },
    el(
      'button',
      {
        type: 'button',
        class: 'plain',
        'data-key': `lane-${row.key}`,
        'aria-label': t('historyOfPlatform', row.platform.name),
        onclick: () => on.onHistory(row),
      },
      row.platform.name,
    ),
    el(
      'span',
      { class: 'soft block', dir: 'auto' },
      [row.account, row.unit, row.control].filter(Boolean).join(' · '),
    ),
  );
  const track = el(
    'div',
    { class: 'track', role: 'img', 'aria-label': laneSays(row, lane) },
    ...lane.runs
      .filter(run => run.to >= from)
      .slice(-MOST)
      .map(run =>
        el('span', {
          class: `run run-${run.state}${run.likely ? ' run-likely' : ''}`,
          style:
            `inset-inline-start: ${share(run.from, from, to)}; inline-size: ` +
            `calc(${share(run.to, from, to)} - ${share(run.from, from, to)})`,
          title: runSays(run),
        }),
      ),
    ...apart(
      lane.marks.filter(({ at }) => at >= from),
      (to - from) / 25,
    ).map(mark =>
      el(
        'span',
        {
          class: `mark mark-${mark.kind} ${mark.state ? `state state-${mark.state}` : ''}`,
          style: `inset-inline-start: ${share(mark.at, from, to)}`,
          title: `${dayOf(mark.at)}: ${markSays(mark)}`,
        },
        icon(SYMBOL[mark.kind]),
      ),
    ),
  );
  return el('div', { class: 'lane' }, name, track);
}

/**
 * Of marks of one kind that would cover each other the newest stays; the table has all of them.
 * @param {Mark[]} marks oldest first @param {number} least milliseconds between two
 */
function apart(marks, least) {
  /** @type {Map<string, number>} */
  const next = new Map();
  return [...marks]
    .reverse()
    .filter(mark => {
      if (mark.at > (next.get(mark.kind) ?? Infinity) - least) return false;
      next.set(mark.kind, mark.at);
      return true;
    })
    .reverse();
}

/** @param {number} from @param {number} to */
function axis(from, to) {
  const { unit, at } = ticksOf(from, to);
  const format = new Intl.DateTimeFormat(
    locale(),
    unit === 'day'
      ? { day: 'numeric', month: 'short' }
      : unit === 'month'
        ? { month: 'short', year: '2-digit' }
        : { year: 'numeric' },
  );
  return el(
    'div',
    { class: 'axis', 'aria-hidden': 'true' },
    ...at.map(time =>
      el('span', { style: `inset-inline-start: ${share(time, from, to)}` }, format.format(time)),
    ),
  );
}

function legend() {
  const item = (/** @type {string} */ sign, /** @type {string} */ text) =>
    el('li', {}, el('span', { class: `sample ${sign}`, 'aria-hidden': 'true' }), t(text));
  return el(
    'ul',
    { class: 'legend' },
    item('run-denied', 'stateDenied'),
    item('run-allowed', 'stateAllowed'),
    item('run-unknown', 'stateUnknown'),
    item('run-unseen', 'legendUnseen'),
  );
}

/** @param {number | null} range @param {(range: number | null) => void} onRange */
function ranges(range, onRange) {
  return el(
    'fieldset',
    { class: 'chips' },
    el('legend', { class: 'visually-hidden' }, t('timelineRange')),
    ...RANGES.map(([text, days]) =>
      el(
        'label',
        {},
        el('input', {
          type: 'radio',
          name: 'range',
          value: String(days),
          checked: days === range,
          'data-key': `range-${days}`,
          onchange: () => onRange(days),
        }),
        el('span', {}, t(text)),
      ),
    ),
  );
}

/**
 * Making a formatter costs far more than using it, and there are thousands of dates.
 * @type {Intl.DateTimeFormat | undefined}
 */
let days;
/** @param {number} time */
function dayOf(time) {
  days ??= new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' });
  return days.format(time);
}

/** @param {{ state: keyof typeof STATE, from: number, to: number, likely?: true }} run */
function runSays({ state, from, to, likely }) {
  const [first, last] = [dayOf(from), dayOf(to)];
  return (
    `${first === last ? first : `${first} – ${last}`}: ` +
    `${t(STATE[state])}${likely ? ` (${t('sureLikely')})` : ''}`
  );
}

/** @param {Mark} mark */
function markSays({ kind, state, raw, text, said = false }) {
  if (kind === 'policy') return text ?? '';
  if (kind === 'form')
    return said ? `${t('entrySaid')}: ${t(stepText(raw, true))}` : t(stepText(raw, false));
  if (kind === 'said') return `${t('entrySaid')}: ${t(wayText(raw, state))}`;
  if (kind === 'not-kept') return t('stateNotKept');
  if (kind === 'perhaps') return t('statePerhaps');
  return kind === 'returned'
    ? t('stateReturned')
    : `${t('legendChange')}: ${t(STATE[state ?? 'unknown'])}`;
}

/** @param {Row} row @param {Lane} lane */
function laneSays(row, lane) {
  const last = lane.runs.at(-1);
  const what = [row.platform.name, row.control, row.account, row.unit].filter(Boolean).join(', ');
  return [
    what,
    last ? runSays(last) : t('never'),
    ...lane.marks.slice(-3).map(mark => `${dayOf(mark.at)}: ${markSays(mark)}`),
  ].join('; ');
}

/**
 * The same in words, newest first.
 * @param {Drawn[]} lanes
 * @param {number} from
 * @param {number} to
 */
function asTable(lanes, from, to) {
  const lines = lanes
    .flatMap(({ row, lane }) => [
      ...lane.runs
        .filter(run => run.to >= from && run.from <= to)
        .map(run => ({ row, at: run.to, says: () => runSays(run) })),
      ...lane.marks
        .filter(({ at }) => at >= from)
        .map(mark => ({ row, at: mark.at, says: () => `${dayOf(mark.at)}: ${markSays(mark)}` })),
    ])
    .sort((a, b) => b.at - a.at)
    .slice(0, 300);
  return el(
    'table',
    {},
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        el('th', { scope: 'col' }, t('colPlatform')),
        el('th', { scope: 'col' }, t('colWhat')),
      ),
    ),
    el(
      'tbody',
      {},
      ...lines.map(({ row, says }) =>
        el(
          'tr',
          {},
          el(
            'th',
            { scope: 'row', 'data-label': t('colPlatform') },
            el('bdi', {}, [row.platform.name, row.account, row.unit].filter(Boolean).join(' · ')),
          ),
          el('td', { 'data-label': t('colWhat') }, says()),
        ),
      ),
    ),
  );
}
