// The text beside a control that says its label: where it stands, whether it belongs to this
// control, and what it witnesses.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe, shown, phrases, lexicon } = ns;
  const { runsOf } = ns.stretches;
  const { inside } = ns.survey;

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
    return runsOf(row, faces[1]).some(run => {
      const value = run.parts.join('');
      return (
        !run.own &&
        !run.press &&
        /\p{L}/u.test(value) &&
        !context.isState(value) &&
        lexicon.stateWord(value, [context.lang]) === null
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
    const runs = runsOf(row, faces[1]).filter(
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
      !phrases.likeLabel(value) ||
      context.isState(value) ||
      lexicon.stateWord(value, [context.lang]) ||
      lexicon.neutral(value)
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

  ns.beside = Object.freeze({ labelOf, witness, rival });
})();
