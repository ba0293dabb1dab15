// Question 2: which element is it? All locators of a control are evaluated, in every tree of the
// page, and none wins by being first. Each yields the controls that it points at, and the class of
// witness that it is for them; who agrees with whom is decide.js's business.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe, shown, text } = ns;

  /**
   * What a person can set by itself. Two of them in one row, and it is not plain which one the
   * row's words mean.
   */
  const TOGGLES =
    'input[type=checkbox],input[type=radio],select,[role=switch],[role=checkbox],' +
    '[role=radio],[role=combobox],[aria-pressed],[aria-checked]';

  /** So long is a word that says how something is set: Enabled, Ausgeschaltet. */
  const VALUE = 24;

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
      // row
      // alone.
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

  /**
   * @typedef {(survey: Survey, locator: Locator, context: Here) => Set<Element>} Find
   * @type {{[K in Locator['by']]: (survey: Survey, locator: LocatorBy<K>, context: Here) =>
   *   Set<Element>}}
   */
  const BY = {
    role(survey, locator, context) {
      const list = context.strings.get(locator.name);
      return controls(
        survey,
        [...survey.all].filter(
          el => locator.role.includes(dom.roleOf(el)) && context.says(list, dom.namesOf(el)),
        ),
        locator,
      );
    },
    label(survey, locator, context) {
      const near = [...survey.all].filter(el => labelOf(survey, el, locator, context) !== null);
      return controls(survey, near, locator);
    },
    section(survey, locator, context) {
      const list = context.strings.get(locator.heading);
      /** @type {Set<Element>} */
      const set = new Set();
      const headings = survey.roots.flatMap(root => safe.all(root, dom.HEADINGS));
      headings.forEach((heading, i) => {
        if (!context.says(list, dom.textsOf(heading)) || !shown.visible(heading)) return;
        const next = headings.slice(i + 1).find(h => level(h) <= level(heading));
        for (let node = dom.up(heading), hops = 0; node && hops < 8; node = dom.up(node), hops++) {
          const area = node;
          const found = controls(
            survey,
            inside(survey, area).filter(el => between(heading, el, next)),
            locator,
          );
          if (found.size === 0) continue;
          for (const control of found) set.add(control);
          return;
        }
      });
      return set;
    },
    testid(survey, locator) {
      return hooked(
        survey,
        locator,
        `[${locator.attr ?? 'data-testid'}=${JSON.stringify(locator.value)}]`,
      );
    },
    attr(survey, locator) {
      const list = locator.attr.startsWith('aria-') ? '~' : '';
      return hooked(survey, locator, `[${locator.attr}${list}=${JSON.stringify(locator.value)}]`);
    },
    css(survey, locator) {
      return hooked(survey, locator, locator.selector);
    },
  };

  /**
   * A hook is on the control or on something that holds it.
   * @param {Survey} survey
   * @param {Locator} locator
   * @param {string} selector
   */
  function hooked(survey, locator, selector) {
    /** @type {Set<Element>} */
    const set = new Set();
    for (const root of survey.roots) {
      for (const el of safe.all(root, selector)) {
        const found = controls(survey, survey.all.has(el) ? [el] : inside(survey, el), locator);
        if (!locator.nth) for (const control of found) set.add(control);
        else if (locator.of.includes(found.size)) set.add([...found][locator.nth - 1]);
      }
    }
    return set;
  }

  /**
   * The text beside a control that says the label: what aria-describedby ties to it, or what its
   * row says.
   * @param {Survey} survey
   * @param {Element} el
   * @param {LabelLocator} locator
   * @param {Here} context
   * @returns {{text: Element, row: Element|null}|null} row: the part of the page that holds both
   *   and no other control
   */
  function labelOf(survey, el, locator, context) {
    const list = context.strings.get(locator.text);
    const control = /** @type {Element} */ (survey.canon.get(el));
    const tied = [...new Set([el, control])]
      .flatMap(one => dom.named(one, 'aria-describedby'))
      .find(one => context.says(list, dom.textsOf(one)));
    if (tied) return { text: tied, row: null };
    /** @type {Element|null} the row so far: it holds the control and not the label */
    let inner = null;
    for (
      let node = dom.up(control), hops = 0;
      node && hops < (locator.hops ?? 4);
      inner = node, node = dom.up(node), hops++
    ) {
      if (survey.holder.get(node) !== control || /^(body|html)$/.test(safe.nameOf(node)))
        return null;
      const parts = chunks(node).filter(part => context.says(list, dom.textsOf(part)));
      if (parts.length) {
        const label = parts[parts.length - 1];
        return (inner && captioned(inner, [el, control], context)) ||
          captionBetween(node, label, [el, control], context)
          ? null
          : { text: label, row: node };
      }
    }
    return null;
  }

  /**
   * Does a row without the label say something else, at a control that has no name of its own? Then
   * that is what the control is called, and the label further out belongs to another one, or to one
   * that is gone. A word of state says how the switch stands; links and buttons name no switch.
   * @param {Element} row
   * @param {Element[]} faces of the control
   * @param {Here} context
   */
  function captioned(row, faces, context) {
    if (faces.some(one => dom.namesOf(one).some(value => !context.isState(value)))) return false;
    return ns.stretches.runsOf(row, faces[1]).some(run => {
      const value = run.parts.join('');
      return (
        !run.own &&
        !run.press &&
        /\p{L}/u.test(value) &&
        !context.isState(value) &&
        ns.lexicon.stateWord(value, [context.lang]) === null
      );
    });
  }

  /**
   * Does another caption stand between a label and a control without a name? A link or a value ends
   * the label's own setting, and a term of a list names what comes after it; one more text alone is
   * its description.
   * @param {Element} row
   * @param {Element} label
   * @param {Element[]} faces
   * @param {Here} context
   */
  function captionBetween(row, label, faces, context) {
    if (faces.some(one => dom.namesOf(one).some(value => !context.isState(value)))) return false;
    const after = !!(safe.position(label, faces[1]) & 2);
    const runs = ns.stretches
      .runsOf(row, faces[1])
      .filter(
        run =>
          !run.own &&
          !dom.holds(label, run.el) &&
          !dom.holds(run.el, label) &&
          isBetween(run.el, label, faces[1], after),
      );
    const last = runs[after ? 0 : runs.length - 1];
    const value = last?.parts.join('') ?? '';
    if (
      !last ||
      last.press ||
      !ns.meaning.likeLabel(value) ||
      context.isState(value) ||
      ns.lexicon.stateWord(value, [context.lang]) ||
      ns.lexicon.neutral(value)
    )
      return false;
    return runs.length > 1 || after || !!safe.closest(last.el, 'dt,th');
  }

  /**
   * @param {Element} el
   * @param {Element} label
   * @param {Element} control
   * @param {boolean} after the label stands after it
   */
  const isBetween = (el, label, control, after) =>
    !!(safe.position(label, el) & (after ? 2 : 4)) &&
    !!(safe.position(control, el) & (after ? 4 : 2));

  /** @param {Element} node @returns {Element[]} what may be a label inside a row */
  function chunks(node) {
    const list = [node, ...safe.all(node, '*')];
    return list.slice(0, 120).filter(el => (safe.text(el) ?? '').length <= 2 * dom.MAX_TEXT);
  }

  /** @param {Element} heading */
  function level(heading) {
    return Number(
      safe.attr(heading, 'aria-level') ?? safe.nameOf(heading).match(/^h([1-6])$/)?.[1] ?? 7,
    );
  }

  /** @param {Element} from @param {Element} el @param {Element|undefined} to */
  function between(from, el, to) {
    let light = /** @type {Element|null} */ (el);
    while (light && safe.rootOf(light) !== safe.rootOf(from)) light = dom.hostOf(light);
    if (!light || !(safe.position(from, light) & 4)) return false;
    return !to || safe.rootOf(to) !== safe.rootOf(light) || !!(safe.position(light, to) & 4);
  }

  /** @param {Root[]} roots @param {Through[]} [through] @returns {Root[]} */
  function enter(roots, through) {
    let now = roots;
    for (const step of through ?? []) {
      now = now.flatMap(root =>
        safe
          .all(root, step.shadow ?? step.frame)
          .map(el => (step.shadow ? dom.shadowOf(el) : safe.frameDocument(el)))
          .filter(Boolean),
      );
    }
    return now;
  }

  /**
   * What the text beside a control witnesses. The element from which the accessible name comes is
   * one witness already. alone: the control has no name of its own, or no other than the value it
   * stands at, and its row no other control.
   * @param {Survey} survey
   * @param {Element} control
   * @param {LabelLocator} locator
   * @param {Here} context
   * @returns {'name'|'row'|'alone'}
   */
  function witness(survey, control, locator, context) {
    const el =
      [...survey.all].find(
        one => survey.canon.get(one) === control && labelOf(survey, one, locator, context),
      ) ?? control;
    const label = labelOf(survey, el, locator, context);
    const names = [el, control].map(dom.nameOf);
    if (!label) return 'name';
    if (
      names.some(({ from }) =>
        from.some(one => dom.holds(one, label.text) || dom.holds(label.text, one)),
      )
    )
      return 'name';
    const nameless = names.every(({ texts }) => texts.every(value => context.isState(value)));
    return nameless && (label.row === null || onlyOne(label.row, control)) ? 'alone' : 'row';
  }

  /** @param {Element} row @param {Element} control */
  function onlyOne(row, control) {
    return safe
      .all(row, TOGGLES)
      .every(
        one =>
          dom.holds(control, one) ||
          dom.holds(one, control) ||
          safe.attr(one, 'aria-hidden') === 'true',
      );
  }

  /**
   * Something else in the control's row that seems to be set there: a drawn switch beside a box
   * that picks the row. Its words may be the label's own, and it tells nobody what it is.
   * @param {Survey} survey
   * @param {Element} control
   * @returns {Element|null}
   */
  function rival(survey, control) {
    /** @type {Element|null} */
    let line = null;
    const own = (safe.text(dom.rowOf(control)) ?? '').trim().length;
    for (let node = dom.up(control), hops = 0; node && hops < 5; node = dom.up(node), hops++) {
      if (/^(main|body|html|form|section)$/.test(safe.nameOf(node)) || safe.one(node, dom.HEADINGS))
        break;
      // Where another control stands too it is still one row, if that has no name and hardly a word
      // beside it.
      if (
        survey.holder.get(node) !== control &&
        ((safe.text(node) ?? '').trim().length > own + VALUE ||
          inside(survey, node).some(
            el => survey.canon.get(el) !== control && dom.namesOf(el).length,
          ))
      )
        break;
      line = node;
    }
    if (!line) return null;
    return (
      safe.all(line, `[tabindex]:not([tabindex="-1"]),${TOGGLES}`).find(one => {
        if (
          dom.holds(one, control) ||
          dom.holds(control, one) ||
          safe.attr(one, 'aria-hidden') === 'true' ||
          !shown.visible(one)
        )
          return false;
        if (dom.labelsOf(control).some(label => dom.holds(label, one))) return false;
        if (safe.matches(one, TOGGLES)) return !dom.namesOf(one).length || survey.all.has(one);
        const drawn =
          /toggle|switch|slider/i.test(safe.attr(one, 'class') ?? '') ||
          safe.has(one, 'data-state');
        return (
          !safe.has(one, 'role') &&
          !safe.matches(one, 'a[href],button,input,select,textarea,summary,label') &&
          drawn
        );
      }) ?? null
    );
  }

  /**
   * @param {RuleControl} control @param {Here} context
   * @param {(el: Element) => boolean} stands is this a place where the control may be
   * @returns {{hits: Found[], deep: boolean}}
   */
  function locate(control, context, stands) {
    const roles = [...new Set(control.locate.flatMap(l => l.role))];
    const grouped = control.read.some(r => r.from === 'choice');
    // A twin in a shadow tree or a frame counts as much as one beside the first.
    const roots = context.roots(true);
    const whole = survey(roots, roles, grouped);
    /** @type {Found[]} */
    const hits = control.locate.map(locator => {
      const place = locator.through
        ? survey(enter([document], locator.through), roles, grouped)
        : whole;
      const found = [.../** @type {Find} */ (BY[locator.by])(place, locator, context)].filter(
        el => !context.decoy(el) && stands(el),
      );
      const kind =
        locator.by === 'label' && found.length === 1
          ? witness(place, found[0], locator, context)
          : CLASS[locator.by];
      return {
        by: locator.nth ? 'order' : locator.by,
        class: locator.nth ? 'order' : kind,
        controls: found,
        says: locator.says === true,
      };
    });
    const named = hits.find(
      hit => hit.controls.length === 1 && (hit.by === 'role' || hit.by === 'label'),
    )?.controls[0];
    const other = named && rival(whole, named);
    if (other) hits.push({ by: 'row', class: 'row', controls: [named, other], says: false });
    return { hits, deep: roots.length > 1 };
  }

  /**
   * Locator -> class of witness. A section's heading stands elsewhere than the name: it is a text
   * of the place.
   */
  const CLASS = Object.freeze({
    role: 'name',
    label: 'row',
    section: 'row',
    testid: 'hook',
    attr: 'hook',
    css: 'css',
  });

  ns.locate = Object.freeze({ locate, survey, normalise: text.normalise });
})();
