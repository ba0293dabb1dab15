/** One line of the history, with its evidence behind a disclosure. */
import { moment } from '../../shared/dates.js';
import { el, icon } from '../../shared/dom.js';
import { locale, t } from '../../shared/i18n.js';
import { WHY_TEXT } from '../../shared/why.js';

/** @import { Entry, Platform } from '../../shared/types.d.ts' */

/** @typedef {Entry & { seq?: number, hash?: string, type?: string, received?: string, note?: string }} LogEntry */

/**
 * @param {LogEntry} entry of the host's history, or still waiting for it (no seq)
 * @param {Platform[]} platforms
 */
export function entryItem(entry, platforms) {
  const look = lookOf(entry);
  const name = platforms.find(({ id }) => id === entry.platform)?.name ?? entry.platform ?? '';
  const notes = [
    entry.account, entry.unit,
    entry.basis === 'seen' && entry.actor === 'user' && entry.training !== 'unknown' && t('entryByUser'),
    entry.sure === 'likely' && t('sureLikely'),
    entry.basis === 'declared' && t('entrySaid'),
    entry.seq === undefined && t('historyWaiting'),
  ].filter((note) => typeof note === 'string' && note !== '').map(String);
  const facts = factsOf(entry);
  return el('li', { class: 'entry', 'data-entry': entry.id ?? '' },
    el('span', { class: `disc state state-${entry.sure === 'likely' ? 'likely' : look.tone}` }, icon(look.symbol)),
    el('div', { class: 'entry-text' },
      el('p', {}, el('b', {}, name), name ? ' · ' : '', t(look.text)),
      el('p', { class: 'soft' }, el('time', { datetime: entry.at ?? entry.received ?? '' }, moment(entry.at ?? entry.received ?? '', locale())), ...notes.flatMap((note) => [' · ', el('bdi', {}, note)])),
      facts.length > 0 && el('details', {},
        el('summary', { class: 'soft' }, t('details')),
        el('dl', {}, ...facts.flatMap(([term, value]) => [el('dt', {}, t(term)), el('dd', {}, el('bdi', {}, value))])))));
}

const FORM_TEXT = /** @type {Record<string, string>} */ ({
  reached: 'formStepReached', submitted: 'formStepSubmitted', confirmed: 'formStepConfirmed',
  'answered-yes': 'formStepAnsweredYes', 'answered-no': 'formStepAnsweredNo',
});

/** @param {LogEntry} entry @returns {{ tone: string, symbol: string, text: string }} */
function lookOf(entry) {
  if (entry.type === 'erased') return { tone: 'unknown', symbol: 'none', text: 'entryErased' };
  if (entry.basis === 'form') return { tone: 'unknown', symbol: 'form', text: FORM_TEXT[entry.raw ?? ''] ?? 'stateForm' };
  if (entry.raw === 'answer-me') return { tone: 'unknown', symbol: 'check', text: 'entryAnswerMe' };
  if (entry.raw === 'answer-not-me') return { tone: 'unknown', symbol: 'warning', text: 'entryAnswerNotMe' };
  if (entry.training === 'allowed') return { tone: 'allowed', symbol: 'allowed', text: 'entryAllowed' };
  if (entry.training === 'denied') return { tone: 'denied', symbol: 'denied', text: 'entryDenied' };
  return { tone: 'unknown', symbol: 'unknown', text: 'entryUnknown' };
}

/** @param {LogEntry} entry @returns {[string, string][]} message key of the term, value */
function factsOf(entry) {
  const { evidence } = entry;
  /** @type {[string, string | null | undefined][]} */
  const all = [
    ['detailReason', entry.training === 'unknown' && entry.why && WHY_TEXT[entry.why] ? t(WHY_TEXT[entry.why]) : null],
    ['detailLabel', evidence?.label],
    ['detailRaw', entry.basis === 'seen' ? entry.raw : null],
    ['detailRoute', evidence?.route],
    ['detailSigns', evidence?.by?.join(', ')],
    ['detailRule', evidence?.rule ? `${evidence.rule} ${evidence.rev ?? ''}`.trim() : null],
    ['detailBrowser', entry.browser],
    ['detailNumber', entry.seq === undefined ? null : String(entry.seq)],
    ['detailHash', entry.hash],
  ];
  return /** @type {[string, string][]} */ (all.filter(([, value]) => value));
}
