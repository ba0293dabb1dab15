#!/usr/bin/env node
// Writes from the rules: extension/content/routes/<platform>.js, extension/rules/index.json, and
// what the programs know of them, host/service/known.inc and, in other languages,
// host/service/words/rules. With --check nothing is written: it exits 1 and names what is out of
// date.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { factsText, knownText } from './lib-known.mjs';
import {
  indexText,
  readNone,
  readRules,
  root,
  routesDir,
  routesText,
  rulesDir,
} from './lib-rules.mjs';

const check = process.argv.includes('--check');
const rules = readRules();
const wanted = new Map(
  rules.map(({ rule }) => [join(routesDir, `${rule.id}.js`), routesText(rule)]),
);
wanted.set(join(rulesDir, 'index.json'), indexText(rules, readNone()));
wanted.set(join(root, 'host', 'service', 'known.inc'), knownText(rules, readNone()));
const locales = join(root, 'extension', '_locales');
for (const language of readdirSync(locales).filter(name => name !== 'en')) {
  const messages = JSON.parse(readFileSync(join(locales, language, 'messages.json'), 'utf8'));
  wanted.set(
    join(root, 'host', 'service', 'words', 'rules', `${language}.json`),
    factsText(rules, language, messages),
  );
}

mkdirSync(routesDir, { recursive: true });
const stale = [];
for (const [file, text] of wanted) {
  const now = existsSync(file) ? readFileSync(file, 'utf8') : null;
  if (now === text) continue;
  stale.push(file);
  if (!check) writeFileSync(file, text);
}
for (const name of readdirSync(routesDir)) {
  const file = join(routesDir, name);
  if (wanted.has(file)) continue;
  stale.push(file);
  if (!check) rmSync(file);
}
for (const file of stale) console.log(`${check ? 'out of date' : 'written'}: ${file}`);
if (check && stale.length) {
  console.error('Run node scripts/make-routes.mjs and commit what it writes.');
  process.exit(1);
}
