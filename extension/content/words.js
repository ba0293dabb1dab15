// The words at a control, as a person sees them: gathered here, understood in meaning.js. Reads
// only.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe, text, lexicon, lead } = ns;
  const { SETTINGS, PANE, ROOT, runsOf } = ns.stretches;

  const SECTION =
    'section,fieldset,form,main,dialog,article,[role=dialog],[role=main],[role=tabpanel],' +
    '[role=region],[role=group]';

  /** The choices of a menu belong to the button that opens it. */
  const LISTS = '[role=menu],[role=listbox],[popover]';

  /**
   * Does this hold another setting than ours?
   * @param {Element} node
   * @param {Element} control
   * @param {Element[]} faces
   */
  function holdsOther(node, control, faces) {
    return safe
      .all(node, SETTINGS)
      .some(
        el =>
          !safe.closest(el, LISTS) &&
          el !== control &&
          !faces.includes(el) &&
          !dom.holds(control, el) &&
          !dom.holds(el, control),
      );
  }

  /**
   * The areas around a control in which it is alone, from the inside.
   * @param {Element} control
   * @param {Element[]} faces
   */
  function areas(control, faces) {
    /** @type {Element[]} */
    const list = [];
    for (let node = dom.up(control), hops = 0; node && hops < 16; node = dom.up(node), hops++) {
      if (ROOT.test(safe.nameOf(node)) || holdsOther(node, control, faces)) break;
      list.push(node);
    }
    return list;
  }

  /**
   * @param {Element} control
   * @param {Element[]} faces of it
   * @param {(run: Stretch) => boolean} isLabel does a run hold one of the rule's labels
   * @param {string[]} langs
   * @returns {Words}
   */
  function gather(control, faces, isLabel, langs) {
    const alone = areas(control, faces);
    const names = faces.map(el => dom.namesOf(el)).find(list => list.length > 0) ?? [];
    /** @type {Element|null} */
    let row = null;
    /** @type {Run[]} */
    let runs = runsOf(control, control).map(run => ({ ...run, own: true, where: 'row' }));
    let says = runs.some(isLabel);
    if (says) row = control;
    /** @type {{area: Element, runs: Run[], worded: boolean}|null} */
    let first = null;
    for (const area of alone) {
      if (row) break;
      /** @type {Run[]} */
      const inside = runsOf(area, control).map(run => ({ ...run, where: 'row' }));
      // A word of state tells nothing of what stands there: the words beside it do.
      const worded = inside.some(run => !run.own && !run.press && isWorded(run, langs));
      const fits = inside.length > runs.length && (worded || !first);
      if (fits && !first?.worded && !(first && safe.matches(area, PANE)))
        first = { area, runs: inside, worded };
      if (!inside.some(isLabel)) continue;
      [row, runs, says] = [area, inside, true];
    }
    if (!says && first) [row, runs] = [first.area, first.runs];
    runs = runs.map(run => ({ ...run, depth: alone.findIndex(area => dom.holds(area, run.el)) }));
    runs = [...elsewhere(control, faces, row ?? control), ...runs];
    const outer = around(control, alone, row ?? control, langs);
    const above = lead.before(control, row ?? control, faces, isLabel);
    return {
      names,
      runs: [...above, ...runs, ...outer],
      lines: lines(control, langs),
      greyed: greyed(control, row),
    };
  }

  /** @param {Stretch} run @param {string[]} langs */
  function isWorded(run, langs) {
    const value = run.parts.join('').trim();
    return /\p{L}/u.test(value) && !lexicon.stateWord(value, langs) && !lexicon.neutral(value);
  }

  /**
   * Labels that are tied to the control by id and stand outside of its row.
   * @param {Element} control
   * @param {Element[]} faces
   * @param {Element} row
   * @returns {Run[]}
   */
  function elsewhere(control, faces, row) {
    const tied = faces.flatMap(el => [...dom.named(el, 'aria-labelledby'), ...safe.labels(el)]);
    return [...new Set(tied)]
      .filter(el => !dom.holds(row, el) && !dom.holds(el, row))
      .flatMap(el => runsOf(el, control))
      .map(run => ({ ...run, where: 'row' }));
  }

  /**
   * State words outside of the row that belong to it: the smallest area in which such a word is not
   * alone holds the control.
   * @param {Element} control
   * @param {Element[]} alone
   * @param {Element} row
   * @param {string[]} langs
   * @returns {Run[]}
   */
  function around(control, alone, row, langs) {
    const outer = alone
      .slice(alone.indexOf(row) + 1)
      .slice(0, 3)
      .at(-1);
    if (!outer) return [];
    return runsOf(outer, control)
      .filter(
        run =>
          !dom.holds(row, run.el) &&
          lexicon.stateWord(run.parts.join(''), langs) &&
          ownerOf(run, control),
      )
      .map(run => ({ ...run, where: 'around' }));
  }

  /** @param {Stretch} run @param {Element} control */
  function ownerOf(run, control) {
    const own = run.parts.join('').trim().length;
    for (
      let node = /** @type {Element|null} */ (run.el), hops = 0;
      node && hops < 6;
      node = dom.up(node), hops++
    ) {
      if ((safe.text(node) ?? '').trim().length > own) return dom.holds(node, control);
      if (dom.holds(node, control)) return true;
    }
    return false;
  }

  /**
   * Lines of the section that may say who decided, or that nothing here has an effect.
   * @param {Element} control
   * @param {string[]} langs
   */
  function lines(control, langs) {
    /** @type {Element|null} */
    let section = null;
    for (let node = dom.up(control); node && !section; node = dom.up(node))
      if (ROOT.test(safe.nameOf(node)) || safe.matches(node, SECTION)) section = node;
    // A group inside of a pane: what the pane says holds for it, too.
    const outer = section && safe.parent(section);
    const pane = (outer && safe.closest(outer, PANE)) ?? outer ?? section;
    if (!pane || (safe.text(pane) ?? '').length > 20000) return [];
    return runsOf(pane, control)
      .filter(
        run =>
          !run.own &&
          lexicon.states(run.parts.join(''), run.press ? [] : langs) &&
          !ofOther(run.el, control),
      )
      .map(run => run.parts.join('').replace(/\s+/g, ' ').trim());
  }

  /** Does a text stand in another setting's row? @param {Element} el @param {Element} control */
  function ofOther(el, control) {
    for (
      let node = /** @type {Element|null} */ (el);
      node && !ROOT.test(safe.nameOf(node));
      node = dom.up(node)
    ) {
      if (dom.holds(node, control)) return false;
      if (safe.matches(node, SETTINGS) || safe.one(node, SETTINGS)) return true;
    }
    return false;
  }

  /**
   * Drawn as not usable without saying so: the pointer goes through, or is a "no" sign.
   * @param {Element} control
   * @param {Element|null} row
   */
  function greyed(control, row) {
    const view = safe.view(safe.owner(control));
    if (!view) return false;
    const style = (/** @type {Element} */ el) => view.getComputedStyle(el);
    if (style(control).cursor === 'not-allowed') return true;
    return (
      !!row &&
      row !== control &&
      (style(row).pointerEvents === 'none' || style(row).cursor === 'not-allowed')
    );
  }

  /** Names that machines translated pages by. */
  const MARKS =
    '[data-moz-translations-id],[_msttexthash],[_msthash],font[style*="vertical-align: ' +
    'inherit"],font[dir=auto][style*=inherit]';
  /**
   * @type {WeakMap<Element, string>} the language that a page's root had when it was first looked
   *   at
   */
  const firstLang = new WeakMap();

  /** Did the browser translate what this page shows? @param {Document} page */
  function isTranslated(page) {
    const root = safe.top(page);
    if (!firstLang.has(root)) firstLang.set(root, root.lang);
    if (/(^|\s)translated-(ltr|rtl)(\s|$)/.test(root.className)) return true;
    if (safe.one(page, 'head meta[http-equiv=X-Translated-By]') || safe.one(page, MARKS))
      return true;
    const before = firstLang.get(root) ?? '';
    return before !== '' && root.lang !== '' && !text.sameLanguage(before, root.lang);
  }

  ns.words = Object.freeze({ gather, isTranslated });
})();
