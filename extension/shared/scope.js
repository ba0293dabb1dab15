/**
 * What a control covers and what it does not: the first of each in a line or two, all of them with
 * source and date, and the regions, behind a disclosure.
 */
import { el } from './dom.js';
import { factNodes, sentenceText } from './fact.js';
import { t } from './i18n.js';

/** @import { Fact, Platform } from './types.d.ts' */

/**
 * The first of what is covered or is not, cut after two lines: the whole stands in scopeBlock.
 * @param {Platform} platform
 * @param {string} controlId
 * @param {('covers' | 'not')[]} which
 * @returns {Node[]} nothing when nothing is known
 */
export function scopeLines(platform, controlId, which) {
  const scope = platform.controls.find(({ id }) => id === controlId)?.scope;
  return which.flatMap(key => {
    const [first] = scope?.[key] ?? [];
    return first
      ? [el('p', { class: 'scope short' }, el('b', {}, t(TITLES[key])), ' ', sentenceText(first))]
      : [];
  });
}

const TITLES = /** @type {const} */ ({ covers: 'scopeCovers', not: 'scopeNot' });

/**
 * @param {Platform} platform
 * @param {string} controlId
 * @param {{ regions?: boolean, more?: Node[] }} [options] regions: they are what the user asks
 *   about, so they are not hidden; more: what else stands behind the disclosure
 * @returns {Node[]} nothing when nothing is known
 */
export function scopeBlock(platform, controlId, { regions = false, more = [] } = {}) {
  const scope = platform.controls.find(({ id }) => id === controlId)?.scope;
  const places = platform.regions ?? [];
  const lists = [
    ...list('scopeCovers', scope?.covers ?? []),
    ...list('scopeNot', scope?.not ?? []),
    ...(regions ? [] : list('regionTitle', places)),
    ...more,
  ];
  return [
    ...(regions ? list('regionTitle', places) : []),
    ...(lists.length > 0
      ? [
          el(
            'details',
            { class: 'scope' },
            el('summary', { 'data-key': 'scope' }, t('scopeMore')),
            ...lists,
          ),
        ]
      : []),
  ];
}

/** @param {string} title @param {readonly Fact[]} facts @returns {Node[]} */
function list(title, facts) {
  if (facts.length === 0) return [];
  return [
    el(
      'div',
      { class: 'scope' },
      el('h2', {}, t(title)),
      el('ul', {}, ...facts.map(fact => el('li', {}, ...factNodes(fact)))),
    ),
  ];
}
