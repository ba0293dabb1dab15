// What the variants do with a marked row: the state turned round, rows like it, and where it lies.
import { box, el } from './elements.mjs';

/** State words that pages show beside a switch. */
export const STATE_WORDS = [
  ['On', 'Off'],
  ['Ein', 'Aus'],
  ['Sì', 'No'],
  ['Aan', 'Uit'],
  ['Enabled', 'Disabled'],
];

/** Turns the words round as well. @param {Element} area @returns {Element[]} where */
function flipWords(area) {
  const turned = [];
  for (const node of [area, ...area.querySelectorAll('*')]) {
    const word = node.children.length === 0 ? node.textContent?.trim() : '';
    const pair = STATE_WORDS.find(both => both.includes(word ?? ''));
    if (!pair || node.localName === 'option') continue; // an option is turned by being chosen
    node.textContent = pair[0] === word ? pair[1] : pair[0];
    turned.push(node);
  }
  return turned;
}

/**
 * Turns the state round in every place that tells it: attributes, chosen values, and the words in
 * the row, if it is given. A control that has words alone is turned by them.
 * @param {Element} control
 * @param {Element} [row]
 * @returns {boolean} could it be done
 */
export function flip(control, row) {
  let done = false;
  const twins = [control.previousElementSibling, control.nextElementSibling].filter(it =>
    it?.matches('input[aria-hidden=true]'),
  ); // for the form
  for (const face of [control, ...twins, ...control.querySelectorAll('*')]) {
    if (face.localName === 'input' && /checkbox/.test(face.getAttribute('type') ?? '')) {
      face.toggleAttribute('checked');
      done = true;
    }
    for (const name of ['aria-checked', 'aria-pressed', 'aria-selected']) {
      const now = face.getAttribute(name);
      if (now === 'true' || now === 'false') {
        face.setAttribute(name, now === 'true' ? 'false' : 'true');
        done = true;
      }
    }
    const state = face.getAttribute('data-state');
    const other = { checked: 'unchecked', unchecked: 'checked', on: 'off', off: 'on' }[state ?? ''];
    if (other) face.setAttribute('data-state', other);
  }
  const control2 = control.localName === 'select' ? [...control.options] : [];
  if (control2.length === 2) {
    for (const o of control2) o.toggleAttribute('selected');
    done = true;
  }
  const radios = [...control.querySelectorAll('input[type=radio]')];
  if (radios.length === 2) {
    for (const r of radios) r.toggleAttribute('checked');
    done = true;
  }
  const words = row || !done ? flipWords(row ?? control) : [];
  return done || words.some(node => control.contains(node));
}

/** A row like this one with another name and the other state. */
export function decoy(doc, at, name) {
  const copy = /** @type {Element} */ (at.row.cloneNode(true));
  const control = copy.querySelector('[data-t=control]') ?? copy;
  if (!flip(control, copy)) return null;
  for (const node of [copy, ...copy.querySelectorAll('*')])
    for (const a of [
      'id',
      'for',
      'name',
      'aria-labelledby',
      'aria-describedby',
      'data-testid',
      'aria-label',
      'href',
    ])
      node.removeAttribute(a);
  const label = copy.querySelector('[data-t=label]');
  if (!label) return null;
  const was = label.textContent?.trim();
  for (const node of copy.querySelectorAll('*'))
    if (!node.children.length && node.textContent?.trim() === was) node.textContent = name;
  label.textContent = name;
  if (at.control.hasAttribute('aria-label')) control.setAttribute('aria-label', name);
  return copy;
}

/** The label stands alone; the switch below it is called something else. */
export function labelAlone(doc, at, name) {
  const other = decoy(doc, at, name);
  const was = at.label?.textContent;
  if (!other || !was) return false;
  const p = doc.createElement('p');
  p.textContent = was;
  at.row.replaceWith(p, other);
  return true;
}

/** The row again, in the other state and without the ids and names that belong to the first. */
export function otherCopy(at) {
  const copy = /** @type {Element} */ (at.row.cloneNode(true));
  flip(copy.querySelector('[data-t=control]') ?? copy);
  for (const e of [copy, ...copy.querySelectorAll('*')]) {
    e.removeAttribute('id');
    if (e.getAttribute('type') === 'radio')
      e.setAttribute('name', `${e.getAttribute('name')}-copy`);
  }
  return copy;
}

/** Moves the row into a shadow root. @param {'open'|'closed'} mode */
export const shadow = mode => (doc, at) => {
  // A label that points into another tree is broken by the move itself, not by a redesign.
  if (at.row.querySelector('[for]')) {
    const l = at.row.querySelector('[for]');
    if (!at.row.querySelector(`[id="${l.getAttribute('for')}"]`)) return false;
  }
  const host = doc.createElement('div');
  const template = el(doc, `<template shadowrootmode="${mode}"></template>`);
  at.row.replaceWith(host);
  /** @type {any} */ (template).content.append(at.row);
  host.append(template);
  return true;
};

/** The host of the shadow root into which the row was moved. */
export const hostOf = (doc, at) =>
  [...doc.querySelectorAll('template')].find(t => t.content.contains(at.row)).parentElement;

/** What the marked control is drawn as, where it has a box. @returns {'On'|'Off'|null} */
export function drawn(control) {
  const face = control.matches('[aria-checked]')
    ? control
    : control.querySelector('[aria-checked]');
  const told = face?.getAttribute('aria-checked');
  if (told === 'true' || told === 'false') return told === 'true' ? 'On' : 'Off';
  const b = box(control);
  return b ? (b.hasAttribute('checked') ? 'On' : 'Off') : null;
}
/** A line of text at the end of the row, beside the control. */
export function line(doc, at, text) {
  if (at.row === at.control) return false;
  const p = doc.createElement('p');
  p.textContent = text;
  at.row.append(p);
  return true;
}
