/**
 * How much stands behind a state (docs/verdict.md, "Kept"): `sure` was loaded so, with two classes
 * of witnesses; `changed` is a person's change that no later load has confirmed; everything else is
 * `likely`. The three never look alike and never count alike, so whoever shows or counts a state
 * asks here. Pure.
 */

/** @import { How, Line, Sure } from './types.d.ts' */

/** @typedef {'sure' | 'likely' | 'changed'} Weight */

/**
 * Of a reading or an entry with a known training. What older versions wrote has no `how`: a
 * person's click was a change then too, and of the rest nobody noted whether the page had been
 * loaded so.
 * @param {{ how?: How | null, sure?: Sure | null, actor?: string | null }} one
 * @returns {Weight}
 */
export function weightOf({ how, sure, actor }) {
  if (how === 'changed' || (!how && actor === 'user')) return 'changed';
  return how === 'loaded' && sure === 'sure' ? 'sure' : 'likely';
}

/**
 * Of a line of the log. Where the user's word decides, what was seen before carries no `kept` any
 * more.
 * @param {Pick<Line, 'kept' | 'sure'>} line
 * @returns {Weight}
 */
export function weightOfLine({ kept, sure }) {
  if (kept === 'pending') return 'changed';
  return (kept === 'confirmed' || kept === 'not-kept') && sure === 'sure' ? 'sure' : 'likely';
}
