/**
 * What was seen, and when somebody looked: "seen not allowed 3×, 12 May – 29 Sep; seen allowed, 16
 * Nov: changed in between".
 */
import { calendarDay, day, moment } from './dates.js';
import { locale, t } from './i18n.js';

/** @import { Line, Run } from './types.d.ts' */

/** @type {Record<string, [string, string]>} several looks, one look */
const WORDS = { denied: ['runDenied', 'runDeniedOnce'], allowed: ['runAllowed', 'runAllowedOnce'] };

/** @param {Run} run */
function runText({ training, first, last, times }) {
  const [many, once] = WORDS[training] ?? WORDS.denied;
  // a change and the load that confirmed it are one look
  return times < 2 ? t(once, day(last, locale())) : t(many, times, spanText(first, last));
}

/** @param {string} first @param {string} last */
function spanText(first, last) {
  const [from, to] = [new Date(first), new Date(last)];
  if (Number.isNaN(from.getTime()) || Number.isNaN(to.getTime())) return day(last, locale());
  if (calendarDay(from) === calendarDay(to) || from > to) return day(last, locale());
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).formatRange(from, to);
}

/**
 * @param {Pick<Line, 'run' | 'before' | 'account'>} line of no account by name the looks may be at
 *   two accounts, of which none changed
 * @returns {string} empty where nobody looked, or where the log program does not tell
 */
export function runsText({ run, before, account }) {
  const known = (/** @type {Run | null | undefined} */ one) =>
    one && WORDS[one.training] !== undefined;
  if (!run || !known(run)) return '';
  if (!before || !known(before)) return runText(run);
  return account
    ? t('runsBetween', runText(before), runText(run))
    : `${runText(before)} · ${runText(run)}`;
}

/**
 * The window in which training that was denied came to be allowed: the two looks around it, by
 * their days, or their hours where both were on one day.
 * @param {Pick<Line, 'run' | 'before' | 'account'>} line
 * @returns {string} empty where it is another change, where it may be another account, or where the
 *   log program does not tell
 */
export function windowText({ run, before, account }) {
  if (!account || run?.training !== 'allowed' || before?.training !== 'denied') return '';
  const [from, to] = [new Date(before.last), new Date(run.first)];
  if (!(from.getTime() <= to.getTime())) return '';
  const say = calendarDay(from) === calendarDay(to) ? moment : day;
  return t('windowBetween', say(before.last, locale()), say(run.first, locale()));
}
