// The rule's phrases in the texts at a control: where one stands, and how such a text goes on.
// Words in, no DOM.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { text, lexicon } = ns;

  const joined = (/** @type {string[]} */ parts) => parts.join('');
  const letters = (/** @type {string} */ value) => /\p{L}/u.test(value);
  /**
   * Lower case goes on with a sentence; a capital, a digit or a bracket begins something of its
   * own.
   * @param {string} value
   */
  const goesOn = value => /^[\s\p{Pd}:,;]*\p{Ll}/u.test(value.normalize('NFC'));
  /**
   * Scripts without spaces: what stands next to a phrase without one belongs to it.
   * @param {string} value
   */
  const abuts = value => /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(value);
  /** A label is short and no sentence. @param {string} value */
  function likeLabel(value) {
    const plain = value.trim();
    return (
      letters(plain) &&
      plain.length <= 90 &&
      plain.split(/\s+/).length <= 12 &&
      !/[\p{L}\p{N})][.。!?…]+["'”’»]?$/u.test(plain)
    );
  }

  /**
   * Where in a run does a phrase stand? The whole run first, then every stretch of its text nodes.
   * @param {Stretch} run @param {Speech} speech @returns {Label|null}
   */
  function find(run, speech) {
    const parts = run.parts.slice(0, 14);
    for (let length = parts.length; length > 0; length--) {
      for (let from = 0; from + length <= parts.length; from++) {
        const value = joined(parts.slice(from, from + length));
        if (value.length > 400) continue;
        const hit = saysLabel(value, speech);
        if (!hit || (hit.loose && length < run.parts.length)) continue;
        return {
          lang: hit.lang,
          text: value,
          before: joined(run.parts.slice(0, from)),
          after: joined(run.parts.slice(from + length)),
        };
      }
    }
    return null;
  }

  /** @param {string} value @param {Speech} speech @returns {{lang: string, loose: boolean}|null} */
  function saysLabel(value, speech) {
    for (const list of speech.labels) {
      const hit = text.match(list, value, speech.lang, false, speech.units);
      // Words that may stand apart leave room between them for a "not"; what the name offers to do
      // is none.
      if (
        hit &&
        !(hit.loose && lexicon.negates(lexicon.withoutOffer(value), [hit.lang, speech.lang]))
      )
        return { lang: hit.lang, loose: hit.loose };
    }
    return null;
  }

  /** @param {string} value @param {string[]} langs */
  const turns = (value, langs) =>
    letters(value) && !lexicon.stateWord(value, langs) && lexicon.negates(value, langs);

  ns.phrases = Object.freeze({ joined, letters, goesOn, abuts, likeLabel, find, saysLabel, turns });
})();
