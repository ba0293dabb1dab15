// What leads to a control: the words before its row, what its group or table is called, the
// headings above. Reads only.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe } = ns;
  const { SETTINGS, PANE, ROOT, runsOf, plain } = ns.stretches;

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
        const heading = safe.matches(prior, `${dom.HEADINGS},summary`)
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
          if (at < level) found.push(...above.map(run => heads(run, above, level < 8)));
          near = above.some(isLabel) && level === 8;
          if (!near) level = Math.min(level, at);
          if (near) break;
        }
      }
      if (safe.matches(node, PANE)) break;
    }
    return found;
  }

  /**
   * The button of an accordion is a heading; one among other words of it is not.
   * @param {Stretch} run
   * @param {Stretch[]} above all of the heading
   * @param {boolean} outer
   * @returns {Run}
   */
  const heads = (run, above, outer) => ({
    ...leads(run),
    heading: true,
    outer,
    press: run.press && above.some(one => !one.press),
  });

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
    ].map(run => ({ ...leads(run), press: false }));
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

  ns.lead = Object.freeze({ before });
})();
