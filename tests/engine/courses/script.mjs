// What a course's page brings along: a script of its own that turns the marked control round, and
// draws other words, accounts and units. The functions here run in the page, as text.
import { STATE_WORDS } from '../variants/row.mjs';

/** The marked control and its row; the marks are taken out. */
function found() {
  window.__control = document.querySelector('[data-t=control]');
  window.__row = window.__control.closest('[data-t=row]') ?? window.__control.parentElement;
  for (const el of document.querySelectorAll('[data-t]')) el.removeAttribute('data-t');
}

/** The words of state in the row, and how they are turned round. @param {string[][]} pairs */
function wording(pairs) {
  window.__words = area =>
    [area, ...area.querySelectorAll('*')].filter(
      node =>
        node.children.length === 0 &&
        node.localName !== 'option' &&
        pairs.some(pair => pair.includes(node.textContent.trim())),
    );
  window.__turn = node => {
    const word = node.textContent.trim();
    const pair = pairs.find(both => both.includes(word));
    node.textContent = pair[0] === word ? pair[1] : pair[0];
  };
}

/**
 * Turns the control round as a script of the page would, in every place that tells the state; by
 * hand, the browser has turned the box itself.
 */
function flipping() {
  const control = window.__control;
  window.__flip = byHand => {
    let done = false;
    const twins = [control.previousElementSibling, control.nextElementSibling].filter(it =>
      it?.matches('input[aria-hidden=true]'),
    );
    for (const face of [control, ...twins, ...control.querySelectorAll('*')]) {
      if (face.localName === 'input' && face.type === 'checkbox') {
        if (!byHand || face !== control) face.checked = !face.checked;
        done = true;
      }
      for (const name of ['aria-checked', 'aria-pressed', 'aria-selected']) {
        const now = face.getAttribute(name);
        if (now === 'true' || now === 'false') {
          face.setAttribute(name, now === 'true' ? 'false' : 'true');
          done = true;
        }
      }
      const other = { checked: 'unchecked', unchecked: 'checked', on: 'off', off: 'on' }[
        face.getAttribute('data-state') ?? ''
      ];
      if (other) face.setAttribute('data-state', other);
    }
    if (control.localName === 'select') {
      // jsdom: a list of options is live by mutations
      control.selectedIndex = control.selectedIndex === 0 ? 1 : 0;
      control.toggleAttribute('data-turned');
      done = true;
    }
    const radios = [...control.querySelectorAll('input[type=radio]')];
    if (radios.length === 2) {
      radios.find(radio => !radio.checked).checked = true;
      done = true;
    }
    const marked = window.__words(window.__row);
    if (!done || marked.length) for (const node of marked) window.__turn(node);
    return done || marked.some(node => control.contains(node));
  };
  control.setAttribute('data-hand', '');
  control.addEventListener('click', () => window.__flip(true));
}

/** New words, another account, another unit. */
function drawing() {
  window.__say = html => {
    const p = document.createElement('p');
    p.innerHTML = html;
    (document.querySelector('main,[role=main]') ?? document.body).append(p);
    return p;
  };
  window.__accounts = (places, name) => {
    // in the rule's place where it knows one, else in the frame of the page
    if (!places) {
      const header = document.querySelector('[data-frame]') ?? document.createElement('header');
      header.setAttribute('data-frame', '');
      header.innerHTML =
        '<button type="button" aria-haspopup="menu" ' + `aria-label="Account: ${name}"></button>`;
      document.body.prepend(header);
      return;
    }
    const there = document.querySelector(places[0].css);
    const told =
      { account: `Google: ${name}`, '/': `/${name}` }[places[0].take ?? places[0].after] ?? name;
    if (places[0].from === 'attr') there.setAttribute(places[0].attr, told);
    else there.textContent = told;
  };
  window.__unit = (was, is, address) => {
    history.pushState(null, '', address);
    for (const el of document.querySelectorAll('#wp-admin-bar-site-name a'))
      el.setAttribute('href', el.getAttribute('href').replace(was, is));
  };
  window.__drawn = (was, is) => {
    // the other unit's setting: its state, and its name where the row says it
    window.__flip();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      walker.currentNode.nodeValue = walker.currentNode.nodeValue.replace(was, is);
  };
}

/** The script, to stand at the end of the body. */
export const IN_PAGE = [
  `(${found})();`,
  `(${wording})(${JSON.stringify(STATE_WORDS)});`,
  `(${flipping})();`,
  `(${drawing})();`,
].join('');
