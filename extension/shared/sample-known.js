/**
 * What a packaged rule knows of its pages, for a sample of one (docs/samples.md): its phrases, the
 * hooks that it looks for, and the words of its addresses. Pure; none of it is of any page.
 */

/** @import { SampleKnown } from './sample.d.ts' */

/** Members of a rule that are selectors. */
const SELECTORS = new Set(['css', 'selector', 'has', 'shadow', 'frame', 'in']);
/** Attributes that no sample has, whatever a rule says of them. */
const NEVER = /^(?:href|src|srcset|action|style|on.*)$/;

/** @param {any} value @param {(value: any) => void} visit every object in it */
function each(value, visit) {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) visit(value);
  for (const inner of Object.values(value)) each(inner, visit);
}

/** @param {string} selector @returns {[string, string][]} */
const pairsOf = selector => [
  ...[...selector.matchAll(/\[([a-z-]+)~?=["']?([^\]"']+)["']?\]/g)].map(
    ([, attr, value]) => /** @type {[string, string]} */ ([attr, value]),
  ),
  ...[...selector.matchAll(/([.#])([A-Za-z_][\w-]*)/g)].map(
    ([, sign, value]) => /** @type {[string, string]} */ ([sign === '#' ? 'id' : 'class', value]),
  ),
];

/** @param {any} one a part of a rule @returns {[string, string][]} */
function hooksIn(one) {
  const selectors = Object.entries(one).filter(
    ([name, value]) => SELECTORS.has(name) && typeof value === 'string',
  );
  const found = selectors.flatMap(([, value]) => pairsOf(value));
  if (one.by === 'testid') found.push([one.attr ?? 'data-testid', one.value]);
  if (one.by === 'attr') found.push([one.attr, one.value]);
  if (one.from === 'attr' && one.on)
    for (const value of [...one.on, ...one.off])
      if (!value.startsWith('@')) found.push([one.attr, value]);
  if (one.from === 'pair') found.push(...pairsOf(one.on), ...pairsOf(one.off));
  return found;
}

/** @param {any} rule a packaged one, without what was mended; null: none @returns {SampleKnown} */
export function knownOf(rule) {
  /** @type {SampleKnown} */
  const known = { texts: [], starts: [], hooks: [], elements: [] };
  if (!rule) return known;
  for (const languages of Object.values(rule.strings))
    for (const phrase of Object.values(languages).flat()) {
      const text = typeof phrase === 'string' ? phrase : phrase.text;
      if (text) known.texts.push(text);
      if (phrase.starts) known.starts.push({ text: phrase.starts, unit: phrase.then === 'unit' });
    }
  each({ ...rule, strings: null, tests: null }, one => {
    known.hooks.push(...hooksIn(one).filter(([attr]) => !NEVER.test(attr)));
    for (const role of Array.isArray(one.role) ? one.role : [])
      if (role.includes('-')) known.elements.push(role);
  });
  return known;
}
