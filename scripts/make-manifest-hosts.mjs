#!/usr/bin/env node
// Writes the manifest's optional_host_permissions: the hosts of the rules and of the policies that
// a browser must read. With --check nothing is written: it exits 1 when the manifest is out of
// date.
import { readFileSync, writeFileSync } from 'node:fs';
import { optionalHosts } from './lib-hosts.mjs';

const file = new URL('../extension/manifest.json', import.meta.url);
const hosts = optionalHosts();
const before = readFileSync(file, 'utf8');
const list = hosts.map(host => `    ${JSON.stringify(host)}`).join(',\n');
const after = before.replace(
  /("optional_host_permissions": \[)[^\]]*\]/,
  (_, head) => `${head}\n${list}\n  ]`,
);
if (after === before) process.exit(0);
if (process.argv.includes('--check')) {
  console.error(
    "The manifest's hosts are not those of the rules and policies. Run node " +
      'scripts/make-manifest-hosts.mjs.',
  );
  process.exit(1);
}
writeFileSync(file, after);
console.log(`written: ${hosts.length} hosts`);
