// Boot: the only code that runs on a granted host outside its settings pages. It compares the address with the
// platform's page patterns (routes/<platform>.js, generated from the rule) and says 'page' or 'left'. It reads nothing.
(() => {
  const routes = globalThis.optoutlogRoutes;
  if (!routes || globalThis.optoutlogBoot) return;
  const api = globalThis.browser ?? globalThis.chrome;
  const pages = routes.pages.map((page) => ({
    id: page.id,
    url: page.url.map((pattern) => new URLPattern(pattern)),
  }));
  let here = '';
  const gone = new AbortController();

  /** @param {string} type */
  function say(type) {
    try {
      // An orphan (the extension was updated or removed) has no runtime id: it falls silent for good.
      if (!api.runtime?.id) return gone.abort();
      Promise.resolve(api.runtime.sendMessage({ type, v: 1, platform: routes.platform })).catch(() => {});
    } catch {
      gone.abort();
    }
  }

  function look() {
    const found = pages.filter((page) => page.url.some((p) => p.test(location.href)));
    const now = found.map((page) => page.id).join();
    if (now === here) return;
    const before = here;
    here = now;
    if (now) say('page');
    else if (before) say('left');
  }

  globalThis.optoutlogBoot = Object.freeze({ look });
  const signal = gone.signal;
  // Same-document navigations of the page's own scripts are seen in the isolated world in both browsers.
  globalThis.navigation?.addEventListener('currententrychange', look, { signal });
  addEventListener('popstate', look, { signal });
  addEventListener('hashchange', look, { signal });
  // Back from the back-forward cache: the background has forgotten this tab.
  addEventListener('pageshow', (event) => { if (event.persisted) { here = ''; look(); } }, { signal });
  look();
})();
