// What new-rule.mjs writes: only the TODOs are missing, and its pages already run as it expects of
// them.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KINDS, scaffold } from '../../scripts/lib-scaffold.mjs';
import { findings } from '../../scripts/lib-check.mjs';
import { runTest } from '../engine/lib/fixtures.mjs';

for (const kind of KINDS) {
  const { rule, pages } = scaffold({
    id: 'example',
    name: 'Example',
    pattern: 'https://www.example.org/settings/:unit{/}?',
    kind,
    today: '2026-11-24',
  });

  test(`${kind}: nothing but its TODOs is found wanting`, () => {
    const dir = mkdtempSync(join(tmpdir(), 'scaffold-'));
    mkdirSync(join(dir, 'example'));
    for (const [file, html] of Object.entries(pages))
      writeFileSync(join(dir, 'example', file), html);
    assert.deepEqual(findings(rule, dir), ['a TODO of the scaffold is still there']);
    const filled = JSON.parse(
      JSON.stringify(rule)
        .replaceAll('https://TODO', 'https://source.example')
        .replaceAll('TODO', 'the'),
    );
    assert.deepEqual(findings(filled, dir), []);
    rmSync(dir, { recursive: true });
  });

  for (const entry of rule.tests) {
    test(`${kind}: ${entry.file} runs as it is written`, async () =>
      assert.deepEqual((await runTest(rule, entry, pages[entry.file])).wrong, []));
  }
}
