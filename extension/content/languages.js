// Languages of the lexicon: which one a tag names, and which ones a script alone tells.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { TURNS } = ns.lexiconTurns;

  const ALIAS = Object.freeze({
    no: 'nb',
    nn: 'nb',
    tl: 'fil',
    iw: 'he',
    in: 'id',
    bs: 'hr',
    sl: 'hr',
  });

  /** @param {string} tag BCP-47 @returns {string} key of the tables, '' if they do not have it */
  function languageOf(tag) {
    const primary = (tag ?? '').split('-')[0].toLowerCase();
    const known = /** @type {Record<string, string>} */ (ALIAS)[primary] ?? primary;
    return known in TURNS ? known : '';
  }

  /** @param {string[]} tags @returns {string[]} without doubles and unknown ones */
  const languagesOf = tags => [...new Set(tags.map(languageOf).filter(Boolean))];

  const SCRIPTS = Object.freeze(
    /** @type {[RegExp, string[]][]} */ (
      Object.entries({
        'Hiragana}\\p{sc=Katakana': 'ja',
        Han: 'zh ja',
        Hangul: 'ko',
        Thai: 'th',
        Arabic: 'ar fa',
        Hebrew: 'he',
        Cyrillic: 'ru uk bg',
        Greek: 'el',
        Devanagari: 'hi mr',
        Bengali: 'bn',
        Gujarati: 'gu',
        Tamil: 'ta',
        Kannada: 'kn',
      }).map(([name, langs]) => [new RegExp(`[\\p{sc=${name}}]`, 'u'), langs.split(' ')])
    ),
  );
  /**
   * Scripts that one language alone negates in may be asked on every page: they cannot hit by
   * accident.
   * @param {string} plain
   */
  function byScript(plain) {
    return SCRIPTS.filter(([script]) => script.test(plain)).flatMap(([, langs]) => langs);
  }

  ns.languages = Object.freeze({ languageOf, languagesOf, byScript });
})();
