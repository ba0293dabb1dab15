// Objection forms: reached, submitted, confirmed. Steps only; nothing here is ever a state.
//
// `submitted` needs two things. A person sent the very form that holds the rule's fields: its own
// button, or Enter in a field of it. And the form was taken: it gave way, and what stands there
// instead says that it came, in words that receipt.js knows, and goes on saying so: pages say it
// before the server has answered. An error, a sign-in page, a question, a page in other words: it
// stays at `reached`. `confirmed` needs the platform's own words, which the rule knows.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { safe, here: looks, conditions, formPlace: place, formSent: sent } = ns;

  /** What was sent is forgotten after this time. */
  const PRESS_MS = 120000;
  /** A receipt stands so long before it is believed: the answer may take it back. */
  const HOLD_MS = 8000;
  /** Where the page is left before: so long, and only if an answer of the server came before it. */
  const LEFT_MS = 3000;
  const UNSEEN = Object.freeze({ doubts: 0, stood: -1, seen: 0, answered: false, void: false });
  /**
   * What follows a sending is looked at by itself so often, and so long: the run's own looks may be
   * far apart.
   */
  const TICK_MS = 400;
  const TICKS_MS = 30000;

  /**
   * An app may change the address when it has sent a form: the watch goes on.
   * @type {Map<string, Watch>}
   */
  const kept = new Map();

  /** @typedef {{rule: FormRule, session: Session, st: Watch}} Watcher */

  /** @param {FormRule} rule @param {Session} session @returns {FormWatch} */
  function watch(rule, session) {
    const watcher = { rule, session, st: resume(`${session.rule.id} ${rule.id}`) };
    addEventListener('pagehide', () => leave(watcher), { signal: session.gone.signal });
    return { look: here => look(watcher, here), input: event => input(watcher, event) };
  }

  /** @param {Watcher} watcher @param {FormStep} step */
  function tell({ rule, session, st }, step) {
    st.step = step;
    session.send({
      type: 'form',
      v: 1,
      platform: session.rule.id,
      rev: session.rule.rev,
      page: session.here[0].id,
      step,
      control: rule.id,
      route: location.pathname.slice(0, 250),
      lang: safe.lang().slice(0, 35) || null,
      at: new Date().toISOString(),
    });
  }

  /**
   * One look.
   * @param {Watcher} watcher @param {Here} here
   * @returns {boolean} is a next step still awaited
   */
  function look(watcher, here) {
    const { rule, st } = watcher;
    const there = stands(rule, here);
    const code = conditions.holds(rule.code, here);
    if (code) st.codeSeen = true;
    if (st.press && performance.now() - st.press.at > PRESS_MS) st.press = null;
    if (st.step === '') {
      st.seen = there ? st.seen + 1 : 0;
      if (st.seen >= 2) tell(watcher, 'reached');
      return st.step === '';
    }
    if (st.press) after(watcher, st.press, here, there, code);
    return st.press !== null && st.step !== 'confirmed';
  }

  /** @param {FormRule} rule @param {Here} here */
  const stands = (rule, here) =>
    conditions.holds(rule.form, here) &&
    (place.fields(document).length > 0 ||
      here.roots(true).some(root => place.fields(root).length > 0));

  /**
   * The form was sent by a person: was it taken?
   * @param {Watcher} watcher
   * @param {Press} press @param {Here} here @param {boolean} there @param {boolean} code
   * @param {number} [hold] so long a receipt has to have stood
   */
  function after(watcher, press, here, there, code, hold = HOLD_MS) {
    const { rule, session, st } = watcher;
    const failed = session.requests.failedSince(press.at);
    if (!press.known && !failed && conditions.holds(rule.confirmed, here)) {
      if (++st.calm < 2) return;
      if (st.step === 'reached') tell(watcher, 'submitted');
      tell(watcher, 'confirmed');
      st.press = null;
      return;
    }
    st.calm = 0;
    if (st.step !== 'reached' || press.void) return;
    // A step that only asks for the mailed code is not a submission.
    if (press.code ? false : code || (press.needsCode && !there)) {
      st.press = null;
      return;
    }
    if (there || standing(press.form) || navigator.onLine === false) {
      press.stood = -1;
      return;
    }
    if (sent.taken(st, press, here, session.requests) >= hold) tell(watcher, 'submitted');
  }

  /** The page is going: the last look at what stands there. @param {Watcher} watcher */
  function leave(watcher) {
    const { rule, session, st } = watcher;
    try {
      const here = looks.context(session.strings, []);
      const code = conditions.holds(rule.code, here);
      if (st.press?.answered) after(watcher, st.press, here, stands(rule, here), code, LEFT_MS);
    } catch {
      /* nothing can be told */
    }
  }

  /** A trusted event. @param {Watcher} watcher @param {Input} event */
  function input(watcher, event) {
    const { rule, session, st } = watcher;
    if (st.step !== 'reached' || !sent.acts(event)) return;
    const target = event.composedPath()[0] ?? event.target;
    const here = looks.context(session.strings, []);
    const code = conditions.holds(rule.code, here);
    const form = place.holder(rule, here, code);
    // The form has given way: who presses on answers something else, and what comes then may be
    // about that.
    if (st.press && event.type === 'click' && !standing(st.press.form)) st.press.void = true;
    if (!form) return;
    const inside =
      target instanceof Element && (safe.contains(form, target) || target.form === form);
    if (inside && event.type !== 'submit') st.acted = performance.now();
    const phrases = rule.submit && session.strings.get(rule.submit);
    if (!sent.isSending(event, target, form, st.acted, phrases) || !sent.valid(form)) return;
    if (rule.chosen && !sent.isChosen(form, session.strings.get(rule.chosen))) return;
    press(watcher, form, here, code);
  }

  /** @param {Watcher} watcher @param {Element} form @param {Here} here @param {boolean} code */
  function press(watcher, form, here, code) {
    const { rule, st } = watcher;
    const at = performance.now();
    // The click and the submit that it makes are one: what the click's own handlers drew is new.
    if (st.press && !st.press.void && st.press.form === form && at - st.press.at < sent.ACT_MS)
      return;
    st.press = {
      at,
      form,
      rest: place.remember(here),
      code,
      needsCode: conditions.holds(rule.codeFlow, here) || st.codeSeen,
      known: conditions.holds(rule.confirmed, here),
      ...UNSEEN,
    };
    const pressed = st.press;
    setTimeout(() => follow(watcher, pressed), TICK_MS);
  }

  /** @param {Watcher} watcher @param {Press} press while it is the last one */
  function follow(watcher, press) {
    const { session, st } = watcher;
    const began = performance.now();
    if (st.press !== press || session.gone.signal.aborted) return;
    if (began - press.at > TICKS_MS && press.stood < 0) return;
    try {
      look(watcher, looks.context(session.strings, []));
    } catch {
      /* the run looks again and tells it */
    }
    setTimeout(() => follow(watcher, press), Math.max(TICK_MS, 4 * (performance.now() - began)));
  }

  /** @param {string} key @returns {Watch} */
  function resume(key) {
    const before = kept.get(key);
    const goesOn = before?.press && performance.now() - before.press.at < PRESS_MS;
    /** @type {Watch} */
    const st = goesOn
      ? before
      : { step: '', seen: 0, press: null, codeSeen: false, calm: 0, words: '', acted: -Infinity };
    kept.set(key, st);
    return st;
  }

  /** @param {Element} form is it still there to be filled in? */
  const standing = form => safe.connected(form) && place.fields(form).length > 0;

  ns.form = Object.freeze({ watch });
})();
