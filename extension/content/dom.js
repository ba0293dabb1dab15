// The DOM as a person sees it: through shadow roots and same-origin frames, with roles and names.
// Reads only; who may be seen is shown.js.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { safe } = ns;

  /** Role -> native elements that have it. @type {Record<string, string>} */
  const NATIVE = {
    switch: 'input[type=checkbox][switch]',
    checkbox: 'input[type=checkbox]',
    radio: 'input[type=radio]',
    radiogroup: 'fieldset',
    button: 'button,summary,input[type=button]',
    combobox: 'select',
    listbox: 'select[multiple]',
    option: 'option',
    link: 'a[href]',
    row: 'tr',
    listitem: 'li',
    menuitemcheckbox: '',
    menuitemradio: '',
  };
  const HEADINGS = 'h1,h2,h3,h4,h5,h6,legend,[role=heading]';
  const MAX_TEXT = 400;

  /**
   * A custom element says its role where no other script can read it: its own name stands for one.
   * @param {Element} el
   */
  function roleOf(el) {
    const given = safe.attr(el, 'role')?.trim().split(/\s+/)[0];
    if (given) return given;
    if (safe.nameOf(el).includes('-')) return safe.nameOf(el);
    return Object.keys(NATIVE).find(role => NATIVE[role] && safe.matches(el, NATIVE[role])) ?? '';
  }

  /** @param {string[]} roles */
  function selectorFor(roles) {
    return roles
      .flatMap(role => (role.includes('-') ? [role] : [`[role~=${role}]`, NATIVE[role]]))
      .filter(Boolean)
      .join();
  }

  /**
   * Elements that may hold another tree: frames, custom elements (everything of no common name),
   * and plain elements that are empty otherwise. One native query; asking each of 20,000 elements
   * costs more than all the rest.
   */
  const HOSTS =
    ':is(div,span,section,article,aside,main,header,footer,nav,p):empty,:not(html,head,body,' +
    'div,span,p,a,ul,ol,li,dl,dt,dd,button,input,' +
    ('label,select,option,textarea,form,fieldset,legend,section,article,aside,main,header,' +
      'footer,nav,h1,h2,h3,h4,h5,h6,table,thead,tbody,tr,td,th,') +
    ('img,picture,source,video,svg,path,g,use,circle,rect,line,defs,i,b,em,strong,small,code,' +
      'pre,br,hr,time,script,style,link,meta,title,template,noscript)');

  /**
   * Open or closed, without an extra permission in both browsers.
   * @param {Element} el
   * @returns {ShadowRoot|null}
   */
  function shadowOf(el) {
    if (safe.shadow(el)) return safe.shadow(el);
    try {
      return el.openOrClosedShadowRoot ?? ns.api?.dom?.openOrClosedShadowRoot?.(el) ?? null;
    } catch {
      return null;
    }
  }

  /** @param {Element} el @returns {Document|null} of a same-origin frame */
  function frameOf(el) {
    return /^i?frame$/.test(safe.nameOf(el)) ? safe.frameDocument(el) : null;
  }

  /**
   * The trees of the whole page, for as long as one look lasts.
   * @type {(Document|ShadowRoot)[]|null}
   */
  let all = null;

  /**
   * Every tree below this one, itself first.
   * @param {Document|ShadowRoot} start
   * @returns {(Document|ShadowRoot)[]}
   */
  function trees(start) {
    if (start !== document) return below(start);
    if (all === null)
      queueMicrotask(() => {
        all = null;
      });
    all ??= below(start);
    return [...all];
  }

  /** @param {Document|ShadowRoot} start @returns {(Document|ShadowRoot)[]} */
  function below(start) {
    const found = [start];
    for (let i = 0; i < found.length && found.length < 200; i++) {
      for (const el of safe.all(found[i], HOSTS).slice(0, 3000)) {
        const inner = frameOf(el) ?? shadowOf(el);
        if (inner) found.push(inner);
      }
    }
    return found;
  }

  /**
   * What holds the tree in which a node lies: a shadow host, a frame.
   * @param {Node} node
   * @returns {Element|null}
   */
  function hostOf(node) {
    const root = safe.rootOf(node);
    return safe.host(root) ?? safe.frame(root);
  }

  /**
   * All that hold the tree of this element, the nearest first.
   * @param {Element} el
   * @returns {Element[]}
   */
  function hostsOf(el) {
    /** @type {Element[]} */
    const found = [];
    for (let node = hostOf(el); node; node = hostOf(node)) found.push(node);
    return found;
  }

  /** Parent in the composed tree. @param {Node} node @returns {Element|null} */
  const up = node => safe.parent(node) ?? hostOf(node);

  /** @param {Element} outer @param {Element} inner */
  function holds(outer, inner) {
    for (let node = /** @type {Element|null} */ (inner); node; node = hostOf(node))
      if (safe.contains(outer, node)) return true;
    return false;
  }

  /**
   * The nearest of the element and what is around it, through shadow roots and frames, at which
   * closest() ends.
   * @param {Element} el
   * @param {string} selector
   * @returns {Element|null}
   */
  function around(el, selector) {
    for (let node = /** @type {Element|null} */ (el); node; node = hostOf(node)) {
      const found = safe.closest(node, selector);
      if (found) return found;
    }
    return null;
  }

  /**
   * Texts that an element may be said to carry: as one string and with its parts set apart. Script
   * and style are none.
   * @param {Element} el
   * @returns {string[]}
   */
  function textsOf(el) {
    const whole = safe.text(el) ?? '';
    if (!safe.first(el)) return whole.trim() ? [whole] : [];
    if (whole.length > 4 * MAX_TEXT) return [];
    /** @type {string[]} */
    const parts = [];
    const walker = safe.walker(document, el, 4);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = safe.parent(node);
      if (parent && /^(script|style)$/.test(safe.nameOf(parent))) continue;
      if (node.nodeValue?.trim()) parts.push(node.nodeValue.trim());
    }
    const apart = parts.join(' ');
    const tight = parts.join('');
    // As it is written, too: a word may be split over elements, and a space may belong to the text.
    return apart ? [...new Set([apart, tight, whole])] : [];
  }

  /**
   * @param {Element} el
   * @param {string} attr
   * @returns {Element[]} the elements that an id list names
   */
  function named(el, attr) {
    const root = safe.rootOf(el);
    return (safe.attr(el, attr) ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .map(id => safe.byId(root, id))
      .filter(found => !!found);
  }

  /**
   * The label elements of a control. A custom element has its labels where no other script can read
   * them: its id tells.
   * @param {Element} el
   * @returns {Element[]}
   */
  function labelsOf(el) {
    const custom = safe.id(el) && safe.nameOf(el).includes('-');
    const list = custom
      ? safe.all(safe.rootOf(el), 'label').filter(label => safe.attr(label, 'for') === safe.id(el))
      : safe.labels(el);
    const wrapper = list.length === 0 ? safe.closest(el, 'label') : null;
    return wrapper ? [wrapper] : list;
  }

  /**
   * The accessible name: the ways to write it, and the elements on which it rests (none: an
   * attribute of the control).
   * @param {Element} el
   * @returns {{texts: string[], from: Element[]}} no texts if it has no name
   */
  function nameOf(el) {
    const byId = named(el, 'aria-labelledby')
      .map(from => ({ from, texts: textsOf(from) }))
      .filter(({ texts }) => texts.length);
    if (byId.length) {
      return {
        texts: byId.length === 1 ? byId[0].texts : [byId.map(({ texts }) => texts[0]).join(' ')],
        from: byId.map(({ from }) => from),
      };
    }
    const label = safe.attr(el, 'aria-label')?.trim();
    if (label) return { texts: [label], from: [] };
    const labels = labelsOf(el);
    const native = labels.flatMap(textsOf);
    if (native.length) return { texts: native, from: labels };
    const plain = /^(input|select|textarea|fieldset)$/.test(safe.nameOf(el));
    const own = plain ? [] : textsOf(el).filter(text => text.length <= MAX_TEXT);
    if (own.length) return { texts: own, from: [el] };
    const legend = safe.nameOf(el) === 'fieldset' ? safe.one(el, 'legend') : null;
    if (legend) return { texts: textsOf(legend), from: [legend] };
    const title = safe.attr(el, 'title')?.trim();
    if (title) return { texts: [title], from: [] };
    const host = safe.host(safe.rootOf(el));
    return host ? nameOf(host) : { texts: [], from: [] };
  }

  /**
   * @param {Element} el
   * @returns {string[]} ways to write its accessible name; empty if it has none
   */
  const namesOf = el => nameOf(el).texts;

  /** The smallest ancestor that says something beside the control: what a person sees as the row.
   * @param {Element} control @returns {Element} */
  function rowOf(control) {
    const own = normal(safe.text(control));
    for (let node = up(control), hops = 0; node && hops < 6; node = up(node), hops++) {
      if (/^(body|html|main)$/.test(safe.nameOf(node))) break;
      if (normal(safe.text(node)).length > own.length || safe.nameOf(node) === 'label') return node;
    }
    return control;
  }

  /** @param {string|null} text */
  const normal = text => (text ?? '').replace(/\s+/g, ' ').trim();

  ns.dom = Object.freeze({
    HEADINGS,
    MAX_TEXT,
    roleOf,
    selectorFor,
    shadowOf,
    trees,
    up,
    hostOf,
    hostsOf,
    holds,
    around,
    textsOf,
    named,
    labelsOf,
    nameOf,
    namesOf,
    rowOf,
    visible: (/** @type {Element} */ el) => ns.shown.visible(el),
    shown: (/** @type {Element} */ el) => ns.shown.seen(el),
  });
})();
