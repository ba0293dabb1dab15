/**
 * The time of an event: of today its hour, of another day its date and hour. Of the
 * user's own time zone, which it names.
 */
import { calendarDay, clock, moment } from './dates.js';
import { locale } from './i18n.js';

/**
 * @param {string} iso
 * @param {number} [now] milliseconds
 * @returns {boolean} whether its date has to be told
 */
export function hasOtherDay(iso, now = Date.now()) {
  return calendarDay(new Date(iso)) !== calendarDay(new Date(now));
}

/**
 * @param {string} iso
 * @param {number} [now] milliseconds
 * @returns {string}
 */
export function timeOf(iso, now = Date.now()) {
  if (hasOtherDay(iso, now)) return moment(iso, locale());
  return clock(iso, locale());
}
