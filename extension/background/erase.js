/**
 * Erasing, as the user asks for it: in the record, and in all that the extension keeps about the
 * same.
 */
import { forgetReminders } from './alert/reminders.js';
import { forgetReturns } from './alert/returns.js';
import { deliver, eraseEverywhere, within } from './log/host.js';
import { forgetJoins } from './log/joins.js';
import { forgetRound } from './round/kept.js';
import { forgetMisses } from './tab/misses.js';
import { allTabs, forget } from './tab/readings.js';

/** @import { Scope } from './log/host.js' */

/**
 * Without the host the browser's part is erased all the same, and the page says that the file was
 * not touched, or that nobody knows.
 * @param {Scope} scope as the host's `erase`
 */
export async function erase(scope) {
  const result = await eraseEverywhere(scope, forgetBesides);
  if (result.reached) await deliver();
  return result;
}

/** What is kept beside the queue and the log program's last word. @param {Scope} scope */
export async function forgetBesides(scope) {
  const matches = within(scope);
  await forgetReturns(matches);
  await forgetReminders(matches);
  if (scope.account === undefined) {
    await forgetRound(scope.platform);
    await forgetMisses(scope.platform);
    await forgetJoins(scope.platform);
  }
  for (const [tabId, state] of await allTabs()) {
    if (scope.all || state.platform === scope.platform) await forget(tabId);
  }
}
