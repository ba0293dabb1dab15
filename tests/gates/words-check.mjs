// Whether the words of words.json are the same wherever they stand: in what is made from it, at
// each place of words-places.mjs, and alone beside a member's name.
import { headerText, moduleText } from '../../scripts/lib-words.mjs';
import { wrongInNumbers } from './words-numbers.mjs';
import { PLACES } from './words-places.mjs';

const MADE = { 'host/base/words.h': headerText, 'extension/shared/vocabulary.js': moduleText };

// ---- Words that stand alone, compared with a member or given to it
const RAW = ['raw', 'step', 'saying', 'way'];
const MEMBERS = {
  training: ['training'],
  basis: ['basis'],
  why: ['why'],
  how: ['how'],
  sure: ['sure'],
  actor: ['actor'],
  again: ['again'],
  kept: ['kept'],
  returned: ['returned'],
  raw: RAW,
  step: ['step'],
};
const NAMES = Object.keys(MEMBERS).join('|');
const WORD = '[a-z]+(?:-[a-z]+)*';
/** Rooms, and how a member and a word stand there side by side. */
const LONE = [
  {
    files: /^(?:extension|scripts)\/(?!rules\/).*\.m?js$/,
    form: new RegExp(`\\b(${NAMES})\\)? [!=]== '(${WORD})'`, 'g'),
  },
  {
    files: /^extension\/(?!rules\/|content\/routes\/).*\.js$/,
    form: new RegExp(`\\b(${NAMES.replace('|returned', '')}): '(${WORD})'`, 'g'),
  },
  {
    files: /^host\/(?:record|service|cli\/(?!policy))\/?.*\.(?:cpp|h)$/,
    form: new RegExp(`\\b(${NAMES})"?(?:, "[a-z]*")?\\)? [!=]= "([^"]+)"`, 'g'),
  },
];

/** @param {Map<string, string>} files */
export function* loneWords(files) {
  for (const { files: which, form } of LONE) {
    for (const [file, text] of files) {
      if (!which.test(file) || file in MADE) continue;
      for (const [whole, name, word] of text.matchAll(form)) {
        yield { file, whole, word, lists: MEMBERS[name] };
      }
    }
  }
}

// ---- The check
/** What was found before, as long as it is asked about the same files. */
const memory = new WeakMap();

/**
 * @param {Map<string, string>} files
 * @param {import('./words-places.mjs').Place} one
 * @returns {{ file: string, text: string, words: string[] }[]} text: all that the mark found
 */
export function found(files, one) {
  if (!memory.has(files)) memory.set(files, new Map());
  const known = memory.get(files);
  if (!known.has(one)) known.set(one, look(files, one));
  return known.get(one);
}

function look(files, { room, mark, take }) {
  const inside = room.endsWith('/')
    ? [...files].filter(([file]) => file.startsWith(room))
    : [[room, files.get(room) ?? '']];
  const marks = new RegExp(mark, mark.flags.includes('g') ? mark.flags : `${mark.flags}g`);
  return inside
    .filter(([file]) => !(file in MADE))
    .flatMap(([file, text]) =>
      [...text.matchAll(marks)].map(match => ({
        file,
        text: match[0],
        words: take(match[1] ?? match[0]),
      })),
    );
}

const wordsOf = (words, lists) => lists.flatMap(list => words.lists[list].words);

/** @param {import('./words-places.mjs').Place} one @returns {string[]} what is wrong there */
function wrongAt(words, files, one) {
  const there = found(files, one);
  if (there.length === 0) return [`${one.room}: ${one.name} is not there`];
  const right = wordsOf(words, one.lists);
  return there.flatMap(({ file, words: read }) => [
    ...(read.length === 0 ? [`${file}: ${one.name} is empty`] : []),
    ...read
      .filter(word => !right.includes(word))
      .map(word => `${file}: ${one.name}: "${word}" is no word of ${one.lists}`),
    ...right
      .filter(word => one.whole && !read.includes(word))
      .map(word => `${file}: ${one.name}: "${word}" of ${one.lists} is not there`),
  ]);
}

function wrongMade(words, files) {
  return Object.entries(MADE)
    .filter(([file, text]) => files.get(file) !== text(words))
    .map(([file]) => `${file} is not what words.json says. Run: node scripts/make-words.mjs`);
}

function wrongLone(words, files) {
  return [...loneWords(files)]
    .filter(({ word, lists }) => !wordsOf(words, lists).includes(word))
    .map(({ file, whole, word, lists }) => `${file}: ${whole}: "${word}" is no word of ${lists}`);
}

/** @returns {string[]} where a word stands otherwise than in words.json, one sentence each */
export function disagreements(words, files) {
  return [
    ...wrongMade(words, files),
    ...PLACES.flatMap(one => wrongAt(words, files, one)),
    ...wrongLone(words, files),
    ...wrongInNumbers(words, files),
  ];
}
