// What the browser and the page tell of the document as a whole: when it was fetched, whether it
// was restored, what stands in the way. Reads only; kept.js says what it proves (docs/verdict.md,
// "Kept").
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { dom, safe, text } = ns;

  /** A document older than this gives no new reading (ms). */
  const OLD_MS = 600_000;
  /** Prerendered longer than this before it was shown: as good as an older document. */
  const EARLY_MS = 10_000;

  /** @returns {PerformanceNavigationTiming|undefined} where the browser keeps one */
  const navigation = () =>
    /** @type {PerformanceNavigationTiming|undefined} */ (
      performance.getEntriesByType?.('navigation')[0]
    );

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
      late: globalThis.optoutlogAge !== undefined,
    };
  }

  /**
   * Firefox puts typed values back when a page is reloaded; a forced reload does not.
   * @param {Element} element
   */
  function maybeRestored(element) {
    if (
      navigation()?.type !== 'reload' ||
      (typeof globalThis.InstallTrigger === 'undefined' && !/Firefox\//.test(navigator.userAgent))
    )
      return false;
    if (safe.nameOf(element) === 'select')
      return [.../** @type {HTMLSelectElement} */ (element).options].some(
        option => option.selected !== option.defaultSelected,
      );
    return safe.nameOf(element) === 'input' && element.checked !== element.defaultChecked;
  }

  /**
   * Did the server draw what was posted, which it may have refused? A plain visit comes from
   * elsewhere, a stored change by way of a redirect; loading such a page again posts the same once
   * more, or loads what a redirect had led to.
   * @param {Element} element
   * @returns {'yes'|'perhaps'|'no'}
   */
  function posted(element) {
    const form = safe.closest(element, 'form');
    const entry = navigation();
    if (
      !entry ||
      entry.redirectCount > 0 ||
      !form ||
      safe.attr(form, 'method')?.toLowerCase() !== 'post'
    )
      return 'no';
    if (!URL.canParse(document.referrer)) return 'no';
    const from = new URL(document.referrer);
    if (from.origin !== location.origin || from.pathname !== location.pathname) return 'no';
    return entry.type === 'reload' ? 'perhaps' : entry.type === 'navigate' ? 'yes' : 'no';
  }

  const BUSY = '[aria-busy=true],[role=progressbar],progress';
  const TOKEN = new RegExp(
    '(^|[-_\\s])(spinner|spinning|spin|skeleton|shimmer|loading|loader|isloading|ghost-text|' +
      'placeholder-glow|nprogress)($|[-_\\s\\d])',
    'i',
  );
  const LIVE = 'output,[role=status],[role=alert],[aria-live=polite],[aria-live=assertive]';
  /** "Loading" without dots, as a whole text. */
  const LOADING = new Set(
    (
      'loading|loading settings|please wait|one moment|one moment please|just a moment|wird ' +
      'geladen|lädt|laden|bitte warten|chargement|chargement en cours|veuillez ' +
      'patienter|cargando|espere|espera|' +
      ('por favor espere|carregando|a carregar|aguarde|caricamento|caricamento in ' +
        'corso|attendere|attendi|bezig met laden|even geduld|ładowanie|wczytywanie|proszę ' +
        'czekać|laddar|indlæser|laster inn|ladataan|načítání|načítava sa|') +
      ('betöltés|se încarcă|yükleniyor|загрузка|завантаження|зареждане|φόρτωση|جار ' +
        'التحميل|جاري التحميل|טוען|لطفا صبر کنید|लोड हो रहा है|กำลังโหลด|đang ' +
        'tải|memuat|読み込み中|読み込んでいます|正在加载|加载中|載入中|正在載入|로드 중|로딩 중|불러오는 중')
    )
      .split('|')
      .map(word => text.normalise(word)),
  );

  /**
   * The part of the page that a control belongs to: dialog, form, section, main.
   * @param {Element} element
   */
  function regionOf(element) {
    let region = dom.rowOf(element);
    for (
      let node = /** @type {Element|null} */ (element), hops = 0;
      node && hops < 12;
      node = dom.up(node), hops++
    ) {
      if (/^(body|html)$/.test(safe.nameOf(node))) break;
      region = node;
      if (
        safe.matches(
          node,
          'dialog,[role=dialog],[role=alertdialog],[role=tabpanel],form,section,main,[role=main]',
        ) &&
        node !== element
      )
        break;
    }
    return region;
  }

  /** Is something of the control's region still loading? @param {Element} element */
  function busy(element) {
    for (let node = /** @type {Element|null} */ (element); node; node = dom.up(node))
      if (safe.attr(node, 'aria-busy') === 'true') return true;
    const region =
      dom.around(element, 'dialog,[role=dialog],[role=alertdialog],main,[role=main]') ??
      regionOf(element);
    const parts = dom.trees(document).filter(tree => {
      const host = dom.hostOf(tree);
      return host && dom.holds(region, host);
    });
    const all = [region, ...parts].flatMap(tree => safe.all(tree, '*').slice(0, 1500));
    // What lies over the page, or is drawn on its edge, is a child of the body by itself.
    const over = [...safe.children(safe.body(document) ?? region)]
      .filter(el => !dom.holds(el, element) && !safe.matches(el, 'header,nav,footer,aside,script'))
      .flatMap(el => [el, ...safe.all(el, '*').slice(0, 8)]);
    if ([...all, ...over.filter(el => !dom.holds(region, el))].some(el => isBusy(el) && shown(el)))
      return true;
    if (all.some(el => safe.matches(el, LIVE) && waits(safe.text(el)) && shown(el))) return true;
    const row = dom.rowOf(element);
    if (
      waits(lastWords(row)) ||
      [row, ...safe.all(row, '*')].some(
        el => !safe.first(el) && LOADING.has(text.normalise(safe.text(el) ?? '')) && shown(el),
      )
    )
      return true;
    const animations = document.getAnimations?.() ?? [];
    return animations
      .slice(0, 200)
      .some(
        one =>
          one.playState === 'running' &&
          one.effect?.getTiming?.().iterations === Infinity &&
          one.effect.target &&
          safe.contains(region, one.effect.target) &&
          shown(one.effect.target),
      );
  }

  /** @param {Element} el */
  function isBusy(el) {
    if (
      safe.matches(el, BUSY) ||
      (/(spinner|skeleton|loader|progress)/.test(safe.nameOf(el)) && safe.nameOf(el).includes('-'))
    )
      return true;
    if (
      ['class', 'id', 'data-testid'].some(name =>
        TOKEN.test((safe.attr(el, name) ?? '').replace(/([a-z])([A-Z])/g, '$1-$2')),
      )
    )
      return !safe.matches(el, 'input,select,textarea,button');
    return (
      safe.matches(el, 'img,svg,[role=img]') &&
      ['alt', 'aria-label', 'title'].some(name =>
        LOADING.has(text.normalise(safe.attr(el, name) ?? '')),
      )
    );
  }

  /**
   * Words that end in dots tell of something to come, in every language.
   * @param {string|null} value
   */
  const waits = value =>
    !!value &&
    value.trim().length <= 80 &&
    (/(…|\.\.\.|⋯)\s*$/.test(value) || LOADING.has(text.normalise(value)));

  /** @param {Element} row its last text */
  function lastWords(row) {
    const texts = [...safe.all(row, '*')]
      .slice(-40)
      .filter(el => !safe.first(el) && safe.text(el)?.trim());
    return texts.at(-1)?.textContent ?? '';
  }

  /** @param {Element} el */
  const shown = el => dom.visible(el);

  /**
   * A question that lies over the page and does not hold the control.
   * @param {Element|null} element
   * @returns {Element|null}
   */
  function question(element) {
    const list = dom
      .trees(document)
      .flatMap(tree => safe.all(tree, 'dialog,[aria-modal=true],[role=alertdialog]'));
    return (
      list.find(
        el =>
          (safe.nameOf(el) !== 'dialog' || safe.has(el, 'open')) &&
          !(element && dom.holds(el, element)) &&
          dom.visible(el) &&
          (safe.text(el) ?? '').trim() !== '',
      ) ?? null
    );
  }

  /** Texts of alerts that stand on the page. @returns {Set<string>} */
  function alerts() {
    /** @type {Set<string>} */
    const found = new Set();
    for (const el of dom
      .trees(document)
      .flatMap(tree => safe.all(tree, '[role=alert],[aria-live=assertive]'))) {
      const words = text.normalise(safe.text(el) ?? '');
      if (words && shown(el)) found.add(words);
    }
    return found;
  }

  /**
   * Texts of status lines and other polite regions, wherever they are: toasts lie at the end of the
   * body.
   * @param {Element} element
   * @param {boolean} [near] those beside the control alone
   * @returns {Set<string>}
   */
  function statuses(element, near = false) {
    /** @type {Set<string>} */
    const found = new Set();
    const row = dom.rowOf(element);
    const main = dom.around(element, 'dialog,[role=dialog],main,[role=main]') ?? regionOf(element);
    for (const el of dom
      .trees(document)
      .flatMap(tree => safe.all(tree, 'output,[role=status],[aria-live=polite]'))) {
      const words = text.normalise(safe.text(el) ?? '');
      // A clock ticks; the control may live in such a region, or its row may hold its state there.
      if (
        words &&
        !/^[\d\s:.,/%+-]*$/.test(words) &&
        !dom.holds(el, element) &&
        !(dom.holds(row, el) && words.length <= 12) &&
        (!near || dom.holds(main, el)) &&
        shown(el)
      )
        found.add(words);
    }
    return found;
  }

  ns.senses = Object.freeze({
    OLD_MS,
    EARLY_MS,
    birth,
    maybeRestored,
    posted,
    regionOf,
    busy,
    question,
    alerts,
    statuses,
  });
})();
