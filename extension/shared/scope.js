/**
 * What a control covers and what it does not, each with source and date: the first of each at once,
 * the rest and the regions behind a disclosure.
 */
import { el } from './dom.js';
import { factNodes } from './fact.js';
import { t } from './i18n.js';

/** @import { Fact, Platform } from './types.d.ts' */

/**
 * The first thing that the control does not govern, for the place directly below "is off": off is
 * not off for all.
 * @param {Platform} platform
 * @param {string} controlId
 * @returns {Node[]} nothing when nothing is known
 */
export function limitBlock(platform, controlId) {
  const [first] = platform.controls.find(({ id }) => id === controlId)?.scope?.not ?? [];
  return first ? [pairs([['scopeNot', [first]]], 'scope limits')] : [];
}

/**
 * @param {Platform} platform
 * @param {string} controlId
 * @param {{ regions?: boolean, limits?: boolean }} [options] regions: they are what the user asks
 *   about, so they are not
 *   hidden; limits: false when limitBlock shows the first of them already
 * @returns {Node[]} nothing when nothing is known
 */
export function scopeBlock(platform, controlId, { regions = false, limits = true } = {}) {
  const scope = platform.controls.find(({ id }) => id === controlId)?.scope;
  const parts = /** @type {[string, Fact[]][]} */ ([
    ['scopeCovers', scope?.covers ?? []],
    ['scopeNot', scope?.not ?? []],
  ]);
  const first = parts.filter(
    ([title, facts]) => facts.length > 0 && (limits || title !== 'scopeNot'),
  );
  const rest = parts.filter(([, facts]) => facts.length > 1);
  const places = platform.regions ?? [];
  return [
    ...(first.length > 0 ? [pairs(first, 'scope')] : []),
    ...(regions && places.length > 0 ? [list('regionTitle', places)] : []),
    ...(rest.length > 0 || (!regions && places.length > 0)
      ? [
          el(
            'details',
            { class: 'scope' },
            el('summary', { 'data-key': 'scope' }, t('scopeMore')),
            ...rest.map(([title, facts]) => list(title, facts.slice(1))),
            ...(!regions && places.length > 0 ? [list('regionTitle', places)] : []),
          ),
        ]
      : []),
  ];
}

/** The first fact of each. @param {[string, Fact[]][]} parts @param {string} kind */
function pairs(parts, kind) {
  return el(
    'dl',
    { class: kind },
    ...parts.flatMap(([title, facts]) => [
      el('dt', {}, t(title)),
      el('dd', {}, ...factNodes(facts[0])),
    ]),
  );
}

/** @param {string} title @param {readonly Fact[]} facts */
function list(title, facts) {
  return el(
    'div',
    { class: 'scope' },
    el('h2', {}, t(title)),
    el('ul', {}, ...facts.map(fact => el('li', {}, ...factNodes(fact)))),
  );
}
