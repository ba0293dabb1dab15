#!/usr/bin/env node
// Writes what is made from words.json: host/base/words.h and extension/shared/vocabulary.js.
// tests/gates/words.test.mjs holds them, and every other copy of a word, to it.
import { writeFileSync } from 'node:fs';
import { headerText, moduleText, readWords } from './lib-words.mjs';

const words = readWords();
const made = { 'host/base/words.h': headerText, 'extension/shared/vocabulary.js': moduleText };
for (const [file, text] of Object.entries(made)) {
  writeFileSync(new URL(`../${file}`, import.meta.url), text(words));
  console.log(`written: ${file}`);
}
