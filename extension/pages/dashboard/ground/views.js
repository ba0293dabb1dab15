/**
 * The parts of the page, each with an address of its own: `#history`, or the id of anything within
 * one. One is shown at a time.
 */
import { byId } from '../../../shared/dom.js';

/** @typedef {'overview' | 'history' | 'objections' | 'policies' | 'data'} View */

const FIRST = 'overview';

export function createViews() {
  const views = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[data-view]')]);
  const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll('#nav a')]);
  const title = document.title;

  /** @param {string | undefined} name */
  function reveal(name) {
    for (const view of views) view.hidden = view.dataset.view !== name;
    for (const link of links) {
      const here = link.hash === `#${name}`;
      if (here) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
      if (here) document.title = name === FIRST ? title : `${link.textContent} · ${title}`;
    }
  }

  /** What the address names, and brings it into sight; an unknown one changes nothing. */
  function arrive() {
    const name = decodeURIComponent(location.hash.slice(1));
    const view = views.find(one => one.dataset.view === name);
    const target = name ? document.getElementById(name) : null;
    const within = view ?? target?.closest('[data-view]');
    if (within instanceof HTMLElement) reveal(within.dataset.view);
    if (view) scrollTo(0, 0);
    else if (within) target?.scrollIntoView({ block: 'start' });
  }

  reveal(FIRST);
  arrive();
  addEventListener('hashchange', arrive);
  byId('skip').addEventListener('click', event => {
    event.preventDefault(); // the address is that of the part
    reveal(FIRST);
    byId('answer-title').focus();
  });
  return {
    /** Again, when what was named may have come. */
    arrive: () => {
      if (location.hash) arrive();
    },
    /** @param {View} name */
    show(name) {
      if (location.hash !== `#${name}`) history.pushState(null, '', `#${name}`);
      reveal(name);
    },
  };
}
