// What one look at the page shares: the rule's strings, the page's language, and what is asked of
// both again and again.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe, text, words, conditions } = ns;

  /**
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
      says: (list, texts) => says(here, list, texts),
      saysState: (list, value) => saysState(here, list, value),
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
      labelRests: value => labelRests(here, value),
      decoy: control =>
        decoyKeys.length > 0 &&
        dom
          .namesOf(control)
          .some(name => decoyKeys.some(key => text.match(strings.get(key), name, lang))),
      body: () => (cache.body ??= conditions.wordsOf(safe.body(document))),
    });
    return here;
  }

  /** @param {Here} here @param {Phrases} list @param {string[]} texts @returns {Said|null} */
  function says(here, list, texts) {
    for (const value of texts) {
      const found = text.match(list, value, here.lang, false, here.units);
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
  }

  /**
   * State words are short and mean other things elsewhere: only the label's language or the page's
   * may say them.
   * @param {Here} here
   * @param {Phrases} list
   * @param {string} value
   */
  function saysState(here, list, value) {
    const langs = /** @type {string[]} */ (
      [here.matched?.lang, here.lang].filter(tag => text.speaks(list, tag))
    );
    return langs.length
      ? langs.some(tag => text.match(list, value, tag, true))
      : !!text.match(list, value, '');
  }

  /** @param {Here} here @param {string} value @returns {string[]} */
  function labelRests(here, value) {
    const plain = text.normalise(value);
    return here.labelKeys
      .flatMap(key => here.strings.get(key) ?? [])
      .filter(
        phrase => phrase.text && plain.startsWith(phrase.text) && plain.length > phrase.text.length,
      )
      .map(phrase => plain.slice(phrase.text.length));
  }

  ns.here = Object.freeze({ context });
})();
