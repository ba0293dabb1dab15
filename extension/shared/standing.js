/**
 * How the user stands with a platform by the log's lines: one word for the strip's count and for
 * the sentence away from its page, so that the two cannot contradict each other. Pure.
 */
import { weightOfLine } from './weight.js';

/** @import { Counts, Line, Training } from './types.d.ts' */
/** @import { Weight } from './weight.js' */

/** @typedef {keyof Counts} Kind */
/**
 * @typedef {{ name: string | null, kind: Kind, line: Line }} Who name: account and unit; null: the
 *   page named neither
 */

/** What needs a look most comes first. @type {Kind[]} */
const NEED = [
  'allowed',
  'likelyAllowed',
  'changed',
  'unknown',
  'likelyDenied',
  'denied',
  'unchecked',
];

/**
 * What the page was last seen to say. A later word of the user's is another fact, and does not
 * cover this one.
 * @param {Pick<Line, 'basis' | 'training' | 'run'>} line
 * @returns {Training}
 */
export function seenTraining(line) {
  if (line.basis === 'seen') return line.training;
  return line.run?.training ?? 'unknown';
}

/**
 * Of one line: what was seen, with its weight. A step of a form and a word of the user's are no
 * look at the page.
 * @param {Line} line
 * @returns {Kind}
 */
export function kindOf(line) {
  if (line.basis !== 'seen' && line.seen === null) return line.stale ? 'unknown' : 'unchecked';
  const training = seenTraining(line);
  if (line.basis === 'form' && training === 'unknown' && !line.stale) return 'unchecked';
  if (line.stale || training === 'unknown') return 'unknown';
  const weight = line.basis === 'seen' ? weightOfLine(line) : 'likely';
  if (weight === 'changed') return 'changed';
  if (training === 'allowed') return weight === 'sure' ? 'allowed' : 'likelyAllowed';
  return weight === 'sure' ? 'denied' : 'likelyDenied';
}

/** @param {Kind[]} kinds @returns {Kind} the one that speaks for all of them */
export function strongest(kinds) {
  return NEED.find(kind => kinds.includes(kind)) ?? 'unchecked';
}

/**
 * A return, as far as it may be told: where no account is known it may be another's, whatever an
 * older log program says.
 * @param {Pick<Line, 'returned' | 'account'>} line
 * @returns {Line['returned']}
 */
export function returnOf({ returned, account }) {
  return returned === true && account === null ? 'perhaps' : returned;
}

/**
 * The platform's word, and whose: one entry an account (or a blog, a team …), each with the line
 * that speaks for it.
 * @param {Line[]} lines of one platform
 * @returns {{ kind: Kind, line: Line | null, all: Who[], differ: boolean }} differ: they do not all
 *   stand alike
 */
export function standingOf(lines) {
  /** @type {Map<string, Line[]>} */
  const groups = new Map();
  for (const line of offered(lines)) {
    const key = JSON.stringify([line.account, line.unit]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const every = [...groups.values()].map(speaker);
  const looked = every.filter(
    ({ line, kind }) => kind !== 'unchecked' || line.basis === 'declared',
  );
  const all = looked.length > 0 ? looked : every;
  const kind = strongest(all.map(one => one.kind));
  const speaking = newest(all.filter(one => one.kind === kind));
  return { kind, line: speaking?.line ?? null, all, differ: new Set(all.map(sameness)).size > 1 };
}

/**
 * A control that this account does not have cannot make the others uncertain.
 * @param {Line[]} lines
 */
function offered(lines) {
  const some = lines.filter(line => line.why !== 'not-offered' || kindOf(line) !== 'unknown');
  return some.length > 0 ? some : lines;
}

/** Two changes that point to different sides are not alike. @param {Who} who */
function sameness({ kind, line }) {
  return kind === 'changed' ? `changed ${line.training}` : kind;
}

/** @param {Line[]} lines of one account and unit @returns {Who} */
function speaker(lines) {
  const kinds = lines.map(line => ({
    name: [line.account, line.unit].filter(Boolean).join(' · ') || null,
    kind: kindOf(line),
    line,
  }));
  const kind = strongest(kinds.map(one => one.kind));
  return newest(kinds.filter(one => one.kind === kind)) ?? kinds[0];
}

/** @param {Who[]} all @returns {Who | undefined} the one that was heard of last */
function newest(all) {
  const time = (/** @type {Who} */ { line }) => line.tried ?? line.form?.at ?? line.since;
  return [...all].sort((a, b) => time(b).localeCompare(time(a)))[0];
}

/**
 * @param {Kind} kind
 * @returns {{ training: Training, weight: Weight } | null} null: no state
 */
export function claimOf(kind) {
  switch (kind) {
    case 'allowed':
      return { training: 'allowed', weight: 'sure' };
    case 'likelyAllowed':
      return { training: 'allowed', weight: 'likely' };
    case 'denied':
      return { training: 'denied', weight: 'sure' };
    case 'likelyDenied':
      return { training: 'denied', weight: 'likely' };
    default:
      return null;
  }
}
