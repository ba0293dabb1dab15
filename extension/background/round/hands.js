/**
 * Whose the round's tab is: a tab that the user has turned to is the user's, and stays open.
 */
import { saveRound, serial, whileRunning } from './kept.js';

/** @import { Round } from '../../shared/types.d.ts' */

/** A window that was opened may be given the focus by the browser, whatever it was asked. */
const OPENING = 2_000;

/**
 * The user has turned to a tab: it is the user's from now on, also after turning away from it. In
 * the round's own window it lies in front from the beginning.
 * @param {number} tabId
 * @param {number} [windowId]
 */
export const roundTabShown = (tabId, windowId) =>
  serial(() =>
    whileRunning(round =>
      round.tab === tabId && (windowId === undefined || windowId !== round.window)
        ? giveAway(round)
        : round,
    ),
  );

/**
 * The user has turned to the round's window. Right after it was opened the browser may have done
 * that.
 * @param {number} windowId
 */
export const roundWindowShown = windowId =>
  serial(() =>
    whileRunning(round =>
      windowId === round.window && Date.now() > round.since + OPENING ? giveAway(round) : round,
    ),
  );

/** @param {Round} round */
async function giveAway(round) {
  // whoever has something turned off looks on
  if (round.taken || round.offers) return round;
  const taken = { ...round, taken: true, window: null };
  await saveRound(taken);
  return taken;
}
