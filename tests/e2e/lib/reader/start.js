// Runs behind the engine's files in every frame; in a numbered one it starts the engine as the background would, passes
// on what it says, and tells when it has no timer left: then it will say nothing more by itself.
(async () => {
  const id = /^page-(\d+)$/.exec(window.name)?.[1];
  if (!id) return;
  const api = globalThis.browser ?? globalThis.chrome;
  const tell = (/** @type {any} */ message) => api.runtime.sendMessage({ id: Number(id), ...message });
  const { rule } = await tell({ type: 'ready' });

  // The engine's own: this world has these globals for itself, the page has others.
  const live = new Set();
  const watching = new Set();
  const over = () => { if (live.size === 0) void tell({ type: 'done', observers: watching.size }); };
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'PerformanceObserver']) {
    globalThis[name] = class extends globalThis[name] {
      observe(...given) { watching.add(this); return super.observe(...given); }
      disconnect() { watching.delete(this); return super.disconnect(); }
    };
  }
  for (const [set, clear] of [['setTimeout', 'clearTimeout'], ['requestIdleCallback', 'cancelIdleCallback']]) {
    const [realSet, realClear] = [globalThis[set].bind(globalThis), globalThis[clear].bind(globalThis)];
    globalThis[set] = (run, option) => {
      const timer = realSet((/** @type {any} */ given) => {
        run(given);
        live.delete(`${set} ${timer}`); // the two count for themselves
        over();
      }, option);
      live.add(`${set} ${timer}`);
      return timer;
    };
    globalThis[clear] = (/** @type {any} */ timer) => { live.delete(`${set} ${timer}`); realClear(timer); };
  }
  globalThis.OptOutLog.run.start(rule, { send: (/** @type {any} */ message) => { void tell({ type: 'said', message }); } });
  over();
})();
