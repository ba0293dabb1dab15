/** One name for a line: platform, control, account and unit, whatever else is said of it. Pure. */

/** @import { Line } from '../../shared/types.d.ts' */

/** @param {Pick<Line, 'platform' | 'control' | 'account' | 'unit'>} line */
export function keyOf(line) {
  return JSON.stringify([line.platform, line.control, line.account, line.unit]);
}
