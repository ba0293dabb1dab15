// Locators: all of a control's are evaluated, none wins by being first. Each yields the set of canonical controls it
// points at; who agrees with whom is decide.js's business.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, text } = ns;

  /**
   * What is on the page for one set of roles.
   * @param {(Document|ShadowRoot)[]} roots @param {string[]} roles @param {boolean} grouped radios count as their group
   */
  function survey(roots, roles, grouped) {
    const selector = dom.selectorFor(roles);
    const all = new Set();
    for (const root of roots) {
      for (const el of root.querySelectorAll(selector)) if (roles.includes(dom.roleOf(el))) all.add(el);
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
    const shown = new Map();
    const isShown = (control) => {
      // What carries words of its own is seen or not by itself; a bare switch may be drawn by its row alone.
      if (!shown.has(control)) shown.set(control, dom.visible(dom.rowOf(control)) && (!control.textContent?.trim() || dom.visible(control)));
      return shown.get(control);
    };
    return { roots, all, canon, holder, isShown };
  }

  /** Input, label and wrapper of one switch are one control. @param {Element} el @param {Set<Element>} all
   * @param {boolean} grouped @returns {Element} */
  function canonical(el, all, grouped) {
    if (grouped && dom.roleOf(el) === 'radio') return groupOf(el);
    // The hidden twin that component libraries put beside a button so that forms can post it.
    if (el.localName === 'input' && el.getAttribute('aria-hidden') === 'true') {
      const twin = [el.previousElementSibling, el.nextElementSibling].find((s) => s && all.has(s) && s.hasAttribute('role'));
      if (twin) return twin;
    }
    let top = el;
    for (let node = dom.up(el), hops = 0; node && hops < 4; node = dom.up(node), hops++) {
      if (all.has(node) && ![...all].some((other) => other !== el && other !== node && other !== top && dom.holds(node, other))) top = node;
    }
    return top;
  }

  /** @param {Element} radio @returns {Element} */
  function groupOf(radio) {
    const marked = radio.closest('[role=radiogroup],fieldset');
    if (marked) return marked;
    const name = radio.getAttribute('name');
    for (let node = dom.up(radio), hops = 0; node && hops < 6; node = dom.up(node), hops++) {
      const others = [...node.querySelectorAll('input[type=radio],[role=radio]')];
      if (others.filter((other) => other.getAttribute('name') === name).length > 1) return node;
    }
    return radio;
  }

  /** @param {any} survey @param {Element[]} elements @param {any} locator @returns {Set<Element>} */
  function controls(survey, elements, locator) {
    const set = new Set();
    for (const el of elements) {
      const control = survey.canon.get(el);
      if (!control || !survey.isShown(control)) continue;
      if (locator.role && !locator.role.includes(dom.roleOf(el))) continue;
      if (locator.has && !el.matches(locator.has) && !control.matches(locator.has)) continue;
      set.add(control);
    }
    return set;
  }

  /** @param {any} survey @param {Element} area @returns {Element[]} the role elements inside, in document order */
  const inside = (survey, area) => [...survey.all].filter((el) => dom.holds(area, el));

  const BY = ({
    role(survey, locator, context) {
      const list = context.strings.get(locator.name);
      return controls(survey, [...survey.all].filter((el) => locator.role.includes(dom.roleOf(el))
        && context.says(list, dom.namesOf(el))), locator);
    },
    label(survey, locator, context) {
      const list = context.strings.get(locator.text);
      const near = [...survey.all].filter((el) => {
        const control = survey.canon.get(el);
        for (let node = dom.up(control), hops = 0; node && hops < (locator.hops ?? 4); node = dom.up(node), hops++) {
          if (survey.holder.get(node) !== control || /^(body|html)$/.test(node.localName)) return false;
          if (chunks(node).some((part) => context.says(list, dom.textsOf(part)))) return true;
        }
        return false;
      });
      return controls(survey, near, locator);
    },
    section(survey, locator, context) {
      const list = context.strings.get(locator.heading);
      const set = new Set();
      const headings = survey.roots.flatMap((root) => [...root.querySelectorAll(dom.HEADINGS)]);
      headings.forEach((heading, i) => {
        if (!context.says(list, dom.textsOf(heading)) || !dom.visible(heading)) return;
        const next = headings.slice(i + 1).find((h) => level(h) <= level(heading));
        for (let node = dom.up(heading), hops = 0; node && hops < 8; node = dom.up(node), hops++) {
          const area = (node);
          const found = controls(survey, inside(survey, area).filter((el) => between(heading, el, next)), locator);
          if (found.size === 0) continue;
          for (const control of found) set.add(control);
          return;
        }
      });
      return set;
    },
    testid(survey, locator) {
      return hooked(survey, locator, `[${locator.attr ?? 'data-testid'}=${JSON.stringify(locator.value)}]`);
    },
    attr(survey, locator) {
      const list = locator.attr.startsWith('aria-') ? '~' : '';
      return hooked(survey, locator, `[${locator.attr}${list}=${JSON.stringify(locator.value)}]`);
    },
    css(survey, locator) {
      return hooked(survey, locator, locator.selector);
    },
  });

  /** A hook is on the control or on something that holds it. @param {any} survey @param {any} locator @param {string} selector */
  function hooked(survey, locator, selector) {
    const set = new Set();
    for (const root of survey.roots) {
      for (const el of root.querySelectorAll(selector)) {
        const found = controls(survey, survey.all.has(el) ? [el] : inside(survey, el), locator);
        if (!locator.nth) for (const control of found) set.add(control);
        else if (locator.of.includes(found.size)) set.add([...found][locator.nth - 1]);
      }
    }
    return set;
  }

  /** @param {Element} node @returns {Element[]} what may be a label inside a row */
  function chunks(node) {
    const list = [node, ...node.querySelectorAll('*')];
    return list.slice(0, 120).filter((el) => (el.textContent ?? '').length <= 2 * dom.MAX_TEXT);
  }

  /** @param {Element} heading */
  function level(heading) {
    return Number(heading.getAttribute('aria-level') ?? heading.localName.match(/^h([1-6])$/)?.[1] ?? 7);
  }

  /** @param {Element} from @param {Element} el @param {Element|undefined} to */
  function between(from, el, to) {
    let light = el;
    while (light.getRootNode() !== from.getRootNode()) {
      const outer = (light.getRootNode()).host ?? light.ownerDocument.defaultView?.frameElement;
      if (!outer || outer === light) return false;
      light = outer;
    }
    if (!(from.compareDocumentPosition(light) & 4)) return false;
    return !to || to.getRootNode() !== light.getRootNode() || !!(light.compareDocumentPosition(to) & 4);
  }

  /** @param {(Document|ShadowRoot)[]} roots @param {any[]} [through] @returns {(Document|ShadowRoot)[]} */
  function enter(roots, through) {
    let now = roots;
    for (const step of through ?? []) {
      now = now.flatMap((root) => [...root.querySelectorAll(step.shadow ?? step.frame)]
        .map((el) => (step.shadow ? dom.shadowOf(el) : el.contentDocument)).filter(Boolean));
    }
    return now;
  }

  /**
   * @param {any} control of a rule @param {any} context strings, says, lang, decoys, roots(deep)
   * @returns {{hits: {by: string, controls: Element[], says: boolean}[], deep: boolean}}
   */
  function locate(control, context) {
    const light = evaluate(control, context, context.roots(false));
    // Shadow roots and frames are searched only when the light DOM had nothing by name or by hook.
    if (light.some((hit) => hit.controls.length && /^(role|testid|attr)$/.test(hit.by))) return { hits: light, deep: false };
    const roots = context.roots(true);
    if (roots.length === 1) return { hits: light, deep: false };
    return { hits: evaluate(control, context, roots), deep: true };
  }

  /** @param {any} control @param {any} context @param {(Document|ShadowRoot)[]} roots */
  function evaluate(control, context, roots) {
    const roles = [...new Set(control.locate.flatMap((l) => l.role))];
    const grouped = control.read.some((r) => r.from === 'choice');
    const whole = survey(roots, (roles), grouped);
    return control.locate.map((locator) => {
      const place = locator.through ? survey(enter([document], locator.through), (roles), grouped) : whole;
      const found = [...BY[locator.by](place, locator, context)].filter((el) => !context.decoy(el));
      return { by: locator.nth ? 'order' : locator.by, controls: found, says: locator.says === true };
    });
  }

  ns.locate = Object.freeze({ locate, survey, normalise: text.normalise });
})();
