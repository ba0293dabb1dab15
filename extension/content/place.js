// Question 1: is this the account's settings page? An address that the rule knows is a place by
// itself; over any other address a dialog, a panel or a settings region is one only where it holds,
// beside the control, two of the neighbours that the rule names. What people write, and what is
// only shown to them, is no place at either.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe, shown, text } = ns;
  const { DIALOG, WRITTEN, written, picksItem } = ns.written;

  /**
   * How many neighbours make an overlay the settings; how many of them tell a dialog at a known
   * address from another.
   */
  const NEEDED = 2;
  const MAIN = 'main,[role=main]';
  /** Parts of a page over which a settings pane may be laid without calling itself a dialog. */
  const PANEL = '[role=tabpanel],[role=region],[role=complementary],aside';
  /** The app itself: a pane that holds it is not laid over it. */
  const APP = `${MAIN},textarea,[contenteditable]:not([contenteditable=false])`;
  const TEXTS = 20000;

  /**
   * The keys that the page shows in an area, each of them once.
   * @param {Element} area @param {Key[]} keys @param {Here} here @returns {Set<Key>}
   */
  function signs(area, keys, here) {
    const memo = /** @type {NonNullable<Here['signs']>} */ (here.signs ??= new Map());
    const known = memo.get(area)?.get(keys.join());
    if (known) return known;
    /** @type {Set<Key>} */
    const found = new Set();
    const hear = (/** @type {string|null|undefined} */ value, /** @type {Element} */ el) => {
      if (!value || value.length > dom.MAX_TEXT || found.size === keys.length) return;
      for (const key of keys) {
        if (
          !found.has(key) &&
          text.match(here.strings.get(key), value, here.lang) &&
          speaks(el, area)
        )
          found.add(key);
      }
    };
    const trees = [
      area,
      ...here
        .roots(true)
        .filter(
          root => dom.hostOf(root) && dom.holds(area, /** @type {Element} */ (dom.hostOf(root))),
        ),
    ];
    for (const tree of trees) {
      for (const el of /** @type {Element[]} */ ([
        tree,
        ...safe.all(tree, '[aria-label],[aria-labelledby],input[type=submit],input[type=button]'),
      ])) {
        if (safe.typeOf(el) !== 1) continue;
        hear(safe.attr(el, 'aria-label'), el);
        if (safe.nameOf(el) === 'input') hear(safe.attr(el, 'value'), el);
      }
      const walker = safe.walker(document, tree, 4);
      for (
        let node = walker.nextNode(), left = TEXTS;
        node && left > 0;
        node = walker.nextNode(), left--
      ) {
        const value = node.nodeValue?.trim();
        const parent = value ? safe.parent(node) : null;
        if (!parent || /^(script|style|noscript|textarea|option)$/.test(safe.nameOf(parent)))
          continue;
        hear(value, parent);
        if (safe.first(parent)) for (const whole of dom.textsOf(parent)) hear(whole, parent);
      }
    }
    if (!memo.has(area)) memo.set(area, new Map());
    /** @type {Map<string, Set<Key>>} */ (memo.get(area)).set(keys.join(), found);
    return found;
  }

  /**
   * Does this element name a part of the settings? A way to another page does not, the one that is
   * open does.
   * @param {Element} el
   * @param {Element} area
   */
  function speaks(el, area) {
    const list = dom.around(el, 'nav,[role=navigation],[role=tablist]');
    if (
      list &&
      dom.holds(area, list) &&
      safe.closest(el, 'a,[role=link]') &&
      !dom.around(el, '[aria-current]:not([aria-current=false]),[aria-selected=true]')
    )
      return false;
    if (elsewhere(dom.around(el, 'a[href]'), area)) return false;
    const words = dom.around(el, WRITTEN);
    if (
      words &&
      !safe.matches(words, 'nav,[role=navigation]') &&
      dom.holds(area, words) &&
      words !== area
    )
      return false;
    return shown.visible(el);
  }

  /**
   * In a dialog a link to another page says nothing of the dialog.
   * @param {Element|null} link
   * @param {Element} area
   */
  function elsewhere(link, area) {
    if (
      !link ||
      !dom.around(area, DIALOG) ||
      !dom.holds(area, link) ||
      safe.matches(link, '[aria-current]:not([aria-current=false]),[aria-selected=true],[role=tab]')
    )
      return false;
    try {
      const to = new URL(/** @type {string} */ (safe.attr(link, 'href')), location.href);
      return (
        to.host !== location.host ||
        (to.pathname !== location.pathname && !to.hash.startsWith('#/'))
      );
    } catch {
      return true;
    }
  }

  /** Does the rule know the page's whole address? @param {RulePage} page */
  const addressed = page => !page.overlay || page.overlay === 'addressed';

  /**
   * What may be named beside the control: the rule's neighbours, and what it knows the page by.
   * Never the label itself.
   * @param {RulePage} page
   * @param {RuleControl} control
   * @returns {Key[]}
   */
  function keysOf(page, control) {
    const own = new Set(
      control.locate.flatMap(locator => [locator.name, locator.text]).filter(Boolean),
    );
    const known = /** @type {Condition[][]} */ (Object.values(page.signature ?? {}))
      .flat()
      .flatMap(one => [one.heading, one.text]);
    const headings = control.locate.map(locator => locator.heading);
    return /** @type {Key[]} */ (
      [...new Set([...(page.neighbours ?? []), ...known, ...headings])].filter(
        key => key && !own.has(key),
      )
    );
  }

  /**
   * Does the rule know a hook in this area, of the page or of the control?
   * @param {Element} area
   * @param {RulePage} page
   * @param {RuleControl} control
   */
  function hooked(area, page, control) {
    const marks = [...(page.signature?.all ?? []), ...(page.signature?.any ?? [])].flatMap(
      one => one.css ?? [],
    );
    return (
      marks.some(css => safe.matches(area, css) || safe.one(area, css)) ||
      control.locate.some(
        locator =>
          (locator.by === 'testid' &&
            safe.one(
              area,
              `[${locator.attr ?? 'data-testid'}=${JSON.stringify(locator.value)}]`,
            )) ||
          (locator.by === 'attr' &&
            safe.one(area, `[${locator.attr}=${JSON.stringify(locator.value)}]`)),
      )
    );
  }

  /**
   * The area that would be the settings, laid over whatever the address shows.
   * @param {Element} el
   * @param {RulePage} page
   * @returns {Element|null}
   */
  function regionOf(el, page) {
    const dialog = dom.around(el, DIALOG);
    if (dialog) return dialog;
    const main = dom.around(el, MAIN);
    // A page of its own may be the settings; over an app it must be laid over the app.
    if (page.overlay !== 'control') return main ?? outermost(el, () => true);
    const panel = dom.around(el, PANEL);
    if (main) return panel && dom.holds(main, panel) ? panel : null;
    return outermost(el, node => !safe.one(node, APP));
  }

  /** @param {Element} el @param {(node: Element) => boolean} may @returns {Element|null} */
  function outermost(el, may) {
    /** @type {Element|null} */
    let found = null;
    for (
      let node = dom.up(el);
      node && !/^(body|html)$/.test(safe.nameOf(node)) && may(node);
      node = dom.up(node)
    )
      found = node;
    return found;
  }

  /**
   * Where does this element stand?
   * @param {Element} el
   * @param {RulePage} page
   * @param {RuleControl} control
   * @param {Here} here
   * @returns {Place}
   */
  function placeOf(el, page, control, here) {
    if (written(el)) return 'none';
    const keys = keysOf(page, control);
    if (addressed(page)) {
      const aside = dom.around(el, 'aside,[role=complementary]');
      if (aside && !dom.around(el, DIALOG) && signs(aside, keys, here).size < NEEDED) return 'none';
      const dialog = dom.around(el, DIALOG);
      // A dialog that says nothing of the setting's page lies over it: new terms, a survey, an
      // offer.
      return !dialog || signs(dialog, keys, here).size > 0 || hooked(dialog, page, control)
        ? 'known'
        : 'none';
    }
    const region = regionOf(el, page);
    if (!region || (!dom.around(el, DIALOG) && picksItem(el))) return 'none';
    return signs(region, page.neighbours?.filter(key => keys.includes(key)) ?? [], here).size >=
      NEEDED
      ? 'overlay'
      : 'none';
  }

  /**
   * The settings are there, and the label in them, though no control could be made out.
   * @param {RulePage} page
   * @param {RuleControl} control
   * @param {Here} here
   */
  function labelled(page, control, here) {
    const keys = keysOf(page, control);
    const neighbours = (page.neighbours ?? []).filter(key => keys.includes(key));
    const own = [
      ...new Set(
        control.locate
          .flatMap(locator => [locator.name, locator.text, locator.heading])
          .filter(Boolean),
      ),
    ];
    // In an app in which people write the words alone are nothing.
    if (neighbours.length < NEEDED || page.overlay === 'control') return false;
    const areas = here.roots(true).flatMap(root => safe.all(root, `${DIALOG},${MAIN}`));
    return areas.some(
      area =>
        signs(area, own, here).size > 0 &&
        signs(area, neighbours, here).size >= NEEDED &&
        shown.visible(area),
    );
  }

  ns.place = Object.freeze({ addressed, placeOf, labelled });
})();
