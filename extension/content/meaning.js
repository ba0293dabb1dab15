// What does On mean? Words in, meaning out; no DOM (docs/verdict.md, question 3). words.js gathers
// the words, label.js says whether the label is the rule's; what its row and its section say of the
// state is asked here.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { text, lexicon } = ns;
  const { joined, abuts, find, turns } = ns.phrases;
  const { meaning, label } = ns.label;

  /**
   * @param {Words} words @param {Speech} speech @returns {Meaning}
   */
  function means(words, speech) {
    const row = words.runs.filter(run => run.where === 'row');
    const found = /** @type {Labelled|undefined} */ (
      row.map(run => ({ run, at: find(run, speech) })).find(entry => entry.at)
    );
    const first = label(words, speech, row, found);
    if (first.why !== 'ok') return first;
    const langs = [found?.at?.lang ?? '', speech.lang].filter(tag => tag && tag !== '*');
    const second = said(words, speech, langs, found);
    return second ? { ...second, atMost: first.atMost } : first;
  }

  /**
   * What the row and its section say about the state.
   * @param {Words} words
   * @param {Speech} speech
   * @param {string[]} langs
   * @param {Labelled|undefined} found
   * @returns {Meaning|null}
   */
  function said(words, speech, langs, found) {
    const raw = speech.raw;
    if (raw === 'on' || raw === 'off') {
      const told = new Set(
        words.runs
          .filter(run => run.where !== 'lead' && !run.press && !(run.own && speech.byWords))
          .flatMap(run => stateOf(run, langs, found)),
      );
      if ((told.size === 1 && !told.has(raw)) || apart(words, langs, found, raw))
        return meaning('conflict', 'a word in the row says the opposite');
      if (
        (raw === 'on') === (speech.onMeans === 'training') &&
        words.runs.some(
          run => run.where === 'row' && !run.press && refuses(joined(run.parts), langs, speech),
        )
      )
        return meaning('conflict', 'a short line says that it was refused');
      const offer = speech.byWords && words.names.map(name => lexicon.offers(name)).find(Boolean);
      if (offer && offer === raw)
        return meaning('conflict', 'the name offers what is there already');
    }
    const lines = words.lines
      .filter(line => !speech.known(line))
      .map(line => lexicon.states(line, langs));
    if (lines.includes('void')) return meaning('conflict', 'a line says that it has no effect');
    if (lines.includes('turned') && speech.onMeans === 'training')
      return meaning('conflict', 'the description turns it round');
    if (lines.includes('others'))
      return meaning('ok', 'a line says that somebody else decided', { locked: true });
    if (words.greyed) return meaning('ok', 'drawn as not usable', { locked: true });
    return null;
  }

  /**
   * Two words of state in one area are the captions of the two sides. One that stands by itself,
   * farther out too, says what it says, and so does a line: "Status: off". Only a picture could
   * tell a chip above the control from the caption of its other side: that is not known.
   * @param {Words} words
   * @param {string[]} langs
   * @param {Labelled|undefined} found
   * @param {Raw} raw
   */
  function apart(words, langs, found, raw) {
    /** @type {Map<unknown, Set<string>>} */
    const told = new Map();
    for (const run of words.runs) {
      if (run.where === 'lead' || run.press || run.own) continue;
      const bare = run === found?.run || lexicon.stateWord(joined(run.parts), langs);
      const place = bare ? run.depth : run;
      for (const state of stateOf(run, langs, found))
        told.set(place, (told.get(place) ?? new Set()).add(state));
    }
    return [...told.values()].some(states => states.size === 1 && !states.has(raw));
  }

  /**
   * A whole sentence of a few words that refuses tells what was done, and describes nothing.
   * @param {string} value
   * @param {string[]} langs
   * @param {Speech} speech
   */
  function refuses(value, langs, speech) {
    const plain = text.normalise(value);
    const few = abuts(plain) ? plain.length <= 12 : plain.split(' ').length <= 4;
    return (
      !speech.known(value) &&
      ((few && turns(plain, langs)) ||
        /^your [\w' ]{1,24} (is|are) not (being )?(used|shared)( for (ai )?training)?$/.test(plain))
    );
  }

  /**
   * @param {Run} run
   * @param {string[]} langs
   * @param {Labelled|undefined} found
   * @returns {string[]} on, off
   */
  function stateOf(run, langs, found) {
    const values = found?.run === run ? [found.at.before, found.at.after] : [joined(run.parts)];
    return values
      .map(value =>
        run.where === 'row' && found?.run !== run
          ? lexicon.status(value, langs)
          : lexicon.stateWord(value, langs),
      )
      .filter(state => state !== null);
  }

  ns.meaning = Object.freeze({ means });
})();
