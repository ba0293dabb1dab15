// All the signs, as cases that are played and judged like the others; and what cannot be known.
import * as answers from './answers.mjs';
import * as hand from './hand.mjs';
import * as later from './later.mjs';
import * as load from './load.mjs';
import * as loads from './loads.mjs';
import * as platforms from './platforms.mjs';
import { trueAt, truthOf } from '../truth.mjs';
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
 * What cannot be known from the page (docs/verdict.md, "Kept": a request that is on its way is not
 * seen; after one that failed, or in a tab that was behind, it is likely at most): said at most as
 * likely, or as sure until it shows itself, and then taken back.
 */
const LIMITS = {
  'alert comes after the reading (answer of 6 s with an error in 200)': 'sure',
  'slow single fetch 6 s, default drawn': 'sure',
  'slow answer 7 s after reload': 'sure',
  'network error of the settings fetch (status 0), nothing shown': 'likely',
  'network error + plain words': 'likely',
  // told on leaving, as a change that is not confirmed
  'server draws the posted value again, with an error above': 'likely',
  'denied, then a reload whose settings request is answered with 500': 'likely',
  'hidden at 2s, changed elsewhere at 20s, shown at 30s': 'likely',
  'hidden from load until 30s (opened behind), changed at 20': 'likely',
};
/** Of these the log says besides that the platform turned it on again, as of any loaded reading. */
const ALARMED = new Set([
  'slow answer 7 s after reload',
  'denied, then a reload whose settings request is answered with 500',
]);

/**
 * What still stands falsely at the end, in the badge or in a line.
 * @param {any} it
 * @param {any} seen
 */
function standing(it, { badges, statuses, steps, end }) {
  const held = trueAt(truthOf(it, steps), end);
  const badge = { ON: 'allowed', OFF: 'denied' }[badges.at(-1).text] ?? held;
  return [
    ...(badge === held ? [] : [`badge ${badge}`]),
    ...statuses
      .at(-1)
      .lines.filter(line => !line.stale && line.training !== held)
      .map(line => `line ${line.training}`),
  ];
}

/**
 * What is wrong beyond what cannot be known.
 * @param {any} it a case
 * @param {any} judged
 * @param {any} seen
 */
export function beyond(it, { hard, soft, alarms }, seen) {
  const limit = LIMITS[it.id];
  if (!limit) return { hard, soft, alarms };
  return {
    hard: limit === 'sure' ? standing(it, seen) : hard,
    soft: [],
    alarms: ALARMED.has(it.id) ? [] : alarms,
  };
}

/** @param {any} it a case */
export const isLimit = it => it.id in LIMITS;

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
