/**
 * What the dashboard's table shows, without a DOM: rows from states and platforms, filtered and
 * sorted. Pure.
 */
import { kindOf, returnOf, seenTraining } from '../../../shared/standing.js';
import { weightOfLine } from '../../../shared/weight.js';

/** @import { Line, Platform } from '../../../shared/types.d.ts' */
/** @import { Weight } from '../../../shared/weight.js' */
/** @import { Part } from './answer.js' */

/**
 * @typedef {'returned' | 'not-kept' | 'perhaps' | 'allowed' | 'changed' | 'denied' | 'stale' |
 *   'unknown' | 'said' | 'form' | 'unchecked'} RowState
 * @typedef {{ key: string, platform: Platform, control: string, account: string | null, unit:
 *   string | null, state: RowState, weight: Weight, line: Line | null }} Row
 *   said: the user's own word, in a row of its own beside what was seen
 * @typedef {'all' | 'look' | Part} Filter look: rows that ask for one; a part: all rows of the
 *   platforms that the bar counts there
 * @typedef {'platform' | 'account' | 'state' | 'runs' | 'seen'} Column
 */

/** Order of need: what asks for a look comes first. @type {RowState[]} */
const URGENCY = [
  'returned',
  'not-kept',
  'perhaps',
  'allowed',
  'changed',
  'stale',
  'unknown',
  'said',
  'form',
  'denied',
  'unchecked',
];

/**
 * What was seen, as one word; never what the user said.
 * @param {Line} line
 * @returns {RowState}
 */
export function stateOf(line) {
  const back = returnOf(line);
  if (back === true) return 'returned';
  const training = seenTraining(line);
  if (training === 'unknown')
    return line.form && line.basis !== 'seen' && !line.stale ? 'form' : 'unknown';
  if (line.stale) return 'stale';
  if (kindOf(line) === 'changed') return 'changed';
  if (training === 'allowed' && line.kept === 'not-kept') return 'not-kept';
  return back === 'perhaps' ? 'perhaps' : training;
}

/**
 * @param {Line} line
 * @returns {boolean} whether the page was looked at, or a form begun: else there is the user's word
 *   alone
 */
function isSeen(line) {
  return (
    line.basis !== 'declared' || line.seen !== null || line.tried !== null || Boolean(line.form)
  );
}

/**
 * The user's word about a line, newest; older log programs tell it only where it decides.
 * @param {Line} line
 */
function isSaid(line) {
  return line.declared
    ? line.declared.training !== 'unknown'
    : line.basis === 'declared' && line.training !== 'unknown';
}

/**
 * @param {{ platform: string, control: string, account: string | null, unit: string | null }} line
 *   as the background names it
 */
export function keyOf({ platform, control, account, unit }) {
  return JSON.stringify([platform, control, account ?? null, unit ?? null]);
}

const STEPS = /** @type {Record<string, string>} */ ({
  reached: 'formStepReached',
  submitted: 'formStepSubmitted',
  confirmed: 'formStepConfirmed',
  'answered-yes': 'formStepAnsweredYes',
  'answered-no': 'formStepAnsweredNo',
});

const SAID_STEPS = /** @type {Record<string, string>} */ ({
  submitted: 'factSubmitted',
  confirmed: 'factConfirmed',
  'answered-yes': 'factYes',
  'answered-no': 'factNo',
});

/**
 * Message key of an objection's step.
 * @param {string | null | undefined} raw
 * @param {boolean} said by the user, not seen
 */
export function stepText(raw, said) {
  return (said ? SAID_STEPS[raw ?? ''] : undefined) ?? STEPS[raw ?? ''] ?? 'stateForm';
}

const PLAIN_STEPS = /** @type {Record<string, string>} */ ({
  reached: 'flowReached',
  submitted: 'flowSent',
  confirmed: 'flowConfirmed',
  'answered-yes': 'flowYes',
  'answered-no': 'flowNo',
});

/** The same without a word on how it is known: a state does not tell. @param {string} step */
export function plainStepText(step) {
  return PLAIN_STEPS[step] ?? 'stateForm';
}

