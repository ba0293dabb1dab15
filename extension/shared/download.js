/** A text as a file that the user saves. */
import { el } from './dom.js';

/** @param {string} name @param {string} text @param {string} type */
export function save(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  el('a', { href: url, download: name }).click();
  // the browser has taken hold of the data once the click's task is over
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
