/**
 * What a reading tells beyond on and off, as short lines: which blog or channel, that the page has
 * it locked, that several switches were read together, what the page names beside it. Decided
 * without a DOM.
 */
import { pillWord } from '../../shared/words.js';
import { weightOf } from '../../shared/weight.js';
import { unitLost } from '../../shared/why.js';

/** @import { Platform, Reading } from '../../shared/types.d.ts' */
/** @import { Part, Text } from './view.js' */

/** Units with a word of their own; an account needs none. @type {Record<string, string>} */
const UNITS = {
  blog: 'unitBlog',
  site: 'unitSite',
  channel: 'unitChannel',
  publication: 'unitPublication',
  team: 'unitTeam',
  organisation: 'unitOrganisation',
  item: 'unitItem',
};

/**
 * @param {Platform} platform
 * @param {Reading} reading
 * @param {number} [together] how many readings the verdict rests on
 * @returns {Text[]} at most one line a fact; an empty value: the page does not show it
 */
export function factsOf(platform, reading, together = 1) {
  const unit = UNITS[platform.controls.find(({ id }) => id === reading.control)?.unit ?? ''];
  const known = reading.training !== 'unknown' || reading.other;
  const lines = /** @type {(Text | false | null | '')[]} */ ([
    (reading.unit !== null || (unit !== undefined && known)) && {
      key: unit ?? 'unitItem',
      values: [reading.unit ?? ''],
    },
    reading.training !== 'unknown' &&
      unitLost(platform, reading) && { key: 'factNotKept', values: [] },
    known && reading.locked && { key: 'factLocked', values: [] },
    known &&
      (reading.raw?.includes('+') === true || together > 1) && { key: 'factCombined', values: [] },
    known && reading.shown && { key: 'factShown', values: [reading.shown] },
  ]);
  return /** @type {Text[]} */ (lines.filter(Boolean));
}

/**
 * Several settings of one page that do not say the same, each with its own word: the sentence is of
 * one of them.
 * @param {Platform} platform
 * @param {Reading[]} readings
 * @returns {Part[]} empty where all say the same
 */
export function partsOf(platform, readings) {
  const parts = readings.map(reading => ({
    name: platform.controls.find(({ id }) => id === reading.control)?.name ?? reading.control,
    word: pillWord(reading.training, reading.training === 'unknown' ? 'sure' : weightOf(reading)),
  }));
  return new Set(parts.map(({ word }) => word)).size > 1 ? parts : [];
}
