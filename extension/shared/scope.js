/**
 * What a control covers and what it does not, each with source and date: the first of each at once, the rest and the
 * regions behind a disclosure.
 */
import { el } from './dom.js';
import { factNodes } from './fact.js';
import { t } from './i18n.js';

/** @import { Fact, Platform } from './types.d.ts' */

/**
 * @param {Platform} platform
 * @param {string} controlId
 * @param {{ regions?: boolean }} [options] regions: they are what the user asks about, so they are not hidden
 * @returns {Node[]} nothing when nothing is known
 */
export function scopeBlock(platform, controlId, { regions = false } = {}) {
  const scope = platform.controls.find(({ id }) => id === controlId)?.scope;
  const parts = /** @type {const} */ ([['scopeCovers', scope?.covers ?? []], ['scopeNot', scope?.not ?? []]]);
  const first = parts.filter(([, facts]) => facts.length > 0);
  const rest = parts.filter(([, facts]) => facts.length > 1);
  const places = platform.regions ?? [];
  return [
    ...(first.length > 0 ? [el('dl', { class: 'scope' }, ...first.flatMap(([title, facts]) => [el('dt', {}, t(title)), el('dd', {}, ...factNodes(facts[0]))]))] : []),
    ...(regions && places.length > 0 ? [list('regionTitle', places)] : []),
    ...(rest.length > 0 || (!regions && places.length > 0) ? [el('details', { class: 'scope' },
      el('summary', { 'data-key': 'scope' }, t('scopeMore')),
      ...rest.map(([title, facts]) => list(title, facts.slice(1))),
      ...(!regions && places.length > 0 ? [list('regionTitle', places)] : []))] : []),
  ];
}

/** @param {string} title @param {readonly Fact[]} facts */
function list(title, facts) {
  return el('div', { class: 'scope' }, el('h2', {}, t(title)), el('ul', {}, ...facts.map((fact) => el('li', {}, ...factNodes(fact)))));
}