const WAYS = /** @type {Record<string, string>} */ ({
  'in-app': 'factInApp',
  'by-mail': 'factByMail',
  'by-form': 'factByForm',
  'other-way': 'factOther',
  'answer-me': 'returnedMe',
  'answer-not-me': 'entryAnswerNotMe',
});

/**
 * Message key of what the user said.
 * @param {string | null | undefined} raw
 * @param {string} [training]
 */
export function wayText(raw, training) {
  return WAYS[raw ?? ''] ?? (training === 'allowed' ? 'entryAllowed' : 'entryDenied');
}

/**
 * One row a state, a second one for what the user said about it, and one for each followed platform
 * that was never read; none for a setting with another purpose.
 * @param {Platform[]} platforms
 * @param {Line[]} lines
 * @param {string[]} followed
 * @returns {Row[]}
 */
export function rowsOf(platforms, lines, followed) {
  const read = lines.flatMap(line => {
    const platform =
      platforms.find(({ id }) => id === line.platform) ?? unknownPlatform(line.platform);
    const control = platform.controls.find(({ id }) => id === line.control)?.name ?? line.control;
    const row = { platform, control, account: line.account, unit: line.unit, line };
    const weight = line.basis === 'declared' ? /** @type {const} */ ('likely') : weightOfLine(line);
    return [
      ...(isSeen(line) ? [{ ...row, key: keyOf(line), state: stateOf(line), weight }] : []),
      ...(isSaid(line)
        ? [
            {
              ...row,
              key: `${keyOf(line)} said`,
              state: /** @type {RowState} */ ('said'),
              weight: /** @type {Weight} */ ('likely'),
            },
          ]
        : []),
    ];
  });
  const seen = new Set(lines.map(line => line.platform));
  const unread = platforms
    .filter(
      platform =>
        followed.includes(platform.id) &&
        !seen.has(platform.id) &&
        platform.kind !== 'not-training',
    )
    .map(platform => ({
      key: platform.id,
      platform,
      control: platform.controls[0]?.name ?? '',
      account: null,
      unit: null,
      state: /** @type {RowState} */ ('unchecked'),
      weight: /** @type {Weight} */ ('sure'),
      line: null,
    }));
  return [...read, ...unread];
}

/**
 * A record may hold a platform that this version has no rule for any more.
 * @param {string} id
 * @returns {Platform}
 */
export function unknownPlatform(id) {
  return { id, name: id, hosts: [], open: '', kind: '', grade: '', controls: [], rev: 0, seen: '' };
}

/** @type {RowState[]} */
const LOOK = ['returned', 'not-kept', 'perhaps', 'allowed', 'changed', 'stale'];

/**
 * @param {Row} row
 * @param {Filter} filter
 * @param {Map<string, Part>} parts by platform
 */
export function passes(row, filter, parts) {
  if (filter === 'all') return true;
  if (filter === 'look') return LOOK.includes(row.state);
  return parts.get(row.platform.id) === filter;
}

/** @param {Row} row @param {string} words */
export function matches(row, words) {
  const text = [row.platform.name, row.platform.id, row.control, row.account, row.unit]
    .join(' ')
    .toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word));
}

/**
 * @param {Row[]} rows
 * @param {Column} column
 * @param {1 | -1} direction
 * @param {string} locale of names
 */
export function sorted(rows, column, direction, locale) {
  const names = new Intl.Collator(locale, { numeric: true });
  /** @type {Record<Column, (a: Row, b: Row) => number>} */
  const by = {
    platform: (a, b) => names.compare(a.platform.name, b.platform.name),
    account: (a, b) => names.compare(a.account ?? '', b.account ?? ''),
    state: (a, b) => URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state),
    runs: (a, b) => names.compare(a.line?.run?.first ?? '', b.line?.run?.first ?? ''),
    seen: (a, b) => names.compare(a.line?.seen ?? '', b.line?.seen ?? ''),
  };
  return [...rows].sort(
    (a, b) =>
      direction * by[column](a, b) ||
      names.compare(a.platform.name, b.platform.name) ||
      names.compare(a.key, b.key),
  );
}
