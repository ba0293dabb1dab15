// What the background asks of a page that is read: to stop, to show a control, to operate it.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { operate, reveal } = ns;

  /**
   * @param {Session} s
   * @param {Hands & { stop: () => void, runs: () => boolean }} run
   */
  function listen(s, run) {
    if (s.asked) return; // a page that writes itself anew has us listen again
    s.asked = true;
    ns.api?.runtime?.onMessage?.addListener?.((message, _sender, respond) => {
      if (!run.runs()) return;
      const control = String(message?.control);
      if (message?.type === 'stop') run.stop();
      if (message?.type === 'show') show(s, control);
      if (message?.type === 'operate') begin(s, control, run);
      // at once: a browser may lose an answer that takes its time
      if (/^operated?$/.test(message?.type ?? ''))
        respond(s.ends.has(control) ? s.ends.get(control) : 'lost');
    });
  }

  /** @param {Session} s @param {string} control @param {Hands} run */
  function begin(s, control, run) {
    if (s.ends.get(control) === null) return; // it is under way
    const end = (/** @type {Operated} */ ended) => s.ends.set(control, ended);
    if ([...s.ends.values()].includes(null)) return end('again'); // another one is
    s.ends.set(control, null);
    operate.turnOff(s, control, run).then(end, () => end('lost'));
  }

  /** @param {Session} s @param {string} id of the control that a person wants to be shown */
  function show(s, id) {
    const states = [...s.controls].filter(([slot]) => slot.split(' ')[0] === id);
    states.some(([, st]) => st.element && reveal.reveal(st.element));
  }

  ns.asked = Object.freeze({ listen });
})();
