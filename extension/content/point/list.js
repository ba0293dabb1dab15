// The two-sided controls of the page, for a person who points at one (docs/own-rules.md). Reads
// only; "show me" scrolls and focuses, and does nothing else. Brought with the engine's files by a
// click in the popup, into the tab in front, and never by itself.
(() => {
  const ns = globalThis.OptOutLog;
  if (globalThis.optoutlogPoint || !ns?.read) return;
  const { dom, safe, text, survey, written, stretches } = ns;

  const MOST = 300;
  const NAME = 200;
  /** Kind -> roles that its controls have. */
  const ROLES = Object.freeze({
    switch: ['switch', 'checkbox', 'menuitemcheckbox'],
    pressed: ['button'],
    choice: ['radio', 'radiogroup'],
    list: ['combobox'],
  });
  /**
   * Words of AI, of training, of data, in the languages of the extension: a list is sorted by them,
   * and nothing rests on them.
   */
  const ABOUT = new RegExp(
    [
      String.raw`\b(?:ai|a\.i|ki|ia|si|machine learning|train(?:ing)?)\b`,
      String.raw`\b(?:models?|data|improve|generative)\b`,
      'trainier|daten|modell|verbesser|künstlich|maschinell',
      'entraîn|données|modèle|amélior|artificielle',
      'entren|datos|modelo|mejorar|artificial',
      'addestr|dati|modell|migliora|artificiale',
      'treina|dados|melhorar',
      'gegevens|verbeter|kunstmatig',
      'trenow|szkol|dane|danych|modeli|ulepsz|sztuczn',
      '学習|データ|モデル|改善|人工知能|训练|數據|数据|訓練',
      'ذكاء|تدريب|بيانات|نموذج|تحسين',
    ].join('|'),
    'iu',
  );

  /** What was listed, by its name; they hold while the document lives. @type {Map<string, Seen>} */
  const listed = new Map();
  /** @type {WeakMap<Element, string>} */
  const names = new WeakMap();
  let count = 0;

  /** @param {Root[]} roots @param {string[]} roles @param {boolean} grouped */
  function shownOf(roots, roles, grouped) {
    const found = survey.survey(roots, roles, grouped);
    return [...new Set(found.canon.values())].filter(
      el => found.isShown(el) && !written.written(el),
    );
  }

  /** @param {string} value */
  const isAbout = value => ABOUT.test(text.normalise(value.slice(0, NAME)));

  /** @param {string} value */
  const plain = value => value.replace(/\s+/g, ' ').trim();

  /** Radios of one question, where they are two. @param {Element} group */
  function radiosOf(group) {
    const radios = safe.all(group, 'input[type=radio],[role=radio]');
    return radios.filter(
      radio => !radios.some(other => other !== radio && dom.holds(radio, other)),
    );
  }

  /** @param {Element} list a select @returns {HTMLOptionElement[]} */
  const optionsOf = list =>
    [.../** @type {HTMLSelectElement} */ (list).options].filter(
      option => !option.disabled && plain(option.text) !== '',
    );

  /** @param {Element} el @param {Root[]} roots @returns {[number, Element]} */
  const treeOf = (el, roots) => [roots.indexOf(/** @type {Root} */ (safe.rootOf(el))), el];

  /** In the order of the page. @param {Seen[]} found @param {Root[]} roots */
  function ordered(found, roots) {
    return found.sort((a, b) => {
      const [[one, el], [other, next]] = [treeOf(a.control, roots), treeOf(b.control, roots)];
      return one - other || (safe.position(el, next) & 4 ? -1 : 1);
    });
  }

  /** @returns {Seen[]} */
  function find() {
    const roots = dom.trees(document);
    /** @type {Seen[]} */
    const found = shownOf(roots, ROLES.switch, false).map(control => ({ kind: 'switch', control }));
    const pressed = shownOf(roots, ['button'], false).filter(el => safe.has(el, 'aria-pressed'));
    found.push(...pressed.map(control => ({ kind: /** @type {const} */ ('pressed'), control })));
    for (const control of shownOf(roots, ['radio'], true))
      if (radiosOf(control).length === 2) found.push({ kind: 'choice', control });
    for (const control of shownOf(roots, ['combobox'], false))
      if (safe.nameOf(control) === 'select' && optionsOf(control).length === 2)
        found.push({ kind: 'list', control });
    return ordered(found, roots);
  }

  /** @param {Seen} seen @returns {'on'|'off'|'mixed'|'neither'|null} */
  function stateOf({ kind, control }) {
    if (kind === 'choice' || kind === 'list') return null;
    const faces = ns.read.faces(control);
    const told = faces.flatMap(el => [
      /^(checkbox|radio)$/.test(safe.attr(el, 'type') ?? '') && safe.nameOf(el) === 'input'
        ? el.indeterminate
          ? 'mixed'
          : el.checked
            ? 'on'
            : 'off'
        : null,
      ...['aria-checked', 'aria-pressed'].map(name => STATE[safe.attr(el, name) ?? ''] ?? null),
    ]);
    const raw = ns.read.agree(/** @type {(Raw|null)[]} */ (told));
    return raw === 'on' || raw === 'off' || raw === 'mixed' ? raw : 'neither';
  }
  /** @type {Record<string, Raw>} */
  const STATE = { true: 'on', false: 'off', mixed: 'mixed' };

  /** @param {Seen} seen @returns {{ text: string, chosen: boolean }[] | null} */
  function valuesOf({ kind, control }) {
    if (kind === 'list')
      return optionsOf(control).map(option => ({
        text: plain(option.text),
        chosen: option.selected,
      }));
    if (kind !== 'choice') return null;
    return radiosOf(control).map(radio => ({
      text: plain(dom.namesOf(radio)[0] ?? '').slice(0, NAME),
      chosen:
        safe.nameOf(radio) === 'input'
          ? /** @type {HTMLInputElement} */ (radio).checked
          : safe.attr(radio, 'aria-checked') === 'true',
    }));
  }

  /**
   * The accessible name, or what the row says: the first words in it that are no state.
   * @param {Element} control
   * @returns {{ text: string, from: 'name' | 'row' } | null}
   */
  function nameOf(control) {
    const lang = safe.lang();
    const isState = (/** @type {string} */ value) =>
      ns.lexicon.stateWord(value, [lang, 'en'].filter(Boolean)) !== null;
    for (const el of [control, ...ns.read.faces(control)]) {
      const own = dom
        .namesOf(el)
        .map(plain)
        .find(value => /\p{L}/u.test(value));
      if (own && !isState(own)) return { text: own, from: 'name' };
    }
    const row = dom.rowOf(control);
    const words = stretches
      .runsOf(row, control)
      .filter(run => !run.own && !run.press)
      .map(run => plain(run.parts.join('')));
    const first = words.find(value => /\p{L}/u.test(value) && !isState(value));
    return first ? { text: first, from: 'row' } : null;
  }

  /** The last heading before it. @param {Element} control @param {Root[]} roots */
  function sectionOf(control, roots) {
    const above = roots
      .flatMap(root => safe.all(root, dom.HEADINGS))
      .filter(
        heading =>
          safe.rootOf(heading) === safe.rootOf(control) &&
          safe.position(heading, control) & 4 &&
          !dom.holds(control, heading) &&
          plain(safe.text(heading) ?? '') !== '' &&
          ns.shown.visible(heading),
      );
    return above.at(-1) ?? null;
  }

  /** @param {Seen} seen */
  function refOf(seen) {
    const known = names.get(seen.control);
    if (known) return known;
    const ref = `p${++count}`;
    names.set(seen.control, ref);
    return ref;
  }

  /** @returns {{ controls: Pointed[], more: number, host: string, title: string }} */
  function list() {
    const roots = dom.trees(document);
    const all = find().map(seen => {
      const ref = refOf(seen);
      listed.set(ref, seen);
      const name = nameOf(seen.control);
      const section = sectionOf(seen.control, roots);
      const values = valuesOf(seen);
      const heading = section ? plain(safe.text(section) ?? '').slice(0, NAME) : null;
      const said = [name?.text ?? '', ...(values ?? []).map(one => one.text)];
      const about = said.some(isAbout) ? 2 : heading && isAbout(heading) ? 1 : 0;
      return {
        ref,
        kind: seen.kind,
        name: (name?.text ?? '').slice(0, NAME),
        section: heading,
        state: stateOf(seen),
        values,
        about,
      };
    });
    const first = all.toSorted((a, b) => b.about - a.about);
    return {
      controls: first.slice(0, MOST),
      more: Math.max(0, all.length - MOST),
      host: location.hostname,
      title: plain(document.title).slice(0, NAME),
    };
  }

  /** @param {string} ref @returns {boolean} */
  function show(ref) {
    const seen = listed.get(ref);
    return seen ? ns.reveal.reveal(seen.control) : false;
  }

  globalThis.optoutlogPoint = {
    ROLES,
    list,
    show,
    isAbout,
    seen: ref => listed.get(ref) ?? null,
    nameOf,
    sectionOf,
    valuesOf,
    draft: () => ({ refused: 'gone' }),
  };
})();
