// One look at many pages without their scripts and without time: the whole of question 3 (meaning)
// for every rule costs seconds, not minutes. The same engine files as in lib/page.mjs, one window,
// and a fresh tree for each page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { JSDOM } from 'jsdom';
import 'urlpattern-polyfill';
import { ENGINE_FILES } from '../../../extension/shared/engine-files.js';
import { root } from '../../../scripts/lib-rules.mjs';

const dom = new JSDOM('<!doctype html>', {
  url: 'https://www.exampler.test/',
  runScripts: 'outside-only',
  pretendToBeVisual: true,
});
/** @type {any} */
const window = dom.window;
window.URLPattern = globalThis.URLPattern;
window.Element.prototype.checkVisibility = function checkVisibility() {
  for (let node = this; node; node = node.parentElement ?? node.getRootNode().host ?? null) {
    if (node.hidden || /display:\s*none/.test(node.getAttribute('style') ?? '')) return false;
  }
  return true;
};
for (const file of ENGINE_FILES)
  new vm.Script(readFileSync(join(root, 'extension', file), 'utf8'), {
    filename: file,
  }).runInContext(dom.getInternalVMContext());
const ns = window.OptOutLog;

/**
 * @typedef {object} Look
 * @property {string} control
 * @property {string} raw
 * @property {boolean} locked
 * @property {string|null} label
 * @property {any} meant why, atMost, because
 * @property {boolean} translated
 * @property {'allowed'|'denied'|'unknown'} training what the meaning and the state would say
 *   together
 * @property {'sure'|'likely'|'none'} sure
 */

/**
 * What each control of the rule's pages at this address means.
 * @param {string} html
 * @param {string} url
 * @param {any} rule
 * @param {string|null} [control] that one alone
 * @returns {Look[]} of the controls that were found
 */
export function look(html, url, rule, control = null) {
  dom.reconfigure({ url });
  const parsed = new window.DOMParser().parseFromString(html, 'text/html');
  window.document.documentElement.replaceWith(
    window.document.importNode(parsed.documentElement, true),
  );
  const strings = ns.text.compile(rule.strings);
  const pages = rule.pages
    .map(page => ({
      ...page,
      patterns: page.url.map(pattern => new globalThis.URLPattern(pattern)),
    }))
    .filter(page => page.patterns.some(pattern => pattern.test(url)));
  const found = [];
  for (const entry of (rule.controls ?? []).filter(
    one => one.locate && (!control || one.id === control),
  )) {
    for (const page of pages.filter(one => [entry.page].flat().includes(one.id))) {
      const facts = ns.page.look(entry, page, ns.here.context(strings, rule.decoys));
      if (!facts.element) continue;
      found.push({
        control: entry.id,
        raw: facts.raw,
        label: facts.label,
        locked: facts.lockedText || facts.disabled,
        meant: facts.meant,
        translated: facts.translated,
        ...verdict(facts, entry),
      });
    }
  }
  return found;
}

/**
 * @param {any} facts
 * @param {any} entry
 * @returns {{training: Look['training'], sure: Look['sure']}}
 */
function verdict(facts, entry) {
  const full = ns.decide.sureness(ns.decide.pick(facts.hits).classes, facts.langKnown);
  const clear =
    facts.meant.why === 'ok' &&
    !facts.lockedText &&
    !facts.disabled &&
    (facts.raw === 'on' || facts.raw === 'off') &&
    full !== 'none';
  if (!clear) return { training: 'unknown', sure: 'none' };
  const training = (facts.raw === 'on') === (entry.onMeans === 'training') ? 'allowed' : 'denied';
  return { training, sure: full === 'sure' && facts.meant.atMost === 'likely' ? 'likely' : full };
}
