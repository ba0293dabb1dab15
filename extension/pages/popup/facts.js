/**
 * What a reading tells beyond on and off, as short lines: which blog or channel, that the page has it locked, that two
 * switches were read together, what the page names beside it. Decided without a DOM.
 */

import { unitLost } from '../../shared/why.js';

/** @import { Platform, Reading } from '../../shared/types.d.ts' */
/** @import { Text } from './sentence.js' */

/** Units with a word of their own; an account needs none. @type {Record<string, string>} */
const UNITS = {
  blog: 'unitBlog', site: 'unitSite', channel: 'unitChannel', publication: 'unitPublication',
  team: 'unitTeam', organisation: 'unitOrganisation', item: 'unitItem',
};

/**
 * @param {Platform} platform
 * @param {Reading} reading
 * @returns {Text[]} at most one line a fact; an empty value: the page does not show it
 */
export function factsOf(platform, reading) {
  const unit = UNITS[platform.controls.find(({ id }) => id === reading.control)?.unit ?? ''];
  const known = reading.training !== 'unknown' || reading.other;
  const lines = /** @type {(Text | false | null | '')[]} */ ([
    (reading.unit !== null || (unit !== undefined && known)) && { key: unit ?? 'unitItem', values: [reading.unit ?? ''] },
    reading.training !== 'unknown' && unitLost(platform, reading) && { key: 'factNotKept', values: [] },
    known && reading.locked && { key: 'factLocked', values: [] },
    known && reading.raw?.includes('+') === true && { key: 'factCombined', values: [] },
    known && reading.shown && { key: 'factShown', values: [reading.shown] },
  ]);
  return /** @type {Text[]} */ (lines.filter(Boolean));
}
