#!/usr/bin/env node
// node scripts/new-rule.mjs <id> <name> <page url pattern> [toggle|form|not-training]: a rule and
// six pages to fill in. Nothing is overwritten. Every TODO has to go; check-rules.mjs says what is
// still missing.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, rulesDir } from './lib-rules.mjs';
import { KINDS, scaffold } from './lib-scaffold.mjs';
import { readWords } from './lib-words.mjs';

const [id, name, pattern, kind = 'toggle'] = process.argv.slice(2);
if (
  !new RegExp(readWords().slug.pattern).test(id ?? '') ||
  !name ||
  !pattern?.startsWith('https://') ||
  !KINDS.includes(kind)
) {
  console.error(
    `Usage: node scripts/new-rule.mjs <id> <name> <https://… page URLPattern> [${KINDS.join('|')}]`,
  );
  process.exit(2);
}
const write = (file, text) => {
  if (existsSync(file)) {
    console.error(`kept: ${file} is there already`);
    return;
  }
  writeFileSync(file, text);
  console.log(`written: ${file}`);
};
const { rule, pages } = scaffold({ id, name, pattern, kind });
const dir = join(root, 'tests', 'pages', id);
mkdirSync(dir, { recursive: true });
write(join(rulesDir, `${id}.json`), `${JSON.stringify(rule, null, 2)}\n`);
for (const [file, html] of Object.entries(pages)) write(join(dir, file), html);
console.log(`Next: fill in every TODO, then node scripts/check-rules.mjs ${id}`);
