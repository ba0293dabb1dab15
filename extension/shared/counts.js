/**
 * The user's platforms in numbers, for the popup's strip and the dashboard's bar: the two cannot
 * contradict each other. Pure.
 */
import { standingOf } from './standing.js';

/** @import { Counts, Line, Platform } from './types.d.ts' */

/**
 * Lines that still speak: a control that its rule has replaced can never be read again, so what it
 * said last would stand for ever. Platforms without a rule keep theirs: the log came from
 * elsewhere.
 * @param {Platform[]} platforms
 * @param {Line[]} lines
 */
export function counted(platforms, lines) {
  return lines.filter(line => {
    const platform = platforms.find(({ id }) => id === line.platform);
    return !platform || platform.controls.some(({ id }) => id === line.control);
  });
}

/**
 * One count a platform, in the word that the popup's sentence has for it (shared/standing.js).
 * Settings with another purpose than training are not counted. What the user only said was not
 * seen: it is "not checked yet".
 * @param {Platform[]} mine
 * @param {Line[]} known
 * @returns {Counts}
 */
export function countsOf(mine, known) {
  /** @type {Counts} */
  const counts = {
    allowed: 0,
    likelyAllowed: 0,
    denied: 0,
    likelyDenied: 0,
    changed: 0,
    unknown: 0,
    unchecked: 0,
  };
  for (const platform of mine.filter(({ kind }) => kind !== 'not-training')) {
    counts[
      standingOf(
        counted(
          [platform],
          known.filter(line => line.platform === platform.id),
        ),
      ).kind
    ] += 1;
  }
  return counts;
}
