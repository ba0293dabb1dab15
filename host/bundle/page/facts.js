// What the statement says of one entry: host/bundle/STATEMENT.md.

const SHAPE = /^[0-9TZ:.-]{24}$/;
const LARGEST = 1e15;
const PRESSED = 'assisted';
const MARKS = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @param {string} text */
export const escape = text => text.replace(/[&<>"']/g, char => MARKS[char]);
/** Text of others, in a direction of its own, and in their language where it is known. */
export const isolated = (text, lang = '') =>
  `<bdi${lang === '' ? '' : ` lang="${escape(lang)}"`}>${escape(text)}</bdi>`;
export const code = text => `<code dir="ltr">${escape(text)}</code>`;

import { isObject } from './json.js';
/** A member as text; '' where it is none. */
export const text = (from, name) =>
  isObject(from) && typeof from[name] === 'string' ? from[name] : '';
export const countOf = (from, name) => {
  const value = isObject(from) ? from[name] : undefined;
  return Number.isInteger(value) && value >= 0 && value <= LARGEST ? value : 0;
};
export const instant = (from, name) => (SHAPE.test(text(from, name)) ? text(from, name) : '');
export const list = (from, name) =>
  isObject(from) && Array.isArray(from[name])
    ? from[name].filter(one => typeof one === 'string')
    : [];

/** A time of the record as people read it. */
export const readable = at =>
  at === ''
    ? '?'
    : `<bdi dir="ltr">${escape(at.slice(0, 10))} ${escape(at.slice(11, 19))} UTC</bdi>`;

/** The sentence with each $1, $2 … replaced. */
export const fill = (sentence, ...values) =>
  sentence.replace(/\$(\d)/g, (_whole, which) => String(values[Number(which) - 1] ?? ''));

/** Of an entry's word, by the table; the word itself where the table does not have it. */
const said = (words, kind, word) => words[`${kind}_${word}`] ?? isolated(word);

export const tells = ({ training }) => training === 'allowed' || training === 'denied';
// before there was `how`, a reading after a person's click was a change
export const isChange = entry => {
  const how = text(entry, 'how');
  return how === 'changed' || (how === '' && entry.actor === 'user');
};
export const isSure = entry => entry.sure === 'sure' && entry.how === 'loaded';

/** Whether the setting is about training, and by whom. @param {any} setting undefined: not known */
export const isAboutTraining = setting => setting === undefined || setting.trainers !== null;
export const stateOf = (entry, setting, words) =>
  words[`${entry.training}${text(setting, 'trainers') === 'others' ? 'Others' : ''}`];

export function reason(entry, words) {
  const why = text(entry, 'why');
  return said(words, 'why', why === '' || why === 'ok' ? 'none' : why);
}

/** How far the reading can be relied on. */
export const doubtOf = (entry, words, changed) =>
  isChange(entry) ? changed : isSure(entry) ? words.sure : words.likely;

function reading(entry, setting, words) {
  const parts = [];
  if (!isAboutTraining(setting)) parts.push(words.notTraining);
  else if (tells(entry)) {
    const state = `<strong>${stateOf(entry, setting, words)}</strong>`;
    parts.push(`${state}. ${doubtOf(entry, words, words.changedRow)}`);
  } else parts.push(fill(words.couldNot, reason(entry, words)));
  const raw = text(entry, 'raw');
  if (raw !== '') parts.push(fill(words.controlSaid, isolated(raw)));
  if (entry.how !== 'changed' && entry.actor === 'user') parts.push(words.clicked);
  return parts;
}

function word(entry, setting, words) {
  const raw = text(entry, 'raw');
  const parts = raw === '' ? [] : [said(words, 'step', raw)];
  if (tells(entry))
    parts.unshift(
      fill(words.ownerSays, `<strong>${stateOf(entry, setting, words)}</strong>`) + '.',
    );
  return parts;
}

/** What an entry says. */
export function what(entry, setting, words) {
  const parts =
    entry.basis === 'seen' ? reading(entry, setting, words) : word(entry, setting, words);
  if (entry.clock === 'back') parts.push(words.clockBack);
  if (entry.ahead === true) parts.push(words.ahead);
  return parts.join('<br>');
}

/** When: a day that was said is a day. */
export function when(entry, words) {
  const date = text(entry, 'date');
  const at = instant(entry, 'at');
  const received = instant(entry, 'received');
  const shown = date === '' ? readable(at) : isolated(date);
  if (date === '' && received.slice(0, 16) === at.slice(0, 16)) return shown;
  return `${shown}<br>${fill(words.written, readable(received))}`;
}

function evidenceOf(evidence, words) {
  const parts = [];
  const label = text(evidence, 'label');
  const route = text(evidence, 'route');
  const rule = text(evidence, 'rule');
  if (label !== '') parts.push(fill(words.label, isolated(label, text(evidence, 'lang'))));
  if (route !== '') parts.push(fill(words.page, code(route)));
  if (rule !== '') {
    const revision = countOf(evidence, 'rev');
    const sentence = revision > 0 ? words.ruleRevision : words.rule;
    parts.push(fill(sentence, code(rule), revision));
  }
  const signs = list(evidence, 'by');
  const agreed = signs.filter(one => one !== PRESSED);
  if (agreed.length > 0) parts.push(fill(words.signs, code(agreed.join(', '))));
  if (signs.includes(PRESSED)) parts.push(words.pressed);
  return parts;
}

/** How an entry is known. */
export function how(entry, words) {
  const { basis, evidence } = entry;
  const parts = [
    basis === 'seen'
      ? words.fromPage
      : basis === 'form' && isObject(evidence)
        ? words.fromForm
        : words.byOwner,
  ];
  if (isObject(evidence)) parts.push(...evidenceOf(evidence, words));
  for (const name of ['note', 'browser'])
    if (text(entry, name) !== '') parts.push(fill(words[name], isolated(text(entry, name))));
  return parts.join(' · ');
}
