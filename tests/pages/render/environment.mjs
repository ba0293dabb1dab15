// A window for components that want a browser: jsdom's, set up before the design systems are
// loaded. Rendering happens in the client's way (createRoot), because some of them have no server
// side.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html>', {
  url: 'https://render.test/',
  pretendToBeVisual: true,
});
// What the libraries read from the global object while they are loaded or mounted: the window's
// classes and a few functions.
const classes = Object.getOwnPropertyNames(window).filter(
  name => /^[A-Z]/.test(name) && !(name in globalThis),
);
globalThis.window = window;
for (const name of [
  ...classes,
  'document',
  'Event',
  'CustomEvent',
  'getComputedStyle',
  'requestAnimationFrame',
  'cancelAnimationFrame',
]) {
  globalThis[name] = window[name];
}
Object.defineProperty(globalThis, 'navigator', { value: window.navigator, configurable: true });
globalThis.CSS = { supports: () => false };
const silent = {
  addListener() {},
  removeListener() {},
  addEventListener() {},
  removeEventListener() {},
};
window.matchMedia = () => ({ matches: false, ...silent });
globalThis.ResizeObserver = window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

// The packages' CommonJS builds: their ES builds import style sheets, which Node cannot load.
export const load = createRequire(import.meta.url);

/** @returns {boolean} are the packages of this folder installed (`npm ci` here) */
export function installed() {
  try {
    return [
      'react',
      'gestalt',
      '@primer/react',
      '@wordpress/components',
      '@radix-ui/react-switch',
      'react-native-web',
      '@headlessui/react',
      'esbuild',
    ].every(name => load.resolve(name));
  } catch {
    return false;
  }
}

/**
 * Mounts one element and gives the HTML that a browser would hold then. Properties that markup does
 * not follow by itself (checked, selected) are written into it.
 * @param {any} element a React element
 * @param {Record<string, string>} [marks] data-t name -> selector: what the variants of
 *   tests/engine may move
 * @returns {string}
 */
export function mount(element, marks = {}) {
  const { act } = load('react');
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  const root = load('react-dom/client').createRoot(place);
  act(() => root.render(element));
  for (const box of place.querySelectorAll('input')) box.toggleAttribute('checked', box.checked);
  for (const option of place.querySelectorAll('option'))
    option.toggleAttribute('selected', option.selected);
  for (const [name, selector] of Object.entries(marks)) {
    const found = place.querySelector(selector);
    if (!found) throw new Error(`nothing to mark as ${name}: ${selector}`);
    found.setAttribute('data-t', name);
  }
  const html = place.innerHTML;
  act(() => root.unmount());
  return html;
}

/** @param {string} name of a package @returns {string} for the header of a page */
export function credit(name) {
  // Read as a file: `exports` may hide it from require.
  const { version, license } = JSON.parse(
    readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8'),
  );
  return `${name} ${version} (${license})`;
}
