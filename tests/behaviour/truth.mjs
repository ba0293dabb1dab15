// What the server held at every moment, and what contradicts it. Pure; times as in judge.mjs.
import { realTime } from './clock.mjs';

/** The states that a reading can be decisive about. */
export const KNOWN = ['allowed', 'denied'];
/** An entry's time may miss a change of the truth by this much. */
export const TOLERANCE = 1000;

const same = (a, b) => (a ?? '').trim().toLowerCase() === (b ?? '').trim().toLowerCase();

/**
 * The timeline of the truth in real time; what never came is left out.
 * @returns {any[]} with `t`
 */
export function truthOf(it, steps) {
  return it.truth
    .map(item => ({ ...item, t: realTime(item.at, steps, it.steps) }))
    .filter(({ t }) => t !== null);
}

/**
 * The items that an entry, a line or a badge can be held against: of the unit and the account that
 * it names, where the truth names them too; else of all, for then the last one is about what the
 * address shows.
 */
export function about(truth, { account = null, unit = null } = {}) {
  const named = truth.filter(
    item =>
      (item.unit !== undefined && same(item.unit, unit)) ||
      (item.account !== undefined && same(item.account, account)),
  );
  return named.length ? named : truth;
}

/** What was true at a time; null: nobody can say. */
export function trueAt(items, t) {
  if (items.length === 0 || t < items[0].t - 5000) return null;
  return (items.findLast(item => item.t <= t) ?? items[0]).training;
}

/** Everything that was true within the tolerance. */
function trueAround(items, t) {
  const within = items
    .filter(item => item.t > t - TOLERANCE && item.t <= t + TOLERANCE)
    .map(({ training }) => training);
  return [trueAt(items, t - TOLERANCE) ?? trueAt(items, t), ...within];
}

export const contradicts = (items, training, t) =>
  KNOWN.includes(training) &&
  trueAround(items, t).every(held => held !== null && held !== training);
