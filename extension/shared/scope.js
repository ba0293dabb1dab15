/** What a control covers and what it does not, each with its source and date, behind a disclosure. */
import { api } from './api.js';
import { day } from './dates.js';
import { el } from './dom.js';
import { locale, t } from './i18n.js';

/** @import { Fact, Platform } from './types.d.ts' */

/**
 * @param {Platform} platform
 * @param {string} controlId
 * @returns {HTMLElement | null} null when nothing is known
 */
export function scopeDetails(platform, controlId) {
  const scope = platform.controls.find(({ id }) => id === controlId)?.scope;
  const parts = /** @type {const} */ ([['scopeCovers', scope?.covers ?? []], ['scopeNot', scope?.not ?? []]]);
  if (parts.every(([, facts]) => facts.length === 0)) return null;
  return el('details', { class: 'scope' },
    el('summary', { 'data-key': 'scope' }, t('scopeTitle')),
    ...parts.filter(([, facts]) => facts.length > 0).flatMap(([title, facts]) => [el('h3', {}, t(title)), el('ul', {}, ...facts.map(factItem))]));
}

/** @param {Fact} fact */
function factItem(fact) {
  const translated = fact.key && api.i18n.getMessage(fact.key);
  return el('li', {},
    // the source language of facts is English; untranslated ones must be read out as such
    el('span', translated ? {} : { lang: 'en', dir: 'ltr' }, translated || fact.text), ' ',
    el('a', { class: 'soft', href: fact.source, target: '_blank', rel: 'noreferrer' }, t('scopeSource', day(fact.seen, locale()))));
}
