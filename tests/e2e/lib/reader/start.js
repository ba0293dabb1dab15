// Runs behind the engine's files in every frame; in a numbered one it starts the engine as the background would.
(async () => {
  const id = /^page-(\d+)$/.exec(window.name)?.[1];
  if (!id) return;
  const api = globalThis.browser ?? globalThis.chrome;
  const tell = (/** @type {any} */ message) => api.runtime.sendMessage({ id: Number(id), ...message });
  const { rule } = await tell({ type: 'ready' });
  globalThis.OptOutLog.run.start(rule, { send: (/** @type {any} */ message) => { void tell({ type: 'said', message }); } });
})();
