/**
 * Accounts that stand differently, each with its word: "ada is off", "bob is on". Pure but for the
 * names it lists.
 */
import { locale, t } from './i18n.js';

/** @import { Who } from './standing.js' */

/** @type {Record<string, string>} */
const WORDS = {
  denied: 'accountOff',
  allowed: 'accountOn',
  likelyDenied: 'accountOffLikely',
  likelyAllowed: 'accountOnLikely',
  unknown: 'accountNotKnown',
  unchecked: 'accountNotKnown',
};

/**
 * @param {Who} who
 * @returns {{ key: string, values: string[] }} an empty value: the page did not name it
 */
export function accountText({ name, kind, line }) {
  const values = [name ?? ''];
  if (kind === 'changed')
    return { key: line.training === 'allowed' ? 'accountTurnedOn' : 'accountTurnedOff', values };
  if (kind === 'unchecked' && line.basis === 'declared' && line.training === 'denied')
    return { key: 'accountSaidOff', values };
  return { key: WORDS[kind], values };
}

/**
 * @param {{ key: string, values: string[] }[]} texts
 * @returns {string} one list, in the language's own way
 */
export function accountList(texts) {
  const items = texts.map(({ key, values }) => t(key, values[0] || t('accountUnnamed')));
  return new Intl.ListFormat(locale(), { style: 'narrow', type: 'conjunction' }).format(items);
}
