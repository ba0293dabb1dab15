// A case and what was seen in it, made by hand: what the tests of the judge hold up to it.
import assert from 'node:assert/strict';
import { judge } from './judge.mjs';

export const RED = [179, 38, 30, 255];
export const GREEN = [20, 108, 46, 255];
export const GREY = [95, 99, 104, 255];

const theCase = (fields = {}) => ({
  id: 'it',
  kind: 'k',
  rule: 'x',
  steps: [],
  truth: [{ at: 0, training: 'allowed' }],
  sign: true,
  end: 10_000,
  expect: 'unknown',
  ...fields,
});
export const entry = (fields = {}) => ({
  id: `e${fields.t}`,
  t: 3000,
  platform: 'x',
  control: 'c',
  account: null,
  unit: null,
  basis: 'seen',
  training: 'denied',
  why: 'ok',
  sure: 'sure',
  actor: 'none',
  raw: 'off',
  how: 'loaded',
  ...fields,
});
export const line = (fields = {}) => ({
  platform: 'x',
  control: 'c',
  account: null,
  unit: null,
  basis: 'seen',
  training: 'denied',
  sure: 'sure',
  why: 'ok',
  kept: 'confirmed',
  returned: false,
  stale: false,
  seenT: 3000,
  ...fields,
});
export const badges = (from, to, text, color, tab = 1) =>
  Array.from({ length: Math.floor((to - from) / 300) + 1 }, (_one, n) => ({
    t: from + 300 * n,
    tab,
    front: true,
    text,
    color,
    title: '',
  }));
/** What was seen; steps are done in time. */
const seen = (it, fields = {}) => ({
  steps: it.steps.map(step => ({ ...step, began: step.at, ended: step.at, acted: step.tab ?? 1 })),
  badges: [],
  entries: [],
  waiting: [],
  said: [],
  delivered: [],
  end: it.end,
  statuses: [{ t: it.end, lines: fields.lines ?? [] }],
  ...fields,
});
export const verdictOf = (fields, observed) => {
  const it = theCase(fields);
  return judge(it, seen(it, observed));
};
export const counts = ({ hard, soft, alarms, missed }) => [
  hard.length,
  soft.length,
  alarms.length,
  missed.length,
];
export const holds = (fields, observed, expected) => {
  const verdict = verdictOf(fields, observed);
  assert.deepEqual(counts(verdict), expected, JSON.stringify(verdict));
  return verdict;
};
export const click = (at, makes) => ({ at, do: 'click', on: '#t', ...(makes ? { makes } : {}) });
