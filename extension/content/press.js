// The hand of a person, for the one press that they asked for: where a control is pressed, whether
// anybody could, and the events of a press in their order (docs/operating.md).
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe } = ns;
  const PRESSED =
    'input,button,select,a[href],[role=switch],[role=checkbox],[role=radio],[role=button],' +
    '[role=combobox],[role=option],[role=menuitem],[role=menuitemradio],[tabindex]';
  const STATES = ['aria-checked', 'aria-pressed', 'aria-selected'];

  /**
   * The one element of the control that takes the press: the control itself, or the one inside it.
   * A hidden twin beside it takes none.
   * @param {Element} control
   * @returns {Element}
   */
  function target(control) {
    if (safe.matches(control, PRESSED)) return control;
    const inner = ns.read.faces(control).filter(el => el !== control && dom.holds(control, el));
    const own = inner.filter(el => safe.attr(el, 'aria-hidden') !== 'true');
    return (own.length > 0 ? own : inner)[0] ?? control;
  }

  /** The deepest element at a point of the window. @param {number} x @param {number} y */
  function at(x, y) {
    let found = safe.at(document, x, y);
    for (let hops = 0; found && hops < 20; hops++) {
      const inner = dom.shadowOf(found);
      const next = inner && safe.at(inner, x, y);
      if (!next || next === found) break;
      found = next;
    }
    return found;
  }

  /** Where a person would put the pointer. @param {Element} el */
  function middle(el) {
    const faces = [el, ...safe.labels(el), dom.rowOf(el)];
    for (const face of faces) {
      const { left, top, width, height } = safe.rect(face);
      if (width >= 2 && height >= 2) return { x: left + width / 2, y: top + height / 2 };
    }
    return null;
  }

  /**
   * Could a person press it now: is it there, in use, and nothing in front of it? Where there is no
   * layout (tests without a browser) its attributes alone decide.
   * @param {Element} el
   * @param {Element} row what may lie in front, since it belongs to it
   */
  function reachable(el, row) {
    if (!safe.connected(el) || safe.owner(el) !== document || ns.buttons.asleep(el)) return false;
    if (safe.closest(el, '[inert]') || !dom.visible(row)) return false;
    const point = middle(el);
    if (!point) return safe.rect(safe.top(document)).width === 0;
    const front = at(point.x, point.y);
    return front !== null && (front === row || dom.holds(row, front) || isHost(front, row));
  }

  /**
   * What is inside a closed tree is met as its host.
   * @param {Element} front
   * @param {Element} row
   */
  const isHost = (front, row) => dom.hostsOf(row).includes(front);

  /**
   * Presses once. The page may turn the control at any of these events: what is turned already is
   * not pressed again.
   * @param {Element} el
   * @param {(event: Heard) => void} hear the engine's ear: it is the person's own press
   * @param {() => boolean} [stands] is the control as it was before?
   */
  function press(el, hear, stands = () => true) {
    const point = middle(el) ?? { x: 0, y: 0 };
    const how = {
      bubbles: true,
      cancelable: true,
      composed: true,
      button: 0,
      detail: 1,
      clientX: point.x,
      clientY: point.y,
    };
    const pointer = { ...how, pointerId: 1, pointerType: 'mouse', isPrimary: true, detail: 0 };
    const Pointer = globalThis.PointerEvent ?? globalThis.MouseEvent;
    hear({ type: 'pointerdown', target: el });
    el.dispatchEvent(new Pointer('pointerdown', { ...pointer, buttons: 1 }));
    el.dispatchEvent(new MouseEvent('mousedown', { ...how, buttons: 1 }));
    /** @type {HTMLElement} */ (el).focus({ preventScroll: true });
    el.dispatchEvent(new Pointer('pointerup', pointer));
    el.dispatchEvent(new MouseEvent('mouseup', how));
    if (!stands()) return;
    hear({ type: 'click', target: el });
    /** @type {HTMLElement} */ (el).click();
  }

  /**
   * Chooses an entry of a select, as its own list would.
   * @param {HTMLSelectElement} list
   * @param {HTMLOptionElement} option
   * @param {(event: Heard) => void} hear
   */
  function choose(list, option, hear) {
    list.focus({ preventScroll: true });
    hear({ type: 'change', target: list });
    list.selectedIndex = [...list.options].indexOf(option);
    for (const type of ['input', 'change'])
      list.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  }

  /** What a switch shows, without its words. @param {Element} control */
  const shows = control =>
    ns.read
      .faces(control)
      .map(el => [el.checked, ...STATES.map(name => safe.attr(el, name))].join())
      .join(';');

  ns.press = Object.freeze({ shows, target, reachable, press, choose });
})();
