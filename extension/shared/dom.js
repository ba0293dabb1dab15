/** Small helpers to build elements: text is always text, never markup. */
import { PATHS } from './symbols.js';

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | ((event: Event) => void) | null | undefined>}
 *   [attributes] functions
 *   are listeners (`onclick`), true is an empty attribute, false and null leave it out
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.replace(/^on/, ''), value);
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(
    ...children.filter(child => child !== null && child !== undefined && child !== false),
  );
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/**
 * A symbol, for decoration: the word beside it carries the meaning.
 * @param {string} name
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('viewBox', '0 0 24 24');
  // a <use> of a file would be fetched and copied for each of thousands
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

/**
 * Replaces the children; the keyboard focus returns to the element with the same `data-key`, so
 * that a live update does not throw the user out of the place they were at.
 * @param {Element} parent
 * @param {...(Node | string | null | undefined | false)} children
 */
export function fill(parent, ...children) {
  const key = parent.contains(document.activeElement)
    ? document.activeElement?.getAttribute('data-key')
    : null;
  const opened = new Map(disclosures(parent).map(one => [keyOf(one), one.open]));
  parent.replaceChildren(
    ...children.filter(child => child !== null && child !== undefined && child !== false),
  );
  for (const one of disclosures(parent)) one.open = opened.get(keyOf(one)) ?? one.open;
  if (key)
    /** @type {HTMLElement | null} */ (
      parent.querySelector(`[data-key="${CSS.escape(key)}"]`)
    )?.focus();
}

/** @param {Element} parent @returns {HTMLDetailsElement[]} those that can be told apart */
const disclosures = parent =>
  [...parent.querySelectorAll('details')].filter(one => keyOf(one) !== undefined);

/** @param {HTMLDetailsElement} details */
const keyOf = details => details.querySelector('summary')?.dataset.key;

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no element #${id}`);
  return element;
}
