// What speaks for a state being stored, and what against it: the facts of kept.js for one control
// at one look (docs/verdict.md, "Kept").
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, text, kept, lines, senses, changes, buttons } = ns;
  const { inFrame } = ns.state;

  /** What was asked for so long before the settings came may have been their values. */
  const JUST_BEFORE_MS = 15_000;
  /** A document that nobody saw for so long tells what was stored then (ms). */
  const LONG_HIDDEN_MS = 10_000;
  /** A row follows its dialog, and a control the answer that was given, within this (ms). */
  const LATE_MS = 3000;

  /** By what a swapped control was renewed -> how far that goes (kept.js). */
  const RENEWED = Object.freeze(
    /** @type {const} */ ({ nothing: 'no', redraw: 'perhaps', answer: 'likely' }),
  );

  /**
   * Is there a text in the control's region that was not there when it came? It may say that what
   * is drawn is a default.
   * @param {State} st
   * @param {DoubtContext} of
   */
  function isNews(st, { isState }) {
    if (!st.words || !st.element) return false;
    const region = senses.regionOf(st.element);
    return lines
      .news(st.words)
      .some(
        ([value, el]) =>
          !isState(value) &&
          dom.holds(region, el) &&
          !dom.holds(dom.rowOf(/** @type {Element} */ (st.element)), el) &&
          dom.visible(el),
      );
  }

  /**
   * @param {Session} s
   * @param {State} st
   * @param {RuleControl} entry
   * @param {Page} page
   * @param {Looked} facts
   * @param {{blocked: boolean, held: number, now: number}} at
   * @returns {Kept|null}
   */
  function keptOf(s, st, entry, page, facts, { blocked, held, now }) {
    const { touch } = st;
    const { birth } = s;
    // What was on its way when the reading was made, and failed, may have been to bring another
    // value.
    if (
      st.told &&
      touch === null &&
      (s.requests.refusedAcross(st.toldAt) ||
        st.trouble ||
        (st.spoke && s.requests.across(st.toldAt)))
    )
      st.alone = true;
    const moved = !!touch?.moved && (st.raw !== touch.before || st.toldChange);
    const others = otherPlaces(s, entry, st);
    // It asked something and was answered, or its Save was pressed, and yet it did not change.
    const acted =
      touch !== null &&
      !moved &&
      Math.max(touch.answered, touch.pressed) > touch.flipped &&
      now - touch.at > LATE_MS;
    const stray = !moved && others.some(one => one.changed && one.other);
    const of = doubtContext(s, entry, facts);
    const ripe =
      st.element !== null &&
      touch === null &&
      !st.told &&
      !blocked &&
      now - Math.max(st.since, st.blockedAt) >= kept.STEADY_MS;
    if (st.words === null && facts.element && touch === null) st.words = lines.words();
    const posted = facts.element === null ? 'no' : senses.posted(facts.element);
    return kept.kept({
      touched: touch !== null,
      moved,
      alone: st.alone,
      told: st.told,
      held,
      acted: acted && others.every(one => one.moved),
      stray: stray && (held > LATE_MS || 'perhaps'),
      blocked: blocked || (ripe && lines.troubled(/** @type {Element} */ (st.element))),
      restored: isRestored(s, st, entry, facts),
      posted: posted === 'yes',
      doubt: moved ? changes.doubt(/** @type {Touched} */ (st), of) : '',
      old: Date.now() - birth.fetched > senses.OLD_MS,
      doubtful:
        isLate(birth) ||
        s.hidden > LONG_HIDDEN_MS ||
        posted === 'perhaps' ||
        (st.alerts?.size ?? 0) > 0 ||
        st.spoke ||
        s.requests.refusedSince(s.began - JUST_BEFORE_MS) ||
        inFrame(st) ||
        (ripe && isNews(st, of)),
      renewed: st.from === null ? 'yes' : RENEWED[st.from.by],
      steady: now - Math.max(st.since, st.blockedAt),
      hold: s.leaving ? 0 : (page.settle?.holdMs ?? 2000) - 20,
      quiet: now - s.requests.last(),
      slowest: s.requests.slowest(),
    });
  }

  /** Shown, or seen by us, later than it was fetched. @param {Birth} birth */
  const isLate = ({ early, late }) => early > 2000 || late;

  /** @param {Session} s @param {State} st @param {RuleControl} entry @param {Looked} facts */
  const isRestored = (s, st, entry, facts) =>
    s.restored ||
    s.birth.restored ||
    !s.birth.witnessed ||
    s.birth.early > senses.EARLY_MS ||
    (facts.element !== null && senses.maybeRestored(facts.element)) ||
    (st.touch === null && (facts.dirty || undone(s, entry, facts)));

  /**
   * The same control in other places: a row, and the dialog that it opens. moved: a person turned
   * it there; changed: and it stayed so; other: it says the opposite of this one.
   * @param {Session} s
   * @param {RuleControl} entry
   * @param {State} st
   */
  function otherPlaces(s, entry, st) {
    const rules = s.rule.controls ?? [];
    return [...s.controls].flatMap(([slot, one]) => {
      const rule = rules[Number(slot.split(' ').at(-1))];
      if (one === st || rule?.id !== entry.id) return [];
      const moved = !!one.touch?.moved;
      return [
        {
          moved,
          changed: moved && one.raw !== one.touch?.before,
          other: (one.raw === st.raw) !== (rule.onMeans === entry.onMeans),
        },
      ];
    });
  }

  /**
   * Where the Save is known to sleep until something was changed: an awake one tells of a change
   * that the app has kept for itself.
   * @param {Session} s
   * @param {RuleControl} entry
   * @param {Looked} facts
   */
  const undone = (s, entry, facts) =>
    facts.element !== null &&
    entry.save?.clean === 'disabled' &&
    buttons.awake(facts.element, s.strings.get(entry.save.button)).length > 0;

  /** @param {Session} s @param {RuleControl} entry @param {Looked} facts @returns {DoubtContext} */
  function doubtContext(s, entry, facts) {
    // its own name may change with its state
    const own = (entry.locate ?? []).flatMap(locator => [locator.name, locator.text]);
    const keys = /** @type {Key[]} */ (
      [...own, ...(entry.read ?? []).flatMap(reader => [reader.on, reader.off].flat())].filter(
        key => typeof key === 'string' && key.startsWith('@'),
      )
    );
    return {
      saveKey: entry.save && s.strings.get(entry.save.button),
      requests: s.requests,
      isState: value =>
        value === facts.label || keys.some(key => text.match(s.strings.get(key), value, '')),
    };
  }

  ns.evidence = Object.freeze({ keptOf });
})();
