/** A lane as it is drawn: its name, its runs and marks along the time; and the axis below all. */
import { el, icon } from '../../../shared/dom.js';
import { locale, t } from '../../../shared/i18n.js';
import { dayOf, laneSays, markSays, runSays } from './lane-text.js';
import { daysOf, isSparse, ticksOf } from './lane.js';

/** @import { Mark, Run } from './lane.js' */
/** @import { Drawn } from './lanes.js' */
/** @import { Row } from './rows.js' */

/** Runs drawn in one lane: beyond it they are narrower than a pixel. */
const MOST = 60;
const SYMBOL = {
  changed: 'check',
  'not-kept': 'allowed',
  perhaps: 'unknown',
  returned: 'returned',
  said: 'said',
  form: 'form',
  policy: 'policy',
};

/** @param {number} at @param {number} from @param {number} to */
const share = (at, from, to) =>
  `${(Math.min(1, Math.max(0, (at - from) / (to - from))) * 100).toFixed(3)}%`;

/**
 * @param {Drawn} drawn
 * @param {number} from
 * @param {number} to
 * @param {{ onHistory: (row: Row) => void }} on
 */
export function laneRow({ row, lane }, from, to, on) {
  const runs = lane.runs.filter(run => run.to >= from).slice(-MOST);
  const marks = apart(
    lane.marks.filter(({ at }) => at >= from),
    (to - from) / 25,
  );
  return el(
    'div',
    { class: 'lane' },
    laneName(row, on),
    el(
      'div',
      { class: 'track', role: 'img', 'aria-label': laneSays(row, lane) },
      ...runs.map(run => runBox(run, from, to)),
      ...(isSparse({ runs, marks }) ? runDays(runs, from, to) : []),
      ...marks.map(mark => markBox(mark, from, to)),
    ),
  );
}

/** @param {Row} row @param {{ onHistory: (row: Row) => void }} on */
function laneName(row, on) {
  return el(
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
}

/** @param {Run} run @param {number} from @param {number} to */
function runBox(run, from, to) {
  return el('span', {
    class:
      `run run-${run.state}${run.likely ? ' run-likely' : ''}` +
      `${run.from === run.to ? ' run-look' : ''}`,
    style:
      `inset-inline-start: ${share(run.from, from, to)}; inline-size: ` +
      `calc(${share(run.to, from, to)} - ${share(run.from, from, to)})`,
    title: runSays(run),
  });
}

/** Share of a lane's width that the day at a run takes. */
const DAY_ROOM = 0.14;

/** The days of few runs, below them. @param {Run[]} runs @param {number} from @param {number} to */
function runDays(runs, from, to) {
  const format = new Intl.DateTimeFormat(locale(), {
    day: 'numeric',
    month: 'short',
    year: '2-digit',
  });
  return daysOf(runs, from, to, DAY_ROOM).map(({ at, last }) =>
    el(
      'span',
      {
        class: `run-day${last ? ' run-day-last' : ''}`,
        style: last
          ? `inset-inline-end: calc(100% - ${share(at, from, to)})`
          : `inset-inline-start: ${share(at, from, to)}`,
      },
      format.format(at),
    ),
  );
}

/** @param {Mark} mark @param {number} from @param {number} to */
function markBox(mark, from, to) {
  return el(
    'span',
    {
      class: `mark mark-${mark.kind} ${mark.state ? `state state-${mark.state}` : ''}`,
      style: `inset-inline-start: ${share(mark.at, from, to)}`,
      title: `${dayOf(mark.at)}: ${markSays(mark)}`,
    },
    icon(SYMBOL[mark.kind]),
  );
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

/** Share of the axis behind which a word would not end on it. */
const AXIS_END = 0.94;

/** @param {number} from @param {number} to */
export function axis(from, to) {
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
    ...at
      .filter(time => (time - from) / (to - from) < AXIS_END)
      .map(time =>
        el('span', { style: `inset-inline-start: ${share(time, from, to)}` }, format.format(time)),
      ),
  );
}
