/**
 * What the timeline of one control shows. Pure.
 *
 * Colour stands only where something is known: at each look, and between two looks that saw the
 * same and lie no more than GAP apart. Between two looks that saw different things nobody knows
 * when it changed, unless the user was seen to change it; so that time stays empty, like all time
 * in which nobody looked.
 */
import { seenTraining } from '../../../shared/standing.js';
import { weightOf, weightOfLine } from '../../../shared/weight.js';
import { timeOf } from './log.js';

/** @import { Line, Training } from '../../../shared/types.d.ts' */
/** @import { LogEntry } from './log.js' */

/** Milliseconds between two equal looks beyond which the time between them is not vouched for. */
export const GAP = 35 * 24 * 60 * 60 * 1000;

/**
 * @typedef {{ state: Training, from: number, to: number, likely?: true }} Run milliseconds; `from`
 *   = `to` for a single look; likely: probable, or changed and not confirmed
 * @typedef {'changed' | 'not-kept' | 'perhaps' | 'returned' | 'said' | 'form' | 'policy'} MarkKind
 * @typedef {{ at: number, kind: MarkKind, state?: Training, raw?: string | null, said?: boolean,
 *   text?: string, href?: string }} Mark
 * @typedef {{ runs: Run[], marks: Mark[] }} Lane
 * @typedef {Pick<Line, 'seen' | 'tried' | 'training' | 'stale' | 'basis' | 'sure' | 'kept' |
 *   'run'>} LineLook
 */

/**
 * @param {LogEntry[]} entries of one line, in any order
 * @param {LineLook | null} line its state, for looks that made no entry of their own
 * @returns {Lane}
 */
export function laneOf(entries, line) {
  const ordered = entries
    .map(entry => ({ entry, at: Date.parse(timeOf(entry)) }))
    .filter(({ at }) => !Number.isNaN(at))
    .sort((a, b) => a.at - b.at);
  const looks = ordered
    .filter(({ entry }) => entry.basis === 'seen')
    .map(({ entry, at }) => lookOf(entry, at));
  const latest = latestLook(line);
  if (latest && (looks.length === 0 || latest.at > looks[looks.length - 1].at)) looks.push(latest);
  return {
    runs: runsOf(looks),
    marks: [...changesOf(looks, entries[0]?.account ?? null), ...saidOf(ordered)].sort(
      (a, b) => a.at - b.at,
    ),
  };
}

/** @param {LogEntry} entry @param {number} at */
function lookOf(entry, at) {
  const weight = weightOf(entry);
  return {
    at,
    state: entry.training,
    user: weight === 'changed',
    likely: entry.training !== 'unknown' && weight !== 'sure',
  };
}

/** @param {LineLook | null} line */
function latestLook(line) {
  const at = Date.parse((line?.stale ? line.tried : line?.seen) ?? '');
  if (!line || Number.isNaN(at) || (line.basis !== 'seen' && !line.stale)) return null;
  return {
    at,
    state: line.stale ? /** @type {const} */ ('unknown') : seenTraining(line),
    user: false,
    likely: !line.stale && weightOfLine(line) !== 'sure',
  };
}

/** @param {{ at: number, state: Training, user: boolean, likely: boolean }[]} looks oldest first */
function runsOf(looks) {
  /** @type {Run[]} */
  const runs = [];
  for (const look of looks) {
    const run = runs[runs.length - 1];
    if (
      run &&
      run.state === look.state &&
      Boolean(run.likely) === look.likely &&
      look.at - run.to <= GAP
    ) {
      run.to = look.at;
      continue;
    }
    // somebody was seen to change it then, so it held until then
    if (run && look.user && look.at - run.to <= GAP) run.to = look.at;
    runs.push({
      state: look.state,
      from: look.at,
      to: look.at,
      ...(look.likely && { likely: true }),
    });
  }
  return runs;
}

