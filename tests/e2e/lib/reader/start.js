// Runs behind the engine's files in every frame; in a numbered one it starts the engine as the
// background would, passes on what it says, and tells when it has come to its slow pace (it awaits
// nothing then) or when enough time has passed.
(async () => {
  /** Where something is awaited the engine looks far more often (run.js). */
  const SLOW_MS = 400;
  /** So long every page is looked at: a false word may come after a right one. */
  const LEAST_MS = 12_000;
  /** And so long one that is never decided; longer than the engine's own limit (20 s). */
  const ENOUGH_MS = 30_000;
  const id = /^page-(\d+)$/.exec(window.name)?.[1];
  if (!id) return;
  const api = globalThis.browser ?? globalThis.chrome;
  const tell = (/** @type {any} */ message) =>
    api.runtime.sendMessage({ id: Number(id), ...message });
  const { rule } = await tell({ type: 'ready' });

  // The engine's own: this world has these globals for itself, the page has others.
  const watching = new Set();
  let told = false;
  const began = performance.now();
  const over = () => {
    if (!told) {
      told = true;
      void tell({ type: 'done', observers: watching.size });
    }
  };
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver']) {
    globalThis[name] = class extends globalThis[name] {
      observe(...given) {
        watching.add(this);
        return super.observe(...given);
      }
      disconnect() {
        watching.delete(this);
        return super.disconnect();
      }
    };
  }
  const realSet = globalThis.setTimeout.bind(globalThis);
  globalThis.setTimeout = (/** @type {any} */ run, /** @type {number} */ ms) => {
    if (ms >= SLOW_MS && performance.now() - began >= LEAST_MS) over();
    return realSet(run, ms);
  };
  realSet(over, ENOUGH_MS);
  globalThis.OptOutLog.run.start(rule, {
    send: (/** @type {any} */ message) => {
      void tell({ type: 'said', message });
    },
  });
})();
