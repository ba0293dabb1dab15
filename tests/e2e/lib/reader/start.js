// Runs behind the engine's files in every frame; in a numbered one it starts the engine as the background would, passes
// on what it says, and tells when it has come to its slow pace (it awaits nothing then) or when enough time has passed.
(async () => {
  /** Where something is awaited the engine looks far more often (run.js). */
  const SLOW_MS = 400;
  /** A page that is never decided is looked at for so long; twice the engine's own limit for a page that shows nothing. */
  const ENOUGH_MS = 20_000;
  const id = /^page-(\d+)$/.exec(window.name)?.[1];
  if (!id) return;
  const api = globalThis.browser ?? globalThis.chrome;
  const tell = (/** @type {any} */ message) => api.runtime.sendMessage({ id: Number(id), ...message });
  const { rule } = await tell({ type: 'ready' });

  // The engine's own: this world has these globals for itself, the page has others.
  const watching = new Set();
  let told = false;
  const over = () => { if (!told) { told = true; void tell({ type: 'done', observers: watching.size }); } };
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver']) {
    globalThis[name] = class extends globalThis[name] {
      observe(...given) { watching.add(this); return super.observe(...given); }
      disconnect() { watching.delete(this); return super.disconnect(); }
    };
  }
  const realSet = globalThis.setTimeout.bind(globalThis);
  globalThis.setTimeout = (/** @type {any} */ run, /** @type {number} */ ms) => {
    if (ms >= SLOW_MS) over();
    return realSet(run, ms);
  };
  realSet(over, ENOUGH_MS);
  globalThis.OptOutLog.run.start(rule, { send: (/** @type {any} */ message) => { void tell({ type: 'said', message }); } });
})();
