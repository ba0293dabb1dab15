/**
 * What the user says happened, as an entry of the log: an opt-out made elsewhere (basis
 * `declared`), or a step of an objection (basis `form`). Such an entry carries no evidence; that is
 * how it is told from a step that was seen. Pure.
 *
 * `at` is the time that the user names, so that a reading made since is the newer one and keeps
 * deciding the state.
 */
import { calendarDay } from '../../shared/dates.js';
import { BOUNDS } from '../../shared/vocabulary.js';
import { clamp } from '../ground/utf8.js';

/** @import { Entry, Platform } from '../../shared/types.d.ts' */

/** @type {Record<string, Pick<Entry, 'basis' | 'training' | 'raw'>>} */
const KINDS = {
  'in-app': { basis: 'declared', training: 'denied', raw: 'in-app' },
  'by-mail': { basis: 'declared', training: 'denied', raw: 'by-mail' },
  'by-form': { basis: 'declared', training: 'denied', raw: 'by-form' },
  'other-way': { basis: 'declared', training: 'denied', raw: 'other-way' },
  submitted: { basis: 'form', training: 'unknown', raw: 'submitted' },
  confirmed: { basis: 'form', training: 'unknown', raw: 'confirmed' },
  'answered-yes': { basis: 'form', training: 'unknown', raw: 'answered-yes' },
  'answered-no': { basis: 'form', training: 'unknown', raw: 'answered-no' },
};

export const FACT_KINDS = Object.keys(KINDS);

/** What was wrong with what the user said; `message` names the field. */
export class FactRefused extends Error {}

/**
 * @param {{ platform?: unknown, control?: unknown, account?: unknown, unit?: unknown, kind?:
 *   unknown, date?: unknown, note?: unknown }} fact
 *   `date` is a day of the user's calendar, not after today
 * @param {Platform[]} platforms
 * @param {{ id: string, browser: string, now: Date }} context
 * @returns {Entry} throws FactRefused
 */
export function entryOfFact(fact, platforms, { id, browser, now }) {
  const platform = platforms.find(one => one.id === fact.platform);
  if (!platform) throw new FactRefused('platform');
  if (!platform.controls.some(control => control.id === fact.control))
    throw new FactRefused('control');
  if (typeof fact.kind !== 'string' || !Object.hasOwn(KINDS, fact.kind))
    throw new FactRefused('kind');
  const date = dayOf(fact.date, now);
  return {
    id,
    at: timeOf(date, now),
    platform: platform.id,
    control: String(fact.control),
    account: nameOf(fact.account, 'account'),
    unit: nameOf(fact.unit, 'unit'),
    why: 'ok',
    sure: 'none',
    actor: 'user',
    evidence: null,
    browser,
    ...KINDS[fact.kind],
    date,
    note: noteOf(fact.note),
  };
}

/** @param {unknown} value @param {Date} now */
function dayOf(value, now) {
  if (
    typeof value !== 'string' ||
    !/^\d{4}-\d{2}-\d{2}$/.test(value) ||
    value < '2000-01-01' ||
    value > calendarDay(now)
  )
    throw new FactRefused('date');
  const day = new Date(`${value}T00:00:00.000Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value)
    throw new FactRefused('date');
  return value;
}

/**
 * Today: now. Another day: its noon, as the hour is not known.
 * @param {string} date
 * @param {Date} now
 */
function timeOf(date, now) {
  return date === calendarDay(now) ? now.toISOString() : new Date(`${date}T12:00:00`).toISOString();
}

/** @param {unknown} value @param {'account' | 'unit'} field */
function nameOf(value, field) {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string') throw new FactRefused(field);
  const text = value.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
  if (clamp(text, BOUNDS[field]) !== text) throw new FactRefused(field);
  return text || null;
}

/** @param {unknown} value */
function noteOf(value) {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string') throw new FactRefused('note');
  const text = value
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]+/g, ' ')
    .trim();
  if (clamp(text, BOUNDS.note) !== text) throw new FactRefused('note');
  return text || null;
}
