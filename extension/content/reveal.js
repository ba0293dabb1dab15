// Shows a person where a control is: scrolls to it and focuses it, and does nothing else.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, read, safe } = ns;

  /** @param {Element} control @returns {boolean} false: it is gone */
  function reveal(control) {
    if (!safe.connected(control)) return false;
    const row = dom.rowOf(control);
    const { height } = safe.rect(row);
    // of a row that is taller than the window its middle may be far from the control
    (height > innerHeight / 2 ? control : row).scrollIntoView({
      block: 'center',
      inline: 'nearest',
      behavior: 'instant',
    });
    const faces = /** @type {HTMLElement[]} */ (read.faces(control));
    (faces.find(el => el.tabIndex >= 0) ?? faces[0]).focus?.({ preventScroll: true });
    return true;
  }

  ns.reveal = Object.freeze({ reveal });
})();
