// Objection forms: reached, submitted, confirmed. Steps only; nothing here is ever a state.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, text, page } = ns;
  const FIELDS = 'input:not([type=hidden]):not([type=submit]):not([type=button]),textarea,select';
  const BUTTONS = 'button,input[type=submit],[role=button]';

  /** @param {any} rule entry of forms @param {any} session */
  function watch(rule, session) {
    const st = { step: '', seen: 0, pressed: /** @type {any} */ (null), codeSeen: false, calm: 0, fields: 0 };
    let gone = 0;

    /** @param {string} step */
    function tell(step) {
      st.step = step;
      session.send({
        type: 'form', v: 1, platform: session.rule.id, rev: session.rule.rev, page: session.here[0].id, step, control: rule.id,
        route: location.pathname.slice(0, 250), lang: document.documentElement.lang.slice(0, 35) || null, at: new Date().toISOString(),
      });
    }

    /** One look. @param {any} here @returns {boolean} is a next step still awaited */
    function look(here) {
      const there = page.holds(rule.form, here) && fields().length > 0;
      const code = page.holds(rule.code, here);
      if (code) st.codeSeen = true;
      if (st.step === '') {
        st.seen = there ? st.seen + 1 : 0;
        if (st.seen >= 2) tell('reached');
        return st.step === '';
      }
      if (st.pressed) afterPress(here, there, code);
      return st.step === 'submitted' || st.pressed !== null;
    }

    /** The form was sent by a person: did it go through? @param {any} here @param {boolean} there @param {boolean} code */
    function afterPress(here, there, code) {
      const press = (st.pressed);
      const known = page.holds(rule.confirmed, here);
      if (st.step === 'reached' && !known) {
        const wrong = there && invalid();
        if (wrong) { st.pressed = null; return; }
        // A step that only asks for the mailed code is not a submission.
        if (code && !press.code) { st.pressed = null; return; }
        if (press.needsCode && !press.code) { if (!there && !code) st.pressed = null; return; }
        if (performance.now() - press.at < 1400) return;
      }
      if (st.step === 'reached') tell('submitted');
      gone = !known && rule.replaced !== false && !there && !code && plainMessage(press) ? gone + 1 : 0;
      if (known || gone >= 2) { tell('confirmed'); st.pressed = null; }
    }

    /** A trusted event. @param {Event} event */
    function input(event) {
      if (st.step !== 'reached' || !isSubmit(event)) return;
      const here = page.context(session.strings, []);
      const form = event.target?.closest?.('form');
      if (form && !form.noValidate && form.checkValidity && !form.checkValidity()) return;
      if (rule.chosen && !isChosen()) return;
      st.pressed = ({
        at: performance.now(), code: page.holds(rule.code, here), needsCode: page.holds(rule.codeFlow, here) || st.codeSeen,
        text: area().textContent,
      });
    }

    /** Submit of the form, or a press of its only primary button. @param {Event} event */
    function isSubmit(event) {
      const target = (event.target);
      if (event.type === 'submit') return true;
      if (event.type !== 'click') return false;
      const button = target?.closest?.(BUTTONS);
      if (!button || button.disabled) return false;
      const names = button.localName === 'input' ? [button.value] : dom.namesOf(button);
      if (rule.submit && names.some((name) => text.match(session.strings.get(rule.submit), name, ''))) return true;
      const scope = button.closest('form') ?? area();
      const primary = [...scope.querySelectorAll('button[type=submit],input[type=submit],button:not([type])')].filter((el) => dom.visible(el));
      return primary.length === 1 && primary[0] === button && scope.querySelector(FIELDS) !== null;
    }

    function isChosen() {
      const list = session.strings.get(rule.chosen);
      const picked = [...area().querySelectorAll('input:checked,[role=radio][aria-checked=true],option:checked')];
      return picked.some((el) => [...dom.namesOf(el), el.textContent ?? ''].some((value) => text.match(list, value, '')));
    }

    return { look, input };
  }

  /** @returns {Element} */
  const area = () => document.querySelector('[role=dialog]') ?? document.querySelector('main,[role=main]') ?? document.body;

  const fields = () => [...document.querySelectorAll(FIELDS)].filter((el) => !el.disabled && dom.visible(dom.rowOf(el)));

  const invalid = () => [...area().querySelectorAll('[aria-invalid=true],[role=alert]')].some((el) => dom.visible(el) && (el.hasAttribute('aria-invalid') || (el.textContent ?? '').trim() !== ''));

  /** The form gave way to text: no field, no alert, other words than before. @param {any} press */
  function plainMessage(press) {
    const place = area();
    const asks = [...place.querySelectorAll(FIELDS)].some((el) => dom.visible(dom.rowOf(el)));
    const words = (place.textContent ?? '').replace(/\s+/g, ' ').trim();
    return !asks && !invalid() && words.length >= 20 && place.textContent !== press.text && !place.querySelector('[aria-busy=true],[role=progressbar]');
  }

  ns.form = Object.freeze({ watch });
})();
