/**
 * The state of each control, worked out from the host's last status and the entries that still wait for it. It is
 * the host's own fold (host/PROTOCOL.md, `status`), so that the popup says the same with and without the host. Pure.
 */

/** @import { Entry, Line } from '../shared/types.d.ts' */

/** @param {Pick<Line, 'platform' | 'control' | 'account' | 'unit'>} line */
export function keyOf(line) {
  return JSON.stringify([line.platform, line.control, line.account, line.unit]);
}

/**
 * @param {Line[]} lines not changed
 * @param {Entry[]} entries oldest first
 * @returns {Line[]}
 */
export function fold(lines, entries) {
  const byKey = new Map(lines.map((line) => [keyOf(line), line]));
  for (const entry of entries) byKey.set(keyOf(entry), step(byKey.get(keyOf(entry)), entry));
  return [...byKey.values()];
}

/**
 * @param {Line | undefined} line
 * @param {Entry} entry
 * @returns {Line}
 */
function step(line, entry) {
  const before = line ?? blank(entry);
  if (entry.basis === 'form') {
    // arriving at the form again takes nothing back that was sent before
    return entry.raw === 'reached' && before.form ? before : { ...before, form: formAfter(before.form, entry) };
  }
  if (entry.training === 'unknown') {
    if (entry.basis === 'declared') return answered(before, entry);
    return { ...before, basis: before.training === 'unknown' ? 'seen' : before.basis, why: entry.why, stale: true, tried: entry.at };
  }
  const changed = before.training !== entry.training;
  const cameBack = before.training === 'denied' && entry.training === 'allowed' && before.basis === 'seen'
    && entry.basis === 'seen' && entry.actor === 'none';
  return {
    ...before,
    training: entry.training,
    basis: entry.basis,
    why: entry.why,
    sure: entry.sure,
    since: changed ? entry.at : before.since,
    seen: entry.basis === 'seen' ? entry.at : before.seen,
    tried: entry.basis === 'seen' ? entry.at : before.tried,
    stale: false,
    answer: entry.training === 'denied' ? null : before.answer,
    returned: entry.training === 'denied' ? false : cameBack || (!changed && before.returned),
  };
}

/**
 * An answer that is there is not due any more. When one is due the host works out.
 * @param {Line['form']} before @param {Entry} entry @returns {Line['form']}
 */
function formAfter(before, entry) {
  const step = { ...before, step: entry.raw ?? '', at: entry.at };
  return /^answered-/.test(step.step) ? { ...step, due: null } : step;
}

/**
 * @param {Line} line
 * @param {Entry} entry
 * @returns {Line}
 */
function answered(line, entry) {
  return entry.raw === 'answer-me' ? { ...line, returned: false, answer: null } : { ...line, answer: line.returned ? 'not-me' : null };
}

/**
 * @param {Entry} entry
 * @returns {Line}
 */
function blank(entry) {
  return {
    platform: entry.platform, control: entry.control, account: entry.account, unit: entry.unit,
    training: 'unknown', basis: entry.basis, why: entry.why, since: entry.at, seen: null, tried: null, returned: false, answer: null, stale: false,
  };
}
