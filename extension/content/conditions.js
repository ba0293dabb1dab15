// Conditions of a rule on the page as it is, and the names that it shows.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe, text } = ns;

  const LOOKS = /^(b|i|em|strong|u|s|mark|small|font|sub|sup|ins|wbr)$/;

  /**
   * What a tree says, normalised. Its parts are set apart: two blocks without a space between them
   * are two texts. Scripts hold texts that nobody sees.
   * @param {Node|null} tree at most 100,000 characters of it
   */
  function wordsOf(tree) {
    if (!tree) return '';
    /** @type {string[]} */
    const parts = [];
    /** @type {Element|null} */
    let last = null;
    const walker = safe.walker(document, tree, 4);
    for (
      let node = walker.nextNode(), length = 0;
      node && length < 100000;
      node = walker.nextNode()
    ) {
      if (skipped(safe.parent(node)) || !node.nodeValue) continue;
      // A word may be split over elements that only give it a look.
      let holder = safe.parent(node);
      while (holder && LOOKS.test(safe.nameOf(holder))) holder = safe.parent(holder);
      if (holder !== last) parts.push(' ');
      last = holder;
      parts.push(node.nodeValue);
      length += node.nodeValue.length;
    }
    return text.normalise(parts.join(''));
  }

  /** @param {Element|null} el */
  const skipped = el => !!el && /^(script|style|noscript|template)$/.test(safe.nameOf(el));

  /** @param {Condition} condition @param {Here} here @param {boolean} deep */
  function one(condition, here, deep) {
    const roots = here.roots(deep);
    const find = (/** @type {string} */ selector) =>
      roots.flatMap(root => safe.all(root, selector));
    if (condition.heading) {
      const list = here.strings.get(condition.heading);
      return find(dom.HEADINGS).some(
        el => dom.textsOf(el).some(value => text.match(list, value, here.lang)) && dom.visible(el),
      );
    }
    if (condition.css)
      return find(condition.css).some(
        el => condition.visible === false || !condition.visible || dom.visible(el),
      );
    const list = here.strings.get(/** @type {Key} */ (condition.text));
    if (!condition.in && !deep) return text.within(list, here.body());
    const places = condition.in
      ? find(condition.in)
      : roots.map(root =>
          safe.typeOf(root) === 9 ? safe.body(/** @type {Document} */ (root)) : root,
        );
    return places.some(place => text.within(list, wordsOf(place)));
  }

  /**
   * @param {Conditions|undefined} conditions
   * @param {Here} here
   * @param {boolean} [deep] shadow roots and frames too
   * @returns {boolean} no conditions never hold
   */
  function holds(conditions, here, deep = true) {
    if (!conditions) return false;
    const some = (/** @type {Condition} */ condition) =>
      one(condition, here, false) ||
      (deep && here.roots(true).length > 1 && one(condition, here, true));
    return (
      (conditions.all ?? []).every(some) &&
      (!conditions.any || conditions.any.some(some)) &&
      !(conditions.none ?? []).some(some)
    );
  }

  /**
   * @param {ShownName[]|undefined} places
   * @returns {string|null} a name that the page shows, at most 100 characters
   */
  function shown(places) {
    for (const entry of places ?? []) {
      const el = safe.one(document, entry.css);
      /** @type {string|null|undefined} */
      let value = el && (entry.from === 'attr' ? safe.attr(el, entry.attr) : dom.textsOf(el)[0]);
      if (value && entry.after)
        value = value.includes(entry.after)
          ? value.slice(value.indexOf(entry.after) + entry.after.length).split(/[/?#)]/)[0]
          : null;
      value = value?.replace(/\s+/g, ' ').trim().slice(0, 100);
      if (value) return value;
    }
    return null;
  }

  ns.conditions = Object.freeze({ wordsOf, holds, shown });
})();
