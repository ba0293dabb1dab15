/** One entry of the history: its line, and its evidence when it is opened. */
import { day, moment } from '../../../shared/dates.js';
import { el, icon } from '../../../shared/dom.js';
import { locale, t } from '../../../shared/i18n.js';
import { ASSISTED } from '../../../shared/verdict.js';
import { weightOf } from '../../../shared/weight.js';
import { reasonOf } from '../../../shared/why.js';
import { stepText, wayText } from './rows.js';

/** @import { Platform } from '../../../shared/types.d.ts' */
/** @import { LogEntry } from './log.js' */

/** @param {LogEntry} entry */
export const said = entry =>
  entry.basis === 'declared' || (entry.basis === 'form' && !entry.evidence);

/**
 * The day that an entry stands under: its own, or that of which the user spoke.
 * @param {LogEntry} entry
 */
export const dayOf = entry =>
  day(said(entry) && entry.date ? entry.date : (entry.at ?? entry.received ?? ''), locale());

/**
 * What stands in the row's button.
 * @param {LogEntry} entry of the host's history, or still waiting for it (no seq)
 * @param {Platform[]} platforms
 * @param {boolean} begins whether it is the first of its day in the list
 * @returns {Node[]}
 */
export function entryRow(entry, platforms, begins) {
  const look = lookOf(entry);
  const known = entry.basis === 'seen' && entry.training !== 'unknown';
  const weight = known ? weightOf(entry) : 'sure';
  const name = platforms.find(({ id }) => id === entry.platform)?.name ?? entry.platform ?? '';
  const time =
    said(entry) && entry.date
      ? day(entry.date, locale())
      : moment(entry.at ?? entry.received ?? '', locale());
  const notes = [
    entry.account,
    entry.unit,
    weight === 'changed' && t('notConfirmed'),
    weight === 'likely' && t('sureLikely'),
    said(entry) && t('entrySaid'),
    entry.seq === undefined && t('historyWaiting'),
  ]
    .filter(note => typeof note === 'string' && note !== '')
    .map(String);
  return [
    // the whole date stands in every row: this one is for the eye
    el('span', { class: 'day', 'aria-hidden': 'true' }, begins && dayOf(entry)),
    el(
      'span',
      { class: `disc state state-${weight === 'sure' ? look.tone : 'likely'}` },
      icon(look.symbol),
    ),
    el(
      'span',
      { class: 'entry-text' },
      el('span', { class: 'entry-line' }, el('b', {}, name), name ? ' · ' : '', t(look.text)),
      el(
        'span',
        { class: 'entry-line soft' },
        el('time', { datetime: entry.at ?? entry.received ?? '' }, time),
        ...notes.flatMap(note => [' · ', el('bdi', {}, note)]),
      ),
    ),
  ];
}

/** @param {LogEntry} entry @param {Platform[]} platforms @returns {HTMLElement | null} */
export function entryDetail(entry, platforms) {
  const facts = factsOf(
    entry,
    platforms.find(({ id }) => id === entry.platform),
  );
  return facts.length === 0
    ? null
    : el(
        'dl',
        { class: 'detail' },
        ...facts.flatMap(([term, value]) => [
          el('dt', {}, t(term)),
          el('dd', {}, el('bdi', {}, value)),
        ]),
      );
}

/** @param {LogEntry} entry @returns {{ tone: string, symbol: string, text: string }} */
function lookOf(entry) {
  if (entry.type === 'erased') return { tone: 'unknown', symbol: 'none', text: 'entryErased' };
  if (entry.type === 'stamp') return { tone: 'unknown', symbol: 'check', text: 'entryStamp' };
  if (entry.type === 'picture') return { tone: 'unknown', symbol: 'said', text: 'entryPicture' };
  if (entry.type === 'witness') return { tone: 'unknown', symbol: 'said', text: 'entryWitness' };
  if (entry.basis === 'form')
    return { tone: 'unknown', symbol: 'form', text: stepText(entry.raw, said(entry)) };
  if (entry.raw === 'answer-me') return { tone: 'unknown', symbol: 'check', text: 'entryAnswerMe' };
  if (entry.raw === 'answer-not-me')
    return { tone: 'unknown', symbol: 'warning', text: 'entryAnswerNotMe' };
  if (entry.raw === 'dropped' && entry.basis === 'declared')
    return { tone: 'unknown', symbol: 'none', text: 'entryDropped' };
  if (entry.raw === 'taken-back' && entry.basis === 'declared')
    return { tone: 'unknown', symbol: 'none', text: 'entryTakenBack' };
  // said, not seen: never in the colours of a reading
  if (entry.basis === 'declared')
    return { tone: 'unknown', symbol: 'said', text: wayText(entry.raw, entry.training) };
  const changed = weightOf(entry) === 'changed';
  if (entry.training === 'allowed')
    return { tone: 'allowed', symbol: 'allowed', text: changed ? 'entryTurnedOn' : 'entryAllowed' };
  if (entry.training === 'denied')
    return { tone: 'denied', symbol: 'denied', text: changed ? 'entryTurnedOff' : 'entryDenied' };
  return { tone: 'unknown', symbol: 'unknown', text: 'entryUnknown' };
}

/**
 * @param {LogEntry} entry
 * @param {Platform | undefined} platform
 * @returns {[string, string][]} message key of the term, value
 */
function factsOf(entry, platform) {
  const { evidence } = entry;
  const reason = entry.training === 'unknown' && reasonOf(platform, entry);
  /** @type {[string, string | null | undefined][]} */
  const all = [
    ['detailReason', reason ? t(reason) : null],
    ['factText', entry.note],
    ['factControl', entry.control],
    ['detailLabel', evidence?.label],
    ['detailRaw', entry.basis === 'seen' ? entry.raw : null],
    ['detailRoute', evidence?.route],
    ['detailSigns', evidence?.by?.filter(sign => sign !== ASSISTED).join(', ')],
    ['detailPressed', evidence?.by?.includes(ASSISTED) ? t('pressedForYou') : null],
    ['detailRule', evidence?.rule ? `${evidence.rule} ${evidence.rev ?? ''}`.trim() : null],
    ['detailBrowser', entry.browser],
    ['detailAuthority', entry.authority?.url],
    ['detailStampTime', entry.time ? moment(entry.time, locale()) : null],
    ['detailCovers', entry.covers ? String(entry.covers.count) : null],
    ['detailWritten', entry.received ? moment(entry.received, locale()) : null],
    ['detailSource', entry.source],
    ['detailNumber', entry.seq === undefined ? null : String(entry.seq)],
    ['detailHash', entry.hash],
  ];
  return /** @type {[string, string][]} */ (all.filter(([, value]) => value));
}
