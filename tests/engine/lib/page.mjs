// Opens one test page in jsdom with the real content files in it, as the background would inject
// them, under virtual time. What jsdom lacks and both browsers have is added here and nowhere else:
// URLPattern, declarative shadow roots, srcdoc frames, checkVisibility, openOrClosedShadowRoot, the
// navigation event of in-app routing, trusted input.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { JSDOM, VirtualConsole } from 'jsdom';
import wrappers from 'jsdom/lib/jsdom/living/generated/utils.js';
import 'urlpattern-polyfill';
import { ENGINE_FILES } from '../../../extension/shared/engine-files.js';
import { root } from '../../../scripts/lib-rules.mjs';
import { installClock } from './clock.mjs';

const scripts = ENGINE_FILES.map(
  file => new vm.Script(readFileSync(join(root, 'extension', file), 'utf8'), { filename: file }),
);
const bootScript = new vm.Script(readFileSync(join(root, 'extension/content/boot.js'), 'utf8'), {
  filename: 'boot.js',
});

/** @param {any} window */
function prepare(window, offset) {
  const clock = installClock(window, offset);
  window.URLPattern = globalThis.URLPattern;
  addVisibility(window);
  const closed = new WeakMap();
  const attach = window.Element.prototype.attachShadow;
  window.Element.prototype.attachShadow = function attachShadow(init) {
    const shadow = attach.call(this, init);
    closed.set(this, shadow);
    return shadow;
  };
  Object.defineProperty(window.Element.prototype, 'openOrClosedShadowRoot', {
    get() {
      return closed.get(this) ?? null;
    },
  });
  window.addEventListener(
    'DOMContentLoaded',
    () => {
      declareShadows(window.document);
      fillFrames(window.document);
    },
    true,
  );
  window.navigation = new window.EventTarget();
  for (const name of ['pushState', 'replaceState']) {
    const real = window.history[name].bind(window.history);
    window.history[name] = (...args) => {
      real(...args);
      window.navigation.dispatchEvent(new window.Event('currententrychange'));
    };
  }
  return clock;
}

/** Document → whether a style sheet in it could hide something, and for which version of it. */
const hiding = new WeakMap();

/** @param {Document} document */
function hasHidingSheets(document) {
  const version = wrappers.implForWrapper(document)._version; // raised with every change below it
  const known = hiding.get(document);
  if (known?.version === version) return known.hides;
  const texts = [...document.getElementsByTagName('style')].map(style => style.textContent);
  const hides = /display|visibility/.test(texts.join());
  hiding.set(document, { version, hides });
  return hides;
}

/**
 * The visibility seam: computed style is asked only where a style sheet could hide something.
 * @param {any} window
 */
