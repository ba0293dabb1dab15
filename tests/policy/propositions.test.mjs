// A table of small pairs: one sentence more or less on either side of a short policy, and what must
// be told of it. Each row of propositions.json names its cause; the texts are our own.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { bin, root } from './lib/optoutlog.mjs';
import { spawnSync } from 'node:child_process';

const { bases, rows } = JSON.parse(
  readFileSync(path.join(root, 'tests/policy/propositions.json'), 'utf8'),
);
let folder;
before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'optoutlog-propositions-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** @param {string[]} row language, cause, older sentences, newer sentences, what must be told */
function judged([lang, , older, newer], at) {
  const file = (name, text) => {
    const full = path.join(folder, name);
    writeFileSync(full, `${bases[lang]}\n${text}\n`);
    return full;
  };
  const files = [file('old.txt', older), file('new.txt', newer)];
  const options = ['--lang', lang, '--json', ...(at ? ['--at', at] : [])];
  const { stdout } = spawnSync(bin('optoutlog'), ['policy', 'compare', ...files, ...options]);
  return JSON.parse(stdout.toString('utf8'));
}

/** "alert 3 training +posts -right day:2027-03-01": every word is one thing that must hold. */
function holds(word, said) {
  const propositions = said.clauses.flatMap(one => [...one.came, ...one.went]);
  if (/^\d$/.test(word)) return said.level === Number(word);
  if (word === 'gone') return said.right_removed;
  if (word === 'kept') return !said.right_removed;
  if (word === 'wider') return said.right_widened;
  if (word === 'low') return said.confidence === 'low';
  if (word === 'denied') return propositions.some(one => one.negated);
  if (word.startsWith('day:')) return (said.effective ?? 'none') === word.slice(4);
  if (word.startsWith('at:')) return true;
  if (word.startsWith('+')) return propositions.some(one => one.slots.includes(word.slice(1)));
  if (word.startsWith('=')) return said.clauses[0]?.topic === word.slice(1);
  return said.verdict === word;
}

test('the table is long enough and speaks every language', () => {
  assert.ok(rows.length >= 150, `${rows.length} rows`);
  assert.deepEqual([...new Set(rows.map(row => row[0]))].sort(), [
    'de',
    'en',
    'es',
    'fr',
    'it',
    'ja',
    'nl',
    'pl',
    'pt',
    'zh',
  ]);
});

for (const row of rows) {
  const [lang, cause, , newer, want] = row;
  test(`${lang}, ${cause}: ${newer || row[2]}`, () => {
    const words = want.split(' ');
    const at = words.find(word => word.startsWith('at:'))?.slice(3);
    const said = judged(row, at);
    const reasons = said.reasons.map(one => one.name).join(', ');
    const told = said.clauses.map(one => JSON.stringify([...one.came, ...one.went])).join(' ');
    for (const word of words)
      assert.ok(
        holds(word, said),
        `"${word}" of "${want}": said ${said.verdict} ${said.level}, day ${said.effective}, ` +
          `${reasons}; ${told}`,
      );
  });
}
