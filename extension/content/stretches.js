// The texts of a part of the page, as a person sees them: each is what stands between two edges of
// blocks. Reads only.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe } = ns;

  /** What is a setting of its own: where two of these are, a text may belong to either. */
  const SETTINGS =
    'input[type=checkbox],input[type=radio],select,[role=switch],[role=checkbox],' +
    '[role=radio],[role=combobox],' +
    '[role=menuitemcheckbox],[role=menuitemradio],[aria-checked],[aria-pressed]';
  const PRESS =
    'a[href],button,summary,[role=button],[role=link],[role=tab],[role=menuitem],' +
    '[role=option],[role=tooltip]';
  /**
   * Their texts are options, values, code: nothing that stands on the page as words beside a
   * control.
   */
  const MUTE = new RegExp(
    '^(script|style|noscript|template|select|option|datalist|textarea|iframe|svg|canvas|video|' +
      'audio|object)$',
  );
  const INLINE = new RegExp(
    '^(span|a|b|i|em|strong|small|font|u|s|sub|sup|mark|code|bdi|bdo|abbr|cite|time|kbd|q|var|' +
      'label|wbr|img|ins|del|data|output)$',
  );
  const PANE = 'main,dialog,[role=dialog],[role=main],[role=tabpanel]';
  const ROOT = /^(body|html)$/;
  const MAX_NODES = 400;

  /**
   * Can this be seen? What is hidden from assistive technology alone is still read by people.
   * @param {Element} el
   */
  const seen = el => ns.shown.seen(el);

  /**
   * Is this element a block of its own? Flex and grid make blocks of what is inline by name.
   * @param {Element} el
   */
  function isBlock(el) {
    const name = safe.nameOf(el);
    if (name === 'br' || name === 'hr') return true;
    if (!INLINE.test(name) && !name.includes('-')) return true;
    const style = safe.view(safe.owner(el))?.getComputedStyle(el).display ?? 'inline';
    return !/^(inline|inline-block|contents|ruby.*|)$/.test(style);
  }

  /** @param {Node|Node[]} node a tree, or the nodes that a slot shows @returns {Iterable<Node>} */
  const childrenOf = node => (Array.isArray(node) ? node : readChildren.call(node));
  const readChildren = /** @type {{get: () => NodeListOf<Node>}} */ (
    Object.getOwnPropertyDescriptor(Node.prototype, 'childNodes')
  ).get;

  /**
   * The runs of a tree, in document order, through shadow roots.
   * @param {Element} area @param {Element} control @returns {Stretch[]}
   */
  function runsOf(area, control) {
    /** @type {Stretch[]} */
    const runs = [];
    /** @type {Stretch|null} */
    let run = null;
    let left = MAX_NODES;
    const cut = () => {
      run = null;
    };
    const walk = (
      /** @type {Node|Node[]} */ node,
      /** @type {boolean} */ own,
      /** @type {boolean} */ press,
    ) => {
      for (const child of childrenOf(node)) {
        if (left <= 0) return;
        if (safe.typeOf(child) === 3) {
          if (!child.nodeValue) continue;
          left--;
          const el = safe.parent(child) ?? dom.up(child);
          if (!child.nodeValue.trim()) {
            if (run) run.parts.push(child.nodeValue);
            continue;
          }
          if (!el || !seen(el)) continue;
          if (!run)
            runs.push(
              (run = { el, parts: [], own, press, heading: !!safe.closest(el, dom.HEADINGS) }),
            );
          run.parts.push(child.nodeValue);
        } else if (safe.typeOf(child) === 1) enter(/** @type {Element} */ (child), own, press);
      }
    };
    const enter = (
      /** @type {Element} */ el,
      /** @type {boolean} */ own,
      /** @type {boolean} */ press,
    ) => {
      if (MUTE.test(safe.nameOf(el))) return;
      const ours = own || el === control;
      const pressed = !ours && (press || (safe.matches(el, PRESS) && !safe.contains(el, control)));
      const apart = ours !== own || pressed !== press || isBlock(el);
      if (apart) cut();
      const inner = dom.shadowOf(el);
      const slotted =
        safe.nameOf(el) === 'slot' ? /** @type {HTMLSlotElement} */ (el).assignedNodes() : [];
      walk(slotted.length ? slotted : (inner ?? el), ours, pressed);
      if (apart) cut();
    };
    enter(area, area !== control && safe.contains(control, area), false);
    return runs.filter(one => one.parts.some(part => part.trim()));
  }

  const plain = (/** @type {Stretch[]} */ runs) =>
    runs
      .map(run => run.parts.join(''))
      .join(' ')
      .trim();

  ns.stretches = Object.freeze({ SETTINGS, PANE, ROOT, runsOf, plain });
})();
