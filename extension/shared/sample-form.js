/**
 * The form of a sample's file, closed: nothing but the members below, each within its bounds. It is
 * asked before a file is saved, and before one is made a test page. Pure.
 */
import { SLUG } from './vocabulary.js';

/** @import { SampleFile, SampleKnown } from './sample.d.ts' */

export const FORMAT = 'opt-out-log-sample/1';
export const MOST = Object.freeze({ bytes: 600_000, elements: 2000, depth: 64, text: 400 });

/** Thrown with the path of what is wrong. */
export class NoSample extends Error {}

const split = (/** @type {string} */ value) => new Set(value.split(' '));
/** The same as in content/sample/tree.js. */
export const ELEMENTS = split(
  'div span p a ul ol li dl dt dd button input label select option optgroup textarea form ' +
    'fieldset legend section article aside main header footer nav h1 h2 h3 h4 h5 h6 table ' +
    'caption thead tbody tfoot tr td th details summary dialog b i em strong small code br hr ' +
    'slot sup sub u s bdi figure figcaption hgroup search menu output',
);
const FLAGS = split(
  'checked indeterminate selected link hidden disabled open inert multiple required readonly ' +
    'switch',
);
const TEXTS = split('aria-label aria-description aria-roledescription aria-valuetext title');
const NAMES = split(
  'id name slot for aria-labelledby aria-describedby aria-controls aria-owns aria-details ' +
    'aria-errormessage data-testid data-test data-test-id data-cy data-qa ' +
    'class value',
);
const BOXES = split('checkbox radio');
/** Attributes of few values. @type {Record<string, RegExp>} */
const TOKENS = {
  type: /^[a-z]{3,8}$/,
  role: /^[a-z]{3,20}(?: [a-z]{3,20})?$/,
  lang: /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/,
  dir: /^(?:ltr|rtl|auto)$/,
  contenteditable: /^(?:true|plaintext-only)$/,
  'data-state': /^[a-z]{2,13}$/,
  'aria-level': /^[1-6]$/,
};
const ARIA = split(
  'checked pressed selected expanded disabled readonly required hidden modal busy invalid ' +
    'current haspopup live orientation',
);
const TOKEN = /^[a-z]{2,10}$/;
const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const HOST = /^(?=.{1,253}$)(?:(?:\*|[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)\.)+[a-z0-9-]{2,63}$/;

/** @param {boolean} holds @param {string} at @returns {asserts holds} */
function need(holds, at) {
  if (!holds) throw new NoSample(at);
}

/** @param {unknown} value @param {string} at @param {string[]} must @param {string[]} [may] */
function members(value, at, must, may = []) {
  need(typeof value === 'object' && value !== null && !Array.isArray(value), at);
  for (const name of must) need(Object.hasOwn(value, name), `${at}.${name}`);
  for (const name of Object.keys(value))
    need(must.includes(name) || may.includes(name), `${at}.${name}`);
  return /** @type {Record<string, any>} */ (value);
}

/** @param {unknown} value @param {string} at */
function text(value, at) {
  need(typeof value === 'string' && value.length <= MOST.text && !CONTROL.test(value), at);
}

/** @param {string} value without a long number */
const isName = value => /^[A-Za-z_][\w.:-]{0,59}$/.test(value) && !/\d{3}/.test(value);

/** @param {unknown} value @param {string} at @param {SampleKnown} known @param {string} el */
function attributes(value, at, known, el) {
  const { type } = /** @type {any} */ (value ?? {});
  const isPress = ['button', 'submit', 'reset'].includes(type); // its value is drawn
  for (const [name, its] of Object.entries(members(value, at, [], Object.keys(value ?? {})))) {
    const here = `${at}.${name}`;
    // what somebody typed is in no sample
    if (name === 'value') need(el === 'option' || isPress || BOXES.has(type), here);
    if (FLAGS.has(name)) need(its === true, here);
    else if (TEXTS.has(name) || (name === 'value' && isPress)) text(its, here);
    else if (isKnown(known, name, its)) text(its, here);
    else if (NAMES.has(name)) {
      text(its, here);
      const parts = String(its).split(' ').filter(Boolean);
      need(parts.length > 0 && parts.every(part => isName(part) || isOfRule(known, part)), here);
    } else if (ARIA.has(name.replace(/^aria-/, '')) && name.startsWith('aria-'))
      need(typeof its === 'string' && TOKEN.test(its), here);
    else need(typeof its === 'string' && TOKENS[name]?.test(its) === true, here);
  }
}

/** Written in the rule. @param {SampleKnown} known @param {string} attr @param {unknown} value */
const isKnown = (known, attr, value) =>
  known.hooks.some(([name, its]) => name === attr && its === value);

/** @param {SampleKnown} known @param {string} part */
const isOfRule = (known, part) => known.hooks.some(([, its]) => its === part);

/** @param {unknown} value @param {string} at @param {SampleKnown} known @param {number} depth
 * @param {{ elements: number }} count */
function kids(value, at, known, depth, count) {
  need(Array.isArray(value) && depth <= MOST.depth, at);
  value.forEach((kid, n) => {
    const here = `${at}[${n}]`;
    if (typeof kid === 'string') return text(kid, here);
    need(++count.elements <= MOST.elements, here);
    const node = members(kid, here, ['el'], ['attrs', 'kids', 'shadow', 'frame']);
    need(typeof node.el === 'string', `${here}.el`);
    const custom = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(node.el) && node.el.length <= 60;
    need(ELEMENTS.has(node.el) || custom || node.el === 'iframe', `${here}.el`);
    need(!/^(?:font-face|annotation-xml|color-profile|missing-glyph)/.test(node.el), `${here}.el`);
    need((node.el === 'iframe') === (node.frame !== undefined), `${here}.frame`);
    if (node.attrs !== undefined) attributes(node.attrs, `${here}.attrs`, known, node.el);
    for (const part of ['kids', 'shadow', 'frame'])
      if (node[part] !== undefined) kids(node[part], `${here}.${part}`, known, depth + 1, count);
  });
}

const MEMBERS = [
  ...['format', 'made', 'platform', 'site', 'rev', 'control', 'page', 'address', 'sees', 'lang'],
  ...['dir', 'browser', 'tree'],
];

/** @param {unknown} value @param {string} at @param {RegExp} shape */
const like = (value, at, shape) => need(typeof value === 'string' && shape.test(value), at);

/** @param {Record<string, any>} file */
function checkHead(file) {
  need(file.format === FORMAT, 'format');
  like(file.made, 'made', /^20\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/);
  need((file.platform === null) !== (file.site === null), 'platform');
  for (const name of ['platform', 'control', 'page'])
    if (file[name] !== null) like(file[name], name, SLUG);
  if (file.site !== null) like(file.site, 'site', HOST);
  need(file.rev === null || (Number.isSafeInteger(file.rev) && file.rev >= 1), 'rev');
  need(file.platform !== null || file.rev === null, 'rev');
  like(file.address, 'address', /^https:\/\/[a-z0-9.*-]{1,253}(?:\/[\w.*-]*)*(?:#!?[\w./*-]*)?$/i);
  need(file.address.length <= 400, 'address');
  need(['on', 'off', 'may', 'may-not', 'unclear'].includes(file.sees), 'sees');
  if (file.lang !== null) like(file.lang, 'lang', TOKENS.lang);
  need(file.dir === null || file.dir === 'rtl', 'dir');
  like(file.browser, 'browser', /^(?:unknown|[a-z0-9][a-z0-9-]{0,30} \d{1,4})$/);
}

/**
 * @param {unknown} value what was parsed
 * @param {SampleKnown} known of the platform's rule
 * @returns {SampleFile}
 */
export function checkSample(value, known) {
  const file = members(value, 'file', MEMBERS);
  checkHead(file);
  need(Array.isArray(file.tree) && file.tree.length > 0, 'tree');
  kids(file.tree, 'tree', known, 0, { elements: 0 });
  return /** @type {SampleFile} */ (/** @type {unknown} */ (file));
}
