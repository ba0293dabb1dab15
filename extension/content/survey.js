// What is on the page for one set of roles: the elements that can be set, and which of them are one
// control.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe, shown } = ns;

  /**
   * What is on the page for one set of roles.
   * @param {Root[]} roots
   * @param {string[]} roles
   * @param {boolean} grouped radios count as their group
   * @returns {Survey}
   */
  function survey(roots, roles, grouped) {
    const selector = dom.selectorFor(roles);
    /** @type {Set<Element>} */
    const all = new Set();
    for (const root of roots) {
      for (const el of safe.all(root, selector)) if (roles.includes(dom.roleOf(el))) all.add(el);
    }
    /** @type {Map<Element, Element>} */
    const canon = new Map();
    for (const el of all) canon.set(el, canonical(el, all, grouped));
    // How many different controls does an ancestor hold? Only one (the element) or several (null).
    /** @type {Map<Element, Element|null>} */
    const holder = new Map();
    for (const control of new Set(canon.values())) {
      for (let node = dom.up(control), hops = 0; node && hops < 10; node = dom.up(node), hops++) {
        holder.set(node, holder.has(node) && holder.get(node) !== control ? null : control);
      }
    }
    /** @type {Map<Element, boolean>} */
    const seen = new Map();
    const isShown = (/** @type {Element} */ control) => {
      // What carries words of its own is seen or not by itself; a bare switch may be drawn by its
      // row alone.
      if (!seen.has(control))
        seen.set(
          control,
          shown.visible(dom.rowOf(control)) &&
            (!safe.text(control)?.trim() || shown.visible(control)),
        );
      return /** @type {boolean} */ (seen.get(control));
    };
    return { roots, all, canon, holder, isShown };
  }

  /**
   * Input, label and wrapper of one switch are one control.
   * @param {Element} el
   * @param {Set<Element>} all
   * @param {boolean} grouped
   * @returns {Element}
   */
  function canonical(el, all, grouped) {
    if (grouped && dom.roleOf(el) === 'radio') return groupOf(el);
    // The hidden twin that component libraries put beside a button so that forms can post it.
    if (safe.nameOf(el) === 'input' && safe.attr(el, 'aria-hidden') === 'true') {
      const twin = [safe.previous(el), safe.next(el)].find(
        s => s && all.has(s) && safe.has(s, 'role'),
      );
      if (twin) return twin;
    }
    let top = el;
    for (let node = dom.up(el), hops = 0; node && hops < 4; node = dom.up(node), hops++) {
      if (
        all.has(node) &&
        ![...all].some(
          other => other !== el && other !== node && other !== top && dom.holds(node, other),
        )
      )
        top = node;
    }
    return top;
  }

  /** @param {Element} radio @returns {Element} */
  function groupOf(radio) {
    const marked = safe.closest(radio, '[role=radiogroup],fieldset');
    if (marked) return marked;
    const name = safe.attr(radio, 'name');
    for (let node = dom.up(radio), hops = 0; node && hops < 6; node = dom.up(node), hops++) {
      const others = safe.all(node, 'input[type=radio],[role=radio]');
      if (others.filter(other => safe.attr(other, 'name') === name).length > 1) return node;
    }
    return radio;
  }

  /**
   * @param {Survey} survey
   * @param {Element[]} elements
   * @param {Locator} locator
   * @returns {Set<Element>}
   */
  function controls(survey, elements, locator) {
    /** @type {Set<Element>} */
    const set = new Set();
    for (const el of elements) {
      const control = survey.canon.get(el);
      if (!control || !survey.isShown(control)) continue;
      if (locator.role && !locator.role.includes(dom.roleOf(el))) continue;
      if (locator.has && !safe.matches(el, locator.has) && !safe.matches(control, locator.has))
        continue;
      set.add(control);
    }
    return set;
  }

  /**
   * @param {Survey} survey
   * @param {Element} area
   * @returns {Element[]} the role elements inside, in document order
   */
  const inside = (survey, area) => [...survey.all].filter(el => dom.holds(area, el));

  ns.survey = Object.freeze({ survey, controls, inside });
})();
