// One look at the page: conditions, account and unit shown, and for each control the facts that
// decide.js wants.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe, text, locate, place, read, decide, words } = ns;

  /**
   * What one attempt shares.
   * @param {Strings} strings
   * @param {Decoy[]} decoys of the rule
   * @returns {Here}
   */
  function context(strings, decoys) {
    const lang = safe.lang();
    const cache = /** @type {{deep?: Root[], light?: Root[], body?: string}} */ ({});
    const decoyKeys = decoys.map(decoy => decoy.label).filter(Boolean);
    const here = /** @type {Here} */ ({
      strings,
      lang,
      matched: null,
      labelKeys: [],
      stateKeys: [],
      units: [],
      spoken: false,
      translated: words.isTranslated(document),
      roots: deep => (deep ? (cache.deep ??= dom.trees(document)) : (cache.light ??= [document])),
      says(list, texts) {
        for (const value of texts) {
          const found = text.match(list, value, lang, false, here.units);
          if (!found) continue;
          const hit = {
            label: value.replace(/\s+/g, ' ').trim().slice(0, 150),
            lang: found.lang,
            grade: found.grade,
          };
          here.matched ??= hit; // the first locator's word, not a section's heading
          return hit;
        }
        return null;
      },
      // State words are short and mean other things elsewhere: only the label's language or the
      // page's
      // may say them.
      saysState(list, value) {
        const langs = /** @type {string[]} */ (
          [here.matched?.lang, lang].filter(tag => text.speaks(list, tag))
        );
        return langs.length
          ? langs.some(tag => text.match(list, value, tag, true))
          : !!text.match(list, value, '');
      },
      /** Is this a value at which the control may stand, and no name? */
      isState: value =>
        here.stateKeys.some(key =>
          key.startsWith('@') ? text.match(strings.get(key), value, lang) : value.trim() === key,
        ),
      /** Is this text one of the rule's own, whatever it names? */
      known: value =>
        [...strings.values()].some(
          list => text.match(list, value, lang, false, here.units)?.loose === false,
        ),
      labelRests(value) {
        const plain = text.normalise(value);
        return here.labelKeys
          .flatMap(key => strings.get(key) ?? [])
          .filter(
            phrase =>
              phrase.text && plain.startsWith(phrase.text) && plain.length > phrase.text.length,
          )
          .map(phrase => plain.slice(phrase.text.length));
      },
      decoy: control =>
        decoyKeys.length > 0 &&
        dom
          .namesOf(control)
          .some(name => decoyKeys.some(key => text.match(strings.get(key), name, lang))),
      body: () => (cache.body ??= wordsOf(safe.body(document))),
    });
    return here;
  }

  const LOOKS = /^(b|i|em|strong|u|s|mark|small|font|sub|sup|ins|wbr)$/;

  /**
   * What a tree says, normalised. Its parts are set apart: two blocks without a space between them
   * are two texts. Scripts hold texts that nobody sees.
   * @param {Node|null} tree at most 100,000 characters of it
   */
  function wordsOf(tree) {
    if (!tree) return '';
    /** @type {string[]} */
    const parts = [];
    /** @type {Element|null} */
    let last = null;
    const walker = safe.walker(document, tree, 4);
    for (
      let node = walker.nextNode(), length = 0;
      node && length < 100000;
      node = walker.nextNode()
    ) {
      if (skipped(safe.parent(node)) || !node.nodeValue) continue;
      // A word may be split over elements that only give it a look.
      let holder = safe.parent(node);
      while (holder && LOOKS.test(safe.nameOf(holder))) holder = safe.parent(holder);
      if (holder !== last) parts.push(' ');
      last = holder;
      parts.push(node.nodeValue);
      length += node.nodeValue.length;
    }
    return text.normalise(parts.join(''));
  }

  /** @param {Element|null} el */
  const skipped = el => !!el && /^(script|style|noscript|template)$/.test(safe.nameOf(el));

  /** @param {Condition} condition @param {Here} here @param {boolean} deep */
  function one(condition, here, deep) {
    const roots = here.roots(deep);
    const find = (/** @type {string} */ selector) =>
      roots.flatMap(root => safe.all(root, selector));
    if (condition.heading) {
      const list = here.strings.get(condition.heading);
      return find(dom.HEADINGS).some(
        el => dom.textsOf(el).some(value => text.match(list, value, here.lang)) && dom.visible(el),
      );
    }
    if (condition.css)
      return find(condition.css).some(
        el => condition.visible === false || !condition.visible || dom.visible(el),
      );
    const list = here.strings.get(/** @type {Key} */ (condition.text));
    if (!condition.in && !deep) return text.within(list, here.body());
    const places = condition.in
      ? find(condition.in)
      : roots.map(root =>
          safe.typeOf(root) === 9 ? safe.body(/** @type {Document} */ (root)) : root,
        );
    return places.some(place => text.within(list, wordsOf(place)));
  }

  /**
   * @param {Conditions|undefined} conditions
   * @param {Here} here
   * @param {boolean} [deep] shadow roots and frames too
   * @returns {boolean} no conditions never hold
   */
  function holds(conditions, here, deep = true) {
    if (!conditions) return false;
    const some = (/** @type {Condition} */ condition) =>
      one(condition, here, false) ||
      (deep && here.roots(true).length > 1 && one(condition, here, true));
    return (
      (conditions.all ?? []).every(some) &&
      (!conditions.any || conditions.any.some(some)) &&
      !(conditions.none ?? []).some(some)
    );
  }

  /**
   * @param {ShownName[]|undefined} places
   * @returns {string|null} a name that the page shows, at most 100 characters
   */
  function shown(places) {
    for (const entry of places ?? []) {
      const el = safe.one(document, entry.css);
      /** @type {string|null|undefined} */
      let value = el && (entry.from === 'attr' ? safe.attr(el, entry.attr) : dom.textsOf(el)[0]);
      if (value && entry.after)
        value = value.includes(entry.after)
          ? value.slice(value.indexOf(entry.after) + entry.after.length).split(/[/?#)]/)[0]
          : null;
      value = value?.replace(/\s+/g, ' ').trim().slice(0, 100);
      if (value) return value;
    }
    return null;
  }

  /** The unit that the address or the page names. @param {RuleControl} control @param {Page} page
   * @returns {string[]} */
  function unitsOf(control, page) {
    const groups = (page.patterns ?? [])
      .map(pattern => pattern.exec(location.href))
      .filter(Boolean)
      .flatMap(found =>
        [found.pathname, found.hostname, found.search, found.hash].map(part => part.groups.unit),
      );
    return [...groups, shown(control.unit?.shown)].filter(Boolean);
  }

  /** @type {WeakMap<Element, number>} */
  const numbers = new WeakMap();
  let last = 0;
  /** @param {Element} el */
  const numberOf = el => {
    if (!numbers.has(el)) numbers.set(el, ++last);
    return /** @type {number} */ (numbers.get(el));
  };

  /**
   * @param {RuleControl} control
   * @param {Page} page
   * @param {Here} here
   * @returns {Looked} facts without timing: place, signature, signedOut, notOffered, hits, raw,
   *   disabled, busy, element, …
   */
  function look(control, page, here) {
    const facts = /** @type {Looked} */ ({
      place: page.overlay ? 'none' : 'known',
      behind: false, // of an overlay: until something of it is found
      notOffered: holds(page.notOffered, here, false) && holds(page.notOffered, here),
      // Other trees are searched only where the page itself does not do: on a large page that costs
      // more
      // than all the rest.
      signature: holds(page.signature, here, false) || holds(page.signature, here),
      signedOut: false,
      hits: [],
      raw: 'neither',
      disabled: false,
      busy: false,
      dirty: false,
      lockedText: false,
      readers: [],
      deep: false,
      element: null,
      label: null,
      labelLang: null,
      labelGrade: null,
      langKnown: false,
      there: false,
      detail: null,
      meant: null,
      translated: here.translated,
    });
    facts.signedOut = !facts.signature && holds(page.signedOut, here, false) && signsIn();
    if (facts.signature && place.addressed(page)) facts.place = 'known';
    if (!facts.signature || facts.notOffered) return facts;
    const keys = control.locate.flatMap(l => [l.name, l.text, l.heading]).filter(Boolean);
    here.labelKeys = keys;
    here.stateKeys = control.read
      .flatMap(reader => [reader.on, reader.off].flat())
      .filter(key => typeof key === 'string');
    here.matched = /** @type {Said|null} */ (null); // the locators say it
    here.units = unitsOf(control, page);
    const { hits, deep } = locate.locate(
      control,
      here,
      el => place.placeOf(el, page, control, here) !== 'none',
    );
    facts.deep = deep;
    facts.hits = hits.map(hit => ({
      by: hit.by,
      class: hit.class,
      ids: hit.controls.map(numberOf),
    }));
    facts.langKnown = keys.some(key => text.speaks(here.strings.get(key), here.lang));
    const chosen = decide.pick(facts.hits);
    facts.there = facts.hits.some(
      hit => hit.ids.length > 0 && hit.by !== 'css' && hit.by !== 'section',
    );
    // pages of which some control was found where it belongs
    const settings = (here.settings ??= new Set());
    if (facts.hits.some(hit => hit.ids.length > 0)) settings.add(page.id);
    if (!place.addressed(page) && (settings.has(page.id) || place.labelled(page, control, here)))
      facts.place = 'overlay';
    if (chosen.control === null || chosen.ambiguous) return facts;
    facts.element = /** @type {Element} */ (
      hits.flatMap(hit => hit.controls).find(el => numberOf(el) === chosen.control)
    );
    facts.behind = ns.shown.behind(facts.element);
    facts.label = here.matched?.label ?? null;
    facts.labelLang = here.matched?.lang ?? (here.lang || null);
    facts.labelGrade =
      here.matched?.grade ?? (chosen.classes.has('hook') ? null : (control.labelGrade ?? null));
    here.spoken = hits.some(
      hit => hit.says && hit.controls.length === 1 && hit.controls[0] === facts.element,
    );
    Object.assign(facts, read.read(control, facts.element, here));
    facts.lockedText = /** @type {Meaning} */ (facts.meant).locked || holds(control.locked, here);
    facts.detail = shown(control.detail);
    return facts;
  }

  /**
   * Is this a page to sign in at? One password that is known already, in a form that asks who it
   * is. A form to change a password asks for two, or for no name.
   */
  function signsIn() {
    const fields = safe
      .all(document, 'input[type=password]')
      .filter(el => dom.visible(dom.rowOf(el)));
    if (fields.length !== 1 || /new-password/.test(safe.attr(fields[0], 'autocomplete') ?? ''))
      return false;
    const form = dom.around(fields[0], 'form') ?? safe.body(document);
    return (
      safe.attr(fields[0], 'autocomplete') === 'current-password' ||
      !!safe.one(
        form,
        'input:is([type=email],[type=text],[type=tel],:not([type])),input[autocomplete*=username]',
      )
    );
  }

  ns.page = Object.freeze({ context, holds, shown, look });
})();
