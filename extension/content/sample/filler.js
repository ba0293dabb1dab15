// Filler for texts: as long, word for word, and without any letter of what was there. The words of
// the rule pass as the rule itself writes them, so that nothing of the page's own writing does.
(() => {
  const ns = globalThis.OptOutLog;
  const sample = globalThis.optoutlogSample;
  if (!ns?.read || !sample?.isTechnical || sample.textsOf) return;
  const { isTechnical } = sample;
  const { text, lexicon } = ns;

  /** A longer text is cut: labels are read up to here. */
  const LONGEST = 400;
  /** @type {[RegExp, string][]} a letter of each script that stands for all of it */
  const LETTERS = [
    [/\p{Script=Han}/u, '字'],
    [/[\p{Script=Hiragana}\p{Script=Katakana}ー]/u, 'か'],
    [/\p{Script=Arabic}/u, 'س'],
    [/\p{Script=Hebrew}/u, 'ס'],
    [/\p{Script=Hangul}/u, '가'],
    [/\p{Script=Cyrillic}/u, 'ж'],
    [/\p{Script=Greek}/u, 'ξ'],
    [/\p{Script=Devanagari}/u, 'क'],
    [/\p{Script=Thai}/u, 'ก'],
  ];
  const KEPT = /[\s.,:;!?()'"…、。：（）「」？！،؟-]/u;

  /** No controls, marks of direction, invisible characters; one blank is enough.
   * @param {string} value */
  const clean = value =>
    value
      .slice(0, 4 * LONGEST)
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
      .replace(/[\p{C}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim()
      .slice(0, LONGEST)
      .replace(/\p{Cs}/gu, '');

  /** @param {string} letter */
  function standIn(letter) {
    if (KEPT.test(letter)) return /\s/u.test(letter) ? ' ' : letter;
    if (/\p{M}/u.test(letter)) return '';
    if (/\p{N}/u.test(letter)) return '0';
    const its = LETTERS.find(([script]) => script.test(letter));
    const stands = its?.[1] ?? 'x';
    return /\p{Lu}/u.test(letter) ? stands.toUpperCase() : stands;
  }

  /** @param {string} value */
  const fillerOf = value => [...value].map(standIn).join('');

  /**
   * Where a text begins with one of the rule's: that, and filler. A unit's name becomes the one
   * that test pages have in their address.
   * @param {string} value
   * @param {SampleKnown['starts']} starts
   */
  function begun(value, starts) {
    const plain = text.normalise(value);
    const start = starts.find(({ text: one }) => {
      const wanted = text.normalise(one);
      return plain.startsWith(wanted) && isApart(plain.slice(wanted.length));
    });
    if (!start) return null;
    const wanted = text.normalise(start.text);
    for (let at = 1; at <= value.length; at++) {
      const rest = value.slice(at);
      if (text.normalise(value.slice(0, at)) === wanted && isApart(rest))
        return clean(start.text) + (start.unit && /^ \S+$/.test(rest) ? ' sample' : fillerOf(rest));
    }
    return null;
  }
  /** @param {string} rest */
  const isApart = rest => !/^[\p{L}\p{N}\p{M}]/u.test(rest);

  /**
   * Collects the texts of one sample: each once.
   * @param {SampleKnown} known
   * @param {string[]} langs of the page
   * @returns {SampleTexts}
   */
  function textsOf(known, langs) {
    const phrases = new Map(known.texts.map(one => [text.normalise(one), clean(one)]));
    phrases.delete('');
    const hooks = new Set(known.hooks.map(([attr, value]) => `${attr}=${value}`));
    const elements = new Set(known.elements);
    /** @type {SampleText[]} */
    const list = [];
    /** @type {Map<string, number>} */
    const places = new Map();
    /** @type {Map<string, string>} */
    const names = new Map();

    /** @param {SampleText} one */
    function add(one) {
      const key = JSON.stringify([one.kind, one.text, one.kept, one.filler]);
      const at = places.get(key) ?? list.push(one) - 1;
      places.set(key, at);
      list[at].near ||= one.near;
      return at;
    }

    /** @param {string} value @param {string} prefix */
    function renamed(value, prefix) {
      const key = `${prefix} ${value}`;
      const name = names.get(key) ?? `${prefix}${names.size + 1}`;
      names.set(key, name);
      return name;
    }

    return {
      list,
      isKnown: value => phrases.has(text.normalise(value)),
      has: (attr, value) => hooks.has(`${attr}=${value}`),
      text(value, { near, whole }) {
        const plain = clean(value);
        const phrase = phrases.get(text.normalise(plain));
        const state = near && plain.length <= 20 && lexicon.stateWord(plain, langs) !== null;
        if (phrase !== undefined || whole || state)
          return add({
            kind: 'text',
            text: phrase ?? plain,
            filler: fillerOf(plain),
            kept: true,
            near,
          });
        const filler = begun(plain, known.starts) ?? fillerOf(plain);
        return add({ kind: 'text', text: plain, filler, kept: false, near });
      },
      hook(value, near) {
        if (isTechnical(value)) return value;
        const name = renamed(value, 'id');
        // what somebody wrote for tests may be worth more than any class: the person may keep it
        if (!/^[a-z][a-z_-]{2,59}$/i.test(value)) return name;
        return add({ kind: 'hook', text: value, filler: name, kept: false, near });
      },
      element: name => (elements.has(name) || isTechnical(name) ? name : renamed(name, 'x-el')),
    };
  }

  Object.assign(sample, { clean, fillerOf, textsOf });
})();
