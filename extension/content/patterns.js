// Lists of words as patterns, and each of them built once. All of them meet normalised text
// (text.js).
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;

  const EDGE = '[\\p{L}\\p{N}\\p{M}_]';
  /**
   * @param {string} list words with | between them; * is an open end
   * @returns {string} source of a pattern
   */
  const grouped = list =>
    `(?<!${EDGE})(?:${splitTop(list)
      .map(word =>
        word.replace(/^\*/, '[\\p{L}\\p{M}]*').replace(/([^\]\\.])\*$/, '$1[\\p{L}\\p{M}]*'),
      )
      .join('|')})(?!${EDGE})`;
  /** @param {string} [words] @param {string} [parts] @returns {RegExp} */
  const pattern = (words, parts) =>
    new RegExp(
      [words && grouped(words), parts && `(?:${parts})`]
        .filter(Boolean)
        .join('|')
        .normalize('NFKC'),
      'u',
    );
  /** @param {string} list @returns {string[]} split at every | that stands in no bracket */
  function splitTop(list) {
    const out = [''];
    let depth = 0;
    for (const sign of list) {
      if (sign === '(' || sign === '[') depth++;
      if (sign === ')' || sign === ']') depth--;
      if (sign === '|' && depth === 0) out.push('');
      else out[out.length - 1] += sign;
    }
    return out;
  }

  /**
   * @type {Map<string, RegExp>} built when first asked for: most pages need two languages of forty
   */
  const made = new Map();
  /** @param {string} name @param {() => RegExp} make */
  function once(name, make) {
    if (!made.has(name)) made.set(name, make());
    return /** @type {RegExp} */ (made.get(name));
  }

  ns.patterns = Object.freeze({ grouped, pattern, once });
})();
