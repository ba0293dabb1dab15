// What a content script sends, from where, and the border that it comes to.
import { check } from '../../../extension/background/border.js';
import { json, reading as known } from './helpers.mjs';

/** As a content script sends it that tells nothing of how it was seen. */
export function reading(training, fields = {}) {
  const plain = known(training);
  for (const member of ['how', 'visit', 'loadedAt', 'again', 'doubt']) delete plain[member];
  return { ...plain, ...fields };
}

export const OWN = 'dnlnjpjcbedekafhfdnfjdbooljkdomi';
export const platforms = json('rules/index.json').platforms.map(({ about, ...platform }) => ({
  ...platform,
  controls: about,
}));
export const sender = (fields = {}) => ({
  id: OWN,
  frameId: 0,
  url: 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement',
  tab: { id: 7 },
  ...fields,
});
export const message = (fields = {}) => ({
  type: 'reading',
  v: 1,
  platform: 'linkedin',
  rev: 1,
  page: 'genai',
  reading: reading('denied'),
  ...fields,
});
/** What the border makes of it. */
export const pass = (msg, from = sender()) => check(msg, from, OWN, platforms);
