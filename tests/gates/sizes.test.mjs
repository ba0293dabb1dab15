// A line ends at 100 columns, a file at 300 lines, a function at 60 (CONTRIBUTING.md). Data and
// generated files are spared.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { long, longBodies, longFunctions, wide } from './sizes.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What is data, or made by a script: its width and length are not a reader's. */
const SPARED = [
  /(?:^|\/)package-lock\.json$/,
  /^manifests\/browsers\.json$/,
  /^extension\/(?:rules|_locales)\//,
  /^extension\/content\/routes\//,
  /^extension\/shared\/vocabulary\.js$/,
  /^host\/base\/words\.h$/,
  /^host\/policy\/(?:text\/(?:terms|slots)|watch)\/[^/]+\.json$/,
  /^host\/(?:bundle\/page\/texts|service\/words)\//,
  /^docs\/platforms\.md$/,
  /^tests\/(?:behaviour|policy|protocol)\/(?!README).*\.(?:json|md)$/,
  /^tests\/pages\/(?!render\/|README).*\.(?:json|js)$/,
];

const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter(file => file && !SPARED.some(spared => spared.test(file)));
const ending = (...ends) => files.filter(file => ends.some(end => file.endsWith(end)));

/** @param {string[]} list @param {(text: string) => string[]} fault */
const faults = (list, fault) =>
  list.flatMap(file => fault(readFileSync(`${root}/${file}`, 'utf8')).map(it => `${file}:${it}`));

const code = ['.js', '.mjs', '.ts', '.css', '.cpp', '.h', '.py', '.sh'];

test('no line is over 100 columns', () => {
  assert.deepEqual(faults(ending(...code, '.json', '.md', 'CMakeLists.txt', '.cmake'), wide), []);
});

test('no file is over 300 lines', () => {
  assert.deepEqual(faults(ending(...code), long), []);
});

test('no function is over 60 lines', () => {
  assert.deepEqual(faults(ending('.js', '.mjs'), longFunctions), []);
  assert.deepEqual(faults(ending('.cpp', '.h'), longBodies), []);
});

test('what is too wide, too long, is found', () => {
  const lines = count => '  f();\n'.repeat(count);
  assert.deepEqual(wide(`a\n${'ä'.repeat(101)}\n${'ä'.repeat(100)}`), ['2: 101 columns']);
  assert.deepEqual(long('\n'.repeat(299) + 'a\n'), []);
  assert.deepEqual(long('\n'.repeat(300) + 'a\n'), ['301 lines']);
  assert.deepEqual(longFunctions(`function g() {\n${lines(59)}}`), ['1: g has 61 lines']);
  assert.deepEqual(longFunctions(`describe('g', () => {\n${lines(59)}});`), []);
  assert.deepEqual(longFunctions(`(() => {\n${lines(59)}})();`), []);
  assert.deepEqual(longBodies(`namespace a {\n\nint g() {\n${lines(59)}}\n`), ['3: 61 lines']);
  assert.deepEqual(longBodies(`int g() {\n${lines(58)}}\nint h() {\n${lines(58)}}\n`), []);
  assert.deepEqual(longBodies(`int g() {\n\n${lines(30)}\n${lines(29)}}\n`), ['1: 63 lines']);
  assert.deepEqual(longBodies(`const int g[] = {\n${lines(70)}};\n`), []);
});
