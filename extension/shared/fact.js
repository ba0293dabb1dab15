/**
 * A sentence with its source and date. Facts are written in English; what was not translated is
 * marked as English.
 */
import { api } from './api.js';
import { day } from './dates.js';
import { el } from './dom.js';
import { locale, t } from './i18n.js';

/** @import { Fact } from './types.d.ts' */

/** Grade C: reported by others. @param {{ grade?: string }} fact */
const reported = ({ grade }) => grade === 'C' && ` (${t('reportedByOthers')})`;

/**
 * @param {{ text: string, key?: string }} sentence
 * @returns {HTMLElement}
 */
export function sentenceText({ text, key }) {
  const translated = key && api.i18n.getMessage(key);
  return el('span', translated ? {} : { lang: 'en', dir: 'ltr' }, translated || text);
}

/**
 * The link to where it was read. A source that is no address (a document's name) is named.
 * @param {{ source: string, seen: string, grade?: string }} fact
 */
export function sourceText(fact) {
  const words = t('scopeSource', day(fact.seen, locale()));
  return el(
    'span',
    { class: 'source soft' },
    /^https:\/\//.test(fact.source)
      ? el('a', { href: fact.source, target: '_blank', rel: 'noreferrer' }, words)
      : el('span', {}, words, ' (', el('bdi', { lang: 'en' }, fact.source), ')'),
    reported(fact),
  );
}

/** @param {Fact} fact @returns {Node[]} */
export function factNodes(fact) {
  return [sentenceText(fact), document.createTextNode(' '), sourceText(fact)];
}
