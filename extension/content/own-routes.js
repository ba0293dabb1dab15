// The addresses of a rule that the user made or mended are in no packaged file: they are asked for,
// and boot.js takes them when they come (docs/own-rules.md, "Reading it again").
(() => {
  if (globalThis.optoutlogRoutes) return;
  const api = globalThis.browser ?? globalThis.chrome;
  /** @type {Routes} */
  const routes = { platform: '', pages: [], asked: true };
  globalThis.optoutlogRoutes = routes;

  /** @param {number} tries of a question that nobody answered */
  function ask(tries) {
    if (!api.runtime?.id) return;
    const again = () => {
      if (tries > 0) setTimeout(ask, 700, tries - 1);
    };
    const told = /** @type {Promise<(Routes & { ok: boolean }) | null>} */ (
      Promise.resolve(api.runtime.sendMessage({ type: 'routes', v: 1 }))
    );
    told.then(answer => {
      if (!answer) return again();
      if (answer.ok) Object.assign(routes, { platform: answer.platform, pages: answer.pages });
      routes.asked = false;
      globalThis.optoutlogBoot?.know();
    }, again);
  }
  ask(4);
})();
