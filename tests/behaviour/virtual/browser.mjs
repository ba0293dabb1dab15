// What jsdom lacks of a browser that the engine asks: where the page comes from, what it fetched,
// whether it is shown and online.

/** @param {any} prototype @param {string} name @param {() => any} get */
const define = (prototype, name, get) =>
  Object.defineProperty(prototype, name, { get, configurable: true });

/** The entries of performance, and who watches them. @param {any} window @param {any[]} entries */
function addPerformance(window, entries) {
  const observers = new Set();
  window.performance.getEntriesByType = kind => entries.filter(entry => entry.entryType === kind);
  window.PerformanceObserver = class {
    constructor() {
      this.list = [];
    }
    observe() {
      observers.add(this);
      this.list.push(...entries.filter(entry => entry.entryType === 'resource'));
    }
    takeRecords() {
      return this.list.splice(0);
    }
    disconnect() {
      observers.delete(this);
    }
  };
  return observers;
}

/** The entry of a request that has come to its end. */
const resource = (url, began, now, status, offline) => ({
  entryType: 'resource',
  initiatorType: 'fetch',
  name: url.href,
  responseEnd: now,
  startTime: began,
  duration: now - began,
  responseStatus: offline ? 0 : status,
  decodedBodySize: offline ? 0 : 20,
  transferSize: offline ? 0 : 300,
});

/**
 * @param {any} window
 * @param {any} clock
 * @param {{type: string, referrer: string}} load how the document came
 * @param {{offline?: boolean, hidden?: boolean, held: () => string}} state as it is when asked
 */
export function dress(window, clock, { type, referrer }, state) {
  const entries = [{ type, responseStart: 0, redirectCount: 0, entryType: 'navigation' }];
  window.performance.timeOrigin = clock.epoch;
  const observers = addPerformance(window, entries);
  define(window.Document.prototype, 'referrer', () => referrer);
  define(window.navigator, 'onLine', () => !state.offline);
  define(window.Document.prototype, 'visibilityState', () => (state.hidden ? 'hidden' : 'visible'));
  window.fetch = address =>
    new Promise((resolve, reject) => {
      const url = new URL(address, window.location.href);
      const status = Number(url.searchParams.get('status') ?? 200);
      const offline = state.offline || url.searchParams.has('net'); // lost on its way
      const began = clock.now();
      const answer = { ok: status < 400, status, json: async () => ({ training: state.held() }) };
      window.setTimeout(
        () => {
          const entry = resource(url, began, clock.now(), status, offline);
          entries.push(entry);
          for (const observer of observers) observer.list.push(entry);
          if (offline) reject(new window.TypeError('Failed to fetch'));
          else resolve(answer);
        },
        offline ? 10 : Number(url.searchParams.get('ms') ?? 0),
      );
    });
}
