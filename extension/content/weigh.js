// One control on one page, at one look: the facts of place, control, meaning and kept, and the
// verdict from them.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { safe, page: pages, conditions, decide, senses, trouble, account: accounts } = ns;
  const { stateOf, note } = ns.state;
  const { keptOf } = ns.evidence;

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
      mended: page.id.startsWith('own-'),
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
    // the page has failed.
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

  /** @param {RuleControl} entry @param {Page} page @returns {string|null} */
  function unitOf(entry, page) {
    for (const pattern of page.patterns) {
      const found = pattern.exec(location.href);
      const unit =
        found &&
        [found.pathname, found.hostname, found.search, found.hash]
          .map(part => part.groups.unit)
          .find(Boolean);
      if (unit) return accounts.decoded(unit).slice(0, 100);
    }
    return entry.unit?.named ?? conditions.shown(entry.unit?.shown);
  }

  ns.weigh = Object.freeze({ weigh });
})();
