/** What the dashboard's table shows, without a DOM: rows from states and platforms, filtered and sorted. Pure. */

/** @import { Line, Platform } from '../../shared/types.d.ts' */

/**
 * @typedef {'returned' | 'allowed' | 'denied' | 'stale' | 'unknown' | 'form' | 'unchecked'} RowState
 * @typedef {{ key: string, platform: Platform, control: string, account: string | null, unit: string | null, state: RowState, line: Line | null }} Row
 * @typedef {'all' | 'look' | 'allowed' | 'denied' | 'unknown'} Filter
 * @typedef {'platform' | 'account' | 'state' | 'since' | 'seen'} Column
 */

/** Order of need: what asks for a look comes first. @type {RowState[]} */
const URGENCY = ['returned', 'allowed', 'stale', 'unknown', 'form', 'denied', 'unchecked'];

/**
 * @param {Line} line
 * @returns {RowState}
 */
export function stateOf(line) {
  if (line.returned) return 'returned';
  if (line.training === 'unknown') return line.form && line.basis === 'form' ? 'form' : 'unknown';
  return line.stale ? 'stale' : line.training;
}

/** @param {{ platform: string, control: string, account: string | null, unit: string | null }} line as background/lines.js */
export function keyOf({ platform, control, account, unit }) {
  return JSON.stringify([platform, control, account ?? null, unit ?? null]);
}

const STEPS = /** @type {Record<string, string>} */ ({
  reached: 'formStepReached', submitted: 'formStepSubmitted', confirmed: 'formStepConfirmed',
  'answered-yes': 'formStepAnsweredYes', 'answered-no': 'formStepAnsweredNo',
});

const SAID_STEPS = /** @type {Record<string, string>} */ ({
  submitted: 'factSubmitted', confirmed: 'factConfirmed', 'answered-yes': 'factYes', 'answered-no': 'factNo',
});

/** Message key of an objection's step. @param {string | null | undefined} raw @param {boolean} said by the user, not seen */
export function stepText(raw, said) {
  return (said ? SAID_STEPS[raw ?? ''] : undefined) ?? STEPS[raw ?? ''] ?? 'stateForm';
}

const PLAIN_STEPS = /** @type {Record<string, string>} */ ({
  reached: 'flowReached', submitted: 'flowSent', confirmed: 'flowConfirmed', 'answered-yes': 'flowYes', 'answered-no': 'flowNo',
});

/** The same without a word on how it is known: a state does not tell. @param {string} step */
export function plainStepText(step) {
  return PLAIN_STEPS[step] ?? 'stateForm';
}

const WAYS = /** @type {Record<string, string>} */ ({
  'in-app': 'factInApp', 'by-mail': 'factByMail', 'by-form': 'factByForm', 'other-way': 'factOther',
  'answer-me': 'returnedMe', 'answer-not-me': 'entryAnswerNotMe',
});

/** Message key of what the user said. @param {string | null | undefined} raw @param {string} [training] */
export function wayText(raw, training) {
  return WAYS[raw ?? ''] ?? (training === 'allowed' ? 'entryAllowed' : 'entryDenied');
}

/**
 * One row a state, and one for each followed platform that was never read; none for a setting with another purpose.
 * @param {Platform[]} platforms
 * @param {Line[]} lines
 * @param {string[]} followed
 * @returns {Row[]}
 */
export function rowsOf(platforms, lines, followed) {
  const read = lines.flatMap((line) => {
    const platform = platforms.find(({ id }) => id === line.platform) ?? unknownPlatform(line.platform);
    const control = platform.controls.find(({ id }) => id === line.control)?.name ?? line.control;
    return [{ key: keyOf(line), platform, control, account: line.account, unit: line.unit, state: stateOf(line), line }];
  });
  const seen = new Set(lines.map((line) => line.platform));
  const unread = platforms.filter((platform) => followed.includes(platform.id) && !seen.has(platform.id) && platform.kind !== 'not-training').map((platform) => ({
    key: platform.id, platform, control: platform.controls[0]?.name ?? '', account: null, unit: null, state: /** @type {RowState} */ ('unchecked'), line: null,
  }));
  return [...read, ...unread];
}

/**
 * A record may hold a platform that this version has no rule for any more.
 * @param {string} id
 * @returns {Platform}
 */
function unknownPlatform(id) {
  return { id, name: id, hosts: [], open: '', kind: '', grade: '', controls: [], rev: 0, seen: '' };
}

/** @param {Row} row @param {Filter} filter */
export function passes(row, filter) {
  switch (filter) {
    case 'all': return true;
    case 'look': return row.state === 'returned' || row.state === 'allowed' || row.state === 'stale';
    case 'allowed': return row.state === 'allowed' || row.state === 'returned';
    case 'denied': return row.state === 'denied';
    case 'unknown': return ['unknown', 'stale', 'form', 'unchecked'].includes(row.state);
    default: return /** @type {never} */ (filter);
  }
}

/** @param {Row} row @param {string} words */
export function matches(row, words) {
  const text = [row.platform.name, row.platform.id, row.control, row.account, row.unit].join(' ').toLowerCase();
  return words.toLowerCase().split(/\s+/).every((word) => text.includes(word));
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
    since: (a, b) => names.compare(a.line?.since ?? '', b.line?.since ?? ''),
    seen: (a, b) => names.compare(a.line?.seen ?? '', b.line?.seen ?? ''),
  };
  return [...rows].sort((a, b) => direction * by[column](a, b) || names.compare(a.platform.name, b.platform.name) || names.compare(a.key, b.key));
}
