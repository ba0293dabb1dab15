// A page cannot find out that the extension is there: one that watches its tree, hears every event,
// counts what is called, lists its globals and asks for the extension's files sees nothing of being
// read and of being pointed at; of being operated no more than one press (operate.test.mjs).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { answered, asked } from './lib/pointing.mjs';
import { popupPage } from './lib/popup.mjs';
import { root } from './lib/profile.mjs';
import { browsers, useWorld } from './lib/world.mjs';

const X = 'https://x.com/settings/grok_settings';
const OWN = 'https://www.exampler.test/account/privacy';
const LABEL = 'Let our AI learn from what I post';

/** What a page can do to find out, before anything else runs in it. */
const SPY = `<script>
window.seen = [];
window.before = Object.getOwnPropertyNames(window);
// the browser's own, of loading and of a tab that comes to the front or goes behind
const OWN = /^(?:load|page(?:show|reveal)|readystatechange|visibilitychange|resize|device.*)$/;
const names = [...new Set(['DOMContentLoaded', 'focusin', 'focusout', 'DOMActivate',
  ...[window, document, HTMLElement.prototype].flatMap(it => {
    const all = []; for (const name in it) if (name.startsWith('on')) all.push(name.slice(2));
    return all; })])];
for (const type of names) addEventListener(type, event => {
  const atAll = event.target === window || event.target === document;
  if (!OWN.test(type) && !(atAll && /^(?:focus|blur|DOMContentLoaded)$/.test(type)))
    seen.push('event ' + type);
}, true);
window.watch = tree => new MutationObserver(all => {
  for (const { type, target } of all) seen.push(type + ' ' + target.nodeName);
}).observe(tree, { subtree: true, childList: true, attributes: true, characterData: true });
addEventListener('DOMContentLoaded', () => {
  watch(document);
  const closed = document.querySelector('main').appendChild(document.createElement('div'))
    .attachShadow({ mode: 'closed' });
  closed.innerHTML = '<label><input type=checkbox> Show me as online</label>';
  watch(closed);
  setTimeout(() => seen.splice(0)); // what it did itself
});
const count = (owner, name) => {
  const real = Object.getOwnPropertyDescriptor(owner, name);
  const key = real.value ? 'value' : 'get';
  Object.defineProperty(owner, name, { ...real, [key](...args) {
    seen.push('call ' + name);
    return real[key].apply(this, args);
  } });
};
count(Element.prototype, 'getAttribute');
count(Element.prototype, 'matches');
count(Element.prototype, 'closest');
count(Element.prototype, 'querySelectorAll');
count(Element.prototype, 'getBoundingClientRect');
count(Element.prototype, 'checkVisibility');
count(Element.prototype, 'scrollIntoView');
count(Element.prototype, 'shadowRoot');
count(Document.prototype, 'querySelectorAll');
count(Document.prototype, 'createTreeWalker');
count(HTMLElement.prototype, 'focus');
count(HTMLElement.prototype, 'click');
count(HTMLInputElement.prototype, 'checked');
count(EventTarget.prototype, 'addEventListener');
count(window, 'getComputedStyle');
count(window, 'postMessage');
count(history, 'pushState');
</script>`.replace('count(history', 'count(History.prototype');

const SITE = `<!doctype html><html lang="en"><head>${SPY}<title>Privacy</title></head><main>
<h1>Privacy</h1><h2>Artificial intelligence</h2><div><label for="ai">${LABEL}</label>
<input id="ai" type="checkbox" role="switch" checked></div></main></html>`;
const PAGE = readFileSync(path.join(root, 'tests/pages/x/on.html'), 'utf8').replace(
  '<head>',
  `<head>${SPY}`,
);

/** What the page has seen, and what it finds when it looks. @param {any} page @param {string} of */
const found = (page, of) =>
  page.evaluate(async origin => {
    const names = [
      'manifest.json',
      'content/boot.js',
      'icons/icon-48.png',
      'pages/popup/popup.html',
    ];
    const asks = names.map(name =>
      fetch(`${origin}/${name}`).then(
        () => name,
        () => null,
      ),
    );
    return {
      seen: [...globalThis.seen],
      globals: Object.getOwnPropertyNames(window).filter(
        name => !globalThis.before.includes(name) && !/^(?:seen|before|watch|\d+)$/.test(name),
      ),
      answers: (await Promise.all(asks)).filter(Boolean),
      resources: performance
        .getEntries()
        .map(({ name }) => name)
        .filter(name => /extension:/.test(name) && !name.startsWith(origin)),
    };
  }, of);

for (const name of browsers) {
  describe(`a page that looks for the extension, in ${name}`, () => {
    const world = useWorld(name, {
      hosts: ['https://www.exampler.test/*'],
      required: true,
      routes: [
        [X, () => ({ body: PAGE })],
        [OWN, () => ({ body: SITE })],
      ],
    });
    const origin = () => world().driver.origin;
    const NOTHING = { seen: [], answers: [], resources: [] };

    test('its spy sees what is done to it', async () => {
      const visit = await world().visit(OWN);
      await visit.page.evaluate(() => {
        document.querySelector('#ai').getAttribute('id');
        document.body.append('x');
      });
      const { seen } = await found(visit.page, origin());
      assert.ok(
        seen.includes('call getAttribute') && seen.includes('childList BODY'),
        String(seen),
      );
      await visit.close();
    });

    test('nothing of being read', async () => {
      const visit = await world().visit(X);
      await visit.becomes('allowed');
      const { globals, ...what } = await found(visit.page, origin());
      assert.deepEqual(what, NOTHING);
      assert.deepEqual(globals, []);
      await visit.close();
    });

    test('nothing of being pointed at', async () => {
      const visit = await world().visit(OWN);
      const popup = await popupPage(visit);
      await asked(popup, LABEL);
      await answered(popup, { name: 'Exampler' });
      await visit.page.bringToFront();
      await visit.becomes('unknown', 'ai-training');
      const { globals, ...what } = await found(visit.page, origin());
      assert.deepEqual(what, NOTHING);
      assert.deepEqual(globals, []);
      await visit.close();
    });
  });
}
