// One look at all controls of the page: what is decided of each, and in which order it is told.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { decide, here: looks, account: accounts } = ns;
  const { weigh } = ns.weigh;
  const { say, kindOf } = ns.say;

  /** @param {Session} s @param {Time} time @returns {boolean} is something awaited */
  function lookAll(s, time) {
    const here = looks.context(s.strings, s.rule.decoys);
    const account = accounts.read(s.rule);
    let open = false;
    /** @type {Map<string, Decided>} */
    const verdicts = new Map();
    // pages of which some control is there, by its own name or hook
    const present = (s.present = new Set());
    for (const id of new Set((s.rule.controls ?? []).map(c => c.id))) {
      const entries = /** @type {RuleControl[]} */ (
        (s.rule.controls ?? []).filter(c => c.id === id && !c.combine)
      );
      const list = entries.flatMap(entry =>
        s.here
          .filter(p => [entry.page].flat().includes(p.id))
          .map(p => weigh(s, entry, p, here, account, time)),
      );
      if (list.length === 0) continue;
      for (const weighed of list)
        if (
          weighed.facts.hits.some(hit => hit.ids.length > 0 && /^(role|testid|attr)$/.test(hit.by))
        )
          present.add(weighed.page.id);
      const verdict = decide.choose(list);
      verdicts.set(id, {
        verdict,
        from:
          list.find(w => w.there) ?? list.find(w => verdict && w.verdict === verdict) ?? list[0],
      });
    }
    for (const control of (s.rule.controls ?? []).filter(c => c.combine)) {
      const parts = /** @type {Decided[]} */ ((control.combine ?? []).map(id => verdicts.get(id)));
      if (parts.every(Boolean))
        verdicts.set(control.id, {
          verdict: decide.combine(parts.map(p => p.verdict)),
          from: parts[0].from,
          entry: control,
        });
    }
    s.decided = verdicts;
    const denies = (/** @type {[string, Decided]} */ [, { verdict }]) =>
      Number(verdict?.training === 'denied'); // said last: what allows decides at once
    for (const [id, { verdict, from, entry }] of [...verdicts].sort(
      (a, b) => denies(a) - denies(b),
    )) {
      if (verdict === null) open = withdraw(s, id);
      else if (!(entry ?? from.entry).part)
        say(s, id, verdict, from, verdict.training === 'denied' && awaited(s, from.page, verdicts));
      if (
        verdict?.why === 'unsettled' ||
        verdict?.why === 'layout-changed' ||
        verdict?.why === 'other-page'
      )
        open = true;
    }
    for (const watched of s.forms) open = watched.look(here) || open;
    return open;
  }

  /**
   * Not decided (any more): another account came, or the control was drawn anew. What was said of
   * it does not stand.
   * @param {Session} s
   * @param {string} id
   */
  function withdraw(s, id) {
    const before = s.saids.get(id);
    if (before?.heard) {
      s.saids.set(id, { heard: '', href: '' });
      s.send({ type: 'settling', v: 1, platform: s.rule.id });
      forgetSaid(s);
    }
    return true;
  }

  /**
   * The background forgets what was said: all of it is said again, also where it is the same.
   * @param {Session} s
   */
  function forgetSaid(s) {
    for (const said of s.saids.values()) said.href = '';
  }

  /**
   * "Not allowed" takes all switches of a page: is there another one whose first verdict is still
   * to come?
   * @param {Session} s
   * @param {Page} page
   * @param {Map<string, Decided>} verdicts
   */
  function awaited(s, page, verdicts) {
    return [...verdicts].some(
      ([id, { verdict, from }]) =>
        verdict === null &&
        from.page === page &&
        !from.entry.part &&
        kindOf(s, from) !== 'not-training' &&
        s.saids.get(id)?.href !== s.href,
    );
  }

  /**
   * The app shows another address by now: what was last seen of a change.
   * @param {Session} s
   * @param {Weighed|null|undefined} weighed
   */
  function sayNow(s, weighed) {
    if (!weighed) return;
    const { facts, st, entry } = weighed;
    /** @type {Kept} */
    const kept = { how: 'changed', atMost: 'likely', why: '', again: 'touched', stay: false };
    const verdict = decide.decide({
      ...facts,
      granted: true,
      misses: 0,
      locked: facts.disabled,
      blocked: false,
      reads: 2,
      held: Infinity,
      needReads: 2,
      needHeld: 0,
      timedOut: true,
      waitedOut: true,
      onMeans: entry.onMeans,
      proves: entry.proves,
      unitLost: entry.unit?.needed === true && st.unit === null,
      before: null,
      grade: entry.grade ?? s.rule.grade,
      kept,
    });
    if (verdict?.how === 'changed') say(s, entry.id, verdict, weighed, false);
  }

  ns.verdicts = Object.freeze({ lookAll, forgetSaid, sayNow });
})();
