// What a person did to a control, and what casts doubt on it since: a button that saves appeared or
// woke, new words, a question, a failed request, no network, a jump back. Words are compared, not
// understood, so it holds in every language; the few that are known only spare a true answer a
// false doubt (docs/verdict.md, "Kept").
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe, lines, senses, trouble, buttons } = ns;
  const { ACTIONS, asleep, actions, callsOf } = buttons;

  /** So long after an input on the control or its label a change is still that person's (ms), */
  const BY_HAND_MS = 8000;
  /** and so long after one on the rest of its row, which only some rows hear. */
  const BY_ROW_MS = 1500;
  /** A flip so soon after an input elsewhere on the page may be that input's doing. */
  const ELSEWHERE_MS = 10_000;
  const QUESTION_MS = 120_000;
  const PRESSABLE = `${ACTIONS},input,select,textarea,[role=switch],[role=checkbox],[role=radio]`;
  const ARROWS =
    'select,input[type=radio],[role=radio],[role=radiogroup],[role=combobox],[role=listbox],' +
    '[role=slider]';
  const CHOICES = '[role=option],[role=menuitem],[role=menuitemradio],[role=menuitemcheckbox]';
  const POPUPS =
    '[role=listbox],[role=menu],[role=option],[role=dialog],[role=alertdialog],dialog,[popover]';

  /** A person's hand on a control: what the page was before it. @param {State} st */
  function begin(st) {
    const now = performance.now();
    if (st.touch) {
      st.touch.at = now;
      return;
    }
    const sleepers = actions().filter(asleep);
    st.touch = {
      first: now,
      at: now,
      acted: -Infinity,
      span: 0,
      down: false,
      before: st.raw,
      words: lines.words(),
      sleepers: new Set(sleepers),
      asleep: new Set(sleepers.flatMap(callsOf)),
      pressed: -Infinity,
      answered: -Infinity,
      flipped: -Infinity,
      questioned: false,
      refused: false,
      asides: lines.asides(),
      troubled: false,
      offline: !navigator.onLine,
      jumped: false,
      moved: false,
    };
  }

  /**
   * A trusted event of the page.
   * @param {Heard} event with type, composedPath or target
   * @param {State} st
   * @param {Phrases} saveKey compiled names of the rule's Save
   * @returns {boolean} whether it concerns this control
   */
  function hear(event, st, saveKey) {
    if (!st.element?.isConnected) return false;
    const target = /** @type {Element|null|undefined} */ (
      event.composedPath?.()[0] ?? event.target
    );
    if (!target?.matches) return false;
    if (event.type === 'keydown' && !/^( |Enter|Escape|Arrow\w+|Spacebar)$/.test(event.key ?? ''))
      return false;
    const path = pathOf(target);
    if (event.type === 'change') {
      // Browsers call it trusted even where a script made the click; of a select it is a person's
      // choice alone.
      if (safe.nameOf(target) !== 'select' || !path.includes(st.element)) return false;
      begin(st);
      acts(event, /** @type {Touched} */ (st), BY_HAND_MS);
      return true;
    }
    if (event.type !== 'submit' && ours(path, st.element) && event.key !== 'Escape') {
      begin(st);
      acts(event, /** @type {Touched} */ (st), spanOf(event, path, st.element));
      return true;
    }
    if (!st.touch) return false;
    const touched = /** @type {Touched} */ (st);
    return answers(event, path, touched) || presses(event, path, touched, saveKey);
  }

  /**
   * An input that may change the control, for so long (ms; 0: it cannot). Pressing a button down
   * and letting it go is one input: what turned in between is not turned once more by it.
   * @param {Heard} event
   * @param {Touched} st
   * @param {number} span
   */
  function acts(event, { touch }, span) {
    const now = performance.now();
    const same = event.type === 'click' && touch.down && touch.flipped > touch.acted;
    touch.down = event.type !== 'click';
    // A slow answer to a click on the control is not cut short by one beside it.
    const waits =
      now - touch.acted < touch.span && span < touch.span && touch.flipped < touch.acted;
    if (span > 0 && !same && !waits) Object.assign(touch, { acted: now, span });
  }

  /**
   * For how long may a change be this input's doing? An arrow scrolls where the control has no use
   * for it; of a closed tree with other things in it nobody knows what was meant.
   * @param {Heard} event
   * @param {Element[]} path
   * @param {Element} element
   */
  function spanOf(event, path, element) {
    if (event.type === 'keydown' && /^Arrow/.test(event.key ?? ''))
      return path.some(el => safe.matches(el, ARROWS)) ? BY_HAND_MS : 0;
    if (path.includes(element) || safe.labels(element).some(label => path.includes(label)))
      return BY_HAND_MS;
    if (!dom.hostsOf(element).includes(path[0])) return BY_ROW_MS;
    const tree = safe.rootOf(element);
    const alone =
      safe.host(tree) === path[0] &&
      safe.all(tree, PRESSABLE).every(el => dom.holds(el, element) || dom.holds(element, el));
    return alone ? BY_HAND_MS : 0;
  }

  /** @param {Element} target @returns {Element[]} itself and all that holds it */
  function pathOf(target) {
    /** @type {Element[]} */
    const path = [];
    for (let node = /** @type {Element|null} */ (target); node; node = dom.up(node))
      path.push(node);
    return path;
  }

  /**
   * On the control, its label, its row: not on another thing in the row.
   * @param {Element[]} path
   * @param {Element} element
   */
  function ours(path, element) {
    if (path.includes(element) || safe.labels(element).some(label => path.includes(label)))
      return true;
    // Of a closed tree, or a frame, no more is heard than that it was there.
    if (dom.hostsOf(element).includes(path[0])) return true;
    const row = dom.rowOf(element);
    // The label of another control is not ours.
    const label = path.find(el => safe.nameOf(el) === 'label');
    const labelled = label && safe.control(label);
    if (labelled && !dom.holds(row, labelled)) return false;
    const at = path.indexOf(row);
    if (at < 0 && !dom.holds(row, path[0])) return false;
    const within = path.slice(0, at < 0 ? path.length : at);
    if (
      within.some(
        el => safe.matches(el, PRESSABLE) && !dom.holds(el, element) && !dom.holds(element, el),
      )
    )
      return false;
    return !within.some(el => safe.matches(el, dom.HEADINGS));
  }

  /**
   * In a question or a list that the control opened.
   * @param {Heard} event
   * @param {Element[]} path
   * @param {Touched} st
   */
  function answers(event, path, st) {
    const now = performance.now();
    const open = senses.question(st.element);
    if (event.key === 'Escape') {
      if (open || st.touch.questioned) st.touch.refused = true;
      return true;
    }
    const popup = path.find(el => safe.matches(el, POPUPS) && !dom.holds(el, st.element));
    if (!popup || now - st.touch.at > QUESTION_MS) return false;
    const action = path.find(el => safe.matches(el, ACTIONS));
    if (action && callsOf(action).some(buttons.isCancel)) st.touch.refused = true;
    else if (action) {
      st.touch.refused = false;
      if (event.type === 'click' && callsOf(action).length > 0) st.touch.answered = now;
    }
    st.touch.at = now;
    if (action || path.some(el => safe.matches(el, CHOICES))) acts(event, st, BY_HAND_MS);
    return true;
  }

  /**
   * On the Save that belongs to it.
   * @param {Heard} event
   * @param {Element[]} path
   * @param {Touched} st
   * @param {Phrases} saveKey
   */
  function presses(event, path, st, saveKey) {
    if (event.type === 'keydown' && event.key !== 'Enter' && event.key !== ' ') return false;
    const form = safe.closest(st.element, 'form');
    const mine =
      event.type === 'submit'
        ? form !== null && path[0] === form
        : path.some(
            el =>
              safe.matches(el, ACTIONS) &&
              buttons.saves(el, st.element, saveKey, buttons.scopeOf(st.element, saveKey, true)),
          );
    if (!mine) return false;
    st.touch.at = performance.now();
    acts(event, st, BY_HAND_MS);
    // The browser does not send what is not filled in.
    if (!(form && safe.matches(form, ':invalid') && !safe.has(form, 'novalidate')))
      st.touch.pressed = st.touch.at;
    return true;
  }

  /**
   * What casts doubt on the person's change, as the page is now.
   * @param {Touched} st @param {DoubtContext} of @returns {Doubt}
   */
  function doubt(st, { saveKey, requests, isState }) {
    const touch = st.touch;
    const now = performance.now();
    if (!navigator.onLine) touch.offline = true;
    if (touch.offline || touch.jumped) return 'unsettled';
    if (requests.failedSince(touch.first)) return 'unsettled';
    // An error that went again was one all the same.
    if (touch.troubled || [...lines.asides()].some(words => !touch.asides.has(words))) {
      touch.troubled = true;
      return 'unsettled';
    }
    const open = senses.question(st.element);
    if (open) {
      touch.questioned = touch.questioned || safe.all(open, ACTIONS).length > 0;
      return 'unsaved';
    }
    // It went without an answer: by a click beside it, or by the page.
    if (touch.questioned && touch.answered < touch.flipped && touch.answered < touch.first)
      return 'unsaved';
    if (touch.refused) return 'unsaved';
    if (safe.attr(st.element, 'aria-invalid') === 'true') return 'unsettled';
    const all = actions();
    const still = new Set(all.filter(asleep).flatMap(callsOf));
    for (const el of all) {
      if (
        asleep(el) ||
        dom.holds(st.element, el) ||
        dom.holds(el, st.element) ||
        safe.closest(el, 'nav,[role=navigation]')
      )
        continue;
      // awake now: the same one, or one made anew in its place
      const woke =
        touch.sleepers.has(el) ||
        callsOf(el).some(name => touch.asleep.has(name) && !still.has(name));
      if (woke && dom.visible(el)) return 'unsaved';
    }
    if (touch.pressed < touch.flipped && buttons.awake(st.element, saveKey).length > 0)
      return 'unsaved';
    return newWords(st, isState, now);
  }

  /**
   * Words that were not there before the hand.
   * @param {Touched} st
   * @param {(value: string) => boolean} isState
   * @param {number} now
   */
  function newWords(st, isState, now) {
    let said = /** @type {Doubt} */ ('');
    for (const [value, el] of lines.news(st.touch.words)) {
      if (isState(value) || !safe.connected(el) || dom.holds(st.element, el) || !dom.visible(el))
        continue;
      // A button that saves may be gone at once when it was pressed.
      if (safe.closest(el, ACTIONS) || safe.nameOf(el).includes('-')) return 'unsaved';
      said = 'unsettled';
      if (trouble.isTrouble(value)) st.touch.troubled = true;
    }
    return now - st.touch.pressed < 300 ? '' : said;
  }

  ns.changes = Object.freeze({ ELSEWHERE_MS, begin, hear, doubt });
})();
