// What lasts of a control from look to look: one state for each control, unit and account of a
// document, and what each look changes in it.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe, text, changes } = ns;

  /**
   * @param {string|null} account
   * @param {string|null} unit
   * @param {State|undefined} from the state whose place it takes
   * @returns {State}
   */
  const fresh = (account, unit, from) => ({
    account,
    unit,
    reads: 0,
    since: performance.now(),
    key: '',
    pulse: '',
    element: /** @type {Element|null} */ (null),
    raw: '',
    touch: null,
    alone: false,
    flippedAt: -Infinity,
    blockedAt: -Infinity,
    seenAt: Infinity,
    told: false,
    toldAt: 0,
    toldChange: false,
    last: null,
    alerts: null,
    statuses: null,
    spoke: false,
    trouble: false,
    words: null,
    from: from?.element
      ? {
          element: from.element,
          look: from.look,
          raw: from.raw,
          at: performance.now(),
          by: 'nothing',
        }
      : null,
    look: '',
  });

  /**
   * The state of a control; another account or unit under it is another control.
   * @param {Session} s
   * @param {string} slot
   * @param {string|null} account
   * @param {string|null} unit
   */
  function stateOf(s, slot, account, unit) {
    const st = s.controls.get(slot);
    // A name that comes after a reading was told without one may be another account's.
    const other =
      st &&
      ((account !== null && account !== st.account && (st.account !== null || st.told)) ||
        unit !== st.unit);
    if (st && !other) {
      st.account = account ?? st.account;
      return st;
    }
    const next = fresh(account, unit, st);
    const key = (/** @type {State} */ one) => JSON.stringify([slot, one.account, one.unit]);
    if (st) s.past.set(key(st), st);
    // What a person changed before they went to another one and came back: the app may draw its own
    // draft.
    const before = s.past.get(key(next));
    if (before?.touch || before?.alone)
      Object.assign(next, { touch: before.touch, alone: before.alone });
    s.controls.set(slot, next);
    return next;
  }

  /**
   * What was there at this look: equal to the last one, or changed and by whom.
   * @param {Session} s
   * @param {State} st
   * @param {Looked} facts
   * @param {number} now
   * @param {boolean} blocked
   */
  function note(s, st, facts, now, blocked) {
    const key = JSON.stringify([
      facts.signature,
      facts.signedOut,
      facts.notOffered,
      facts.hits,
      facts.raw,
      facts.disabled,
      facts.lockedText,
      st.account,
      st.unit,
    ]);
    if (key !== st.key) Object.assign(st, { key, reads: 0, since: now });
    if (blocked) st.blockedAt = now;
    st.reads++;
    if ((facts.raw === 'on' || facts.raw === 'off') && facts.raw !== st.raw) {
      const first = st.raw === '';
      Object.assign(st, { raw: facts.raw, flippedAt: now });
      if (!first) flipped(s, st, now);
    }
    if (facts.element && st.seenAt === Infinity) st.seenAt = now;
    const row = facts.element && dom.rowOf(facts.element);
    Object.assign(st, {
      element: facts.element ?? st.element,
      pulse: facts.element && ns.read.pulse(facts.element),
      look: facts.element
        ? `${ns.read.pulse(facts.element)} ` +
          `${text.normalise((safe.text(/** @type {Element} */ (row)) ?? '').slice(0, 600))}`
        : st.look,
    });
    if (st.from && facts.element) renew(s, st, st.from, facts.element, now);
  }

  /**
   * Is it the other account's, or unit's, by now? Another state is; what was drawn anew once
   * something that was asked for since had come may be.
   * @param {Session} s
   * @param {State} st
   * @param {NonNullable<State['from']>} from
   * @param {Element} element
   * @param {number} now
   */
  function renew(s, st, from, element, now) {
    if (st.raw !== '' && st.raw !== from.raw) Object.assign(st, { from: null, since: now });
    else if (from.element !== element || from.look !== st.look) {
      const by = from.by === 'answer' || s.requests.answeredSince(from.at) ? 'answer' : 'redraw';
      Object.assign(st, { from: { ...from, element, look: st.look, by }, since: now });
    }
  }

  /** @param {Session} s @param {State} st @param {number} now */
  function flipped(s, st, now) {
    const { touch } = st;
    // One input is one change; what follows it without another is the page's own.
    if (touch && touch.acted > touch.flipped && now - touch.acted < touch.span) {
      Object.assign(touch, { flipped: now, moved: true, jumped: false });
      st.alone = false;
    } else if (touch?.moved || st.told) {
      if (touch) touch.jumped = true;
      if (st.told && st.raw !== st.last?.raw) st.alone = true;
    } else if (s.inputAt > st.seenAt && now - s.inputAt < changes.ELSEWHERE_MS) {
      // "Turn everything off" elsewhere on the page may do it, and keep it for itself
      st.alone = true;
    } else if (inFrame(st)) {
      st.alone = true;
    }
  }

  /**
   * What a person does in a frame is not heard, and its requests are not seen.
   * @param {State} st
   */
  const inFrame = st => st.element !== null && safe.owner(st.element) !== document;

  ns.state = Object.freeze({ stateOf, note, inFrame });
})();
