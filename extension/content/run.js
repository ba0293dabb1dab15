// The run on one settings page: read a few times, decide, say it once, be quiet. No observer: a switch's state is a
// property that no observer sees, and a handful of timed looks costs less than watching every change of a large page.
// It wakes again on trusted input, on navigation inside the app and when the tab becomes visible.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { text, page: pages, decide, form } = ns;

  /** ms between looks, 8 s in all; a look that finds something new is followed by one after the rule's gap. */
  const GAPS = [0, 300, 400, 600, 800, 900, 1000, 1200, 1300, 1500];
  /** After a user's change: a save that fails lets the switch jump back seconds later. */
  const WATCH = [120, 380, 500, 600, 700, 900, 1200, 1600, 2000, 2500, 3000];
  const USER_MS = 30000;
  const WRITTEN = 'textarea,[contenteditable],[contenteditable] *,input:not([type=checkbox],[type=radio],[type=button],[type=submit])';
  /** Apps draw a switch in its default state and correct it when the answer comes: the first verdict waits that long, */
  const FIRST_MS = 1200;
  /** and is looked at again afterwards. */
  const AFTER = [1500, 2500];

  /** @type {any} */
  let session = null;

  /**
   * @param {any} rule the platform's rule @param {{send?: (m: any) => any, trusted?: (e: Event) => boolean, misses?: number}} [env]
   */
  function start(rule, env = {}) {
    if (session && session.href === location.href && session.rule.id === rule.id && session.rule.rev === rule.rev) return;
    const before = session;
    stop();
    const compiled = rule.pages.map((entry) => ({ ...entry, patterns: entry.url.map((p) => new URLPattern(p)) }));
    session = {
      rule, env, compiled, strings: text.compile(rule.strings), gone: new AbortController(), timer: 0,
      send: env.send ?? send, trusted: env.trusted ?? ((event) => event.isTrusted), cost: { attempts: 0, ms: 0 },
    };
    listen();
    arrive(before);
  }

  function stop() {
    if (!session) return;
    clearTimeout(session.timer);
    session.gone.abort();
    session = null;
  }

  /** A new address within this document, or the first. @param {any} before the session or state it replaces */
  function arrive(before) {
    const s = session;
    clearTimeout(s.timer);
    const samePage = before?.here?.map((p) => p.id).join();
    s.href = location.href;
    s.here = s.compiled.filter((entry) => entry.patterns.some((p) => p.test(location.href)));
    if (s.here.length === 0) return stop();
    const now = s.here.map((p) => p.id).join();
    s.controls = new Map();
    s.forms = (s.rule.forms ?? []).filter((f) => s.here.some((p) => [f.page].flat().includes(p.id)))
      .map((f) => form.watch(f, s));
    // The app may still show the last blog's switch under the next blog's address: the same page again gets more time.
    s.extra = samePage === now ? 2500 : 0;
    s.spoke = before?.spoke ?? false;
    forgetSaid(s);
    if (s.spoke) s.send({ type: 'settling', v: 1, platform: s.rule.id });
    const idle = globalThis.requestIdleCallback ?? ((run) => setTimeout(run, 0));
    idle(() => { if (session === s) arm(GAPS); }, { timeout: 500 });
  }

  /** The background forgets what was said: all of it is said again, also where it is the same. @param {any} s */
  function forgetSaid(s) {
    for (const said of s.saids?.values() ?? []) said.href = '';
  }

  /** @param {number[]} gaps */
  function arm(gaps) {
    const s = session;
    clearTimeout(s.timer);
    Object.assign(s, { gaps, turn: 0, began: performance.now(), until: gaps === GAPS ? Math.max(0, ...s.here.map((p) => p.settle?.timeoutMs ?? 8000)) : Infinity });
    for (const st of s.controls.values()) if (gaps === GAPS) Object.assign(st, { reads: 0, key: '' });
    next(gaps[0]);
  }

  /** @param {number} ms */
  function next(ms) {
    const s = session;
    const at = performance.now() + ms;
    // A state that flips back and forth could look the same at every look: between two looks it is glimpsed.
    const wait = () => {
      const left = at - performance.now();
      const found = [...s.controls.values()].filter((st) => st.element);
      s.timer = setTimeout(() => {
        if (session !== s) return;
        for (const st of found) if (ns.read.pulse(st.element) !== st.pulse) Object.assign(st, { key: '', pulse: '' });
        if (left > 60 && found.length) wait();
        else attempt();
      }, found.length ? Math.min(60, left) : left);
    };
    wait();
  }

  function attempt() {
    const s = session;
    const t0 = performance.now();
    s.turn++;
    const passed = t0 - s.began;
    const last = s.turn >= s.gaps.length || passed >= s.until - 20;
    const looked = lookAll(s, false);
    const { due } = looked;
    let { open } = looked;
    // Out of time, unless the page is still loading or a control that just came is being settled.
    const over = last && s.gaps === GAPS && !(document.readyState !== 'complete' && passed < 30000) && !(due < Infinity && passed < s.until + 3000);
    if (over && open) ({ open } = lookAll(s, true));
    s.cost.attempts++;
    s.cost.ms += performance.now() - t0;
    if (!alive()) return stop();
    if (s.gaps === GAPS) {
      if (over) return;
      if (!open) return arm(AFTER);
    } else if (last) {
      // Something is under way that the few looks did not see the end of.
      return open ? arm(GAPS) : undefined;
    }
    const planned = s.turn >= s.gaps.length - 1 && s.until < Infinity ? Math.max(50, s.until - passed) : s.gaps[Math.min(s.turn, s.gaps.length - 1)];
    next(Math.min(planned, Math.max(due, 50)));
  }

  /** @param {any} s @param {boolean} timedOut @returns {{due: number, open: boolean}} due: ms after which a reading would have held long enough */
  function lookAll(s, timedOut) {
    const here = pages.context(s.strings, s.rule.decoys);
    const account = pages.shown(s.rule.account);
    let due = Infinity;
    let open = false;
    const verdicts = new Map();
    const present = (s.present = new Set()); // pages of which some control is there, by its own name or hook
    for (const id of new Set((s.rule.controls ?? []).map((c) => c.id))) {
      const entries = s.rule.controls.filter((c) => c.id === id && !c.combine);
      const list = entries.flatMap((entry) => s.here.filter((p) => [entry.page].flat().includes(p.id))
        .map((p) => weigh(s, entry, p, here, account, timedOut)));
      if (list.length === 0) continue;
      for (const weighed of list) if (weighed.facts.hits.some((hit) => hit.ids.length > 0 && /^(role|testid|attr)$/.test(hit.by))) present.add(weighed.page.id);
      due = Math.min(due, ...list.map((w) => w.due));
      const verdict = decide.choose(list);
      verdicts.set(id, { verdict, from: list.find((w) => w.there) ?? list.find((w) => verdict && w.verdict === verdict) ?? list[0] });
    }
    for (const control of (s.rule.controls ?? []).filter((c) => c.combine)) {
      const parts = control.combine.map((id) => verdicts.get(id));
      if (parts.every(Boolean)) verdicts.set(control.id, { verdict: decide.combine(parts.map((p) => p.verdict)), from: parts[0].from, entry: control });
    }
    const denies = ([, { verdict }]) => Number(verdict?.training === 'denied'); // said last: what allows decides at once
    for (const [id, { verdict, from, entry }] of [...verdicts].sort((a, b) => denies(a) - denies(b))) {
      if (verdict === null) open = true;
      else if (!(entry ?? from.entry).part) say(s, id, verdict, from, account, verdict.training === 'denied' && awaited(s, from.page, verdicts));
    }
    if (!timedOut) for (const watched of s.forms) open = watched.look(here) || open;
    return { due, open };
  }

  /**
   * "Not allowed" takes all switches of a page: is there another one whose first verdict is still to come?
   * @param {any} s @param {any} page @param {Map<string, any>} verdicts
   */
  function awaited(s, page, verdicts) {
    return [...verdicts].some(([id, { verdict, from }]) => verdict === null && from.page === page && !from.entry.part
      && kindOf(s, from) !== 'not-training' && s.saids?.get(id)?.href !== s.href);
  }

  /** One entry of a control on one page: facts, timing, verdict. */
  /** @param {any} s @param {any} entry @param {any} page @param {any} here @param {string|null} account @param {boolean} timedOut */
  function weigh(s, entry, page, here, account, timedOut) {
    const slot = `${entry.id} ${page.id} ${s.rule.controls.indexOf(entry)}`;
    const st = s.controls.get(slot) ?? { reads: 0, since: 0, key: '', user: -Infinity, baseline: null, saving: false, said: null, account };
    s.controls.set(slot, st);
    const facts = pages.look(entry, page, here);
    const now = performance.now();
    const acted = now - st.user < USER_MS;
    const unit = unitOf(entry, page);
    const busy = facts.busy || (facts.disabled && acted && now - st.user < 10000);
    const locked = (facts.disabled && !busy && entry.disabled !== 'state') || facts.lockedText;
    const unsaved = entry.save ? notSaved(st, entry, facts, here) : false;
    const key = JSON.stringify([facts.signature, facts.signedOut, facts.notOffered, facts.hits, facts.raw, busy, locked, unsaved, account, unit]);
    if (key !== st.key) Object.assign(st, { key, reads: 0, since: now });
    st.reads++;
    const settle = page.settle ?? {};
    const changed = st.said !== null && st.said.raw !== facts.raw;
    const moved = account !== st.account ? 3000 : s.extra;
    const needHeld = Math.max(settle.gapMs ?? 300, changed || acted ? settle.holdMs ?? 2000 : st.said ? 0 : FIRST_MS, moved);
    const due = facts.there && now - st.since < needHeld ? needHeld - (now - st.since) : Infinity;
    const verdict = decide.decide({
      ...facts, granted: true, misses: s.env.misses ?? 0, busy, locked, unsaved, reads: st.reads, held: now - st.since,
      needReads: settle.reads ?? 2, timedOut, onMeans: entry.onMeans, proves: entry.proves,
      unitLost: entry.unit?.needed === true && unit === null,
      grade: facts.labelGrade === 'C' ? 'C' : entry.grade ?? s.rule.grade,
      needHeld: needHeld - 20,
    });
    if (verdict && !unsaved && facts.element && st.baseline === null) st.baseline = facts.raw;
    Object.assign(st, { element: facts.element, pulse: facts.element && ns.read.pulse(facts.element) });
    return { verdict, there: facts.there, due, facts, st, entry, page, unit };
  }

  /** @param {any} st @param {any} entry @param {any} facts @param {any} here */
  function notSaved(st, entry, facts, here) {
    const button = [...document.querySelectorAll('button,input[type=submit],[role=button]')]
      .find((el) => here.says(here.strings.get(entry.save.button), el.localName === 'input' ? [el.value] : ns.dom.namesOf(el)));
    const idle = !button || button.disabled || button.getAttribute('aria-disabled') === 'true';
    const differs = st.baseline !== null && facts.raw !== st.baseline;
    // Nobody says whether this one saves at once: a Save button that is there decides, and a change waits for it.
    if (entry.save.maybe && !(button && ns.dom.visible(button))) return false;
    if (differs && st.saving && (entry.save.done ? pages.holds(entry.save.done, here) : (entry.save.clean === 'disabled' || entry.save.maybe) && idle)) {
      Object.assign(st, { baseline: facts.raw, saving: false });
      return false;
    }
    return facts.dirty || differs || (entry.save.clean === 'disabled' && !idle);
  }

  /** @param {any} entry @param {any} page @returns {string|null} */
  function unitOf(entry, page) {
    for (const pattern of page.patterns) {
      const found = pattern.exec(location.href);
      const unit = found && [found.pathname, found.hostname, found.search, found.hash].map((part) => part.groups.unit).find(Boolean);
      if (unit) return decodeURIComponent(unit).slice(0, 100);
    }
    return pages.shown(entry.unit?.shown);
  }

  /** @param {any} s @param {string} id @param {any} verdict @param {any} from @param {string|null} account @param {boolean} wait for another switch */
  function say(s, id, verdict, from, account, wait) {
    const { st, facts, page, unit } = from;
    // Where people write, the label may be somebody's words: only the control itself shows that the dialog is open.
    const silent = page.overlay && (!facts.signature || (page.overlay === 'control' && !s.present.has(page.id)));
    const heard = JSON.stringify([verdict.training, verdict.why, verdict.raw, verdict.sure, account, unit, wait]);
    const saids = (s.saids ??= new Map());
    const before = saids.get(id);
    if (before?.heard === heard && before.href === s.href) return;
    if (silent) {
      if (before && before.heard) { saids.delete(id); s.spoke = false; s.send({ type: 'left', v: 1, platform: s.rule.id }); }
      return;
    }
    const now = performance.now();
    const acted = now - st.user < USER_MS || (before?.href === s.href && now - (s.input ?? -Infinity) < 10000);
    saids.set(id, { heard, href: s.href });
    Object.assign(st, { said: verdict, account });
    s.spoke = true;
    s.send({
      type: 'reading', v: 1, platform: s.rule.id, rev: s.rule.rev, page: page.id, ...(wait ? { wait } : {}),
      reading: {
        control: id, training: kindOf(s, from) === 'not-training' ? 'unknown' : verdict.training, why: verdict.why, sure: verdict.sure, raw: verdict.raw,
        basis: 'seen', by: facts.hits.filter((h) => h.ids.length === 1).map((h) => h.by),
        label: facts.label, lang: facts.labelLang, account, unit, route: location.pathname.slice(0, 250), actor: acted ? 'user' : 'none',
        at: new Date().toISOString(),
        detail: {
          kind: kindOf(s, from), locked: facts.disabled || facts.lockedText, shown: facts.detail, row: verdict.row,
          report: {
            tried: facts.hits.map((h) => ({ by: h.by, found: h.ids.length })), readers: facts.readers, deep: facts.deep,
            element: facts.element && { tag: facts.element.localName, role: facts.element.getAttribute('role'), attributes: facts.element.getAttributeNames().slice(0, 20) },
            lang: document.documentElement.lang.slice(0, 20), cost: { ...s.cost, ms: Math.round(s.cost.ms) },
          },
        },
      },
    });
  }

  /** @param {any} s @param {any} from */
  const kindOf = (s, from) => from.entry.kind ?? s.rule.kind;

  function listen() {
    const s = session;
    const options = { capture: true, passive: true, signal: s.gone.signal };
    // Not `change`: browsers call it trusted even where a script made the click. A submit counts behind real input only.
    for (const type of ['click', 'keydown', 'submit']) {
      document.addEventListener(type, (event) => {
        if (session !== s || !s.trusted(event) || (type === 'submit' && !(performance.now() - s.input < 2000))) return;
        input(event);
      }, options);
    }
    document.addEventListener('visibilitychange', () => { if (session === s && document.visibilityState === 'visible') arm(GAPS); }, options);
    const moved = () => { if (session === s && location.href !== s.href) arrive({ here: s.here, spoke: s.spoke }); };
    globalThis.navigation?.addEventListener('currententrychange', moved, options);
    addEventListener('popstate', moved, options);
    addEventListener('hashchange', moved, options);
    // Back from the back-forward cache: boot.js says 'page', and the background knows no more than that.
    addEventListener('pageshow', (event) => {
      if (session !== s || !event.persisted) return;
      forgetSaid(s);
      arm(GAPS);
    }, options);
  }

  /** A person did something. @param {any} event */
  function input(event) {
    const s = session;
    const path = event.composedPath();
    const now = performance.now();
    s.input = now;
    // Letters in a text field: on a chat every one of them would cost a look.
    if (event.type === 'keydown' && event.key?.length === 1 && path[0]?.matches?.(WRITTEN)) return;
    let touched = false;
    for (const st of s.controls.values()) {
      if (!st.element?.isConnected) continue;
      const row = ns.dom.rowOf(st.element);
      if (path.includes(row) || path.includes(st.element) || ns.dom.holds(row, (path[0]))) { st.user = now; touched = true; }
      if (presses(s, event)) st.saving = true;
    }
    for (const watched of s.forms) watched.input(event);
    // A click elsewhere may open the dialog, confirm, save, or pick from a list that hangs outside the row.
    if (touched || s.gaps !== WATCH || s.turn > 3) arm(s.controls.size && [...s.controls.values()].some((st) => st.said) ? WATCH : GAPS);
  }

  /** Was it the Save button, or the form going off? @param {any} s @param {Event} event */
  function presses(s, event) {
    if (event.type === 'submit') return true;
    const button = event.target?.closest?.('button,input[type=submit],[role=button]');
    if (!button) return false;
    const texts = button.localName === 'input' ? [button.value] : ns.dom.namesOf(button);
    return (s.rule.controls ?? []).some((c) => c.save && texts.some((t) => text.match(s.strings.get(c.save.button), t, '')));
  }

  function alive() {
    return !!session && (session.env.send || !!ns.api?.runtime?.id);
  }

  /** @param {any} message */
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
