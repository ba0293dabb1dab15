// What a rule must not be able to say. Each case takes a good rule, spoils one thing, and names
// what has to be found.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readRules } from '../../scripts/lib-rules.mjs';
import { findings, overlapFindings } from '../../scripts/lib-check.mjs';
import { spoiledControls } from './spoiled-controls.mjs';
import { spoiledSurroundings } from './spoiled-surroundings.mjs';

const good = readRules().find(({ rule }) => rule.id === 'linkedin').rule;
const formRule = readRules().find(({ rule }) => rule.id === 'facebook').rule;

test('the rule that is spoiled below is good', () => assert.deepEqual(findings(good), []));

/** @type {[string, (rule: any) => void, RegExp, any?][]} */
const cases = [
  ...spoiledControls,
  ...spoiledSurroundings,
  [
    'a form whose steps no page shows',
    r => {
      for (const t of r.tests) delete t.then;
    },
    /none shows the step submitted/,
    formRule,
  ],
  [
    'a form that claims a state',
    r => {
      r.forms[0].onMeans = 'opted-out';
    },
    /additional/i,
    formRule,
  ],
];

for (const [name, spoil, expected, base = good] of cases) {
  test(`rejected: ${name}`, () => {
    const rule = structuredClone(base);
    spoil(rule);
    const found = findings(rule);
    assert.ok(
      found.some(line => expected.test(line)),
      `expected ${expected}, found: ${found.join(' | ') || 'nothing'}`,
    );
  });
}

test('rejected: two rules on one host, also by wildcard', () => {
  const other = { ...structuredClone(good), id: 'other' };
  assert.ok(overlapFindings([good, other]).some(line => /both claim/.test(line)));
  other.hosts = ['https://*.linkedin.com/*'];
  assert.ok(overlapFindings([good, other]).some(line => /both claim/.test(line)));
});

test('allowed: one-character state words (开, 关)', () => {
  const rule = structuredClone(good);
  rule.strings.on['zh-CN'] = ['开'];
  rule.strings.off['zh-CN'] = ['关'];
  assert.deepEqual(findings(rule), []);
});
