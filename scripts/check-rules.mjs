#!/usr/bin/env node
// node scripts/check-rules.mjs [id …]: what is missing or wrong in the rules, one line each, then
// their pages run; last, the rules by the age of their newest source and by grade (--age: that
// alone). Exit 0: nothing. 1: something. 2: no such rule.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ageTable, gradeLine } from './lib-age.mjs';
import { readNone, readRules, root } from './lib-rules.mjs';
import { findings, noneFindings, overlapFindings } from './lib-check.mjs';

const ids = process.argv.slice(2).filter(arg => !arg.startsWith('-'));
const all = readRules();
const missing = ids.filter(id => !all.some(({ rule }) => rule.id === id));
if (missing.length) {
  console.error(
    `No rule ${missing.join(', ')} in extension/rules. Make one with node scripts/new-rule.mjs.`,
  );
  process.exit(2);
}
const chosen = all.filter(({ rule }) => ids.length === 0 || ids.includes(rule.id));
const chosenRules = chosen.map(({ rule }) => rule);
const told = ids.length === 0 ? (readNone()?.platforms ?? []) : [];
/** What to renew next stands first. */
function printAges() {
  console.log(`\nread, by their newest source (grades: ${gradeLine(chosenRules)})`);
  for (const line of ageTable(chosenRules)) console.log(line.trimEnd());
  if (told.length === 0) return;
  console.log(`\ntold and not read (grades: ${gradeLine(told)})`);
  for (const line of ageTable(told)) console.log(line.trimEnd());
}
if (process.argv.includes('--age')) {
  printAges();
  process.exit(0);
}
let bad = 0;
for (const { file, rule } of chosen) {
  const found = [
    ...findings(rule),
    ...(file === `${rule.id}.json` ? [] : [`the file should be named ${rule.id}.json`]),
  ];
  bad += found.length;
  console.log(
    found.length
      ? `${rule.id}:\n${found.map(line => `  ${line}`).join('\n')}`
      : `${rule.id}: complete, ${rule.tests.length} tests`,
  );
}
const none = readNone();
const general = [
  ...overlapFindings(all.map(({ rule }) => rule)),
  ...(none
    ? noneFindings(
        none,
        all.map(({ rule }) => rule),
      )
    : []),
];
for (const line of general) {
  bad++;
  console.log(line);
}
if (!process.argv.includes('--no-pages')) {
  for (const { rule } of chosen) {
    const run = spawnSync(process.execPath, ['--test', join(root, 'tests/engine/pages.test.mjs')], {
      env: { ...process.env, PLATFORM: rule.id },
      encoding: 'utf8',
    });
    if (run.status !== 0) {
      bad++;
      console.log(
        run.stdout
          .split('\n')
          .filter(line => /^not ok|^\s+\+ {3}'/.test(line))
          .join('\n') || run.stdout.slice(-2000),
      );
    }
  }
}
printAges();
process.exit(bad ? 1 : 0);
