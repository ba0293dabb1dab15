// Asks the engine to operate a page, as the popup does through the background, and counts what the
// page meets of it.
import { JSDOM } from 'jsdom';
import { openPage } from './page.mjs';

/** A switch without a native box turns when it is clicked, with the words of its row. */
const LIVE = `
const pairs = [['On', 'Off'], ['Ein', 'Aus'], ['Sì', 'No'], ['Aan', 'Uit'],
  ['checked', 'unchecked'], ['true', 'false']];
const turned = word => {
  const pair = pairs.find(both => both.includes(word));
  return pair ? pair[1 - pair.indexOf(word)] : word;
};
window.__met = [];
for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'change', 'keydown', 'submit'])
  addEventListener(type, event => {
    const el = event.target;
    const name = el.getAttribute?.('data-t') ?? (el.textContent.trim() || el.localName);
    window.__met.push(type + ' ' + name);
  }, true);
document.addEventListener('click', event => {
  if (window.__frozen) return;
  const control = event.target.closest('[data-t=control]');
  if (!control) return;
  for (const face of [control, ...control.querySelectorAll('*')])
    for (const name of ['aria-checked', 'aria-pressed', 'data-state'])
      if (face.hasAttribute(name)) face.setAttribute(name, turned(face.getAttribute(name)));
  const row = control.closest('[data-t=row]') ?? control.parentElement;
  if (control.localName !== 'select' && !control.querySelector('input[type=radio]'))
    for (const el of row.querySelectorAll('*')) {
      const word = el.textContent.trim();
      if (!el.children.length && turned(word) !== word) el.textContent = turned(word);
    }
});`;

/** The page with the script that turns its switches. @param {string} html */
export const alive = (html, script = '') =>
  html.replace(/<\/body>/i, () => `<script>${LIVE}${script}</script></body>`);

/**
 * The page with a control that names itself by the words of its row: what is read as likely by one
 * witness is then sure.
 * @param {string} html
 */
function named(html) {
  const dom = new JSDOM(html);
  const its = mark => dom.window.document.querySelector(`[data-t=${mark}]`);
  its('control').removeAttribute('aria-labelledby');
  its('control').setAttribute('aria-label', its('label').textContent.trim());
  return dom.serialize();
}

/**
 * Of each rule that says how its (first) control is operated a page that allows and is sure; where
 * there is none, one whose control names itself besides.
 * @param {import('./cases.mjs').Page[]} pages
 * @returns {(import('./cases.mjs').Page & { isNamed: boolean })[]}
 */
export function operablePages(pages) {
  const its = pages.filter(
    page =>
      page.before === 'allowed' &&
      !/revert|refus/.test(page.file) &&
      page.rule.controls.find(({ id }) => !page.control || id === page.control)?.operate,
  );
  return [...new Set(its.map(page => page.rule))].map(rule => {
    const own = its.filter(page => page.rule === rule);
    const sure = own.find(page => page.sure === 'sure');
    if (sure) return { ...sure, isNamed: false };
    const page = own.find(({ html }) => html.includes('data-t="label"'));
    return { ...page, html: named(page.html), isNamed: true };
  });
}

/**
 * @param {{ html: string, url: string, rule: any, script?: string }} page
 * @returns {Promise<any>} the page, read; `operate(control)` answers as the engine does
 */
export async function readPage({ html, url, rule, script = '' }) {
  const listeners = [];
  const page = await openPage({
    html: alive(html, script),
    url,
    rule,
    setup: window => {
      window.Element.prototype.scrollIntoView = () => {};
      Object.defineProperty(window.Document.prototype, 'visibilityState', {
        get: () => (window.__hidden ? 'hidden' : 'visible'),
      });
      window.chrome = {
        runtime: { id: 'own', onMessage: { addListener: hear => listeners.push(hear) } },
      };
    },
  });
  page.inject();
  const { window } = page;
  window.OptOutLog.run.start(rule, {
    send: message => page.messages.push(structuredClone(message)),
    trusted: event => event.isTrusted || window.__byHand === true,
  });
  await page.clock.advance(7000);
  page.met = () => [...window.__met];
  const say = (type, control) => {
    let answer;
    for (const hear of listeners)
      hear({ type, control }, {}, value => {
        answer = value;
      });
    return answer;
  };
  page.ask = control => say('operate', control);
  page.ended = control => say('operated', control);
  page.operate = async control => {
    page.ask(control);
    for (let ms = 0; ms < 40_000 && page.ended(control) === null; ms += 500)
      await page.clock.advance(500);
    return page.ended(control);
  };
  return page;
}

/** Presses of the control and of buttons, without the events around each. @param {any} page */
export const clicks = page => page.met().filter(met => met.startsWith('click '));
