/**
 * Dates as people say them. Input is ISO 8601 UTC; output is text in the given locale and the
 * user's time zone.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * Making a formatter costs a hundred times what using it does, and a list has thousands of dates.
 * @param {string} locale
 * @param {Intl.DateTimeFormatOptions} options
 */
function dateFormat(locale, options) {
  const key = JSON.stringify([locale, options]);
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(locale, options)));
  return format;
}

/**
 * "just now"-style for the last day, a date beyond it. Never a negative age: a clock that was set
 * back shows "now".
 * @param {string} iso
 * @param {string} locale
 * @param {number} [now] milliseconds
 */
export function ago(iso, locale, now = Date.now()) {
  const age = Math.max(0, now - Date.parse(iso));
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (Number.isNaN(age)) return iso;
  if (age < MINUTE) return format.format(0, 'second');
  if (age < HOUR) return format.format(-Math.floor(age / MINUTE), 'minute');
  if (age < DAY) return format.format(-Math.floor(age / HOUR), 'hour');
  return day(iso, locale);
}

/**
 * @param {string} iso a time, or a plain date (2026-10-02) or month (2026-10), which are shown as
 *   such everywhere
 * @param {string} locale
 */
export function day(iso, locale) {
  const plain = /^\d{4}-\d{2}(-\d{2})?$/.test(iso);
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  if (iso.length === 7 && plain)
    return dateFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(date);
  return dateFormat(locale, { dateStyle: 'medium', ...(plain ? { timeZone: 'UTC' } : {}) }).format(
    date,
  );
}

/**
 * A date with its age in days or months: "2 Oct 2026 (7 weeks ago)". A day that is still to come
 * has no age.
 * @param {string} iso as for `day`
 * @param {string} locale
 * @param {number} [now] milliseconds
 */
export function dayWithAge(iso, locale, now = Date.now()) {
  const days = Math.floor((now - Date.parse(iso)) / DAY);
  if (Number.isNaN(days) || days < 1) return day(iso, locale);
  const format = new Intl.RelativeTimeFormat(locale);
  const [count, unit] = /** @type {[number, Intl.RelativeTimeFormatUnit]} */ (
    days < 14
      ? [days, 'day']
      : days < 60
        ? [Math.floor(days / 7), 'week']
        : days < 730
          ? [Math.floor(days / 30.44), 'month']
          : [Math.floor(days / 365.25), 'year']
  );
  return `${day(iso, locale)} (${format.format(-count, unit)})`;
}

/**
 * The name of the user's time zone at that time, as in "GMT+1".
 * @param {Date} date
 * @param {string} locale
 */
function zone(date, locale) {
  const parts = dateFormat(locale, { hour: 'numeric', timeZoneName: 'short' }).formatToParts(date);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/**
 * A day with its hour. An hour of the clock is told with its zone: it may be read elsewhere, on
 * paper or in a picture.
 * @param {string} iso
 * @param {string} locale
 */
export function moment(iso, locale) {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const told = dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
  return `${told} ${zone(date, locale)}`;
}

/** The hour alone. @param {string} iso @param {string} locale */
export function clock(iso, locale) {
  const date = new Date(iso);
  return `${dateFormat(locale, { timeStyle: 'short' }).format(date)} ${zone(date, locale)}`;
}

/** The day of the user's own calendar as YYYY-MM-DD. @param {Date} date */
export function calendarDay(date) {
  return [
    date.getFullYear(),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-');
}
