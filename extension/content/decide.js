// The decision table (no DOM). Rows are tried from the top; the first that holds decides. `null`
// means: not yet, read again. Never inverted, never guessed: what no row covers is unknown.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;

  /** A page gets so long to draw its control in use (ms). */
  const TIME_MS = 8000;

  /** Locator kind -> evidence class. order: the n-th box of a marked container, a witness only. */
  const CLASS = Object.freeze({
    role: 'name',
    label: 'row',
    section: 'row',
    testid: 'hook',
    attr: 'hook',
    order: 'order',
    css: 'css',
  });

  /** Which control do all locators agree on? @param {Hit[]} hits
   * @returns {{control: number|null, ambiguous: boolean, classes: Set<Witness>}} */
  function pick(hits) {
    /** @type {Set<Witness>} */
    const classes = new Set();
    /** @type {Set<number>} */
    const picked = new Set();
    let ambiguous = false;
    for (const { by, class: kind, ids } of hits) {
      if (ids.length > 1) {
        // A section or a free selector that holds several is void; a name or a hook that does is
        // ambiguous.
        if (by !== 'section' && by !== 'css' && by !== 'order') ambiguous = true;
        continue;
      }
      if (ids.length === 0) continue;
      picked.add(ids[0]);
      classes.add(kind ?? CLASS[/** @type {keyof typeof CLASS} */ (by)]);
    }
    if (picked.size > 1) ambiguous = true;
    return { control: picked.size === 1 ? [...picked][0] : null, ambiguous, classes };
  }

  /**
   * How sure may a verdict be?
   * @param {Set<Witness>} classes
   * @param {boolean} langKnown
   * @returns {Sure}
   */
  function sureness(classes, langKnown) {
    const name = classes.has('name');
    const hook = classes.has('hook');
    const others =
      Number(classes.has('row') || classes.has('alone')) + Number(classes.has('order'));
    if (hook && !name && others === 0 && !langKnown) return 'likely'; // row 11
    if (Number(name) + Number(hook) + others >= 2) return 'sure'; // row 10
    if (name || hook || classes.has('alone')) return 'likely'; // row 12
    return 'none'; // row 13
  }

  /** @param {Why} why @param {number} row @param {string} [raw] @returns {Verdict} */
  const unknown = (why, row, raw = 'none') => ({
    training: 'unknown',
    why,
    sure: 'none',
    row,
    raw,
  });

  /**
   * The weakest of place, control, meaning and kept decides (docs/verdict.md).
   * @param {Facts} facts @returns {Verdict|null} null: not yet, look again
   */
  function decide(facts) {
    const settled = facts.reads >= facts.needReads && facts.held >= facts.needHeld;
    /** A doubtful page gets more time than a clear one: lag and late parts end by themselves. */
    const patient = facts.timedOut || (settled && facts.held >= 1500);
    if (!facts.granted) return unknown('no-access', 1);
    if (facts.signedOut) return patient ? unknown('signed-out', 2) : null;
    // Rests on something that is not there: what is late must have had its time.
    if (facts.notOffered) return facts.timedOut ? unknown('not-offered', 3) : null;
    if (!facts.signature || facts.place === 'none') {
      if (!facts.timedOut) return null;
      return unknown(facts.misses >= 2 ? 'layout-changed' : 'other-page', 4);
    }
    const { control, ambiguous, classes } = pick(facts.hits);
    if (ambiguous) return patient ? unknown('ambiguous', 6) : null;
    if (control === null || (classes.size === 1 && classes.has('css'))) {
      // Words that the browser put there are none of the platform's: that says nothing against the
      // rule.
      return facts.timedOut ? unknown(facts.translated ? 'not-found' : 'layout-changed', 5) : null;
    }
    if (!settled) return facts.waitedOut ? unknown('unsettled', 7) : null;
    return read(
      facts,
      classes,
      facts.waitedOut || (facts.held >= ns.kept.STEADY_MS && !facts.blocked),
    );
  }

  /**
   * Rows 8 to 13: meaning, then kept.
   * @param {Facts} facts
   * @param {Set<Witness>} classes
   * @param {boolean} patient
   * @returns {Verdict|null}
   */
  function read(facts, classes, patient) {
    const { kept } = facts;
    if (kept?.stay && stands(facts)) return facts.before;
    if (kept?.stay)
      return patient ? { ...unknown('unsettled', 7.3, facts.raw), again: 'touched' } : null;
    if (kept?.why) return { ...unknown(kept.why, 7.1, facts.raw), again: kept.again };
    if (facts.raw === 'mixed') return patient ? unknown('mixed', 8, 'mixed') : null;
    // What is disabled may be loading: it gets its whole time.
    if (facts.locked)
      return (facts.lockedText ? patient : facts.timedOut && facts.held >= TIME_MS)
        ? unknown('locked', 8.1, facts.raw)
        : null;
    if (facts.raw !== 'on' && facts.raw !== 'off')
      return patient ? unknown('conflict', 9, facts.raw) : null;
    const meant = facts.meant ?? { why: 'ok', atMost: 'sure' };
    if (meant.why !== 'ok') return patient ? unknown(meant.why, 9.1, facts.raw) : null;
    if (kept === null) return facts.waitedOut ? unknown('unsettled', 7.2, facts.raw) : null;
    const full = sureness(classes, facts.langKnown);
    if (full === 'none') return facts.timedOut ? unknown('not-found', 13) : null;
    // a reported label is never more than probable
    const likely = facts.grade === 'C' || meant.atMost === 'likely' || kept.atMost === 'likely';
    const sure = likely ? 'likely' : full;
    // Which team's switch is this? Without an answer two teams would be logged as one that changes
    // its mind.
    if (facts.unitLost) return patient ? unknown('ambiguous', 6.1, facts.raw) : null;
    if (facts.onMeans === 'other')
      // nothing about training
      return { ...unknown('ok', 10.1, facts.raw), how: kept.how, again: kept.again };
    /** @type {Training} */
    const training = (facts.raw === 'on') === (facts.onMeans === 'training') ? 'allowed' : 'denied';
    if (facts.proves && facts.proves !== training) return unknown('mixed', 8.3, facts.raw);
    const row = sure === 'sure' ? 10 : classes.has('hook') && !facts.langKnown ? 11 : 12;
    return {
      training,
      why: /** @type {const} */ ('ok'),
      sure,
      row,
      raw: facts.raw,
      how: kept.how,
      again: kept.again,
    };
  }

  /**
   * Does the page still say what was read of it: the same state, under words that mean the same?
   * @param {Facts} facts
   */
  const stands = ({ before, raw, meant }) =>
    before === null ||
    before.how !== 'loaded' ||
    (before.raw === raw && (meant === null || meant.why === 'ok'));

  /**
   * Several controls that only together mean something (note.com).
   * @param {(Verdict|null)[]} all their verdicts
   * @returns {Verdict|null}
   */
  function combine(all) {
    const parts = all.filter(part => part !== null);
    if (parts.length < all.length) return null;
    const raw = parts.map(part => part.raw).join('+');
    const lost = parts.find(part => part.training === 'unknown');
    if (lost) return unknown(lost.why, lost.row, raw);
    const sure = parts.every(part => part.sure === 'sure') ? 'sure' : 'likely';
    const training = parts.every(part => part.training === 'denied') ? 'denied' : 'allowed';
    const how = parts.some(part => part.how === 'changed') ? 'changed' : 'loaded';
    return {
      training,
      why: /** @type {const} */ ('ok'),
      sure,
      row: 10,
      raw,
      how,
      again: parts.find(part => part.again)?.again ?? null,
    };
  }

  /** A rule that says so did not find its control: what the user pointed at may be it. */
  const LOST = new Set(['layout-changed', 'not-found', 'ambiguous', 'other-page']);

  /**
   * Alternatives of one control (two pages, two generations of a label): the one that is there
   * decides.
   * @param {Alternative[]} list @returns {Verdict|null}
   */
  function choose(list) {
    const rule = list.filter(entry => !entry.mended);
    if (rule.length === list.length || rule.length === 0) return chosen(list);
    const verdict = chosen(rule);
    const mine = chosen(list.filter(entry => entry.mended));
    if (verdict === null) return rule.some(entry => entry.there) ? null : mine;
    return verdict.training === 'unknown' && LOST.has(verdict.why) ? mine : verdict;
  }

  /** @param {Alternative[]} list @returns {Verdict|null} */
  function chosen(list) {
    const there = list.filter(entry => entry.there);
    if (there.length > 1)
      return there.some(entry => entry.verdict === null) ? null : unknown('ambiguous', 6);
    if (there.length === 1) return there[0].verdict;
    if (list.some(entry => entry.verdict === null)) return null;
    // Two pages may share an address: the one that was recognised speaks.
    return (list.find(entry => entry.verdict?.why !== 'other-page') ?? list[0]).verdict;
  }

  ns.decide = Object.freeze({ CLASS, pick, sureness, decide, combine, choose });
})();
