// What is known of a tab, as badge and popup get it.
import { reading } from './helpers.mjs';

export const PLACE = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';
/** A reading that was taken in. */
export const read = (training, fields) => ({
  ...reading(training, fields),
  report: null,
  other: false,
  ...fields,
});
/** The tab of those readings. */
export const tab = (...readings) => ({
  platform: 'linkedin',
  place: PLACE,
  settling: false,
  rev: 1,
  readings,
  form: null,
});