/**
 * @param {{ at: number, state: Training, user: boolean }[]} looks
 * @param {string | null} account a return of nobody knows whose account is no return for certain
 * @returns {Mark[]}
 */
function changesOf(looks, account) {
  const known = looks.filter(({ state }) => state !== 'unknown');
  return known
    .slice(1)
    .flatMap((look, at) =>
      look.state === known[at].state
        ? []
        : [{ at: look.at, state: look.state, kind: kindOf(look, known[at], account) }],
    );
}

/**
 * @param {{ state: Training, user: boolean }} look
 * @param {{ user: boolean }} before
 * @param {string | null} account
 * @returns {MarkKind}
 */
function kindOf(look, before, account) {
  if (look.state !== 'allowed' || look.user) return 'changed';
  // a change that the page did not show any more when it was loaded again
  if (before.user) return 'not-kept';
  return account === null ? 'perhaps' : 'returned';
}

/** @param {{ entry: LogEntry, at: number }[]} ordered @returns {Mark[]} */
function saidOf(ordered) {
  return ordered
    .filter(({ entry }) => entry.basis === 'form' || entry.basis === 'declared')
    .map(({ entry, at }) =>
      entry.basis === 'form'
        ? { at, kind: 'form', raw: entry.raw, said: !entry.evidence }
        : { at, kind: 'said', state: entry.training, raw: entry.raw },
    );
}

/** A lane with at most so many runs can be read at once, each run with its day. */
const FEW = 12;

/** @param {Lane} lane */
export function isSparse({ runs }) {
  return runs.length <= FEW;
}

/**
 * The days to be written at the runs of a sparse lane, so that none touches another: from the
 * newest back.
 * @param {Run[]} runs oldest first
 * @param {number} from @param {number} to milliseconds, the width of the lane
 * @param {number} room share of that width that a day takes
 * @returns {{ at: number, last: boolean }[]} last: it would not fit behind its run
 */
export function daysOf(runs, from, to, room) {
  /** @type {{ at: number, last: boolean }[]} */
  const days = [];
  const share = (/** @type {number} */ at) => (at - from) / (to - from);
  let free = Infinity;
  for (const { from: begun } of [...runs].reverse()) {
    const at = Math.max(begun, from);
    const last = share(at) > 1 - room;
    const begins = last ? share(at) - room : share(at);
    const ends = last ? share(at) : share(at) + room;
    if (ends > free) continue;
    days.push({ at, last });
    free = begins;
  }
  return days.reverse();
}

/**
 * Equal steps of the calendar for the axis: months, or years where that would be too many.
 * @param {number} from @param {number} to milliseconds
 * @returns {{ unit: 'day' | 'month' | 'year', at: number[] }}
 */
export function ticksOf(from, to) {
  const days = (to - from) / 86_400_000;
  const unit = days <= 21 ? 'day' : days <= 900 ? 'month' : 'year';
  const step =
    unit === 'day'
      ? Math.ceil(days / 7)
      : unit === 'month'
        ? Math.max(1, Math.ceil(days / 30 / 8))
        : Math.max(1, Math.ceil(days / 365 / 8));
  const start = new Date(from);
  const first =
    unit === 'day'
      ? new Date(start.getFullYear(), start.getMonth(), start.getDate())
      : unit === 'month'
        ? new Date(start.getFullYear(), start.getMonth(), 1)
        : new Date(start.getFullYear(), 0, 1);
  const at = [];
  for (const date = first; date.getTime() <= to; advance(date, unit, step))
    if (date.getTime() >= from) at.push(date.getTime());
  return { unit, at };
}

/** @param {Date} date changed @param {'day' | 'month' | 'year'} unit @param {number} step */
function advance(date, unit, step) {
  if (unit === 'day') date.setDate(date.getDate() + step);
  else if (unit === 'month') date.setMonth(date.getMonth() + step);
  else date.setFullYear(date.getFullYear() + step);
}
