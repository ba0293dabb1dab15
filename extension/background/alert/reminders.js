/**
 * Calm reminders: a round of checks every N days, if the user wants it, and the answer that is due
 * a month after an objection was sent. Each shows as a line of the dashboard and a mark on the
 * toolbar button until it is done or put off; one notification tells of it, if the user has granted
 * notifications.
 */
import { api } from '../../shared/api.js';
import { t } from '../../shared/i18n.js';
import { keyOf } from '../ground/key.js';
import { platforms } from '../ground/rules.js';
import { local, makeSerial } from '../ground/store.js';
import { lines } from '../log/host.js';
import { returnedLines } from './returns.js';

/** @import { Line, Reminder, ReminderSetting } from '../../shared/types.d.ts' */

export const REMINDER_ALARM = 'reminders';
const CHOICES = [0, 30, 90];
const DAY = 24 * 60 * 60 * 1000;
/** A reminder that is put off comes again after this. */
const REST = 7 * DAY;
const NOTE = 'reminder:';
const STRONG = '#b3261e';
const NEUTRAL = '#5f6368';
const serial = makeSerial();

/** @returns {Promise<ReminderSetting>} */
export async function reminderSetting() {
  return { days: 0, since: null, told: [], resting: {}, ...(await local.get('reminders')) };
}

/**
 * What is due. Pure.
 * @param {ReminderSetting} setting
 * @param {string | null} lastRound time of the last round that was gone through
 * @param {Line[]} known
 * @param {number} now milliseconds
 * @returns {{ due: Reminder[], next: number | null }} `next`: when the next one falls due, or a
 *   rest ends
 */
export function dueOf(setting, lastRound, known, now) {
  /** @type {Reminder[]} */
  const all = [];
  // a time that the clock has not reached was noted when it was ahead: it counts as now, and stays
  // so
  // when it is kept anew
  const from = [lastRound, setting.since]
    .filter(time => time !== null)
    .map(time => reached(time, now))
    .sort()
    .at(-1);
  if (setting.days > 0 && from)
    all.push({
      kind: 'round',
      key: 'round',
      due: new Date(Date.parse(from) + setting.days * DAY).toISOString(),
    });
  for (const line of known) {
    if (line.form?.due)
      all.push({
        kind: 'answer',
        key: keyOf(line),
        due: line.form.due,
        line,
        asked: line.form.asked ?? null,
      });
  }
  const when = (/** @type {Reminder} */ one) =>
    Math.max(Date.parse(one.due), restOf(setting.resting[one.key], now));
  const later = all.map(when).filter(time => time > now);
  return {
    due: all.filter(one => when(one) <= now),
    next: later.length > 0 ? Math.min(...later) : null,
  };
}

/** @param {string} time @param {number} now @returns {string} */
const reached = (time, now) => new Date(Math.min(Date.parse(time), now)).toISOString();

/**
 * A rest that ends later than its whole length from now was begun by a clock that was ahead: it is
 * over.
 * @param {number} [until]
 * @param {number} [now]
 */
const restOf = (until = 0, now = 0) => (until > now + REST ? 0 : until);

/** What was noted by a clock that was ahead is noted anew, as of now. @param {number} now */
async function putRight(now) {
  const setting = await reminderSetting();
  if (setting.since && Date.parse(setting.since) > now)
    await local.set('reminders', { ...setting, since: reached(setting.since, now) });
  const last = await local.get('lastRound');
  if (last && Date.parse(last) > now) await local.set('lastRound', reached(last, now));
}

/** @param {number} [now] */
async function present(now = Date.now()) {
  return dueOf(await reminderSetting(), (await local.get('lastRound')) ?? null, await lines(), now);
}

/** For the dashboard, with the platform's name and address. @returns {Promise<Reminder[]>} */
export async function dueReminders() {
  const all = await platforms();
  return (await present()).due.map(one => {
    const platform = all.find(({ id }) => id === one.line?.platform);
    return { ...one, name: platform?.name ?? one.line?.platform ?? '', open: platform?.open ?? '' };
  });
}

/** @param {unknown} days 0 (off), 30 or 90 */
export function setReminder(days) {
  if (typeof days !== 'number' || !CHOICES.includes(days)) throw new TypeError('days');
  return change(setting => {
    delete setting.resting.round;
    return { ...setting, days, since: days > 0 ? new Date().toISOString() : null };
  });
}

/** @param {unknown} key of a reminder */
export function putOff(key) {
  return change(setting => ({
    ...setting,
    resting: { ...setting.resting, [String(key)]: Date.now() + REST },
    told: setting.told.filter(one => one !== key),
  }));
}

/** After an erase. @param {(line: Pick<Line, 'platform' | 'account'>) => boolean} matches */
export function forgetReminders(matches) {
  const keep = (/** @type {string} */ key) => {
    if (!key.startsWith('[')) return true;
    const [platform, , account] = JSON.parse(key);
    return !matches({ platform, account });
  };
  return change(setting => ({
    ...setting,
    told: setting.told.filter(keep),
    resting: Object.fromEntries(Object.entries(setting.resting).filter(([key]) => keep(key))),
  }));
}

/** @param {(setting: ReminderSetting) => ReminderSetting} work */
async function change(work) {
  await serial(async () => local.set('reminders', work(await reminderSetting())));
  await remind();
}

/** Notifies once of what fell due, sets the alarm for the next, and marks the toolbar button. */
export function remind() {
  return serial(async () => {
    await putRight(Date.now());
    const { due, next } = await present();
    const setting = await reminderSetting();
    const fresh = due.filter(({ key }) => !setting.told.includes(key));
    for (const one of fresh) await notify(one);
    const told = due.map(({ key }) => key);
    if (told.join() !== setting.told.join()) await local.set('reminders', { ...setting, told });
    if (next === null) await api.alarms.clear(REMINDER_ALARM);
    else await api.alarms.create(REMINDER_ALARM, { when: next });
    await mark(due.length > 0);
  });
}

/** The button's own badge: tabs with a verdict have theirs above it. @param {boolean} due */
async function mark(due) {
  const returned = (await returnedLines()).length > 0;
  await api.action.setBadgeText({ text: returned || due ? '!' : '' });
  if (!returned && !due) return;
  await api.action.setBadgeBackgroundColor({ color: returned ? STRONG : NEUTRAL });
  await api.action.setBadgeTextColor({ color: '#ffffff' });
}

/** @param {Reminder} one */
async function notify(one) {
  if (!api.notifications) return;
  const platform = (await platforms()).find(({ id }) => id === one.line?.platform);
  await api.notifications.create(NOTE + one.kind, {
    type: 'basic',
    iconUrl: api.runtime.getURL('icons/icon-128.png'),
    title:
      one.kind === 'round'
        ? t('dueRound')
        : t('dueAnswer', platform?.name ?? one.line?.platform ?? ''),
    message: t('dueOpenLog'),
  });
}

/** @param {string} id of a clicked notification */
export async function openFromReminder(id) {
  if (id.startsWith(NOTE)) await api.runtime.openOptionsPage();
}
