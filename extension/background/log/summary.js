/** The user's platforms in numbers, and those among them that need a look. Pure. */
import { kindOf, returnOf, standingOf } from '../../shared/standing.js';
import { weightOfLine } from '../../shared/weight.js';

/** @import { Counts, Line, LookRow, Platform } from '../../shared/types.d.ts' */

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

/**
 * Only what needs a look. Returned controls have their own place above.
 * @param {Platform[]} mine
 * @param {Line[]} known
 * @param {Set<string>} granted
 * @returns {LookRow[]}
 */
export function lookOf(mine, known, granted) {
  return mine.flatMap(platform => {
    const base = {
      platform: platform.id,
      name: platform.name,
      open: platform.open,
      hosts: platform.hosts,
    };
    const own = counted(
      [platform],
      known.filter(line => line.platform === platform.id),
    );
    /** @type {LookRow[]} */
    const rows = own.flatMap(line => {
      const state = needOf(line);
      return state
        ? [
            {
              ...base,
              state,
              account: line.account,
              unit: line.unit,
              control: line.control,
              seen: line.seen,
              likely: weightOfLine(line) !== 'sure',
            },
          ]
        : [];
    });
    if (!granted.has(platform.id))
      rows.push({
        ...base,
        state: 'no-access',
        account: null,
        unit: null,
        control: '',
        seen: null,
        likely: false,
      });
    return rows;
  });
}

/** @param {Line} line @returns {Exclude<LookRow['state'], 'no-access'> | null} */
function needOf(line) {
  const kind = kindOf(line);
  if (line.stale) return 'stale';
  if (kind === 'changed') return 'changed';
  // what is told above has its own place
  if ((kind !== 'allowed' && kind !== 'likelyAllowed') || returnOf(line) !== false) return null;
  return line.kept === 'not-kept' ? 'not-kept' : 'allowed';
}
