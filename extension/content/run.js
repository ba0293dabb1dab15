// The run on one settings page: look, decide, say it once, and keep an eye on it while it is shown.
// No observer: a switch's state is a property that no observer sees, and a few cheap looks cost
// less than every change of a large page.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const {
    text,
    page: pages,
    decide,
    form,
    senses,
    changes,
    weigh: { weigh },
    say: { say, kindOf },
  } = ns;

  /** A page gets so long to show its control (ms), */
  const TIMEOUT_MS = 8000;
  /** and so long to become quiet; a doubtful page is looked at further on all the same. */
  const LONG_MS = 20_000;
  /** Between two looks a state that flips back and forth is glimpsed so often. */
  const PULSE_MS = 120;

  /** @type {Session} what runs; meaningless while nothing does */
  let session = /** @type {Session} */ (/** @type {unknown} */ (null));
  /**
   * The last session of this document: a stop forgets nothing of what was touched.
   * @type {Session|null}
   */
  let memory = null;

  /**
   * @param {Rule} rule the platform's rule
   * @param {RunOptions} [env]
   */
  function start(rule, env = {}) {
    if (
      session &&
      session.href === location.href &&
      session.rule.id === rule.id &&
      session.rule.rev === rule.rev
    )
      return;
    stop();
    const before = memory?.rule.id === rule.id ? memory : null;
    const compiled = rule.pages.map(entry => ({
      ...entry,
      patterns: entry.url.map(p => new URLPattern(p)),
    }));
    session = /** @type {Session} */ ({
      rule,
      env,
      compiled,
      strings: text.compile(rule.strings),
      gone: new AbortController(),
      timer: 0,
      send: env.send ?? send,
      trusted: env.trusted ?? (event => event.isTrusted),
      cost: { attempts: 0, ms: 0 },
      costs: [0],
      birth: senses.birth(),
      requests: ns.requests.requests(),
      restored: before?.restored ?? false,
      root: ns.safe.top(document),
      // What was touched stays touched: the document is the same.
      controls: before?.controls ?? new Map(),
      saids: before?.saids ?? new Map(),
      spoke: before?.spoke ?? false,
      touchedAt: before?.touchedAt ?? -Infinity,
      clickedAt: -Infinity,
      inputAt: before?.inputAt ?? -Infinity,
      hidden: before?.hidden ?? 0,
      hiddenAt: 0,
      past: before?.past ?? new Map(),
      early: [],
      failed: 0,
      leaving: false,
      href: '',
      visit: '',
      here: [],
      forms: [],
      began: 0,
      open: true,
      present: new Set(),
    });
    listen();
    arrive();
  }

  function stop() {
    if (!session) return;
    clearTimeout(session.timer);
    session.gone.abort();
    session.requests.stop();
    if (globalThis.optoutlogBoot) globalThis.optoutlogBoot.ear = null;
    memory = session;
    session = /** @type {Session} */ (/** @type {unknown} */ (null));
  }

  /** A new address within this document, or the first. */
  function arrive() {
    const s = session;
    clearTimeout(s.timer);
    s.href = location.href;
    s.visit = uuid();
    s.here = s.compiled.filter(entry => entry.patterns.some(p => p.test(location.href)));
    if (s.here.length === 0) return stop();
    s.forms = (s.rule.forms ?? [])
      .filter(f => s.here.some(p => [f.page].flat().includes(p.id)))
      .map(f => form.watch(f, s));
    forgetSaid(s);
    if (s.spoke) s.send({ type: 'settling', v: 1, platform: s.rule.id });
    begin();
  }

  /** Looks begin anew. */
  function begin() {
    const s = session;
    clearTimeout(s.timer);
    Object.assign(s, { began: performance.now(), open: true });
    const idle = globalThis.requestIdleCallback ?? (run => setTimeout(run, 0));
    idle(
      () => {
        if (session === s) attempt();
      },
      { timeout: 500 },
    );
  }

  const uuid = () => globalThis.crypto?.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;

  /**
   * The background forgets what was said: all of it is said again, also where it is the same.
   * @param {Session} s
   */
  function forgetSaid(s) {
    for (const said of s.saids.values()) said.href = '';
  }

  /** @param {Session} s ms until the next whole look */
  function gap(s) {
    const now = performance.now();
    const passed = now - s.began;
    const touched = now - s.touchedAt;
    const hurry = touched < 15_000 || now - s.clickedAt < 5000;
    // a dialog that may come with a click
    if (!hurry && passed > 30_000 && !isThere(s)) return Infinity;
    const plain = hurry
      ? 400
      : s.open
        ? passed < 3000
          ? 300
          : passed < 30_000
            ? 600
            : 3000
        : touched < 90_000
          ? 1000
          : 5000;
    // The cheapest of the last looks is what one costs: the others were kept waiting for a busy
    // machine. And what is awaited does not wait for that either, or a plain page is read after a
    // minute.
    const costly = 15 * Math.min(...s.costs);
    return Math.max(plain, s.open ? Math.min(costly, 2000) : costly);
  }

  /** @param {Session} s is a control of the page there */
  const isThere = s =>
    s.forms.length > 0 || [...s.controls.values()].some(st => st.element?.isConnected);

  function next() {
    const s = session;
    clearTimeout(s.timer);
    if (ns.safe.visibilityState(document) === 'hidden') return;
    const ms = gap(s);
    if (ms === Infinity) return;
    const at = performance.now() + ms;
    const wait = () => {
      const left = at - performance.now();
      const step = s.open || performance.now() - s.touchedAt < 15_000 ? PULSE_MS : 500;
      s.timer = setTimeout(
        () => {
          if (session !== s) return;
          if (left > step && !glimpse(s)) wait();
          else attempt();
        },
        Math.max(20, Math.min(step, left)),
      );
    };
    wait();
  }

  /** Did a control that is watched change since the last look? @param {Session} s */
  function glimpse(s) {
    let changed = false;
    for (const st of s.controls.values()) {
      if (!st.element) continue;
      if (!st.element.isConnected) {
        if (st.pulse !== null) changed = true;
        continue;
      }
      if (ns.read.pulse(st.element) === st.pulse) continue;
      // back and forth between two looks is no steady state
      Object.assign(st, { key: '', since: performance.now() });
      changed = true;
    }
    return changed && !s.open;
  }

  function attempt() {
    const s = session;
    const t0 = performance.now();
    if (ns.safe.top(document) !== s.root) {
      s.root = ns.safe.top(document);
      globalThis.optoutlogBoot?.listen();
      listen();
    }
    const passed = t0 - s.began;
    const limit = Math.max(...s.here.map(p => p.settle?.timeoutMs ?? TIMEOUT_MS));
    const complete = ns.safe.readyState(document) === 'complete' || passed > 30_000;
    try {
      s.open = lookAll(s, {
        out: complete && passed >= limit,
        long: complete && passed >= Math.max(LONG_MS, limit),
        limit: LONG_MS,
      });
      s.failed = 0;
      hearEarly(s);
    } catch (error) {
      // What a page has in it must not end the run; the next look may be able to read it.
      s.failed++;
      if (s.failed === 1) console.debug('optoutlog', error);
    }
    const cost = performance.now() - t0;
    s.costs = [...s.costs.slice(-3), cost];
    s.cost.attempts++;
    s.cost.ms += cost;
    if (!alive()) return stop();
    if (session === s) next();
  }

  /** @param {Session} s @param {Time} time @returns {boolean} is something awaited */
  function lookAll(s, time) {
    const here = ns.here.context(s.strings, s.rule.decoys);
    const account = ns.account?.read
      ? ns.account.read(s.rule, here)
      : { name: ns.conditions.shown(s.rule.account), expected: !!s.rule.account };
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

  function listen() {
    const s = session;
    const options = { capture: true, passive: true, signal: s.gone.signal };
    const boot = globalThis.optoutlogBoot;
    const ear = (/** @type {Input} */ event) => {
      if (session === s) input(event);
    };
    if (boot) {
      boot.ear = ear;
      s.early = boot.heard.splice(0);
    } else {
      for (const type of ['pointerdown', 'click', 'keydown', 'change', 'submit'])
        addEventListener(
          type,
          event => {
            if (s.trusted(event)) ear(event);
          },
          options,
        );
    }
    ns.safe.listen(
      document,
      'visibilitychange',
      () => {
        if (session !== s) return;
        if (ns.safe.visibilityState(document) === 'visible') {
          // Nobody looked while it was hidden: what stands there has stood since now.
          const now = performance.now();
          s.hidden += now - s.hiddenAt;
          for (const st of s.controls.values()) st.blockedAt = now;
          begin();
        } else {
          s.hiddenAt = performance.now();
          leave();
        }
      },
      options,
    );
    const moved = () => {
      if (session === s && location.href !== s.href) {
        leave();
        arrive();
      }
    };
    globalThis.navigation?.addEventListener('currententrychange', moved, options);
    addEventListener('popstate', moved, options);
    addEventListener('hashchange', moved, options);
    addEventListener(
      'pagehide',
      () => {
        if (session === s) leave();
      },
      options,
    );
    // Back from the back-forward cache: boot.js says 'page', and the background knows no more than
    // that.
    addEventListener(
      'pageshow',
      event => {
        if (session !== s || !event.persisted) return;
        s.restored = true;
        forgetSaid(s);
        begin();
      },
      options,
    );
    ns.api?.runtime?.onMessage?.addListener?.(message => {
      if (session === s && message?.type === 'stop') stop();
    });
  }

  /** What a person did is told before the page is gone, if nothing casts doubt on it. */
  function leave() {
    const s = session;
    const due = () => [...s.controls.values()].filter(st => st.touch && !st.toldChange);
    if (due().length === 0) return;
    s.leaving = true;
    try {
      if (location.href === s.href) lookAll(s, { out: false, long: false, limit: LONG_MS });
      else for (const st of due()) sayNow(s, st.weighed);
    } catch {
      /* the page is going; nothing can be told */
    }
    s.leaving = false;
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

  /** A person did something. @param {Input} event */
  function input(event) {
    const s = session;
    const now = performance.now();
    let touched = false;
    const save = s.rule.controls?.find(c => c.save)?.save?.button;
    for (const st of s.controls.values())
      if (changes.hear(event, st, save ? s.strings.get(save) : null)) touched = true;
    for (const watched of s.forms) watched.input(event);
    if (/^(click|change|submit)$/.test(event.type) || event.key === 'Enter') s.inputAt = now;
    if (touched) s.touchedAt = now;
    else if (event.type === 'click' || event.key === 'Enter' || event.type === 'submit') {
      // It may open the dialog in which the control is.
      s.clickedAt = now;
      if (!isThere(s)) s.began = now;
    } else return;
    next();
  }

  /** What was heard before the engine was there. @param {Session} s */
  function hearEarly(s) {
    for (const event of s.early.splice(0)) {
      for (const st of s.controls.values())
        if (changes.hear(event, st, null) && st.touch) st.touch.before = st.raw;
      if (event.type === 'click') s.inputAt = performance.now();
    }
  }

  function alive() {
    return !!session && (session.env.send || !!ns.api?.runtime?.id);
  }

  /** @param {Message} message */
  function send(message) {
    try {
      // An orphan of an updated extension falls silent.
      if (!ns.api.runtime?.id) return stop();
      Promise.resolve(ns.api.runtime.sendMessage(message)).catch(() => {});
    } catch {
      stop();
    }
  }

  ns.run = Object.freeze({ start, stop });
  Object.freeze(ns);
})();
