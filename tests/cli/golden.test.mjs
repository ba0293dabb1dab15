// What every subcommand writes, letter by letter, from one fixed record: tests/cli/golden/. Where a
// difference is meant, `node tests/cli/golden.mjs` renews the texts and shows it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { GOLDEN } from './lib/golden-cases.mjs';
import { goldenTexts } from './lib/golden.mjs';
import { TABLE } from './lib/subcommands.mjs';

const folder = new URL('golden/', import.meta.url);

describe('what the command writes is what is stored', () => {
  /** @type {Record<string, string>} */
  let texts;
  before(async () => {
    texts = await goldenTexts();
  });

  test('of every subcommand, and of nothing else', () => {
    assert.deepEqual(Object.keys(GOLDEN).sort(), Object.keys(TABLE).sort());
    assert.deepEqual(readdirSync(folder).sort(), Object.keys(texts).sort());
  });

  for (const command of Object.keys(GOLDEN)) {
    test(command, () => {
      const name = `${command.replace(' ', '-')}.txt`;
      const stored = readFileSync(new URL(name, folder), 'utf8');
      assert.equal(texts[name], stored, 'node tests/cli/golden.mjs renews it');
    });
  }
});
