/**
 * What still waits for the log program. It is shown beside the program's own word and marked as waiting; nothing is
 * worked out from it, and it alarms nobody: the program alone works a state out. Pure.
 */

/** @import { Entry, Platform, WaitingRow } from '../shared/types.d.ts' */

/**
 * @param {Entry[]} entries in the order in which they were made
 * @param {Platform[]} platforms
 * @returns {WaitingRow[]} newest first
 */
export function waitingRows(entries, platforms) {
  const nameOf = (/** @type {string} */ id) => platforms.find((platform) => platform.id === id)?.name ?? id;
  return entries.toReversed().map(({ platform, control, account, unit, basis, training, why, sure, how = null, raw, at }) => (
    { platform, name: nameOf(platform), control, account, unit, basis, training, why, sure, how, raw, at }));
}
