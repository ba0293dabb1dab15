// Is the label at a control the rule's? Words in, meaning out; no DOM (docs/verdict.md,
// question 3).
//
// The polarity belongs to the words that are shown at the control. A hook or a heading finds a
// control; it never says which way it points, unless its own name does, and then only where the
// rule does not speak the page's language.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { text, lexicon, languages } = ns;
  const { joined, letters, goesOn, abuts, likeLabel, saysLabel, turns } = ns.phrases;

  /**
   * @param {Meaning['why']} why
   * @param {string} because
   * @param {Partial<Meaning>} [more]
   * @returns {Meaning}
   */
  const meaning = (why, because, more = {}) => ({
    why,
    because,
    atMost: 'sure',
    locked: false,
    ...more,
  });

  /**
   * Is the label's own run turned or continued?
   * @param {{before: string, after: string}} at
   * @param {string[]} langs
   */
  function runTurns(at, langs) {
    // "No:" before a label is no state of it.
    if (letters(at.before) && lexicon.negates(at.before, langs)) return true;
    if (!letters(at.after) || lexicon.stateWord(at.after, langs)) return false;
    if (at.after.trim().length <= 90 && turns(at.after, langs)) return true;
    return goesOn(at.after) || abuts(at.after);
  }

  /**
   * Words of one area, folded: for asking whether a name says what is shown. @param {Run[]} runs
   */
  const shownText = runs => text.normalise(runs.map(run => joined(run.parts)).join(' '));

  /**
   * Does the accessible name say what is shown? The label with more of the row's own words is the
   * same name; a bare "Toggle" or "On" is none.
   * @param {string[]} names
   * @param {string} label normalised
   * @param {string} shown normalised
   * @param {string[]} langs
   * @param {Speech} speech
   */
  function sameName(names, label, shown, langs, speech) {
    return (
      names.length === 0 ||
      names.some(name => {
        const plain = text.normalise(name);
        if (plain === label || lexicon.neutral(plain) || lexicon.stateWord(plain, langs))
          return true;
        if (saysLabel(name, speech)) return true;
        return (
          plain.includes(label) &&
          plain
            .replace(label, '|')
            .split('|')
            .every(
              rest =>
                !letters(rest) ||
                lexicon.neutral(rest) ||
                !!lexicon.stateWord(rest, langs) ||
                (shown.includes(text.normalise(rest)) &&
                  (!turnsShort(rest, langs) || speech.known(rest))),
            )
        );
      })
    );
  }
  const turnsShort = (/** @type {string} */ value, /** @type {string[]} */ langs) =>
    likeLabel(value) && turns(value, langs);

  /** Is the label the rule's? @param {Words} words @param {Speech} speech @param {Run[]} row
   * @param {Labelled|undefined} found @returns {Meaning} */
  function label(words, speech, row, found) {
    const named = words.names.some(name => saysLabel(name, speech));
    if (!found) return named ? nameAlone(words, speech, row) : otherWords(words, speech, row);
    const langs = [found.at.lang, speech.lang].filter(tag => tag && tag !== '*');
    if (!named && calledOtherwise(words.names, row, found.run, langs))
      return meaning('not-found', 'the control has a label of its own, which is another');
    if (runTurns(found.at, langs))
      return meaning('layout-changed', 'the label goes on or is turned');
    const after = row[row.indexOf(found.run) + 1];
    if (after && !after.press && !after.own && after.parts.length && continues(after, langs))
      return meaning('layout-changed', 'the label goes on');
    const near = words.runs.filter(
      run => run !== found.run && !run.press && run.where !== 'around',
    );
    if (near.some(run => turnsNear(run, langs, speech)))
      return meaning('layout-changed', 'a negation beside the label');
    if (
      near.some(
        run =>
          run.heading && lexicon.ofOthers(joined(run.parts)) && !speech.known(joined(run.parts)),
      )
    )
      return meaning('not-found', 'a heading says that it is the setting of others');
    if (!sameName(words.names, text.normalise(found.at.text), shownText(row), langs, speech))
      return meaning('conflict', 'name and shown words differ');
    const mixedPage = speech.translated && found.at.lang !== '*';
    return meaning('ok', 'the label', { atMost: mixedPage ? 'likely' : 'sure' });
  }

  /**
   * Is the control called by other words, which are shown too? Then the rule's words beside it are
   * not its label.
   * @param {string[]} names
   * @param {Run[]} row
   * @param {Run} label
   * @param {string[]} langs
   */
  function calledOtherwise(names, row, label, langs) {
    return names.some(name => {
      const plain = text.normalise(name);
      return (
        letters(plain) &&
        !lexicon.neutral(plain) &&
        !lexicon.stateWord(plain, langs) &&
        row.some(run => run !== label && text.normalise(joined(run.parts)) === plain)
      );
    });
  }

  /** @param {Run} run @param {string[]} langs */
  function continues(run, langs) {
    const value = joined(run.parts).trim();
    return (
      likeLabel(value) &&
      /\s/.test(value) &&
      goesOn(value) &&
      !lexicon.stateWord(value, langs) &&
      /^\p{Ll}{1,5}\s/u.test(value)
    );
  }

  /** @param {Run} run @param {string[]} langs @param {Speech} speech */
  function turnsNear(run, langs, speech) {
    const value = joined(run.parts);
    // Who decided is another question, and has its own answer.
    if (run.outer || !likeLabel(value) || lexicon.states(value) || speech.known(value))
      return false;
    if (run.where !== 'lead') return turns(value, langs);
    return (
      lexicon.negates(value, langs) ||
      run.parts.some(part => lexicon.negates(part, langs)) ||
      (unfinished(value) && !lexicon.permits(value))
    );
  }

  const UNFINISHED = new RegExp(
    ' (from|in|of|for|to|with|by|following|für|von|vor|pour|de|des|para|per|da|voor|van|för|for|' +
      'från|fra|dla|od|от|из|від)$',
  );
  /**
   * Does the label finish what this begins? Then it must be known what it begins.
   * @param {string} value
   */
  const unfinished = value =>
    /\p{L}\s+\S.*[:：]\s*$/u.test(value) || UNFINISHED.test(text.normalise(value));

  /**
   * The name is the rule's, and nothing shown is.
   * @param {Words} words
   * @param {Speech} speech
   * @param {Run[]} row
   */
  function nameAlone(words, speech, row) {
    const langs = [speech.lang];
    const other = row
      .filter(run => !run.press)
      .map(run => joined(run.parts))
      .filter(
        value => letters(value) && !lexicon.stateWord(value, langs) && !lexicon.neutral(value),
      );
    if (other.length > 0)
      return meaning('conflict', 'the name says one thing, the page shows another');
    const above = words.runs.filter(run => run.where === 'lead' && !run.press);
    if (above.some(run => turnsNear(run, langs, speech)))
      return meaning('conflict', 'a negation above a name that is not shown');
    return meaning('ok', 'the name alone', { atMost: 'likely' });
  }

  /**
   * No word of the rule is there: a hook found it.
   * @param {Words} words
   * @param {Speech} speech
   * @param {Run[]} row
   */
  function otherWords(words, speech, row) {
    const foreign = speech.translated || (speech.lang !== '' && !speech.speaks);
    if (!foreign) return meaning('layout-changed', 'other words in a language of the rule');
    if (!speech.spoken || !lexicon.knows(speech.lang))
      return meaning('not-found', 'a language that the rule does not speak');
    // The row's own words first: what stands before it is asked, too, and is no label.
    const near = ['row', 'lead']
      .flatMap(where => words.runs.filter(run => !run.press && run.where === where))
      .map(run => joined(run.parts))
      .filter(likeLabel);
    const shown = shownText(row);
    if (near.length === 0 || !fits(near[0], speech.lang))
      return meaning('not-found', 'no words in the language of the page');
    if (turnedAgainst([...near, ...words.names], speech))
      return meaning('layout-changed', 'a negation in words that the rule does not know');
    if (
      words.names.some(
        name => letters(name) && !lexicon.neutral(name) && !shown.includes(text.normalise(name)),
      )
    )
      return meaning('conflict', 'name and shown words differ');
    // A refusal can be worded in more ways than any list holds: what permits must say so.
    if (speech.onMeans !== 'opted-out' && !lexicon.permits(near[0]))
      return meaning('not-found', 'no word in it permits anything');
    return meaning('ok', 'a hook that says the direction', { atMost: 'likely' });
  }

  /**
   * Do the words go against the hook? One that says "allow" stands beside words that refuse
   * nothing; one that says "opt out" beside words that refuse once.
   * @param {string[]} values
   * @param {Speech} speech
   */
  function turnedAgainst(values, speech) {
    if (speech.onMeans !== 'opted-out')
      return values.some(value => lexicon.negates(value, [speech.lang, 'en']));
    return (
      lexicon.turnings(values[0], speech.lang) !== 1 ||
      values.slice(1).some(value => lexicon.turnings(value, speech.lang) > 1)
    );
  }

  /** Is it written in the script of this language? @param {string} value @param {string} lang */
  function fits(value, lang) {
    const own = languages.languageOf(lang);
    const scripts = languages.byScript(value);
    return scripts.includes(own) || (!(scripts.length && own !== 'sr') && !LETTERED.includes(own));
  }
  const LETTERED = 'ar fa he hi mr bn gu ta kn th ru uk bg el ko zh ja'.split(' ');

  ns.label = Object.freeze({ meaning, label });
})();
