// The words at a control, as a person sees them: gathered here, understood in meaning.js. Reads
// only.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe, text, lexicon } = ns;

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
  const MUTE =
    /^(script|style|noscript|template|select|option|datalist|textarea|iframe|svg|canvas|video|audio|object)$/;
  const INLINE =
    /^(span|a|b|i|em|strong|small|font|u|s|sub|sup|mark|code|bdi|bdo|abbr|cite|time|kbd|q|var|label|wbr|img|ins|del|data|output)$/;
  const SECTION =
    'section,fieldset,form,main,dialog,article,[role=dialog],[role=main],[role=tabpanel],' +
    '[role=region],[role=group]';
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
    for (let node = dom.up(control), hops = 0; node && hops < 9; node = dom.up(node), hops++) {
      if (ROOT.test(safe.nameOf(node)) || holdsOther(node, control, faces)) break;
      list.push(node);
    }
    return list;
  }

  const plain = (/** @type {Stretch[]} */ runs) =>
    runs
      .map(run => run.parts.join(''))
      .join(' ')
      .trim();

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
    /** @type {{area: Element, runs: Run[]}|null} */
    let first = null;
    for (const area of alone) {
      if (row) break;
      /** @type {Run[]} */
      const inside = runsOf(area, control).map(run => ({ ...run, where: 'row' }));
      if (inside.length > runs.length && !first) first = { area, runs: inside };
      if (!inside.some(isLabel)) continue;
      [row, runs, says] = [area, inside, true];
    }
    if (!says && first) [row, runs] = [first.area, first.runs];
    runs = [...elsewhere(control, faces, row ?? control), ...runs];
    const outer = around(control, alone, row ?? control, langs);
    const lead = before(control, row ?? control, faces, isLabel);
    return {
      names,
      runs: [...lead, ...runs, ...outer],
      lines: lines(control, langs),
      greyed: greyed(control, row),
    };
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
   * What stands directly before the row, or before the block of rows like it, what its group or
   * table is called, and the nearest heading above. A heading that is itself the label is not above
   * it; a higher one only tells whose settings they are.
   * @param {Element} control
   * @param {Element} row
   * @param {Element[]} faces
   * @param {(run: Stretch) => boolean} isLabel
   * @returns {Run[]}
   */
  function before(control, row, faces, isLabel) {
    /** @type {Run[]} */
    const found = [];
    let near = true;
    let level = 8;
    for (
      let node = /** @type {Element|null} */ (row), hops = 0;
      node && hops < 7 && !ROOT.test(safe.nameOf(node));
      node = dom.up(node), hops++
    ) {
      if (level === 8 && node !== control && !faces.includes(node) && !safe.matches(node, PANE))
        found.push(...called(node, row, control));
      for (
        let prior = safe.previous(node), steps = 0;
        prior && steps < 12;
        prior = safe.previous(prior), steps++
      ) {
        const heading = safe.matches(prior, dom.HEADINGS)
          ? prior
          : safe.all(prior, dom.HEADINGS).at(-1);
        const other = safe.matches(prior, SETTINGS) || safe.one(prior, SETTINGS) !== null;
        if (!other && near && !heading) {
          const runs = runsOf(prior, control);
          // Captions of columns; of a longer text the end.
          if (runs.length && !runs.some(run => run.press) && !labelsOther(prior, control, faces))
            found.push(...runs.slice(runs.length > 4 ? -1 : 0).map(leads));
          if (runs.length) near = false;
        }
        // What stands before a row of the same kind stands before the whole block.
        if (
          other &&
          !(
            safe.nameOf(prior) === safe.nameOf(node) &&
            !safe.matches(prior, SETTINGS) &&
            plain(runsOf(prior, control)) &&
            node !== control
          )
        )
          near = false;
        if (heading && (!other || prior === heading || follows(heading, prior))) {
          const above = runsOf(heading, control);
          const at = Number(
            safe.attr(heading, 'aria-level') ?? safe.nameOf(heading).match(/^h(\d)$/)?.[1] ?? 7,
          );
          if (at < level)
            found.push(...above.map(run => ({ ...leads(run), heading: true, outer: level < 8 })));
          near = above.some(isLabel) && level === 8;
          if (!near) level = Math.min(level, at);
          if (near) break;
        }
      }
      if (safe.matches(node, PANE)) break;
    }
    return found;
  }

  /** @param {Stretch} run @returns {Run} */
  const leads = run => ({ ...run, where: 'lead' });

  /**
   * What a group, a table or the column is called in which the control stands.
   * @param {Element} node around it
   * @param {Element} row
   * @param {Element} control
   * @returns {Run[]}
   */
  function called(node, row, control) {
    /** @type {Element[]} */
    const from = [];
    if (safe.nameOf(node) === 'table') {
      const cell = safe.closest(control, 'td,th');
      const line = cell && safe.parent(cell);
      const heads = safe.one(node, 'tr');
      const head =
        cell && line && heads && heads !== line && !safe.one(heads, SETTINGS)
          ? safe.children(heads)[[...safe.children(line)].indexOf(cell)]
          : null;
      from.push(...safe.all(node, 'caption'), ...(head ? [head] : []));
    }
    const label = safe.attr(node, 'aria-label') ?? '';
    from.push(...dom.named(node, 'aria-labelledby').filter(el => !dom.holds(row, el)));
    return [
      ...from.flatMap(el => runsOf(el, control)),
      ...(label.trim()
        ? [{ el: node, parts: [label], own: false, press: false, heading: false }]
        : []),
    ].map(leads);
  }

  /** Does the heading stand above all settings of that block? Then it heads what comes after, too.
   * @param {Element} heading @param {Element} block */
  const follows = (heading, block) => safe.parent(heading) === block;

  /** @param {Element} el @param {Element} control @param {Element[]} faces */
  function labelsOther(el, control, faces) {
    const label = /** @type {HTMLLabelElement|null} */ (
      safe.closest(el, 'label') ?? safe.one(el, 'label')
    );
    const target = label?.control ?? null;
    return target !== null && target !== control && !faces.includes(target);
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

  ns.words = Object.freeze({ gather, runsOf, areas, isTranslated, plain });
})();
