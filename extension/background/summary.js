/** The user's platforms in numbers, and those among them that need a look. Pure. */

/** @import { Counts, Line, LookRow, Platform } from '../shared/types.d.ts' */

/**
 * Lines that still speak: a control that its rule has replaced can never be read again, so what it said last would stand
 * for ever. Platforms without a rule keep theirs: the log came from elsewhere.
 * @param {Platform[]} platforms
 * @param {Line[]} lines
 */
export function counted(platforms, lines) {
  return lines.filter((line) => {
    const platform = platforms.find(({ id }) => id === line.platform);
    return !platform || platform.controls.some(({ id }) => id === line.control);
  });
}

/**
 * One count a platform, by what needs a look most: allowed, perhaps allowed, changed and not confirmed, unknown or stale,
 * perhaps not allowed, not allowed. Settings with another purpose than training are not counted. What the user only said
 * was not seen: it is "not checked yet", or unknown where something else was seen before.
 * @param {Platform[]} mine
 * @param {Line[]} known
 * @returns {Counts}
 */
export function countsOf(mine, known) {
  /** @type {Counts} */
  const counts = { allowed: 0, likelyAllowed: 0, denied: 0, likelyDenied: 0, changed: 0, unknown: 0, unchecked: 0 };
  for (const platform of mine.filter(({ kind }) => kind !== 'not-training')) {
    const kinds = counted([platform], known.filter((line) => line.platform === platform.id)).map(kindOf);
    counts[NEED.find((kind) => kinds.includes(kind)) ?? 'unchecked'] += 1;
  }
  return counts;
}

/** @type {(keyof Counts)[]} */
const NEED = ['allowed', 'likelyAllowed', 'changed', 'unknown', 'likelyDenied', 'denied'];

/** @param {Line} line @returns {keyof Counts} */
function kindOf(line) {
  if (line.basis === 'declared') return line.seen === null ? 'unchecked' : 'unknown';
  if (line.basis === 'form' && line.training === 'unknown') return 'unchecked';
  if (line.stale || line.training === 'unknown') return 'unknown';
  if (line.kept === 'pending') return 'changed';
  const likely = line.sure === 'likely';
  if (line.training === 'allowed') return likely ? 'likelyAllowed' : 'allowed';
  return likely ? 'likelyDenied' : 'denied';
}

/**
 * Only what needs a look. Returned controls have their own place above.
 * @param {Platform[]} mine
 * @param {Line[]} known
 * @param {Set<string>} granted
 * @returns {LookRow[]}
 */
export function lookOf(mine, known, granted) {
  return mine.flatMap((platform) => {
    const base = { platform: platform.id, name: platform.name, open: platform.open, hosts: platform.hosts };
    const own = counted([platform], known.filter((line) => line.platform === platform.id));
    /** @type {LookRow[]} */
    const rows = own.flatMap((line) => {
      const state = needOf(line);
      return state ? [{ ...base, state, account: line.account, unit: line.unit, control: line.control, seen: line.seen, likely: line.sure === 'likely' }] : [];
    });
    if (!granted.has(platform.id)) rows.push({ ...base, state: 'no-access', account: null, unit: null, control: '', seen: null, likely: false });
    return rows;
  });
}

/** @param {Line} line @returns {Exclude<LookRow['state'], 'no-access'> | null} */
function needOf(line) {
  if (line.stale) return 'stale';
  if (line.kept === 'pending') return 'changed';
  if (line.training !== 'allowed' || line.returned === true) return null;
  return line.kept === 'not-kept' ? 'not-kept' : 'allowed';
}
