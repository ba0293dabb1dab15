// Question 2: which element is it? All locators of a control are evaluated, in every tree of the
// page, and none wins by being first. Each yields the controls that it points at, and the class of
// witness that it is for them; who agrees with whom is decide.js's business.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe, shown } = ns;
  const { survey, controls, inside } = ns.survey;
  const { labelOf, witness, rival } = ns.beside;

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

  ns.locate = Object.freeze({ locate });
})();
