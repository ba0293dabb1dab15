/** Those of the user's platforms that need a look. Pure. */
import { counted } from '../../shared/counts.js';
import { kindOf, returnOf } from '../../shared/standing.js';
import { weightOfLine } from '../../shared/weight.js';

/** @import { Line, LookRow, Platform } from '../../shared/types.d.ts' */

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
      path: platform.path,
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
