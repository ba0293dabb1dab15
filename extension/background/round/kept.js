/**
 * A round as it is kept in storage.session, and when it is looked at again.
 */
import { api, isFirefox } from '../../shared/api.js';
import { local, makeSerial, session } from '../ground/store.js';
import { tabState } from '../tab/readings.js';

/** @import { Round, RoundStep } from '../../shared/types.d.ts' */

export const ROUND_ALARM = 'round-limit';
const KEY = 'round';
/** Everything that changes a round comes one after another. */
export const serial = makeSerial();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {Round} round */
export const saveRound = round => session.set(KEY, round);

/** @returns {Promise<Round | null>} */
export async function roundState() {
  return (await session.get(KEY)) ?? null;
}

/**
 * After an erase: what a finished round found is gone too.
 * @param {string} [platform] all without one
 */
export const forgetRound = platform =>
  serial(async () => {
    const round = await roundState();
    if (!platform) await local.remove('lastRound');
    if (!round || round.state === 'running') return;
    /** @type {<T extends { platform: string }>(all: T[]) => T[]} */
    const others = all => all.filter(one => platform && one.platform !== platform);
    const steps = others(round.steps);
    const offers = round.offers && others(round.offers);
    if (steps.length + (offers?.length ?? 0) > 0)
      await saveRound({ ...round, steps, ...(offers && { offers }) });
    else await session.remove(KEY);
  });

/**
 * Looks again after a while; the newest call counts.
 * @param {number} ms
 * @param {() => unknown} look
 */
export function lookAfter(ms, look) {
  clearTimeout(timer);
  timer = setTimeout(look, ms);
  // An event page may be ended sooner than a worker, and there an alarm may ring as soon as it
  // likes.
  if (isFirefox) api.alarms.create(ROUND_ALARM, { when: Date.now() + ms + 500 });
}

export const noLook = () => clearTimeout(timer);

/**
 * What the round's tab shows of the platform that is visited: the user may have gone elsewhere in
 * it.
 * @param {Round} round
 */
export async function stateOf({ tab, steps, at }) {
  const state = tab === null ? null : await tabState(tab);
  return state?.platform === steps[at]?.platform ? state : null;
}

/** The round's tab, if it is still the round's. @param {Round} round */
export const mineOf = ({ tab, taken }) => (taken ? null : tab);

/**
 * @param {RoundStep[]} steps
 * @param {number} number
 * @param {Partial<RoundStep>} found
 */
export function noted(steps, number, found) {
  return steps.map((step, at) => (at === number ? { ...step, ...found } : step));
}

/** @param {(round: Round) => Round | Promise<Round>} work */
export async function whileRunning(work) {
  const round = await roundState();
  return round?.state === 'running' ? work(round) : round;
}
