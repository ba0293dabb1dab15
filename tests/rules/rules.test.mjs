// Every rule in the package: schema, meaning, and agreement with what is generated from it.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  indexText,
  readNone,
  readRules,
  root,
  routesDir,
  routesText,
  rulesDir,
} from '../../scripts/lib-rules.mjs';
import { findings, overlapFindings } from '../../scripts/lib-check.mjs';
import { optionalHosts } from '../../scripts/lib-hosts.mjs';

const rules = readRules();

for (const { file, rule } of rules) {
  test(`${rule.id}: schema, keys, pages, decoys, tests`, () => {
    assert.equal(file, `${rule.id}.json`);
    assert.deepEqual(findings(rule), []);
  });

  test(`${rule.id}: its routes are what the rule says`, () => {
    const path = join(routesDir, `${rule.id}.js`);
    assert.ok(existsSync(path), `${path} is not there: run node scripts/make-routes.mjs`);
    assert.equal(readFileSync(path, 'utf8'), routesText(rule));
  });

  test(`${rule.id}: no test address of a decoy wakes the engine`, () => {
    const wakes = url =>
      rule.pages.some(page => page.url.some(pattern => new URLPattern(pattern).test(url)));
    for (const entry of rule.tests.filter(
      one => one.expect.silent && !rule.pages.some(page => page.overlay),
    ))
      assert.equal(wakes(entry.url), false, entry.url);
  });
}

test('no two rules share a host or an id', () => {
  assert.deepEqual(overlapFindings(rules.map(({ rule }) => rule)), []);
});

test('the index is what the rules say', () => {
  assert.equal(
    readFileSync(join(rulesDir, 'index.json'), 'utf8'),
    indexText(rules, readNone()),
    'run node scripts/make-routes.mjs',
  );
});

test('routes of rules that are gone are gone too', () => {
  assert.deepEqual(readdirSync(routesDir).sort(), rules.map(({ rule }) => `${rule.id}.js`).sort());
});

test(
  "the manifest's optional hosts are the rules' hosts, and those of policies that only a " +
    'browser can read',
  () => {
    const manifest = JSON.parse(readFileSync(join(root, 'extension/manifest.json'), 'utf8'));
    assert.deepEqual(manifest.optional_host_permissions, optionalHosts());
    for (const host of rules.flatMap(({ rule }) => rule.hosts))
      assert.ok(manifest.optional_host_permissions.includes(host), host);
  },
);

test('every test page belongs to a rule and is used', () => {
  for (const dir of readdirSync(join(root, 'tests/pages'), { withFileTypes: true }).filter(entry =>
    entry.isDirectory(),
  )) {
    const owner = rules.find(({ rule }) => rule.id === dir.name);
    if (!owner) continue; // shared material of other suites
    const used = new Set(owner.rule.tests.map(entry => entry.file));
    const unused = readdirSync(join(root, 'tests/pages', dir.name)).filter(
      name => name.endsWith('.html') && !used.has(name),
    );
    assert.deepEqual(unused, [], `pages of ${dir.name} that no test names`);
  }
});

test('every line that a person reads has its message, and English says the same', () => {
  const english = JSON.parse(readFileSync(join(rulesDir, '../_locales/en/messages.json'), 'utf8'));
  for (const { rule } of rules) {
    const lines = [...(rule.controls ?? []), ...(rule.forms ?? [])].flatMap(({ scope }) => [
      ...scope.covers,
      ...scope.not,
    ]);
    for (const { text, key } of [...lines, ...(rule.regions ?? [])])
      assert.equal(english[key]?.message, text, `${rule.id}: ${key ?? text}`);
  }
});
