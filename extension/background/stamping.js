/**
 * Time-stamps that are taken by themselves, where the person asked for it: a while after the state
 * of a line changed, and each month. Only an alarm takes one, so that a round of checks leads to
 * one and not to thirty; when it is due is kept, since alarms may end with the browser.
 */
import { api } from '../shared/api.js';
import { keyOf } from './ground/key.js';
import { local, makeSerial } from './ground/store.js';
import { HostFailure } from './ground/failures.js';
import { ask } from './log/host.js';
import { NotStamped, stampList, stampTake } from './stamp.js';

/** @import { Line, Stamp, Stamping } from '../shared/types.d.ts' */

export const STAMP_ALARM = 'stamp';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** From a change to its time-stamp. */
const REST = 5 * MINUTE;
const MONTH = 30 * DAY;
/** From a failure to the next try. */
const AGAIN = 6 * 60 * MINUTE;
const serial = makeSerial();

/** @returns {Promise<Stamping | null>} null: none is taken by itself */
export const stamping = async () => (await local.get('stamping')) ?? null;

/**
 * @param {{ authority?: unknown, ca?: unknown }} asked no authority: none by itself any more
 * @returns {Promise<Stamping | null>}
 */
export function setStamping({ authority, ca }) {
  return serial(async () => {
    if (!authority) {
      await local.remove('stamping');
      await api.alarms.clear(STAMP_ALARM);
      return null;
    }
    return plan(
      { authority: String(authority), ca: ca ? String(ca) : null, next: 0, failed: null },
      Date.now() + MINUTE,
    );
  });
}

/** @param {Stamping} setting @param {number} next milliseconds */
async function plan(setting, next) {
  const planned = { ...setting, next };
  await local.set('stamping', planned);
  await api.alarms.create(STAMP_ALARM, { when: next });
  return planned;
}

/** At the start of the browser: the alarm again, and at once where it was due meanwhile. */
export function resumeStamping() {
  return serial(async () => {
    const setting = await stamping();
    const soon = Date.now() + MINUTE;
    // a clock that was ahead must not put it off for ever
    if (setting) await plan(setting, Math.min(Math.max(setting.next, soon), soon + MONTH));
  });
}

/**
 * Whether what is said of some line is another than before. That a reading was confirmed is none.
 * @param {Line[]} [before]
 * @param {Line[]} [after]
 */
export function isChange(before = [], after = []) {
  const said = (/** @type {Line[]} */ all) =>
    all.map(line => JSON.stringify([keyOf(line), line.training, line.form ?? null]));
  const known = new Set(said(before));
  return said(after).some(line => !known.has(line));
}

/** The status was written anew. @param {Line[]} [before] @param {Line[]} [after] */
export function stampAfter(before, after) {
  return serial(async () => {
    const setting = await stamping();
    if (!setting || !isChange(before, after)) return;
    const next = Date.now() + REST;
    if (setting.next > next) await plan(setting, next);
  });
}

/**
 * Whether the log holds what no time-stamp covers, or the newest one is a month old. Pure.
 * @param {Stamp | undefined} last
 * @param {number} entries links of the log
 * @param {number} now milliseconds
 */
export const isDue = (last, entries, now) =>
  entries > 0 && (!last || entries > last.seq || now - Date.parse(last.time) >= MONTH);

/** The alarm rang. */
export function stampDue() {
  return serial(async () => {
    const setting = await stamping();
    if (!setting) return;
    try {
      const last = (await stampList()).at(-1);
      const { entries } = /** @type {any} */ (await ask('verify'));
      const { authority, ca } = setting;
      const due = isDue(last, entries, Date.now());
      const taken = due ? await stampTake(ca === null ? { authority } : { authority, ca }) : last;
      const from = taken ? Math.min(Date.parse(taken.time), Date.now()) : Date.now();
      await plan({ ...setting, failed: null }, from + MONTH);
    } catch (error) {
      const failed = { error: nameOf(error), at: new Date().toISOString() };
      await plan({ ...setting, failed }, Date.now() + AGAIN);
    }
  });
}

/** @param {unknown} error @returns {string} as our pages get it (`requests.js`) */
function nameOf(error) {
  if (error instanceof HostFailure) return error.error;
  return error instanceof NotStamped ? 'stamp.refused' : 'internal';
}
