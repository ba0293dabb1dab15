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
    'script style link meta base title head img picture source svg math video audio canvas object ' +
      'embed template noscript map area track param portal frame frameset datalist progress meter',
  );
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
      .flatMap(root => safe.all(root, sampleSwitches))
      .filter(el => dom.holds(region, el))
      .slice(0, 200);
    return new Set(controls.map(el => dom.rowOf(el)));
  }
  const sampleSwitches =
    'input[type=checkbox],input[type=radio],select,[role=switch],[role=checkbox],[role=radio],' +
    '[aria-pressed],[role=menuitemcheckbox],[role=menuitemradio],[role=combobox]';

  /** @type {SampleParts['build']} */
  function build(region, texts) {
    if ((safe.text(region) ?? '').length > 10 * MOST.letters) return null;
    const rows = rowsOf(region);
    let elements = 0;
    let letters = 0;

    /** @param {Element} el @param {SampleAt} at @param {number} depth @returns {SampleNode|null} */
    function nodeOf(el, at, depth) {
      const name = safe.nameOf(el);
      if (DROPPED.has(name)) return null;
      if (++elements > MOST.elements || depth > MOST.depth) throw new Large();
      const frame = name === 'iframe' ? safe.frameDocument(el) : null;
      if (name === 'iframe' && !frame) return null;
      const its = {
        near: at.near || rows.has(el),
        whole: at.whole || (safe.first(el) !== null && isWhole(el)),
      };
      /** @type {SampleNode} */
      const node = { el: tagOf(name) };
      const attrs = frame ? {} : attrsOf(el, texts, its.near);
      if (Object.keys(attrs).length > 0) node.attrs = attrs;
      if (frame) return { ...node, frame: kidsOf(safe.body(frame), its, depth) };
      const shadow = shadowOf(el);
      if (shadow) node.shadow = kidsOf(shadow, { ...its, whole: false }, depth);
      const kids = isShut(el, name) ? [] : kidsOf(el, its, depth);
      if (kids.some(kid => kid !== ' ')) node.kids = kids;
      return node;
    }

    /** @param {string} name */
    const tagOf = name => {
      if (ELEMENTS.has(name) || name === 'iframe') return name;
      if (name === 'body') return 'div';
      return name.includes('-') ? texts.element(name) : 'span';
    };

    /** @param {Element} el @param {string} name */
    const isShut = (el, name) =>
      SHUT.has(name) ||
      (safe.has(el, 'contenteditable') && safe.attr(el, 'contenteditable') !== 'false') ||
      safe.attr(el, 'role') === 'textbox' ||
      (name === 'select' && safe.all(el, 'option').length > 12);

    /** Is its whole text one of the rule's, written over several elements? @param {Element} el */
    function isWhole(el) {
      const whole = safe.text(el) ?? '';
      return whole.length <= 500 && texts.isKnown(whole);
    }

    /** @param {Node} parent @param {SampleAt} at @param {number} depth @returns {SampleKid[]} */
    function kidsOf(parent, at, depth) {
      /** @type {SampleKid[]} */
      const kids = [];
      const blank = () => kids.length > 0 && kids.at(-1) !== ' ' && kids.push(' ');
      for (const node of safe.nodes(parent)) {
        const type = safe.typeOf(node);
        if (type === 1) {
          const kid = nodeOf(/** @type {Element} */ (node), at, depth + 1);
          if (kid) kids.push(kid);
        }
        if (type !== 3) continue;
        const value = safe.text(node) ?? '';
        letters += Math.min(value.length, 400);
        if (letters > MOST.letters) throw new Large();
        if (/^\s/u.test(value)) blank();
        if (value.trim()) kids.push(texts.text(value, at));
        if (value.trim() && /\s$/u.test(value)) blank();
      }
      return kids;
    }

    try {
      const node = nodeOf(region, { near: false, whole: false }, 0);
      return node ? [node] : [];
    } catch (error) {
      if (error instanceof Large) return null;
      throw error;
    }
  }

  Object.assign(sample, { build });
})();
