// The page's own requests, as far as the browser tells of them: whether they still end, what was
// answered, what failed. kept.js says what it proves (docs/verdict.md, "Kept").
(() => {
  const ns = globalThis.OptOutLog;
  if (Object.isFrozen(ns)) return;

  /** A request that a blocker stops ends sooner than the network could (ms). */
  const BLOCKED_MS = 5;

  /** Two labels, three below short second ones (co.uk). @param {string} host */
  function siteOf(host) {
    const labels = host.split('.');
    const short =
      labels.length > 2 &&
      labels[labels.length - 1].length === 2 &&
      labels[labels.length - 2].length <= 3;
    return labels.slice(short ? -3 : -2).join('.');
  }

  /**
   * What they came to. newest: when the newest answered one began.
   * @typedef {object} Book
   * @property {number} last
   * @property {number} slowest
   * @property {number} newest
   * @property {{from: number, at: number}[]} answers
   * @property {{from: number, at: number, refused: boolean}[]} failed
   */

  /**
   * Can it carry an answer of the page's own site?
   * @param {PerformanceResourceTiming} entry
   * @param {string} site
   * @returns {URL|null} where it went
   */
  function ownOf(entry, site) {
    if (!/^(fetch|xmlhttprequest|script)$/.test(entry.initiatorType)) return null;
    if (!URL.canParse(entry.name)) return null;
    const url = new URL(entry.name);
    return siteOf(url.hostname) === site ? url : null;
  }

  /** @param {PerformanceResourceTiming} entry @param {URL} url */
  const isFailure = (entry, url) =>
    entry.responseStatus >= 400 ||
    (url.origin === location.origin &&
      entry.responseStatus === 0 &&
      entry.decodedBodySize === 0 &&
      entry.transferSize === 0);

  /** @param {Book} book @param {PerformanceResourceTiming} entry @param {URL} url */
  function note(book, entry, url) {
    const script = entry.initiatorType === 'script';
    book.last = Math.max(book.last, entry.responseEnd);
    if (!script) book.slowest = Math.max(book.slowest, entry.duration);
    const { startTime: from, responseEnd: at } = entry;
    if (isFailure(entry, url)) {
      const refused = !script && (entry.responseStatus >= 400 || entry.duration > BLOCKED_MS);
      book.failed.push({ from, at, refused });
    } else if (!script) {
      book.newest = Math.max(book.newest, from);
      book.answers.push({ from, at });
    }
  }

  /**
   * The page's own requests that can carry an answer: fetch, XHR, scripts, to its own site.
   * @returns {Requests} last: when the newest one ended; slowest: ms that the longest answer took,
   *   scripts apart;
   *   answered: asked and answered since; refused: answered with an error, or lost on its way; what
   *   a blocker stops ends at once;
   *   across, refusedAcross: asked before that moment, answered after it
   */
  function requests() {
    const site = siteOf(location.hostname);
    /** @type {Book} */
    const book = { last: -Infinity, slowest: 0, newest: -Infinity, answers: [], failed: [] };
    const take = (/** @type {PerformanceEntryList} */ entries) => {
      for (const entry of /** @type {PerformanceResourceTiming[]} */ (entries)) {
        const url = ownOf(entry, site);
        if (url) note(book, entry, url);
      }
    };
    /** @type {PerformanceObserver|null} */
    let observer = null;
    try {
      observer = new PerformanceObserver(list => take(list.getEntries()));
      observer.observe({ type: 'resource', buffered: true });
    } catch {
      /* not every place has it; then nothing is known */
    }
    const now = () => {
      if (observer) take(observer.takeRecords());
      return book;
    };
    return {
      last: () => now().last,
      slowest: () => now().slowest,
      answeredSince: at => now().newest > at,
      across: at => now().answers.some(one => one.from < at && one.at > at),
      failedSince: at => now().failed.some(one => one.at > at),
      refusedSince: at => now().failed.some(one => one.at > at && one.refused),
      refusedAcross: at => now().failed.some(one => one.from < at && one.at > at && one.refused),
      stop: () => observer?.disconnect(),
    };
  }

  ns.requests = Object.freeze({ requests });
})();
