// Boot: the only code that runs on a granted host outside its settings pages. It compares the
// address with the platform's page patterns (routes/<platform>.js, generated from the rule) and
// says 'page' or 'left'. It reads nothing. It begins before the page's own scripts: so no page can
// keep a person's input from being heard.
(() => {
  if (!globalThis.optoutlogRoutes || globalThis.optoutlogBoot) return;
  /** @type {Routes} */
  const routes = globalThis.optoutlogRoutes;
  const api = globalThis.browser ?? globalThis.chrome;
  const compiled = () =>
    routes.pages.map(page => ({
      id: page.id,
      url: page.url.map(pattern => new URLPattern(pattern)),
    }));
  let pages = compiled();
  let here = '';
  const gone = new AbortController();
  const signal = gone.signal;

  /**
   * @param {string} type
   * @param {number} [tries] of a message that nobody answered: the background may have been ended
   */
  function say(type, tries = 4) {
    const again = () => {
      if (type === 'page' && here && tries > 0) setTimeout(say, 700, type, tries - 1);
    };
    try {
      // An orphan (the extension was updated or removed) has no runtime id: it falls silent.
      if (!api.runtime?.id) return gone.abort();
      Promise.resolve(api.runtime.sendMessage({ type, v: 1, platform: routes.platform })).then(
        answer => {
          if (answer === null) again();
        },
        again,
      );
    } catch {
      gone.abort();
    }
  }

  function look() {
    if (document.prerendering) return; // nobody sees it yet
    const found = pages.filter(page => page.url.some(p => p.test(location.href)));
    const now = found.map(page => page.id).join();
    if (now === here) return;
    const before = here;
    here = now;
    if (now) say('page');
    else if (before) say('left');
  }

  /** @type {Boot} */
  const boot = {
    look,
    listen() {},
    know() {
      pages = compiled();
      look();
    },
    // brought late by a click (background/tab/once.js), it may have been used before us
    early: document.readyState === 'loading' && !((globalThis.optoutlogAge ?? 0) > 1000),
    ear: null,
    heard: [],
  };
  globalThis.optoutlogBoot = boot;
  /** @param {Event} event */
  const hear = event => {
    if (!(here || routes.asked) || !event.isTrusted) return;
    if (boot.ear) boot.ear(event);
    else if (boot.heard.length < 50)
      boot.heard.push({ type: event.type, target: event.composedPath()[0] });
  };
  /** Again after a page wrote itself anew (document.open takes all listeners away). */
  boot.listen = () => {
    for (const type of ['pointerdown', 'click', 'keydown', 'change', 'submit'])
      addEventListener(type, hear, { capture: true, passive: true, signal });
  };
  boot.listen();
  // Navigations of the page's own scripts within the document are seen here in both browsers.
  globalThis.navigation?.addEventListener('currententrychange', look, { signal });
  addEventListener('popstate', look, { signal });
  addEventListener('hashchange', look, { signal });
  document.addEventListener('prerenderingchange', look, { signal });
  // Back from the back-forward cache: the background has forgotten this tab.
  addEventListener(
    'pageshow',
    event => {
      if (event.persisted) {
        here = '';
        look();
      }
    },
    { signal },
  );
  look();
})();
