// How soon a page is looked at again, and what is glimpsed of its controls in between.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { read } = ns;

  /** @param {Session} s ms until the next whole look */
  function gap(s) {
    const now = performance.now();
    const passed = now - s.began;
    const touched = now - s.touchedAt;
    const hurry = touched < 15_000 || now - s.clickedAt < 5000;
    // a dialog that may come with a click
    if (!hurry && passed > 30_000 && !isThere(s)) return Infinity;
    const plain = hurry
      ? 400
      : s.open
        ? passed < 3000
          ? 300
          : passed < 30_000
            ? 600
            : 3000
        : touched < 90_000
          ? 1000
          : 5000;
    // The cheapest of the last looks is what one costs: the others were kept waiting for a busy
    // machine. And what is awaited does not wait for that either, or a plain page is read after a
    // minute.
    const costly = 15 * Math.min(...s.costs);
    return Math.max(plain, s.open ? Math.min(costly, 2000) : costly);
  }

  /** @param {Session} s is a control of the page there */
  const isThere = s =>
    s.forms.length > 0 || [...s.controls.values()].some(st => st.element?.isConnected);

  /** Did a control that is watched change since the last look? @param {Session} s */
  function glimpse(s) {
    let changed = false;
    for (const st of s.controls.values()) {
      if (!st.element) continue;
      if (!st.element.isConnected) {
        if (st.pulse !== null) changed = true;
        continue;
      }
      if (read.pulse(st.element) === st.pulse) continue;
      // back and forth between two looks is no steady state
      Object.assign(st, { key: '', since: performance.now() });
      changed = true;
    }
    return changed && !s.open;
  }

  ns.pace = Object.freeze({ gap, isThere, glimpse });
})();
