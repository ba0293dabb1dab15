/**
 * The panel that takes the popup's place while a person points at a switch, or looks through a
 * sample: opened, closed, and what went wrong in it.
 */
import { byId, el, fill, icon } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';

/** @param {string} key @param {() => unknown} act @param {Record<string, any>} [more] */
export function button(key, act, more = {}) {
  return el('button', { type: 'button', onclick: act, ...more }, t(key));
}

/**
 * @param {string} key what is said while its content is awaited
 * @param {() => void} done called when it was closed
 * @returns {() => void} closes it
 */
export function openPanel(key, done) {
  const panel = byId('point');
  byId('main').hidden = true;
  panel.hidden = false;
  fill(panel, el('p', { role: 'status' }, t(key)));
  return () => {
    panel.hidden = true;
    byId('main').hidden = false;
    fill(panel);
    done();
  };
}

/** The panel is all that the popup shows. */
export const isOpen = () => !byId('point').hidden;

/**
 * What happened, or went wrong, and the one next step: back.
 * @param {Node | string} text
 * @param {() => void} close
 * @param {'alert' | 'status'} role
 */
export function tellIn(text, close, role = 'alert') {
  const panel = byId('point');
  fill(
    panel,
    el('p', { role, class: 'words' }, role === 'alert' && icon('warning'), ' ', text),
    el('p', {}, button('pointBack', close)),
  );
  panel.querySelector('button')?.focus();
}
