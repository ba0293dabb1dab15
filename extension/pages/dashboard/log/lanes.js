/**
 * The lanes of the log as it is now: made once for each state of it, with the marks that come from
 * elsewhere.
 */
import { inSlices } from '../ground/slices.js';
import { laneOf } from './lane.js';
import { keyOf } from './rows.js';

/** @import { Lane, Mark } from './lane.js' */
/** @import { LogEntry } from './log.js' */
/** @import { Row } from './rows.js' */

/**
 * @typedef {{ platform: string, at: string, kind: 'policy', text: string, href?: string }}
 *   OuterMark
 */

/** @typedef {{ row: Row, lane: Lane }} Drawn */

/** @type {OuterMark[]} */
let outer = [];

/** @param {OuterMark[]} marks all of them; replaces those given before */
export function setOuterMarks(marks) {
  outer = marks;
}

/** Lanes of one state of the log: a filter or a search need not make them anew. */
let made = {
  entries: /** @type {LogEntry[] | null} */ (null),
  byLine: /** @type {Map<string, LogEntry[]>} */ (new Map()),
  lanes: /** @type {WeakMap<object, Lane>} */ (new WeakMap()),
};

/**
 * @param {Row[]} rows
 * @param {LogEntry[]} entries the same array as long as nothing is new
 * @param {() => boolean} wanted
 * @returns {Promise<Drawn[] | null>} null: no longer wanted
 */
export async function lanesOf(rows, entries, wanted) {
  if (!(await grouped(entries, wanted))) return null;
  /** @type {Drawn[]} */
  const lanes = [];
  const through = await inSlices(rows, row => lanes.push({ row, lane: laneFor(row) }), wanted);
  return through ? lanes : null;
}

/**
 * @param {LogEntry[]} entries as in lanesOf()
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
