// Texts: normalising and phrases. No DOM.
//
// A rule's strings: key -> language (BCP-47 or *) -> phrases. A phrase is exact text,
// {text, since, until}, {starts, then} or {words, not}. Both sides are normalised, so a translation
// is written once, as the platform shows it.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;

  // Bidi controls, zero-width characters, soft hyphen, byte order mark, tatweel: never part of a
  // meaning.
  const FORMAT =
    /[\uFE00-\uFE0F\u00AD\u0640\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu;
  const ENDS = /^[\p{P}\s]+|[\p{P}\s]+$/gu;
  /** @type {Map<string, string>} */
  const memo = new Map();

  /**
   * NFKC, format characters out, apostrophes, quotes, hyphens and spaces folded, punctuation at the
   * ends dropped, lower case with the four Turkish i's as one.
   * @param {string} text
   * @returns {string}
   */
  function normalise(text) {
    const known = memo.get(text);
    if (known !== undefined) return known;
    const plain = text
      .normalize('NFKC')
      .replace(FORMAT, '')
      .replace(/[‘’‛ʼ`´]/g, "'")
      .replace(/[“”„«»]/g, '"')
      .replace(/[‐‑‒–—−]/g, '-')
      .replace(/\s+/g, ' ')
      .replace(ENDS, '')
      .toLowerCase()
      .replace(/i̇/g, 'i')
      .replace(/ı/g, 'i');
    if (memo.size > 4000) memo.clear();
    if (text.length < 600) memo.set(text, plain);
    return plain;
  }

  /**
   * @param {RuleStrings} strings of a rule @returns {Strings}
   */
  function compile(strings) {
    /** @type {Strings} */
    const keys = new Map();
    for (const [key, languages] of Object.entries(strings)) {
      /** @type {Phrase[]} */
      const list = [];
      for (const [lang, phrases] of Object.entries(languages)) {
        for (const phrase of phrases)
          list.push(
            /** @type {Phrase} */ ({
              lang,
              grade: /** @type {LongEntry} */ (phrase).grade,
              ...compilePhrase(phrase),
            }),
          );
      }
      keys.set(`@${key}`, list);
    }
    // What may follow is told by keys: they are looked up once all are there.
    for (const list of keys.values()) {
      for (const phrase of list)
        phrase.then = phrase.follows.map(next =>
          next.startsWith('@') ? (keys.get(next) ?? []) : next,
        );
    }
    return keys;
  }

  /** @param {StringEntry} phrase @returns {Pick<Phrase, 'kind'|'text'|'words'|'not'|'follows'>} */
  function compilePhrase(phrase) {
    if (typeof phrase === 'string' || phrase.text) {
      return {
        kind: 'exact',
        text: normalise(/** @type {string} */ (/** @type {LongEntry} */ (phrase).text ?? phrase)),
        words: [],
        not: [],
        follows: [],
      };
    }
    if (phrase.starts)
      return {
        kind: 'starts',
        text: normalise(phrase.starts),
        words: [],
        not: [],
        follows: [phrase.then ?? 'nothing'].flat(),
      };
    return {
      kind: 'words',
      text: '',
      words: /** @type {WordsEntry} */ (phrase).words.map(normalise),
      not: (phrase.not ?? []).map(normalise),
      follows: [],
    };
  }

  /** @param {string} a @param {string} b two language tags; '' and * match anything */
  function sameLanguage(a, b) {
    if (!a || !b || a === '*' || b === '*') return true;
    return a.split('-')[0].toLowerCase() === b.split('-')[0].toLowerCase();
  }

  /**
   * Does this text say one of the key's phrases? The page's language is tried first, then every
   * language, because the lang attribute is often wrong.
   * @param {Phrases} list one key's compiled phrases
   * @param {string} text raw
   * @param {string} lang of the page, '' if unknown
   * @param {boolean} [only] this language alone, if the key has it
   * @param {string[]} [units] names that a phrase may end in: a blog, a site
   * @returns {Matched|null} rest: what follows a {starts} phrase,
   *   normalised; loose: the phrase's words were found, whatever stands between them
   */
  function match(list, text, lang, only = false, units = []) {
    const plain = normalise(text);
    if (!plain || !list) return null;
    /** @type {Matched|null} */
    let found = null;
    const known = only && list.some(p => sameLanguage(p.lang, lang));
    for (const phrase of list) {
      if (known && !sameLanguage(phrase.lang, lang)) continue;
      const rest = says(phrase, plain, units);
      if (rest === null) continue;
      const hit = { lang: phrase.lang, rest, grade: phrase.grade, loose: phrase.kind === 'words' };
      if (sameLanguage(phrase.lang, lang)) return hit;
      found ??= hit;
    }
    return found;
  }

  /** @param {Phrase} phrase @param {string} plain @param {string[]} units
   * @returns {string|null} the rest, or null if it does not say it */
  function says(phrase, plain, units) {
    if (phrase.kind === 'exact') return plain === phrase.text ? '' : null;
    if (phrase.kind === 'starts') {
      const goes = plain.slice(phrase.text.length);
      // A word that only begins like the phrase's last one is another word.
      if (!plain.startsWith(phrase.text) || !/^($|[^\p{L}\p{N}\p{M}])/u.test(goes)) return null;
      const rest = normalise(goes);
      return mayFollow(phrase, rest, units) ? rest : null;
    }
    const all = phrase.words.every(word => plain.includes(word));
    return all && !phrase.not.some(word => plain.includes(word)) ? '' : null;
  }

  /**
   * Only what a rule names may follow its phrase: other words may mean anything ("... for
   * advertising").
   * @param {Phrase} phrase
   * @param {string} rest normalised
   * @param {string[]} units
   */
  function mayFollow(phrase, rest, units) {
    return phrase.then.some(next => {
      if (next === 'sentence') return true;
      if (next === 'unit') return isUnit(rest, units);
      return (
        rest === '' ||
        (typeof next !== 'string' && next.some(word => word.kind === 'exact' && word.text === rest))
      );
    });
  }

  /** The unit that the page is about, or its host; any host only where the page names no unit.
   * @param {string} rest @param {string[]} units */
  function isUnit(rest, units) {
    const name = rest
      .replace(/^[@"']|["']$/g, '')
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, '');
    const host = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(name);
    if (units.length === 0) return host;
    return (
      name !== '' &&
      units.some(
        unit => normalise(unit) === name || (host && name.split('.')[0] === normalise(unit)),
      )
    );
  }

  /**
   * Does a long text contain one of the phrases?
   * @param {Phrases} list
   * @param {string} plain normalised
   */
  function within(list, plain) {
    return !!list?.some(phrase =>
      phrase.kind === 'words' ? says(phrase, plain, []) !== null : containsWord(plain, phrase.text),
    );
  }

  /**
   * Whole words where the script has spaces: "on" is not in "once".
   * @param {string} plain
   * @param {string} text
   */
  function containsWord(plain, text) {
    const edge = /[\p{L}\p{N}]/u;
    const spaced = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u.test(text);
    for (let at = plain.indexOf(text); at >= 0; at = plain.indexOf(text, at + 1)) {
      const before = plain[at - 1] ?? ' ';
      const after = plain[at + text.length] ?? ' ';
      if (!spaced || (!edge.test(before) && !edge.test(after))) return true;
    }
    return false;
  }

  /**
   * Does the key have phrases of this language?
   * @param {Phrases} list
   * @param {string|undefined} lang
   */
  function speaks(list, lang) {
    return !!lang && !!list?.some(phrase => phrase.lang !== '*' && sameLanguage(phrase.lang, lang));
  }

  ns.text = Object.freeze({ normalise, compile, match, within, speaks, sameLanguage });
})();
