#!/usr/bin/env node
// node scripts/add-sample.mjs FILE: a sample that a person made in the popup (docs/samples.md)
// becomes a test page of its platform, with what is true of it. Exit 0: written. 1: refused,
// nothing written. 2: no file. 3: written, and the rule reads the opposite of what is true.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MOST } from '../extension/shared/sample-form.js';
import { runTest } from '../tests/engine/lib/fixtures.mjs';
import { readRules, root, rulesDir } from './lib-rules.mjs';
import { schemaFindings } from './lib-check.mjs';
import {
  Unusable,
  controlOf,
  expectationOf,
  htmlOf,
  readSample,
  truthOf,
  urlOf,
  withTest,
} from './lib-sample.mjs';

/** The first name that is free. @param {string} dir @param {string} day */
function freeName(dir, day) {
  for (let n = 1; ; n++) {
    const name = `sample-${day}-${n}.html`;
    if (!existsSync(join(dir, name))) return name;
  }
}

/**
 * @param {string} text of the file
 * @param {{ pages?: string, rules?: string }} [where] folders
 * @returns {Promise<{ file: string, test: any, says: string, ruleFile: string, ruleText: string,
 *   html: string }>}
 */
export async function testOf(text, { pages = join(root, 'tests/pages'), rules = rulesDir } = {}) {
  const all = readRules(rules);
  const { sample, rule } = readSample(
    text,
    all.map(entry => entry.rule),
  );
  const { id, several } = controlOf(sample, rule);
  const truth = truthOf(sample, rule, id);
  const html = htmlOf(sample, rule.name);
  const file = freeName(join(pages, rule.id), sample.made);
  const at = { file, url: urlOf(sample, rule), ...(several ? { control: id } : {}) };
  const tried = { ...at, control: id, expect: { training: 'unknown' } };
  const { reading } = await runTest(rule, tried, html);
  const its = rule.controls.find(control => control.id === id);
  const { expect, sample: seen, says } = expectationOf(truth, reading, its);
  const test = { ...at, expect, ...(seen ? { sample: seen } : {}) };
  const ruleFile = join(rules, `${rule.id}.json`);
  const ruleText = withTest(readFileSync(ruleFile, 'utf8'), test);
  const wrong = schemaFindings(JSON.parse(ruleText));
  if (wrong.length > 0) throw new Unusable(`the rule would not be one: ${wrong[0]}`);
  return { file: join(pages, rule.id, file), test, says, ruleFile, ruleText, html };
}

const SAYS = {
  read: 'The rule reads it as the person did.',
  silence: 'The person could not tell, and the rule says nothing either.',
  unread: 'The rule does not read it yet: the test expects "unknown", and says why.',
  wrong: 'The rule reads the OPPOSITE. The test expects what is true and fails until it is mended.',
};

async function main() {
  const [name] = process.argv.slice(2);
  if (!name || !existsSync(name)) {
    console.error('Usage: node scripts/add-sample.mjs FILE (a sample that the popup saved)');
    return 2;
  }
  try {
    const { size } = statSync(name);
    if (size > 4 * MOST.bytes) throw new Unusable(`it has ${size} bytes, which no sample has`);
    const made = await testOf(readFileSync(name, 'utf8'));
    writeFileSync(made.file, made.html, { flag: 'wx' });
    writeFileSync(made.ruleFile, made.ruleText);
    console.log(`written: ${made.file}\n${JSON.stringify(made.test.expect)}\n${SAYS[made.says]}`);
    console.log(
      'Next: node scripts/make-platforms.mjs, and look at the page before it is committed',
    );
    return made.says === 'wrong' ? 3 : 0;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    console.error(`Refused: ${error.message}. Nothing was written.`);
    return 1;
  }
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1])
  process.exitCode = await main();