function addVisibility(window) {
  window.Element.prototype.checkVisibility = function checkVisibility() {
    const sheets = hasHidingSheets(this.ownerDocument);
    for (
      let node = this, first = true;
      node;
      node = node.parentElement ?? node.getRootNode().host ?? null, first = false
    ) {
      const style = sheets ? window.getComputedStyle(node) : node.style;
      if (
        (arguments[0]?.checkOpacity || arguments[0]?.opacityProperty) &&
        node.style?.opacity === '0'
      )
        return false;
      // "visually hidden": a browser's layout leaves one pixel of it
      if (/^rect\(0/.test(node.style?.clip ?? '')) return false;
      if (node.hidden || style?.display === 'none' || (first && style?.visibility === 'hidden'))
        return false;
    }
    return this.isConnected;
  };
}

/** jsdom has frames and no srcdoc. @param {Document} document */
function fillFrames(document) {
  for (const frame of document.querySelectorAll('iframe[srcdoc]')) {
    const inner = /** @type {any} */ (frame).contentDocument;
    if (!inner) continue;
    addVisibility(inner.defaultView);
    inner.open();
    inner.write(frame.getAttribute('srcdoc'));
    inner.close();
  }
}

/**
 * <template shadowrootmode> becomes a shadow root, as the browsers' parsers do it.
 * @param {ParentNode} tree
 */
function declareShadows(tree) {
  for (const template of [...tree.querySelectorAll('template[shadowrootmode]')]) {
    const host = template.parentElement;
    if (!host || host.shadowRoot) continue;
    const shadow = host.attachShadow({ mode: template.getAttribute('shadowrootmode') });
    shadow.append(template.content);
    template.remove();
    declareShadows(shadow);
  }
}

/**
 * The document, as far as it comes by itself, with the errors of its scripts.
 * @param {{html: string, url: string, offset?: number, setup?: (window: any, clock: any) => void}}
 *   options
 */
async function load({ html, url, offset, setup }) {
  const errors = [];
  const virtualConsole = new VirtualConsole();
  virtualConsole.on('jsdomError', error => {
    if (!/Not implemented|Could not load/.test(error.message)) errors.push(error);
  });
  let clock;
  const dom = new JSDOM(html, {
    url,
    runScripts: 'dangerously',
    pretendToBeVisual: true,
    virtualConsole,
    beforeParse(window) {
      clock = prepare(window, offset);
      setup?.(window, clock);
    },
  });
  const { window } = dom;
  if (window.document.readyState === 'loading')
    await new Promise(done => {
      window.addEventListener('DOMContentLoaded', done);
    });
  for (let i = 0; i < 50 && window.document.readyState !== 'complete'; i++)
    await new Promise(done => {
      setImmediate(done);
    });
  return { dom, window, clock, errors };
}

/**
 * @param {{html: string, url: string, rule?: any, boot?: boolean, misses?: number, offset?: number,
 *   setup?: (window: any, clock: any) => void}} options
 */
export async function openPage({ html, url, rule, misses, offset, setup }) {
  const messages = [];
  const { dom, window, clock, errors } = await load({ html, url, offset, setup });
  const send = message => {
    messages.push(structuredClone(message));
  };
  const inject = () => {
    for (const script of scripts) script.runInContext(dom.getInternalVMContext());
  };
  const start = () => {
    inject();
    window.OptOutLog.run.start(rule, { send, trusted: () => true, misses });
  };
  return {
    dom,
    window,
    clock,
    messages,
    errors,
    start,
    inject,
    runBoot: (routes, api) => {
      window.chrome = api;
      window.optoutlogRoutes = routes;
      bootScript.runInContext(dom.getInternalVMContext());
    },
    /** What a person does: the whole sequence of a click. @param {string} selector */
    click: selector => {
      const el = window.document.querySelector(selector) ?? inShadows(window.document, selector);
      if (!el) throw new Error(`nothing to click: ${selector}`);
      if (el.localName === 'option') choose(window, el);
      else el.click();
    },
    navigate: to => {
      if (window.__page?.navigate) window.__page.navigate(to);
      else {
        window.history.pushState(null, '', to);
      }
    },
    readings: () => messages.filter(m => m.type === 'reading'),
    last: control =>
      messages
        .filter(m => m.type === 'reading' && (!control || m.reading.control === control))
        .at(-1)?.reading ?? null,
    steps: () => messages.filter(m => m.type === 'form').map(m => m.step),
    close: () => {
      window.OptOutLog?.run.stop();
      window.close();
    },
  };
}

/**
 * An option of a native list: the browser's own window shows it, and the page hears of it.
 * @param {any} window
 * @param {any} option
 */
function choose(window, option) {
  const list = option.closest('select');
  list.value = option.value;
  list.dispatchEvent(new window.Event('change', { bubbles: true }));
}

/** @param {any} tree @param {string} selector */
function inShadows(tree, selector) {
  for (const el of tree.querySelectorAll('*')) {
    const shadow = el.openOrClosedShadowRoot;
    const found = shadow?.querySelector(selector) ?? (shadow && inShadows(shadow, selector));
    if (found) return found;
  }
  return null;
}
