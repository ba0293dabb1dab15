/**
 * The text of a letter from the record: an objection to a platform, or a complaint to an authority.
 * Pure. It is a draft and no legal advice, and says so. What was seen and what the user said are
 * told apart in it too.
 */
import { said } from '../log/entry.js';
import { timeOf } from '../log/log.js';
import { CONTROLLERS } from './controllers.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { it } from './it.js';

/** @import { Platform } from '../../../shared/types.d.ts' */
/** @import { LogEntry } from '../log/log.js' */

/** @typedef {'objection' | 'complaint'} Kind */
/** @typedef {'eu' | 'uk' | 'ch'} Law */

const LANGUAGES = /** @type {Record<string, typeof en>} */ ({ en, de, fr, es, it });
export const LAWS = /** @type {Law[]} */ (['eu', 'uk', 'ch']);
/** Lines of the chronology; the statement that is attached has them all. */
const FIRST = 4;
const LAST = 26;

/**
 * @param {string} locale
 * @returns {string} the language that the letter is written in: this one, or English
 */
export function letterLanguage(locale) {
  const language = locale.split('-')[0];
  return language in LANGUAGES ? language : 'en';
}

/**
 * @param {object} about
 * @param {Platform} about.platform
 * @param {LogEntry[]} about.entries of the platform, in any order
 * @param {Kind} about.kind
 * @param {Law} about.law
 * @param {string} about.locale
 * @param {Date} about.now
 * @returns {string} lines end with a line feed
 */
export function letterText({ platform, entries, kind, law, locale, now }) {
  const language = letterLanguage(locale);
  const words = LANGUAGES[language];
  const ours = words[law];
  const accounts = [...new Set(entries.map(entry => entry.account).filter(Boolean))];
  const controller = CONTROLLERS[platform.id]?.[law];
  const company = controller?.name ?? platform.name;
  const values = {
    platform: platform.name,
    company,
    source: controller?.source ?? '',
    account: accounts.join(', ') || words.noAccount,
    object: ours.object,
    complain: ours.complain,
    authority: ours.authority,
    answer: ours.answer && ` (${ours.answer})`,
    refuse: ours.refuse && ` (${ours.refuse})`,
  };
  const { subject, body, asks } = words[kind];
  const days = new Intl.DateTimeFormat(language === locale.split('-')[0] ? locale : 'en', {
    dateStyle: 'long',
  });
  const address = controller?.address ?? [filled(words.unknownCompany, values)];
  return [
    words.name,
    words.address,
    '',
    filled(kind === 'objection' ? words.to : words.toAuthority, values),
    ...(kind === 'objection' ? address : []),
    '',
    days.format(now),
    '',
    filled(subject, values),
    ...(kind === 'complaint' ? [[filled(words.company, values), ...address].join(', ')] : []),
    '',
    words.greeting,
    '',
    filled(body, values),
    '',
    words.chronology,
    ...chronology(entries, platform, words),
    '',
    ...asks.map((line, at) => `${at + 1}. ${filled(line, values)}`),
    '',
    words.attach,
    '',
    words.closing,
    words.name,
    '',
    '--',
    controller
      ? filled(words.addressFrom, { ...values, date: days.format(localDay(controller.date)) })
      : filled(words.addressBlank, values),
    words.foot,
    '',
  ].join('\n');
}

/** The beginning of a day where the user is. @param {string} day as 2026-11-01 */
function localDay(day) {
  return new Date(`${day}T00:00`);
}

/** @param {string} text @param {Record<string, string>} values */
function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/**
 * First looks, changes, and all that the user did or said; a look that saw the same again is left
 * out.
 * @param {LogEntry[]} entries
 * @param {Platform} platform
 * @param {typeof en} words
 */
function chronology(entries, platform, words) {
  const ordered = entries
    .filter(entry => entry.basis)
    .sort((a, b) => timeOf(a).localeCompare(timeOf(b)));
  /** @type {Map<string, string>} */
  const before = new Map();
  const lines = standing(ordered).flatMap(entry => {
    const subject = JSON.stringify([entry.control, entry.account, entry.unit]);
    const last = before.get(subject);
    if (entry.basis === 'seen' && entry.training !== 'unknown') before.set(subject, entry.training);
    if (
      entry.basis === 'seen' &&
      (entry.training === 'unknown' ? last !== undefined : last === entry.training)
    )
      return [];
    const control = platform.controls.find(({ id }) => id === entry.control)?.name ?? entry.control;
    const likely = entry.basis === 'seen' && entry.training !== 'unknown' && entry.sure !== 'sure';
    const beside = [likely && words.probably, entry.account, entry.unit].filter(Boolean).join(', ');
    const day = said(entry) && entry.date ? entry.date : timeOf(entry).slice(0, 10);
    return [
      `- ${day}: ${filled(words.events[eventOf(entry, last)], { control })}` +
        `${beside ? ` (${beside})` : ''}`,
    ];
  });
  if (lines.length === 0) return [`- ${words.nothing}`];
  if (lines.length <= FIRST + LAST) return lines;
  return [
    ...lines.slice(0, FIRST),
    `  ${filled(words.left, { count: String(lines.length - FIRST - LAST) })}`,
    ...lines.slice(-LAST),
  ];
}

/**
 * Without what the user said and took back, and without what they said of the list itself.
 * @param {LogEntry[]} entries in the order of time
 */
function standing(entries) {
  /** @type {Map<string, LogEntry[]>} */
  const said = new Map();
  const out = new Set();
  for (const entry of entries.filter(({ basis }) => basis === 'declared')) {
    const subject = JSON.stringify([entry.control, entry.account, entry.unit]);
    const before = said.get(subject) ?? [];
    said.set(subject, before);
    if (entry.training !== 'unknown') before.push(entry);
    if (entry.raw === 'taken-back') out.add(before.pop());
    if (entry.raw === 'taken-back' || entry.raw === 'dropped') out.add(entry);
  }
  return entries.filter(entry => !out.has(entry));
}

/**
 * @param {LogEntry} entry
 * @param {string | undefined} last training seen before
 * @returns {keyof typeof en.events}
 */
function eventOf(entry, last) {
  if (entry.basis === 'form') {
    if (entry.raw === 'answered-yes') return 'yes';
    if (entry.raw === 'answered-no') return 'no';
    if (entry.raw === 'submitted') return said(entry) ? 'saidSubmitted' : 'submitted';
    return entry.raw === 'confirmed' ? (said(entry) ? 'saidConfirmed' : 'confirmed') : 'reached';
  }
  if (entry.basis === 'declared')
    return entry.raw === 'answer-me'
      ? 'answerMe'
      : entry.raw === 'answer-not-me'
        ? 'answerNotMe'
        : 'said';
  if (entry.training === 'unknown') return 'unknown';
  // a first look that happens to carry the user's click is still a look; a click counts where it
  // changed something
  if (entry.actor === 'user' && last !== undefined)
    return entry.training === 'denied' ? 'deniedByMe' : 'allowedByMe';
  return entry.training === 'allowed' && last === 'denied' ? 'returned' : entry.training;
}
