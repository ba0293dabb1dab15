/**
 * Over time: a lane for each control. Drawn with boxes and logical properties, so that it mirrors,
 * prints and follows dark mode by itself; colour never stands alone (pattern, symbol, and the same
 * as a table).
 */
import { byId, el, fill } from '../../../shared/dom.js';
import { t } from '../../../shared/i18n.js';
import { inSlices, picture } from '../ground/slices.js';
import { asTable } from './lane-text.js';
import { lanesOf, setOuterMarks } from './lanes.js';
import { isSparse } from './lane.js';
import { axis, laneRow } from './track.js';

/** @import { Drawn, OuterMark } from './lanes.js' */
/** @import { LogEntry } from './log.js' */
/** @import { Row } from './rows.js' */

const DAY = 86_400_000;
const RANGES = /** @type {const} */ ([
  ['range3', 91],
  ['range12', 366],
  ['rangeAll', null],
]);
/** @type {() => void} */
let redraw = () => {};

/**
 * Marks that come from elsewhere: a policy change stands on every lane of its platform.
 * @param {OuterMark[]} marks all of them; replaces those given before. `at` is ISO 8601, `text`
 *   says what happened
 */
export function setTimelineMarks(marks) {
  setOuterMarks(marks);
  redraw();
}

/** @param {{ onHistory: (row: Row) => void }} on */
export function createTimeline(on) {
  /** @type {{ rows: Row[], entries: LogEntry[] }} */
  let shown = { rows: [], entries: [] };
  /** @type {number | null | undefined} days; null: everything; undefined: nobody chose */
  let chosen;
  let tableOpen = false;

  let turn = 0;
  async function draw() {
    const mine = ++turn;
    const wanted = () => mine === turn;
    // a lane shows both
    const rows = shown.rows.filter(row => row.line !== null && row.state !== 'said');
    byId('timeline').hidden = rows.length === 0;
    const lanes = rows.length > 0 && (await lanesOf(rows, shown.entries, wanted));
    if (!lanes) return;
    const range = chosen === undefined ? usualRange(lanes) : chosen;
    const { from, to } = spanOf(lanes, range);
    const table = tableFold(
      () => asTable(lanes, from, to),
      tableOpen,
      open => {
        tableOpen = open;
      },
    );
    /** @type {Node[]} */
    const parts = [];
    if (!(await inSlices(lanes, one => parts.push(laneRow(one, from, to, on)), wanted))) return;
    await picture(); // the table's first
    if (!wanted()) return;
    const head = bar(range, wish => {
      chosen = wish;
      draw();
    });
    const foot = el('div', { class: 'lane' }, el('span', { class: 'axis-name' }), axis(from, to));
    fill(byId('timeline'), head, el('div', { class: 'lanes' }, ...parts, foot), table);
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

/**
 * Everything, where so little was seen that all of it can be told apart; else a year.
 * @param {Drawn[]} lanes
 */
function usualRange(lanes) {
  return lanes.every(({ lane }) => isSparse(lane)) ? RANGES[2][1] : RANGES[1][1];
}

/** @param {Drawn[]} lanes @param {number | null} range days; null: everything */
function spanOf(lanes, range) {
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
  return { from, to };
}

/** @param {() => Node} make @param {boolean} open @param {(open: boolean) => void} onToggle */
function tableFold(make, open, onToggle) {
  const fold = el(
    'details',
    {
      class: 'as-table',
      open,
      ontoggle: () => {
        onToggle(fold.open);
        // made when it is wanted
        if (fold.open && fold.childElementCount === 1) fold.append(make());
      },
    },
    el('summary', { 'data-key': 'timeline-table' }, t('timelineTable')),
  );
  return fold;
}

/** @param {number | null} range @param {(range: number | null) => void} onRange */
function bar(range, onRange) {
  return el(
    'div',
    { class: 'bar' },
    el('h3', { id: 'timeline-title' }, t('timelineTitle')),
    legend(),
    ranges(range, onRange),
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
