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
  const { safe, dom, text, here: looks, conditions, formPlace: place, receipt } = ns;

  /** A submit event counts while a person's act in the form is so near, in ms. */
  const ACT_MS = 2000;
  /** What was sent is forgotten after this time. */
  const PRESS_MS = 120000;
  /** A receipt stands so long before it is believed: the answer may take it back. */
  const HOLD_MS = 8000;
  /** Where the page is left before: so long, and only if an answer of the server came before it. */
  const LEFT_MS = 3000;
  /** What was not looked at for longer counts for so much only: the machine may have slept. */
  const GAP_MS = 2000;
  const UNSEEN = Object.freeze({ doubts: 0, stood: -1, seen: 0, answered: false, void: false });
  const QUIET_MS = 800;
  /**
   * What follows a sending is looked at by itself so often, and so long: the run's own looks may be
   * far apart.
   */
  const TICK_MS = 400;
  const TICKS_MS = 30000;

  /**
   * @typedef {object} Press one sending of the form
   * @property {number} at
   * @property {Element} form
   * @property {Rest} rest        what stood there (form-place.js)
   * @property {boolean} code     the mailed code was sent with it
   * @property {boolean} needsCode
   * @property {boolean} known    the rule's words stood there before
   * @property {number} doubts    looks in a row that showed a sign of refusal
   * @property {number} stood     ms for which a receipt has been seen to stand there; -1: none does
   * @property {number} seen      when that was last looked at
   * @property {boolean} answered a request of the page had ended before the receipt came
   * @property {boolean} void     nothing but the rule's words can make it a step any more
   *
   * @typedef {object} Watch
   * @property {''|FormStep} step
   * @property {number} seen
   * @property {Press|null} press
   * @property {boolean} codeSeen
   * @property {number} calm
   * @property {string} words     what the page said at the last look
   * @property {number} acted     when a person last acted within the form
   */

  /**
   * An app may change the address when it has sent a form: the watch goes on.
   * @type {Map<string, Watch>}
   */
  const kept = new Map();

  /** @param {FormRule} rule @param {Session} session @returns {FormWatch} */
  function watch(rule, session) {
    const st = resume(`${session.rule.id} ${rule.id}`);

    /** @param {FormStep} step */
    function tell(step) {
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

    /** One look. @param {Here} here @returns {boolean} is a next step still awaited */
    function look(here) {
      const there = stands(here);
      const code = conditions.holds(rule.code, here);
      if (code) st.codeSeen = true;
      if (st.press && performance.now() - st.press.at > PRESS_MS) st.press = null;
      if (st.step === '') {
        st.seen = there ? st.seen + 1 : 0;
        if (st.seen >= 2) tell('reached');
        return st.step === '';
      }
      if (st.press) after(st.press, here, there, code);
      return st.press !== null && st.step !== 'confirmed';
    }

    /** @param {Here} here */
    const stands = here =>
      conditions.holds(rule.form, here) &&
      (place.fields(document).length > 0 ||
        here.roots(true).some(root => place.fields(root).length > 0));

    /**
     * The form was sent by a person: was it taken?
     * @param {Press} press @param {Here} here @param {boolean} there @param {boolean} code
     * @param {number} [hold] so long a receipt has to have stood
     */
    function after(press, here, there, code, hold = HOLD_MS) {
      const failed = session.requests.failedSince(press.at);
      if (!press.known && !failed && conditions.holds(rule.confirmed, here)) {
        if (++st.calm < 2) return;
        if (st.step === 'reached') tell('submitted');
        tell('confirmed');
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
      if (taken(st, press, here, session.requests) >= hold) tell('submitted');
    }

    /** The page is going: the last look at what stands there. */
    function leave() {
      try {
        const here = looks.context(session.strings, []);
        const code = conditions.holds(rule.code, here);
        if (st.press?.answered) after(st.press, here, stands(here), code, LEFT_MS);
      } catch {
        /* nothing can be told */
      }
    }

    /** A trusted event. @param {Input} event */
    function input(event) {
      if (st.step !== 'reached' || !acts(event)) return;
      const target = event.composedPath()[0] ?? event.target;
      const here = looks.context(session.strings, []);
      const code = conditions.holds(rule.code, here);
      const form = place.holder(rule, here, code);
      // The form has given way: who presses on answers something else, and what comes then may be
      // about
      // that.
      if (st.press && event.type === 'click' && !standing(st.press.form)) st.press.void = true;
      if (!form) return;
      const inside =
        target instanceof Element && (safe.contains(form, target) || target.form === form);
      if (inside && event.type !== 'submit') st.acted = performance.now();
      const phrases = rule.submit && session.strings.get(rule.submit);
      if (!isSending(event, target, form, st.acted, phrases) || !valid(form)) return;
      if (rule.chosen && !isChosen(form, session.strings.get(rule.chosen))) return;
      press(form, here, code);
    }

    /** @param {Element} form @param {Here} here @param {boolean} code */
    function press(form, here, code) {
      const at = performance.now();
      // The click and the submit that it makes are one: what the click's own handlers drew is new.
      if (st.press && !st.press.void && st.press.form === form && at - st.press.at < ACT_MS) return;
      st.press = {
        at,
        form,
        rest: place.remember(here),
        code,
        needsCode: conditions.holds(rule.codeFlow, here) || st.codeSeen,
        known: conditions.holds(rule.confirmed, here),
        ...UNSEEN,
      };
      const sent = st.press;
      setTimeout(() => follow(sent), TICK_MS);
    }

    /** @param {Press} press while it is the last one */
    function follow(press) {
      const began = performance.now();
      if (st.press !== press || session.gone.signal.aborted) return;
      if (began - press.at > TICKS_MS && press.stood < 0) return;
      try {
        look(looks.context(session.strings, []));
      } catch {
        /* the run looks again and tells it */
      }
      setTimeout(() => follow(press), Math.max(TICK_MS, 4 * (performance.now() - began)));
    }

    addEventListener('pagehide', leave, { signal: session.gone.signal });
    return { look, input };
  }

  /**
   * The form is gone: how long has a receipt stood there instead, with nothing against it?
   * @param {Watch} st @param {Press} press @param {Here} here
   * @param {Requests} requests of the page
   * @returns {number} in ms; -1: nothing can be said of it
   */
  function taken(st, press, here, requests) {
    const news = place.since(here, press.rest);
    const says = receipt.judge(news.words);
    const alarmed = news.loud.some(words => receipt.judge([words]) !== 'taken');
    const doubted = requests.failedSince(press.at) || says === 'refused' || alarmed || asks(news);
    // What counts down while it stands there is the same text.
    const words = news.words.join('\n').replace(/\p{N}+/gu, '0');
    const now = performance.now();
    const last = requests.last();
    if (!news.busy) press.doubts = doubted ? press.doubts + 1 : 0;
    if (press.doubts >= 2) press.void = true;
    if (news.busy || doubted || says !== 'taken') press.stood = -1;
    else if (press.stood < 0 || words !== st.words) {
      Object.assign(press, { stood: 0, answered: last > press.at });
    } else press.stood += Math.min(now - press.seen, GAP_MS);
    press.seen = now;
    st.words = words;
    return now - last < QUIET_MS ? -1 : press.stood;
  }

  /**
   * @param {Input} event
   * @param {EventTarget|null} target
   * @param {Element} form
   * @param {number} acted when a person acted in it
   * @param {Phrases} phrases of the rule's submit
   */
  function isSending(event, target, form, acted, phrases) {
    if (event.type === 'submit') return target === form && performance.now() - acted < ACT_MS;
    const button =
      event.type === 'click' && target instanceof Element
        ? safe.closest(target, place.BUTTONS)
        : null;
    return !!button && place.sends(button, form, phrases);
  }

  /**
   * @param {Element} form
   * @param {Phrases} list phrases of the choice that makes it this objection
   */
  function isChosen(form, list) {
    const picked = safe.all(form, 'input:checked,[role=radio][aria-checked=true],option:checked');
    return picked.some(el =>
      [...dom.namesOf(el), safe.text(el) ?? ''].some(value => text.match(list, value, '')),
    );
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

  /** @param {Input} event */
  const acts = event =>
    /^(click|submit)$/.test(event.type) || (event.type === 'keydown' && event.key === 'Enter');

  /** @param {Element} form is it still there to be filled in? */
  const standing = form => safe.connected(form) && place.fields(form).length > 0;

  /** Would the browser send it? @param {Element} form */
  const valid = form =>
    !safe.matches(form, 'form') ||
    safe.has(form, 'novalidate') ||
    HTMLFormElement.prototype.checkValidity.call(form);

  /**
   * Is something asked instead: fields, a password, a choice between buttons?
   * @param {News} news
   */
  function asks(news) {
    const question = news.words.some(words => /[?？؟]/.test(words));
    return (
      news.fields > 0 ||
      news.password ||
      news.invalid ||
      news.buttons > 1 ||
      (news.buttons === 1 && question)
    );
  }

  ns.form = Object.freeze({ watch });
})();
