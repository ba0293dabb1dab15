/**
 * Texts. Pages carry keys only: `data-i18n` fills an element's text, `data-i18n-label` its
 * accessible name, `data-i18n-placeholder` a field's hint. Text alone, never markup. The page's
 * language is that of the texts (message `localeTag`), not that of the browser: a browser in a
 * language we do not have shows English, and must say so to a screen reader.
 */
import { api } from './api.js';

const RTL = new Set(['ar', 'fa', 'he', 'ur']);

/**
 * Asked once: it stays as long as the browser runs, and a list asks for it thousands of times.
 * @type {string | undefined}
 */
let tag;

/**
 * @returns {string} BCP-47 tag of the texts; with the user's region when it is the same language.
 */
export function locale() {
  if (tag === undefined) {
    const texts = api.i18n.getMessage('localeTag') || 'en';
    const user = api.i18n.getUILanguage();
    tag = user.split('-')[0] === texts.split('-')[0] && !texts.includes('-') ? user : texts;
  }
  return tag;
}

/** @returns {'rtl' | 'ltr'} */
export function direction() {
  return RTL.has(locale().split('-')[0]) ? 'rtl' : 'ltr';
}

/**
 * A missing key shows itself as the key, so that a test and a reader can see it.
 * @param {string} key
 * @param {...(string | number)} values in right-to-left texts each is isolated, so that a Latin
 *   name cannot
 *   reorder the sentence around it
 */
export function t(key, ...values) {
  // a list asks for thousands of texts without a value
  const wrap = values.length > 0 && direction() === 'rtl';
  const texts = values.map(value => (wrap ? `\u2068${value}\u2069` : String(value)));
  return api.i18n.getMessage(key, texts) || key;
}

/** @param {Document | Element | DocumentFragment} root */
export function translate(root) {
  for (const element of root.querySelectorAll('[data-i18n]'))
    element.textContent = t(element.getAttribute('data-i18n') ?? '');
  for (const element of root.querySelectorAll('[data-i18n-label]'))
    element.setAttribute('aria-label', t(element.getAttribute('data-i18n-label') ?? ''));
  for (const element of root.querySelectorAll('[data-i18n-placeholder]'))
    element.setAttribute('placeholder', t(element.getAttribute('data-i18n-placeholder') ?? ''));
}

/** Called first by every page. */
export function translatePage() {
  document.documentElement.lang = locale();
  document.documentElement.dir = direction();
  translate(document);
}
