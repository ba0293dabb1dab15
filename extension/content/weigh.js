// One control on one page, at one look: the facts of place, control, meaning and kept, and the
// verdict from them. What lasts from look to look is the control's state (`st`): one for each
// control, unit and account of a document.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe, text, page: pages, decide, kept, lines, senses, changes, trouble } = ns;

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

  /** @param {Session} s @param {RuleControl} entry @param {Page} page @param {Here} here
   * @param {Account} account @param {Time} time @returns {Weighed} */
  function weigh(s, entry, page, here, account, time) {
    const unit = unitOf(entry, page);
    const slot = `${entry.id} ${page.id} ${s.rule.controls?.indexOf(entry)}`;
    const st = stateOf(s, slot, account.name, unit);
    const facts = pages.look(entry, page, here);
    const now = performance.now();
    const blocked = isBlocked(s, st, facts);
    const locked = (facts.disabled && !blocked && entry.disabled !== 'state') || facts.lockedText;
    note(s, st, facts, now, blocked);
    const waitsForName = account.expected && st.account === null && !time.out;
    const held = now - st.since;
    const waitedOut =
      time.long && now - Math.max(st.flippedAt, st.touch?.at ?? -Infinity) >= time.limit;
    const verdict = decide.decide({
      ...facts,
      granted: true,
      misses: s.env.misses ?? 0,
      locked,
      blocked,
      reads: st.reads,
      held,
      needReads: s.leaving ? 1 : (page.settle?.reads ?? 2),
      needHeld: s.leaving ? 0 : (page.settle?.gapMs ?? 300),
      timedOut: time.out,
      waitedOut,
      onMeans: entry.onMeans,
      proves: entry.proves,
      unitLost: entry.unit?.needed === true && unit === null,
      before: st.last,
      grade: facts.labelGrade === 'C' ? 'C' : (entry.grade ?? s.rule.grade),
      kept: keptOf(s, st, entry, page, facts, { blocked, held, now }),
    });
    const awaited = waitsForName && verdict?.training !== 'unknown' ? null : verdict;
    // What is drawn cannot be newer than the moment since which it has been drawn so.
    if (awaited?.how === 'loaded' && awaited !== st.last)
      Object.assign(st, {
        told: true,
        toldAt: now,
        spoke: false,
        last: awaited,
        drawnAt: Date.now() - held,
      });
    const weighed = {
      verdict: awaited,
      there: facts.there,
      facts,
      st,
      entry,
      page,
      unit: st.unit,
      route: location.pathname,
    };
    st.weighed = st.touch?.moved && awaited === null ? weighed : null;
    return weighed;
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
   * Does something stand in the way of a reading as loaded?
   * @param {Session} s
   * @param {State} st
   * @param {Looked} facts
   */
  function isBlocked(s, st, facts) {
    if (
      safe.visibilityState(document) === 'hidden' ||
      !navigator.onLine ||
      safe.readyState(document) !== 'complete'
    )
      return true;
    if (!facts.element) return false;
    const alerts = senses.alerts();
    const statuses = senses.statuses(facts.element);
    const before = (st.alerts ??= alerts);
    const status = (st.statuses ??= statuses);
    // it was always there, as an alert may be
    if (status === statuses && senses.statuses(facts.element, true).size > 0) st.spoke = true;
    // An alert that was there at the first look may be about the very setting where a request of
    // the
    // page has failed.
    if (before.size > 0 && s.requests.failedSince(0)) return true;
    const isNew = (/** @type {string} */ words) => !before.has(words) && !status.has(words);
    const said = [...alerts, ...statuses];
    if (said.some(words => trouble.isTrouble(words) && (!st.told || isNew(words))))
      st.trouble = true;
    // What was said and is gone again was said all the same.
    const speaks = said.some(isNew);
    if (speaks) st.spoke = true;
    if (st.trouble || speaks) return true;
    return (
      facts.behind === true ||
      facts.busy ||
      safe.attr(facts.element, 'aria-invalid') === 'true' ||
      senses.busy(facts.element) ||
      senses.question(facts.element) !== null
    );
  }

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
        birth.early > 2000 ||
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

  /** @param {Session} s @param {State} st @param {RuleControl} entry @param {Looked} facts */
  const isRestored = (s, st, entry, facts) =>
    s.restored ||
    s.birth.restored ||
    !s.birth.witnessed ||
    s.birth.early > senses.EARLY_MS ||
    (facts.element !== null && senses.maybeRestored(facts.element)) ||
    (st.touch === null && (facts.dirty || undone(s, entry, facts)));

  /**
   * What a person does in a frame is not heard, and its requests are not seen.
   * @param {State} st
   */
  const inFrame = st => st.element !== null && safe.owner(st.element) !== document;

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
    ns.buttons.waiting(facts.element, s.strings.get(entry.save.button));

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

  /** @param {RuleControl} entry @param {Page} page @returns {string|null} */
  function unitOf(entry, page) {
    for (const pattern of page.patterns) {
      const found = pattern.exec(location.href);
      const unit =
        found &&
        [found.pathname, found.hostname, found.search, found.hash]
          .map(part => part.groups.unit)
          .find(Boolean);
      if (unit) return decoded(unit).slice(0, 100);
    }
    return pages.shown(entry.unit?.shown);
  }

  /** @param {string} part of an address, which may hold a bad % */
  function decoded(part) {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  }

  ns.weigh = Object.freeze({ weigh });
})();
