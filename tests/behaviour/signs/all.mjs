// All the signs, as cases that are played and judged like the others; and what cannot be known.
import * as answers from './answers.mjs';
import * as hand from './hand.mjs';
import * as later from './later.mjs';
import * as load from './load.mjs';
import * as loads from './loads.mjs';
import * as platforms from './platforms.mjs';

import { P } from './page.mjs';
/** What a case is where it says nothing else. */
const PLAIN = {
  kind: 'signs',
  rule: 'pinterest',
  url: P,
  file: 'none',
  more: [],
  steps: [],
  end: 16_000,
  sign: true,
  expect: 'unknown',
};

/**
 * What cannot be known from the page: said at most as likely (true), or sure until it shows itself
 * (sure).
 */
export const LIMITS = {
  // and then taken back
  'alert comes after the reading (answer of 6 s with an error in 200)': 'sure',
  'slow single fetch 6 s, default drawn': 'sure', // the same
  'slow answer 7 s after reload': 'sure', // the same
  'network error of the settings fetch (status 0), nothing shown': true,
  'network error + plain words': true,
  // told on leaving, as a change that is not confirmed
  'server draws the posted value again, with an error above': true,
  'denied, then a reload whose settings request is answered with 500': true,
  'hidden at 2s, changed elsewhere at 20s, shown at 30s': true,
  'hidden from load until 30s (opened behind), changed at 20': true,
};

/** One as a case of cases.json. @param {any} one */
function caseOf(one) {
  const truth = Array.isArray(one.truth)
    ? one.truth
    : [{ at: 0, training: one.truth ?? 'allowed' }];
  const html = typeof one.html === 'function' ? one.html : () => one.html;
  return { ...PLAIN, ...one, truth, html };
}

export const SIGNS = [load, hand, answers, platforms, later, loads].flatMap(({ CASES }) =>
  CASES.map(caseOf),
);
