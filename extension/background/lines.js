/** The state of each control, worked out from the host's last status and the entries that still wait for it. Pure. */
import { blank, recall, take } from './line.js';

/** @import { Entry, Line } from '../shared/types.d.ts' */

/** @param {Pick<Line, 'platform' | 'control' | 'account' | 'unit'>} line */
export function keyOf(line) {
  return JSON.stringify([line.platform, line.control, line.account, line.unit]);
}

/**
 * @param {Line[]} lines not changed
 * @param {Entry[]} entries in the order in which the host gets them
 * @param {number} [now] milliseconds
 * @returns {Line[]}
 */
export function fold(lines, entries, now = Date.now()) {
  const byKey = new Map(lines.map((line) => [keyOf(line), line]));
  /** @type {Map<string, import('./line.js').Known>} */
  const touched = new Map();
  for (const entry of entries) {
    const key = keyOf(entry);
    const line = byKey.get(key);
    const known = touched.get(key) ?? (line ? recall(line) : blank(entry, now));
    take(known, entry, now);
    touched.set(key, known);
    byKey.set(key, known.line);
  }
  return [...byKey.values()];
}
