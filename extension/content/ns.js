// The one namespace of the content scripts. Each file adds its part; run.js, the last, freezes it.
// A second injection into the same world finds it frozen and does nothing (every file starts with
// this question).
(() => {
  if (globalThis.OptOutLog) return;
  Object.defineProperty(globalThis, 'OptOutLog', {
    value: { api: globalThis.browser ?? globalThis.chrome, version: 1 },
  });
})();
