// What a run on one settings page knows, from its beginning.
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;
  const { safe, text, senses, requests } = ns;

  /**
   * @param {Rule} rule
   * @param {RunOptions} env
   * @param {Session|null} before of the same rule in this document
   * @param {Session['send']} send
   * @returns {Session}
   */
  function begun(rule, env, before, send) {
    const compiled = rule.pages.map(entry => ({
      ...entry,
      patterns: entry.url.map(p => new URLPattern(p)),
    }));
    return /** @type {Session} */ ({
      rule,
      env,
      compiled,
      strings: text.compile(rule.strings),
      gone: new AbortController(),
      timer: 0,
      send,
      trusted: env.trusted ?? (event => event.isTrusted),
      cost: { attempts: 0, ms: 0 },
      costs: [0],
      birth: senses.birth(),
      requests: requests.requests(),
      restored: before?.restored ?? false,
      root: safe.top(document),
      // What was touched stays touched: the document is the same.
      controls: before?.controls ?? new Map(),
      saids: before?.saids ?? new Map(),
      spoke: before?.spoke ?? false,
      touchedAt: before?.touchedAt ?? -Infinity,
      clickedAt: -Infinity,
      inputAt: before?.inputAt ?? -Infinity,
      hidden: before?.hidden ?? 0,
      hiddenAt: 0,
      past: before?.past ?? new Map(),
      early: [],
      failed: 0,
      leaving: false,
      decided: before?.decided ?? new Map(),
      used: before?.used ?? [],
      ends: before?.ends ?? new Map(),
      href: '',
      visit: '',
      here: [],
      forms: [],
      began: 0,
      open: true,
      present: new Set(),
    });
  }

  /** What leads about on a page, and changes nothing. A link to nowhere may be a choice. */
  const WAYS =
    'a[href]:not([href^="#"],[href^="javascript:" i]),[role=tab],[role=navigation],nav,summary';

  /**
   * What somebody used may be a draft that a Save would keep.
   * @param {Session} s
   * @param {Heard} event
   */
  function used(s, event) {
    const target = /** @type {Element|null|undefined} */ (
      event.composedPath?.()[0] ?? event.target
    );
    if (!/^(?:keydown|change|click)$/.test(event.type) || !target?.matches) return;
    if (!safe.closest(target, WAYS)) s.used = [...s.used.slice(-49), target];
  }

  ns.session = Object.freeze({ begun, used });
})();
