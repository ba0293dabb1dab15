// X's test page in front of a store: what a click turns, a server holds, and the next load shows.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './profile.mjs';

export const X = 'https://x.com/settings/grok_settings';
export const STORE = 'https://x.com/store';

/** Counts what the page meets; the store is a script's own. */
const met = `<script>
window.met = [];
for (const type of ['pointerdown', 'mousedown', 'focusin', 'pointerup', 'mouseup', 'click',
  'keydown', 'scroll'])
  addEventListener(type, event => { if (window.met) window.met.push(type); }, true);
window.seen = [];
new MutationObserver(all => {
  for (const { type, target } of all) window.seen.push(type + ' ' + target.nodeName);
}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
</script>`;

const page = readFileSync(path.join(root, 'tests/pages/x/on.html'), 'utf8');

/**
 * @param {any} world
 * @param {{ held?: boolean, script?: string, keeps?: boolean }} [options] keeps: the server holds
 *   what it is sent; without that it says so, and does not
 */
export function boxes(world, { held = true, script = '', keeps = true } = {}) {
  const server = { held, posts: 0 };
  world.server.route(X, () => ({
    body: page
      .replace('<head>', `<head>${met}`)
      .replace('checked data-t', server.held ? 'checked data-t' : 'data-t')
      .replace(
        '</body>',
        () => `<script>const box = document.querySelector('[data-t=control]');
box.addEventListener('change', () => {
  fetch('/store', { method: 'POST', body: box.checked ? 'on' : 'off' });
});${script}</script></body>`,
      ),
  }));
  world.server.route(STORE, ({ body }) => {
    server.posts += 1;
    if (keeps) server.held = body === 'on';
    return { status: 204 };
  });
  return server;
}
