// Texts: normalising and phrases. No DOM.
//
// A rule's strings: key -> language (BCP-47 or *) -> phrases. A phrase is exact text, {text, since, until}, {starts} or
// {words, not}. Both sides are normalised, so a translation is written once, as the platform shows it.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;

  // Bidi controls, zero-width characters, soft hyphen, byte order mark, tatweel: never part of a meaning.
  const FORMAT = /[\uFE00-\uFE0F\u00AD\u0640\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu;
  const ENDS = /^[\p{P}\s]+|[\p{P}\s]+$/gu;
  /** @type {Map<string, string>} */
  const memo = new Map();

  /**
   * NFKC, format characters out, apostrophes, quotes, hyphens and spaces folded, punctuation at the ends dropped,
   * lower case with the four Turkish i's as one. @param {string} text @returns {string}
   */
  function normalise(text) {
    const known = memo.get(text);
    if (known !== undefined) return known;
    const plain = text.normalize('NFKC').replace(FORMAT, '')
      .replace(/[‘’‛ʼ`´]/g, "'").replace(/[“”„«»]/g, '"').replace(/[‐‑‒–—−]/g, '-')
      .replace(/\s+/g, ' ').replace(ENDS, '')
      .toLowerCase().replace(/i̇/g, 'i').replace(/ı/g, 'i');
    if (memo.size > 4000) memo.clear();
    if (text.length < 600) memo.set(text, plain);
    return plain;
  }

  /**
   * @param {Record<string, Record<string, any[]>>} strings of a rule
   * @returns {Map<string, {lang: string, kind: 'exact'|'starts'|'words', text: string, words: string[], not: string[], grade?: string}[]>}
   */
  function compile(strings) {
    const keys = new Map();
    for (const [key, languages] of Object.entries(strings)) {
      const list = [];
      for (const [lang, phrases] of Object.entries(languages)) {
        for (const phrase of phrases) list.push({ lang, grade: phrase.grade, ...compilePhrase(phrase) });
      }
      keys.set(`@${key}`, list);
    }
    return keys;
  }

  /** @param {any} phrase */
  function compilePhrase(phrase) {
    if (typeof phrase === 'string' || phrase.text) {
      return { kind: 'exact', text: normalise(phrase.text ?? phrase), words: [], not: [] };
    }
    if (phrase.starts) return { kind: 'starts', text: normalise(phrase.starts), words: [], not: [] };
    return { kind: 'words', text: '', words: phrase.words.map(normalise), not: (phrase.not ?? []).map(normalise) };
  }

  /** @param {string} a @param {string} b two language tags; '' and * match anything */
  function sameLanguage(a, b) {
    if (!a || !b || a === '*' || b === '*') return true;
    return a.split('-')[0].toLowerCase() === b.split('-')[0].toLowerCase();
  }

  /**
   * Does this text say one of the key's phrases? The page's language is tried first, then every language, because the
   * lang attribute is often wrong. @param {any} list one key's compiled phrases @param {string} text raw
   * @param {string} lang of the page, '' if unknown @param {boolean} [only] this language alone, if the key has it
   * @returns {{lang: string, rest: string, grade?: string}|null} rest: what follows a {starts} phrase, normalised
   */
  function match(list, text, lang, only = false) {
    const plain = normalise(text);
    if (!plain || !list) return null;
    let found = null;
    const known = only && list.some((p) => sameLanguage(p.lang, lang));
    for (const phrase of list) {
      if (known && !sameLanguage(phrase.lang, lang)) continue;
      const rest = says(phrase, plain);
      if (rest === null) continue;
      const hit = { lang: phrase.lang, rest, grade: phrase.grade };
      if (sameLanguage(phrase.lang, lang)) return hit;
      found ??= hit;
    }
    return found;
  }

  /** @param {any} phrase @param {string} plain @returns {string|null} the rest, or null if it does not say it */
  function says(phrase, plain) {
    if (phrase.kind === 'exact') return plain === phrase.text ? '' : null;
    if (phrase.kind === 'starts') return plain.startsWith(phrase.text) ? normalise(plain.slice(phrase.text.length)) : null;
    const all = phrase.words.every((word) => plain.includes(word));
    return all && !phrase.not.some((word) => plain.includes(word)) ? '' : null;
  }

  /** Does a long text contain one of the phrases? @param {any} list @param {string} plain normalised */
  function within(list, plain) {
    return !!list?.some((phrase) =>
      phrase.kind === 'words' ? says(phrase, plain) !== null : containsWord(plain, phrase.text));
  }

  /** Whole words where the script has spaces: "on" is not in "once". @param {string} plain @param {string} text */
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

  /** Does the key have phrases of this language? @param {any} list @param {string} lang */
  function speaks(list, lang) {
    return !!lang && !!list?.some((phrase) => phrase.lang !== '*' && sameLanguage(phrase.lang, lang));
  }

  ns.text = Object.freeze({ normalise, compile, match, within, speaks, sameLanguage });
})();
