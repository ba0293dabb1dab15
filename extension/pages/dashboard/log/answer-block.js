/** The answer, and the bar below it: each part of it shows its platforms alone. */
import { day } from '../../../shared/dates.js';
import { byId, el, fill, icon } from '../../../shared/dom.js';
import { locale, t } from '../../../shared/i18n.js';
import { answerOf, partsOf } from './answer.js';

/** @import { Part, Standing } from './answer.js' */
/** @import { Filter } from './rows.js' */

/** Symbol, tone and word of each part. @type {Record<Part, [string, string, string]>} */
const LOOKS = {
  denied: ['denied', 'denied', 'stateDenied'],
  likelyDenied: ['denied', 'likely', 'stateDeniedLikely'],
  allowed: ['allowed', 'allowed', 'stateAllowed'],
  likelyAllowed: ['allowed', 'likely', 'stateAllowedLikely'],
  changed: ['settling', 'likely', 'stateChanged'],
  unknown: ['unknown', 'unknown', 'stateUnknown'],
  unchecked: ['none', 'unchecked', 'stateUnchecked'],
  waiting: ['settling', 'unchecked', 'historyWaiting'],
  beside: ['none', 'unchecked', 'stateBeside'],
};
const SYMBOLS = { allowed: 'allowed', denied: 'denied', likely: 'settling', none: 'none' };

/** @param {Standing[]} standings */
export function drawAnswer(standings) {
  const { key, values, tone, notes, oldest } = answerOf(standings);
  const symbol = tone === 'unknown' ? 'unknown' : SYMBOLS[tone];
  fill(
    byId('answer-says'),
    el(
      'div',
      { class: `sentence state state-${tone}`, 'data-answer': key },
      el('span', { class: 'disc' }, icon(symbol)),
      el(
        'p',
        { class: 'says' },
        [t(key, ...values), oldest && t('answerOldest', day(oldest, locale()))]
          .filter(Boolean)
          .join(' '),
      ),
    ),
    ...notes.map(one => el('p', { class: 'soft' }, t(one.key, ...one.values))),
  );
}

/**
 * @param {Standing[]} standings
 * @param {Filter} chosen
 * @param {number} look how many rows need a look
 * @param {(filter: Filter) => void} onChoose
 */
export function drawBar(standings, chosen, look, onChoose) {
  const number = new Intl.NumberFormat(locale());
  const radio = (
    /** @type {Filter} */ value,
    /** @type {number} */ count,
    /** @type {string} */ text,
    /** @type {Node | null} */ symbol = null,
    /** @type {string} */ tone = '',
  ) => {
    const label = el(
      'label',
      { 'data-part': value },
      el('input', {
        type: 'radio',
        name: 'filter',
        value,
        checked: value === chosen,
        'data-key': `filter-${value}`,
        onchange: () => onChoose(value),
      }),
      el(
        'span',
        { class: tone && `state state-${tone}` },
        symbol,
        symbol && ' ',
        el('b', {}, number.format(count)),
        ' ',
        t(text),
      ),
    );
    // as wide as its share, never narrower than its words
    if (symbol) label.style.flexGrow = String(count);
    return label;
  };
  fill(
    byId('filters'),
    el('legend', { class: 'visually-hidden' }, t('filterLabel')),
    radio('all', standings.length, 'filterAll'),
    look > 0 && radio('look', look, 'filterLook'),
    ...partsOf(standings).map(({ part, count }) => {
      const [symbol, tone, text] = LOOKS[part];
      return radio(part, count, text, icon(symbol), tone);
    }),
  );
}
