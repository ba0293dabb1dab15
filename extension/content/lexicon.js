// What words of languages that are no platform's say: what turns a label round, what a switch says
// beside itself, what says that somebody else decided. A few questions about a text; no DOM. The
// words are in lexicon-turns.js, lexicon-states.js and lexicon-lines.js.
//
// Better one word too many than one too few: a hit only ever makes a verdict unknown.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { text } = ns;
  const { TURNS, ANYWHERE } = ns.lexiconTurns;
  const TOLD = ns.lexiconStates;
  const { STATES, OFFERS, NEUTRAL } = TOLD;
  const LINES = ns.lexiconLines;
  const { grouped, pattern, once } = ns.patterns;
  const { languageOf, languagesOf, byScript } = ns.languages;

  /**
   * Does this text negate or refuse something?
   * @param {string} value
   * @param {string[]} langs of the page and of the label
   * @param {boolean} [broad] ask every language: for words of which nobody knows what they say
   */
  const negates = (value, langs, broad = false) =>
    turnsAt(text.normalise(value), langs, broad) < Infinity;

  /**
   * Where does the first word stand that turns it?
   * @param {string} plain
   * @param {string[]} langs
   * @param {boolean} [broad]
   */
  function turnsAt(plain, langs, broad = false) {
    const asked = broad
      ? Object.keys(TURNS)
      : [...new Set([...languagesOf(langs), ...byScript(plain)])];
    const found = [
      once('anywhere', () => pattern(ANYWHERE)),
      ...asked.map(lang =>
        once(`turn ${lang}`, () => pattern(TURNS[lang].words, TURNS[lang].parts)),
      ),
    ]
      .map(one => plain.search(one))
      .filter(at => at >= 0);
    return Math.min(...found);
  }

  /** We use, is used, to let: what comes after it only limits it. */
  const STRAIGHT = new RegExp(
    '\\b(we|us|to|may|can|will|is|are|be) (also |still )?' +
      '(us|shar|train|allow|let|collect)(e|es|ed|s)?\\b',
  );

  /** Does a sentence say that On refuses? @param {string} value @param {string[]} langs */
  function turned(value, langs) {
    return value
      .slice(0, 2000)
      .split(/[.!?;。！？]+(?:\s|$)|[。！？]/)
      .map(one => one && text.normalise(one))
      .some(plain => {
        if (!plain || plain.length > 200 || /\bor off\b/.test(plain)) return false;
        const at = turnsAt(plain, langs);
        if (
          at === Infinity ||
          !(
            once('on if', () => new RegExp(LINES.ON_IF, 'u')).test(plain) ||
            once('offer on', () => pattern(OFFERS.on, OFFERS.onParts)).test(plain) ||
            whenOn(plain, langs)
          )
        )
          return false;
        const straight = plain.search(STRAIGHT);
        return straight < 0 || straight > at;
      });
  }

  /**
   * "If it is activated", "activated: ", in these languages.
   * @param {string} plain
   * @param {string[]} langs
   */
  function whenOn(plain, langs) {
    const when = once('conditional', () =>
      pattern(LINES.CONDITIONAL, LINES.CONDITIONAL_PARTS),
    ).test(plain);
    const words = languagesOf(langs).flatMap(lang => STATES[lang][0].split('|'));
    return words.some(
      word =>
        (when && word.length > 3 && ` ${plain}`.includes(` ${word}`)) ||
        (plain.startsWith(word) && /^ ?[:,-]/.test(plain.slice(word.length))),
    );
  }

  /** Does it permit something, by a word of it, and protect from nothing? @param {string} value */
  function permits(value) {
    const plain = text.normalise(value);
    return (
      once('permits', () => pattern(LINES.PERMITS, LINES.PERMIT_PARTS)).test(plain) &&
      !once('guards', () => pattern(LINES.GUARDS, LINES.GUARD_PARTS)).test(plain)
    );
  }

  /** Does a heading say that the settings are those of others? @param {string} value */
  const ofOthers = value =>
    once('scope', () => pattern(LINES.SCOPE, LINES.SCOPE_PARTS)).test(text.normalise(value));

  /** How it stands, and for whom or until when. */
  const STATUS = new RegExp(
    "^(?:(?:it|this|this setting|training)(?:'s| is) )?" +
      '(?:(?:currently|now|temporarily|already|always|still) )*(?:turned |switched )?(on|off)' +
      '(?= (?:for|in|at|until|right now|now)\\b|$)',
  );

  /**
   * Does a short line say how it stands: "Currently off for your region", "Status: off"?
   * @param {string} value
   * @param {string[]} langs
   * @returns {'on'|'off'|null}
   */
  function status(value, langs) {
    const plain = text.normalise(value);
    const whole = stateWord(plain, langs);
    if (whole || plain.length > 60) return whole;
    const [lead, told, ...more] = plain.split(':');
    if (told && more.length === 0 && leadsToState(lead)) return stateWord(told, langs);
    if (/[:=]| or /.test(plain)) return null;
    return /** @type {'on'|'off'|null} */ (STATUS.exec(plain)?.[1] ?? null);
  }

  /** "Status", "Current setting", and no default. @param {string} plain */
  const leadsToState = plain =>
    plain.split(' ').length <= 3 &&
    once('status', () => pattern(TOLD.STATUS, TOLD.STATUS_PARTS)).test(plain) &&
    !once('no status', () => pattern(TOLD.NO_STATUS, TOLD.NO_STATUS_PARTS)).test(plain);

  /**
   * How many words of one language turn this text? Two may cancel each other.
   * @param {string} value
   * @param {string} lang
   */
  function turnings(value, lang) {
    const key = languageOf(lang);
    if (!key) return 0;
    return (
      text
        .normalise(value)
        .match(
          once(
            `turns ${key}`,
            () =>
              new RegExp(
                pattern(
                  `${TURNS[key].words ? `${TURNS[key].words}|` : ''}${ANYWHERE}`,
                  TURNS[key].parts,
                ).source,
                'gu',
              ),
          ),
        )?.length ?? 0
    );
  }

  /**
   * Is this whole text a word of a state?
   * @param {string} value
   * @param {string[]} langs
   * @returns {'on'|'off'|null}
   */
  function stateWord(value, langs) {
    const plain = text.normalise(value);
    if (!plain || plain.length > 24) return null;
    for (const lang of new Set([...langs.map(tag => languageOf(tag)), 'en', ...byScript(plain)])) {
      const both = STATES[lang]?.map(list =>
        list.split('|').some(word => text.normalise(word) === plain),
      );
      if (both?.[0] !== both?.[1]) return both?.[0] ? 'on' : 'off';
    }
    return null;
  }

  /**
   * Which state does a name offer to bring about?
   * @param {string} value
   * @returns {'on'|'off'|null}
   */
  function offers(value) {
    const plain = text.normalise(value);
    const off = once('offer off', () => pattern(OFFERS.off, OFFERS.offParts)).test(plain);
    const on = once('offer on', () => pattern(OFFERS.on, OFFERS.onParts)).test(plain);
    return off === on ? null : off ? 'off' : 'on';
  }

  /** The text without the verb of the offer. @param {string} value */
  const withoutOffer = value =>
    text.normalise(value).replace(
      once(
        'offers',
        () =>
          new RegExp(
            `${grouped(OFFERS.off)}|${grouped(OFFERS.on)}|${OFFERS.offParts}|${OFFERS.onParts}`,
            'gu',
          ),
      ),
      ' ',
    );

  /** Words that name nothing: "Toggle", "Switch setting". @param {string} value */
  function neutral(value) {
    const rest = text.normalise(value).replace(
      once('neutral', () => new RegExp(grouped(NEUTRAL), 'gu')),
      ' ',
    );
    return !/[\p{L}]/u.test(rest);
  }

  /**
   * Does this line say that somebody else decided (`others`), or that the switches here have no
   * effect (`void`), or that On means opted out (`turned`)?
   * @param {string} value one line
   * @param {string[]} [langs]
   * @returns {'others'|'void'|'turned'|null}
   */
  function states(value, langs = ['en']) {
    const plain = text.normalise(value);
    if (turned(value, langs)) return 'turned';
    if (plain.length < 4 || plain.length > 200) return null;
    if (once('void', () => pattern(LINES.VOID, LINES.VOID_PARTS)).test(plain)) return 'void';
    if (once('conditional', () => pattern(LINES.CONDITIONAL, LINES.CONDITIONAL_PARTS)).test(plain))
      return null;
    const both = (
      /** @type {readonly string[][]} */ list,
      /** @type {string} */ name,
      /** @type {(list: string) => RegExp} */ make,
    ) =>
      list.some(
        ([who, does], at) =>
          once(`${name} who ${at}`, () => make(who)).test(plain) &&
          once(`${name} does ${at}`, () => make(does)).test(plain),
      );
    if (once('others', () => new RegExp(LINES.OTHERS_EN, 'u')).test(plain)) return 'others';
    return both(LINES.OTHERS, 'word', list => pattern(list)) ||
      both(LINES.OTHER_PARTS, 'part', list => pattern(undefined, list))
      ? 'others'
      : null;
  }

  /** Can negations of this language be told? @param {string} lang */
  const knows = lang => languageOf(lang) !== '';

  ns.lexicon = Object.freeze({
    TURNS,
    STATES,
    negates,
    turnings,
    stateWord,
    offers,
    withoutOffer,
    neutral,
    states,
    status,
    permits,
    ofOthers,
    knows,
  });
})();
