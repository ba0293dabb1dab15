// Every page of every rule gives what the rule's tests list expects: a tester reads and extends the
// lists, not this file. The normal run reads one page of each rule, and every 18th of those on
// which something is done; OPTOUTLOG_FULL=1 or PLATFORM=<id> reads all.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readRules } from '../../scripts/lib-rules.mjs';
import { runTest } from './lib/fixtures.mjs';

const only = process.env.PLATFORM;
const all = only || process.env.OPTOUTLOG_FULL === '1';
let acted = 0;
for (const [at, { rule }] of readRules().entries()) {
  if (only && rule.id !== only) continue;
  const one = rule.tests[at % rule.tests.length];
  for (const entry of rule.tests) {
    const sampled = entry === one || (!!entry.then && acted++ % 18 === 0);
    if (!all && !sampled) continue;
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
