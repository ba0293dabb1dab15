// A region of the page as an inert tree: names of elements, whitelisted attributes, texts as places
// in a list. What is no element of a setting (pictures, scripts, styles, foreign frames) is not in
// it, nor is what somebody typed.
(() => {
  const ns = globalThis.OptOutLog;
  const sample = globalThis.optoutlogSample;
  if (!ns?.read || !sample?.attrsOf || sample.build) return;
  const { attrsOf } = sample;
  const { safe, dom } = ns;

  const MOST = { elements: 1500, depth: 60, letters: 60_000 };
  const split = (/** @type {string} */ value) => new Set(value.split(' '));
  const ELEMENTS = split(
    'div span p a ul ol li dl dt dd button input label select option optgroup textarea form ' +
      'fieldset legend section article aside main header footer nav h1 h2 h3 h4 h5 h6 table ' +
      'caption thead tbody tfoot tr td th details summary dialog b i em strong small code br hr ' +
      'slot sup sub u s bdi figure figcaption hgroup search menu output',
  );
  /** Elements of which only the name stands there: what somebody wrote, or writes. */
  const SHUT = split('input textarea br hr');
  const DROPPED = split(
    'script style link meta base title head img picture source svg math video audio canvas ' +
      'object embed template noscript map area track param portal frame frameset datalist ' +
      'progress meter',
  );
  const SWITCHES =
    'input[type=checkbox],input[type=radio],select,[role=switch],[role=checkbox],[role=radio],' +
    '[aria-pressed],[role=menuitemcheckbox],[role=menuitemradio],[role=combobox]';
  const HOLDERS =
    /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

  /** Thrown where a region holds more than a sample may. */
  class Large extends Error {}

  /** @param {Element} el */
  const shadowOf = el =>
    safe.nameOf(el).includes('-') || HOLDERS.test(safe.nameOf(el)) ? dom.shadowOf(el) : null;

  /** @param {Element} region @returns {Set<Element>} rows of its switches, a few hundred at most */
  function rowsOf(region) {
    const controls = dom
      .trees(document)
      .flatMap(root => safe.all(root, SWITCHES))
      .filter(el => dom.holds(region, el))
      .slice(0, 200);
    return new Set(controls.map(el => dom.rowOf(el)));
  }

  /** @param {string} name @param {SampleTexts} texts */
  function tagOf(name, texts) {
    if (ELEMENTS.has(name) || name === 'iframe') return name;
    if (name === 'body') return 'div';
    return name.includes('-') ? texts.element(name) : 'span';
  }

  /** @param {Element} el @param {string} name */
  const isShut = (el, name) =>
    SHUT.has(name) ||
    (safe.has(el, 'contenteditable') && safe.attr(el, 'contenteditable') !== 'false') ||
    safe.attr(el, 'role') === 'textbox' ||
    (name === 'select' && safe.all(el, 'option').length > 12);

  /** Is its whole text one of the rule's, written over several elements? @param {Element} el
   * @param {SampleTexts} texts */
  function isWhole(el, texts) {
    const whole = safe.text(el) ?? '';
    return safe.first(el) !== null && whole.length <= 500 && texts.isKnown(whole);
  }

  /**
   * One walk. @typedef {{ texts: SampleTexts, rows: Set<Element>, elements: number,
   *   letters: number }} Walk
   * @param {Element} el
   * @param {SampleAt} at
   * @param {number} depth
   * @param {Walk} walk
   * @returns {SampleNode | null}
   */
  function nodeOf(el, at, depth, walk) {
    const { texts } = walk;
    const name = safe.nameOf(el);
    if (DROPPED.has(name)) return null;
    if (++walk.elements > MOST.elements || depth > MOST.depth) throw new Large();
    const frame = name === 'iframe' ? safe.frameDocument(el) : null;
    if (name === 'iframe' && !frame) return null;
    const near = at.near || walk.rows.has(el);
    const its = { near, whole: at.whole || isWhole(el, texts) };
    /** @type {SampleNode} */
    const node = { el: tagOf(name, texts) };
    if (frame) {
      const body = /** @type {Node | null} */ (safe.body(frame));
      return { ...node, frame: body ? kidsOf(body, { near, whole: false }, depth, walk) : [] };
    }
    const attrs = attrsOf(el, texts, near);
    if (Object.keys(attrs).length > 0) node.attrs = attrs;
    const shadow = shadowOf(el);
    if (shadow) node.shadow = kidsOf(shadow, { near, whole: false }, depth, walk);
    const kids = isShut(el, name) ? [] : kidsOf(el, its, depth, walk);
    if (kids.some(kid => kid !== ' ')) node.kids = kids;
    return node;
  }

  /** @param {Node} parent @param {SampleAt} at @param {number} depth @param {Walk} walk
   * @returns {SampleKid[]} */
  function kidsOf(parent, at, depth, walk) {
    /** @type {SampleKid[]} */
    const kids = [];
    const blank = () => kids.length > 0 && kids.at(-1) !== ' ' && kids.push(' ');
    for (const node of safe.nodes(parent)) {
      const type = safe.typeOf(node);
      if (type === 1) {
        const kid = nodeOf(/** @type {Element} */ (node), at, depth + 1, walk);
        if (kid) kids.push(kid);
      }
      if (type !== 3) continue;
      const value = safe.text(node) ?? '';
      walk.letters += Math.min(value.length, 400);
      if (walk.letters > MOST.letters) throw new Large();
      if (/^\s/u.test(value)) blank();
      if (value.trim()) kids.push(walk.texts.text(value, at));
      if (value.trim() && /\s$/u.test(value)) blank();
    }
    return kids;
  }

  /** A first look that costs little: elements and depth alone. @param {Element} region */
  function fits(region) {
    /** @type {[Element, number][]} */
    const open = [[region, 0]];
    for (let seen = 0; open.length > 0; seen++) {
      const [el, depth] = /** @type {[Element, number]} */ (open.pop());
      if (depth > MOST.depth || seen + open.length > MOST.elements) return false;
      for (let kid = safe.first(el); kid; kid = safe.next(kid)) {
        if (!DROPPED.has(safe.nameOf(kid))) open.push([kid, depth + 1]);
        if (open.length > MOST.elements) return false;
      }
    }
    return (safe.text(region) ?? '').length <= 10 * MOST.letters;
  }

  /** @type {SampleParts['build']} */
  function build(region, texts) {
    if (!fits(region)) return null;
    const walk = { texts, rows: rowsOf(region), elements: 0, letters: 0 };
    try {
      const node = nodeOf(region, { near: false, whole: false }, 0, walk);
      return node ? [node] : [];
    } catch (error) {
      if (error instanceof Large) return null;
      throw error;
    }
  }

  Object.assign(sample, { build });
})();
