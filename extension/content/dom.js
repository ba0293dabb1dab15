// The DOM as a person sees it: through shadow roots and same-origin frames, with roles, names and visibility. Reads only.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;

  /** Role -> native elements that have it. */
  const NATIVE = ({
    switch: 'input[type=checkbox][switch]', checkbox: 'input[type=checkbox]', radio: 'input[type=radio]',
    radiogroup: 'fieldset', button: 'button,summary,input[type=button]', combobox: 'select', listbox: 'select[multiple]',
    option: 'option', link: 'a[href]', row: 'tr', listitem: 'li', menuitemcheckbox: '', menuitemradio: '',
  });
  const HEADINGS = 'h1,h2,h3,h4,h5,h6,legend,[role=heading]';
  const MAX_TEXT = 400;

  /** A custom element says its role where no other script can read it: its own name stands for one. @param {Element} el */
  function roleOf(el) {
    const given = el.getAttribute('role')?.trim().split(/\s+/)[0];
    if (given) return given;
    if (el.localName.includes('-')) return el.localName;
    return Object.keys(NATIVE).find((role) => NATIVE[role] && el.matches(NATIVE[role])) ?? '';
  }

  /** @param {string[]} roles */
  function selectorFor(roles) {
    return roles.flatMap((role) => (role.includes('-') ? [role] : [`[role~=${role}]`, NATIVE[role]])).filter(Boolean).join();
  }

  /**
   * Elements that may hold another tree: frames, custom elements (everything of no common name), and plain elements
   * that are empty otherwise. One native query; asking each of 20,000 elements costs more than all the rest.
   */
  const HOSTS = ':is(div,span,section,article,aside,main,header,footer,nav,p):empty,:not(html,head,body,div,span,p,a,ul,ol,li,dl,dt,dd,button,input,'
    + 'label,select,option,textarea,form,fieldset,legend,section,article,aside,main,header,footer,nav,h1,h2,h3,h4,h5,h6,table,thead,tbody,tr,td,th,'
    + 'img,picture,source,video,svg,path,g,use,circle,rect,line,defs,i,b,em,strong,small,code,pre,br,hr,time,script,style,link,meta,title,template,noscript)';

  /** Open or closed, without an extra permission in both browsers. @param {Element} el @returns {ShadowRoot|null} */
  function shadowOf(el) {
    if (el.shadowRoot) return el.shadowRoot;
    try {
      return el.openOrClosedShadowRoot ?? ns.api?.dom?.openOrClosedShadowRoot?.(el) ?? null;
    } catch {
      return null;
    }
  }

  /** @param {Element} el @returns {Document|null} of a same-origin frame */
  function frameOf(el) {
    try {
      return el.localName === 'iframe' || el.localName === 'frame' ? el.contentDocument : null;
    } catch {
      return null;
    }
  }

  /** Every tree below this one, itself first. @param {Document|ShadowRoot} start @returns {(Document|ShadowRoot)[]} */
  function trees(start) {
    const found = [start];
    for (let i = 0; i < found.length && found.length < 200; i++) {
      for (const el of [...found[i].querySelectorAll(HOSTS)].slice(0, 3000)) {
        const inner = frameOf(el) ?? shadowOf(el);
        if (inner) found.push(inner);
      }
    }
    return found;
  }

  /** What holds the tree in which a node lies: a shadow host, a frame. @param {Node} node @returns {Element|null} */
  function hostOf(node) {
    const root = node.getRootNode();
    if (root.host) return root.host;
    try {
      return root.defaultView?.frameElement ?? null;
    } catch {
      return null;
    }
  }

  /** Parent in the composed tree. @param {Node} node @returns {Element|null} */
  const up = (node) => node.parentElement ?? hostOf(node);

  /** @param {Element} outer @param {Element} inner */
  function holds(outer, inner) {
    for (let node = (inner); node; ) {
      if (outer.contains(node)) return true;
      const root = node.getRootNode();
      node = root.host ?? root.defaultView?.frameElement ?? null;
    }
    return false;
  }

  /**
   * Texts that an element may be said to carry: as one string and with its parts set apart. Script and style are none.
   * @param {Node} el @returns {string[]}
   */
  function textsOf(el) {
    const whole = el.textContent ?? '';
    if (!(el.firstElementChild)) return whole.trim() ? [whole] : [];
    if (whole.length > 4 * MAX_TEXT) return [];
    const parts = [];
    const walker = document.createTreeWalker(el, 4);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement?.localName;
      if (parent !== 'script' && parent !== 'style' && node.nodeValue?.trim()) parts.push(node.nodeValue.trim());
    }
    const apart = parts.join(' ');
    const tight = parts.join('');
    // As it is written, too: a word may be split over elements, and a space may belong to the text.
    return apart ? [...new Set([apart, tight, whole])] : [];
  }

  /** @param {Element} el @param {string} attr @returns {Element[]} the elements that an id list names */
  function named(el, attr) {
    const root = (el.getRootNode());
    return (el.getAttribute(attr) ?? '').split(/\s+/).filter(Boolean)
      .map((id) => root.getElementById?.(id)).filter((found) => !!found).map((found) => (found));
  }

  /** @param {Element} el @returns {string[]} ways to write its accessible name; empty if it has none */
  function namesOf(el) {
    const byId = named(el, 'aria-labelledby').map(textsOf);
    const ided = byId.filter((texts) => texts.length).map((texts) => texts[0]);
    if (ided.length) return ided.length === 1 ? byId.find((texts) => texts.length) ?? [] : [ided.join(' ')];
    const label = el.getAttribute('aria-label')?.trim();
    if (label) return [label];
    // A custom element has its labels where no other script can read them.
    const labels = [...el.labels ?? (el.id && el.localName.includes('-') ? [.../** @type {any} */ (el.getRootNode()).querySelectorAll('label')].filter((other) => other.htmlFor === el.id) : [])];
    const around = labels.length === 0 ? el.closest('label') : null;
    const native = [...labels, ...(around ? [around] : [])].flatMap(textsOf);
    if (native.length) return native;
    if (!/^(input|select|textarea|fieldset)$/.test(el.localName)) {
      const own = textsOf(el).filter((text) => text.length <= MAX_TEXT);
      if (own.length) return own;
    }
    const legend = el.localName === 'fieldset' ? el.querySelector('legend') : null;
    if (legend) return textsOf(legend);
    const title = el.getAttribute('title')?.trim();
    if (title) return [title];
    const host = (el.getRootNode()).host;
    return host ? namesOf(host) : [];
  }

  /** Never ask this of an input: toggles hide theirs. Ask it of the row. @param {Element} el */
  function visible(el) {
    for (let node = /** @type {Element|null} */ (el); node; node = hostOf(node)) {
      if (node.closest('[inert]') || (node === el ? up(node) : node)?.closest('[aria-hidden=true]')) return false;
    }
    return el.checkVisibility({ visibilityProperty: true });
  }

  /** The smallest ancestor that says something beside the control: what a person sees as the row.
   * @param {Element} control @returns {Element} */
  function rowOf(control) {
    const own = normal(control.textContent);
    for (let node = up(control), hops = 0; node && hops < 6; node = up(node), hops++) {
      if (/^(body|html|main)$/.test(node.localName)) break;
      const text = normal(node.textContent);
      if (text.length > own.length || node.localName === 'label') return node;
    }
    return control;
  }

  /** @param {string|null} text */
  const normal = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

  ns.dom = Object.freeze({ HEADINGS, MAX_TEXT, roleOf, selectorFor, shadowOf, trees, up, holds, textsOf, named, namesOf, visible, rowOf });
})();
