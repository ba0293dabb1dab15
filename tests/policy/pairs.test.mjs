// Small texts of our own, a language a file, written to make the watch say something false: what is
// denied, refused, forbidden or only looks like it; days of something else; rights that moved,
// narrowed or went. `sentences`: put below a short policy; `days`: put below one that trains;
// `pairs`: an older and a newer text.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { compare, root } from './lib/optoutlog.mjs';
import { some } from './lib/some.mjs';

const read = file => JSON.parse(readFileSync(path.join(root, 'tests/policy', file), 'utf8'));
const { bases, trains } = read('propositions.json');
const READ_AT = '2027-01-10';
let folder;
before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'optoutlog-pairs-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
async function judged(lang, older, newer) {
  const files = [older, newer].map(text => {
    const full = path.join(folder, `${count++}.txt`);
    writeFileSync(full, `${bases[lang]}\n${text}\n`);
    return full;
  });
  const { steps } = await compare(files, ['--lang', lang, '--at', READ_AT]);
  return steps[0];
}

const propositions = said => said.clauses.flatMap(one => [...one.came, ...one.went]);
const trainings = said =>
  said.clauses.flatMap(one => one.came).filter(one => one.topic === 'training');
const isRefused = one => one.slots.includes('refused') && !one.negated;
const wants = {
  told: said => said.verdict === 'alert',
  silent: said => said.verdict !== 'alert',
  affirmed: said =>
    trainings(said).length > 0 && trainings(said).every(one => !one.negated && !isRefused(one)),
  denied: said => trainings(said).length > 0 && trainings(said).every(one => one.negated),
  refused: said => trainings(said).some(isRefused),
  open: said => trainings(said).length > 0 && !trainings(said).some(isRefused),
  limits: said => propositions(said).some(one => one.negated),
  gone: said => said.right_removed,
  kept: said => !said.right_removed,
  wider: said => said.right_widened,
  same: said => !said.right_widened,
};

/** "alert +region kept": every word is one thing that must hold. */
function holds(word, said) {
  if (wants[word]) return wants[word](said);
  const names = slot => propositions(said).some(one => one.slots.includes(slot));
  if (word.startsWith('+')) return names(word.slice(1));
  if (word.startsWith('-')) return !names(word.slice(1));
  return said.verdict === word;
}

async function wrongOf(lang, rows) {
  const wrong = [];
  for (const [want, older, newer] of rows) {
    const said = await judged(lang, older, newer);
    const missed = want.split(' ').filter(word => !holds(word, said));
    const told = propositions(said).map(one => one.said);
    if (missed.length > 0)
      wrong.push(`${missed.join(' ')} | ${newer} → ${said.verdict} ${told.join(' ')}`);
  }
  return wrong;
}

const files = readdirSync(path.join(root, 'tests/policy/pairs')).sort();
test('there is a file for every language, and enough in each', () => {
  assert.deepEqual(
    files.map(name => path.basename(name, '.json')).sort(),
    Object.keys(bases).sort(),
  );
  for (const name of files) {
    const { sentences, pairs } = read(`pairs/${name}`);
    assert.ok(Object.values(sentences).flat().length + pairs.length >= 25, name);
  }
});

for (const name of files) {
  const lang = path.basename(name, '.json');
  const { sentences, days, pairs } = read(`pairs/${name}`);
  for (const [want, list] of Object.entries(sentences))
    test(`${lang}: ${want}`, async () =>
      assert.deepEqual(
        await wrongOf(
          lang,
          some(list, 3).map(one => [want, '', one]),
        ),
        [],
      ));
  test(`${lang}: an older and a newer text`, async () =>
    assert.deepEqual(await wrongOf(lang, some(pairs, 2)), []));
  for (const [day, list] of Object.entries(days))
    test(`${lang}: the day is ${day}`, async () => {
      const wrong = [];
      for (const sentence of some(list, 2)) {
        const said = await judged(lang, '', `${trains[lang]}\n${sentence}`);
        if (said.verdict !== 'alert' || (said.effective ?? 'none') !== day)
          wrong.push(`${sentence} → ${said.verdict} ${said.effective}`);
      }
      assert.deepEqual(wrong, []);
    });
}
