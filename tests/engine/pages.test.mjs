// Every page of every rule gives what the rule's tests list expects: a tester reads and extends the
// lists, not this file. The normal run reads every ninth page on which something is done, and of
// the others every fifteenth; OPTOUTLOG_FULL=1 or PLATFORM=<id> reads all.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readRules } from '../../scripts/lib-rules.mjs';
import { runTest } from './lib/fixtures.mjs';

const only = process.env.PLATFORM;
const all = only || process.env.OPTOUTLOG_FULL === '1';
let plain = 0;
let acted = 0;
for (const { rule } of readRules().filter(entry => !only || entry.rule.id === only)) {
  for (const entry of rule.tests.filter(
    it => all || (it.then ? acted++ % 9 === 0 : plain++ % 15 === 0),
  )) {
    test(
      `${rule.id} ${entry.file}${entry.lang ? ` (${entry.lang})` : ''} at ` +
        `${new URL(entry.url).pathname}`,
      async () => {
        const { wrong } = await runTest(rule, entry);
        assert.deepEqual(wrong, []);
      },
    );
  }
}
