// Metamorphic pages: from one page, many that mean the same, the opposite, or nothing any more.
// Pure functions on a parsed document; `variants` gives HTML, so that the same pages are read in
// jsdom and in real browsers. The variants themselves, by kind, are in variants/.
//
// A page marks what may be moved: data-t="control" (the control itself), data-t="row",
// data-t="label", data-t="description". The marks are gone in every variant.
import { JSDOM } from 'jsdom';
import { clean } from './variants/elements.mjs';
import { HOOKS } from './variants/hooks.mjs';
import { BUSY, LOCKS } from './variants/locks.mjs';
import { MARKUP } from './variants/markup.mjs';
import { MOMENTS } from './variants/moments.mjs';
import { RIVALS } from './variants/rivals.mjs';
import { TREES } from './variants/trees.mjs';
import { WORDS } from './variants/words.mjs';

/**
 * same: the same verdict, or unknown. flip: the opposite verdict, or unknown. lost: unknown and
 * nothing else. keeps: does a person still recognise the control? Then the verdict should be
 * decisive.
 * @typedef {{id: string, means: 'same'|'flip'|'lost', keeps: boolean, make: (doc: Document, at:
 *   Marks) => boolean|void}} Variant
 * @typedef {{control: Element, row: Element, label: Element|null, description: Element|null}} Marks
 */

const parser = new JSDOM('').window;

/** @type {Variant[]} */
export const VARIANTS = [
  ...HOOKS,
  ...MARKUP,
  ...TREES,
  ...MOMENTS,
  ...RIVALS,
  ...LOCKS,
  ...WORDS,
  BUSY,
];

/**
 * The variants that change words alone: what question 3 (meaning) must hold against, whatever the
 * hooks say.
 */
export const OF_WORDS = WORDS.map(v => v.id);

/**
 * @type {[string, string][]} what a control is made of -> selector that holds for it; the first
 *   that does
 */
const WIDGETS = [
  ['native switch', 'input[type=checkbox][role=switch],input[type=checkbox][switch]'],
  ['native checkbox', 'input[type=checkbox]'],
  ['drop-down', 'select'],
  ['switch with data-state', '[role=switch][data-state]'],
  ['role=switch', '[role=switch]'],
  ['role=checkbox', '[role=checkbox]'],
  ['aria-pressed', '[aria-pressed]'],
  ['radio pair', ':has([type=radio],[role=radio]),[type=radio],[role=radio]'],
  ['menu button', '[aria-haspopup],[role=combobox]'],
  ['wrapped checkbox', ':has(input[type=checkbox])'],
  ['row button', 'button,[role=button]'],
];

/** What the marked control of a page is made of. @param {string} html @returns {string} */
export function widgetOf(html) {
  const control = new parser.DOMParser()
    .parseFromString(html, 'text/html')
    .querySelector('[data-t=control]');
  if (!control) return 'none';
  return (
    WIDGETS.find(([, selector]) => control.matches(selector))?.[0] ??
    (control.localName.includes('-') ? 'custom element' : 'text')
  );
}

/** Is this page marked, in its static part? @param {string} html */
export const isMarked = html =>
  html.includes('data-t="control"') &&
  new parser.DOMParser().parseFromString(html, 'text/html').querySelector('[data-t=control]') !==
    null;

/**
 * @param {string} html a marked page
 * @param {string[]} [only] ids of variants
 * @returns {{id: string, means: 'same'|'flip'|'lost', keeps: boolean, html: string}[]}
 */
export function variants(html, only) {
  const out = [];
  for (const variant of VARIANTS) {
    if (only && !only.includes(variant.id)) continue;
    const doc = new parser.DOMParser().parseFromString(html, 'text/html');
    const control = doc.querySelector('[data-t=control]');
    if (!control) return [];
    const row = control.closest('[data-t=row]') ?? control.parentElement;
    const at = {
      control,
      row: /** @type {Element} */ (row),
      label: doc.querySelector('[data-t=label]'),
      description: doc.querySelector('[data-t=description]'),
    };
    if (variant.make(doc, at) === false) continue;
    clean(doc);
    out.push({
      id: variant.id,
      means: variant.means,
      keeps: variant.keeps,
      html: `<!doctype html>\n${doc.documentElement.outerHTML}\n`,
    });
  }
  return out;
}

/**
 * @param {'same'|'flip'|'lost'} means @param {string} before allowed or denied @param {string} now
 * @returns {'right'|'unknown'|'wrong'}
 */
export function judge(means, before, now) {
  if (now === 'unknown') return means === 'lost' ? 'right' : 'unknown';
  const opposite = before === 'allowed' ? 'denied' : 'allowed';
  return means === 'lost'
    ? 'wrong'
    : now === (means === 'flip' ? opposite : before)
      ? 'right'
      : 'wrong';
}
