// What stays where it was when a part of a page is drawn anew: the focus, and what was opened.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { JSDOM } from 'jsdom';

const { document } = Object.assign(globalThis, {
  document: new JSDOM('<main></main>').window.document,
  CSS: { escape: text => text },
});
const main = document.querySelector('main');
let el, fill;
before(async () => {
  ({ el, fill } = await import('../../../extension/shared/dom.js'));
});

const more = (key, open = false) =>
  el('details', { open }, el('summary', key ? { 'data-key': key } : {}, 'More'), 'text');
const opened = () => [...main.querySelectorAll('details')].map(({ open }) => open);

test('what was opened stays open, what was closed stays closed', () => {
  fill(main, more('one'), more('two', true), more(null));
  const [one, two, nameless] = main.querySelectorAll('details');
  Object.assign(one, { open: true });
  Object.assign(two, { open: false });
  Object.assign(nameless, { open: true });
  fill(main, more('one'), more('two', true), more(null));
  assert.deepEqual(opened(), [true, false, false]);
});

test('what was not there before is as it was made', () => {
  fill(main, more('three'));
  fill(main, more('other', true), more('three'));
  assert.deepEqual(opened(), [true, false]);
});

test('the focus returns to the element with the same key', () => {
  const button = () => el('button', { type: 'button', 'data-key': 'go' }, 'Go');
  fill(main, button());
  main.querySelector('button').focus();
  const before = document.activeElement;
  fill(main, button());
  assert.notEqual(document.activeElement, before);
  assert.equal(document.activeElement?.getAttribute('data-key'), 'go');
});
