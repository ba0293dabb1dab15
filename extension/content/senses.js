// What the browser and the page tell of the document as a whole: when it was fetched, whether it was restored, whether
// requests still end, what stands in the way. Reads only; kept.js says what it proves (docs/verdict.md, "Kept").
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe, text } = ns;

  /** A document older than this gives no new reading (ms). */
  const OLD_MS = 600_000;
  /** Prerendered longer than this before it was shown: as good as an older document. */
  const EARLY_MS = 10_000;

  /** @returns {PerformanceNavigationTiming|undefined} where the browser keeps one */
  const navigation = () => /** @type {PerformanceNavigationTiming|undefined} */ (performance.getEntriesByType?.('navigation')[0]);

  /**
   * How this document came to be. `witnessed`: we were there before the page's own scripts.
   * @returns {Birth} fetched: ms since the epoch;
   *   early: ms between being fetched and being shown, where it was prerendered
   */
  function birth() {
    const entry = navigation();
    const start = performance.timeOrigin ?? Date.now() - performance.now();
    const cached = entry?.deliveryType === 'cache' && !entry.workerStart;
    return {
      fetched: start + (entry?.responseStart ?? 0),
      restored: entry?.type === 'back_forward' || document.wasDiscarded === true || cached,
      early: entry?.activationStart ? entry.activationStart - entry.responseStart : 0,
      witnessed: globalThis.optoutlogBoot?.early ?? true,
    };
  }

  /** Firefox puts typed values back when a page is reloaded; a forced reload does not. @param {Element} element */
  function maybeRestored(element) {
    if (navigation()?.type !== 'reload' || typeof globalThis.InstallTrigger === 'undefined' && !/Firefox\//.test(navigator.userAgent)) return false;
    if (safe.nameOf(element) === 'select') return [.../** @type {HTMLSelectElement} */ (element).options].some((option) => option.selected !== option.defaultSelected);
    return safe.nameOf(element) === 'input' && element.checked !== element.defaultChecked;
  }

  /** Two labels, three below short second ones (co.uk). @param {string} host */
  function siteOf(host) {
    const labels = host.split('.');
    const short = labels.length > 2 && labels[labels.length - 1].length === 2 && labels[labels.length - 2].length <= 3;
    return labels.slice(short ? -3 : -2).join('.');
  }

  /**
   * The page's own requests that can carry an answer: fetch, XHR, scripts, to its own site.
   * @returns {Requests} last: when the newest one ended; slowest: ms that the longest answer took, scripts apart;
   *   refused: answered with an error, which a blocker's request is not;
   *   across: asked before that moment, answered after it
   */
  function requests() {
    let last = -Infinity;
    let slowest = 0;
    /** @type {{from: number, at: number, refused: boolean}[]} */
    const failed = [];
    const site = siteOf(location.hostname);
    const take = (/** @type {PerformanceEntryList} */ entries) => {
      for (const entry of /** @type {PerformanceResourceTiming[]} */ (entries)) {
        if (!/^(fetch|xmlhttprequest|script)$/.test(entry.initiatorType)) continue;
        /** @type {URL} */
        let url;
        try { url = new URL(entry.name); } catch { continue; }
        if (siteOf(url.hostname) !== site) continue;
        last = Math.max(last, entry.responseEnd);
        if (entry.initiatorType !== 'script') slowest = Math.max(slowest, entry.duration);
        const own = url.origin === location.origin;
        if (entry.responseStatus >= 400 || (own && entry.responseStatus === 0 && entry.decodedBodySize === 0 && entry.transferSize === 0)) {
          failed.push({ from: entry.startTime, at: entry.responseEnd, refused: entry.initiatorType !== 'script' && entry.responseStatus >= 400 });
        }
      }
    };
    /** @type {PerformanceObserver|null} */
    let observer = null;
    try {
      observer = new PerformanceObserver((list) => take(list.getEntries()));
      observer.observe({ type: 'resource', buffered: true });
    } catch { /* not every place has it; then nothing is known */ }
    const now = () => { if (observer) take(observer.takeRecords()); };
    return {
      last: () => { now(); return last; },
      slowest: () => { now(); return slowest; },
      failedSince: (at) => { now(); return failed.some((one) => one.at > at); },
      refusedSince: (at) => { now(); return failed.some((one) => one.at > at && one.refused); },
      refusedAcross: (at) => { now(); return failed.some((one) => one.from < at && one.at > at && one.refused); },
      stop: () => observer?.disconnect(),
    };
  }

  const BUSY = '[aria-busy=true],[role=progressbar],progress:not([value])';
  const TOKEN = /(^|[-_\s])(spinner|spinning|spin|skeleton|shimmer|loading|loader|isloading|ghost-text|placeholder-glow)($|[-_\s\d])/i;
  const LIVE = '[role=status],[role=alert],[aria-live=polite],[aria-live=assertive]';

  /** The part of the page that a control belongs to: dialog, form, section, main. @param {Element} element */
  function regionOf(element) {
    let region = dom.rowOf(element);
    for (let node = /** @type {Element|null} */ (element), hops = 0; node && hops < 12; node = dom.up(node), hops++) {
      if (/^(body|html)$/.test(safe.nameOf(node))) break;
      region = node;
      if (safe.matches(node, 'dialog,[role=dialog],[role=alertdialog],[role=tabpanel],form,section,main,[role=main]') && node !== element) break;
    }
    return region;
  }

  /** Is something of the control's region still loading? @param {Element} element */
  function busy(element) {
    for (let node = /** @type {Element|null} */ (element); node; node = dom.up(node)) if (safe.attr(node, 'aria-busy') === 'true') return true;
    const region = regionOf(element);
    const all = [...safe.all(region, '*')].slice(0, 1500);
    if (all.some((el) => (safe.matches(el, BUSY) || TOKEN.test(safe.attr(el, 'class') ?? '') || TOKEN.test(safe.attr(el, 'data-testid') ?? '')) && shown(el))) return true;
    if (all.some((el) => safe.matches(el, LIVE) && waits(safe.text(el)) && shown(el))) return true;
    if (waits(lastWords(dom.rowOf(element)))) return true;
    const animations = document.getAnimations?.() ?? [];
    return animations.slice(0, 200).some((one) => one.playState === 'running' && one.effect?.getTiming?.().iterations === Infinity
      && one.effect.target && safe.contains(region, one.effect.target) && shown(one.effect.target));
  }

  /** Words that end in dots tell of something to come, in every language. @param {string|null} value */
  const waits = (value) => !!value && value.trim().length <= 80 && /(…|\.\.\.|⋯)\s*$/.test(value);

  /** @param {Element} row its last text */
  function lastWords(row) {
    const texts = [...safe.all(row, '*')].slice(-40).filter((el) => !safe.first(el) && safe.text(el)?.trim());
    return texts.at(-1)?.textContent ?? '';
  }

  /** @param {Element} el */
  const shown = (el) => dom.visible(el);

  /** A question that lies over the page and does not hold the control. @param {Element|null} element @returns {Element|null} */
  function question(element) {
    const list = [...safe.all(document, 'dialog,[aria-modal=true],[role=alertdialog]')];
    return list.find((el) => (safe.nameOf(el) !== 'dialog' || safe.has(el, 'open')) && !(element && dom.holds(el, element))
      && dom.visible(el) && (safe.text(el) ?? '').trim() !== '') ?? null;
  }

  /** Texts of alerts that stand on the page. @returns {Set<string>} */
  function alerts() {
    /** @type {Set<string>} */
    const found = new Set();
    for (const el of safe.all(document, '[role=alert],[aria-live=assertive]')) {
      const words = text.normalise(safe.text(el) ?? '');
      if (words && shown(el)) found.add(words);
    }
    return found;
  }

  /** Texts of status lines beside the control. @param {Element} element @returns {Set<string>} */
  function statuses(element) {
    /** @type {Set<string>} */
    const found = new Set();
    const main = safe.closest(element, 'dialog,[role=dialog],main,[role=main]') ?? safe.body(document);
    for (const el of safe.all(main, '[role=status]')) {
      const words = text.normalise(safe.text(el) ?? '');
      if (words && shown(el)) found.add(words);
    }
    return found;
  }

  ns.senses = Object.freeze({ OLD_MS, EARLY_MS, birth, maybeRestored, requests, regionOf, busy, question, alerts, statuses });
})();
