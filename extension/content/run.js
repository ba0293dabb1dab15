// The run on one settings page: look, decide, say it once, and keep an eye on it while it is shown.
// No observer: a switch's state is a property that no observer sees, and a few cheap looks cost
// less than every change of a large page.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { form, changes } = ns;
  const { begun } = ns.session;
  const { gap, isThere, glimpse } = ns.pace;
  const { lookAll, forgetSaid, sayNow } = ns.verdicts;

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
    session = begun(rule, env, before, env.send ?? send);
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

  function listen() {
    const s = session;
    const options = { capture: true, passive: true, signal: s.gone.signal };
    /** @param {() => void} does while this session lasts */
    const here = does => () => {
      if (session === s) does();
    };
    hearInput(s, options);
    ns.safe.listen(document, 'visibilitychange', here(turned), options);
    const moved = here(() => {
      if (location.href === s.href) return;
      leave();
      arrive();
    });
    globalThis.navigation?.addEventListener('currententrychange', moved, options);
    addEventListener('popstate', moved, options);
    addEventListener('hashchange', moved, options);
    addEventListener('pagehide', here(leave), options);
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
    ns.asked.listen(s, {
      runs: () => session === s,
      stop,
      look: here(attempt),
      hear: event => {
        if (session === s) input(event, true);
      },
    });
  }

  /** @param {Session} s @param {AddEventListenerOptions} options */
  function hearInput(s, options) {
    const boot = globalThis.optoutlogBoot;
    const ear = (/** @type {Input} */ event) => {
      if (session === s) input(event);
    };
    if (boot) {
      boot.ear = ear;
      s.early = boot.heard.splice(0);
      return;
    }
    for (const type of ['pointerdown', 'click', 'keydown', 'change', 'submit'])
      addEventListener(
        type,
        event => {
          if (s.trusted(event)) ear(event);
        },
        options,
      );
  }

  /** The page was hidden, or is seen again. */
  function turned() {
    const s = session;
    const now = performance.now();
    if (ns.safe.visibilityState(document) === 'visible') {
      // Nobody looked while it was hidden: what stands there has stood since now.
      s.hidden += now - s.hiddenAt;
      for (const st of s.controls.values()) st.blockedAt = now;
      begin();
    } else {
      s.hiddenAt = now;
      leave();
    }
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
   * A person did something, or we did it for one.
   * @param {Heard} event
   * @param {boolean} [forThem]
   */
  function input(event, forThem = false) {
    const s = session;
    const now = performance.now();
    let touched = false;
    const save = s.rule.controls?.find(c => c.save)?.save?.button;
    for (const st of s.controls.values())
      if (changes.hear(event, st, save ? s.strings.get(save) : null)) {
        touched = true;
        if (!forThem && !s.operating) st.assisted = false;
      }
    if (!forThem) {
      if (/^(?:pointerdown|keydown)$/.test(event.type)) s.operating = false; // a hand beside ours
      ns.session.used(s, event);
      for (const watched of s.forms) watched.input(/** @type {Input} */ (event));
    }
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
      ns.session.used(s, event);
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
