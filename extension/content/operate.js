// Turning training off for a person who asked for it (docs/operating.md): one press of the control,
// the rule's own answer and Save by their exact words, and no other button. Whatever is not as the
// rule says ends it, and there is no second try in this document. Nothing is ever turned on: only a
// control that was read as allowed, and is drawn so at the moment of the press, is pressed.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { buttons, dom, press, reveal, safe, senses, text } = ns;

  const STEP_MS = 150;
  /** So long (ms) the page may take to follow a press, */
  const FOLLOW_MS = 4000;
  /** to show a Save that it may not have, */
  const PERHAPS_MS = 900;
  /** and to keep the change. */
  const KEEP_MS = 12_000;
  const ENTRIES =
    '[role=option],[role=menuitem],[role=menuitemradio],[role=menuitemcheckbox],[role=radio],' +
    'input[type=radio]';

  /**
   * May this reading be acted on?
   * @param {Decided | undefined} its what the last look decided
   * @returns {its is Decided} true, or not to be acted on
   */
  function operable(its) {
    if (!its || its.entry || !its.from.entry.operate || its.from.st.operated) return false;
    const { verdict, from } = its;
    return (
      verdict?.training === 'allowed' &&
      verdict.why === 'ok' &&
      verdict.sure === 'sure' &&
      verdict.how === 'loaded' &&
      !verdict.again &&
      !from.facts.disabled &&
      from.st.touch === null &&
      drawn(from) === 'allowed'
    );
  }

  /** What the control shows, whether or not it is kept. @param {Weighed} from */
  function drawn({ facts, entry }) {
    if (facts.raw !== 'on' && facts.raw !== 'off') return null;
    return (facts.raw === 'on') === (entry.onMeans === 'training') ? 'allowed' : 'denied';
  }

  /**
   * @param {Session} s
   * @param {string} id of the control
   * @param {Hands} run
   * @returns {Promise<Operated>} '' where it was turned off and the page keeps it, as far as can be
   *   seen
   */
  async function turnOff(s, id, run) {
    await inSight();
    run.look();
    const its = s.decided.get(id);
    if (its?.from.st.operated) return 'again';
    if (Date.now() - s.birth.fetched > senses.OLD_MS) return 'old';
    if (!operable(its)) return 'changed';
    const { st, entry } = its.from;
    const control = st.element;
    if (!control || safe.visibilityState(document) !== 'visible') return 'changed';
    st.operated = true;
    if (entry.save && !entry.save.maybe && hasDrafts(s, control, entry.save)) return 'drafts';
    const job = { s, id, run, entry, shown: press.shows(control) };
    reveal.reveal(control);
    const pressed = entry.operate?.by === 'choose' ? choose : pressControl;
    st.assisted = true;
    s.operating = true;
    const ended =
      (await pressed(job, control)) ||
      (await follow(job)) ||
      (await save(job)) ||
      (await keep(job));
    const alone = s.operating;
    s.operating = false;
    return alone || ended === '' ? ended : 'hand';
  }

  const pause = () =>
    new Promise((/** @type {(none?: undefined) => void} */ resolve) =>
      setTimeout(resolve, STEP_MS),
    );

  /** Its tab may just be coming to the front. */
  async function inSight() {
    const end = performance.now() + FOLLOW_MS;
    while (safe.visibilityState(document) !== 'visible' && performance.now() < end) await pause();
  }

  /** @param {Job} job @param {Element} control @returns {Promise<Operated>} */
  async function pressControl({ run, shown }, control) {
    const el = press.target(control);
    if (!press.reachable(el, dom.rowOf(control))) return 'covered';
    const stands = () => press.shows(control) === shown;
    if (!stands()) return 'changed'; // by being looked at
    press.press(el, run.hear, stands);
    return '';
  }

  /**
   * The value that forbids, by the rule's exact words: of a list, of radios, of a menu that the
   * control opens.
   * @param {Job} job
   * @param {Element} control
   * @returns {Promise<Operated>}
   */
  async function choose(job, control) {
    const { s, run, entry } = job;
    const reader = entry.read.find(one => one.from === 'choice');
    if (!reader) return 'option';
    const forbids = entry.onMeans === 'training' ? reader.off : reader.on;
    const permits = entry.onMeans === 'training' ? reader.on : reader.off;
    /** @param {Element} el */
    const says = el => {
      const texts = [safe.text(el) ?? '', ...dom.namesOf(el)];
      const one = (/** @type {Match} */ words) => texts.some(value => isOneOf(s, words, value));
      return one(forbids) && !one(permits);
    };
    if (safe.nameOf(control) === 'select') {
      const list = /** @type {HTMLSelectElement} */ (control);
      const options = [...list.options].filter(one => !one.disabled && says(one));
      if (options.length !== 1) return 'option';
      if (!press.reachable(list, dom.rowOf(list))) return 'covered';
      press.choose(list, options[0], run.hear);
      return '';
    }
    const inside = safe.all(control, ENTRIES).filter(says);
    if (inside.length > 1) return 'option';
    if (inside.length === 1) return pressEntry(inside[0], run);
    const before = new Set(entries());
    const opened = await pressControl(job, control);
    if (opened) return opened;
    const found = await until(s, run, FOLLOW_MS, () => {
      const now = entries().filter(el => !before.has(el) && says(el));
      return now.length > 0 ? now : null;
    });
    if (found?.length !== 1) return 'option';
    return pressEntry(found[0], run);
  }

  /** @param {Element} el @param {Hands} run @returns {Operated} */
  function pressEntry(el, run) {
    if (!press.reachable(el, dom.rowOf(el))) return 'covered';
    press.press(el, run.hear);
    return '';
  }

  const entries = () =>
    dom.trees(document).flatMap(tree => safe.all(tree, ENTRIES).filter(el => dom.visible(el)));

  /** @param {Session} s @param {Match} words @param {string} value */
  const isOneOf = (s, words, value) =>
    words.some(word => (word.startsWith('@') ? isExactly(s, word, value) : value.trim() === word));

  /** Is it one of the rule's phrases, whole? @param {Session} s @param {string} key
   * @param {string} value */
  function isExactly(s, key, value) {
    const found = text.match(s.strings.get(key), value, '');
    return found !== null && !found.loose && found.rest === '';
  }

  /**
   * Until the control shows that training is off; a question is answered by the rule's words.
   * @param {Job} job
   * @returns {Promise<Operated>}
   */
  async function follow(job) {
    const { s, id, run, entry } = job;
    let answered = /** @type {Element | null} */ (null);
    for (;;) {
      const met = await until(s, run, FOLLOW_MS, () => {
        const from = s.decided.get(id)?.from;
        const open = senses.question(from?.st.element ?? null);
        if (open && open !== answered) return { open };
        return from && !open && drawn(from) === 'denied' ? { open: null } : null;
      });
      if (!met) return answered ? 'question' : 'ignored';
      if (!met.open) return '';
      const button = entry.operate?.confirm && answer(s, met.open, entry.operate.confirm);
      if (!button || answered) return 'question';
      answered = met.open;
      press.press(button, run.hear);
    }
  }

  /**
   * The one button of a question that the rule knows, where it asks what the rule knows.
   * @param {Session} s
   * @param {Element} question
   * @param {Confirm} confirm
   */
  function answer(s, question, confirm) {
    const says = [question, ...safe.all(question, '*')].some(el =>
      dom.textsOf(el).some(value => isExactly(s, confirm.says, value)),
    );
    const found = safe
      .all(question, buttons.ACTIONS)
      .filter(el => dom.visible(el) && !buttons.asleep(el))
      .filter(el => buttons.callsOf(el).some(name => isExactly(s, confirm.button, name)));
    const one = says && found.length === 1 ? found[0] : null;
    return one && press.reachable(one, one) ? one : null;
  }

  /**
   * The rule's Save, where the page has one.
   * @param {Job} job
   * @returns {Promise<Operated>}
   */
  async function save({ s, id, run, entry }) {
    const rule = entry.save;
    if (!rule) return '';
    const key = s.strings.get(rule.button);
    const awake = () => {
      const control = s.decided.get(id)?.from.st.element;
      const found = control ? buttons.awake(control, key) : [];
      return found.length > 0 ? found : null;
    };
    const found = await until(s, run, rule.maybe ? PERHAPS_MS : FOLLOW_MS, awake);
    if (!found) return rule.maybe ? '' : 'save';
    const from = s.decided.get(id)?.from;
    const exact = found.filter(el =>
      buttons.callsOf(el).some(name => isExactly(s, rule.button, name)),
    );
    // what would be kept is what is drawn now, and nothing besides
    if (found.length !== 1 || exact.length !== 1 || !from || drawn(from) !== 'denied')
      return 'save';
    if (!from.st.element || hasDrafts(s, from.st.element, rule)) return 'save';
    if (!press.reachable(exact[0], exact[0])) return 'covered';
    press.press(exact[0], run.hear);
    return '';
  }

  /** Does the page keep it, by all that can be seen here? @param {Job} job */
  async function keep({ s, id, run }) {
    const met = await until(s, run, KEEP_MS, () => {
      const its = s.decided.get(id);
      if (!its) return null;
      if (its.verdict?.how === 'changed' && its.verdict.training === 'denied') return 'kept';
      return drawn(its.from) === 'allowed' ? 'back' : null;
    });
    if (met === 'kept') return '';
    if (met === 'back') return 'refused';
    return s.decided.get(id)?.verdict?.why === 'unsaved' ? 'save' : 'refused';
  }

  /**
   * Would a Save keep more than this change? What somebody wrote or chose beside it.
   * @param {Session} s
   * @param {Element} control
   * @param {Save} rule
   */
  function hasDrafts(s, control, rule) {
    const scope = buttons.scopeOf(control, s.strings.get(rule.button), false) ?? safe.top(document);
    const ours = [control, ...ns.read.faces(control)];
    if (s.used.some(el => safe.connected(el) && dom.holds(scope, el) && !ours.includes(el)))
      return true;
    return safe
      .all(scope, 'input:not([type=hidden],[type=checkbox],[type=radio]),textarea')
      .some(el => {
        const field = /** @type {HTMLInputElement} */ (el);
        return field !== control && field.value !== field.defaultValue;
      });
  }

  /**
   * Looks again and again until something is met.
   * @template T
   * @param {Session} s
   * @param {Hands} run
   * @param {number} ms
   * @param {() => T | null} met
   * @returns {Promise<T | null>} null: it was not, in so long, or the page went on
   */
  async function until(s, run, ms, met) {
    const end = performance.now() + ms;
    for (;;) {
      await pause();
      // the page went on, or the person took over
      if (s.gone.signal.aborted || !s.operating) return null;
      run.look();
      const found = met();
      if (found !== null) return found;
      if (performance.now() > end) return null;
    }
  }

  ns.operate = Object.freeze({ operable, turnOff });
})();
