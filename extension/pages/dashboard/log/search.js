/** Which entries of the history are shown. Pure. */
import { inSlices } from '../ground/slices.js';
import { timeOf } from './log.js';

/** @import { LogEntry } from './log.js' */

/**
 * @typedef {{ platform: string, state: '' | 'allowed' | 'denied' | 'unknown', basis: '' | 'seen' |
 *   'declared' | 'form', from: string, to: string, words: string }} Wanted
 *   empty: any; `from` and `to` are days of the user's calendar, both included
 */

/**
 * Makes what is searched beforehand, in short pieces, so that the first letter of a search costs no
 * more than the next.
 * @param {LogEntry[]} entries
 * @param {(id: string) => string} nameOf
 * @param {() => boolean} wanted
 */
export function prepare(entries, nameOf, wanted) {
  return inSlices(
    entries,
    entry => {
      textOf(entry, nameOf);
    },
    wanted,
  );
}

/** @type {WeakMap<LogEntry, string>} what is searched, made once for each entry */
const searched = new WeakMap();

/**
 * @param {LogEntry} entry
 * @param {(id: string) => string} nameOf a platform
 */
function textOf(entry, nameOf) {
  let text = searched.get(entry);
  if (text === undefined) {
    text = [
      nameOf(entry.platform),
      entry.platform,
      entry.control,
      entry.account,
      entry.unit,
      entry.note,
      entry.evidence?.label,
      entry.evidence?.route,
      entry.browser,
    ]
      .filter(Boolean)
      .join(' ')
      .toLowerCase();
    searched.set(entry, text);
  }
  return text;
}

/**
 * @param {LogEntry[]} entries
 * @param {Wanted} wanted
 * @param {(id: string) => string} nameOf
 * @returns {LogEntry[]} in the same order
 */
export function chosen(entries, wanted, nameOf) {
  const from = wanted.from ? startOf(wanted.from, 0) : -Infinity;
  const to = wanted.to ? startOf(wanted.to, 1) : Infinity;
  const words = wanted.words.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(entry => {
    if (wanted.platform && entry.platform !== wanted.platform) return false;
    if (wanted.basis && entry.basis !== wanted.basis) return false;
    if (
      wanted.state &&
      (entry.training !== wanted.state || entry.basis === 'form' || entry.type === 'erased')
    )
      return false;
    if (from !== -Infinity || to !== Infinity) {
      const at = Date.parse(timeOf(entry));
      if (!(at >= from && at < to)) return false;
    }
    if (words.length === 0) return true;
    const text = textOf(entry, nameOf);
    return words.every(word => text.includes(word));
  });
}

/**
 * By the time that entries count from: what came late, or was said of an earlier day, stands where
 * it belongs.
 * @param {LogEntry[]} entries not changed
 */
export function newestFirst(entries) {
  return [...entries].sort((a, b) => (timeOf(a) < timeOf(b) ? 1 : timeOf(a) > timeOf(b) ? -1 : 0));
}

/** @param {string} day YYYY-MM-DD @param {number} plus days */
function startOf(day, plus) {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year, month - 1, date + plus).getTime();
}
