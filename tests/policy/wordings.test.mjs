// Sentences of our own, by language and kind, each put below a short policy that lacked it: whether
// it must be told as an alert, or must stay silent, and whether it says that training is done or
// denied.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { compare, root } from './lib/optoutlog.mjs';

const read = file => JSON.parse(readFileSync(path.join(root, 'tests/policy', file), 'utf8'));
const { bases } = read('propositions.json');
let folder;
before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'optoutlog-wordings-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
/** @returns the judgement over the short policy and the same with `sentence` below */
async function judged(lang, sentence) {
  const file = (name, text) => {
    const full = path.join(folder, `${count++}-${name}.txt`);
    writeFileSync(full, `${bases[lang]}\n${text}\n`);
    return full;
  };
  const { steps } = await compare([file('old', ''), file('new', sentence)], ['--lang', lang]);
  return steps[0];
}

const trainings = said =>
  said.clauses.flatMap(one => one.came).filter(one => one.topic === 'training');
const wants = {
  told: said => said.verdict === 'alert',
  silent: said => said.verdict !== 'alert',
  denied: said => trainings(said).some(one => one.negated) && !wants.affirmed(said),
  affirmed: said => trainings(said).some(one => !one.negated),
  refused: said => trainings(said).some(one => one.slots.includes('refused') && !one.negated),
  open: said => trainings(said).length > 0 && !wants.refused(said),
};

for (const name of readdirSync(path.join(root, 'tests/policy/wordings')).sort()) {
  const lang = path.basename(name, '.json');
  for (const [kind, sentences] of Object.entries(read(`wordings/${name}`)))
    for (const [want, list] of Object.entries(sentences))
      test(`${lang}, ${kind}: ${want}`, async () => {
        assert.ok(list.length >= (kind === 'what is denied' ? 1 : 3), 'too few');
        const wrong = [];
        for (const sentence of list) {
          const said = await judged(lang, sentence);
          const told = said.clauses.flatMap(one => one.came.map(each => each.said)).join(' ');
          if (!wants[want](said)) wrong.push(`${sentence} → ${said.verdict} ${told}`);
        }
        assert.deepEqual(wrong, []);
      });
}
