#!/usr/bin/env node
// Writes the manifest's optional_host_permissions from rules/index.json: the rules are the only source of hosts.
// With --check nothing is written: it exits 1 when the manifest is out of date.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../extension/manifest.json', import.meta.url);
const index = JSON.parse(readFileSync(new URL('../extension/rules/index.json', import.meta.url), 'utf8'));
const hosts = [...new Set(index.platforms.flatMap((platform) => platform.hosts))].sort();
const before = readFileSync(file, 'utf8');
const list = hosts.map((host) => `    ${JSON.stringify(host)}`).join(',\n');
const after = before.replace(/("optional_host_permissions": \[)[^\]]*\]/, (_, head) => `${head}\n${list}\n  ]`);
if (after === before) process.exit(0);
if (process.argv.includes('--check')) {
  console.error('The manifest\'s hosts are not those of the rules. Run node scripts/make-manifest-hosts.mjs.');
  process.exit(1);
}
writeFileSync(file, after);
console.log(`written: ${hosts.length} hosts`);
