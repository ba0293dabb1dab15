// One look at the page for one control: the facts that decide.js wants.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe, text, locate, place, read, decide } = ns;
  const { holds, shown } = ns.conditions;

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
   * What nothing is known of yet but the page.
   * @param {Page} page @param {Here} here @returns {Looked}
   */
  const begun = (page, here) => ({
    place: page.overlay ? 'none' : 'known',
    behind: false, // of an overlay: until something of it is found
    notOffered: holds(page.notOffered, here, false) && holds(page.notOffered, here),
    // Other trees are searched only where the page itself does not do: on a large page that costs
    // more than all the rest.
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

  /**
   * @param {RuleControl} control
   * @param {Page} page
   * @param {Here} here
   * @returns {Looked} facts without timing: place, signature, signedOut, notOffered, hits, raw,
   *   disabled, busy, element, …
   */
  function look(control, page, here) {
    const facts = begun(page, here);
    facts.signedOut = !facts.signature && holds(page.signedOut, here, false) && signsIn();
    if (facts.signature && place.addressed(page)) facts.place = 'known';
    if (!facts.signature || facts.notOffered) return facts;
    const keys = control.locate.flatMap(l => [l.name, l.text, l.heading]).filter(Boolean);
    ask(control, page, here, keys);
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
    facts.there = facts.hits.some(
      hit => hit.ids.length > 0 && hit.by !== 'css' && hit.by !== 'section',
    );
    if (isOverlay(control, page, here, facts)) facts.place = 'overlay';
    const chosen = decide.pick(facts.hits);
    if (chosen.control === null || chosen.ambiguous) return facts;
    facts.element = /** @type {Element} */ (
      hits.flatMap(hit => hit.controls).find(el => numberOf(el) === chosen.control)
    );
    facts.labelGrade =
      here.matched?.grade ?? (chosen.classes.has('hook') ? null : (control.labelGrade ?? null));
    here.spoken = hits.some(
      hit => hit.says && hit.controls.length === 1 && hit.controls[0] === facts.element,
    );
    return tell(control, here, facts, facts.element);
  }

  /**
   * What is asked of the page, for this control.
   * @param {RuleControl} control
   * @param {Page} page
   * @param {Here} here
   * @param {Key[]} keys of its label
   */
  function ask(control, page, here, keys) {
    here.labelKeys = keys;
    here.stateKeys = control.read
      .flatMap(reader => [reader.on, reader.off].flat())
      .filter(key => typeof key === 'string');
    here.matched = /** @type {Said|null} */ (null); // the locators say it
    here.units = unitsOf(control, page);
  }

  /**
   * Are these the settings, laid over another address?
   * @param {RuleControl} control @param {Page} page @param {Here} here @param {Looked} facts
   */
  function isOverlay(control, page, here, facts) {
    // pages of which some control was found where it belongs
    const settings = (here.settings ??= new Set());
    if (facts.hits.some(hit => hit.ids.length > 0)) settings.add(page.id);
    if (place.addressed(page)) return false;
    return settings.has(page.id) || place.labelled(page, control, here);
  }

  /**
   * What the one element tells that was made out.
   * @param {RuleControl} control
   * @param {Here} here
   * @param {Looked} facts
   * @param {Element} element
   * @returns {Looked}
   */
  function tell(control, here, facts, element) {
    facts.behind = ns.shown.behind(element);
    facts.label = here.matched?.label ?? null;
    facts.labelLang = here.matched?.lang ?? (here.lang || null);
    Object.assign(facts, read.read(control, element, here));
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

  ns.page = Object.freeze({ look });
})();
