// The hand of a person in jsdom: whole clicks, keys, letters.

/**
 * The whole sequence of a click.
 * @param {any} window
 * @param {string|((window: any) => any)} selector
 * @returns {any} the element
 */
export function click(window, selector) {
  const el =
    typeof selector === 'function' ? selector(window) : window.document.querySelector(selector);
  if (!el) throw new Error(`nothing to click: ${selector}`);
  const view = el.ownerDocument.defaultView;
  const over = type =>
    el.dispatchEvent(
      new view.MouseEvent(type, { bubbles: true, composed: true, cancelable: true }),
    );
  over('pointerdown');
  over('mousedown');
  el.focus?.();
  over('pointerup');
  over('mouseup');
  el.click();
  return el;
}

/** A key, pressed and let go, where the focus is. @param {any} window @param {string} key */
export function press(window, key) {
  const target = window.document.activeElement ?? window.document.body;
  target.dispatchEvent(
    new window.KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
  );
  target.dispatchEvent(new window.KeyboardEvent('keyup', { key, bubbles: true, composed: true }));
}

/** Letters into a field; a line break is Enter. @param {any} window @param {any} step */
export function type(window, { on, text }) {
  const el = window.document.querySelector(on);
  el.focus();
  for (const letter of text) {
    const key = letter === '\n' ? 'Enter' : letter;
    el.dispatchEvent(new window.KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    if (letter !== '\n') el.value += letter;
    else el.form?.requestSubmit?.();
  }
}
