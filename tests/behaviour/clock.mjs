// The time of a case: planned moments (milliseconds after the first page's DOMContentLoaded)
// against real ones. A step that was done late shifts everything after it, so a slow machine
// changes when things happen, never in which order.

/**
 * Pure: the real time (ms after the start) of a planned one. What is planned for the very moment of
 * a step happens when that step begins; what comes after it, as long after its end as was planned.
 * @param {number} at planned
 * @param {{at: number, began: number, ended: number | null}[]} done the steps begun so far, oldest
 *   first
 * @param {{at: number}[]} steps all of them
 * @returns {number | null} null: a step before it is still to be done
 */
export function realTime(at, done, steps) {
  const first = steps.findIndex(step => step.at === at);
  return first >= 0 ? (done[first]?.began ?? null) : dueTime(at, done, steps);
}

/** Pure: the same for a step itself: when it is to be done. */
export function dueTime(at, done, steps) {
  const before = steps.filter(step => step.at < at).length;
  if (before === 0) return at;
  const last = done[before - 1];
  return last?.ended == null ? null : last.ended + at - steps[before - 1].at;
}

export class Clock {
  /** @param {{at: number}[]} steps */
  constructor(steps) {
    this.steps = steps;
    this.zero = null;
    /** @type {{at: number, began: number, ended: number | null}[]} */
    this.done = [];
  }

  /** @param {number} wall  when the first page's DOM was there, ms since the epoch */
  start(wall) {
    this.zero = wall;
  }

  /** Ms since the start; 0 before it. */
  now() {
    return this.zero === null ? 0 : Date.now() - this.zero;
  }

  begin() {
    const step = { at: this.steps[this.done.length].at, began: this.now(), ended: null };
    this.done.push(step);
    return () => {
      step.ended = this.now();
    };
  }

  /** @returns {number | null} ms since the start */
  when(at) {
    return realTime(at, this.done, this.steps);
  }

  /** When the next step, or the end, is due: ms since the start. */
  due(at) {
    return dueTime(at, this.done, this.steps) ?? 0;
  }

  /** Has this planned moment come? Before the start only what is so from the beginning. */
  reached(at) {
    const real = this.when(at);
    return this.zero === null
      ? at <= 0 && real !== null && real <= 0
      : real !== null && real <= this.now();
  }
}
