// The attributes that a sample has of an element: these, with these values, and no other.
(() => {
  const ns = globalThis.OptOutLog;
  const sample = globalThis.optoutlogSample;
  if (!ns?.read || !sample?.isTechnical || sample.attrsOf) return;
  const { isTechnical } = sample;
  const { safe, dom } = ns;

  const split = (/** @type {string} */ value) => new Set(value.split(' '));
  const ROLES = split(
    'alert alertdialog article banner button cell checkbox columnheader combobox ' +
      'complementary contentinfo dialog document feed form generic grid gridcell group ' +
      'heading img link list listbox listitem main menu menubar menuitem menuitemcheckbox ' +
      'menuitemradio navigation none note option presentation progressbar radio radiogroup ' +
      'region row rowgroup rowheader search separator slider status switch tab table tablist ' +
      'tabpanel term text textbox toolbar tooltip tree treeitem',
  );
  const TYPES = split(
    'checkbox radio button submit reset text email password search number tel url hidden date ' +
      'range file',
  );
  /** Attributes of few values. @type {Record<string, Set<string>>} */
  const TOKENS = {
    type: TYPES,
    'aria-checked': split('true false mixed'),
    'aria-pressed': split('true false mixed'),
    'aria-selected': split('true false'),
    'aria-expanded': split('true false'),
    'aria-disabled': split('true false'),
    'aria-readonly': split('true false'),
    'aria-required': split('true false'),
    'aria-hidden': split('true false'),
    'aria-modal': split('true false'),
    'aria-busy': split('true false'),
    'aria-invalid': split('true false'),
    'aria-current': split('true false page step location'),
    'aria-haspopup': split('true false menu listbox dialog tree grid'),
    'aria-live': split('polite assertive off'),
    'aria-level': split('1 2 3 4 5 6'),
    'aria-orientation': split('horizontal vertical'),
    'data-state': split('checked unchecked indeterminate on off open closed active inactive'),
    dir: split('ltr rtl auto'),
    contenteditable: split('true plaintext-only'),
  };
  const REFS = split(
    'for aria-labelledby aria-describedby aria-controls aria-owns aria-details ' +
      'aria-errormessage',
  );
  const TEXTS = split('aria-label aria-description aria-roledescription aria-valuetext title');
  const FLAGS = split('disabled open inert multiple required readonly switch');
  const HOOKS = split('data-testid data-test data-test-id data-cy data-qa');
  const NAMES = split('id name slot');
  const LANG = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/;
  /** A class says as much as a state. */
  const CHOSEN = /selected|checked|active|current|chosen/i;
  /** Of a rule, and yet an address or what runs. */
  const NEVER = /^(?:href|src|srcset|action|style|content|ping|poster|cite|data|on.*|formaction)$/;

  /**
   * Of a choice among many the sample says nothing: it may be a country, or a language.
   * @param {Element} el
   * @param {SampleTexts} texts
   */
  function isTwoSided(el, texts) {
    const option = safe.nameOf(el) === 'option' || safe.attr(el, 'role') === 'option';
    const around = option
      ? safe.closest(el, 'select,[role=listbox]')
      : safe.closest(el, 'fieldset,[role=radiogroup],[role=menu],form');
    if (option && !around) return false;
    const all = safe
      .all(
        around ?? safe.rootOf(el),
        option ? 'option,[role=option]' : 'input[type=radio],[role*=radio]',
      )
      .slice(0, 200);
    const name = safe.attr(el, 'name');
    const its = all.filter(one => option || !name || safe.attr(one, 'name') === name);
    return (
      its.length <= 2 ||
      (its.length < 12 &&
        its.some(one => [safe.text(one) ?? '', ...dom.namesOf(one)].some(texts.isKnown)))
    );
  }

  /** @param {Element} el @param {SampleTexts} texts @returns {Record<string, SampleValue>} */
  function statesOf(el, texts) {
    const name = safe.nameOf(el);
    const type = safe.attr(el, 'type')?.toLowerCase();
    /** @type {Record<string, SampleValue>} */
    const states = {};
    const box = name === 'input' && (type === 'checkbox' || type === 'radio');
    if (box && el.checked === true && (type === 'checkbox' || isTwoSided(el, texts)))
      states.checked = true;
    if (box && el.indeterminate === true) states.indeterminate = true;
    const chosen = name === 'option' && /** @type {HTMLOptionElement} */ (el).selected === true;
    if (chosen && isTwoSided(el, texts)) states.selected = true;
    if (name === 'a' && safe.has(el, 'href')) states.link = true;
    if (isHidden(el)) states.hidden = true;
    return states;
  }

  /** @param {Element} el */
  function isHidden(el) {
    const style = safe.view(safe.owner(el))?.getComputedStyle(el);
    if (safe.has(el, 'hidden') || style?.display === 'none') return true;
    const shown = (/** @type {Element} */ one) =>
      safe.view(safe.owner(one))?.getComputedStyle(one).visibility !== 'hidden';
    return (
      style?.visibility === 'hidden' &&
      !safe
        .all(el, '*')
        .slice(0, 50)
        .some(one => shown(one))
    );
  }

  /**
   * @param {Element} el
   * @param {string} attr
   * @param {string} value
   * @param {SampleTexts} texts
   * @param {boolean} near
   * @returns {SampleValue | null}
   */
  function valueOf(el, attr, value, texts, near) {
    const parts = value.split(/\s+/).filter(Boolean);
    if (FLAGS.has(attr)) return true;
    if (attr === 'role') return some(parts.filter(role => ROLES.has(role)));
    if (attr === 'class')
      return some(
        parts
          .filter(one => texts.has('class', one) || (isTechnical(one) && !CHOSEN.test(one)))
          .slice(0, 12),
      );
    if (attr === 'lang') return LANG.test(value) ? [value] : null;
    if (TEXTS.has(attr)) return value.trim() ? [texts.text(value, { near, whole: false })] : null;
    if (REFS.has(attr))
      return some(parts.slice(0, 8).map(one => nameOf('id', one, texts, near, attr)));
    if (NAMES.has(attr) || HOOKS.has(attr))
      return value ? [nameOf(attr, value, texts, near)] : null;
    if (TOKENS[attr]?.has(value) || (!NEVER.test(attr) && texts.has(attr, value))) return [value];
    const type = safe.attr(el, 'type') ?? '';
    const box = /^(?:checkbox|radio)$/.test(type);
    if (attr === 'value' && safe.nameOf(el) === 'input' && /^(?:button|submit|reset)$/.test(type))
      return value.trim() ? [texts.text(value, { near, whole: false })] : null; // it is drawn
    if (attr === 'value' && (box || safe.nameOf(el) === 'option'))
      return isTechnical(value) ? [value] : null;
    return null;
  }

  /** @param {(string | number)[]} parts */
  const some = parts => (parts.length > 0 ? parts : null);

  /** @param {string} attr @param {string} value @param {SampleTexts} texts @param {boolean} near
   * @param {string} [asked] the attribute that names it */
  function nameOf(attr, value, texts, near, asked = attr) {
    const known = [attr, asked, ...(attr === 'id' ? REFS : [])].some(one => texts.has(one, value));
    return known ? value : texts.hook(value, near);
  }

  /** @type {SampleParts['attrsOf']} */
  function attrsOf(el, texts, near) {
    /** @type {Record<string, SampleValue>} */
    const attrs = {};
    const role = safe.attr(el, 'role') ?? '';
    const many = /^(?:option|radio|menuitemradio)$/.test(role) && !isTwoSided(el, texts);
    for (const attr of safe.attrNames(el)) {
      if (many && /^(?:aria-(?:checked|selected|current)|data-state)$/.test(attr)) continue;
      const value = valueOf(el, attr, safe.attr(el, attr) ?? '', texts, near);
      if (value !== null) attrs[attr] = value;
    }
    return { ...attrs, ...statesOf(el, texts) };
  }

  Object.assign(sample, { attrsOf });
})();
