// Maps the test pages that the rules name to the addresses that they stand for.
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const rulesDir = path.join(root, 'extension/rules');

/** Every rule file, parsed: [{platform, rule}], sorted by platform. */
export async function readRules() {
  if (!existsSync(rulesDir)) return [];
  const names = (await readdir(rulesDir))
    .filter(
      n =>
        n.endsWith('.json') &&
        !['schema.json', 'index.json', 'none.json', 'none.schema.json'].includes(n),
    )
    .sort();
  return Promise.all(
    names.map(async name => ({
      platform: name.slice(0, -'.json'.length),
      rule: JSON.parse(await readFile(path.join(rulesDir, name), 'utf8')),
    })),
  );
}

/** Every test page of every rule: [{platform, file (absolute), name, url, expect, test}]. */
export async function testPages() {
  return (await readRules()).flatMap(({ platform, rule }) =>
    (rule.tests ?? []).map(test => ({
      platform,
      file: path.resolve(
        root,
        'tests/pages',
        test.file.includes('/') ? test.file : `${platform}/${test.file}`,
      ),
      name: test.file.split('/').pop(),
      url: test.url,
      expect: test.expect,
      test,
    })),
  );
}
