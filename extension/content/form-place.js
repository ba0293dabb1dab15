// Where an objection form is: which element holds the rule's fields, which button sends it, and
// what of the page is new since it was sent. Reads only; knows nothing of steps.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { safe, dom, text } = ns;

  const FIELDS =
    'input:not([type=hidden],[type=submit],[type=button],[type=reset],[type=image],' +
    '[type=search]),' +
    'textarea,select';
  const BUTTONS = 'button,input[type=submit],input[type=button],input[type=image],[role=button]';
  /** Never the objection: a search, and what stands around the page's own matter. */
  const AROUND =
    'search,[role=search],header,nav,footer,[role=banner],[role=navigation],[role=contentinfo]';
  const QUERY = /^(?:q|query|search|keywords?)$/i;
  const BUSY = '[aria-busy=true],[role=progressbar],progress';
  const LOUD = '[role=alert],[role=alertdialog],[aria-live=assertive]';
  const INLINE =
    'a,abbr,b,bdi,cite,code,em,font,i,kbd,mark,q,s,small,span,strong,sub,sup,time,u,var,wbr';
  const SILENT = /^(script|style|noscript|template|option|textarea|title)$/;
  const MAX_NODES = 5000;

  /** Boxes hide themselves behind drawn ones: the row tells. @param {Element} el */
  const seen = el => dom.visible(el) || dom.visible(dom.rowOf(el));

  /** @param {Tree} root @returns {Element[]} what a person fills in, searches apart */
  function fields(root) {
    return safe
      .all(root, FIELDS)
      .filter(
        el =>
          !el.disabled &&
          !QUERY.test(safe.attr(el, 'name') ?? '') &&
          !safe.closest(el, AROUND) &&
          seen(el),
      );
  }

  /**
   * The element whose sending is the objection, or null where no one can tell which it is.
   * @param {FormRule} rule @param {Here} here @param {boolean} code the mailed code is asked for
   * @returns {Element|null}
   */
  function holder(rule, here, code) {
    const conditions = /** @type {Conditions} */ (code ? rule.code : rule.form);
    const marks = [...(conditions.all ?? []), ...(conditions.any ?? [])]
      .map(({ css }) => css)
      .filter(Boolean);
    for (const root of here.roots(true)) {
      const forms = safe.all(root, 'form').filter(form => fields(form).length > 0);
      const marked = marks.flatMap(css => safe.all(root, css));
      const own = forms.filter(form => marked.some(el => safe.contains(form, el)));
      if (forms.length > 0) return fullest(own.length > 0 ? own : forms);
      const loose = around(fields(root));
      if (loose) return loose;
    }
    return null;
  }

  /**
   * Of several forms the one with more to fill in than any other. A tie is nobody's.
   * @param {Element[]} forms
   */
  function fullest(forms) {
    const sizes = forms.map(form => fields(form).length);
    const most = Math.max(...sizes);
    return sizes.filter(size => size === most).length === 1 ? forms[sizes.indexOf(most)] : null;
  }

  /**
   * Fields without a form: the smallest element that holds all of them and a button.
   * @param {Element[]} list
   */
  function around(list) {
    let node = list.length > 0 ? safe.parent(list[0]) : null;
    for (; node && !/^(body|html)$/.test(safe.nameOf(node)); node = safe.parent(node)) {
      const outer = node;
      if (list.every(el => safe.contains(outer, el)) && buttons(outer).length > 0) return outer;
    }
    return null;
  }

  /** @param {Tree} root @returns {Element[]} */
  const buttons = root => safe.all(root, BUTTONS).filter(el => dom.visible(el));

  /** @param {Element} el a button @returns {string[]} */
  const namesOf = el =>
    safe.nameOf(el) === 'input'
      ? [/** @type {HTMLInputElement} */ (el).value ?? '']
      : dom.namesOf(el);

  /**
   * Is this the button that sends the form? Its submit button; else the one that the rule names;
   * else its only one.
   * @param {Element & {type?: string}} button
   * @param {Element} form
   * @param {Phrases} phrases of the rule's submit
   */
  function sends(button, form, phrases) {
    if (button.disabled || safe.attr(button, 'aria-disabled') === 'true' || button.type === 'reset')
      return false;
    if (!safe.contains(form, button) && button.form !== form) return false;
    if (button.form === form && /^(submit|image)$/.test(button.type ?? '')) return true;
    if (phrases && namesOf(button).some(name => text.match(phrases, name, ''))) return true;
    const all = buttons(form);
    return all.length === 1 && all[0] === button;
  }

  /** @param {Node} node @returns {Element|null} the block that a text node is part of */
  function blockOf(node) {
    let el = safe.parent(node);
    while (el && safe.matches(el, INLINE) && safe.parent(el)) el = safe.parent(el);
    return el;
  }

  const tidy = (/** @type {string} */ value) => value.replace(/\s+/g, ' ').trim();

  /**
   * What a person can read, one string for each block.
   * @param {Root} root
   * @param {(words: string) => boolean} [wanted] asked before it is asked whether they are shown
   * @returns {string[]}
   */
  function paragraphs(root, wanted = () => true) {
    /** @type {Map<Element, Node[]>} */
    const blocks = new Map();
    const walker = safe.walker(document, root, 4);
    for (
      let node = walker.nextNode(), n = 0;
      node && n < MAX_NODES;
      node = walker.nextNode(), n++
    ) {
      const parent = node.nodeValue?.trim() ? safe.parent(node) : null;
      const block = parent && !SILENT.test(safe.nameOf(parent)) ? blockOf(node) : null;
      if (block) blocks.set(block, [...(blocks.get(block) ?? []), node]);
    }
    const join = (/** @type {Node[]} */ nodes) => tidy(nodes.map(node => node.nodeValue).join(''));
    return [...blocks.values()]
      .filter(nodes => wanted(join(nodes)))
      .map(nodes =>
        join(nodes.filter(node => dom.visible(/** @type {Element} */ (safe.parent(node))))),
      )
      .filter(Boolean);
  }

  /** @param {Root[]} roots @param {string} selector @returns {Element[]} */
  const shown = (roots, selector) =>
    roots.flatMap(root => safe.all(root, selector)).filter(el => dom.visible(el));

  /** Names that a person reads: a cross is none. @param {Root[]} roots @returns {string[]} */
  const buttonNames = roots =>
    roots
      .flatMap(buttons)
      .map(el => text.normalise(namesOf(el)[0] ?? ''))
      .filter(name => /\p{L}/u.test(name));

  /** @param {Here} here @returns {Rest} */
  function remember(here) {
    const roots = here.roots(true);
    return {
      words: new Set(roots.flatMap(root => paragraphs(root)).map(text.normalise)),
      names: new Set(buttonNames(roots)),
      fields: new Set(roots.flatMap(fields)),
    };
  }

  /** @param {Here} here @param {Rest} rest @returns {News} */
  function since(here, rest) {
    const roots = here.roots(true);
    const fresh = (/** @type {string} */ value) =>
      value !== '' && !rest.words.has(text.normalise(value));
    return {
      words: roots.flatMap(root => paragraphs(root, fresh)).filter(fresh),
      loud: shown(roots, LOUD)
        .map(el => (safe.text(el) ?? '').trim())
        .filter(fresh),
      buttons: new Set(buttonNames(roots).filter(name => !rest.names.has(name))).size,
      fields: roots.flatMap(fields).filter(el => !rest.fields.has(el)).length,
      password: shown(roots, 'input[type=password]').length > 0,
      invalid: shown(roots, '[aria-invalid=true]').length > 0,
      busy: shown(roots, BUSY).length > 0,
    };
  }

  ns.formPlace = Object.freeze({ BUTTONS, fields, holder, sends, remember, since });
})();
