// Every rule against its fact sheet, where the sheets are there: words, grades, dates, menu paths.
// What differs is named, each with the words that differ. The sheets stay where they are; without
// them this says so and is skipped. OPTOUTLOG_SHEETS names their directory.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readNone, readRules } from '../../scripts/lib-rules.mjs';
import { KNOWN } from './sheets-known.mjs';
import { gradesOf, plain, readSheet, sheetsDir, sheetsOf } from './sheets.mjs';

const dir = sheetsDir();
const skip = dir ? false : 'the fact sheets are not here';
const wordsOf = phrase => (typeof phrase === 'string' ? phrase : (phrase.text ?? phrase.starts));

/** Key of strings → the control that is found by it. @param {any} rule */
function located(rule) {
  const found = new Map();
  for (const control of rule.controls ?? [])
    for (const { name, text, heading } of control.locate ?? [])
      for (const key of [name, text, heading]) if (key) found.set(key.slice(1), control);
  return found;
}

/** Labels whose grade is not the sheet's, or that the sheet does not have. */
function labelFindings(rule, sheet) {
  const out = [];
  const controls = located(rule);
  for (const [key, languages] of Object.entries(rule.strings))
    for (const [lang, list] of Object.entries(languages))
      for (const phrase of list) {
        const words = wordsOf(phrase);
        const control = controls.get(key);
        if (!words || !(control || phrase.grade)) continue;
        const grade = phrase.grade ?? control?.labelGrade ?? control?.grade ?? rule.grade;
        const theirs = gradesOf(sheet, words);
        if (theirs === null) out.push(`${key}/${lang} “${words}” is not in the sheet`);
        else if (control && theirs && !theirs.includes(grade))
          out.push(`${key}/${lang} “${words}” is ${grade} here and ${theirs} in the sheet`);
      }
  return out;
}

/** Labels of the sheet, of grade A or B, that the rule does not have. */
function missing(rule, sheet) {
  const ours = Object.values(rule.strings)
    .flatMap(languages => Object.values(languages).flat())
    .map(phrase => plain(wordsOf(phrase) ?? ''))
    .filter(Boolean);
  const has = words => ours.some(our => our.startsWith(words) || words.startsWith(our));
  return sheet.rows
    .filter(({ section, grades }) => section === 'Labels' && /^(A|B|AB)$/.test(grades))
    .flatMap(row => row.labels)
    .filter(item => item.length > 12 && !has(plain(item)))
    .map(item => `“${item}” of the sheet is not here`);
}

/** Every date and every step of a menu that a rule names. */
function datesAndSteps(rule, sheet) {
  const out = [];
  const text = plain(sheet.text);
  const seen = [...JSON.stringify({ ...rule, tests: [] }).matchAll(/"seen":"([^"]+)"/g)]
    .map(([, date]) => date)
    .sort();
  const same = (a, b) => a.slice(0, b.length) === b.slice(0, a.length);
  for (const date of new Set(seen))
    if (!sheet.dates.some(theirs => same(theirs, date)))
      out.push(`seen ${date} is no date of the sheet`);
  for (const date of sheet.asOf)
    if (seen.at(-1).slice(0, date.length) < date.slice(0, seen.at(-1).length))
      out.push(`nothing was seen later than ${seen.at(-1)}; the sheet goes to ${date}`);
  for (const { path } of rule.pages ?? [rule])
    for (const step of path?.steps ?? [])
      if (!step.split(/[(),:]/).every(part => text.includes(plain(part))))
        out.push(`the step “${step}” is not in the sheet`);
  return out;
}

for (const { rule } of readRules())
  test(`${rule.id}: what its sheet says`, { skip }, () => {
    const sheet = readSheet(dir, sheetsOf(rule.id));
    const found = [
      ...labelFindings(rule, sheet),
      ...missing(rule, sheet),
      ...datesAndSteps(rule, sheet),
    ];
    const known = Object.keys(KNOWN[rule.id] ?? {});
    assert.deepEqual(
      found.filter(line => !known.some(start => line.startsWith(start))),
      [],
    );
    assert.deepEqual(
      known.filter(start => !found.some(line => line.startsWith(start))),
      [],
      'differences that are none any more',
    );
  });

for (const id of [
  'academia',
  'atlassian',
  'canva',
  'higgsfield',
  'shutterstock',
  'snapchat',
  'upwork',
  'vercel',
])
  test(`${id}: it is told, not read, and dated as its sheet is`, { skip }, () => {
    const entry = readNone().platforms.find(platform => platform.id === id);
    assert.deepEqual(datesAndSteps(entry, readSheet(dir, id)), []);
  });
