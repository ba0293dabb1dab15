// Virtual time for one jsdom window: timers, performance.now and Date move only when a test says
// so. No test waits.

/**
 * @param {any} window jsdom's, before its scripts run
 * @param {number} [offset] ms by which the calendar is ahead already
 * @returns {{advance: (ms: number) => Promise<void>, now: () => number, pending: () => number}}
 */
export function installClock(window, offset = 0) {
  let now = 0;
  let last = 0;
  /** @type {Map<number, {at: number, run: () => void, every: number}>} */
  const timers = new Map();
  const epoch = Date.UTC(2026, 10, 24, 12) + offset;

  const add = (run, ms, every, args) => {
    timers.set(++last, { at: now + Math.max(0, Number(ms) || 0), run: () => run(...args), every });
    return last;
  };
  window.setTimeout = (run, ms, ...args) => add(run, ms, 0, args);
  window.setInterval = (run, ms, ...args) => add(run, ms, Math.max(1, Number(ms) || 1), args);
  window.clearTimeout = window.clearInterval = id => {
    timers.delete(id);
  };
  window.requestAnimationFrame = run => add(run, 16, 0, [now + 16]);
  window.requestIdleCallback = run =>
    add(run, 1, 0, [{ didTimeout: false, timeRemaining: () => 10 }]);
  Object.defineProperty(window, 'performance', { value: { now: () => now } });
  const RealDate = window.Date;
  window.Date = class extends RealDate {
    constructor(...args) {
      if (args.length) super(...args);
      else super(epoch + now);
    }
    static now() {
      return epoch + now;
    }
  };

  /** Lets promises and mutation records run. */
  const settle = () =>
    new Promise(done => {
      setImmediate(done);
    });

  async function advance(ms) {
    const end = now + ms;
    for (;;) {
      let next = null;
      for (const [id, timer] of timers)
        if (timer.at <= end && (!next || timer.at < next[1].at)) next = [id, timer];
      if (!next) break;
      const [id, timer] = next;
      now = Math.max(now, timer.at);
      if (timer.every) timer.at += timer.every;
      else timers.delete(id);
      timer.run();
      await settle();
    }
    now = end;
    await settle();
  }
  return { advance, now: () => now, epoch, pending: () => timers.size };
}
