// Makes a sample of the page in front (docs/samples.md): by a click in the popup, once. Reads only.
(() => {
  const ns = globalThis.OptOutLog;
  const sample = globalThis.optoutlogSample;
  if (!ns?.read || !sample?.build || !sample.textsOf || sample.make) return;
  const { build, textsOf } = sample;
  const { safe, dom, shown, survey, written } = ns;

  const DIALOG = 'dialog,[role=dialog],[role=alertdialog],[aria-modal=true]';
  const ROLES = ['switch', 'checkbox', 'menuitemcheckbox', 'combobox', 'button'];

  /** Two-sided controls that are shown, as content/point/list.js lists them; the rule's first.
   * @param {SampleTexts} texts */
  function controls(texts) {
    const roots = dom.trees(document);
    const plain = survey.survey(roots, ROLES, false);
    const radios = survey.survey(roots, ['radio', 'radiogroup'], true);
    const all = [plain, radios].flatMap(found =>
      [...new Set(found.canon.values())].slice(0, 1000).filter(el => found.isShown(el)),
    );
    const found = all.filter(el => isTwoSided(el) && !written.written(el)).slice(0, 300);
    const rank = (/** @type {Element} */ el) => {
      const said = [...dom.namesOf(el), ...dom.textsOf(dom.rowOf(el))];
      if (said.some(texts.isKnown)) return 3;
      return globalThis.optoutlogPoint?.isAbout(said.join(' ')) ? 2 : 1;
    };
    const ranks = new Map(found.map(el => [el, rank(el)]));
    return found.toSorted((a, b) => (ranks.get(b) ?? 0) - (ranks.get(a) ?? 0));
  }

  /** @param {Element} el */
  const isTwoSided = el =>
    safe.nameOf(el) !== 'button' && safe.attr(el, 'role') !== 'button'
      ? true
      : safe.has(el, 'aria-pressed');

  /** The dialog or main part first; then, where that holds too much, less and less around the
   * control. @type {SampleParts['regions']} */
  function regions(texts) {
    const found = controls(texts);
    const front = shown.inFront();
    const first = found.find(el => !front || dom.holds(front, el)) ?? null;
    const dialog = first
      ? dom.around(first, DIALOG)
      : (front ??
        safe
          .all(document, DIALOG)
          .filter(el => shown.seen(el))
          .at(-1) ??
        null);
    const main =
      (first && dom.around(first, 'main,[role=main]')) ??
      safe.all(document, 'main,[role=main]').find(el => shown.seen(el)) ??
      null;
    const whole = dialog ?? main ?? safe.body(document);
    /** @type {Element[]} */
    const parts = [];
    for (let el = first && dom.rowOf(first); el && el !== whole; el = dom.up(el)) parts.unshift(el);
    const heads = safe
      .all(document, `${dom.HEADINGS},[role=tab]`)
      .slice(0, 500)
      .filter(el => !dom.holds(whole, el) && texts.isKnown(safe.text(el) ?? '') && shown.seen(el));
    return { regions: [whole, ...parts].filter(el => el !== null), heads: heads.slice(0, 12) };
  }

  /** @type {SampleParts['make']} */
  function make(known) {
    const lang = safe.lang();
    const langs = [lang, 'en'].filter(Boolean);
    const { regions: wide, heads } = regions(textsOf(known, langs));
    for (const region of wide) {
      const texts = textsOf(known, langs);
      const above = heads.flatMap(el => build(el, texts) ?? []);
      const tree = build(region, texts);
      if (!tree) continue;
      if (tree.length === 0 || texts.list.length === 0) return { refused: 'empty' };
      const dir = [safe.top(document), safe.body(document)]
        .map(el => el && safe.attr(el, 'dir'))
        .find(Boolean);
      return {
        tree: [...above, ...tree],
        texts: texts.list,
        lang: /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/.test(lang) ? lang : null,
        dir: dir === 'rtl' ? 'rtl' : null,
      };
    }
    return { refused: 'large' };
  }

  Object.assign(sample, { regions, make });
  Object.freeze(sample);
})();
