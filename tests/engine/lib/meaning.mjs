// The pure core of question 3 as the tests ask it: words at a control in, what On means out.
import assert from 'node:assert/strict';
import { namespace } from './namespace.mjs';

export const { text, lexicon, meaning } = namespace([
  'text.js',
  'patterns.js',
  'lexicon-turns.js',
  'lexicon-states.js',
  'lexicon-lines.js',
  'languages.js',
  'lexicon.js',
  'phrases.js',
  'label.js',
  'meaning.js',
]);
export const LABEL = 'Use my data for training AI models';
export const strings = text.compile({
  train: {
    en: [LABEL],
    de: ['Meine Daten zum Trainieren von KI-Modellen verwenden'],
    '*': ['AI training 1'],
  },
  block: { en: ['Do not train on my content'] },
  state: { en: ['On', 'Off'] },
  row: { en: [{ starts: LABEL, then: ['@state'] }] },
  setting: { en: [{ words: ['keep activity', 'setting'] }] },
});
export const run = (value, more = {}) => ({
  parts: [value].flat(),
  where: 'row',
  own: false,
  press: false,
  heading: false,
  ...more,
});
const speech = (more = {}) => ({
  labels: [strings.get('@train')],
  known: value =>
    [...strings.values()].some(list => text.match(list, value, 'en')?.loose === false),
  lang: 'en',
  speaks: true,
  translated: false,
  spoken: false,
  units: [],
  raw: 'on',
  byWords: false,
  onMeans: 'training',
  ...more,
});
/** @param {any[]} runs @param {any} [more] of the speech @param {any} [words] */
export const means = (runs, more = {}, words = {}) =>
  meaning.means(
    {
      names: [],
      runs: runs.map(one => (one.parts ? one : run(one))),
      lines: [],
      greyed: false,
      ...words,
    },
    speech(more),
  );
export const is = (got, why, atMost = 'sure', locked = false) =>
  assert.deepEqual(
    { why: got.why, atMost: got.atMost, locked: got.locked },
    { why, atMost, locked },
    got.because,
  );
